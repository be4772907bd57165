//! What one side of a process comes to: steps, people's minutes, elapsed time, errors, cost.
use super::{Flow, How, Step};
use crate::domain::value::input::Input;

/// One side. Minutes and errors are those of one run, each step as often as a run comes to it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Metrics {
    pub steps: usize,
    pub manual_steps: usize,
    pub decisions: usize,
    pub automatic_steps: usize,
    /// What people work: steps that aren't automatic, and putting errors right.
    pub manual_minutes: Total,
    /// Work, waiting and putting errors right, from start to end.
    pub elapsed_minutes: Total,
    pub errors: f64,
    /// People's minutes at what their hour costs.
    pub cost: Total,
    /// For all runs of a year, where it is known how many there are.
    pub yearly_cost: Option<Total>,
    pub yearly_hours: Option<Total>,
}

/// A sum, and how many of its parts nobody has said yet: with any, it is a least.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Total {
    pub value: f64,
    pub open: usize,
}

impl Total {
    fn add(&mut self, value: Option<f64>) {
        match value {
            Some(value) => self.value += value,
            None => self.open += 1,
        }
    }

    fn times(self, factor: f64) -> Self {
        Self { value: self.value * factor, open: self.open }
    }
}

/// `hourly` is what an hour of a role costs, `runs` how often the process runs in a year.
pub fn metrics(flow: &Flow, hourly: &dyn Fn(Option<u32>) -> Option<f64>, runs: Option<f64>) -> Metrics {
    let mut metrics = Metrics { steps: flow.steps.len(), ..Metrics::default() };
    for step in &flow.steps {
        match step.how {
            How::Manual => metrics.manual_steps += 1,
            How::Decision => metrics.decisions += 1,
            How::Automatic => metrics.automatic_steps += 1,
        }
        if step.visits > 0.0 {
            add(&mut metrics, step, hourly);
        }
    }
    metrics.yearly_cost = runs.map(|runs| metrics.cost.times(runs));
    metrics.yearly_hours = runs.map(|runs| metrics.manual_minutes.times(runs / 60.0));
    metrics
}

fn add(metrics: &mut Metrics, step: &Step, hourly: &dyn Fn(Option<u32>) -> Option<f64>) {
    let likely = |input: &Option<Input>| input.as_ref().map(|input| input.range.likely);
    let often = |value: f64| step.visits * value;
    // What a machine takes and what isn't said of waiting or errors counts as nothing; what people take must be said.
    let work = match (step.how, likely(&step.minutes)) {
        (How::Automatic, minutes) => Some(minutes.unwrap_or(0.0)),
        (How::Manual | How::Decision, minutes) => minutes,
    };
    let errors = likely(&step.error_rate).unwrap_or(0.0);
    let fixing = errors * likely(&step.fix_minutes).unwrap_or(0.0);
    let waiting = likely(&step.waiting).unwrap_or(0.0);
    let by_people = if step.how == How::Automatic { Some(0.0) } else { work };
    let manual = by_people.map(|minutes| minutes + fixing);
    metrics.errors += often(errors);
    metrics.elapsed_minutes.add(work.map(|work| often(work + waiting + fixing)));
    metrics.manual_minutes.add(manual.map(often));
    let cost = match manual {
        Some(0.0) => Some(0.0),
        Some(minutes) => hourly(step.role).map(|cost| often(minutes) / 60.0 * cost),
        None => None,
    };
    metrics.cost.add(cost);
}
