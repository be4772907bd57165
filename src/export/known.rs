//! What the form already knows for a section of the checklist, in lines to start its text from.
//!
//! These lines may end up in a text that the customer reads: none names score, gate, influence or deal size.
use super::case::Case;
use super::document::line;
use super::words;
use crate::domain::date::Day;

/// Where a line comes from.
enum Fact {
    /// The answer to a question.
    Answer(&'static str),
    Start,
    End,
    Decision,
    /// Everybody named, with title and role.
    People,
    /// The customer groups to engage, from the playbook.
    Groups,
    /// True of every proof of concept.
    Always(&'static str),
}

/// The section that names the people.
pub const ROLES: &str = "section.roles";

/// What each section starts from.
const FACTS: [(&str, &[Fact]); 7] = [
    ("section.current-state", &[Fact::Answer("deal.departments"), Fact::Answer("deal.transactions")]),
    ("section.scope", &[Fact::Always("The environment is temporary and not for production")]),
    ("section.technical-requirements", &[Fact::Answer("account.stack")]),
    ("section.timeline", &[Fact::Start, Fact::End]),
    (ROLES, &[Fact::People, Fact::Groups]),
    ("section.sequence", &[Fact::Start, Fact::Decision, Fact::End]),
    ("section.closure", &[Fact::End]),
];

/// What is known for a section, a line for each fact; empty when nothing is.
pub fn known(case: &Case, section: &str) -> Vec<String> {
    let facts = FACTS.iter().find(|(id, _)| *id == section).map_or(&[][..], |(_, facts)| facts);
    facts.iter().flat_map(|fact| told(case, fact)).collect()
}

fn told(case: &Case, fact: &Fact) -> Vec<String> {
    let (window, days) = (&case.playbook.window, case.verdict.days);
    let day = |question: &str, day: Option<Day>| {
        day.map(|day| format!("{}: {}", case.short(question), day.in_words())).into_iter().collect()
    };
    match fact {
        Fact::Answer(question) => {
            let answer = case.answer(question);
            answer.map(|answer| format!("{}: {answer}", case.short(question))).into_iter().collect()
        }
        Fact::Start => day(&window.start, days.start),
        Fact::End => day(&window.end, days.end),
        Fact::Decision => day(&window.decision, days.decision),
        Fact::People => case.people().map(|person| introduced(case, person)).collect(),
        Fact::Groups => case.playbook.data.groups.iter().map(|group| group.text.clone()).collect(),
        Fact::Always(text) => vec![(*text).to_owned()],
    }
}

fn introduced(case: &Case, person: &crate::domain::account::Person) -> String {
    let parts = [line(&person.name), line(&person.title), words::inner(case.role(person)), line(&person.contact)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
