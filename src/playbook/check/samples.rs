//! Archetypes: their answers could have been given on the form.
use crate::domain::account::Influence;
use crate::domain::date::Day;
use crate::domain::money;
use crate::domain::number::{self, Unit};
use crate::playbook::data::{ArchetypeData, KindData, PlaybookData, QuestionData, SampleData};
use std::collections::BTreeSet;

pub(super) fn check(data: &PlaybookData, faults: &mut Vec<String>) {
    for archetype in &data.archetypes {
        let mut seen = BTreeSet::new();
        for sample in &archetype.answers {
            let question = data.questions.iter().find(|question| question.id == sample.question);
            let fault = match question {
                None => Some("which doesn't exist"),
                Some(_) if !seen.insert(&sample.question) => Some("which it answered before"),
                Some(question) => fault(data, question, sample),
            };
            if let Some(fault) = fault {
                faults.push(format!("“{}” answers “{}”, {fault}", archetype.id, sample.question));
            }
        }
        people(archetype, faults);
    }
}

fn people(archetype: &ArchetypeData, faults: &mut Vec<String>) {
    for person in &archetype.people {
        if !person.influence.is_empty() && Influence::parse(&person.influence).is_none() {
            faults.push(format!(
                "In “{}” the influence of {} must be low, medium, high or empty",
                archetype.id, person.name
            ));
        }
    }
}

/// What is wrong with an answer.
fn fault(data: &PlaybookData, question: &QuestionData, sample: &SampleData) -> Option<&'static str> {
    let SampleData { text, picks, .. } = sample;
    let typed = !matches!(question.kind, KindData::Several | KindData::One | KindData::Apps);
    if typed && !picks.is_empty() || !typed && !text.is_empty() {
        return Some(if typed { "which is typed, not picked" } else { "which is picked, not typed" });
    }
    let options = &question.options;
    let distinct: BTreeSet<&String> = picks.iter().collect();
    let fits = match question.kind {
        KindData::Text => !text.trim().is_empty(),
        KindData::Count => number::read(text, Unit::Count).is_ok(),
        KindData::Percent => number::read(text, Unit::Percent).is_ok(),
        KindData::Money => money::read(text).is_ok_and(|amount| amount.currency.is_some()),
        KindData::Date => Day::parse(text).is_some(),
        KindData::YesNo => matches!(text.as_str(), "yes" | "no"),
        KindData::Several | KindData::One | KindData::Apps if picks.is_empty() || distinct.len() < picks.len() => false,
        KindData::Apps => picks.iter().all(|pick| data.apps.iter().any(|app| app.id == *pick)),
        KindData::Several | KindData::One => {
            let picked: Vec<_> = picks.iter().map(|pick| options.iter().find(|option| option.id == *pick)).collect();
            let lone = question.kind == KindData::One || picked.iter().flatten().any(|option| option.exclusive);
            picked.iter().all(Option::is_some) && (!lone || picks.len() == 1)
        }
    };
    (!fits).then_some("but not in a way that the form takes")
}
