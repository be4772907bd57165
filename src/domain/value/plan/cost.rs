//! A cost: once or every year, as an amount, as units, or as hours of one's own people.
use super::{Hourly, Per, Plan, hourly, named};
use crate::domain::problem::Problem;
use crate::domain::row::Row;
use crate::domain::value::input::Input;
use crate::domain::value::reading::Reader;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CostKind {
    Subscription,
    Implementation,
    Training,
    Effort,
    Run,
}

/// One line of cost.
#[derive(Clone, Debug, PartialEq)]
pub struct Cost {
    pub key: u32,
    pub name: String,
    pub kind: CostKind,
    /// Before the first year; else every year.
    pub once: bool,
    /// What the amount or the units are for: a month or a year.
    pub per: Per,
    pub amount: Amount,
    /// A risk adjustment of its own.
    pub adjustment: Option<Input>,
}

/// How a cost is said.
#[derive(Clone, Debug, PartialEq)]
pub enum Amount {
    Sum(Input),
    Units {
        units: Input,
        cost: Input,
    },
    Hours {
        hours: Input,
        hourly: Hourly,
    },
    /// Not known yet.
    Missing,
}

impl CostKind {
    pub const ALL: [Self; 5] = [Self::Subscription, Self::Implementation, Self::Training, Self::Effort, Self::Run];

    pub const fn id(self) -> &'static str {
        match self {
            Self::Subscription => "subscription",
            Self::Implementation => "implementation",
            Self::Training => "training",
            Self::Effort => "effort",
            Self::Run => "run",
        }
    }

    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// Where nothing else is said.
    pub const fn once(self) -> bool {
        matches!(self, Self::Implementation | Self::Training | Self::Effort)
    }

    /// The figures to ask for, beside what an hour costs.
    pub const fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Subscription => &["amount", "units", "unit-cost"],
            Self::Implementation | Self::Training | Self::Run => &["amount"],
            Self::Effort => &["hours"],
        }
    }
}

pub fn read(row: &Row, plan: &Plan, reader: Reader, problems: &mut Vec<Problem>) -> Option<Cost> {
    let Some(kind) = CostKind::parse(row.text("type")) else {
        let hint = "Choose subscription, implementation, training, effort or run";
        problems.push(Problem::error(&row.field("type"), "It isn't said what kind of cost this is", hint));
        return None;
    };
    let once = match row.text("when") {
        "once" => true,
        "yearly" => false,
        _ => kind.once(),
    };
    let told = problems.len();
    let amount = amount(row, kind, plan, reader, problems);
    if amount == Amount::Missing && problems.len() == told {
        let field = if kind == CostKind::Effort { "hours" } else { "amount" };
        let message = "This cost isn't known yet, so nothing is counted for it";
        problems.push(Problem::warning(&row.field(field), message, "Type the likely figure; a range may follow"));
    }
    Some(Cost {
        key: row.key,
        name: named(row, "Cost"),
        kind,
        once,
        per: if row.text("per") == "month" && !once { Per::Month } else { Per::Year },
        amount,
        adjustment: reader.input(row, "adjustment", problems),
    })
}

fn amount(row: &Row, kind: CostKind, plan: &Plan, reader: Reader, problems: &mut Vec<Problem>) -> Amount {
    if kind == CostKind::Effort {
        let hours = reader.input(row, "hours", problems);
        let told = problems.len();
        let hourly = hourly(row, plan, reader, problems);
        if hours.is_some() && hourly.is_none() && problems.len() == told {
            let message = "What an hour costs is missing, so nothing is counted for this cost";
            problems.push(Problem::warning(&row.field("hourly-cost"), message, "Choose a role or type a cost"));
        }
        return match (hours, hourly) {
            (Some(hours), Some(hourly)) => Amount::Hours { hours, hourly },
            _ => Amount::Missing,
        };
    }
    let units = kind == CostKind::Subscription;
    let mut optional = |name: &str| if units { reader.input(row, name, problems) } else { None };
    let (units, cost) = (optional("units"), optional("unit-cost"));
    match (reader.input(row, "amount", problems), units, cost) {
        (Some(sum), None, None) => Amount::Sum(sum),
        (Some(sum), _, _) => {
            let message = "The amount counts, not units times their cost";
            problems.push(Problem::warning(&row.field("amount"), message, "Keep one of the two"));
            Amount::Sum(sum)
        }
        (None, Some(units), Some(cost)) => Amount::Units { units, cost: Input { adverse: true, ..cost } },
        (None, None, None) => Amount::Missing,
        (None, units, _) => {
            let lacking = if units.is_some() { "unit-cost" } else { "units" };
            let message = "Units count only with what one costs";
            problems.push(Problem::warning(&row.field(lacking), message, "Type this figure too"));
            Amount::Missing
        }
    }
}
