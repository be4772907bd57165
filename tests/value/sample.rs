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
