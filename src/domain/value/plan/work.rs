//! A process as hours: how often it runs, and what each of its steps takes before and after.
use super::{Per, named};
use crate::domain::problem::Problem;
use crate::domain::process::{self, How, Step};
use crate::domain::row::Row;
use crate::domain::value::input::Input;
use crate::domain::value::reading::Reader;
use std::rc::Rc;

pub use crate::domain::process::Side;

/// One process with the steps of both sides.
#[derive(Clone, Debug, PartialEq)]
pub struct Work {
    pub key: u32,
    pub name: String,
    pub use_case: String,
    pub volume: Option<Input>,
    pub per: Per,
    /// Those that a run comes to, in order, the side before first.
    pub steps: Vec<WorkStep>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct WorkStep {
    pub key: u32,
    pub name: String,
    pub side: Side,
    /// How many times it is done in one run of the process, on average.
    pub visits: f64,
    /// Nobody's minutes; only what people spend on its errors counts.
    pub automatic: bool,
    /// Who does it.
    pub role: Option<u32>,
    pub minutes: Option<Input>,
    pub error_rate: Option<Input>,
    pub fix_minutes: Option<Input>,
}

impl WorkStep {
    /// Somebody spends minutes on it, or on its errors.
    pub fn takes_time(&self) -> bool {
        let some = |minutes: &Input| minutes.range.high > 0.0 || minutes.measured.is_some();
        let works = !self.automatic && self.minutes.as_ref().is_some_and(some);
        works || self.error_rate.is_some() && self.fix_minutes.is_some()
    }
}

pub fn read(row: &Row, rows: &[Rc<Row>], reader: Reader, problems: &mut Vec<Problem>) -> Work {
    let figure = |row: &Row, name: &str, problems: &mut Vec<Problem>| reader.input(row, name, problems);
    let (process, mut told) = process::read(rows, row.key, &figure);
    problems.append(&mut told);
    let mut steps = Vec::new();
    for side in Side::BOTH {
        let reached = process.side(side).steps.iter().filter(|step| step.visits > 0.0);
        steps.extend(reached.map(|step| of(step, side, problems)));
    }
    Work {
        key: row.key,
        name: named(row, "Process"),
        use_case: row.text("use-case").to_owned(),
        volume: process.volume,
        per: Per::read(&process.per),
        steps,
    }
}

fn of(step: &Step, side: Side, problems: &mut Vec<Problem>) -> WorkStep {
    let automatic = step.how == How::Automatic;
    let mut missing = |name: &str, message: &str, hint: &str| {
        let field = ["row.", &step.key.to_string(), ".", name].concat();
        // A figure that was typed and can't be read is told already.
        if problems.iter().all(|problem| problem.field != field) {
            problems.push(Problem::warning(&field, message, hint));
        }
    };
    if step.minutes.is_none() && !automatic {
        missing("minutes", "These minutes aren't known and count as none", "Ask how long it takes; 0 means no time");
    }
    if step.fix_minutes.is_none() && step.error_rate.as_ref().is_some_and(|rate| rate.range.high > 0.0) {
        let message = "Without the minutes to fix one, errors count for nothing here";
        missing("fix-minutes", message, "Ask how long it takes to put one right");
    }
    let input = |input: &Option<Input>| input.clone().map(|own| Input { adverse: side == Side::After, ..own });
    WorkStep {
        key: step.key,
        name: step.name.clone(),
        side,
        visits: step.visits,
        automatic,
        role: step.role,
        minutes: input(&step.minutes),
        error_rate: input(&step.error_rate),
        fix_minutes: input(&step.fix_minutes),
    }
}
