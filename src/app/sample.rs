//! Answers that nobody typed: those of an invented account, and those that a page around this one gives.
use super::update::put;
use crate::domain::account::{Account, Apps, Entry, Influence, Person, Said};
use crate::domain::date::Day;
use crate::playbook::Playbook;
use crate::playbook::data::{KindData, SampleData};

/// An example's first day is at least so many days ahead.
const AHEAD: i32 = 7;

/// An invented account of the playbook, as if it had been typed. Its days move on by whole weeks before they are over.
pub(super) fn example(playbook: &Playbook, id: &str, today: Day) -> Option<Account> {
    let archetype = playbook.data.archetypes.iter().find(|archetype| archetype.id == id)?;
    let days = || archetype.answers.iter().filter_map(|sample| day(playbook, sample));
    let behind = days().min().map_or(0, |first| today.plus(AHEAD).0.saturating_sub(first.0)).max(0);
    let moved = 7 * ((behind + 6) / 7);
    let mut account = Account::default();
    for sample in &archetype.answers {
        let entry = match day(playbook, sample) {
            Some(day) => Some(Entry::Text(day.plus(moved).to_string())),
            None => sample_entry(playbook, sample),
        };
        if let Some(entry) = entry {
            put(&mut account, sample.question.clone(), entry);
        }
    }
    let people = archetype.people.iter().zip(0..).map(|(sample, key)| Person {
        key,
        name: sample.name.clone(),
        title: sample.title.clone(),
        influence: Influence::parse(&sample.influence),
        ..Person::default()
    });
    account.people = people.collect();
    Some(account)
}

fn day(playbook: &Playbook, sample: &SampleData) -> Option<Day> {
    let dated = playbook.question(&sample.question)?.kind == KindData::Date;
    if dated { Day::parse(&sample.text) } else { None }
}

/// What stands in the form when a sample is typed in.
pub(super) fn sample_entry(playbook: &Playbook, sample: &SampleData) -> Option<Entry> {
    let picks = || sample.picks.iter().cloned().collect();
    Some(match playbook.question(&sample.question)?.kind {
        KindData::Text | KindData::Count | KindData::Percent | KindData::Date => Entry::Text(sample.text.clone()),
        KindData::Money => Entry::Money { text: sample.text.clone(), currency: String::new() },
        KindData::YesNo => Entry::Said(match sample.text.as_str() {
            "yes" => Said::Yes,
            "no" => Said::No,
            _ => Said::Unknown,
        }),
        KindData::Several | KindData::One => Entry::Picked(picks()),
        KindData::Apps => Entry::Apps(Apps { known: picks(), ..Apps::default() }),
    })
}
