//! The user's cases in the menu: to open, to undo, to go back, to save as one file and to bring back from it.
use super::View;
use super::desk::{desk, with};
use super::portfolio::is_archived;
use super::saving::{follow, list_anew, shown};
use crate::app::{Action, Listed, Model, Page, Shown, Steps, Why};
use crate::browser::{download, keeper, locale};
use crate::domain::history::State;
use crate::wire::kept;
use yew::prelude::*;

/// Undo and redo, and the earlier versions.
pub fn steps(view: &View) -> Html {
    let own = view.model.is_own();
    let Steps { back, forward } = view.model.turns();
    let button = |label: &'static str, is_on: bool, forward: bool| {
        let send = view.send.clone();
        let onclick = Callback::from(move |_: MouseEvent| turn(&send, forward));
        html! { <button type="button" class="button button--small" disabled={!is_on} {onclick}>{ label }</button> }
    };
    let steps = || {
        html! {
            <>
                <div class="cluster menu__steps">{ button("Undo", back, false) }{ button("Redo", forward, true) }</div>
                { versions(view) }
            </>
        }
    };
    html! { <div class="menu__group" key="steps">{ own.then(steps) }</div> }
}

/// Undoes the last change, or does again what was undone last.
pub fn turn(send: &Callback<Action>, forward: bool) {
    with(send, move |store, send| async move {
        let Some(model) = desk(|desk| desk.latest.clone()) else { return };
        let id = model.case.clone();
        let Some(seen) = desk(|desk| desk.seen.get(&id).cloned()) else { return };
        let Ok(head) = kept::read_head(&seen) else { return };
        let history = if forward { head.history.forward() } else { head.history.back() };
        let Some(history) = history else { return };
        match keeper::turn(&*store, &id, &seen, history).await {
            Ok(Ok(Some(case))) => {
                desk(|desk| desk.seen.insert(id, case.seen.clone()));
                let asked = model.revision;
                send.emit(Action::CaseShown { shown: Box::new(shown(&case)), asked, why: Why::Turned });
            }
            // Another tab has changed it meanwhile, and its word is on the way.
            Ok(Ok(None)) => {}
            Ok(Err(refusal)) => send.emit(Action::Noticed { text: refusal.to_string(), fault: true }),
            Err(fault) => {
                send.emit(Action::Noticed { text: fault.to_string(), fault: true });
                // It may have been done although the browser didn't say so.
                follow(&store, &send).await;
            }
        }
    });
}

fn versions(view: &View) -> Html {
    let id = view.model.case.clone();
    let seen = desk(|desk| desk.seen.get(&id).cloned());
    let versions = seen.and_then(|seen| kept::read_head(&seen).ok()).map(|head| head.history.versions());
    let version = |state: State| {
        let (send, id) = (view.send.clone(), id.clone());
        let onclick = Callback::from(move |_: MouseEvent| go_back(&send, &id, state.number));
        html! {
            <li key={state.number}><button type="button" class="menu__item" {onclick}>{ locale::moment(state.saved) }</button></li>
        }
    };
    match versions {
        Some(versions) if !versions.is_empty() => html! {
            <details class="menu__versions">
                <summary class="menu__item">{ "Earlier versions" }</summary>
                <p class="menu__hint">{ "Going back is a change like any other: Undo takes it back." }</p>
                <ul class="menu__list">{ for versions.into_iter().map(version) }</ul>
            </details>
        },
        _ => html! { <span></span> },
    }
}

fn go_back(send: &Callback<Action>, id: &str, number: u32) {
    let id = id.to_owned();
    with(send, move |store, send| async move {
        let asked = desk(|desk| desk.latest.as_ref().map_or(0, |model| model.revision));
        send.emit(match keeper::state(&*store, &id, number).await {
            Ok(Ok(account)) => Action::VersionChosen { account: Box::new(account), asked },
            Ok(Err(refusal)) => Action::Noticed { text: refusal.to_string(), fault: true },
            Err(fault) => Action::Noticed { text: fault.to_string(), fault: true },
        });
    });
}

/// So many of the other accounts stand in the menu.
const SHOWN: usize = 8;

/// The accounts that are not in view.
pub fn others(view: &View) -> Html {
    let mut others = view.model.others();
    others.retain(|listed| !is_archived(&listed.id));
    let more = others.len() > SHOWN;
    others.truncate(SHOWN);
    let item = |listed: &Listed| {
        let name = match listed.name.as_deref() {
            Some("") => "Unnamed account".to_owned(),
            Some(name) => name.to_owned(),
            None => "Can’t be read: save what is there".to_owned(),
        };
        let waits = view.model.left.iter().any(|left| left.id == listed.id);
        let when = if waits { "not saved yet".to_owned() } else { locale::moment(listed.saved) };
        let (send, model, picked) = (view.send.clone(), view.model.clone(), listed.clone());
        let onclick = Callback::from(move |_: MouseEvent| open(&send, &model, &picked));
        html! {
            <li key={listed.id.clone()}>
                <button type="button" class="menu__item menu__case" {onclick}>
                    <span>{ name }</span>{ " " }<span class="menu__when">{ when }</span>
                </button>
            </li>
        }
    };
    let list = || {
        html! {
            <>
                <h2 class="menu__title" id="menu-accounts">{ "Your other accounts" }</h2>
                <ul class="menu__list" aria-labelledby="menu-accounts">{ for others.iter().map(item) }</ul>
            </>
        }
    };
    let all = || {
        let label = if more { "More: all accounts" } else { "All accounts" };
        html! { <button type="button" class="menu__item" onclick={view.click(Action::PageOpened(Page::Accounts))}>{ label }</button> }
    };
    html! {
        <div class="menu__group" key="others">
            { (!others.is_empty()).then(list) }
            { (!view.model.cases.is_empty()).then(all) }
        </div>
    }
}

/// Brings a kept case into view; one that can't be read is offered as the texts that are there.
pub fn open(send: &Callback<Action>, model: &Model, listed: &Listed) {
    if let Some(left) = model.left.iter().find(|left| left.id == listed.id) {
        let shown = Shown { listed: listed.clone(), account: (*left.account).clone(), steps: Steps::default() };
        send.emit(Action::CaseShown { shown: Box::new(shown), asked: model.revision, why: Why::Chosen });
        return;
    }
    let (id, is_readable) = (listed.id.clone(), listed.name.is_some());
    with(send, move |store, send| async move {
        if !is_readable {
            match keeper::raw(&*store, &id).await {
                Ok(text) => {
                    download::save("unreadable account", "txt", "text/plain", text.as_bytes());
                }
                Err(fault) => send.emit(Action::Noticed { text: fault.to_string(), fault: true }),
            }
            return;
        }
        match keeper::open(&*store, &id).await {
            Ok(Ok(case)) => {
                desk(|desk| desk.seen.insert(id.clone(), case.seen.clone()));
                send.emit(Action::CaseShown { shown: Box::new(shown(&case)), asked: 0, why: Why::Chosen });
                if case.is_earlier {
                    send.emit(Action::Noticed { text: keeper::EARLIER.into(), fault: true });
                }
                // If it is refused, the next start shows another one: nothing is lost.
                let _ = keeper::point_at(&*store, &id).await;
            }
            Ok(Err(refusal)) => {
                send.emit(Action::Noticed { text: refusal.to_string(), fault: true });
                list_anew(&store, &send).await;
            }
            Err(fault) => send.emit(Action::Noticed { text: fault.to_string(), fault: true }),
        }
    });
}
