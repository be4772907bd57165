//! What leaves the page: documents for three audiences, a note, an e-mail draft. Files by themselves are in [`super::files`].
use crate::app::{Action, Changed, Model};
use crate::browser::{download, print, share};
use crate::domain::account::Person;
use crate::domain::row::RowKind;
use crate::export::checklist::{Audience, Case, checklist, file_stem};
use crate::export::{crm_note, email, html, markdown, registration, text};
use crate::ui::share_panel::copy_text;
use crate::ui::{View, document};
use crate::wire::message::Format;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The case as the exports read it.
pub fn case(model: &Model) -> Case<'_> {
    Case { playbook: &model.playbook, account: &model.account, verdict: &model.verdict, today: model.today }
}

pub fn exports(view: &View) -> Html {
    let model = &view.model;
    let audience = model.audience;
    let document = checklist(&case(model), audience);
    let choice = |audience: Audience| {
        let chosen = view.choose_action(Action::AudienceChosen(audience));
        crate::ui::form::radio("audience", audience.label(), audience == model.audience, chosen)
    };
    let copied = |label: &'static str, copy: fn(&Model, Audience, &Callback<Action>)| {
        let (model, send) = (model.clone(), view.send.clone());
        let onclick = Callback::from(move |_: MouseEvent| copy(&model, audience, &send));
        html! { <button type="button" class="button" {onclick}>{ label }</button> }
    };
    html! {
        <section class="group export">
            <h2 class="group__title">{ "Take it along" }</h2>
            <fieldset class="field">
                <legend class="field__label">{ "For whom" }</legend>
                <p class="field__hint">{ "The customer's version holds only what you agreed together: never score, gates or deal size." }</p>
                <div class="choices">{ for Audience::ALL.into_iter().map(choice) }</div>
            </fieldset>
            { contacts(view) }
            { super::files::files(view) }
            <h3>{ "To print, send or paste" }</h3>
            <div class="cluster">
                { saved_as(view, "Print or save as PDF", |_, _| print::print()) }
                { saved_as(view, "Web page (HTML)", download_html) }
                { saved_as(view, "Markdown", download_markdown) }
                { copied("Copy as rich text", copy_rich) }
                { copied("Copy as Markdown", copy_markdown) }
            </div>
            <div class="cluster" hidden={audience != Audience::Partner}>
                { copied("Copy the CRM note", copy_note) }
                { copied("Copy the e-mail to the champion", copy_email) }
            </div>
            <details class="preview" open={true}>
                <summary>{ "Preview" }</summary>
                { document::render(&document) }
            </details>
        </section>
    }
}

/// A button that makes something of the case for the chosen audience.
pub fn saved_as(view: &View, label: &'static str, save: fn(&Model, Audience)) -> Html {
    let (model, audience) = (view.model.clone(), view.model.audience);
    let onclick = Callback::from(move |_: MouseEvent| save(&model, audience));
    html! { <button type="button" class="button" {onclick}>{ label }</button> }
}

/// Who is named in a deal registration: nobody unless chosen. Stays as an element for the other audiences.
fn contacts(view: &View) -> Html {
    let model = &view.model;
    let case = case(model);
    let chosen = registration::chosen(&case);
    let person = |person: &Person| {
        let is_chosen = chosen.contains(&person.key);
        let keys = chosen.iter().filter(|key| **key != person.key).copied().chain((!is_chosen).then_some(person.key));
        let text = keys.map(|key| key.to_string()).collect::<Vec<_>>().join(" ");
        let toggled = Changed::SoleTyped { kind: RowKind::Engagement, field: "contacts".into(), text };
        html! {
            <label class="choice" key={person.key}>
                <input type="checkbox" checked={is_chosen} disabled={!model.is_editable()} onchange={view.choose(toggled)} />
                <span>{ format!("{} {}", person.name, person.title) }</span>
            </label>
        }
    };
    let people: Vec<&Person> = case.people().collect();
    html! {
        <fieldset class="field" hidden={model.audience != Audience::Registration}>
            <legend class="field__label">{ "Contacts to name" }</legend>
            <p hidden={!people.is_empty()}>{ "Nobody is named on the page “People” yet." }</p>
            <div class="choices">{ for people.into_iter().map(person) }</div>
        </fieldset>
    }
}

/// The checklist as a file: its name, its media type, its text.
pub fn export(model: &Model, format: Format) -> (String, &'static str, String) {
    let audience = |partner| if partner { Audience::Partner } else { Audience::Customer };
    let case = case(model);
    match format {
        Format::Html { partner } => {
            let name = download::file_name(&file_stem(&case, audience(partner)), html::EXTENSION);
            (name, html::MIME, html::write(&checklist(&case, audience(partner))))
        }
        Format::Markdown { partner } => {
            let name = download::file_name(&file_stem(&case, audience(partner)), markdown::EXTENSION);
            (name, markdown::MIME, markdown::write(&checklist(&case, audience(partner))))
        }
    }
}

fn download_html(model: &Model, audience: Audience) {
    let bytes = html::write(&checklist(&case(model), audience));
    download::save(&file_stem(&case(model), audience), html::EXTENSION, html::MIME, bytes.as_bytes());
}

fn download_markdown(model: &Model, audience: Audience) {
    let bytes = markdown::write(&checklist(&case(model), audience));
    download::save(&file_stem(&case(model), audience), markdown::EXTENSION, markdown::MIME, bytes.as_bytes());
}

fn copy_markdown(model: &Model, audience: Audience, send: &Callback<Action>) {
    copy_text(send.clone(), markdown::write(&checklist(&case(model), audience)), "The document is copied as Markdown.");
}

fn copy_rich(model: &Model, audience: Audience, send: &Callback<Action>) {
    let document = checklist(&case(model), audience);
    let (rich, plain, send) = (html::fragment(&document), text::write(&document), send.clone());
    spawn_local(async move {
        send.emit(match share::copy_rich(&rich, &plain).await {
            Ok(()) => Action::Noticed { text: "The document is copied with its formatting.".into(), fault: false },
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
