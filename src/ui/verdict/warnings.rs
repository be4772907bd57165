//! Warnings: those that hold, and folded away those that may.
use super::panel::View;
use super::source;
use crate::domain::condition::Holds;
use crate::playbook::data::WarningData;
use yew::prelude::*;

pub fn warnings(view: &View) -> Html {
    let all: Vec<(&WarningData, Holds)> =
        view.verdict.warnings.iter().filter_map(|(id, holds)| Some((find(view, id)?, *holds))).collect();
    let of = |wanted: Holds| all.iter().filter(move |(_, holds)| *holds == wanted).map(|(warning, _)| *warning);
    let (certain, possible) = (of(Holds::Yes).count(), of(Holds::Maybe).count());
    if certain + possible == 0 {
        return html! { <section hidden={true}></section> };
    }
    html! {
        <section class="verdict__part">
            <h3 class="verdict__heading">{ "Watch out" }</h3>
            if certain == 0 { <p>{ "Nothing that holds for certain." }</p> }
            <ul class="warnings">{ for of(Holds::Yes).map(row) }</ul>
            if possible > 0 {
                <details class="more">
                    <summary>{ format!("{possible} that may apply, depending on open answers") }</summary>
                    <ul class="warnings warnings--possible">{ for of(Holds::Maybe).map(row) }</ul>
                </details>
            }
        </section>
    }
}

fn find<'a>(view: &'a View, id: &str) -> Option<&'a WarningData> {
    view.playbook.data.warnings.iter().find(|warning| warning.id == id)
}

fn row(warning: &WarningData) -> Html {
    html! {
        <li class="warning" key={warning.id.clone()}>
            <p>{ &warning.text }</p>
            { source::note("this warning", &warning.source) }
        </li>
    }
}
