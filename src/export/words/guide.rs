//! The words for the guide of a proof: where a section stands, whose words it holds, who has which part.
use crate::domain::account::{Author, SectionText};
use crate::domain::date;
use crate::domain::guide::{Duty, Found, Gap, NextStep, Saying, Status, Withheld};
use crate::export::document::line;
use crate::playbook::data::AuthorData;

/// Where a section stands.
pub fn section_status(status: Status) -> &'static str {
    match status {
        Status::NotStarted => "not started",
        Status::InProgress => "in progress",
        Status::Complete => "complete",
    }
}

/// Why a section that is ticked isn't complete.
pub fn withheld(withheld: Withheld) -> &'static str {
    match withheld {
        Withheld::Empty => "It is ticked, but nothing is written.",
        Withheld::Draft => "It is ticked, but these are your words; it is complete when they are the customer’s.",
    }
}

/// Whose words a section holds, or whose it is to hold. A draft never passes as the customer's.
pub fn authorship(wanted: AuthorData, text: &SectionText) -> &'static str {
    let empty = text.text.trim().is_empty();
    match (wanted, text.author) {
        (AuthorData::Customer, _) if empty => "To be written by the customer, in their own words.",
        (AuthorData::Customer, Author::Partner) => "Draft by the partner: not the customer’s own words yet.",
        (AuthorData::Customer, Author::Customer) => "Written by the customer, in their own words.",
        (AuthorData::Partner, _) if empty => "To be written by the partner.",
        (AuthorData::Partner, _) => "Written by the partner.",
        (AuthorData::Both, _) if empty => "To be written together.",
        (AuthorData::Both, Author::Customer) => "Written together; these are the customer’s words.",
        (AuthorData::Both, Author::Partner) => "Written together.",
    }
}

/// "Said by Ann Keller on March 15, 2027"; none while nobody is named.
pub fn said_by(saying: &Saying) -> Option<String> {
    match (line(&saying.who), line(&saying.day)) {
        (who, _) if who.is_empty() => None,
        (who, day) if day.is_empty() => Some(format!("Said by {who}")),
        (who, day) => Some(format!("Said by {who} on {}", date::in_words(&day))),
    }
}

/// What a check found.
pub fn found(found: Found) -> &'static str {
    match found {
        Found::Holds => "there",
        Found::Lacks => "still lacks",
        Found::Open => "nothing to look at yet",
    }
}

/// A person's part in a section.
pub fn duty(duty: Duty) -> &'static str {
    match duty {
        Duty::Does => "does it",
        Duty::Decides => "decides",
        Duty::Asked => "is asked",
        Duty::Told => "is told",
    }
}

/// What a section's parts lack, and what to do.
pub fn gap(gap: Gap) -> String {
    match gap {
        Gap::NobodyDoes => "Nobody does it: name one person at least.".to_owned(),
        Gap::NobodyDecides => "Nobody decides: name one person.".to_owned(),
        Gap::SeveralDecide(count) => format!("{count} people decide: agree on one."),
    }
}

/// What was agreed on at the end.
pub fn next_step(step: NextStep) -> &'static str {
    match step {
        NextStep::Buy => "buy",
        NextStep::Extend => "extend",
        NextStep::Stop => "stop",
    }
}
