//! Growth: two headcounts win over a rate; bands; from nobody; a young company; a rate that differs.
use crate::table::{answers, id, profiles, reading};
use fitproof::domain::criterion::Input;
use fitproof::domain::growth::{Growth, GrowthInput, growth, most_then};
use fitproof::domain::problem::Severity;
use fitproof::domain::quantity::Quantity;
use fitproof::domain::span::Span;

fn input() -> GrowthInput {
    match &profiles()[0].criteria[0].input {
        Input::Growth(input) => input.clone(),
        other => panic!("growth is first, not {other:?}"),
    }
}

/// Growth in percent from `least` to `most`, each a fraction.
fn check(given: &str, least: (i128, i128), most: Option<(i128, i128)>) {
    let ratio = |(numerator, denominator)| Quantity::ratio(numerator, denominator).expect("in range");
    let expected = Growth::Known(Span { least: ratio(least), most: most.map(ratio) });
    assert_eq!(growth(&input(), &answers(given)), expected, "{given}");
}

fn check_unknown(given: &str, expected: &Growth) {
    assert_eq!(growth(&input(), &answers(given)), *expected, "{given}");
}

#[test]
fn from_headcounts_and_rates() {
    let one = |given, numerator, denominator| check(given, (numerator, denominator), Some((numerator, denominator)));
    one("employees=130; before=100", 100 * 30, 100);
    one("employees=7; before=3", 100 * 4, 3);
    one("employees=70; before=100", -100 * 30, 100);
    one("employees=0; before=100", -100, 1);
    one("employees=100; before=100", 0, 1);
    one("growth=12.5", 125, 10);
    one("growth=-3.5", -35, 10);
    one("employees=130; growth=12.5", 125, 10);
    one("before=100; growth=12.5", 125, 10);
    one("employees=130; before=100; growth=12.5", 30, 1);
    one("employees=130; before=100; young=no", 30, 1);
    one("employees=130; before=100; young=don't know", 30, 1);
    one("employees=1,000,000,000,000; before=1", 100 * (1_000_000_000_000 - 1), 1);
}

#[test]
fn from_bands() {
    // From (least now, most then) to (most now, least then).
    let percent = |now: i128, then: i128| (100 * (now - then), then);
    check("employees=100-150; before=80-90", percent(100, 90), Some(percent(150, 80)));
    check("employees=100-150; before=100", percent(100, 100), Some(percent(150, 100)));
    check("employees=130; before=50-100", percent(130, 100), Some(percent(130, 50)));
    check("employees=50-199; before=50-199", percent(50, 199), Some(percent(199, 50)));
    check("employees=5,000+; before=1,000", percent(5_000, 1_000), None);
    check("employees=5,000+; before=5,000+", (-100, 1), None);
    check("employees=130; before=100+", (-100, 1), Some(percent(130, 100)));
    check("employees=130; before=under 50", percent(130, 49), None);
    check("employees=130; before=0-100", percent(130, 100), None);
    check("growth=20-29.99", (20, 1), Some((2_999, 100)));
    check("growth=50+", (50, 1), None);
    check("growth=below 0", (-100, 1), Some((-1, 100)));
    // A department's people are employees.
    check("people=130; before=100", percent(130, 100), None);
}

#[test]
fn without_a_value() {
    check_unknown("", &Growth::Open);
    check_unknown("employees=130", &Growth::Open);
    check_unknown("before=100", &Growth::Open);
    check_unknown("employees=many; before=100", &Growth::Open);
    check_unknown("employees=130; before=0", &Growth::FromZero);
    check_unknown("employees=0; before=0", &Growth::FromZero);
    check_unknown("before=0", &Growth::FromZero);
    check_unknown("before=0; growth=50", &Growth::FromZero);
    check_unknown("employees=130; before=100; young=yes", &Growth::TooYoung);
    check_unknown("growth=50; young=yes", &Growth::TooYoung);
    check_unknown("young=yes", &Growth::TooYoung);
    check_unknown("before=0; young=yes", &Growth::TooYoung);
}

/// Short name of the field with a warning, and words of its message; nothing when there is none.
fn check_problem(given: &str, expected: Option<(&str, &str)>) {
    let reading = reading(given);
    let found: Vec<(&str, &str)> =
        reading.problems.iter().map(|problem| (&*problem.field, &*problem.message)).collect();
    match expected {
        None => assert!(found.is_empty(), "{given}: {found:?}"),
        Some((field, words)) => {
            assert!(found.len() == 1 && found[0].0 == id(field) && found[0].1.contains(words), "{given}: {found:?}");
            assert_eq!(reading.problems[0].severity, Severity::Warning, "{given}");
            assert!(!reading.problems[0].hint.is_empty(), "{given}");
        }
    }
}

#[test]
fn a_rate_that_differs_is_named_and_both_are_kept() {
    let differs = Some(("growth", "another growth"));
    for (given, expected) in [
        ("employees=130; before=100; growth=30", None),
        ("employees=130; before=100; growth=31", None),
        ("employees=130; before=100; growth=29", None),
        ("employees=130; before=100; growth=31.01", differs),
        ("employees=130; before=100; growth=28.99", differs),
        ("employees=130; before=100; growth=-30", differs),
        // 100 · 75 / 165 = 45.45….
        ("employees=240; before=165; growth=45", None),
        ("employees=240; before=165; growth=46", None),
        ("employees=240; before=165; growth=46.5", differs),
        ("employees=130; before=100; growth=20-29", None),
        ("employees=130; before=100; growth=20-28.9", differs),
        ("employees=130; before=100; growth=31+", None),
        ("employees=130; before=100; growth=31.5+", differs),
        ("employees=100-150; before=100; growth=51", None),
        ("employees=100-150; before=100; growth=51.5", differs),
        ("employees=5,000+; before=1,000; growth=900", None),
        ("employees=5,000+; before=1,000; growth=50", differs),
        ("employees=130; growth=50", None),
        ("before=100; growth=50", None),
    ] {
        check_problem(given, expected);
    }
    let reading = reading("employees=130; before=100; growth=50");
    assert_eq!(reading.answers.number(&id("growth")), Some(Span::whole(50)), "the rate is kept");
    assert_eq!(reading.answers.number(&id("before")), Some(Span::whole(100)), "so are the headcounts");
}

#[test]
fn unknown_growth_has_its_reason() {
    check_problem("employees=130; before=0", Some(("before", "Growth from 0")));
    check_problem("before=0; growth=50", Some(("before", "Growth from 0")));
    check_problem("employees=130; before=100; young=yes", Some(("young", "less than a year")));
    check_problem("growth=50; young=yes", Some(("young", "less than a year")));
    check_problem("young=yes", None);
    check_problem("employees=130", None);
}

#[test]
fn the_most_people_then_is_the_last_that_is_enough() {
    for rate in [20, 30, 45] {
        for now in 0..2_000_i64 {
            let then = most_then(Quantity::whole(now), Quantity::whole(rate)).expect("in range");
            let grows = |then: i64| 100 * (now - then) >= rate * then;
            assert!(grows(then) && !grows(then + 1), "{now} at {rate} %: {then}");
        }
    }
}
