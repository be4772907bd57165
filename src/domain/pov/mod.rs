//! The plan of a proof of concept or value: what must be shown, what must be there before, who does what when, and
//! whether the clock is kept.
mod clock;
mod next;
mod read;
mod signs;

pub use clock::{check, free_day};
pub use next::{Due, What, next};
pub use read::read;
pub use signs::{Sign, signs};

use super::calendar::Calendar;
use super::date::Day;
use super::poc::Days;

/// What the rows of an account say about the plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    pub days: Days,
    pub calendar: Calendar,
    /// Who allowed more than the ideal length; empty when nobody did.
    pub approved_by: String,
    /// Former end days, oldest first.
    pub ends: Vec<Day>,
    /// The day on which the plan was agreed.
    pub agreed: Option<Day>,
    pub criteria: Vec<Criterion>,
    pub prerequisites: Vec<Prerequisite>,
    /// In the order of their days; those without one last.
    pub events: Vec<Event>,
}

/// What success means for one use case.
#[derive(Clone, Debug, PartialEq)]
pub struct Criterion {
    pub key: u32,
    pub use_case: String,
    pub measure: String,
    pub baseline: String,
    pub target: String,
    pub owner: String,
    pub due: Option<Day>,
    pub result: Verdict,
    pub note: String,
    pub added: Option<Day>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Verdict {
    #[default]
    Open,
    Met,
    NotMet,
}

/// What must be there before the start.
#[derive(Clone, Debug, PartialEq)]
pub struct Prerequisite {
    pub key: u32,
    pub what: String,
    pub who: String,
    pub available: Option<Day>,
    pub done: bool,
}

/// A step of the mutual decision plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    pub key: u32,
    pub name: String,
    pub who: String,
    /// Working days after the start; none where a day is fixed or missing.
    pub after: Option<i32>,
    pub day: Option<Day>,
    pub phase: Phase,
    pub kind: EventKind,
    pub done: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    Prepare,
    #[default]
    Execute,
    FollowUp,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EventKind {
    #[default]
    Meeting,
    Legal,
    It,
    Decision,
}

impl Plan {
    /// How many criteria have come to this.
    pub fn count(&self, result: Verdict) -> usize {
        self.criteria.iter().filter(|criterion| criterion.result == result).count()
    }

    /// The day of the final decision meeting: the plan's own, else that of the first event that is one.
    pub fn decision(&self) -> Option<Day> {
        let event = self.events.iter().find(|event| event.kind == EventKind::Decision && event.day.is_some());
        self.days.decision.or_else(|| event.and_then(|event| event.day))
    }
}
