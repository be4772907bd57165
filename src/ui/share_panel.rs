//! A link to the account: what it holds, how long it is, and a button to copy it.
use super::View;
use crate::app::{Action, Part};
use crate::browser::share;
use crate::wire::link;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Some mail and chat programs cut longer links.
const LONG: usize = 1_000;

/// The link is made when it is asked for, not on every key.
pub fn share_panel(view: &View) -> Html {
    let shown = view.model.is_open(Part::Link);
    html! {
        <div class="share">
            <button type="button" class="menu__item" aria-expanded={if shown { "true" } else { "false" }}
                onclick={view.click(Action::Toggled(Part::Link))}>{ "Share a link" }</button>
            <div class="share__panel">{ shown.then(|| panel(view)) }</div>
        </div>
    }
}

fn panel(view: &View) -> Html {
    let people = view.model.is_open(Part::LinkPeople);
    let link = link::encode(&view.model.account, people).map(|fragment| share::link_to(&fragment));
    let made = match link {
        Ok(link) => made(view, link),
        Err(refusal) => html! { <p class="field__error">{ refusal.to_string() }</p> },
    };
    html! {
        <div class="copy">
            <label class="choice">
                <input type="checkbox" checked={people} onchange={view.choose_action(Action::Toggled(Part::LinkPeople))} />
                <span>{ "Include people and written texts" }</span>
            </label>
            { made }
        </div>
    }
}

fn made(view: &View, link: String) -> Html {
    let size = link.chars().count();
    let (send, text) = (view.send.clone(), link.clone());
    let copy = Callback::from(move |_: MouseEvent| copy_text(send.clone(), text.clone(), "The link is copied."));
    html! {
        <div class="copy__link">
            <label for="share-link">{ "Link" }</label>
            <textarea class="area" id="share-link" readonly={true} rows="3" value={link} />
            <p class="copy__size">{ format!("{size} characters. The account is in the link itself: whoever has it can read it.") }</p>
            <p class="field__warning" hidden={size <= LONG}>
                { "Some mail and chat programs cut links this long. A case file is safer." }
            </p>
            <button type="button" class="button button--primary" onclick={copy}>{ "Copy link" }</button>
        </div>
    }
}

/// Copies a text and says so.
pub fn copy_text(send: Callback<Action>, text: String, done: &'static str) {
    spawn_local(async move {
        send.emit(match share::copy(&text).await {
            Ok(()) => Action::Noticed { text: done.into(), fault: false },
            Err(fault) => Action::Noticed { text: fault.to_string(), fault: true },
        });
    });
}
