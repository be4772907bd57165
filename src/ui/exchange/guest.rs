//! The customer's page: the sections they were asked for, and nothing else.
use crate::app::{Action, Changed, Model, NAME};
use crate::browser::download;
use crate::domain::account::Author;
use crate::domain::exchange::{self, Asked};
use crate::domain::row::{self, RowKind};
use crate::playbook::data::{EntryData, SectionData};
use crate::ui::View;
use crate::ui::event::written;
use crate::ui::form::element_id;
use crate::wire::{bounds, guide};
use yew::prelude::*;

pub fn guest(view: &View) -> Html {
    let model = &view.model;
    let (partner, _) = exchange::asked_by(&model.account);
    let asks = if partner.is_empty() { "Your partner asks you".to_owned() } else { format!("{partner} asks you") };
    let sections = exchange::asked(&model.account);
    let empty = sections.iter().filter(|asked| asked.text.trim().is_empty()).count();
    html! {
        <div class="page">
            <h1 class="page__title">{ "Your part of the proof of concept" }</h1>
            <p class="page__lead">
                { format!("{asks} to say in your own words how it is at {}. Short is fine. It stays on this device until you send it back.", model.account_name()) }
            </p>
            <ol class="sections">{ for sections.iter().map(|asked| section(view, asked)) }</ol>
            <section class="group">
                <h2 class="group__title">{ "Send it back" }</h2>
                { writer(view) }
                <p hidden={empty == 0}>{ left(empty) }</p>
                <div class="cluster">
                    <button type="button" class="button button--primary" onclick={save(model)}>{ "Save the file to send back" }</button>
                    <button type="button" class="button button--quiet" onclick={view.click(Action::NewStarted)}>{ "Close" }</button>
                </div>
                <p class="field__hint">{ "Attach the file to an e-mail to your partner. When you come back to this page here, what you wrote is still in it." }</p>
            </section>
        </div>
    }
}

fn left(empty: usize) -> String {
    match empty {
        1 => "One section is still empty. You may send it as it is.".to_owned(),
        _ => format!("{empty} sections are still empty. You may send it as it is."),
    }
}

/// Who writes, so that the partner can say whose words these are.
fn writer(view: &View) -> Html {
    let by = row::sole_text(&view.model.account.rows, RowKind::Engagement, "answered-by");
    let typed = |text| Changed::SoleTyped { kind: RowKind::Engagement, field: "answered-by".into(), text };
    html! {
        <div class="field" id="answered-by">
            <label class="field__label" for="answered-by-input">{ "Your name" }</label>
            <div class="field__before"><p class="field__hint" id="answered-by-hint">{ "Stands beside your words in the plan" }</p></div>
            <input class="input" id="answered-by-input" type="text" maxlength="200" autocomplete="name" value={by.to_owned()}
                aria-describedby="answered-by-hint" disabled={!view.model.is_editable()} oninput={view.typed(typed)} />
        </div>
    }
}

fn section(view: &View, asked: &Asked) -> Html {
    let model = &view.model;
    let id = element_id(&asked.id);
    let data = model.shipped.data.sections.iter().find(|data| data.id == asked.id);
    let (name, change) = (asked.id.clone(), view.change.clone());
    let oninput = Callback::from(move |event: InputEvent| {
        change.emit(Changed::SectionTyped { section: name.clone(), text: written(&event) });
    });
    html! {
        <li class="section" id={id.clone()} key={asked.id.clone()}>
            <h2 class="section__name" id={format!("{id}-name")}>{ &asked.name }</h2>
            { data.map(help) }
            <textarea class="area" id={format!("{id}-text")} rows="5" maxlength={bounds::TEXT.to_string()} value={asked.text.clone()}
                aria-labelledby={format!("{id}-name")} disabled={!model.is_editable()} {oninput} />
            { draft(view, asked) }
        </li>
    }
}

/// What it should say, and the question that helps.
fn help(data: &SectionData) -> Html {
    let line = |entry: &EntryData| html! { <li key={entry.id.clone()}>{ &entry.text }</li> };
    html! {
        <>
            <ul class="section__holds">{ for data.holds.iter().map(line) }</ul>
            if let Some(discovery) = &data.discovery { <p class="section__ask">{ &discovery.text }</p> }
        </>
    }
}

/// A text that came along is a draft until the customer changes it or says that it is theirs. Stays as an element.
fn draft(view: &View, asked: &Asked) -> Html {
    let came = row::of(&view.model.account.rows, RowKind::Asked)
        .any(|row| row.text("section") == asked.id && !asked.text.is_empty() && row.text("was") == asked.text);
    let author = if asked.own { Author::Partner } else { Author::Customer };
    let toggled = view.choose(Changed::SectionAttributed { section: asked.id.clone(), author });
    html! {
        <div class="section__draft" hidden={!came}>
            <p>{ "This came as a draft. Change it, or say that it is right." }</p>
            <label class="choice">
                <input type="checkbox" checked={asked.own} disabled={!view.model.is_editable()} onchange={toggled} />
                <span>{ "These are our words" }</span>
            </label>
        </div>
    }
}

fn save(model: &Model) -> Callback<MouseEvent> {
    let (account, today, name) = (model.account.clone(), model.today, model.account_name().to_owned());
    Callback::from(move |_| {
        let text = guide::write_reply(&exchange::reply(&account, NAME, today.to_string()));
        download::save(&name, guide::REPLY, guide::MIME, text.as_bytes());
    })
}
