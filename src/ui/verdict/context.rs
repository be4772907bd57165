//! What is good to know and never counts, and what the sign means.
use super::panel::View;
use super::source;
use crate::playbook::data::EntryData;
use yew::prelude::*;

pub fn context(view: &View) -> Html {
    let item = |entry: &EntryData| {
        html! { <li key={entry.id.clone()}>{ &entry.text }{ source::note("this", &entry.source) }</li> }
    };
    html! {
        <>
            <details class="more">
                <summary>{ "Context, never scored" }</summary>
                <ul class="context">{ for view.playbook.data.context.iter().map(item) }</ul>
            </details>
            { source::explanation() }
        </>
    }
}
