//! The words for a verdict, shared by the screen and every document, so that both say the same.
//! Knows what a playbook calls things; never how they look.
mod answer;
mod engagement;
mod figures;
mod fit;
mod guide;
mod pov;

pub use answer::{answer, change};
pub use engagement::{bound_line, engagement, engagement_line, engagement_name, gates_line};
pub use figures::{money, number, percent, points, span, worth};
pub use fit::{interval, label_line, profile_name, profile_short, standing, tier_name, verdict_line};
pub use guide::{authorship, duty, found, gap, next_step, said_by, section_status, withheld};
pub use pov::{result, sign};

use crate::domain::account::{Influence, Said};
use crate::domain::condition::Holds;
use crate::domain::criterion::Outcome;
use crate::domain::persona::Status;
use crate::playbook::data::{AuthorData, Basis};
use crate::playbook::verdict::GateState;

/// Where a criterion stands.
pub fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => "met",
        Outcome::Near => "near",
        Outcome::Missed => "missed",
        Outcome::Unknown => "not known yet",
    }
}

/// Where a gate or precondition stands.
pub fn gate_state(state: GateState) -> &'static str {
    match state {
        GateState::Met => "met",
        GateState::Suggested => "met, going by other answers",
        GateState::NotMet => "not met",
        GateState::NotAsked => "not asked",
    }
}

/// How well a role is filled.
pub fn role_status(status: Status) -> &'static str {
    match status {
        Status::Covered => "covered",
        Status::TooWeak => "named, too weak",
        Status::NotJudged => "named, influence not judged",
        Status::Missing => "missing",
    }
}

/// Whether a role is needed.
pub fn role_needed(needed: Holds) -> &'static str {
    match needed {
        Holds::Yes => "needed",
        Holds::Maybe => "may be needed",
        Holds::No => "not needed",
    }
}

/// How far a person's word carries.
pub fn influence(influence: Influence) -> &'static str {
    match influence {
        Influence::Low => "low",
        Influence::Medium => "medium",
        Influence::High => "high",
    }
}

/// The answer to a yes-or-no question.
pub fn said(said: Said) -> &'static str {
    match said {
        Said::Yes => "yes",
        Said::No => "no",
        Said::Unknown => "don't know",
    }
}

/// How a rule follows from its source.
pub fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Stated => "stated",
        Basis::Derived => "derived",
        Basis::Judgement => "our judgement",
    }
}

/// Who writes a section.
pub fn author(author: AuthorData) -> &'static str {
    match author {
        AuthorData::Customer => "the customer",
        AuthorData::Partner => "partner or solution engineer",
        AuthorData::Both => "both",
    }
}

/// Names in a row: "a", "a and b", "a, b and c".
pub fn and(items: &[impl AsRef<str>]) -> String {
    joined(items, "and")
}

/// Names to choose from: "a", "a or b", "a, b or c".
pub fn or(items: &[impl AsRef<str>]) -> String {
    joined(items, "or")
}

fn joined(items: &[impl AsRef<str>], last: &str) -> String {
    let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
    match items.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [most @ .., end] => format!("{} {last} {end}", most.join(", ")),
    }
}

/// A text for the middle of a sentence: a capital goes, unless an abbreviation begins with it.
pub fn inner(text: &str) -> String {
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(first), Some(second)) if first.is_uppercase() && !second.is_uppercase() => {
            std::iter::once(first.to_ascii_lowercase()).chain(text.chars().skip(1)).collect()
        }
        _ => text.to_owned(),
    }
}

/// A text for the start of a sentence.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| std::iter::once(first.to_ascii_uppercase()).chain(chars).collect())
}

/// "1 day", "3 days".
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
