//! The registration of a deal with Make: facts of the account, the deal, use cases, days, and contacts that were chosen.
use super::case::{Case, NAME};
use super::checklist::{Stamp, sign};
use super::document::{Document, line};
use super::tasks::Task;
use super::{plan, words};
use crate::domain::row::{self, RowKind};

/// The questions whose answers say what kind of company it is.
const FACTS: [&str; 8] = [
    "account.industry",
    "account.relationship",
    "account.employees",
    "account.revenue",
    "account.business-model",
    "deal.departments",
    "deal.transactions",
    "account.stack",
];

/// Everything that a registration may hold. What isn't a field here can't be in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegistrationView {
    stamp: Stamp,
    facts: Vec<Vec<String>>,
    use_cases: Vec<String>,
    dates: Vec<Vec<String>>,
    contacts: Vec<Vec<String>>,
}

impl RegistrationView {
    pub fn of(case: &Case) -> Self {
        let mut facts = vec![vec!["Account".to_owned(), case.name()]];
        facts.extend(FACTS.iter().filter_map(|fact| Some(vec![case.short(fact), case.answer(fact)?])));
        if let Some(size) = case.verdict.deal {
            facts.push(vec!["Deal size a year".to_owned(), words::money(size, &case.playbook.data.currency)]);
        }
        if let Some(kind) = case.verdict.engagement.settled().and_then(|id| words::engagement(case.playbook, id)) {
            facts.push(vec!["Engagement".to_owned(), kind.name.clone()]);
        }
        let chosen = chosen(case);
        let contact = |person: &crate::domain::account::Person| {
            vec![line(&person.name), line(&person.title), line(&person.contact)]
        };
        Self {
            stamp: Stamp::of(case),
            facts,
            use_cases: use_cases(case),
            dates: case.date_rows(),
            contacts: case.people().filter(|person| chosen.contains(&person.key)).map(contact).collect(),
        }
    }
}

/// Keys of the people that the partner chose to name.
pub fn chosen(case: &Case) -> Vec<u32> {
    let keys = row::sole_text(&case.account.rows, RowKind::Engagement, "contacts");
    keys.split_whitespace().filter_map(|key| key.parse().ok()).collect()
}

/// What a registration still lacks.
pub fn missing(case: &Case) -> Vec<Task> {
    let facts = FACTS.iter().filter(|fact| case.answer(fact).is_none()).map(|fact| case.short(fact));
    let view = RegistrationView::of(case);
    let lists = [
        ("Account’s name", line(case.account.text(NAME)).is_empty()),
        ("Deal size", case.verdict.deal.is_none()),
        ("Use cases", view.use_cases.is_empty()),
        ("Start", case.verdict.days.start.is_none()),
        ("Contacts to name", view.contacts.is_empty()),
    ];
    let lists = lists.into_iter().filter(|(_, lacks)| *lacks).map(|(name, _)| name.to_owned());
    let task = |what| Task {
        what,
        kind: "For the registration",
        who: "Partner".to_owned(),
        due: None,
        state: "Missing".to_owned(),
    };
    lists.chain(facts).map(task).collect()
}

/// Of the success criteria and of the business case, each once.
fn use_cases(case: &Case) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let criteria = plan::read(case).criteria.into_iter().map(|criterion| criterion.use_case);
    let processes = row::of(&case.account.rows, RowKind::Process).map(|row| row.text("name").to_owned());
    for name in criteria.chain(processes).map(|name| line(&name)) {
        if !name.is_empty() && !all.contains(&name) {
            all.push(name);
        }
    }
    all
}

pub fn document(view: &RegistrationView) -> Document {
    let mut document = Document {
        title: format!("Deal registration: {}", view.stamp.account),
        subtitle: "What to enter when the deal is registered.".into(),
        ..Document::default()
    };
    document.heading(2, "Account and deal");
    document.table(&["What", "Answer"], view.facts.clone());
    document.heading(2, "Use cases");
    match view.use_cases.is_empty() {
        true => document.note("None are written down yet."),
        false => document.list(view.use_cases.clone()),
    }
    document.heading(2, "Dates");
    match view.dates.is_empty() {
        true => document.note("No dates are set yet."),
        false => document.table(&["What", "When"], view.dates.clone()),
    }
    document.heading(2, "Contacts");
    match view.contacts.is_empty() {
        true => document.note("No contact was chosen to be named."),
        false => document.table(&["Name", "Title", "Contact"], view.contacts.clone()),
    }
    sign(&mut document, &view.stamp);
    document
}
