//! A benefit: what drives it, and the figures that it is worked out from.
use super::{Hourly, Kind, Per, Plan, hourly, named};
use crate::domain::problem::Problem;
use crate::domain::row::Row;
use crate::domain::value::input::Input;
use crate::domain::value::reading::Reader;

/// Where the value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Driver {
    Time,
    Errors,
    Tools,
    Hires,
    Revenue,
    Risk,
}

/// One line of benefit.
#[derive(Clone, Debug, PartialEq)]
pub struct Benefit {
    pub key: u32,
    pub name: String,
    pub driver: Driver,
    /// It is part of the sums.
    pub counted: bool,
    pub use_case: String,
    /// The process that says the hours (of a time driver) or the volume (of an error driver).
    pub process: Option<u32>,
    pub hourly: Option<Hourly>,
    pub per: Per,
    /// The figures that its driver uses and that are known, in the driver's order.
    pub inputs: Vec<(&'static str, Input)>,
    /// A risk adjustment of its own.
    pub adjustment: Option<Input>,
    /// Nothing that it can't be worked out without is missing.
    pub complete: bool,
}

impl Driver {
    pub const ALL: [Self; 6] = [Self::Time, Self::Errors, Self::Tools, Self::Hires, Self::Revenue, Self::Risk];

    pub const fn id(self) -> &'static str {
        match self {
            Self::Time => "time",
            Self::Errors => "errors",
            Self::Tools => "tools",
            Self::Hires => "hires",
            Self::Revenue => "revenue",
            Self::Risk => "risk",
        }
    }

    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|driver| driver.id() == id)
    }

    /// The sums that a benefit of this driver may add to.
    pub const fn kinds(self) -> &'static [Kind] {
        match self {
            Self::Time => &[Kind::Time],
            Self::Errors => &[Kind::Cash, Kind::Time],
            Self::Tools | Self::Hires | Self::Revenue => &[Kind::Cash],
            Self::Risk => &[Kind::Risk],
        }
    }

    /// The figures it is worked out from beside the cost of an hour, in the order to ask them; `process` when a process
    /// says the volume, and for time also the minutes.
    pub const fn fields(self, process: bool) -> &'static [&'static str] {
        match (self, process) {
            (Self::Time, true) => &[],
            (Self::Time, false) => &["volume", "minutes", "error-rate", "fix-minutes", "automated"],
            (Self::Errors, true) => &["error-rate", "avoided", "error-cost", "fix-minutes"],
            (Self::Errors, false) => &["volume", "error-rate", "avoided", "error-cost", "fix-minutes"],
            (Self::Tools, _) => &["units", "unit-cost", "yearly-cost"],
            (Self::Hires, _) => &["hires", "yearly-cost"],
            (Self::Revenue, _) => &["revenue", "uplift", "margin"],
            (Self::Risk, _) => &["likelihood", "impact", "reduction"],
        }
    }

    /// Those of them that may stay empty.
    const fn optional(self) -> &'static [&'static str] {
        match self {
            Self::Time => &["error-rate", "fix-minutes"],
            Self::Errors => &["error-cost", "fix-minutes"],
            Self::Tools => &["units", "unit-cost", "yearly-cost"],
            Self::Hires | Self::Revenue | Self::Risk => &[],
        }
    }

    /// It may use what an hour costs.
    pub const fn takes_hours(self) -> bool {
        matches!(self, Self::Time | Self::Errors)
    }
}

impl Benefit {
    pub fn input(&self, name: &str) -> Option<&Input> {
        self.inputs.iter().find(|(own, _)| *own == name).map(|(_, input)| input)
    }
}

pub fn read(row: &Row, plan: &Plan, reader: Reader, problems: &mut Vec<Problem>) -> Option<Benefit> {
    let Some(driver) = Driver::parse(row.text("driver")) else {
        let hint = "Choose time, errors, tools, hires, revenue or risk";
        problems.push(Problem::error(&row.field("driver"), "It isn't said where this benefit comes from", hint));
        return None;
    };
    let process = row.reference("process").filter(|key| plan.process(*key).is_some());
    let from_process = process.is_some() && driver.takes_hours();
    let mut complete = true;
    let mut inputs = Vec::new();
    for name in driver.fields(from_process) {
        match reading(row, name, driver.optional().contains(name), reader, problems) {
            Some(input) => inputs.push((*name, input)),
            None if driver.optional().contains(name) => {}
            None => complete = false,
        }
    }
    let mut benefit = Benefit {
        key: row.key,
        name: named(row, "Benefit"),
        driver,
        counted: row.text("counted") != "no",
        use_case: row.text("use-case").to_owned(),
        process,
        hourly: None,
        per: Per::read(row.text(if driver == Driver::Tools { "per" } else { "volume-per" })),
        inputs,
        adjustment: reader.input(row, "adjustment", problems),
        complete,
    };
    benefit.hours(row, plan, reader, problems);
    benefit.alternatives(row, problems);
    if from_process && driver == Driver::Time {
        unused(row, Driver::Time.fields(false), problems);
    }
    Some(benefit)
}

