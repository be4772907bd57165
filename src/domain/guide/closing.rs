//! How a proof ends: the agreed next step, why, until when, and what was wound down.
use super::sole;
use crate::domain::date::{Day, day_count};
use crate::domain::poc::Window;
use crate::domain::pov::{Plan, Verdict, free_day};
use crate::domain::problem::Problem;
use crate::domain::row::{self, Row, RowKind};
use std::rc::Rc;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextStep {
    Buy,
    Extend,
    Stop,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Closing {
    pub next: Option<NextStep>,
    pub reason: String,
    /// Of an extension.
    pub new_end: Option<Day>,
    /// Ids of what was wound down.
    pub wound_down: Vec<String>,
}

/// The fields of the closing.
const NEXT: &str = "next";
const REASON: &str = "next-reason";
const NEW_END: &str = "new-end";

impl Closing {
    pub fn read(rows: &[Rc<Row>]) -> (Self, Vec<Problem>) {
        let Some(own) = row::sole(rows, RowKind::Engagement) else { return (Self::default(), Vec::new()) };
        let new_end = own.text("new-end").trim();
        let closing = Self {
            next: match own.text("next") {
                "buy" => Some(NextStep::Buy),
                "extend" => Some(NextStep::Extend),
                "stop" => Some(NextStep::Stop),
                _ => None,
            },
            reason: own.text("next-reason").trim().to_owned(),
            new_end: Day::parse(new_end),
            wound_down: own.text("wound-down").split_whitespace().map(str::to_owned).collect(),
        };
        let unread = closing.new_end.is_none() && !new_end.is_empty();
        (closing, unread.then(|| Problem::no_day(&sole(NEW_END))).into_iter().collect())
    }

    /// A problem of these fields.
    pub fn holds(problem: &Problem) -> bool {
        [NEXT, REASON, NEW_END].iter().any(|field| problem.field == sole(field))
    }

    /// Both sides are done: what is bought or stopped isn't run any longer.
    pub fn ends(&self) -> bool {
        matches!(self.next, Some(NextStep::Buy | NextStep::Stop))
    }

    pub fn is_wound_down(&self, id: &str) -> bool {
        self.wound_down.iter().any(|own| own == id)
    }

    /// What doesn't go together with the results and the days, each with what to change.
    pub fn check(&self, window: &Window, plan: &Plan, today: Day) -> Vec<Problem> {
        let Some(next) = self.next else { return Vec::new() };
        let mut problems = Vec::new();
        let (open, missed) = (plan.count(Verdict::Open), plan.count(Verdict::NotMet));
        if plan.criteria.is_empty() && next != NextStep::Stop {
            let hint = "Write down the success criteria and what came of them";
            problems.push(Problem::warning(&sole(NEXT), "This rests on no success criterion", hint));
        } else if open > 0 && next != NextStep::Extend {
            let message = if open == 1 { "One result is open".to_owned() } else { format!("{open} results are open") };
            problems.push(Problem::warning(&sole(NEXT), message, "Write down what came of each criterion first"));
        }
        match next {
            NextStep::Buy if missed > 0 && self.reason.is_empty() => {
                let hint = "Say below why it is bought all the same";
                problems.push(Problem::warning(&sole(NEXT), "Not every criterion was met", hint));
            }
            NextStep::Stop if self.reason.is_empty() => {
                let hint = "One sentence is enough for whoever asks next year";
                problems.push(Problem::warning(&sole(REASON), "No reason is written down", hint));
            }
            NextStep::Extend => self.extension(window, plan, today, &mut problems),
            NextStep::Buy | NextStep::Stop => {}
        }
        problems
    }

    /// An extension has a reason and an end of its own, within the same bounds.
    fn extension(&self, window: &Window, plan: &Plan, today: Day, problems: &mut Vec<Problem>) {
        if self.reason.is_empty() {
            let hint = "Say what the added days will show that the first ones could not";
            problems.push(Problem::error(&sole(REASON), "An extension needs a reason", hint));
        }
        let latest = plan.days.start.map(|start| start.plus(day_count(window.most)));
        let Some(end) = self.new_end else {
            let hint = match latest.filter(|latest| *latest > today) {
                Some(latest) => format!("Choose a day up to {latest}"),
                None => "Choose the day on which it ends for good".to_owned(),
            };
            return problems.push(Problem::error(&sole(NEW_END), "An extension needs a new end", hint));
        };
        let earliest = plan.days.end.map_or(today, |end| end.max(today));
        if end <= earliest && plan.days.end != Some(end) {
            let hint = format!("Choose a day after {earliest}");
            problems.push(Problem::error(
                &sole(NEW_END),
                "The new end is no later than today or the present end",
                hint,
            ));
        } else if let Some(start) = plan.days.start {
            let length = end.0.saturating_sub(start.0);
            if length > day_count(window.most) {
                let message = format!("That makes {length} days: {} at most", window.most);
                let hint = format!("End by {}, or stop and agree on a new proof", start.plus(day_count(window.most)));
                problems.push(Problem::error(&sole(NEW_END), message, hint));
            } else if length > day_count(window.ideal) && plan.approved_by.is_empty() {
                let message = format!("That makes {length} days, which needs a special approval");
                problems.push(Problem::warning(&sole(NEW_END), message, "Name above who approved the longer run"));
            }
        }
        problems.extend(free_day(&plan.calendar, &sole(NEW_END), end));
        if !plan.ends.is_empty() && plan.days.end != Some(end) {
            let hint = "Say who is sure that this one holds, or stop";
            problems.push(Problem::warning(&sole(NEW_END), "The end has moved before", hint));
        }
    }
}
