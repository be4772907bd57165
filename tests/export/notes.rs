//! The CRM note and the e-mail draft.
use crate::sample::{Sample, archetype, blank, hostile};
use fitproof::domain::account::{Account, Influence, Person};
use fitproof::export::{crm_note, email, next_step};
use fitproof::playbook::Playbook;

fn samples() -> Vec<Sample> {
    let ids: Vec<String> = Playbook::embedded().data.archetypes.into_iter().map(|archetype| archetype.id).collect();
    ids.iter().map(|id| archetype(id)).chain([blank(), hostile()]).collect()
}

#[test]
fn a_crm_note_always_has_five_lines() {
    for sample in samples() {
        let note = crm_note::write(&sample.case());
        let heads: Vec<&str> = note.split('\n').map(|line| line.split([':', ' ']).next().unwrap_or_default()).collect();
        assert_eq!(heads, ["Fit", "Engagement", "People", "Gates", "Next"], "{note}");
    }
}

#[test]
fn an_email_asks_and_never_judges() {
    for sample in samples() {
        let draft = email::write(&sample.case());
        assert!(!draft.subject.contains('\n'));
        for section in &sample.playbook.data.sections[..4] {
            let question = &section.discovery.as_ref().expect("sections 1 to 4 have a question").text;
            assert!(draft.body.contains(question.as_str()), "{question}");
        }
        let own = draft.body.to_lowercase();
        let words: Vec<&str> = own.split(|c: char| !c.is_alphanumeric()).collect();
        for word in
            ["score", "tier", "deal", "gate", "gates", "fit", "icp", "weak", "strong", "champion", "budget", "pov"]
        {
            assert!(!words.contains(&word), "{word} stands in {own}");
        }
        assert!(!own.contains(['$', '€', '!']), "{own}");
    }
}

fn greeting(name: &str, influence: Option<Influence>) -> String {
    let role = Some("role.champion".into());
    let person = Person { name: name.into(), influence, role, ..Person::default() };
    let account = Account { people: vec![person], ..Account::default() };
    let body = email::write(&Sample::new(Playbook::embedded(), account).case()).body;
    body.lines().next().unwrap_or_default().to_owned()
}

#[test]
fn an_email_greets_a_champion_by_first_name() {
    let high = Some(Influence::High);
    for (name, expected) in [
        ("Mira Okonjo", "Hello Mira,"),
        ("Dr. Mira Okonjo", "Hello Mira,"),
        ("Ms Mira Okonjo", "Hello Mira,"),
        ("Okonjo, Mira", "Hello Mira,"),
        ("  Mira\nOkonjo ", "Hello Mira,"),
        ("Jean-Luc", "Hello Jean-Luc,"),
        ("Dr.", "Hello,"),
        ("", "Hello,"),
    ] {
        assert_eq!(greeting(name, high), expected, "{name}");
    }
    assert_eq!(greeting("Mira Okonjo", Some(Influence::Low)), "Hello,", "too weak");
    assert_eq!(greeting("Mira Okonjo", None), "Hello,", "not judged");
}

#[test]
fn there_is_always_a_next_step_in_one_sentence_or_two() {
    for sample in samples() {
        let step = next_step(&sample.case());
        assert!(step.ends_with('.') && !step.contains('\n') && step.len() > 10, "{step}");
    }
}
