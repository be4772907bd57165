//! The plan of a proof of concept: every rule of the clock with its pair, and what moves with the start.
mod plan_of;

use fitproof::domain::calendar::Calendar;
use fitproof::domain::date::Day;
use fitproof::domain::poc::Days;
use fitproof::domain::pov::{self, EventKind, Plan, Sign, What};
use fitproof::domain::problem::Problem;
use fitproof::domain::row::RowKind;
use plan_of::{START, Typed, days, plan, rows, window};

/// What is said at a field, on the Friday before the start.
fn said(plan: &Plan, field: &str) -> Vec<String> {
    said_on(plan, field, START.plus(-3))
}

fn said_on(plan: &Plan, field: &str, today: Day) -> Vec<String> {
    let problems = pov::check(&window(), plan, today);
    for problem in &problems {
        assert!(!problem.message.is_empty() && !problem.hint.is_empty(), "{problem:?} says what to change");
    }
    problems.into_iter().filter(|problem| problem.field == field).map(|problem| problem.message).collect()
}

/// Both reviews inside the window, so that the rest can be looked at.
const LEGAL: (RowKind, &[(&str, &str)]) = (RowKind::Event, &[("type", "legal"), ("after", "2")]);
const IT: (RowKind, &[(&str, &str)]) = (RowKind::Event, &[("type", "it"), ("after", "3")]);

#[test]
fn a_plan_that_keeps_the_clock_has_nothing_said_about_it() {
    let kept = plan(&[LEGAL, IT], days(11, Some(11)));
    assert_eq!(pov::check(&window(), &kept, START.plus(-3)), []);
    assert_eq!(pov::signs(&kept, START.plus(3)), []);
}

#[test]
fn the_start_is_a_monday() {
    assert_eq!(START.to_string(), "2026-12-07");
    assert!(START.plus(-1).is_weekend() && !START.is_weekend());
}

#[test]
fn reviews_run_inside_the_window() {
    let end = 11;
    for (day, inside) in [(-1, false), (0, true), (end, true), (end + 1, false)] {
        let day = START.plus(day).to_string();
        let reviewed = plan(&[(RowKind::Event, &[("type", "legal"), ("day", &day)]), IT], days(end, Some(10)));
        let found = said(&reviewed, "row.1.day");
        assert_eq!(found.iter().any(|text| text.contains("not inside the proof")), !inside, "{day}: {found:?}");
    }
    let bare = plan(&[LEGAL], days(end, Some(10)));
    assert_eq!(said(&bare, "plan.end"), ["No IT review is planned"]);
}

#[test]
fn a_decision_meeting_is_booked_as_a_day_or_as_an_event() {
    assert_eq!(said(&plan(&[LEGAL, IT], days(11, None)), "plan.decision"), ["No final decision meeting is booked"]);
    let event = (RowKind::Event, &[("type", "decision"), ("after", "8")][..]);
    let booked = plan(&[LEGAL, IT, event], days(11, None));
    assert_eq!(said(&booked, "plan.decision"), [""; 0]);
    assert_eq!(booked.decision(), Some(START.plus(10)), "eight working days over one weekend");
}

/// The end is a Friday; five working days later is the next Friday, or the Monday after it when one of them is free.
#[test]
fn a_decision_meeting_in_the_plan_is_held_by_the_end() {
    let free = START.plus(16).to_string();
    for (day, holiday, expected) in [
        (11, "", None),
        (12, "", Some("is after the end")),
        (18, "", Some("is after the end")),
        (21, "", Some("more than 5 working days")),
        (21, free.as_str(), Some("is after the end")),
        (22, &free, Some("more than 5 working days")),
        (400, "", Some("more than 5 working days")),
    ] {
        for phase in ["execute", "follow-up"] {
            let day = START.plus(day).to_string();
            let meeting: &[(&str, &str)] = &[("type", "decision"), ("day", &day), ("phase", phase)];
            let holiday: &[(&str, &str)] = &[("day", holiday)];
            let asked = plan(&[LEGAL, IT, (RowKind::Event, meeting), (RowKind::Holiday, holiday)], days(11, None));
            let found = said(&asked, "row.3.day");
            let late: Vec<&String> = found.iter().filter(|text| text.contains("decision meeting")).collect();
            assert_eq!(late.len(), usize::from(expected.is_some()), "{day} {phase}: {found:?}");
            assert!(expected.is_none_or(|words| late.iter().all(|text| text.contains(words))), "{day}: {found:?}");
        }
    }
}

