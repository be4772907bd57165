//! The menu: files, links, examples, rules, erasing.
use super::share_panel::share_panel;
use super::{Shared, View, part};
use crate::app::{Action, Model, Page, Part};
use crate::browser::{download, file};
use crate::wire::case;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// A list that opens in place and closes when something was chosen.
pub fn menu(view: &View) -> Html {
    let model = &view.model;
    let examples = model.shipped.data.archetypes.iter();
    let examples = examples.map(|example| {
        item(format!("Example: {}", example.name), view.click(Action::ExampleChosen(example.id.clone())))
    });
    let aside = model.aside.iter().enumerate().map(|(at, account)| {
        let name = match account.text("account.name").trim() {
            "" => "Unnamed account",
            name => name,
        };
        item(format!("Bring back: {name}"), view.click(Action::BroughtBack(at)))
    });
    let save = {
        let (model, send, saved) = (model.clone(), view.send.clone(), view.click(Action::Toggled(Part::Menu)));
        Callback::from(move |event: MouseEvent| {
            spawn_local(save_file(model.clone(), send.clone()));
            saved.emit(event);
        })
    };
    let toggle = {
        let toggled = view.click(Action::Toggled(Part::Menu));
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            toggled.emit(event);
        })
    };
    html! {
        <details class="menu top__menu" open={model.is_open(Part::Menu)}>
            <summary class="button button--quiet" onclick={toggle}>{ "Menu" }</summary>
            <div class="menu__panel">
                <ul class="menu__list">
                    { item("New account".into(), view.click(Action::NewStarted)) }
                    <li key="open">{ opener(view) }</li>
                    { item("Save a case file".into(), save) }
                    { item("Rules and weights".into(), view.click(Action::PageOpened(Page::Rules))) }
                </ul>
                <ul class="menu__list">{ for aside }</ul>
                <ul class="menu__list">{ for examples }</ul>
                { share_panel(view) }
                { erase(view) }
            </div>
        </details>
    }
}

fn item(label: String, onclick: Callback<MouseEvent>) -> Html {
    html! { <li key={label.clone()}><button type="button" class="menu__item" {onclick}>{ label }</button></li> }
}

/// The picked file becomes the account in view; the present one is put aside.
fn opener(view: &View) -> Html {
    let send = view.send.clone();
    let onchange = Callback::from(move |event: Event| {
        let send = send.clone();
        let Some(picked) = file::picked(&event) else { return };
        spawn_local(async move {
            let read = file::read(&picked).await.map_err(|fault| fault.to_string());
            let account = match (read, part::sharing().await) {
                (Ok(text), Ok(sharing)) => (sharing.read_case)(&text).map_err(|refusal| refusal.to_string()),
                (Err(fault), _) => Err(fault),
                (_, Err(missing)) => Err(missing.to_string()),
            };
            send.emit(match account {
                Ok(account) => Action::CaseOpened(Box::new(account)),
                Err(text) => Action::Noticed { text, fault: true },
            });
        });
    });
    html! {
        <label class="menu__item menu__file">
            <span>{ "Open a case file" }</span>
            <input class="visually-hidden" type="file" accept=".json,application/json" {onchange} />
        </label>
    }
}

async fn save_file(model: Shared<Model>, send: Callback<Action>) {
    match part::sharing().await {
        Ok(sharing) => {
            let text = (sharing.write_case)(&model);
            download::save(model.account_name(), case::EXTENSION, case::MIME, text.as_bytes());
        }
        Err(missing) => send.emit(Action::Noticed { text: missing.to_string(), fault: true }),
    }
}

/// Erasing asks once, in place.
fn erase(view: &View) -> Html {
    let send = view.send.clone();
    let erase = Callback::from(move |_: MouseEvent| super::effects::erase(send.clone()));
    let toggle = view.click(Action::Toggled(Part::Erase));
    if !view.model.is_open(Part::Erase) {
        return html! {
            <div class="menu__erase"><button type="button" class="menu__item" onclick={toggle}>{ "Erase everything…" }</button></div>
        };
    }
    html! {
        <div class="menu__erase">
            <p>{ "This erases every account and rate kept on this device. It can’t be undone." }</p>
            <div class="cluster">
                <button type="button" class="button button--danger button--small" onclick={erase}>{ "Erase now" }</button>
                <button type="button" class="button button--quiet button--small" onclick={toggle}>{ "Keep" }</button>
            </div>
        </div>
    }
}
