//! Both sides of a process beside each other: what each comes to, and by how much they differ.
use super::metrics::{Metrics, Total, metrics};
use super::{Process, Side};
use crate::domain::value::plan::{Per, Plan};

/// What is compared, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    Steps,
    ManualSteps,
    ManualMinutes,
    Elapsed,
    Errors,
    Cost,
    YearlyHours,
    YearlyCost,
}

/// One measure of both sides.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    pub measure: Measure,
    pub before: Total,
    pub after: Total,
}

impl Line {
    /// The difference as a share of what was before; nothing where a part of either is not known or there was nothing.
    pub fn change(&self) -> Option<f64> {
        let known = self.before.open == 0 && self.after.open == 0 && self.before.value > 0.0;
        let change = (self.after.value - self.before.value) / self.before.value;
        (known && change.is_finite()).then_some(change)
    }
}

/// A week has so many in a year, a month so many.
const WEEKS: f64 = 52.0;
const MONTHS: f64 = 12.0;

/// How often it runs in a year, if that is known.
pub fn runs(process: &Process, plan: &Plan) -> Option<f64> {
    let times = match Per::read(&process.per) {
        Per::Day => plan.days.range.likely,
        Per::Week => WEEKS,
        Per::Month => MONTHS,
        Per::Year => 1.0,
    };
    let runs = process.volume.as_ref()?.range.likely * times;
    runs.is_finite().then_some(runs)
}

/// Every measure of both sides. What holds for a year is there when it is known how often the process runs.
pub fn compare(process: &Process, plan: &Plan) -> Vec<Line> {
    let hourly = |role: Option<u32>| plan.role(role?).map(|role| role.hourly_cost.range.likely);
    let runs = runs(process, plan);
    let side = |side| metrics(process.side(side), &hourly, runs);
    let (before, after) = (side(Side::Before), side(Side::After));
    let count = |count: usize| Total { value: count as f64, open: 0 };
    let line = |measure, of: &dyn Fn(&Metrics) -> Option<Total>| {
        Some(Line { measure, before: of(&before)?, after: of(&after)? })
    };
    let lines = [
        line(Measure::Steps, &|side| Some(count(side.steps))),
        line(Measure::ManualSteps, &|side| Some(count(side.manual_steps))),
        line(Measure::ManualMinutes, &|side| Some(side.manual_minutes)),
        line(Measure::Elapsed, &|side| Some(side.elapsed_minutes)),
        line(Measure::Errors, &|side| Some(Total { value: side.errors, open: 0 })),
        line(Measure::Cost, &|side| Some(side.cost)),
        line(Measure::YearlyHours, &|side| side.yearly_hours),
        line(Measure::YearlyCost, &|side| side.yearly_cost),
    ];
    lines.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(before: (f64, usize), after: (f64, usize)) -> Line {
        let total = |(value, open)| Total { value, open };
        Line { measure: Measure::ManualMinutes, before: total(before), after: total(after) }
    }

    #[test]
    fn a_change_needs_both_sides_whole() {
        assert_eq!(line((20.0, 0), (5.0, 0)).change(), Some((5.0 - 20.0) / 20.0));
        assert_eq!(line((20.0, 0), (25.0, 0)).change(), Some(5.0 / 20.0));
        assert_eq!(line((20.0, 1), (5.0, 0)).change(), None);
        assert_eq!(line((20.0, 0), (5.0, 2)).change(), None);
        assert_eq!(line((0.0, 0), (5.0, 0)).change(), None);
        assert_eq!(line((f64::NAN, 0), (5.0, 0)).change(), None);
    }
}
