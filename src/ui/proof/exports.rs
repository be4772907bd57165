//! What leaves the page: the checklist for two audiences in three formats, a note, an e-mail draft.
use crate::app::{Action, Model};
use crate::browser::{download, print, share};
use crate::export::checklist::{Audience, Case, checklist};
use crate::export::{crm_note, email, html, markdown, text};
use crate::ui::share_panel::copy_text;
use crate::ui::{Shared, document, use_send};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ExportsProps {
    pub model: Shared<Model>,
}

/// The case as the exports read it.
pub fn case(model: &Model) -> Case<'_> {
    Case { playbook: &model.playbook, account: &model.account, verdict: &model.verdict, today: model.today }
}

#[component]
pub fn Exports(props: &ExportsProps) -> Html {
    let send = use_send();
    let audience = use_state_eq(|| Audience::Partner);
    let model = &props.model;
    let document = checklist(&case(model), *audience);
    let choice = |wanted: Audience, label: &'static str| {
        let setter = audience.clone();
        crate::ui::form::radio(
            "audience",
            label,
            *audience == wanted,
            Callback::from(move |_: Event| setter.set(wanted)),
        )
    };
    let act = |done: fn(&Model, Audience, &Callback<Action>)| {
        let (model, audience, send) = (model.clone(), *audience, send.clone());
        Callback::from(move |_: MouseEvent| done(&model, audience, &send))
    };
    let button = |label: &'static str, onclick: Callback<MouseEvent>| {
        html! { <button type="button" class="button" {onclick}>{ label }</button> }
    };
    html! {
        <section class="group export">
            <h2 class="group__title">{ "Take it along" }</h2>
            <fieldset class="field">
                <legend class="field__label">{ "For whom" }</legend>
                <p class="field__hint">{ "The customer's version holds only what you agreed together: never score, gates or deal size." }</p>
                <div class="choices">{ choice(Audience::Partner, "For us, the partner") }{ choice(Audience::Customer, "For the customer") }</div>
            </fieldset>
            <div class="cluster">
                { button("Download for Word or browser", act(download_html)) }
                { button("Copy as rich text", act(copy_rich)) }
                { button("Copy as Markdown", act(copy_markdown)) }
                { button("Download Markdown", act(download_markdown)) }
                { button("Print or save as PDF", Callback::from(|_| print::print())) }
            </div>
            <h3>{ "To paste" }</h3>
            <div class="cluster">
                { button("Copy the CRM note", act(copy_note)) }
                { button("Copy the e-mail to the champion", act(copy_email)) }
            </div>
            <details class="preview" open={true}>
                <summary>{ "Preview" }</summary>
                { document::render(&document) }
            </details>
        </section>
    }
}

fn download_html(model: &Model, audience: Audience, _: &Callback<Action>) {
    let bytes = html::write(&checklist(&case(model), audience));
    download::save(model.account_name(), html::EXTENSION, html::MIME, bytes.as_bytes());
}

fn download_markdown(model: &Model, audience: Audience, _: &Callback<Action>) {
    let bytes = markdown::write(&checklist(&case(model), audience));
    download::save(model.account_name(), markdown::EXTENSION, markdown::MIME, bytes.as_bytes());
}

fn copy_markdown(model: &Model, audience: Audience, send: &Callback<Action>) {
    copy_text(
        send.clone(),
        markdown::write(&checklist(&case(model), audience)),
        "The checklist is copied as Markdown.",
    );
}

fn copy_rich(model: &Model, audience: Audience, send: &Callback<Action>) {
    let document = checklist(&case(model), audience);
    let (rich, plain, send) = (html::fragment(&document), text::write(&document), send.clone());
    spawn_local(async move {
        send.emit(match share::copy_rich(&rich, &plain).await {
            Ok(()) => Action::Noticed { text: "The checklist is copied with its formatting.".into(), fault: false },
            Err(fault) => Action::Noticed { text: fault.to_string(), fault: true },
        });
    });
}

fn copy_note(model: &Model, _: Audience, send: &Callback<Action>) {
    copy_text(send.clone(), crm_note::write(&case(model)), "The CRM note is copied.");
}

fn copy_email(model: &Model, _: Audience, send: &Callback<Action>) {
    let email = email::write(&case(model));
    copy_text(send.clone(), format!("Subject: {}\n\n{}", email.subject, email.body), "The e-mail draft is copied.");
}
