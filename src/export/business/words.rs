//! Words of the business case that screen and documents share.
use crate::domain::value::flow::{NoReturn, Payback, Return};
use crate::domain::value::input::{Evidence, Spread, Unit};
use crate::domain::value::plan::{Include, Kind};
use crate::domain::value::print;
use crate::domain::value::scenario::Scenario;

/// The letter of how well a figure is known.
pub const fn tier(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Customer => "A",
        Evidence::Published => "B",
        Evidence::Estimate => "C",
        Evidence::Default => "D",
    }
}

/// What that letter means.
pub const fn evidence(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Customer => "A: the customer’s own figure",
        Evidence::Published => "B: published",
        Evidence::Estimate => "C: an estimate",
        Evidence::Default => "D: a default, our judgement",
    }
}

pub const fn spread(spread: Spread) -> &'static str {
    match spread {
        Spread::Triangular => "triangular",
        Spread::Pert => "PERT",
    }
}

/// What a figure counts, as the head of a column says it.
pub fn unit(unit: Unit, currency: &str) -> &str {
    match unit {
        Unit::Money => currency,
        Unit::Share => "%",
        Unit::Minutes => "minutes",
        Unit::Hours => "hours",
        Unit::Count => "count",
        Unit::Days => "days",
        Unit::Months => "months",
        Unit::Ratio => "ratio",
    }
}

/// Said where a figure has no value.
pub const NONE: &str = "n/a";

/// The three sums, in the order of [`Kind::ALL`].
pub const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Cash => "Cash",
        Kind::Time => "Released time",
        Kind::Risk => "Risk avoided",
    }
}

/// What the result holds.
pub const fn include(include: Include) -> &'static str {
    match include {
        Include::Cash => "cash alone",
        Include::CashAndTime => "cash and released time",
        Include::All => "cash, released time and risk avoided",
    }
}

/// A share with at most one decimal: "112 %".
pub fn share(value: Option<f64>) -> String {
    value.map_or_else(|| NONE.to_owned(), |value| [&print::number(value * 100.0, 1).replace('-', "−"), " %"].concat())
}

/// When it has paid back.
pub fn payback(payback: Payback, horizon: u32, currency: &str) -> String {
    match payback {
        Payback::After(months) => match months.ceil() {
            month if month <= 1.0 => "within the first month".into(),
            month => format!("in month {}", print::number(month, 0)),
        },
        Payback::AtOnce => "at once: at no time has more gone out than come in".into(),
        Payback::Never { missing } => {
            format!("not within {}: {} are missing at the end", years(horizon), print::money(missing, currency))
        }
        Payback::Unknown => [NONE, ": a year has no figure"].concat(),
    }
}

/// The rate of return, or why there is none.
pub fn internal_rate(found: Return) -> String {
    let why = match found {
        Return::Rate(rate) => return share(Some(rate)),
        Return::None(why) => why,
    };
    let why = match why {
        NoReturn::Nothing => "nothing goes out and nothing comes in",
        NoReturn::OnlyIn => "money only comes in, so every rate pays",
        NoReturn::OnlyOut => "money only goes out, so no rate pays",
        NoReturn::Several(_) => "the cash flow changes its sign more than once, so there may be several rates or none",
        NoReturn::BelowLeast => "it loses more than 99 % a year",
        NoReturn::Unknown => "a year has no figure",
    };
    [NONE, ": ", why].concat()
}

pub fn years(horizon: u32) -> String {
    if horizon == 1 { "1 year".into() } else { format!("{horizon} years") }
}

/// Best first.
pub const EVIDENCE: [Evidence; 4] = [Evidence::Customer, Evidence::Published, Evidence::Estimate, Evidence::Default];

pub const fn scenario(scenario: Scenario) -> &'static str {
    match scenario {
        Scenario::Cautious => "Cautious",
        Scenario::Expected => "Expected",
        Scenario::Favorable => "Favorable",
    }
}
