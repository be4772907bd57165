//! The account as the case file and the device keep it, under names a person can read.
use super::unique::{Map, Set};
use crate::domain::account::{Account, Apps, Entry, Influence, Person, Rate, Said, SectionText};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccountTwin {
    entries: Map<EntryTwin>,
    people: Vec<PersonTwin>,
    rates: Map<RateTwin>,
    settings: Map<String>,
    sections: Map<SectionTwin>,
    approvals: Set,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
enum EntryTwin {
    Text(String),
    Money { text: String, currency: String },
    Said(SaidTwin),
    Picked(Set),
    Apps { known: Set, other: Set, whole: bool },
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum SaidTwin {
    Yes,
    No,
    Unknown,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PersonTwin {
    key: u32,
    name: String,
    title: String,
    contact: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    influence: Option<InfluenceTwin>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    role: Option<String>,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum InfluenceTwin {
    Low,
    Medium,
    High,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RateTwin {
    text: String,
    date: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SectionTwin {
    text: String,
    done: bool,
}

impl AccountTwin {
    pub fn of(account: &Account) -> Self {
        Self {
            entries: Map::of(&account.entries, EntryTwin::of),
            people: account.people.iter().map(PersonTwin::of).collect(),
            rates: Map::of(&account.rates, RateTwin::of),
            settings: Map(account.settings.clone()),
            sections: Map::of(&account.sections, |section| SectionTwin {
                text: section.text.clone(),
                done: section.done,
            }),
            approvals: Set(account.approvals.clone()),
        }
    }

    pub fn into_account(self) -> Account {
        Account {
            entries: self.entries.into(EntryTwin::into_entry),
            people: self.people.into_iter().map(PersonTwin::into_person).collect(),
            rates: self.rates.into(RateTwin::into_rate),
            settings: self.settings.0,
            sections: self.sections.into(|twin| SectionText { text: twin.text, done: twin.done }),
            approvals: self.approvals.0,
        }
    }
}

impl EntryTwin {
    fn of(entry: &Entry) -> Self {
        match entry.clone() {
            Entry::Text(text) => Self::Text(text),
            Entry::Money { text, currency } => Self::Money { text, currency },
            Entry::Said(Said::Yes) => Self::Said(SaidTwin::Yes),
            Entry::Said(Said::No) => Self::Said(SaidTwin::No),
            Entry::Said(Said::Unknown) => Self::Said(SaidTwin::Unknown),
            Entry::Picked(picked) => Self::Picked(Set(picked)),
            Entry::Apps(Apps { known, other, whole }) => Self::Apps { known: Set(known), other: Set(other), whole },
        }
    }

    fn into_entry(self) -> Entry {
        match self {
            Self::Text(text) => Entry::Text(text),
            Self::Money { text, currency } => Entry::Money { text, currency },
            Self::Said(SaidTwin::Yes) => Entry::Said(Said::Yes),
            Self::Said(SaidTwin::No) => Entry::Said(Said::No),
            Self::Said(SaidTwin::Unknown) => Entry::Said(Said::Unknown),
            Self::Picked(picked) => Entry::Picked(picked.0),
            Self::Apps { known, other, whole } => Entry::Apps(Apps { known: known.0, other: other.0, whole }),
        }
    }
}

impl PersonTwin {
    fn of(person: &Person) -> Self {
        let Person { key, name, title, contact, influence, role } = person.clone();
        let influence = influence.map(|influence| match influence {
            Influence::Low => InfluenceTwin::Low,
            Influence::Medium => InfluenceTwin::Medium,
            Influence::High => InfluenceTwin::High,
        });
        Self { key, name, title, contact, influence, role }
    }

    fn into_person(self) -> Person {
        let influence = self.influence.map(|influence| match influence {
            InfluenceTwin::Low => Influence::Low,
            InfluenceTwin::Medium => Influence::Medium,
            InfluenceTwin::High => Influence::High,
        });
        Person { key: self.key, name: self.name, title: self.title, contact: self.contact, influence, role: self.role }
    }
}

impl RateTwin {
    pub fn of(rate: &Rate) -> Self {
        Self { text: rate.text.clone(), date: rate.date.clone() }
    }

    pub fn into_rate(self) -> Rate {
        Rate { text: self.text, date: self.date }
    }
}
