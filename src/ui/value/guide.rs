//! What the business case has to say in the guide's sections. Nothing goes there unasked.
use super::desk::Desk;
use super::documents::Sent;
use crate::app::{Action, Changed, Page};
use crate::export::business::feed::{Draft, appended, drafts};
use crate::playbook::library::Library;
use crate::ui::{Shared, View};
use yew::prelude::*;

pub fn guide(desk: &Desk, sent: &Sent) -> Html {
    html! { <Guide view={desk.view.clone()} library={desk.library.clone()} sent={sent.clone()} /> }
}

#[derive(Properties, PartialEq)]
struct Props {
    view: View,
    library: Shared<Library>,
    sent: Sent,
}

/// The drafts are written anew only when the case changed.
#[component]
fn Guide(props: &Props) -> Html {
    let given = (props.sent.clone(), props.library.clone());
    let drafts = use_memo(given, |(sent, library)| sent.with(|business| drafts(business, &library.data.feeds)));
    let view = &props.view;
    html! {
        <section class="group" hidden={drafts.is_empty()}>
            <h2 class="group__title">{ "Put into the guide" }</h2>
            <p>{ "Drafts for the proof of concept, each for one section. A draft is added below what stands there; nothing is replaced." }</p>
            <ul class="value-cards">{ for drafts.iter().map(|draft| card(view, draft)) }</ul>
            <div class="cluster">
                <button type="button" class="button button--quiet" onclick={view.click(Action::PageOpened(Page::Proof))}>{ "Go to the guide" }</button>
            </div>
        </section>
    }
}

fn card(view: &View, draft: &Draft) -> Html {
    let model = &view.model;
    let name = model.playbook.data.sections.iter().find(|section| section.id == draft.section);
    let name = name.map_or(draft.section.as_str(), |section| section.name.as_str());
    let now = model.account.sections.get(&draft.section).map_or("", |section| section.text.as_str());
    let there = now.contains(&draft.text);
    let put = Changed::SectionTyped { section: draft.section.clone(), text: appended(now, &draft.text) };
    html! {
        <li class="card value-card" key={draft.section.clone()}>
            <h3 class="value-card__name">{ name }</h3>
            <p class="value-card__kind">{ &draft.about }</p>
            <p class="document__text">{ &draft.text }</p>
            <button type="button" class="button" disabled={there || !model.is_editable()} onclick={view.click_change(put)}>
                { if there { "It is there" } else { "Put it there" } }
                <span class="visually-hidden">{ format!(": {name}") }</span>
            </button>
        </li>
    }
}
