//! The checklist of a proof of concept: all of it for the partner, an allow-list of it for the customer.
pub use super::case::Case;
pub use super::known::known;
pub use crate::domain::audience::Audience;

use super::document::{Document, line};
use super::progress::Progress;
use super::{customer, partner, registration, short};

/// The document for one audience.
pub fn checklist(case: &Case, audience: Audience) -> Document {
    match audience {
        Audience::Partner => partner::document(case),
        // A trial has no guide: the customer gets its plan.
        Audience::Customer => match Progress::of(case).short() {
            Some((short, _)) => short::document(&short::ShortView::of(case, &short)),
            None => customer::document(&customer::CustomerView::of(case)),
        },
        Audience::Registration => registration::document(&registration::RegistrationView::of(case)),
    }
}

/// The name of a file without its extension: "northwind-gmbh-proof-of-concept-partner-2026-11-23".
pub fn file_stem(case: &Case, audience: Audience) -> String {
    let name = line(&case.name()).to_ascii_lowercase();
    let words: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let name: String = words.join("-").chars().take(40).collect();
    let name = name.trim_end_matches('-');
    let name = if name.is_empty() { "account" } else { name };
    match audience {
        Audience::Partner | Audience::Customer => format!("{name}-proof-of-concept-{}-{}", audience.slug(), case.today),
        Audience::Registration => format!("{name}-deal-registration-{}", case.today),
    }
}

/// The line for the foot of each page, and the lines at the end: date, version, and that this is unofficial.
pub(super) fn sign(document: &mut Document, stamp: &Stamp) {
    let dated = format!("{}, playbook {}", stamp.date.in_words(), stamp.version);
    document.running = format!("{} · {dated}", stamp.account);
    document.footer = vec![format!("{}. {dated}.", stamp.account), stamp.disclaimer.clone()];
}

/// What stands at the foot of every document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    pub account: String,
    pub date: crate::domain::date::Day,
    /// Of the playbook.
    pub version: String,
    /// Says that this is unofficial.
    pub disclaimer: String,
}

impl Stamp {
    pub fn of(case: &Case) -> Self {
        let data = &case.playbook.data;
        Self {
            account: case.name(),
            date: case.today,
            version: data.version.clone(),
            disclaimer: data.disclaimer.clone(),
        }
    }
}
