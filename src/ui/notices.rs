//! What the page has to say about itself: an example in view, a copy, nothing kept, an update.
use super::View;
use super::keeping::with_part;
use super::part::{self, Fetched};
use crate::app::{Action, Keep, Model, Notice, Offline, Origin};
use crate::browser::{host, offline, share};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// One line each, none in the way of typing. The elements stay when there is nothing to say.
pub fn notices(view: &View) -> Html {
    let model = &view.model;
    html! {
        <section class="notices" aria-label="Notices">
            <div key="origin">{ origin(view) }</div>
            <div key="keep">{ keep(view) }</div>
            <div key="update">{ update(model) }</div>
            <div key="notice" role="status">{ model.notice.as_ref().map(|notice| said(view, notice)) }</div>
        </section>
    }
}

fn said(view: &View, notice: &Notice) -> Html {
    html! {
        <div class={classes!("notice", notice.fault.then_some("notice--fault"))}>
            <p>{ &notice.text }</p>
            <div class="notice__actions">
                <button type="button" class="button button--quiet button--small"
                    onclick={view.click(Action::NoticeDismissed)}>{ "Dismiss" }</button>
            </div>
        </div>
    }
}

fn origin(view: &View) -> Html {
    match &view.model.origin {
        Origin::Own => html! { <span></span> },
        Origin::Example(_) => html! {
            <div class="notice notice--example">
                <p>{ "An invented example, so that you see what a verdict looks like." }</p>
                <div class="notice__actions">
                    <button type="button" class="button button--primary button--small" onclick={view.click(Action::NewStarted)}>{ "Start with your account" }</button>
                </div>
            </div>
        },
        Origin::Copy => html! {
            <div class="notice">
                <p>{ "A copy that someone shared with you. Your own work is untouched." }</p>
                <div class="notice__actions">
                    <button type="button" class="button button--primary button--small" onclick={view.click(Action::CopyKept)}>{ "Keep a copy" }</button>
                    <button type="button" class="button button--quiet button--small" onclick={view.click(Action::CopyClosed)}>{ "Close it" }</button>
                </div>
            </div>
        },
    }
}

fn keep(view: &View) -> Html {
    match &view.model.keep {
        Keep::MemoryOnly if share::is_framed() => html! {
            <div class="notice">
                <p>{ "This frame keeps nothing: when it closes, what you typed is gone." }</p>
                <div class="notice__actions">
                    { host::is_embed().then(|| html! {
                        <button type="button" class="button button--small" onclick={hand_over(view)}>{ "Save to this page" }</button>
                    }) }
                    <button type="button" class="button button--small" onclick={open_own_tab(view)}>{ "Open in its own tab" }</button>
                </div>
            </div>
        },
        Keep::MemoryOnly => html! {
            <div class="notice">
                <p>{ "This browser keeps nothing here. Save a case file before you close the page." }</p>
                <div class="notice__actions">{ save(view) }</div>
            </div>
        },
        Keep::Failed(reason) => html! {
            <div class="notice notice--fault">
                <p>{ [reason, " What you typed is still in view."].concat() }</p>
                <div class="notice__actions">
                    { save(view) }
                    <button type="button" class="button button--quiet button--small" onclick={again(view)}>{ "Try again" }</button>
                </div>
            </div>
        },
        _ => html! { <span></span> },
    }
}

/// What can't be kept here can be taken along.
fn save(view: &View) -> Html {
    let (model, send) = (view.model.clone(), view.send.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        let model = model.clone();
        with_part(&send, move |keeping, _| (keeping.save_file)(&model));
    });
    html! { <button type="button" class="button button--small" {onclick}>{ "Save a case file" }</button> }
}

fn again(view: &View) -> Callback<MouseEvent> {
    let (model, send) = (view.model.clone(), view.send.clone());
    Callback::from(move |_| {
        let model = model.clone();
        with_part(&send, move |keeping, send| {
            // The part may have come just now: it has seen nothing yet.
            (keeping.see)(&model);
            (keeping.again)(send);
        });
    })
}

/// The page around the frame may keep what the frame can't.
fn hand_over(view: &View) -> Callback<MouseEvent> {
    let model = view.model.clone();
    Callback::from(move |_| {
        let model = model.clone();
        spawn_local(async move {
            if let Ok(hosting) = part::hosting().await {
                (hosting.save)(&model, None);
            }
        });
    })
}

/// The account travels in the link's fragment, which no server sees.
/// Too much text for a link opens the empty app, which says so by itself.
fn open_own_tab(view: &View) -> Callback<MouseEvent> {
    let (account, sharing) = (view.model.account.clone(), view.sharing);
    Callback::from(move |_| {
        let fragment = match sharing {
            Fetched::Here(sharing) => (sharing.encode)(&account, true).unwrap_or_default(),
            Fetched::Absent | Fetched::Missing => String::new(),
        };
        share::open_own_tab(&fragment);
    })
}

fn update(model: &Model) -> Html {
    if model.offline != Offline::Update {
        return html! { <span></span> };
    }
    html! {
        <div class="notice">
            <p>{ "An update is ready." }</p>
            <div class="notice__actions">
                <button type="button" class="button button--small" onclick={|_| offline::apply_update()}>{ "Reload to update" }</button>
            </div>
        </div>
    }
}
