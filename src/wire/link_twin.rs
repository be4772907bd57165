//! The account as a link carries it: short names and lists by position, to be short.
use super::unique::{Map, Set};
use crate::domain::account::{Account, Apps, Entry, Influence, Person, Rate, Said, SectionText};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LinkTwin {
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    e: Map<EntryTwin>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    p: Vec<PersonTwin>,
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    r: Map<(String, String)>,
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    c: Map<String>,
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    s: Map<(String, bool)>,
    #[serde(default, skip_serializing_if = "Set::is_empty")]
    a: Set,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum EntryTwin {
    /// Text.
    T(String),
    /// Money and its currency.
    M(String, String),
    /// Yes, no, unknown.
    Y,
    N,
    U,
    /// Picked options.
    P(Set),
    /// Known apps, other apps, the whole stack.
    A(Set, Set, bool),
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum InfluenceTwin {
    L,
    M,
    H,
}

/// Key, name, title, contact, influence, role.
#[derive(Serialize, Deserialize)]
struct PersonTwin(u32, String, String, String, Option<InfluenceTwin>, Option<String>);

impl LinkTwin {
    pub fn of(account: &Account) -> Self {
        Self {
            e: Map::of(&account.entries, EntryTwin::of),
            p: account.people.iter().map(PersonTwin::of).collect(),
            r: Map::of(&account.rates, |rate| (rate.text.clone(), rate.date.clone())),
            c: Map(account.settings.clone()),
            s: Map::of(&account.sections, |section| (section.text.clone(), section.done)),
            a: Set(account.approvals.clone()),
        }
    }

    pub fn into_account(self) -> Account {
        Account {
            entries: self.e.into(EntryTwin::into_entry),
            people: self.p.into_iter().map(PersonTwin::into_person).collect(),
            rates: self.r.into(|(text, date)| Rate { text, date }),
            settings: self.c.0,
            sections: self.s.into(|(text, done)| SectionText { text, done }),
            approvals: self.a.0,
        }
    }
}

impl EntryTwin {
    fn of(entry: &Entry) -> Self {
        match entry.clone() {
            Entry::Text(text) => Self::T(text),
            Entry::Money { text, currency } => Self::M(text, currency),
            Entry::Said(Said::Yes) => Self::Y,
            Entry::Said(Said::No) => Self::N,
            Entry::Said(Said::Unknown) => Self::U,
            Entry::Picked(picked) => Self::P(Set(picked)),
            Entry::Apps(Apps { known, other, whole }) => Self::A(Set(known), Set(other), whole),
        }
    }

    fn into_entry(self) -> Entry {
        match self {
            Self::T(text) => Entry::Text(text),
            Self::M(text, currency) => Entry::Money { text, currency },
            Self::Y => Entry::Said(Said::Yes),
            Self::N => Entry::Said(Said::No),
            Self::U => Entry::Said(Said::Unknown),
            Self::P(picked) => Entry::Picked(picked.0),
            Self::A(known, other, whole) => Entry::Apps(Apps { known: known.0, other: other.0, whole }),
        }
    }
}

impl PersonTwin {
    fn of(person: &Person) -> Self {
        let Person { key, name, title, contact, influence, role } = person.clone();
        let influence = influence.map(|influence| match influence {
            Influence::Low => InfluenceTwin::L,
            Influence::Medium => InfluenceTwin::M,
            Influence::High => InfluenceTwin::H,
        });
        Self(key, name, title, contact, influence, role)
    }

    fn into_person(self) -> Person {
        let Self(key, name, title, contact, influence, role) = self;
        let influence = influence.map(|influence| match influence {
            InfluenceTwin::L => Influence::Low,
            InfluenceTwin::M => Influence::Medium,
            InfluenceTwin::H => Influence::High,
        });
        Person { key, name, title, contact, influence, role }
    }
}
