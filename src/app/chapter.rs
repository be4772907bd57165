//! The parts of the two long pages, of which one is in view at a time, and the place where a field is edited.
use super::model::{Model, Page};
use crate::domain::account::Account;
use crate::domain::row::{self, RowKind};
use crate::playbook::data::{PageData, PlaybookData};

/// A part of the proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProofPart {
    Plan,
    Criteria,
    Days,
    Readiness,
    Guide,
    Exchange,
    Closing,
    Documents,
}

impl ProofPart {
    /// In the order of work.
    pub const ALL: [Self; 8] = [
        Self::Plan,
        Self::Criteria,
        Self::Days,
        Self::Readiness,
        Self::Guide,
        Self::Exchange,
        Self::Closing,
        Self::Documents,
    ];

    /// Where the rows of a kind are edited, by the rest of a field's name; none for those of other pages.
    fn of(kind: RowKind, rest: &str, playbook: &PlaybookData) -> Option<Self> {
        match kind {
            RowKind::Engagement => match rest {
                "next" | "next-reason" | "new-end" | "wound-down" => Some(Self::Closing),
                "asked" => Some(Self::Exchange),
                "contacts" => Some(Self::Documents),
                _ => Some(Self::Plan),
            },
            RowKind::Criterion => Some(Self::Criteria),
            RowKind::Prerequisite | RowKind::Event | RowKind::Holiday => Some(Self::Days),
            RowKind::Evidence if is_section(playbook, rest) => Some(Self::Guide),
            RowKind::Evidence => Some(Self::Readiness),
            RowKind::Asked => Some(Self::Exchange),
            _ => None,
        }
    }
}

/// A part of the business case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chapter {
    UseCases,
    Processes,
    Benefits,
    Costs,
    Settings,
    Result,
    Uncertainty,
    BreakEven,
    Measured,
    Documents,
}

impl Chapter {
    /// In the order of work.
    pub const ALL: [Self; 10] = [
        Self::UseCases,
        Self::Processes,
        Self::Benefits,
        Self::Costs,
        Self::Settings,
        Self::Result,
        Self::Uncertainty,
        Self::BreakEven,
        Self::Measured,
        Self::Documents,
    ];

    /// Where the rows of a kind are edited; none for those of other pages.
    const fn of(kind: RowKind) -> Option<Self> {
        match kind {
            RowKind::Plan | RowKind::Role => Some(Self::Settings),
            RowKind::Process | RowKind::Lane | RowKind::Step | RowKind::Branch => Some(Self::Processes),
            RowKind::Benefit => Some(Self::Benefits),
            RowKind::Cost => Some(Self::Costs),
            _ => None,
        }
    }
}

/// Where something is edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Page(Page),
    Proof(ProofPart),
    Value(Chapter),
}

impl Place {
    /// The place of a field such as `account.employees`, `row.12.minutes`, `plan.days`, or of a section of the guide.
    pub fn of(model: &Model, field: &str) -> Self {
        let playbook = &model.shipped.data;
        if let Some(question) = model.playbook.question(field) {
            return match question.page {
                PageData::Account => Self::Page(Page::Account),
                PageData::Deal => Self::Page(Page::Deal),
                PageData::Proof => Self::Proof(ProofPart::Plan),
            };
        }
        if is_section(playbook, field) {
            return Self::Proof(ProofPart::Guide);
        }
        let Some((kind, rest)) = kind_of(&model.account, field) else { return Self::Page(Page::Rules) };
        let proof = ProofPart::of(kind, rest, playbook).map(Self::Proof);
        proof.or_else(|| Chapter::of(kind).map(Self::Value)).unwrap_or(Self::Page(Page::People))
    }
}

fn is_section(playbook: &PlaybookData, id: &str) -> bool {
    playbook.sections.iter().any(|section| section.id == id)
}

/// The kind of row that holds a field, and what of its name comes after.
fn kind_of<'a>(account: &Account, field: &'a str) -> Option<(RowKind, &'a str)> {
    let (kind, rest) = field.split_once('.')?;
    if kind != "row" {
        return Some((RowKind::parse(kind)?, rest));
    }
    let key = rest.split('.').next()?.parse().ok()?;
    row::find(&account.rows, key).map(|row| (row.kind, rest))
}