/// Whatever is typed: each rule that is broken says what to change, and nothing is said twice.
#[test]
fn a_year_long_or_backward_plan_says_what_to_change() {
    for (end, decision) in [(400, Some(401)), (-7, Some(-9)), (0, Some(0)), (28, Some(29)), (5, None)] {
        let days = days(end, decision);
        let asked = plan(
            &[
                (RowKind::Event, &[("type", "legal"), ("after", "200")]),
                (RowKind::Event, &[("type", "decision"), ("day", "1999-12-31")]),
                (RowKind::Prerequisite, &[("what", "Sandbox"), ("available", "2999-12-31")]),
                (RowKind::Criterion, &[("use-case", "Leads"), ("due", "2999-12-31")]),
            ],
            days,
        );
        for today in [-500, -1, 0, 3, 500] {
            let window_says = fitproof::domain::poc::check(&window(), days, &asked.calendar, false);
            let mut all = pov::check(&window(), &asked, START.plus(today));
            all.extend(window_says);
            assert!(all.iter().all(|problem| !problem.message.is_empty() && !problem.hint.is_empty()), "{all:?}");
            let count = all.len();
            all.sort_by(|a, b| (&a.field, &a.message).cmp(&(&b.field, &b.message)));
            all.dedup();
            assert_eq!(all.len(), count, "{all:?}");
            let long = all.iter().any(|problem| problem.message.contains("400 days is too long: 28 at most"));
            assert_eq!(long, end == 400);
            assert_eq!(all.iter().any(|problem| problem.message == "The end is before the start"), end < 0);
        }
    }
}

/// The days of grace after the end are working days, and the user's holidays are none.
#[test]
fn a_decision_meeting_may_come_so_many_working_days_after_the_end() {
    let (end, grace) = (11, 5);
    let calendar = Calendar::new(vec![START.plus(end + 3)]);
    let last = calendar.working_after(START.plus(end), grace);
    for (decision, late) in [(last, false), (last.plus(1), true)] {
        let days = days(end, Some(decision.0 - START.0));
        let says = |calendar: &Calendar| fitproof::domain::poc::check(&window(), days, calendar, false);
        let is_late = |problem: &Problem| problem.message.contains("more than 5 working days after the end");
        assert_eq!(says(&calendar).iter().any(is_late), late);
        assert!(says(&Calendar::default()).iter().any(is_late), "without the holiday it is a day too late");
    }
}

#[test]
fn prerequisites_are_there_before_the_start() {
    for (available, late) in [(-1, false), (0, false), (1, true)] {
        let day = START.plus(available).to_string();
        let asked = plan(
            &[LEGAL, IT, (RowKind::Prerequisite, &[("what", "Sandbox"), ("available", &day)])],
            days(11, Some(10)),
        );
        let found = said(&asked, "row.3.available");
        assert_eq!(found.iter().any(|text| text == "This comes after the start"), late, "{day}");
    }
    let undated = plan(&[LEGAL, IT, (RowKind::Prerequisite, &[("what", "Sandbox")])], days(11, Some(10)));
    assert_eq!(said(&undated, "row.3.available"), ["No day is set"]);
    let due = START.plus(-10).to_string();
    let overdue = |done| {
        let fields: &[(&str, &str)] = &[("what", "Sandbox"), ("available", &due), ("done", done)];
        said(&plan(&[LEGAL, IT, (RowKind::Prerequisite, fields)], days(11, Some(10))), "row.3.available")
    };
    assert_eq!(overdue(""), ["This was due and isn’t ticked"]);
    assert_eq!(overdue("yes"), [""; 0]);
}

#[test]
fn criteria_are_due_by_the_end() {
    for (due, late) in [(11, false), (12, true)] {
        let day = START.plus(due).to_string();
        let asked =
            plan(&[LEGAL, IT, (RowKind::Criterion, &[("use-case", "Leads"), ("due", &day)])], days(11, Some(10)));
        assert_eq!(!said(&asked, "row.3.due").is_empty(), late);
    }
}

#[test]
fn free_days_are_named_with_the_working_days_beside_them() {
    let saturday = plan(&[LEGAL, IT], days(12, Some(10)));
    let holiday = START.plus(10).to_string();
    let off = plan(&[LEGAL, IT, (RowKind::Holiday, &[("day", &holiday)])], days(11, Some(10)));
    let problems = pov::check(&window(), &saturday, START.plus(-3));
    let (before, after) = (START.plus(11), START.plus(14));
    assert!(problems.iter().any(|p| p.field == "plan.end" && p.hint == format!("Choose {} or {}", before.in_words(), after.in_words())));
    assert!(said(&off, "plan.decision").iter().any(|text| text.contains("on a holiday")));
}

#[test]
fn what_has_passed_is_told() {
    let over = plan(&[LEGAL, IT, (RowKind::Criterion, &[("use-case", "Leads")])], days(11, Some(10)));
    assert_eq!(said_on(&over, "plan.end", START.plus(11)), [""; 0]);
    assert_eq!(said_on(&over, "plan.end", START.plus(12)), ["The end has passed and results are open"]);
    assert_eq!(said_on(&over, "plan.start", START.plus(1)), ["The start has passed and the plan isn’t agreed"]);
}

