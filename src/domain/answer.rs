//! What an entry means: a closed set of values that are possible.
use super::span::Span;
use super::table::{Set, Table};

/// The values an answer leaves possible.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// Open: everything is possible.
    Blank,
    /// A number or a band; money in the playbook's currency.
    Number(Span),
    /// What was ticked; never empty.
    Picked(Set),
    Said(bool),
    Apps {
        known: Set,
        whole: bool,
    },
    /// Text or a day: no rule counts it.
    Given,
}

/// The answers of one account by question id.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answers(Table<Answer>);

impl Answers {
    pub fn get(&self, question: &str) -> &Answer {
        self.0.get(question).unwrap_or(&Answer::Blank)
    }

    pub fn set(&mut self, question: &str, answer: Answer) {
        self.0.insert(question.into(), answer);
    }

    /// The same answers with one changed.
    pub fn with(&self, question: &str, answer: Answer) -> Self {
        let mut changed = self.clone();
        changed.set(question, answer);
        changed
    }

    pub fn number(&self, question: &str) -> Option<Span> {
        match self.get(question) {
            Answer::Number(span) => Some(*span),
            _ => None,
        }
    }

    pub fn said(&self, question: &str) -> Option<bool> {
        match self.get(question) {
            Answer::Said(said) => Some(*said),
            _ => None,
        }
    }
}
