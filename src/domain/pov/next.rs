//! The day that an account is waiting for.
use super::{Plan, Verdict};
use crate::domain::date::Day;

/// What is due on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    pub day: Day,
    pub what: What,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    Start,
    End,
    Decision,
    /// On a trial alone: the day to ask how it went.
    CheckIn,
    /// A step, a prerequisite or a success criterion, by what it is called.
    Named(String),
}

/// The first thing that is due today or later; when there is none, the last one that should have been done before. Start,
/// end and decision are over once their day has passed.
pub fn next(plan: &Plan, today: Day) -> Option<Due> {
    let fixed = [(plan.days.start, What::Start), (plan.days.end, What::End), (plan.days.decision, What::Decision)];
    let fixed = fixed.into_iter().filter(|(day, _)| day.is_some_and(|day| day >= today));
    let named = |day: Option<Day>, name: &str| (day, What::Named(name.to_owned()));
    let events = plan.events.iter().filter(|event| !event.done).map(|event| named(event.day, &event.name));
    let prerequisites = plan.prerequisites.iter().filter(|one| !one.done).map(|one| named(one.available, &one.what));
    let criteria = plan.criteria.iter().filter(|one| one.result == Verdict::Open);
    let criteria = criteria.map(|one| named(one.due, &one.use_case));
    let all = fixed.chain(events).chain(prerequisites).chain(criteria);
    let all: Vec<Due> = all.filter_map(|(day, what)| day.map(|day| Due { day, what })).collect();
    let coming = all.iter().filter(|due| due.day >= today).min_by_key(|due| due.day);
    coming.or_else(|| all.iter().max_by_key(|due| due.day)).cloned()
}
