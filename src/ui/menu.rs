//! The menu: files, links, examples, rules, erasing.
use super::View;
use super::part::{Fetched, Missing};
use super::saving::case_text;
use super::share_panel::share_panel;
use crate::app::{Action, Model, Page, Part};
use crate::browser::{download, file};
use crate::wire::case;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The id of what opens the menu.
pub const SUMMARY: &str = "menu";

/// Opens in place; closes when something was chosen, by Escape, and by a click elsewhere. What it holds is fetched
/// when it is first opened.
pub fn menu(view: &View) -> Html {
    let open = view.model.is_open(Part::Menu);
    let toggled = view.click(Action::Toggled(Part::Menu));
    let onclick = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        toggled.emit(event);
    });
    let send = view.send.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if open && event.key() == "Escape" {
            send.emit(Action::Toggled(Part::Menu));
        }
    });
    let panel = || match view.sharing {
        Fetched::Here(sharing) => (sharing.menu)(view),
        Fetched::Absent => html! { <p class="menu__wait">{ "One moment…" }</p> },
        Fetched::Missing => html! { <p class="menu__wait field__error">{ Missing.to_string() }</p> },
    };
    html! {
        <details class="menu top__menu" {open} {onkeydown}>
            <summary class="button button--quiet" id={SUMMARY} {onclick}>{ "Menu" }</summary>
            <div class="menu__panel">{ open.then(panel) }</div>
        </details>
    }
}

/// What the menu holds.
pub fn panel(view: &View) -> Html {
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
        let (model, saved) = (model.clone(), view.click(Action::Toggled(Part::Menu)));
        Callback::from(move |event: MouseEvent| {
            save_file(&model);
            saved.emit(event);
        })
    };
    html! {
        <div>
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
            let case = read.and_then(|text| case::read(&text).map_err(|refusal| refusal.to_string()));
            send.emit(match case {
                Ok(case) => Action::CaseOpened(Box::new(case.account)),
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

fn save_file(model: &Model) {
    download::save(model.account_name(), case::EXTENSION, case::MIME, case_text(model).as_bytes());
}

/// Erasing asks once, in place.
fn erase(view: &View) -> Html {
    let send = view.send.clone();
    let erase = Callback::from(move |_: MouseEvent| super::saving::erase(&send));
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
