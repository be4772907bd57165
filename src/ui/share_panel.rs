//! A link to the account: what it holds, how long it is, and a button to copy it.
use super::{Shared, use_send};
use crate::app::{Action, Model};
use crate::browser::share;
use crate::wire::link;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Some mail and chat programs cut longer links.
const LONG: usize = 1_000;

#[derive(Properties, PartialEq)]
pub struct SharePanelProps {
    pub model: Shared<Model>,
}

/// The link is made when it is asked for, not on every key.
#[component]
pub fn SharePanel(props: &SharePanelProps) -> Html {
    let send = use_send();
    let shown = use_state_eq(|| false);
    let people = use_state_eq(|| false);
    let toggle = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(!*shown))
    };
    let with_people = {
        let people = people.clone();
        Callback::from(move |_: Event| people.set(!*people))
    };
    let panel = || {
        let link = match link::encode(&props.model.account, *people) {
            Ok(fragment) => share::link_to(&fragment),
            Err(refusal) => return html! { <p class="field__error">{ refusal.to_string() }</p> },
        };
        let size = link.chars().count();
        let copy = {
            let (send, link) = (send.clone(), link.clone());
            Callback::from(move |_: MouseEvent| copy_text(send.clone(), link.clone(), "The link is copied."))
        };
        html! {
            <div class="copy">
                <label class="choice">
                    <input type="checkbox" checked={*people} onchange={with_people} />
                    <span>{ "Include people and written texts" }</span>
                </label>
                <label for="share-link">{ "Link" }</label>
                <textarea class="area" id="share-link" readonly={true} rows="3" value={link} />
                <p class="copy__size">{ format!("{size} characters. The account is in the link itself: whoever has it can read it.") }</p>
                if size > LONG {
                    <p class="field__warning">{ "Some mail and chat programs cut links this long. A case file is safer." }</p>
                }
                <button type="button" class="button button--primary" onclick={copy}>{ "Copy link" }</button>
            </div>
        }
    };
    html! {
        <div class="share">
            <button type="button" class="menu__item" aria-expanded={if *shown { "true" } else { "false" }} onclick={toggle}>{ "Share a link" }</button>
            <div class="share__panel">if *shown { { panel() } }</div>
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
