//! Where a rule comes from, opened in place, with one quiet sign for our own judgement.
use crate::playbook::data::SourceData;
pub use crate::ui::source::sign;
use crate::ui::source::text;
use yew::prelude::*;

/// What the sign means, once.
pub fn explanation() -> Html {
    html! { <p class="small muted"><span aria-hidden="true">{ "† " }</span>{ "Our judgement: no source gives it. Open a source to see what each rule rests on." }</p> }
}

/// One source. `of` is what it is the source of, for those who hear the page.
pub fn note(of: &str, source: &SourceData) -> Html {
    notes(of, &[("", source)])
}

/// Several sources, each after the words that say what for.
pub fn notes(of: &str, sources: &[(&'static str, &SourceData)]) -> Html {
    let one = |(at, (what, source)): (usize, &(&'static str, &SourceData))| {
        html! {
            <div class="why__source" key={at}>
                if !what.is_empty() { <p class="why__what">{ *what }</p> }
                { text(source) }
            </div>
        }
    };
    html! {
        <details class="why">
            <summary>
                { "Source" }
                <span class="visually-hidden">{ format!(" of {of}") }</span>
                { sign(sources.iter().map(|(_, source)| *source)) }
            </summary>
            <div>{ for sources.iter().enumerate().map(one) }</div>
        </details>
    }
}
