//! One account with its verdict, as every document reads it.
use super::document::line;
use super::words;
use crate::domain::account::{Account, Person};
use crate::domain::date::Day;
use crate::domain::persona::role_of;
use crate::playbook::Playbook;
use crate::playbook::verdict::Verdict;

/// The question that holds the account's name.
pub const NAME: &str = "account.name";

/// What a document is written from.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    pub playbook: &'a Playbook,
    pub account: &'a Account,
    pub verdict: &'a Verdict,
    pub today: Day,
}

impl<'a> Case<'a> {
    /// The account's name, or a stand-in.
    pub fn name(&self) -> String {
        match line(self.account.text(NAME)) {
            name if name.is_empty() => "Unnamed account".into(),
            name => name,
        }
    }

    /// The answer to a question in one line.
    pub fn answer(&self, question: &str) -> Option<String> {
        words::answer(self.playbook, self.account, self.verdict, question).map(|answer| line(&answer))
    }

    /// A noun phrase for a question, for the start of a line.
    pub fn short(&self, question: &str) -> String {
        self.playbook.question(question).map_or_else(String::new, |question| words::capital(&question.short))
    }

    /// What the playbook calls the role that a person fills.
    pub fn role(&self, person: &Person) -> &'a str {
        let role = role_of(&self.playbook.roles, person);
        role.map_or("", |role| self.role_name(&role.id))
    }

    pub fn role_name(&self, id: &str) -> &'a str {
        self.playbook.data.roles.iter().find(|role| role.id == id).map_or("", |role| &role.name)
    }

    /// People of whom anything is known.
    pub fn people(&self) -> impl Iterator<Item = &'a Person> {
        let known = |person: &&Person| {
            [&person.name, &person.title, &person.contact].iter().any(|text| !text.trim().is_empty())
        };
        self.account.people.iter().filter(known)
    }

    /// The days of the plan that are known: what each is called, and the day.
    pub fn dates(&self) -> Vec<(String, String)> {
        let all = self.playbook.window.named(self.verdict.days);
        all.into_iter().filter_map(|(id, day)| Some((self.short(id), day?.in_words()))).collect()
    }

    /// The same as rows of a table.
    pub fn date_rows(&self) -> Vec<Vec<String>> {
        self.dates().into_iter().map(|(name, day)| vec![name, day]).collect()
    }
}
