//! The plan from what was typed: what can't be read is said at its field, and the rest counts.
use super::{Criterion, Event, EventKind, Phase, Plan, Prerequisite, Verdict};
use crate::domain::calendar::Calendar;
use crate::domain::date::Day;
use crate::domain::poc::Days;
use crate::domain::problem::Problem;
use crate::domain::row::{self, Row, RowKind};
use std::rc::Rc;

/// No plan has an event so many working days from its start.
const FARTHEST: i32 = 500;

/// The plan that the rows describe, around the days that are known.
pub fn read(rows: &[Rc<Row>], days: Days) -> (Plan, Vec<Problem>) {
    let mut problems = Vec::new();
    let holidays = row::of(rows, RowKind::Holiday).filter_map(|row| day(row, "day", &mut problems)).collect();
    let calendar = Calendar::new(holidays);
    let text = |field: &str| row::sole_text(rows, RowKind::Engagement, field).trim().to_owned();
    let criteria = row::of(rows, RowKind::Criterion).map(|row| criterion(row, &mut problems)).collect();
    let prerequisites = row::of(rows, RowKind::Prerequisite).map(|row| prerequisite(row, &mut problems)).collect();
    let mut events: Vec<Event> =
        row::of(rows, RowKind::Event).map(|row| event(row, days.start, &calendar, &mut problems)).collect();
    events.sort_by_key(|event| (event.day.is_none(), event.day));
    let plan = Plan {
        days,
        approved_by: text("approved-by"),
        ends: text("ends").split_whitespace().filter_map(Day::parse).collect(),
        agreed: Day::parse(&text("agreed")),
        calendar,
        criteria,
        prerequisites,
        events,
    };
    (plan, problems)
}

fn day(row: &Row, field: &str, problems: &mut Vec<Problem>) -> Option<Day> {
    let text = row.text(field).trim();
    let day = Day::parse(text);
    if day.is_none() && !text.is_empty() {
        problems.push(Problem::no_day(&row.field(field)));
    }
    day
}

fn criterion(row: &Row, problems: &mut Vec<Problem>) -> Criterion {
    let text = |field: &str| row.text(field).trim().to_owned();
    Criterion {
        key: row.key,
        use_case: text("use-case"),
        measure: text("measure"),
        baseline: text("baseline"),
        target: text("target"),
        owner: text("owner"),
        due: day(row, "due", problems),
        result: match row.text("result") {
            "met" => Verdict::Met,
            "not-met" => Verdict::NotMet,
            _ => Verdict::Open,
        },
        note: text("result-note"),
        added: Day::parse(row.text("added")),
    }
}

fn prerequisite(row: &Row, problems: &mut Vec<Problem>) -> Prerequisite {
    Prerequisite {
        key: row.key,
        what: row.text("what").trim().to_owned(),
        who: row.text("who").trim().to_owned(),
        available: day(row, "available", problems),
        done: row.text("done") == "yes",
    }
}

fn event(row: &Row, start: Option<Day>, calendar: &Calendar, problems: &mut Vec<Problem>) -> Event {
    let fixed = day(row, "day", problems);
    let after = if row.text("day").trim().is_empty() { offset(row, problems) } else { None };
    Event {
        key: row.key,
        name: row.text("name").trim().to_owned(),
        who: row.text("who").trim().to_owned(),
        after,
        day: fixed.or_else(|| Some(calendar.plus_working(start?, after?))),
        phase: match row.text("phase") {
            "prepare" => Phase::Prepare,
            "follow-up" => Phase::FollowUp,
            _ => Phase::Execute,
        },
        kind: match row.text("type") {
            "legal" => EventKind::Legal,
            "it" => EventKind::It,
            "decision" => EventKind::Decision,
            _ => EventKind::Meeting,
        },
        done: row.text("done") == "yes",
    }
}

/// Working days after the start, before it when negative.
fn offset(row: &Row, problems: &mut Vec<Problem>) -> Option<i32> {
    let text = row.text("after").trim();
    if text.is_empty() {
        return None;
    }
    let plain = text.replace(['−', '–'], "-");
    match plain.trim_start_matches('+').parse::<i32>() {
        Ok(days) if (-FARTHEST..=FARTHEST).contains(&days) => Some(days),
        _ => {
            let hint = "5 means five working days after the start, -3 three before it";
            problems.push(Problem::error(&row.field("after"), "Type a number of working days up to 500", hint));
            None
        }
    }
}
