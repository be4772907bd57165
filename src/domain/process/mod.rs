//! A process before and after: who does which step, what it takes, and which ways lead on from it.
//! Read from rows; knows no picture and no file.
pub mod compare;
pub mod edit;
mod flow;
pub mod metrics;
mod read;

pub use read::{Figures, read};

use crate::domain::value::input::Input;

/// A process as it was typed, each figure read. What was not said stays open.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Process {
    pub key: u32,
    pub name: String,
    pub department: String,
    pub volume: Option<Input>,
    /// What the volume counts runs in: a day, week, month or year, as typed.
    pub per: String,
    pub lanes: Vec<Lane>,
    pub before: Flow,
    pub after: Flow,
}

/// A system or a group of people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    pub key: u32,
    pub name: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Before,
    After,
}

/// The steps of one side, in their order; the first is where it starts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Flow {
    pub steps: Vec<Step>,
    /// Their places so that every way that counts leads to a later one.
    pub order: Vec<usize>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    pub key: u32,
    /// What was typed, or "Step 3" where nothing was.
    pub name: String,
    pub how: How,
    /// The place of its lane among the process's lanes.
    pub lane: Option<usize>,
    /// The key of who does it.
    pub role: Option<u32>,
    pub minutes: Option<Input>,
    pub waiting: Option<Input>,
    pub error_rate: Option<Input>,
    pub fix_minutes: Option<Input>,
    /// Never empty.
    pub next: Vec<Next>,
    /// How many times one run comes here, on average: at most once, for no way leads back.
    pub visits: f64,
    /// No run goes past it, whatever the shares of the ways are.
    pub always: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    Manual,
    Decision,
    Automatic,
}

/// A way on from a step.
#[derive(Clone, Debug, PartialEq)]
pub struct Next {
    /// The place of the step it leads to; nothing where the process ends.
    pub to: Option<usize>,
    /// Of those that come to the step, how many go this way.
    pub share: f64,
    /// That share as it was typed.
    pub said: Option<Input>,
    pub label: String,
    /// The row that says so, if it is a way out of a decision.
    pub branch: Option<u32>,
    /// It leads back to a step before: drawn, but not counted.
    pub back: bool,
}

impl Process {
    pub const fn side(&self, side: Side) -> &Flow {
        match side {
            Side::Before => &self.before,
            Side::After => &self.after,
        }
    }
}

impl Side {
    pub const BOTH: [Self; 2] = [Self::Before, Self::After];

    /// The name that rows know it by. A step that says nothing stands before.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::After => "after",
        }
    }

    pub fn read(text: &str) -> Self {
        if text == "after" { Self::After } else { Self::Before }
    }
}

impl How {
    /// The name that rows know it by. A step that says nothing is done by hand.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Manual => "manual",
            Self::Decision => "decision",
            Self::Automatic => "automatic",
        }
    }

    pub fn read(text: &str) -> Self {
        match text {
            "decision" => Self::Decision,
            "automatic" => Self::Automatic,
            _ => Self::Manual,
        }
    }
}
