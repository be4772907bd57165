//! Gates and preconditions: met, suggested, not met, not asked. And warnings.
use crate::table::account;
use fitproof::domain::account::{Account, Entry, Influence, Person, Said};
use fitproof::domain::condition::Holds;
use fitproof::playbook::Playbook;
use fitproof::playbook::verdict::{GateState, Verdict, judge};

const GATES: [&str; 7] = [
    "gate.size-and-type",
    "gate.champion",
    "gate.processes",
    "gate.stakeholders",
    "gate.value",
    "gate.pain",
    "gate.technical-fit",
];

fn verdict(account: &Account) -> Verdict {
    judge(&Playbook::embedded(), account)
}

fn state(verdict: &Verdict, gate: &str) -> GateState {
    let gates = verdict.gates.iter().chain(&verdict.preconditions);
    gates.into_iter().find(|own| own.id == gate).unwrap_or_else(|| panic!("no gate {gate}")).state
}

fn say(account: &mut Account, question: &str, said: Said) {
    account.entries.insert(question.into(), Entry::Said(said));
}

fn with_champion(given: &str, influence: Option<Influence>) -> Account {
    let mut account = account(given);
    account.people.push(Person { title: "Head of Operations".into(), influence, ..Person::default() });
    account
}

#[test]
fn seven_gates_after_two_preconditions() {
    let blank = verdict(&Account::default());
    assert_eq!(blank.gates.iter().map(|gate| &*gate.id).collect::<Vec<_>>(), GATES);
    assert_eq!(blank.preconditions.len(), 2);
    assert_eq!(blank.gate_count(), (0, 0, 7));
    assert!(blank.gates.iter().chain(&blank.preconditions).all(|gate| gate.state == GateState::NotAsked));
}

#[test]
fn each_answer_is_its_own() {
    for gate in GATES.into_iter().chain(["precondition.discovery", "precondition.success"]) {
        for (said, expected) in
            [(Said::Yes, GateState::Met), (Said::No, GateState::NotMet), (Said::Unknown, GateState::NotAsked)]
        {
            let mut account = Account::default();
            say(&mut account, gate, said);
            let verdict = verdict(&account);
            assert_eq!(state(&verdict, gate), expected, "{gate}: {said:?}");
            let others = GATES.into_iter().filter(|other| *other != gate);
            assert!(others.into_iter().all(|other| state(&verdict, other) == GateState::NotAsked), "{gate}: {said:?}");
        }
    }
}

#[test]
fn four_of_seven_met_two_not_asked() {
    let mut account = Account::default();
    for (gate, said) in GATES.into_iter().zip([Said::Yes, Said::Yes, Said::Yes, Said::Yes, Said::No]) {
        say(&mut account, gate, said);
    }
    assert_eq!(verdict(&account).gate_count(), (4, 1, 2));
}

#[test]
fn people_suggest_the_champion_and_an_answer_wins() {
    for (influence, expected) in [
        (Some(Influence::High), GateState::Suggested),
        (Some(Influence::Medium), GateState::Suggested),
        (Some(Influence::Low), GateState::NotAsked),
        (None, GateState::NotAsked),
    ] {
        let mut account = with_champion("", influence);
        assert_eq!(state(&verdict(&account), "gate.champion"), expected, "{influence:?}");
        say(&mut account, "gate.champion", Said::No);
        assert_eq!(state(&verdict(&account), "gate.champion"), GateState::NotMet, "{influence:?}");
        say(&mut account, "gate.champion", Said::Yes);
        assert_eq!(state(&verdict(&account), "gate.champion"), GateState::Met, "{influence:?}");
        say(&mut account, "gate.champion", Said::Unknown);
        assert_eq!(state(&verdict(&account), "gate.champion"), expected, "{influence:?}");
    }
    assert!(GateState::Suggested.is_met() && GateState::Met.is_met());
    assert!(!GateState::NotMet.is_met() && !GateState::NotAsked.is_met());
    assert_eq!(verdict(&with_champion("", Some(Influence::High))).gate_count(), (1, 0, 6));
}

#[test]
fn size_and_type_are_suggested_when_both_are_there() {
    for (given, expected) in [
        ("", GateState::NotAsked),
        ("size=$40k", GateState::NotAsked),
        ("poc-type=value", GateState::NotAsked),
        ("size=$40k; poc-type=value", GateState::Suggested),
        ("size=$10k-$100k; poc-type=technical", GateState::Suggested),
        ("size=lots; poc-type=value", GateState::NotAsked),
        ("size=EUR 40k; poc-type=value", GateState::NotAsked),
        ("size=$40k; poc-type=", GateState::NotAsked),
    ] {
        let mut account = account(given);
        assert_eq!(state(&verdict(&account), "gate.size-and-type"), expected, "{given}");
        say(&mut account, "gate.size-and-type", Said::No);
        assert_eq!(state(&verdict(&account), "gate.size-and-type"), GateState::NotMet, "{given}");
    }
}

#[test]
fn a_good_technical_fit_is_never_derived_from_the_score() {
    for given in [crate::table::SCALE_UP, crate::table::FRONT_OFFICE] {
        assert_eq!(state(&verdict(&account(given)), "gate.technical-fit"), GateState::NotAsked);
    }
}

fn check_warning(warning: &str, given: &str, expected: Holds) {
    let verdict = verdict(&account(given));
    let found = verdict.warnings.iter().find(|(id, _)| id == warning).map_or(Holds::No, |(_, holds)| *holds);
    assert_eq!(found, expected, "{warning} with {given}");
}

#[test]
fn warnings() {
    for (given, expected) in [
        ("employees=500; sensitive=no", Holds::No),
        ("employees=501; sensitive=no", Holds::Yes),
        ("employees=500; sensitive=yes", Holds::Yes),
        ("employees=500", Holds::Maybe),
        ("employees=501", Holds::Yes),
        ("sensitive=yes", Holds::Yes),
        ("sensitive=no", Holds::Maybe),
        ("employees=200-499; sensitive=no", Holds::No),
        ("employees=500-999; sensitive=no", Holds::Maybe),
        ("employees=1,000+; sensitive=no", Holds::Yes),
        ("", Holds::Maybe),
    ] {
        check_warning("warning.security-review", given, expected);
    }
    for (given, expected) in [
        ("stack=greenhouse", Holds::Yes),
        ("stack=coupa", Holds::Yes),
        ("stack=sap-s4hana", Holds::Yes),
        ("stack=power-automate, slack", Holds::Yes),
        ("stack=slack", Holds::Maybe),
        ("stack=slack !", Holds::No),
        ("stack=salesforce !", Holds::No),
        ("", Holds::Maybe),
    ] {
        check_warning("warning.enterprise-app", given, expected);
    }
}

#[test]
fn low_fit_vetoes_only_when_even_the_high_end_is_weak() {
    for (given, expected) in [
        ("", false),
        ("growth=0; model=none; native=no", true),
        ("growth=0; model=none", false),
        (crate::table::SCALE_UP, false),
        ("employees=5", false),
    ] {
        assert_eq!(verdict(&account(given)).low_fit, expected, "{given}");
    }
}
