//! Each kind of check with its pair: what just holds, what just lacks, and what can't be told yet.
use super::{START, days, plan, window};
use fitproof::domain::account::Person;
use fitproof::domain::guide::{Check, Found, Seen, look};
use fitproof::domain::poc::Days;
use fitproof::domain::pov::Plan;
use fitproof::domain::row::RowKind;

const GROUPS: [&str; 2] = ["group.one", "group.two"];

fn found(check: &Check, text: &str, plan: &Plan, people: &[Person]) -> Found {
    look(check, &Seen { text, plan, window: &window(), people, groups: &GROUPS })
}

#[track_caller]
fn reads(check: Check, holds: &[&str], lacks: &[&str]) {
    let plan = Plan::default();
    for text in holds {
        assert_eq!(found(&check, text, &plan, &[]), Found::Holds, "{check:?} in {text:?}");
    }
    for text in lacks {
        assert_eq!(found(&check, text, &plan, &[]), Found::Lacks, "{check:?} in {text:?}");
    }
    for text in ["", " \n\t "] {
        assert_eq!(found(&check, text, &plan, &[]), Found::Open, "{check:?} in nothing");
    }
    assert!(!check.is_of_plan());
}

#[test]
fn words_are_counted() {
    reads(Check::LeastWords(3), &["one two three", "one, two –\nthree!"], &["one two", "one - two . . ."]);
    reads(Check::MostWords(3), &["one two three", "one — two three"], &["one two three four"]);
}

#[test]
fn bullets_are_lines_and_short() {
    reads(
        Check::ShortLines(3),
        &["- no single list\n- no alerts", "a b c\n\n\nd e f", "• eins zwei drei\r\n• vier"],
        &["one line alone", "a b c d\ne", "-\n- a b"],
    );
}

#[test]
fn a_figure_is_more_than_the_number_of_a_point() {
    reads(
        Check::Figure,
        &["80 orders", "1. from 8 to 2 minutes", "٨٠ طلب", "2.5 hours", "½ a day"],
        &["eighty orders", "1. first\n2) second"],
    );
}

#[test]
fn days_are_known_by_their_form() {
    reads(
        Check::Day,
        &[
            "by 2027-03-15",
            "bis 15.3.2027.",
            "3/15/27",
            "on 15 March",
            "March 15th, please",
            "1st of May 2 works",
            "Sept 3",
        ],
        &["soon", "we may ask them", "in 15 days", "market 5", "2027-03", "1.2.3.4", "version 12-3", "may 40"],
    );
}

#[test]
fn words_are_found_whole_and_in_any_case() {
    let any = |words: &[&str]| Check::AnyOf(words.iter().map(|word| (*word).to_owned()).collect());
    reads(any(&["temporary"]), &["It is TEMPORARY.", "temporary; then gone"], &["temporarily", "tempo rary"]);
    reads(
        any(&["not for production"]),
        &["Test only, not for  production!"],
        &["for production", "not\nfor production"],
    );
    reads(any(&["can't", "none"]), &["We can’t see it", "we can't", "None of it"], &["we cannot", "nonetheless"]);
}

#[test]
fn the_plan_is_looked_at_where_a_section_is_about_it() {
    use RowKind::{Criterion, Event, Prerequisite};
    let none = Plan::default();
    let of = |check: &Check, plan: &Plan| found(check, "", plan, &[]);
    let whole: &[(&str, &str)] = &[("use-case", "Leads"), ("measure", "minutes"), ("baseline", "8"), ("target", "2")];
    for (fields, expected) in [(whole, Found::Holds), (&whole[..3], Found::Lacks), (&whole[1..], Found::Lacks)] {
        assert_eq!(of(&Check::Criteria, &plan(&[(Criterion, fields)], Days::default())), expected);
    }
    let whole: &[(&str, &str)] = &[("what", "Sandbox"), ("who", "IT"), ("available", "2026-12-04")];
    for (fields, expected) in [(whole, Found::Holds), (&whole[..2], Found::Lacks)] {
        assert_eq!(of(&Check::Prerequisites, &plan(&[(Prerequisite, fields)], Days::default())), expected);
    }
    let whole: &[(&str, &str)] = &[("name", "Kick-off"), ("who", "all"), ("after", "0")];
    for (fields, days, expected) in [
        (whole, days(11, None), Found::Holds),
        (whole, Days::default(), Found::Lacks),
        (&whole[1..], days(11, None), Found::Lacks),
    ] {
        assert_eq!(of(&Check::Steps, &plan(&[(Event, fields)], days)), expected);
    }
    for (end, expected) in [(-1, Found::Lacks), (0, Found::Holds), (28, Found::Holds), (29, Found::Lacks)] {
        assert_eq!(of(&Check::Window, &plan(&[], days(end, None))), expected, "{end} days");
    }
    let half = Days { start: Some(START), ..Days::default() };
    assert_eq!(of(&Check::Window, &plan(&[], half)), Found::Lacks);
    assert_eq!(of(&Check::Decision, &plan(&[], half)), Found::Lacks);
    assert_eq!(of(&Check::Decision, &plan(&[], days(11, Some(10)))), Found::Holds);
    for check in [
        Check::Criteria,
        Check::Prerequisites,
        Check::Steps,
        Check::Window,
        Check::Decision,
        Check::People,
        Check::Groups,
    ] {
        assert!(check.is_of_plan());
        assert_eq!(of(&check, &none), Found::Open, "{check:?}");
    }
}

#[test]
fn people_have_contacts_and_groups_have_people() {
    let person = |key: u32, name: &str, group: Option<&str>| Person {
        key,
        name: name.into(),
        title: "COO".into(),
        contact: "x@y.example".into(),
        group: group.map(Into::into),
        ..Person::default()
    };
    let of = |check: &Check, people: &[Person]| found(check, "", &Plan::default(), people);
    let (ann, ben) = (person(1, "Ann", Some("group.one")), person(2, "Ben", Some("group.two")));
    assert_eq!(of(&Check::Groups, &[ann.clone(), ben.clone()]), Found::Holds);
    assert_eq!(of(&Check::Groups, std::slice::from_ref(&ann)), Found::Lacks);
    assert_eq!(of(&Check::Groups, &[person(1, "Ann", None)]), Found::Open);
    assert_eq!(of(&Check::People, &[ann.clone(), ben]), Found::Holds);
    assert_eq!(of(&Check::People, &[Person { contact: " ".into(), ..ann }]), Found::Lacks);
}
