//! The playbook that ships says what the table says, and judges accounts as the table does.
use crate::accounts::{HASH_START, account as generated, decisions, hash};
use crate::table::{FRONT_OFFICE, SCALE_UP, account, engagements, entry, fit, order, profiles, questions, tiers};
use fitproof::domain::account::{Account, Entry};
use fitproof::domain::fit::{Label, Standing};
use fitproof::domain::problem::Severity;
use fitproof::playbook::Playbook;
use fitproof::playbook::verdict::judge;

#[test]
fn the_rules_are_those_of_the_table() {
    let playbook = Playbook::embedded();
    for (shipped, table) in playbook.profiles.iter().zip(profiles()) {
        for own in &table.criteria {
            let found = shipped.criteria.iter().find(|criterion| criterion.id == own.id);
            assert_eq!(found, Some(own), "{}", own.id);
        }
        assert_eq!(shipped.criteria.len(), table.criteria.len());
        assert_eq!((&shipped.id, &shipped.size), (&table.id, &table.size));
    }
    assert_eq!(playbook.profiles.len(), 2);
    assert_eq!(playbook.tiers, tiers());
    assert_eq!(playbook.engagements, engagements());
    assert_eq!(playbook.data.currency, "USD");
}

#[test]
fn the_questions_are_those_of_the_table() {
    let playbook = Playbook::embedded();
    for own in questions() {
        let found = playbook.questions.iter().find(|question| question.id == own.id);
        let found = found.unwrap_or_else(|| panic!("no question {}", own.id));
        assert_eq!(found.kind, own.kind, "{}", own.id);
        assert_eq!(found.contains, own.contains, "{}", own.id);
        let options = |question: &fitproof::domain::question::Question| question.options.clone();
        if !own.kind.is_number() {
            assert_eq!(options(found), options(&own), "{}", own.id);
        }
    }
    let shipped: Vec<&String> = playbook.questions.iter().map(|question| &question.id).collect();
    let order = order();
    let common: Vec<&String> = shipped.into_iter().filter(|id| order.contains(id)).collect();
    assert_eq!(common, order.iter().collect::<Vec<_>>(), "the order of questions settles ties");
}

#[test]
fn it_judges_as_the_table_does() {
    let playbook = Playbook::embedded();
    for given in [
        "",
        SCALE_UP,
        FRONT_OFFICE,
        "employees=30",
        "revenue=$300M",
        "employees=1,000; revenue=$80M",
        "employees=46; growth=25; revenue=$110M",
        "employees=130; before=100; stack=salesforce",
        "employees=50; people=1,000+",
        "revenue=EUR 92,592,592.59; rate EUR=1.08",
    ] {
        let (shipped, table) = (judge(&playbook, &account(given)).fit, fit(given));
        for (shipped, table) in shipped.profiles.iter().zip(&table.profiles) {
            assert_eq!((shipped.low, shipped.high), (table.low, table.high), "{given}");
            assert_eq!((shipped.coverage, shipped.standing), (table.coverage, table.standing), "{given}");
        }
        assert_eq!((shipped.best, &shipped.label), (table.best, &table.label), "{given}");
    }
}

#[test]
fn every_band_to_pick_is_read_and_agrees_with_a_bound() {
    let playbook = Playbook::embedded();
    for question in &playbook.data.questions {
        for option in &question.options {
            let kind = playbook.questions.iter().find(|own| own.id == question.id).map(|own| own.kind);
            if !kind.is_some_and(fitproof::domain::question::Kind::is_number) {
                continue;
            }
            let mut account = Account::default();
            let text = option.id.clone();
            let money = kind == Some(fitproof::domain::question::Kind::Money);
            let entry = if money { Entry::Money { text, currency: "USD".into() } } else { Entry::Text(text) };
            account.entries.insert(question.id.clone(), entry);
            let verdict = judge(&playbook, &account);
            assert!(verdict.problems.is_empty(), "{} at {}: {:?}", option.id, question.id, verdict.problems);
            assert!(verdict.answers.number(&question.id).is_some(), "{} at {}", option.id, question.id);
        }
    }
}

/// What an example comes to: the best profile, its tiers, its label in short, the engagement.
fn check_archetype(id: &str, best: usize, tiers: (usize, usize), between: bool, engagement: &str) {
    let playbook = Playbook::embedded();
    let archetype = playbook.data.archetypes.iter().find(|own| own.id == id).expect("an archetype");
    let mut account = Account::default();
    for answer in &archetype.answers {
        let question = playbook.questions.iter().find(|own| own.id == answer.question).expect("a question");
        let text = if answer.picks.is_empty() { answer.text.clone() } else { answer.picks.join(", ") };
        account.entries.insert(question.id.clone(), entry(question.kind, &text));
    }
    let verdict = judge(&playbook, &account);
    assert!(verdict.problems.iter().all(|problem| problem.severity == Severity::Warning), "{:?}", verdict.problems);
    assert_eq!(verdict.fit.best, Some(best), "{id}");
    assert_eq!(verdict.fit.profiles[best].standing, Standing::Tiered { low: tiers.0, high: tiers.1 }, "{id}");
    assert_eq!(matches!(verdict.fit.label, Label::Between { .. }), between, "{id}: {:?}", verdict.fit.label);
    assert_eq!(verdict.engagement.settled(), Some(engagement), "{id}");
}

#[test]
fn archetypes_are_what_they_say() {
    // Revenue 15, digitally native 15 and drive 4 stay open: from 66 to 100.
    check_archetype("archetype.scale-up", 0, (1, 0), false, "engagement.guided-trial");
    check_archetype("archetype.front-office", 1, (0, 0), false, "engagement.pov");
    // 12.5 for growth near, 15 product, 15 digital, 10 employees, 3 · 4 joint: 64.5.
    check_archetype("archetype.between", 0, (1, 1), true, "engagement.self-service");
}

#[test]
fn the_same_account_is_judged_the_same_twice() {
    let playbook = Playbook::embedded();
    let again = Playbook::embedded();
    let mut both = [HASH_START; 2];
    for number in 0..300 {
        let once = decisions(&judge(&playbook, &generated(&playbook, number)));
        let twice = decisions(&judge(&again, &generated(&again, number)));
        assert_eq!(once, twice, "account {number}");
        both = [hash(both[0], &once), hash(both[1], &twice)];
    }
    assert_eq!(both[0], both[1]);
}
