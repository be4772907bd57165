//! How long a proof of concept may run, and when it is decided.
use crate::table::account;
use fitproof::domain::problem::Severity::{self, Error, Warning};
use fitproof::playbook::Playbook;
use fitproof::playbook::verdict::judge;

/// The field and severity of each problem with the days.
fn check(start: &str, end: &str, decision: &str, expected: &[(&str, Severity)]) {
    let given = format!("start={start}; end={end}; decision={decision}");
    let verdict = judge(&Playbook::embedded(), &account(&given));
    let found: Vec<(&str, Severity)> =
        verdict.problems.iter().map(|problem| (&problem.field["plan.".len()..], problem.severity)).collect();
    assert_eq!(found, expected, "{given}");
    assert!(verdict.problems.iter().all(|problem| !problem.hint.is_empty()), "{given}");
}

#[test]
fn two_weeks_are_ideal_and_four_the_most() {
    for (end, expected) in [
        ("2027-01-10", Some(Error)),
        ("2027-01-11", None),
        ("2027-01-12", None),
        // 11 + 14 = 25 January.
        ("2027-01-25", None),
        ("2027-01-26", Some(Warning)),
        // 11 January + 28 = 8 February.
        ("2027-02-08", Some(Warning)),
        ("2027-02-09", Some(Error)),
        ("2028-01-11", Some(Error)),
        ("2026-01-11", Some(Error)),
        ("", None),
    ] {
        let expected: Vec<_> = expected.map(|severity| ("end", severity)).into_iter().collect();
        check("2027-01-11", end, "", &expected);
    }
    check("", "2027-01-25", "", &[]);
    // Over a leap day: 16 February + 14 = 1 March 2028.
    check("2028-02-16", "2028-03-01", "", &[]);
    check("2028-02-16", "2028-03-02", "", &[("end", Warning)]);
    check("2027-02-16", "2027-03-02", "", &[]);
    check("2027-02-16", "2027-03-03", "", &[("end", Warning)]);
}

#[test]
fn the_decision_belongs_inside() {
    // 25 January 2027 is a Monday: five working days later is Monday, 1 February.
    for (decision, expected) in [
        ("2027-01-10", Some(Error)),
        ("2027-01-11", None),
        ("2027-01-22", None),
        ("2027-01-25", None),
        ("2027-01-26", Some(Warning)),
        ("2027-01-30", Some(Warning)),
        ("2027-02-01", Some(Warning)),
        ("2027-02-02", Some(Error)),
        ("2027-06-01", Some(Error)),
        ("", None),
    ] {
        let expected: Vec<_> = expected.map(|severity| ("decision", severity)).into_iter().collect();
        check("2027-01-11", "2027-01-25", decision, &expected);
    }
    // From a Friday: five working days later is the next Friday.
    check("2027-01-11", "2027-01-22", "2027-01-29", &[("decision", Warning)]);
    check("2027-01-11", "2027-01-22", "2027-01-30", &[("decision", Error)]);
    // From a Sunday: the Friday after.
    check("2027-01-11", "2027-01-24", "2027-01-29", &[("decision", Warning)]);
    check("2027-01-11", "2027-01-24", "2027-02-01", &[("decision", Error)]);
    check("", "2027-01-25", "2027-02-02", &[("decision", Error)]);
    check("2027-01-11", "", "2027-01-10", &[("decision", Error)]);
    check("2027-01-11", "", "2027-01-12", &[]);
    check("", "", "2027-01-12", &[]);
    check("2027-01-11", "2027-02-09", "2027-02-20", &[("end", Error), ("decision", Error)]);
}

#[test]
fn what_is_no_day_says_so() {
    for text in ["soon", "2027-02-29", "29.01.2027", "2027-1", "0000-00-00", "99999-01-01"] {
        check(text, "2027-01-25", "", &[("start", Error)]);
    }
}
