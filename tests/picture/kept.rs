//! Each chart as it was last looked at, on a phone and on a page. `BLESS=1` writes them anew.
use crate::charts::print;
use crate::timeline::{START, window};
use fitproof::domain::poc::Days;
use fitproof::domain::pov;
use fitproof::domain::row;
use fitproof::export::picture::timeline;
use fitproof::export::picture::{
    Bin, Mark, Pair, Period, Reach, Scene, Swing, beside, cash_flow, histogram, ranges, svg, tornado,
};
use fitproof::playbook::Playbook;
use fitproof::playbook::guide::Guide;
use std::path::Path;

fn check(name: &str, draw: impl Fn(f64) -> Scene) {
    for width in [360, 720] {
        let file = format!("{name}-{width}.svg");
        let written = svg::write(&draw(f64::from(width)));
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/picture/snapshots").join(&file);
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&path, written).expect("the file can be written");
            continue;
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(kept == written, "{file} differs. Look at it, then run with BLESS=1");
    }
}

#[test]
fn cash_flow_of_the_textbook() {
    let mut cumulative = 0.0;
    let periods: Vec<Period> = [(0.0, 140_000.0), (200_000.0, 40_000.0), (200_000.0, 40_000.0), (200_000.0, 40_000.0)]
        .into_iter()
        .enumerate()
        .map(|(year, (benefits, costs))| {
            cumulative += benefits - costs;
            let label = if year == 0 { "Start".into() } else { format!("Year {year}") };
            Period { label, benefits, costs, net: benefits - costs, cumulative }
        })
        .collect();
    check("cash-flow", |width| cash_flow("Cash flow", "Pays back in year 1.".into(), &periods, &print, width));
}

#[test]
fn outcomes() {
    let count = |at: u32| u64::from(400 - (at.abs_diff(12)).pow(2) * 2);
    let bin = |at: u32| Bin { low: f64::from(at) * 2e4 - 1e5, high: f64::from(at + 1) * 2e4 - 1e5, count: count(at) };
    let bins: Vec<Bin> = (0..25).map(bin).collect();
    let marks = [("P10", 2e4), ("P50", 1.5e5), ("P90", 2.9e5)];
    let marks = marks.map(|(label, value)| Mark { label: label.into(), value });
    check("histogram", |width| histogram("Outcomes", "Half are above $150K.".into(), (&bins, &marks), &print, width));
}

#[test]
fn what_matters_most() {
    let swing = |label: &str, low: f64, high: f64| Swing { label: label.into(), low, high };
    let swings = [
        swing("Invoices: Volume", 4e4, 3.1e5),
        swing("Invoices: Minutes of work each", 9e4, 2.6e5),
        swing("Subscription: Credits a year of the whole company, with what is bought later", 2.4e5, 1.2e5),
        swing("Discount rate", 1.9e5, 1.5e5),
    ];
    check("tornado", |width| tornado("What matters most", "Volume does.".into(), (1.7e5, &swings), &print, width));
}

#[test]
fn scenarios() {
    let reach = |label: &str, low, likely, high| Reach { label: label.into(), low, likely, high };
    let reaches = [reach("Net present value", -4e4, 1.5e5, 4.1e5), reach("Benefits", 1e5, 2.5e5, 5e5)];
    check("ranges", |width| ranges("Scenarios", "From cautious to hopeful.".into(), &reaches, &print, width));
}

#[test]
fn before_and_after() {
    let pair = |label: &str, first: f64, second: Option<f64>, unit: &str| Pair {
        label: label.into(),
        first: Some(first),
        second,
        first_text: format!("{first}{unit}"),
        second_text: second.map_or("not known yet".into(), |second| format!("{second}{unit}")),
    };
    let pairs = [
        pair("Steps", 12.0, Some(9.0), ""),
        pair("People’s minutes in a run", 32.0, Some(11.3), " min"),
        pair("Elapsed time", 25.5, None, " h"),
    ];
    check("beside", |width| beside("Before and after", "Fewer minutes.".into(), ["Before", "After"], &pairs, width));
}

#[test]
fn a_plan_of_two_weeks() {
    let mut rows = row::Rows::default();
    row::add(&mut rows, Guide::open(&Playbook::embedded()).steps(), None);
    row::put(&mut rows, 1, "done", "yes".into());
    let mut access = row::Row::new(0, row::RowKind::Prerequisite, None);
    for (field, text) in [("what", "Access to the sandbox of the order system"), ("available", "2026-12-04")] {
        access.fields.insert(field.into(), text.into());
    }
    row::add(&mut rows, vec![access], None);
    let days = Days { start: Some(START), end: Some(START.plus(14)), decision: Some(START.plus(11)) };
    let (plan, problems) = pov::read(&rows, days);
    assert_eq!(problems, []);
    check("timeline", |width| timeline(&plan, &window(), START.plus(2), width));
}
