//! Figures as they were read, in the reader's own way of writing them.
use crate::browser::locale;
use crate::domain::number::{self, Unit as Typed};
use crate::domain::quantity::Quantity;
use crate::domain::value::input::Unit;

/// What was understood of a text; nothing where there is nothing to understand.
pub fn echo(text: &str, unit: Unit, currency: &str) -> Option<String> {
    let typed = match unit {
        Unit::Money => Typed::Money,
        Unit::Share => Typed::Percent,
        Unit::Minutes | Unit::Hours | Unit::Count | Unit::Days | Unit::Months | Unit::Ratio => Typed::Rate,
    };
    let value = number::read(text, typed).ok()?.single()?;
    Some(in_words(value, unit, currency))
}

/// A figure as typed: a share is in percent.
fn in_words(value: Quantity, unit: Unit, currency: &str) -> String {
    match (unit, words(unit)) {
        (Unit::Money, _) => locale::money(value, currency),
        (Unit::Share, _) => locale::percent(value),
        (_, "") => locale::number(value),
        (_, words) => [&locale::number(value), " ", words].concat(),
    }
}

/// What stands after a figure of a unit.
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
