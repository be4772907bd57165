//! Business cases to write workbooks of.
use fitproof::domain::date::Day;
use fitproof::domain::row::{self, Row, RowKind, Rows};
use fitproof::domain::table::Table;
use fitproof::domain::value::plan::{self, Plan};
use fitproof::domain::value::result::{self, Results};
use fitproof::domain::value::sheet::Content;
use fitproof::domain::value::{Defaults, Model, build};
use fitproof::export::checklist::Stamp;
use fitproof::export::xlsx::{self, Book};
use std::rc::Rc;

pub struct Sample {
    pub plan: Plan,
    pub model: Model,
}

impl Sample {
    pub fn of(lines: &[String]) -> Self {
        Self::of_rows(&rows(lines))
    }

    pub fn of_rows(rows: &Rows) -> Self {
        let plan = plan::read(rows, &defaults()).0;
        let model = build(&plan);
        Self { plan, model }
    }

    pub fn results(&self) -> Results {
        result::likely(&self.model)
    }

    /// The file with these results, which may be those of other inputs.
    pub fn file(&self, results: &Results) -> Vec<u8> {
        let stamp = stamp();
        let book = Book { stamp: &stamp, plan: &self.plan, model: &self.model, results };
        xlsx::write(book).expect("a workbook is written")
    }

    /// The same case with other likely figures.
    pub fn with(&self, change: impl Fn(usize, f64) -> f64) -> Self {
        let mut model = self.model.clone();
        for (number, place) in model.sheet.inputs.clone().into_iter().enumerate() {
            if let Content::Input(input) = &mut model.sheet.cells[place].content {
                input.range.likely = change(number, input.range.likely).clamp(input.least, input.most);
            }
        }
        Self { plan: self.plan.clone(), model }
    }
}

pub fn stamp() -> Stamp {
    Stamp {
        account: "=cmd|'/c calc'!A1 & Söhne".into(),
        date: Day::parse("2026-11-23").expect("a day"),
        version: "1.0".into(),
        disclaimer: "Unofficial: not a Make product.".into(),
    }
}

/// One of every driver and every kind of cost.
pub fn whole() -> Vec<String> {
    [
        "plan include=all currency=EUR",
        "role name==HR_clerk hourly-cost=45",
        "process name=+Onboarding volume=200 volume-per=month",
        "step@3 name=@check side=before how=manual minutes=12 role=2 error-rate=5 fix-minutes=20",
        "step@3 name=-file side=before how=manual minutes=4",
        "step@3 name=look side=after how=manual minutes=3 role=2",
        "benefit driver=time name==Hours process=3 hourly-cost=30",
        "benefit driver=errors name=Errors volume=5000 error-rate=4 avoided=60 error-cost=25 fix-minutes=15 hourly-cost=50",
        "benefit driver=tools name=Tools units=20 unit-cost=600 units.source==SUM(A1) units.evidence=a",
        "benefit driver=hires name=Hires hires=0.5 yearly-cost=60000",
        "benefit driver=revenue name=Revenue revenue=2m uplift=1 margin=40 uplift.low=0.5 uplift.high=2 uplift.shape=pert",
        "benefit driver=risk name=Risk likelihood=10 impact=300000 reduction=50 counted=no",
        "cost type=subscription name=Make amount=24000",
        "cost type=implementation name=Build amount=30000",
        "cost type=effort name=Own hours=120 hourly-cost=55",
        "cost type=run name=Care amount=6000 adjustment=15",
    ]
    .map(str::to_owned)
    .into()
}

pub fn defaults() -> Defaults {
    let texts = [
        ("currency", "USD"),
        ("usage-unit", "credits"),
        ("include", "cash"),
        ("horizon", "3"),
        ("discount-rate", "10"),
        ("discount-rate.source", "@a source"),
        ("days", "220"),
        ("hours", "8"),
        ("benefit-adjustment", "10"),
        ("cost-adjustment", "5"),
        ("ramp-1", "50"),
        ("ramp-2", "100"),
    ];
    Defaults { fields: texts.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect::<Table<_>>() }
}

/// Rows from lines such as `benefit driver=time minutes=8`, keyed 1, 2, 3… `@2` at the front is the parent; an
/// underscore stands for a space.
pub fn rows(lines: &[String]) -> Rows {
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

/// Numbers that look like chance and are the same in every run.
pub struct Chance(pub u64);

impl Chance {
    /// A whole number below this.
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

/// A case that nobody would think of.
pub fn random(chance: &mut Chance) -> Vec<String> {
    let pick = |chance: &mut Chance, of: &[&str]| of[chance.below(of.len() as u64) as usize].to_owned();
    let include = pick(chance, &["cash", "cash-time", "all"]);
    let horizon = 1 + chance.below(10);
    let rate = pick(chance, &["0", "4.5", "10", "33", "150"]);
    let ramp = match chance.below(3) {
        0 => format!("ramp-by=month ramp-months={}", chance.below(40)),
        _ => format!("ramp-1={} ramp-3={}", chance.below(101), chance.below(101)),
    };
    let ramp = if horizon < 3 { ramp.replace("ramp-3", "ramp-2") } else { ramp };
    let mut lines = vec![
        format!("plan include={include} horizon={horizon} discount-rate={rate} {ramp}"),
        format!("role name=Clerk hourly-cost={}", chance.below(120)),
        format!(
            "process name=Work volume={} volume-per={}",
            chance.below(3_000),
            pick(chance, &["day", "week", "month", "year"])
        ),
    ];
    for _ in 0..chance.below(12) {
        let (side, minutes) = (pick(chance, &["before", "after"]), chance.below(30));
        let role = pick(chance, &["role=2", ""]);
        lines.push(format!(
            "step@3 name=step side={side} how=manual minutes={minutes} error-rate=3 fix-minutes=9 {role}"
        ));
    }
    if chance.below(2) == 0 {
        // A decision that ends some runs, or all but some.
        let (key, share) = (lines.len() + 1, 1 + chance.below(99));
        lines.push("step@3 name=choose side=before how=decision minutes=2 role=2".into());
        lines.push(format!("branch@{key} label=on share={share}"));
        lines.push(format!("branch@{key} label=out ends=yes {}", pick(chance, &["", "share=30"])));
        lines.push(format!("step@3 name=more side=before minutes={} role=2", 1 + chance.below(60)));
    }
    for _ in 0..1 + chance.below(5) {
        let (one, two, three) = (chance.below(100), chance.below(100), chance.below(400_000));
        lines.push(match chance.below(7) {
            0 => "benefit driver=time process=3 hourly-cost=40".into(),
            1 => format!("benefit driver=time volume={three} minutes=3 automated={one} role=2"),
            2 => format!(
                "benefit driver=errors volume={three} error-rate={one} avoided={two} error-cost=2 fix-minutes=4 role=2"
            ),
            3 => format!("benefit driver=tools yearly-cost={three}"),
            4 => format!("benefit driver=hires hires={one} yearly-cost=5000 adjustment={two}"),
            5 => format!("benefit driver=revenue revenue={three}0 uplift={one} margin={two}"),
            _ => format!("benefit driver=risk likelihood={one} impact={three} reduction={two}"),
        });
    }
    for _ in 0..chance.below(5) {
        let (kind, amount) =
            (pick(chance, &["subscription", "implementation", "training", "run"]), chance.below(90_000));
        lines.push(format!("cost type={kind} amount={amount} when={}", pick(chance, &["once", "yearly"])));
    }
    lines
}
