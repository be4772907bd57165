//! Figures in the reader's own way of writing them, with their units in words.
use crate::browser::locale;
use crate::domain::value::input::{Evidence, Range, Unit};

/// Said where there is no figure.
pub const NONE: &str = "n/a";

/// A figure with its unit.
pub fn value(value: f64, unit: Unit, currency: &str) -> String {
    let counted = |decimals, one: &str, more: &str| {
        let words = if value == 1.0 { one } else { more };
        [&locale::decimal(value, decimals), " ", words].concat()
    };
    match unit {
        Unit::Money => locale::amount(value, currency),
        Unit::Share => locale::share(value),
        Unit::Minutes => counted(2, "minute", "minutes"),
        Unit::Hours => counted(1, "hour", "hours"),
        Unit::Days => counted(1, "day", "days"),
        Unit::Months => counted(1, "month", "months"),
        Unit::Count => locale::decimal(value, 2),
        Unit::Ratio => locale::decimal(value, 3),
    }
}

/// The same of a figure that there may not be.
pub fn maybe(figure: Option<f64>, unit: Unit, currency: &str) -> String {
    figure.map_or_else(|| NONE.to_owned(), |figure| value(figure, unit, currency))
}

/// The likely figure, and the ends where they differ.
pub fn range(range: &Range, unit: Unit, currency: &str) -> String {
    let print = |figure| value(figure, unit, currency);
    if range.is_certain() {
        print(range.likely)
    } else {
        format!("{} ({} to {})", print(range.likely), print(range.low), print(range.high))
    }
}

/// What stands after the field of a unit.
pub const fn words(unit: Unit) -> &'static str {
    match unit {
        Unit::Money | Unit::Count | Unit::Ratio => "",
        Unit::Share => "%",
        Unit::Minutes => "minutes",
        Unit::Hours => "hours",
        Unit::Days => "days",
        Unit::Months => "months",
    }
}

/// How well a figure is known: its letter, its text in a row, its words.
pub const fn tier(evidence: Evidence) -> (&'static str, &'static str, &'static str) {
    match evidence {
        Evidence::Customer => ("A", "a", "The customer’s own figure"),
        Evidence::Published => ("B", "b", "A published figure"),
        Evidence::Estimate => ("C", "c", "An estimate"),
        Evidence::Default => ("D", "d", "A default: nobody’s figure yet"),
    }
}

/// Best first.
pub const TIERS: [Evidence; 4] = [Evidence::Customer, Evidence::Published, Evidence::Estimate, Evidence::Default];
