//! The shorter plans: every rule with its pair.
use super::{START, days, plan, rows, window};
use fitproof::domain::guide::{Short, ShortKind};
use fitproof::domain::poc::Days;
use fitproof::domain::row::RowKind::{Engagement, Holiday};

fn said(kind: ShortKind, fields: &[(&str, &str)], days: Days) -> Vec<(String, String)> {
    let all = rows(&[(Engagement, fields), (Holiday, &[("day", "2026-12-10")])]);
    let plan = plan(&[(Holiday, &[("day", "2026-12-10")])], days);
    let (short, unread) = Short::read(kind, &all, &plan);
    let problems = short.check(&window(), START);
    assert!(problems.iter().all(|problem| !problem.hint.is_empty()));
    unread.into_iter().chain(problems).map(|problem| (problem.field, problem.message)).collect()
}

#[test]
fn trying_alone_takes_resources_and_a_check_in() {
    let alone = |fields: &[(&str, &str)]| said(ShortKind::SelfService, fields, Days::default());
    let bare = alone(&[]);
    assert_eq!(bare.len(), 2);
    assert!(bare[0].0 == "engagement.resources" && bare[1].0 == "engagement.check-in");
    for (away, words) in [
        (-1, Some("has passed")),
        (0, None),
        (3, Some("on a holiday")),
        (5, Some("on a weekend")),
        (28, None),
        (29, Some("29 days away")),
        (400, Some("400 days away")),
    ] {
        let found = alone(&[("resources", "Guide"), ("check-in", &START.plus(away).to_string())]);
        match words {
            None => assert_eq!(found, [], "{away}"),
            Some(words) => assert!(found.iter().any(|(_, message)| message.contains(words)), "{away}: {found:?}"),
        }
    }
    assert!(
        alone(&[("resources", "x"), ("check-in", "soon")]).iter().any(|(_, message)| message == "This isn’t a day")
    );
}

#[test]
fn trying_with_help_takes_scope_end_limits_and_a_meeting() {
    let helped = |fields: &[(&str, &str)], days: Days| said(ShortKind::GuidedTrial, fields, days);
    let whole: &[(&str, &str)] = &[("scope", "Leads"), ("limits", "10 hours")];
    assert_eq!(helped(whole, days(11, Some(11))), []);
    let fields: Vec<String> = helped(&[], Days::default()).into_iter().map(|(field, _)| field).collect();
    assert_eq!(
        fields,
        ["engagement.scope", "plan.end", "engagement.limits", "plan.decision"],
        "in the order to mend them"
    );
    let over = helped(whole, Days { end: Some(START.plus(-1)), ..days(0, Some(0)) });
    assert!(over.iter().any(|(field, message)| field == "plan.end" && message == "The end has passed"));
    assert_eq!(helped(whole, Days { end: Some(START), ..days(0, Some(0)) }), []);
    assert!(
        helped(whole, days(12, Some(11)))
            .iter()
            .any(|(field, message)| field == "plan.end" && message.contains("weekend"))
    );
}

#[test]
fn each_ends_on_a_day() {
    let check_in = START.plus(9).to_string();
    let all = rows(&[(Engagement, &[("check-in", &check_in)])]);
    let plan = plan(&[], days(11, None));
    let ends = |kind| Short::read(kind, &all, &plan).0.ends_on();
    assert_eq!(ends(ShortKind::SelfService), Some(START.plus(9)));
    assert_eq!(ends(ShortKind::GuidedTrial), Some(START.plus(11)));
}
