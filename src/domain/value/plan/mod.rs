//! A plan as typed figures: settings, roles, processes, benefits and costs, each read from its row. Whatever can't be
//! read is told at its field and left out; the rest stands.
mod benefit;
mod cost;
mod setting;
mod work;

pub use benefit::{Benefit, Driver};
pub use cost::{Amount, Cost, CostKind};
pub use work::{Arrival, Side, Way, Work, WorkStep};

use super::defaults::Defaults;
use super::input::Input;
use super::reading::Reader;
use super::simulate::Grain;
use crate::domain::problem::Problem;
use crate::domain::row::{self, Row, RowKind};
use std::rc::Rc;

/// Everything the calculation rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Three letters.
    pub currency: String,
    /// What the product counts usage in.
    pub usage_unit: String,
    pub include: Include,
    /// Years that are counted, from 1 to 10.
    pub horizon: u32,
    pub discount_rate: Input,
    /// Working days a year.
    pub days: Input,
    /// Working hours a day.
    pub hours: Input,
    pub benefit_adjustment: Input,
    pub cost_adjustment: Input,
    pub ramp: Ramp,
    /// In months.
    pub payback_target: Option<Input>,
    /// Why more than five benefits count.
    pub reason: String,
    pub seed: u64,
    /// How fine a result is shown.
    pub grain: Grain,
    pub roles: Vec<Role>,
    pub processes: Vec<Work>,
    pub benefits: Vec<Benefit>,
    pub costs: Vec<Cost>,
}

/// Which sums the result counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Include {
    #[default]
    Cash,
    CashAndTime,
    All,
}

/// What a benefit comes as. Each is a sum of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Cash,
    /// Hours released, at what they cost: no money unless somebody acts on it.
    Time,
    Risk,
}

impl Kind {
    pub const ALL: [Self; 3] = [Self::Cash, Self::Time, Self::Risk];

    pub const fn id(self) -> &'static str {
        match self {
            Self::Cash => "cash",
            Self::Time => "time",
            Self::Risk => "risk",
        }
    }
}

impl Include {
    pub const ALL: [Self; 3] = [Self::Cash, Self::CashAndTime, Self::All];

    pub const fn id(self) -> &'static str {
        match self {
            Self::Cash => "cash",
            Self::CashAndTime => "cash-time",
            Self::All => "all",
        }
    }

    pub fn counts(self, kind: Kind) -> bool {
        match self {
            Self::Cash => kind == Kind::Cash,
            Self::CashAndTime => kind != Kind::Risk,
            Self::All => true,
        }
    }
}

/// How much of the yearly benefit arrives while people take it up.
#[derive(Clone, Debug, PartialEq)]
pub enum Ramp {
    /// A share for each year of the horizon; none is as the year before.
    Years(Vec<Option<Input>>),
    /// Months until all use it; in month k of m it is k/m.
    Months(Input),
}

/// Who does work.
#[derive(Clone, Debug, PartialEq)]
pub struct Role {
    pub key: u32,
    pub name: String,
    pub hourly_cost: Input,
}

/// What an hour costs: a figure of the row's own, or a role's.
#[derive(Clone, Debug, PartialEq)]
pub enum Hourly {
    Own(Input),
    /// A role's key.
    Role(u32),
}

/// How often a volume is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Per {
    Day,
    Week,
    Month,
    #[default]
    Year,
}

impl Per {
    pub const ALL: [Self; 4] = [Self::Day, Self::Week, Self::Month, Self::Year];

    pub const fn id(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
        }
    }

    /// A year where nothing is said.
    pub fn read(text: &str) -> Self {
        Self::ALL.into_iter().find(|per| per.id() == text).unwrap_or_default()
    }
}

impl Plan {
    /// The months within which it should pay back; where nobody says, the whole horizon.
    pub fn within(&self) -> f64 {
        let horizon = 12.0 * f64::from(self.horizon);
        self.payback_target.as_ref().map_or(horizon, |target| target.range.likely)
    }

    pub fn role(&self, key: u32) -> Option<&Role> {
        self.roles.iter().find(|role| role.key == key)
    }

    pub fn process(&self, key: u32) -> Option<&Work> {
        self.processes.iter().find(|work| work.key == key)
    }
}

/// Reads a plan from an account's rows.
pub fn read(rows: &[Rc<Row>], defaults: &Defaults) -> (Plan, Vec<Problem>) {
    let mut problems = Vec::new();
    let (mut plan, currency) = setting::read(rows, defaults, &mut problems);
    let reader = Reader { currency: &currency, defaults };
    plan.roles = row::of(rows, RowKind::Role).filter_map(|row| role(row, reader, &mut problems)).collect();
    plan.processes = row::of(rows, RowKind::Process).map(|row| work::read(row, rows, reader, &mut problems)).collect();
    for row in row::of(rows, RowKind::Benefit) {
        plan.benefits.extend(benefit::read(row, &plan, reader, &mut problems));
    }
    for row in row::of(rows, RowKind::Cost) {
        plan.costs.extend(cost::read(row, &plan, reader, &mut problems));
    }
    (plan, problems)
}

fn role(row: &Row, reader: Reader, problems: &mut Vec<Problem>) -> Option<Role> {
    let told = problems.len();
    let hourly_cost = reader.input(row, "hourly-cost", problems);
    if hourly_cost.is_none() && problems.len() == told {
        let hint = "Type what an hour costs with everything, for example 45";
        problems.push(Problem::warning(&row.field("hourly-cost"), "What an hour costs isn't known yet", hint));
    }
    Some(Role { key: row.key, name: named(row, "Role"), hourly_cost: hourly_cost? })
}

/// A row's name, or what it is where it has none.
fn named(row: &Row, otherwise: &str) -> String {
    let name = row.text("name").trim();
    if name.is_empty() { otherwise.to_owned() } else { name.to_owned() }
}

/// What an hour costs for a row, its own figure before its role's, before the default.
fn hourly(row: &Row, plan: &Plan, reader: Reader, problems: &mut Vec<Problem>) -> Option<Hourly> {
    let role = row.reference("role").filter(|key| plan.role(*key).is_some());
    let own = !row.text("hourly-cost").trim().is_empty() || !row.text("hourly-cost.low").trim().is_empty();
    match role {
        Some(role) if !own => Some(Hourly::Role(role)),
        _ => reader.input(row, "hourly-cost", problems).map(Hourly::Own),
    }
}
