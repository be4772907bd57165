//! The window of a proof of concept: when it starts, ends and is decided.
use super::calendar::Calendar;
use super::date::{Day, day_count};
use super::problem::Problem;

/// How long a proof of concept may run, in calendar days from start to end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// Ids of the questions that hold the days.
    pub start: String,
    pub end: String,
    pub decision: String,
    pub ideal: u32,
    pub most: u32,
    /// Working days after the end within which a decision meeting is advice, not a breach.
    pub grace: u32,
}

impl Window {
    /// The question of each day, in the order of the days, and the day as far as it is known.
    pub fn named(&self, days: Days) -> [(&String, Option<Day>); 3] {
        [(&self.start, days.start), (&self.end, days.end), (&self.decision, days.decision)]
    }
}

/// Days as far as they are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Days {
    pub start: Option<Day>,
    pub end: Option<Day>,
    pub decision: Option<Day>,
}

/// What is wrong with the days, each with what to change. Somebody may have approved more than the ideal length.
pub fn check(window: &Window, days: Days, calendar: &Calendar, is_approved: bool) -> Vec<Problem> {
    let mut problems = Vec::new();
    if let (Some(start), Some(end)) = (days.start, days.end) {
        let length = end.0 - start.0;
        let latest = start.plus(day_count(window.ideal));
        if length < 0 {
            problems.push(Problem::error(
                &window.end,
                "The end is before the start",
                "Choose a later end or an earlier start",
            ));
        } else if length > day_count(window.most) {
            let message = format!("{length} days is too long: {} at most, and {} is ideal", window.most, window.ideal);
            problems.push(Problem::error(
                &window.end,
                message,
                format!("End by {} to keep to the ideal", latest.in_words()),
            ));
        } else if length > day_count(window.ideal) && !is_approved {
            let message = format!("{length} days needs a special approval: {} is ideal", window.ideal);
            problems.push(Problem::warning(
                &window.end,
                message,
                format!("End by {}, or name who approved the longer run", latest.in_words()),
            ));
        }
    }
    if days.decision.zip(days.start).is_some_and(|(decision, start)| decision < start) {
        problems.push(Problem::error(
            &window.decision,
            "The decision meeting is before the start",
            "Book it for the last days of the proof of concept",
        ));
    } else if let (Some(end), Some(decision)) = (days.end, days.decision) {
        problems.extend(late_decision(window, calendar, &window.decision, decision, end));
    }
    problems
}

/// A decision meeting after the end, told at this field.
pub fn late_decision(window: &Window, calendar: &Calendar, field: &str, decision: Day, end: Day) -> Option<Problem> {
    if decision > calendar.working_after(end, day_count(window.grace)) {
        let message = format!("The decision meeting is more than {} working days after the end", window.grace);
        Some(Problem::error(field, message, format!("Book it by {}", end.in_words())))
    } else if decision > end {
        let hint = format!("Best held by {}, while everyone is still involved", end.in_words());
        Some(Problem::warning(field, "The decision meeting is after the end", hint))
    } else {
        None
    }
}
