//! Every input moves some output: no question is asked for nothing.
use crate::accounts::decisions;
use crate::table::{FRONT_OFFICE, SCALE_UP, account, entry};
use fitproof::domain::account::{Account, Influence, Person, Rate};
use fitproof::domain::question::{Kind, Question};
use fitproof::playbook::Playbook;
use fitproof::playbook::verdict::{Verdict, judge};

/// Two or more answers that should not come to the same.
fn trials(question: &Question) -> Vec<String> {
    let texts: &[&str] = match question.kind {
        Kind::Count => &["1", "100", "2,000", "5,000+"],
        Kind::Percent => &["0", "25", "40"],
        Kind::Money => &["$5k", "$50k", "$500k", "$90M", "$110M", "$900M"],
        Kind::YesNo => &["yes", "no"],
        Kind::Date => &["2027-01-11", "2027-01-25", "2027-03-15"],
        Kind::Apps => &["greenhouse", "slack !"],
        Kind::Text => &["one", "another"],
        Kind::Several | Kind::One => return question.options.iter().map(|(option, _)| option.clone()).collect(),
    };
    texts.iter().map(|text| (*text).to_owned()).collect()
}

/// The verdict without the answers themselves, their echoes, the days and the problems.
fn outputs(verdict: Verdict) -> String {
    let verdict = Verdict {
        answers: Default::default(),
        echoes: Default::default(),
        problems: vec![],
        days: Default::default(),
        ..verdict
    };
    decisions(&verdict)
}

/// The same, but with the problems: for days, which are there to be checked against each other.
fn checked(verdict: Verdict) -> String {
    let verdict =
        Verdict { answers: Default::default(), echoes: Default::default(), days: Default::default(), ..verdict };
    decisions(&verdict)
}

fn moves(playbook: &Playbook, question: &Question, base: &Account, see: fn(Verdict) -> String) -> bool {
    let see = |text: &str| {
        let mut account = base.clone();
        account.entries.insert(question.id.clone(), entry(question.kind, text));
        see(judge(playbook, &account))
    };
    let trials = trials(question);
    // Whether it is known at all is what counts of the type of a proof of concept.
    let first = if question.kind == Kind::One { see("") } else { see(&trials[0]) };
    trials.iter().any(|text| see(text) != first)
}

#[test]
fn every_question_that_is_not_context_moves_an_output() {
    let playbook = Playbook::embedded();
    let bases = ["", "size=$90k; poc-type=value; before=100; start=2027-01-11; end=2027-01-25", SCALE_UP, FRONT_OFFICE];
    for question in &playbook.questions {
        let context = playbook.question(&question.id).is_some_and(|data| data.context);
        let see = if question.kind == Kind::Date { checked } else { outputs };
        let moves = bases.iter().any(|base| moves(&playbook, question, &account(base), see));
        if context {
            assert!(!moves, "{} is called context, but a rule reads it", question.id);
        } else {
            assert!(moves, "{} moves nothing", question.id);
        }
    }
}

#[test]
fn so_do_people_and_rates() {
    let playbook = Playbook::embedded();
    let mut account = account("revenue=EUR 40M");
    let before = outputs(judge(&playbook, &account));
    account.rates.insert("EUR".into(), Rate { text: "1.08".into(), date: String::new() });
    let with_rate = outputs(judge(&playbook, &account));
    assert_ne!(before, with_rate);
    account.people.push(Person { title: "Head of Operations".into(), ..Person::default() });
    let with_person = outputs(judge(&playbook, &account));
    assert_ne!(with_rate, with_person);
    account.people[0].influence = Some(Influence::High);
    let with_influence = outputs(judge(&playbook, &account));
    assert_ne!(with_person, with_influence);
    account.people[0].role = Some("role.procurement".into());
    assert_ne!(with_influence, outputs(judge(&playbook, &account)));
}

#[test]
fn notes_and_texts_move_no_score() {
    let playbook = Playbook::embedded();
    let plain = account(SCALE_UP);
    let mut written = plain.clone();
    written.sections.insert("section.current-state".into(), Default::default());
    written.approvals.insert("approval.dates".into());
    assert_eq!(decisions(&judge(&playbook, &plain)), decisions(&judge(&playbook, &written)));
}
