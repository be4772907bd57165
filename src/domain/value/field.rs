//! What every figure of a row counts, how small and how large it may be, and whether more of it costs.
use super::input::Unit;
use super::sheet::LARGEST;
use crate::domain::row::RowKind;

/// What holds for a figure whatever was typed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Field {
    pub label: &'static str,
    pub unit: Unit,
    pub least: f64,
    pub most: f64,
    /// More of it is worse.
    pub adverse: bool,
}

const fn good(label: &'static str, unit: Unit) -> Field {
    let most = match unit {
        Unit::Share => 1.0,
        Unit::Count | Unit::Minutes | Unit::Hours => 1e12,
        Unit::Money | Unit::Days | Unit::Months | Unit::Ratio => LARGEST,
    };
    Field { label, unit, least: 0.0, most, adverse: false }
}

const fn bad(label: &'static str, unit: Unit) -> Field {
    Field { adverse: true, ..good(label, unit) }
}

const fn within(least: f64, most: f64, field: Field) -> Field {
    Field { least, most, ..field }
}

/// A field's figure, if it holds one.
pub fn field(kind: RowKind, name: &str) -> Option<Field> {
    match kind {
        RowKind::Plan => plan(name),
        RowKind::Role => match name {
            "hourly-cost" => Some(good("Cost of an hour", Unit::Money)),
            _ => None,
        },
        RowKind::Process => match name {
            "volume" => Some(good("Volume", Unit::Count)),
            _ => None,
        },
        RowKind::Step => step(name),
        RowKind::Branch => match name {
            "share" => Some(good("Share that goes this way", Unit::Share)),
            _ => None,
        },
        RowKind::Benefit => benefit(name),
        RowKind::Cost => cost(name),
        _ => None,
    }
}

fn plan(name: &str) -> Option<Field> {
    Some(match name {
        "discount-rate" => bad("Discount rate", Unit::Share),
        "days" => within(1.0, 366.0, good("Working days a year", Unit::Days)),
        "hours" => within(1.0, 24.0, good("Working hours a day", Unit::Hours)),
        "benefit-adjustment" => bad("Risk adjustment of benefits", Unit::Share),
        "cost-adjustment" => within(0.0, 2.0, bad("Risk adjustment of costs", Unit::Share)),
        "ramp-months" => within(0.0, 120.0, bad("Months to full adoption", Unit::Months)),
        "payback-target" => within(1.0, 120.0, good("Payback target", Unit::Months)),
        "ramp-1" => good("Adoption in year 1", Unit::Share),
        "ramp-2" => good("Adoption in year 2", Unit::Share),
        "ramp-3" => good("Adoption in year 3", Unit::Share),
        "ramp-4" => good("Adoption in year 4", Unit::Share),
        "ramp-5" => good("Adoption in year 5", Unit::Share),
        "ramp-6" => good("Adoption in year 6", Unit::Share),
        "ramp-7" => good("Adoption in year 7", Unit::Share),
        "ramp-8" => good("Adoption in year 8", Unit::Share),
        "ramp-9" => good("Adoption in year 9", Unit::Share),
        "ramp-10" => good("Adoption in year 10", Unit::Share),
        _ => return None,
    })
}

/// More minutes before are good for the case and after are bad: the one that reads a step knows its side.
fn step(name: &str) -> Option<Field> {
    Some(match name {
        "minutes" => good("Minutes of work", Unit::Minutes),
        "waiting" => good("Minutes of waiting", Unit::Minutes),
        "error-rate" => good("Error rate", Unit::Share),
        "fix-minutes" => good("Minutes to fix an error", Unit::Minutes),
        _ => return None,
    })
}

fn benefit(name: &str) -> Option<Field> {
    Some(match name {
        "volume" => good("Volume", Unit::Count),
        "minutes" => good("Minutes of work each", Unit::Minutes),
        "error-rate" => good("Error rate", Unit::Share),
        "fix-minutes" => good("Minutes to fix an error", Unit::Minutes),
        "automated" => good("Share automated", Unit::Share),
        "hourly-cost" => good("Cost of an hour", Unit::Money),
        "error-cost" => good("Cost of an error", Unit::Money),
        "avoided" => good("Share of errors avoided", Unit::Share),
        "units" => good("Units replaced", Unit::Count),
        "unit-cost" => good("Cost of a unit", Unit::Money),
        "hires" => good("Hires not needed", Unit::Count),
        "yearly-cost" => good("Cost a year", Unit::Money),
        "revenue" => good("Revenue a year", Unit::Money),
        "uplift" => good("Share gained or kept", Unit::Share),
        "margin" => good("Margin", Unit::Share),
        "likelihood" => good("Likelihood in a year", Unit::Share),
        "impact" => good("Damage when it happens", Unit::Money),
        "reduction" => good("Share of the risk avoided", Unit::Share),
        "adjustment" => bad("Risk adjustment", Unit::Share),
        _ => return None,
    })
}

fn cost(name: &str) -> Option<Field> {
    Some(match name {
        "amount" => bad("Amount", Unit::Money),
        "units" => bad("Units", Unit::Count),
        "unit-cost" => bad("Cost of a unit", Unit::Money),
        "hours" => bad("Hours of work", Unit::Hours),
        "hourly-cost" => bad("Cost of an hour", Unit::Money),
        "adjustment" => within(0.0, 2.0, bad("Risk adjustment", Unit::Share)),
        _ => return None,
    })
}
