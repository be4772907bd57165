//! How a proof ends: every rule with its pair.
use super::{START, days, plan, rows, window};
use fitproof::domain::date::Day;
use fitproof::domain::guide::{Closing, NextStep};
use fitproof::domain::pov::Plan;
use fitproof::domain::row::RowKind::{Criterion, Engagement};

const MET: (super::RowKind, &[(&str, &str)]) = (Criterion, &[("use-case", "A"), ("result", "met")]);
const MISSED: (super::RowKind, &[(&str, &str)]) = (Criterion, &[("use-case", "B"), ("result", "not-met")]);
const OPEN: (super::RowKind, &[(&str, &str)]) = (Criterion, &[("use-case", "C")]);

fn said(fields: &[(&str, &str)], plan: &Plan, today: Day) -> Vec<(String, String)> {
    let (closing, unread) = Closing::read(&rows(&[(Engagement, fields)]));
    let problems = closing.check(&window(), plan, today);
    for problem in &problems {
        assert!(
            !problem.hint.is_empty() && Closing::holds(problem),
            "{problem:?} says what to change, at a field of the closing"
        );
    }
    let all = unread.into_iter().chain(problems);
    all.map(|problem| (problem.field.trim_start_matches("engagement.").to_owned(), problem.message)).collect()
}

fn told(found: &[(String, String)], field: &str, words: &str) -> bool {
    found.iter().any(|(at, message)| at == field && message.contains(words))
}

#[test]
fn nothing_is_said_before_a_next_step_is_chosen() {
    assert_eq!(said(&[("next-reason", "x"), ("new-end", "2026-12-18")], &plan(&[OPEN], days(11, None)), START), []);
    assert!(!Closing::default().ends());
}

#[test]
fn buying_goes_with_results() {
    let today = START.plus(12);
    assert_eq!(said(&[("next", "buy")], &plan(&[MET, MET], days(11, None)), today), []);
    assert!(told(&said(&[("next", "buy")], &plan(&[MET, OPEN], days(11, None)), today), "next", "One result is open"));
    assert!(told(&said(&[("next", "buy")], &plan(&[OPEN, OPEN], days(11, None)), today), "next", "2 results are open"));
    assert!(told(&said(&[("next", "buy")], &plan(&[MISSED], days(11, None)), today), "next", "Not every criterion"));
    assert_eq!(
        said(&[("next", "buy"), ("next-reason", "The rest is enough")], &plan(&[MISSED], days(11, None)), today),
        []
    );
    assert!(told(&said(&[("next", "buy")], &plan(&[], days(11, None)), today), "next", "no success criterion"));
}

#[test]
fn stopping_has_a_reason() {
    let stopped = plan(&[MISSED], days(11, None));
    assert!(told(&said(&[("next", "stop")], &stopped, START), "next-reason", "No reason"));
    assert_eq!(said(&[("next", "stop"), ("next-reason", "No budget")], &stopped, START), []);
    assert_eq!(said(&[("next", "stop"), ("next-reason", "No budget")], &plan(&[], days(11, None)), START), []);
}

#[test]
fn an_extension_has_a_reason_and_an_end_within_the_bounds() {
    let running = plan(&[OPEN], days(11, None));
    let today = START.plus(10);
    let bare = said(&[("next", "extend")], &running, today);
    assert!(told(&bare, "next-reason", "needs a reason") && told(&bare, "new-end", "needs a new end"));
    let to = |end: i32, plan: &Plan| {
        said(
            &[("next", "extend"), ("next-reason", "One review"), ("new-end", &START.plus(end).to_string())],
            plan,
            today,
        )
    };
    // Monday to Friday of the second week, today is its Thursday.
    for (end, late) in [(9, true), (10, true), (14, false)] {
        assert_eq!(told(&to(end, &running), "new-end", "no later"), late, "{end}");
    }
    assert_eq!(to(14, &running), []);
    assert!(told(&to(15, &running), "new-end", "special approval"));
    assert!(told(&to(28, &running), "new-end", "special approval") && !told(&to(28, &running), "new-end", "at most"));
    assert!(told(&to(29, &running), "new-end", "29 days: 28 at most"));
    let approved = plan(&[OPEN, (Engagement, &[("approved-by", "Ann")])], days(11, None));
    assert_eq!(to(15, &approved), []);
    assert!(told(&to(29, &approved), "new-end", "at most"), "nobody approves more than the most");
    assert!(told(&to(12, &running), "new-end", "on a weekend"));
    let first = START.plus(4).to_string();
    let moved = plan(&[OPEN, (Engagement, &[("ends", &first)])], days(11, None));
    assert!(told(&to(14, &moved), "new-end", "has moved before"));
    // Once it was moved there, the end is the new one.
    assert_eq!(to(14, &plan(&[OPEN], days(14, None))), []);
}

#[test]
fn what_can_not_be_read_is_said_and_what_was_ticked_is_known() {
    assert!(told(
        &said(&[("next", "extend"), ("new-end", "31.12.")], &plan(&[], days(11, None)), START),
        "new-end",
        "isn’t a day"
    ));
    let (closing, _) = Closing::read(&rows(&[(Engagement, &[("wound-down", "a.b c"), ("next", "stop")])]));
    assert!(closing.is_wound_down("a.b") && closing.is_wound_down("c") && !closing.is_wound_down("a"));
    assert!(closing.ends() && closing.next == Some(NextStep::Stop));
}
