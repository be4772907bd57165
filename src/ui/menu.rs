//! The menu: files, links, examples, rules, erasing.
use super::backup::{bring_back, entry as backup_entry};
use super::desk::{desk, with};
use super::exchange::take_in;
use super::part::{Fetched, Missing};
use super::portfolio::plain;
use super::saving::save_file;
use super::share_panel::share_panel;
use super::{View, cases};
use crate::app::{Action, Listed, NAME, Page, Part};
use crate::browser::file;
use crate::domain::account::Account;
use crate::wire::{Refusal, backup, case, guide};
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
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
    let save = {
        let (model, saved) = (model.clone(), view.click(Action::Toggled(Part::Menu)));
        Callback::from(move |event: MouseEvent| {
            save_file(&model);
            saved.emit(event);
        })
    };
    html! {
        <div>
            { cases::steps(view) }
            <ul class="menu__list">
                { item("New account".into(), view.click(Action::NewStarted)) }
                <li key="open">{ opener(view) }</li>
                { item("Save a case file".into(), save) }
                { item("Rules and weights".into(), view.click(Action::PageOpened(Page::Rules))) }
            </ul>
            { cases::others(view) }
            { backup_entry(view) }
            <ul class="menu__list">{ for examples }</ul>
            { share_panel(view) }
            { erase(view) }
        </div>
    }
}

fn item(label: String, onclick: Callback<MouseEvent>) -> Html {
    html! { <li key={label.clone()}><button type="button" class="menu__item" {onclick}>{ label }</button></li> }
}

/// The account of a file comes into view, or the accounts of a backup into the list.
pub fn open_file(picked: File, send: &Callback<Action>) {
    let send = send.clone();
    spawn_local(async move {
        if file::first_line(&picked).await.is_some_and(|line| backup::begins(&line) != Err(Refusal::ForeignFile)) {
            return bring_back(picked, &send);
        }
        let read = file::read(&picked).await.map_err(|fault| fault.to_string());
        let case = match read.as_deref().map(guide::read) {
            Ok(Ok(guide)) => return take_in(guide, &send),
            // Of another kind.
            Ok(Err(Refusal::ForeignFile)) | Err(_) => {
                read.and_then(|text| case::read(&text).map_err(|refusal| refusal.to_string()))
            }
            Ok(Err(refusal)) => Err(refusal.to_string()),
        };
        // After what was kept has come into view, or it would take this one's place.
        with(&send, move |_, send| async move {
            match case {
                Ok(case) => {
                    let twin = twin(&case.account);
                    send.emit(Action::CaseOpened(Box::new(case.account)));
                    if let Some(text) = twin {
                        send.emit(Action::Noticed { text, fault: false });
                    }
                }
                Err(text) => send.emit(Action::Noticed { text, fault: true }),
            }
        });
    });
}

/// What is said when an account of this name is here already: both stay.
fn twin(account: &Account) -> Option<String> {
    let name = account.text(NAME).trim();
    let same = |listed: &Listed| listed.name.as_deref().is_some_and(|other| plain(other) == plain(name));
    let twice =
        !plain(name).is_empty() && desk(|desk| desk.latest.as_ref().is_some_and(|model| model.cases.iter().any(same)));
    twice.then(|| {
        format!("There is another account named {name} on this device. Both are kept; see “All accounts” in the menu.")
    })
}

/// The picked file becomes the account in view; the present one is put aside.
fn opener(view: &View) -> Html {
    let send = view.send.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(picked) = file::picked(&event) {
            open_file(picked, &send);
        }
    });
    html! {
        <label class="menu__item menu__file">
            <span>{ "Open a case file or a backup" }</span>
            <input class="visually-hidden" type="file" accept=".json,.jsonl,application/json" {onchange} />
        </label>
    }
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
