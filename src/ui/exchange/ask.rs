//! The partner's side: ask the customer for their sections, and take in what comes back.
use super::incoming::take_in;
use super::reply::ReplyPanel;
use crate::app::{Action, Changed, Model, Part, request};
use crate::browser::{download, file, share};
use crate::domain::exchange::Request;
use crate::domain::row::{self, RowKind};
use crate::ui::share_panel::copy_text;
use crate::ui::{Shared, View};
use crate::wire::guide::{self, Guide};
use crate::wire::link;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

pub fn ask(view: &View) -> Html {
    let model = &view.model;
    html! {
        <section class="group" id="ask">
            <h2 class="group__title">{ "Ask the customer" }</h2>
            <p>{ "They open this same page without an account, see only the sections you ask for, and send a file back. You then see both texts side by side." }</p>
            { asking(view) }
            { model.is_editable().then(|| opener(view)) }
            <div key="reply">{ model.reply.as_ref().map(|reply| html! {
                <ReplyPanel reply={Shared::from(reply)} model={view.model.clone()} send={view.send.clone()} change={view.change.clone()} />
            }) }</div>
        </section>
    }
}

fn asking(view: &View) -> Html {
    let model = &view.model;
    if !model.is_own() {
        return html! { <p>{ "Start with your own account first: an example has no customer to ask." }</p> };
    }
    let both = view.choose_action(Action::Toggled(Part::AskBoth));
    html! {
        <div class="ask">
            <label class="choice">
                <input type="checkbox" checked={model.is_open(Part::AskBoth)} onchange={both} />
                <span>{ "Also for the sections that both sides write" }</span>
            </label>
            <Ways request={request(model)} view={view.clone()} />
            <p class="field__hint">{ sent(model) }</p>
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct WaysProps {
    request: Request,
    view: View,
}

/// By file or by link. The link is made anew only when what it holds has changed, not on every key.
#[component]
fn Ways(props: &WaysProps) -> Html {
    let WaysProps { request, view } = props;
    let link = use_memo(request.clone(), |request| {
        let link = link::encode_request(request).map(|fragment| share::link_to(&fragment));
        link.ok().filter(|link| link.chars().count() < link::GUIDE_FRAGMENT)
    });
    let too_long = link.is_none();
    html! {
        <>
            <div class="cluster">
                <button type="button" class="button" onclick={save(view, request.clone())}>{ "Save the file to send" }</button>
                <button type="button" class="button" disabled={too_long} onclick={copy(view, (*link).clone())}>{ "Copy the link to send" }</button>
            </div>
            <p class="field__hint" hidden={!too_long}>{ "The texts are too long for a link. Send the file." }</p>
        </>
    }
}

fn sent(model: &Model) -> String {
    let day = row::sole_text(&model.account.rows, RowKind::Engagement, "asked");
    match day {
        "" => {
            "They get the account’s name, your company’s name and the texts of these sections, nothing else.".to_owned()
        }
        day => format!(
            "Asked on {day}. They got the account’s name, your company’s name and the texts of these sections, nothing else."
        ),
    }
}

fn asked_today(view: &View) -> Callback<()> {
    let (change, day) = (view.change.clone(), view.model.today.to_string());
    Callback::from(move |()| {
        change.emit(Changed::SoleTyped { kind: RowKind::Engagement, field: "asked".into(), text: day.clone() });
    })
}

fn save(view: &View, request: Request) -> Callback<MouseEvent> {
    let (name, asked) = (view.model.account_name().to_owned(), asked_today(view));
    Callback::from(move |_| {
        let text = guide::write_request(&request, true);
        if download::save(&name, guide::REQUEST, guide::MIME, text.as_bytes()) {
            asked.emit(());
        }
    })
}

fn copy(view: &View, link: Option<String>) -> Callback<MouseEvent> {
    let (send, asked) = (view.send.clone(), asked_today(view));
    Callback::from(move |_| {
        if let Some(link) = link.clone() {
            asked.emit(());
            copy_text(send.clone(), link, "The link for the customer is copied.");
        }
    })
}

/// What came back is a file.
fn opener(view: &View) -> Html {
    let send = view.send.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(picked) = file::picked(&event) {
            let send = send.clone();
            spawn_local(async move {
                let read = file::read(&picked).await.map_err(|fault| fault.to_string());
                match read.and_then(|text| guide::read(&text).map_err(|refusal| refusal.to_string())) {
                    Ok(reply @ Guide::Reply(_)) => take_in(reply, &send),
                    Ok(Guide::Request(_)) => {
                        let text = "This is the file that goes to the customer, not the one that comes back from them.";
                        send.emit(Action::Noticed { text: text.into(), fault: true });
                    }
                    Err(text) => send.emit(Action::Noticed { text, fault: true }),
                }
            });
        }
    });
    html! {
        <label class="button file-button">
            <span>{ "Open what came back" }</span>
            <input class="visually-hidden" type="file" accept=".json,application/json" {onchange} />
        </label>
    }
}