/// One figure; what is missing is told unless it may be, and so is a zero that leaves nothing of the benefit.
fn reading(row: &Row, name: &str, optional: bool, reader: Reader, problems: &mut Vec<Problem>) -> Option<Input> {
    let told = problems.len();
    let input = reader.input(row, name, problems);
    let at = row.field(name);
    match &input {
        None if !optional && problems.len() == told => {
            let message = "This figure is missing, so the benefit doesn't count yet";
            problems.push(Problem::warning(&at, message, "Type the likely figure; a range may follow"));
        }
        Some(input) if !optional && input.range.high == 0.0 => {
            problems.push(Problem::warning(&at, "With nothing here the benefit is nothing", "Type what is likely"));
        }
        _ => {}
    }
    input
}

/// A process says the hours: figures that say them another way are told to stay out.
fn unused(row: &Row, names: &[&str], problems: &mut Vec<Problem>) {
    for name in names.iter().filter(|name| !row.text(name).trim().is_empty()) {
        let hint = "Take the process away to use this figure instead: hours are never counted both ways";
        problems.push(Problem::warning(&row.field(name), "The process says the hours, so this isn't used", hint));
    }
}

impl Benefit {
    fn hours(&mut self, row: &Row, plan: &Plan, reader: Reader, problems: &mut Vec<Problem>) {
        let work = self.process.and_then(|key| plan.process(key));
        let needed = match (self.driver, work) {
            // Steps may say who does them; only those that don't need a cost here.
            (Driver::Time, Some(work)) => {
                work.steps.iter().any(|step| step.takes_time() && plan.hourly(step).is_none())
            }
            (Driver::Time, None) => true,
            (Driver::Errors, _) => self.input("fix-minutes").is_some(),
            _ => false,
        };
        if self.driver.takes_hours() && work.is_some_and(|work| work.volume.is_none()) {
            let hint = "Type how often the process runs; until then this benefit doesn't count";
            let message = "The process this rests on has no volume yet";
            problems.push(Problem::warning(&row.field("process"), message, hint));
            self.complete = false;
        }
        if !needed {
            return;
        }
        let told = problems.len();
        self.hourly = hourly(row, plan, reader, problems);
        if self.hourly.is_none() {
            self.complete = false;
            if problems.len() == told {
                let message = "What an hour costs is missing, so the benefit doesn't count yet";
                problems.push(Problem::warning(&row.field("hourly-cost"), message, "Choose a role or type a cost"));
            }
        }
    }

    /// What may be said in more than one way must be said in one.
    fn alternatives(&mut self, row: &Row, problems: &mut Vec<Problem>) {
        let has = |name: &str| self.input(name).is_some();
        match self.driver {
            Driver::Time if has("error-rate") != has("fix-minutes") => {
                let lacking = if has("error-rate") { "fix-minutes" } else { "error-rate" };
                let message = "Errors count only with their rate and the minutes to fix one";
                problems.push(Problem::warning(&row.field(lacking), message, "Type this figure too"));
                self.inputs.retain(|(name, _)| !matches!(*name, "error-rate" | "fix-minutes"));
            }
            Driver::Errors if !has("error-cost") && !has("fix-minutes") => {
                let message = "What an error costs is missing, so the benefit doesn't count yet";
                let hint = "Type its cost, or the minutes to fix it, or both";
                problems.push(Problem::warning(&row.field("error-cost"), message, hint));
                self.complete = false;
            }
            Driver::Tools if has("yearly-cost") => {
                if has("units") || has("unit-cost") {
                    let message = "The cost a year counts, not units times their cost";
                    problems.push(Problem::warning(&row.field("yearly-cost"), message, "Keep one of the two"));
                }
                self.inputs.retain(|(name, _)| *name == "yearly-cost");
            }
            Driver::Tools if !(has("units") && has("unit-cost")) => {
                let message = "What the tools cost is missing, so the benefit doesn't count yet";
                let hint = "Type the cost a year, or the units and what one costs";
                problems.push(Problem::warning(&row.field("yearly-cost"), message, hint));
                self.complete = false;
            }
            _ => {}
        }
    }
}

impl Plan {
    /// The role of a step, if it has one whose hour has a cost.
    pub fn hourly(&self, step: &super::WorkStep) -> Option<u32> {
        step.role.filter(|key| self.role(*key).is_some())
    }
}
