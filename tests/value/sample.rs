//! Plans to test with, written as a user types them.
use fitproof::domain::problem::Problem;
use fitproof::domain::row::{self, Row, RowKind, Rows};
use fitproof::domain::table::Table;
use fitproof::domain::value::plan::{self, Plan};
use fitproof::domain::value::{Defaults, Model, build};
use std::rc::Rc;

/// What holds where a case says nothing: as plain as can be, so that a case says all that matters.
pub fn defaults() -> Defaults {
    let texts = [
        ("currency", "USD"),
        ("usage-unit", "credits"),
        ("include", "all"),
        ("horizon", "3"),
        ("discount-rate", "10"),
        ("days", "220"),
        ("hours", "8"),
        ("benefit-adjustment", "0"),
        ("cost-adjustment", "0"),
        ("ramp-1", "100"),
        ("payback-target", "12"),
    ];
    Defaults { fields: texts.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect::<Table<_>>() }
}

/// Rows from lines such as `benefit driver=time volume=2,400 minutes=8`, keyed 1, 2, 3… `@2` at the front gives the
/// parent; an underscore stands for a space.
pub fn rows(lines: &[&str]) -> Rows {
    let mut rows = Rows::new();
    for (key, line) in (1..).zip(lines) {
        let mut words = line.split_whitespace();
        let first = words.next().unwrap_or("");
        let (kind, parent) = first.split_once('@').map_or((first, None), |(kind, key)| (kind, key.parse().ok()));
        let kind = RowKind::parse(kind).unwrap_or_else(|| panic!("{line}: no such kind"));
        rows.push(Rc::new(Row::new(key, kind, parent)));
        for word in words {
            let (name, text) = word.split_once('=').unwrap_or_else(|| panic!("{line}: {word} has no text"));
            assert!(kind.shape().holds(name), "{line}: there is no {name}");
            row::put(&mut rows, key, name, text.replace('_', " "));
        }
    }
    rows
}

pub fn read(lines: &[&str]) -> (Plan, Vec<Problem>) {
    plan::read(&rows(lines), &defaults())
}

pub fn model(lines: &[&str]) -> Model {
    build(&read(lines).0)
}

/// Equal but for rounding of the last digits.
#[track_caller]
pub fn close(one: f64, other: f64, what: &str) {
    let size = one.abs().max(other.abs()).max(1.0);
    assert!((one - other).abs() <= size * 1e-12, "{what}: {one} is not {other}");
}

/// A plan for every driver and every type of cost, each with all that it may hold; between them every figure is used.
pub fn plans() -> Vec<(&'static str, Vec<&'static str>)> {
    let ranges = "plan discount-rate=10 discount-rate.low=6 discount-rate.high=14 benefit-adjustment=10 \
                  cost-adjustment=5 ramp-1=50 ramp-2=80 ramp-3=100";
    vec![
        (
            "every driver",
            vec![
                ranges,
                "role name=Clerk hourly-cost=$40 hourly-cost.low=30 hourly-cost.high=55",
                "benefit driver=time volume=100 volume-per=day minutes=8 minutes.low=5 minutes.high=12 error-rate=5 \
                 fix-minutes=20 automated=70 role=2",
                "benefit driver=errors volume=2,400 error-rate=4 avoided=60 error-cost=$50 fix-minutes=30 \
                 hourly-cost=$45 adjustment=20",
                "benefit driver=tools units=25 unit-cost=$12.50 per=month",
                "benefit driver=tools yearly-cost=$3,000",
                "benefit driver=hires hires=1.5 yearly-cost=60k",
                "benefit driver=revenue revenue=2M revenue.low=1M revenue.high=2.5M uplift=1.5 margin=30",
                "benefit driver=risk likelihood=5 impact=400k reduction=50",
                "cost type=subscription units=10,000 unit-cost=0.0042 per=month",
                "cost type=subscription amount=$9,000",
                "cost type=implementation amount=45k amount.low=30k amount.high=80k",
                "cost type=training amount=4000 adjustment=0",
                "cost type=effort hours=120 role=2",
                "cost type=effort hours=40 hourly-cost=$70 when=yearly",
                "cost type=run amount=3,000",
            ],
        ),
        (
            "a process, by month",
            vec![
                "plan ramp-by=month ramp-months=9 ramp-months.low=4 ramp-months.high=18 days=200 hours=7.5 horizon=5",
                "role name=Clerk hourly-cost=$40",
                "process name=Invoices volume=60 volume-per=week",
                "step@3 side=before minutes=6 role=2 name=Read",
                "step@3 side=before minutes=9 error-rate=8 fix-minutes=25 name=Type role=2",
                "step@3 side=before minutes=4 name=Approve",
                "step@3 side=after minutes=2 minutes.high=3.5 name=Approve",
                "step@3 side=after how=automatic error-rate=1 fix-minutes=30 name=Post",
                "benefit driver=time process=3 hourly-cost=$65",
                "benefit driver=errors process=3 error-rate=8 avoided=90 error-cost=$20",
                "cost type=implementation amount=20k",
                "cost type=run amount=100 per=month",
            ],
        ),
        (
            "a decision",
            vec![
                "plan ramp-1=100",
                "role name=Agent hourly-cost=$50",
                "process name=Tickets volume=9,000",
                "step@3 side=before minutes=4 role=2 how=decision name=Sort",
                "branch@4 label=Simple share=70 share.low=60 share.high=80 to=7",
                "branch@4 label=Hard to=8",
                "step@3 side=before minutes=3 role=2 then=9 name=Answer",
                "step@3 side=before minutes=25 role=2 name=Look_into",
                "step@3 side=before minutes=2 role=2 name=Close",
                "step@3 side=after minutes=1 role=2 how=decision name=Check",
                "branch@10 label=Right share=90 ends=yes",
                "branch@10 label=Wrong share=10 to=13",
                "step@3 side=after minutes=12 role=2 name=Mend",
                "benefit driver=time process=3",
                "cost type=run amount=20k",
            ],
        ),
        (
            "other ranges",
            vec![
                "plan include=cash ramp-1=30 ramp-2=60 ramp-3=90 ramp-4=95 ramp-5=100 ramp-6=100 ramp-7=99 ramp-8=98 \
                 ramp-9=97 ramp-10=96 horizon=10 payback-target=18_months",
                "benefit driver=tools yearly-cost.low=10k yearly-cost.high=30k yearly-cost.shape=pert",
                "benefit driver=time volume=40 volume-per=month minutes=1.5_h automated=50_% hourly-cost=45",
                "benefit driver=risk likelihood=3 impact=90k reduction=40 counted=no",
                "cost type=run amount=8,000 amount.low=7,000 amount.high=12,000",
                "cost type=implementation amount=30,000",
            ],
        ),
    ]
}

/// A small source of numbers from 0 to 1, the same in every run.
pub struct Chance(pub u64);

impl Chance {
    pub fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as f64) / f64::from(1_u32 << 31)
    }
}
