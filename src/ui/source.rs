//! Where a rule comes from, opened in place.
use crate::playbook::data::{Basis, SourceData};
use yew::prelude::*;

/// Title, locator, basis and note, behind one quiet word.
pub fn details(source: &SourceData) -> Html {
    html! { <details class="field__source"><summary>{ "Source" }</summary>{ text(source) }</details> }
}

/// The same as one paragraph.
pub fn text(source: &SourceData) -> Html {
    let basis = match source.basis {
        Basis::Stated => "stated there",
        Basis::Derived => "follows from it",
        Basis::Judgement => "our judgement: no source gives it",
    };
    html! {
        <p class="source">
            { format!("{}, {} ({basis}).", source.title, source.locator) }
            if let Some(note) = &source.note { { format!(" {note}") } }
        </p>
    }
}
