//! What is good to know and never counts.
use super::source;
use crate::playbook::Playbook;
use crate::playbook::data::EntryData;
use yew::prelude::*;

pub fn context(playbook: &Playbook) -> Html {
    let item = |entry: &EntryData| {
        html! { <li key={entry.id.clone()}>{ &entry.text }{ source::note("this", &entry.source) }</li> }
    };
    html! {
        <details class="more">
            <summary>{ "Context, never scored" }</summary>
            <ul class="context">{ for playbook.data.context.iter().map(item) }</ul>
        </details>
    }
}
