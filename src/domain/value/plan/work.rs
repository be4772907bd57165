//! A process as hours: how often it runs, and what each of its steps takes before and after.
use super::{Per, named};
use crate::domain::problem::Problem;
use crate::domain::process::{self, Flow, How, Next, Step};
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
    /// Their keys so that every way leads from an earlier one to a later one.
    pub order: Vec<u32>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct WorkStep {
    pub key: u32,
    pub name: String,
    pub side: Side,
    /// How many times it is done in one run of the process, on average.
    pub visits: f64,
    /// No run goes past it.
    pub always: bool,
    /// From where runs come.
    pub arrivals: Vec<Arrival>,
    /// The ways out, where there are several.
    pub ways: Vec<Way>,
    /// Nobody's minutes; only what people spend on its errors counts.
    pub automatic: bool,
    /// Who does it.
    pub role: Option<u32>,
    pub minutes: Option<Input>,
    pub error_rate: Option<Input>,
    pub fix_minutes: Option<Input>,
}

/// A way that leads to a step.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrival {
    /// The key of the step that it comes from.
    pub from: u32,
    /// Its place among that step's ways out.
    pub way: usize,
}

/// A way out of a decision.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// The key of its row.
    pub branch: u32,
    pub label: String,
    /// The share that goes this way, as it was typed, and what counts.
    pub said: Option<Input>,
    pub share: f64,
    /// It leads back, which isn't counted.
    pub back: bool,
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
    let (mut steps, mut order) = (Vec::new(), Vec::new());
    for side in Side::BOTH {
        let flow = process.side(side);
        let mut arrivals = arrivals(flow);
        let reached = flow.steps.iter().enumerate().filter(|(_, step)| step.visits > 0.0);
        steps.extend(reached.map(|(at, step)| {
            let arrivals = arrivals.get_mut(at).map(std::mem::take).unwrap_or_default();
            of(step, side, arrivals, problems)
        }));
        order.extend(flow.order.iter().filter_map(|at| Some(flow.steps.get(*at)?.key)));
    }
    Work {
        key: row.key,
        name: named(row, "Process"),
        use_case: row.text("use-case").to_owned(),
        volume: process.volume,
        per: Per::read(&process.per),
        steps,
        order,
    }
}

/// For each step the ways that lead to it from where runs come.
fn arrivals(flow: &Flow) -> Vec<Vec<Arrival>> {
    let mut arrivals = vec![Vec::new(); flow.steps.len()];
    for step in flow.steps.iter().filter(|step| step.visits > 0.0) {
        for (way, next) in step.next.iter().enumerate().filter(|(_, next)| !next.back) {
            if let Some(list) = next.to.and_then(|to| arrivals.get_mut(to)) {
                list.push(Arrival { from: step.key, way });
            }
        }
    }
    arrivals
}

/// None where there is but one.
fn ways(step: &Step) -> Vec<Way> {
    let way = |next: &Next| {
        let (label, said) = (next.label.clone(), next.said.clone());
        Some(Way { branch: next.branch?, label, said, share: next.share, back: next.back })
    };
    if step.next.len() > 1 { step.next.iter().filter_map(way).collect() } else { Vec::new() }
}

fn of(step: &Step, side: Side, arrivals: Vec<Arrival>, problems: &mut Vec<Problem>) -> WorkStep {
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
        always: step.always,
        arrivals,
        ways: ways(step),
        automatic,
        role: step.role,
        minutes: input(&step.minutes),
        error_rate: input(&step.error_rate),
        fix_minutes: input(&step.fix_minutes),
    }
}
