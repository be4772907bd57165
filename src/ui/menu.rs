//! The menu: examples, files, links, rules, erasing.
use super::share_panel::SharePanel;
use super::{Shared, use_send};
use crate::app::{Action, Model, Page};
use crate::browser::{download, file};
use crate::wire::case;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct MenuProps {
    pub model: Shared<Model>,
}

/// A list that opens in place and closes when something was chosen.
#[component]
pub fn Menu(props: &MenuProps) -> Html {
    let send = use_send();
    let model = &props.model;
    let open = use_state_eq(|| false);
    let picker = use_node_ref();
    let item = |label: String, chosen: Callback<()>| {
        let open = open.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            open.set(false);
            chosen.emit(());
        });
        html! { <li key={label.clone()}><button type="button" class="menu__item" {onclick}>{ label }</button></li> }
    };
    let say = |action: Action| send.reform(move |()| action.clone());
    let archetypes = &model.shipped.data.archetypes;
    let examples = archetypes
        .iter()
        .map(|example| item(format!("Example: {}", example.name), say(Action::ExampleChosen(example.id.clone()))));
    let aside = model.aside.iter().enumerate().map(|(at, account)| {
        let name = match account.text("account.name").trim() {
            "" => "Unnamed account",
            name => name,
        };
        item(format!("Bring back: {name}"), say(Action::BroughtBack(at)))
    });
    let pick = {
        let picker = picker.clone();
        Callback::from(move |()| file::ask(&picker.cast()))
    };
    let save = {
        let model = model.clone();
        Callback::from(move |()| save_file(&model))
    };
    let toggle = {
        let open = open.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            open.set(!*open);
        })
    };
    html! {
        <div class="top__menu">
            <details class="menu" open={*open}>
                <summary class="button button--quiet" onclick={toggle}>{ "Menu" }</summary>
                <div class="menu__panel">
                    <ul class="menu__list">
                        { item("New account".into(), say(Action::NewStarted)) }
                        { item("Open a case file…".into(), pick) }
                        { item("Save a case file".into(), save) }
                        { item("Rules and weights".into(), say(Action::PageOpened(Page::Rules))) }
                    </ul>
                    <ul class="menu__list">{ for aside }</ul>
                    <ul class="menu__list">{ for examples }</ul>
                    <SharePanel model={model.clone()} />
                    <Erase />
                </div>
            </details>
            <input class="visually-hidden" type="file" accept=".json,application/json" tabindex="-1" ref={picker} aria-hidden="true"
                onchange={opened(&send)} />
        </div>
    }
}

/// The picked file becomes the account in view; the present one is put aside.
fn opened(send: &Callback<Action>) -> Callback<Event> {
    let send = send.clone();
    Callback::from(move |event: Event| {
        let send = send.clone();
        let Some(picked) = file::picked(&event) else { return };
        spawn_local(async move {
            let read = file::read(&picked).await.map_err(|fault| fault.to_string());
            let case = read.and_then(|text| case::read(&text).map_err(|refusal| refusal.to_string()));
            send.emit(match case {
                Ok(case) => Action::CaseOpened(Box::new(case.account)),
                Err(text) => Action::Noticed { text, fault: true },
            });
        });
    })
}

fn save_file(model: &Model) {
    let data = &model.shipped.data;
    let head = case::Head { playbook: data.id.clone(), playbook_version: data.version.clone(), saved: model.today };
    let text = case::write(&model.account, &head);
    download::save(model.account_name(), case::EXTENSION, case::MIME, text.as_bytes());
}

/// Erasing asks once, in place.
#[component]
fn Erase() -> Html {
    let asked = use_state_eq(|| false);
    let send = use_send();
    let ask = |value: bool| {
        let asked = asked.clone();
        Callback::from(move |_: MouseEvent| asked.set(value))
    };
    let erase = {
        let (asked, send) = (asked.clone(), send.clone());
        Callback::from(move |_: MouseEvent| {
            asked.set(false);
            super::effects::erase(send.clone());
        })
    };
    html! {
        <div class="menu__erase">
            if *asked {
                <p>{ "This erases every account and rate kept on this device. It can’t be undone." }</p>
                <div class="cluster">
                    <button type="button" class="button button--danger button--small" onclick={erase}>{ "Erase now" }</button>
                    <button type="button" class="button button--quiet button--small" onclick={ask(false)}>{ "Keep" }</button>
                </div>
            } else {
                <button type="button" class="menu__item" onclick={ask(true)}>{ "Erase everything…" }</button>
            }
        </div>
    }
}
