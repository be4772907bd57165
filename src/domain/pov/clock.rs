//! The rules of the clock. Each broken one says what to change.
use super::{Event, EventKind, Phase, Plan, Verdict};
use crate::domain::calendar::Calendar;
use crate::domain::date::Day;
use crate::domain::poc::{Window, late_decision};
use crate::domain::problem::Problem;
use crate::domain::row::{Row, RowKind};

/// What is wrong with the plan's days on this day, beyond the window itself (see [`crate::domain::poc::check`]).
pub fn check(window: &Window, plan: &Plan, today: Day) -> Vec<Problem> {
    let mut problems = Vec::new();
    free_days(window, plan, &mut problems);
    reviews(window, plan, &mut problems);
    prerequisites(plan, today, &mut problems);
    criteria(plan, &mut problems);
    events(window, plan, &mut problems);
    past(window, plan, today, &mut problems);
    problems
}

fn free_days(window: &Window, plan: &Plan, problems: &mut Vec<Problem>) {
    for (field, day) in window.named(plan.days) {
        if let Some(day) = day {
            problems.extend(free_day(&plan.calendar, field, day));
        }
    }
}

/// A day on which nobody works.
pub fn free_day(calendar: &Calendar, field: &str, day: Day) -> Option<Problem> {
    if calendar.is_working(day) {
        return None;
    }
    let why = if day.is_weekend() { "on a weekend" } else { "on a holiday" };
    let (before, after) = (calendar.working_before(day), calendar.next_working(day));
    Some(Problem::warning(
        field,
        format!("{} is {why}", day.in_words()),
        format!("Choose {} or {}", before.in_words(), after.in_words()),
    ))
}

/// Legal and IT review run inside the window, and a decision meeting is booked.
fn reviews(window: &Window, plan: &Plan, problems: &mut Vec<Problem>) {
    let (Some(start), Some(end)) = (plan.days.start, plan.days.end) else { return };
    for (kind, name) in [(EventKind::Legal, "legal review"), (EventKind::It, "IT review")] {
        let mut found = plan.events.iter().filter(|event| event.kind == kind).peekable();
        if found.peek().is_none() {
            let hint = format!(
                "Add it to the plan between {} and {}, so that nobody waits afterward",
                start.in_words(),
                end.in_words()
            );
            problems.push(Problem::warning(&window.end, format!("No {name} is planned"), hint));
        }
        for event in found {
            if event.day.is_none_or(|day| day < start || day > end) {
                let message = format!("The {name} is not inside the proof");
                problems.push(Problem::warning(
                    &field(event),
                    message,
                    format!("Move it between {} and {}", start.in_words(), end.in_words()),
                ));
            }
        }
    }
    if plan.decision().is_none() {
        let hint = format!("Book it now, for a day before {}", end.in_words());
        problems.push(Problem::warning(&window.decision, "No final decision meeting is booked", hint));
    }
}

fn field(event: &Event) -> String {
    Row::new(event.key, RowKind::Event, None).field(if event.after.is_some() { "after" } else { "day" })
}

fn prerequisites(plan: &Plan, today: Day, problems: &mut Vec<Problem>) {
    for prerequisite in plan.prerequisites.iter().filter(|prerequisite| !prerequisite.done) {
        let field = Row::new(prerequisite.key, RowKind::Prerequisite, None).field("available");
        match (prerequisite.available, plan.days.start) {
            (Some(available), Some(start)) if available > start => {
                let hint = format!("Get it by {}, or start on {} or later", start.in_words(), available.in_words());
                problems.push(Problem::warning(&field, "This comes after the start", hint));
            }
            (Some(available), _) if available < today => {
                let hint = "Tick it when it is there, or agree on a new day";
                problems.push(Problem::warning(&field, "This was due and isn’t ticked", hint));
            }
            (None, Some(start)) if !prerequisite.what.is_empty() => {
                problems.push(Problem::warning(
                    &field,
                    "No day is set",
                    format!("Ask for a day up to {}", start.in_words()),
                ));
            }
            _ => {}
        }
    }
}

fn criteria(plan: &Plan, problems: &mut Vec<Problem>) {
    for criterion in &plan.criteria {
        let field = |name| Row::new(criterion.key, RowKind::Criterion, None).field(name);
        if let (Some(due), Some(end)) = (criterion.due, plan.days.end)
            && due > end
        {
            let hint = format!("Choose a day up to {}", end.in_words());
            problems.push(Problem::warning(&field("due"), "This is due after the end", hint));
        }
        if criterion.result != Verdict::Open && plan.days.start.is_none() {
            let hint = "Set the start and end first";
            problems.push(Problem::warning(&field("result"), "A result needs a proof that has run", hint));
        }
    }
}

fn events(window: &Window, plan: &Plan, problems: &mut Vec<Problem>) {
    for event in &plan.events {
        let Some(day) = event.day else { continue };
        // Days counted from the start never fall on a free day.
        if event.after.is_none() {
            problems.extend(free_day(&plan.calendar, &field(event), day));
        }
        let decision = event.kind == EventKind::Decision;
        let (message, hint) = match (event.phase, plan.days.start, plan.days.end) {
            (Phase::Prepare, Some(start), _) if day > start => {
                ("Preparation comes after the start", format!("Move it to {} or before", start.in_words()))
            }
            (Phase::Execute, Some(start), _) if day < start => (
                "This is before the start",
                format!("Move it to {} or later, or make it preparation", start.in_words()),
            ),
            (_, _, Some(end)) if decision && day > end => {
                problems.extend(late_decision(window, &plan.calendar, &field(event), day, end));
                continue;
            }
            (Phase::Execute, _, Some(end)) if day > end => {
                ("This is after the end", format!("Move it to {} or before, or make it follow-up", end.in_words()))
            }
            _ => continue,
        };
        problems.push(Problem::warning(&field(event), message, hint));
    }
}

/// What lies behind us and was never closed.
fn past(window: &Window, plan: &Plan, today: Day, problems: &mut Vec<Problem>) {
    let open = plan.count(Verdict::Open);
    if let Some(end) = plan.days.end
        && end < today
        && (open > 0 || plan.criteria.is_empty())
    {
        let hint = "Write down the result of each criterion and agree on the next step";
        problems.push(Problem::warning(&window.end, "The end has passed and results are open", hint));
    }
    if let Some(start) = plan.days.start
        && start < today
        && plan.agreed.is_none()
        && plan.days.end.is_none_or(|end| end >= today)
    {
        let hint = "Choose a later start, or note that the plan was agreed";
        problems.push(Problem::warning(&window.start, "The start has passed and the plan isn’t agreed", hint));
    }
}
