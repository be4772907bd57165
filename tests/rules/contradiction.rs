//! Answers that can't both be true: neither counts, and both say so.
use crate::table::{id, reading};
use fitproof::domain::answer::Answer;
use fitproof::domain::problem::Severity;
use fitproof::domain::span::Span;

/// What the employees count as; nothing when the two contradict each other.
fn check(given: &str, expected: Option<Span>) {
    let reading = reading(given);
    let (whole, part) = (id("employees"), id("people"));
    match expected {
        Some(span) => {
            assert_eq!(reading.answers.number(&whole), Some(span), "{given}");
            assert!(reading.problems.is_empty(), "{given}: {:?}", reading.problems);
        }
        None => {
            assert_eq!(*reading.answers.get(&whole), Answer::Blank, "{given}");
            assert_eq!(*reading.answers.get(&part), Answer::Blank, "{given}");
            let mut fields: Vec<&str> = reading.problems.iter().map(|problem| &*problem.field).collect();
            fields.sort_unstable();
            assert_eq!(fields, [whole, part], "{given}");
            assert!(reading.problems.iter().all(|problem| problem.severity == Severity::Error), "{given}");
            assert!(reading.problems.iter().all(|problem| problem.message.contains("Fewer")), "{given}");
        }
    }
}

#[test]
fn a_department_has_no_more_people_than_the_company() {
    check("employees=50; people=1,000+", None);
    check("employees=50; people=1,000", None);
    check("employees=50; people=51", None);
    check("employees=50; people=50", Some(Span::whole(50)));
    check("employees=50; people=49", Some(Span::whole(50)));
    check("employees=50; people=40-60", Some(Span::whole(50)));
    check("employees=1-49; people=50-199", None);
    check("employees=50-199; people=50-199", Some(Span::between(50, 199)));
    check("employees=50-199; people=100-150", Some(Span::between(100, 199)));
    check("employees=50+; people=100-150", Some(Span::from(100)));
    check("employees=; people=100", Some(Span::from(100)));
    check("people=1,000+", Some(Span::from(1_000)));
    check("employees=500; people=", Some(Span::whole(500)));
    check("employees=5,000+; people=10", Some(Span::from(5_000)));
}

#[test]
fn a_part_alone_already_tells_something() {
    let fit = crate::table::fit("people=1,000");
    assert_eq!(fit.profiles[1].low, 2 * 20, "at least 1,000 employees");
    let fit = crate::table::fit("employees=50; people=1,000");
    assert_eq!((fit.profiles[0].low, fit.profiles[0].high), (0, 200), "neither counts");
}

#[test]
fn the_stack_and_its_question() {
    let warning = |given: &str| {
        let reading = reading(given);
        let found: Vec<(String, Severity)> =
            reading.problems.iter().map(|problem| (problem.field.clone(), problem.severity)).collect();
        found
    };
    let said = vec![(id("cloud"), Severity::Warning)];
    assert_eq!(warning("stack=salesforce; cloud=no"), said);
    assert_eq!(warning("stack=slack !; cloud=yes"), said);
    for given in [
        "stack=salesforce; cloud=yes",
        "stack=salesforce; cloud=don't know",
        "stack=salesforce",
        "stack=slack; cloud=yes",
        "stack=slack; cloud=no",
        "stack=slack !; cloud=no",
        "stack=slack !",
        "cloud=yes",
        "",
    ] {
        assert_eq!(warning(given), vec![], "{given}");
    }
    assert_eq!(warning("stack=!"), vec![(id("stack"), Severity::Warning)]);
    assert_eq!(warning("stack=!; cloud=yes"), vec![(id("stack"), Severity::Warning)]);
}
