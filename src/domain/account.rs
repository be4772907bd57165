//! An account exactly as it was typed: nothing is lost, nothing is judged.
use super::row::Rows;
use super::table::{Set, Table};

/// One account, its people and its proof of concept, in the words and figures that were typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Account {
    /// By question id. A question without an entry is open.
    pub entries: Table<Entry>,
    pub people: Vec<Person>,
    /// Dollars (the playbook's currency) per unit, by currency code.
    pub rates: Table<Rate>,
    /// Changed rules: setting id to what was typed.
    pub settings: Table<String>,
    /// By section id.
    pub sections: Table<SectionText>,
    /// Ids of approval points that are ticked.
    pub approvals: Set,
    /// The business case: processes, benefits, costs.
    pub rows: Rows,
}

/// What was typed or picked at one question.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// Free text, a number as typed, or a day as `YYYY-MM-DD`.
    Text(String),
    /// An amount as typed and a currency code, which may be empty.
    Money {
        text: String,
        currency: String,
    },
    Said(Said),
    Picked(Set),
    Apps(Apps),
}

/// "Don't know" is an answer of its own; an untouched question has no entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    Yes,
    No,
    Unknown,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Apps {
    /// Ids of known apps.
    pub known: Set,
    /// Names of apps the playbook doesn't list.
    pub other: Set,
    /// "This is the whole stack": only then does absence prove anything.
    pub whole: bool,
}

/// What one unit of a currency is worth in the playbook's currency.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rate {
    pub text: String,
    /// The day it was typed, `YYYY-MM-DD`.
    pub date: String,
}

/// Someone at the customer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Person {
    /// Stable within the account, so that rows keep their inputs.
    pub key: u32,
    pub name: String,
    pub title: String,
    pub contact: String,
    pub influence: Option<Influence>,
    /// A role chosen by hand wins over the title's.
    pub role: Option<String>,
    /// The customer group they belong to in a proof of concept.
    pub group: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Influence {
    Low,
    Medium,
    High,
}

impl Influence {
    /// Reads `low`, `medium` or `high`.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "low" => Some(Self::Low),
            "medium" => Some(Self::Medium),
            "high" => Some(Self::High),
            _ => None,
        }
    }
}

/// What has been written for a section of the proof of concept, and whether it is done.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SectionText {
    pub text: String,
    pub done: bool,
    pub author: Author,
}

/// Whose words a section holds. A draft never passes as the customer's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Author {
    /// Typed by the partner.
    #[default]
    Partner,
    /// Written by the customer, or said by them word for word.
    Customer,
}

impl Account {
    /// The free text at a question, empty when there is none.
    pub fn text(&self, question: &str) -> &str {
        match self.entries.get(question) {
            Some(Entry::Text(text) | Entry::Money { text, .. }) => text,
            _ => "",
        }
    }

    pub fn is_empty(&self) -> bool {
        *self == Self { rates: self.rates.clone(), ..Self::default() }
    }
}
