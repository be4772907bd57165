//! The customer's document. It is written from a view that holds nothing but what a customer may see.
use super::case::Case;
use super::checklist::{Stamp, sign};
use super::document::{Check, Document};
use super::known;
use super::plan::PlanView;
use super::words;
use crate::domain::account::Person;
use crate::playbook::data::{ApprovalData, AuthorData, SectionData};

/// All that a customer may see. What isn't a field here can't be in their document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerView {
    pub stamp: Stamp,
    /// What each day of the plan is called, and the day.
    pub dates: Vec<(String, String)>,
    pub sections: Vec<CustomerSection>,
    pub people: Vec<CustomerPerson>,
    /// Approval points in joint words, ticked when agreed.
    pub agreements: Vec<Check>,
    pub plan: PlanView,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerSection {
    pub name: String,
    /// What it must hold, where the customer has a part in writing it; the rest is advice to the partner.
    pub holds: Vec<String>,
    /// Whose words they are. A draft by the partner says so.
    pub authorship: &'static str,
    /// As written.
    pub text: String,
    /// The section that names the people.
    pub names_people: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerPerson {
    pub name: String,
    pub title: String,
    pub role: String,
    pub contact: String,
}

impl CustomerView {
    /// The only place where a customer's document meets the account.
    pub fn of(case: &Case) -> Self {
        let (data, account) = (&case.playbook.data, case.account);
        let own = |section: &SectionData| account.sections.get(&section.id).cloned().unwrap_or_default();
        let section = |section: &SectionData| CustomerSection {
            name: section.name.clone(),
            authorship: words::authorship(section.author, &own(section)),
            holds: match section.author {
                AuthorData::Customer | AuthorData::Both => {
                    section.holds.iter().map(|entry| entry.text.clone()).collect()
                }
                AuthorData::Partner => Vec::new(),
            },
            text: own(section).text,
            names_people: section.id == known::ROLES,
        };
        let person = |person: &Person| CustomerPerson {
            name: person.name.clone(),
            title: person.title.clone(),
            role: case.role(person).to_owned(),
            contact: person.contact.clone(),
        };
        let agreement =
            |point: &ApprovalData| Check { done: account.approvals.contains(&point.id), text: point.joint.clone() };
        Self {
            stamp: Stamp::of(case),
            dates: case.dates(),
            sections: data.sections.iter().map(section).collect(),
            people: case.people().map(person).collect(),
            agreements: data.approvals.iter().map(agreement).collect(),
            plan: PlanView::of(case),
        }
    }
}

/// The customer's document, from their view alone.
pub fn document(view: &CustomerView) -> Document {
    let mut document = Document {
        title: format!("Proof of concept: {}", view.stamp.account),
        subtitle: "Our joint plan".into(),
        ..Document::default()
    };
    if !view.dates.is_empty() {
        document.heading(2, "Dates");
        document
            .table(&["What", "When"], view.dates.iter().map(|(name, day)| vec![name.clone(), day.clone()]).collect());
    }
    document.heading(2, "What we agree on");
    document.checks(view.agreements.clone());
    view.plan.write(&mut document);
    document.heading(2, "The plan");
    for (at, section) in view.sections.iter().enumerate() {
        document.heading(3, format!("{}. {}", at + 1, section.name));
        let author = section.authorship;
        match section.holds.join(" ") {
            holds if holds.is_empty() => document.note(author),
            holds => document.note(format!("{author} It covers: {holds}")),
        }
        match section.text.trim() {
            "" if !section.names_people => document.paragraph("Not written yet."),
            text => document.quote(text),
        }
        if section.names_people {
            people(&mut document, view);
        }
    }
    sign(&mut document, &view.stamp);
    document
}

fn people(document: &mut Document, view: &CustomerView) {
    let row = |person: &CustomerPerson| {
        vec![person.name.clone(), person.title.clone(), person.role.clone(), person.contact.clone()]
    };
    document.table(&["Name", "Title", "Role", "Contact"], view.people.iter().map(row).collect());
}
