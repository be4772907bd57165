//! Where a rule comes from, opened in place.
use crate::playbook::data::{Basis, SourceData};
use yew::prelude::*;

/// Title, locator, basis and note, behind one quiet word. `of` is what it is the source of, for those who hear the page.
pub fn details(of: &str, source: &SourceData) -> Html {
    html! {
        <details class="field__source">
            <summary>{ "Source" }<span class="visually-hidden">{ format!(" of {of}") }</span>{ sign([source]) }</summary>
            { text(source) }
        </details>
    }
}

/// One quiet sign, when one of the sources is our own judgement.
pub fn sign<'a>(sources: impl IntoIterator<Item = &'a SourceData>) -> Html {
    let ours = sources.into_iter().any(|source| source.basis == Basis::Judgement);
    html! {
        <span class="sign">
            if ours {
                <span aria-hidden="true">{ "†" }</span>
                <span class="visually-hidden">{ " (our judgement)" }</span>
            }
        </span>
    }
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
