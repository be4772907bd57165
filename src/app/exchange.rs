//! What the partner asks the customer for.
use super::model::{Model, Part};
use crate::domain::account::Author;
use crate::domain::exchange::{Asked, Request};
use crate::domain::row::{self, RowKind};
use crate::playbook::data::{AuthorData, SectionData};

/// The question that holds the account's name.
pub const NAME: &str = "account.name";

/// What the customer is asked for: what only they can write, and what both sides write when the partner wants it.
pub fn request(model: &Model) -> Request {
    let both = model.is_open(Part::AskBoth);
    let asked = |data: &SectionData| {
        let section = model.account.sections.get(&data.id).cloned().unwrap_or_default();
        let (id, name, own) = (data.id.clone(), data.name.clone(), section.author == Author::Customer);
        Asked { id, name, text: section.text, own }
    };
    let wanted = |data: &&SectionData| match data.author {
        AuthorData::Customer => true,
        AuthorData::Both => both,
        AuthorData::Partner => false,
    };
    Request {
        case: model.case.clone(),
        partner: row::sole_text(&model.account.rows, RowKind::Engagement, "partner").trim().to_owned(),
        account: model.account.text(NAME).trim().to_owned(),
        sections: model.shipped.data.sections.iter().filter(wanted).map(asked).collect(),
    }
}