#[test]
fn signs_of_a_trial_that_never_ends() {
    let late = START.plus(2).to_string();
    let first = START.plus(11).to_string();
    let second = START.plus(18).to_string();
    let ends = format!("{first} {second}");
    let moved: &[(&str, &str)] = &[("ends", &ends), ("agreed", "2026-12-01")];
    let going = plan(
        &[(RowKind::Engagement, moved), (RowKind::Criterion, &[("use-case", "One more"), ("added", &late)])],
        days(25, None),
    );
    let today = START.plus(20);
    assert_eq!(pov::signs(&going, today), [Sign::EndMoved(2), Sign::CriteriaAdded(1), Sign::NoDecisionMeeting]);
    let once: &[(&str, &str)] = &[("ends", &first), ("agreed", "2026-12-01")];
    assert_eq!(pov::signs(&plan(&[(RowKind::Engagement, once)], days(25, Some(24))), today), []);
    assert_eq!(pov::signs(&plan(&[], days(25, None)), START.plus(-1)), [], "nothing has begun");
}

/// Whatever the start: what is counted from it keeps its distance in working days.
#[test]
fn what_is_relative_moves_with_the_start() {
    let of: Vec<(RowKind, Vec<(&str, String)>)> = (-20..60)
        .map(|after| (RowKind::Event, vec![("after", format!("{after}"))]))
        .chain([(RowKind::Holiday, vec![("day", START.plus(3).to_string())])])
        .collect();
    let of: Vec<(RowKind, Vec<(&str, &str)>)> = of
        .iter()
        .map(|(kind, fields)| (*kind, fields.iter().map(|(field, text)| (*field, text.as_str())).collect()))
        .collect();
    let of: Vec<(RowKind, &[(&str, &str)])> = of.iter().map(|(kind, fields)| (*kind, fields.as_slice())).collect();
    for moved in 0..40 {
        let start = START.plus(moved);
        let plan = plan(&of, Days { start: Some(start), ..Days::default() });
        for event in &plan.events {
            let after = event.after.expect("all are relative");
            let day = event.day.expect("the start is known");
            assert_eq!(day, plan.calendar.plus_working(start, after));
            assert!(plan.calendar.is_working(day) && event.kind == EventKind::Meeting);
        }
        assert!(plan.events.windows(2).all(|pair| pair[0].after < pair[1].after), "their order stays");
    }
}

#[test]
fn what_can_not_be_read_is_said_and_kept() {
    let wrong = rows(&[
        (RowKind::Event, &[("after", "soon")]),
        (RowKind::Event, &[("after", "501")]),
        (RowKind::Event, &[("day", "31.12.2026")]),
        (RowKind::Prerequisite, &[("available", "2026-02-30")]),
        (RowKind::Criterion, &[("due", "x")]),
        (RowKind::Holiday, &[("day", "Easter")]),
        (RowKind::Event, &[("after", "−3")]),
    ]);
    let (plan, problems) = pov::read(&wrong, days(11, None));
    let fields: Vec<&str> = problems.iter().map(|problem| problem.field.as_str()).collect();
    for field in ["row.1.after", "row.2.after", "row.3.day", "row.4.available", "row.5.due", "row.6.day"] {
        assert!(fields.contains(&field), "{field} of {fields:?}");
    }
    assert_eq!(problems.len(), 6);
    assert!(plan.events.iter().any(|event| event.after == Some(-3)));
}

#[test]
fn what_is_due_next() {
    let step = [("name", "Kick-off"), ("after", "1")];
    let over = [("name", "Call"), ("after", "-2"), ("done", "yes")];
    let criterion = [("use-case", "Leads")];
    let access = [("what", "Access"), ("available", "2026-11-01")];
    let typed: [Typed; 4] = [
        (RowKind::Event, &step),
        (RowKind::Event, &over),
        (RowKind::Criterion, &criterion),
        (RowKind::Prerequisite, &access),
    ];
    let plan = plan(&typed, days(11, Some(10)));
    let due = |today: Day| pov::next(&plan, today).map(|due| (due.day, due.what));
    let named = |name: &str| What::Named(name.to_owned());
    assert_eq!(due(START.plus(-3)), Some((START, What::Start)));
    assert_eq!(due(START), Some((START, What::Start)), "today counts");
    assert_eq!(due(START.plus(1)), Some((START.plus(1), named("Kick-off"))));
    assert_eq!(due(START.plus(2)), Some((START.plus(10), What::Decision)));
    assert_eq!(due(START.plus(11)), Some((START.plus(11), What::End)));
    // Nothing comes any more: what was left undone last.
    assert_eq!(due(START.plus(12)), Some((START.plus(1), named("Kick-off"))));
    assert_eq!(pov::next(&Plan::default(), START), None);
}
