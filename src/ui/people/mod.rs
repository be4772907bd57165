//! The people page: who they are, what role they fill, how much they weigh, whom they stand for and what their part is.
mod groups;
mod matrix;

use super::View;
use super::form::{element_id, radio};
use crate::app::{Changed, Model};
use crate::domain::account::{Influence, Person};
use crate::domain::persona::role_of;
use yew::prelude::*;

pub fn people(view: &View) -> Html {
    let people = &view.model.account.people;
    html! {
        <div class="page">
            <h1 class="page__title">{ "The people" }</h1>
            <p class="page__lead">{ "Name whom you know. A title finds the role; you can choose another." }</p>
            <ul class="people">{ for people.iter().map(|person| row(view, person)) }</ul>
            <p class="empty" hidden={!people.is_empty()}>{ "Nobody named yet." }</p>
            <button type="button" class="button" disabled={!view.model.is_editable()}
                onclick={view.click_change(Changed::PersonAdded)}>{ "Add a person" }</button>
            { groups::groups(view) }
            { matrix::matrix(view) }
        </div>
    }
}

fn row(view: &View, person: &Person) -> Html {
    let key = person.key;
    let id = element_id(&format!("person.{key}"));
    let name = match person.name.trim() {
        "" => "Unnamed person",
        name => name,
    };
    html! {
        <li class="person" {key}>
            <h2 class="person__name">{ name }</h2>
            <div class="grid-2">
                { text(view, &id, "Name", &person.name, move |name| Changed::PersonNamed { key, name }) }
                { text(view, &id, "Title", &person.title, move |title| Changed::PersonTitled { key, title }) }
                { text(view, &id, "Contact", &person.contact, move |contact| Changed::PersonContactTyped { key, contact }) }
            </div>
            { influence(view, &id, person) }
            { role(view, &id, person) }
            { groups::choice(view, &id, person) }
            <button type="button" class="button button--quiet button--small" disabled={!view.model.is_editable()}
                aria-label={format!("Remove {name}")} onclick={view.click_change(Changed::PersonRemoved(key))}>{ "Remove" }</button>
        </li>
    }
}

fn text(view: &View, id: &str, label: &'static str, value: &str, made: impl Fn(String) -> Changed + 'static) -> Html {
    let id = format!("{id}-{}", label.to_ascii_lowercase());
    html! {
        <div class="field">
            <label class="field__label" for={id.clone()}>{ label }</label>
            <input class="input" {id} autocomplete="off" maxlength="2000" value={value.to_owned()}
                disabled={!view.model.is_editable()} oninput={view.typed(made)} />
        </div>
    }
}

fn influence(view: &View, id: &str, person: &Person) -> Html {
    let key = person.key;
    let choice = |(influence, label): (Option<Influence>, &'static str)| {
        let chosen = view.choose(Changed::PersonJudged { key, influence });
        radio(&format!("{id}-influence"), label, person.influence == influence, chosen)
    };
    let choices = [
        (Some(Influence::Low), "Low"),
        (Some(Influence::Medium), "Medium"),
        (Some(Influence::High), "High"),
        (None, "Don’t know"),
    ];
    html! {
        <fieldset class="field" disabled={!view.model.is_editable()}>
            <legend class="field__label">{ "Influence on the deal" }</legend>
            <div class="choices choices--row">{ for choices.into_iter().map(choice) }</div>
        </fieldset>
    }
}

fn role(view: &View, id: &str, person: &Person) -> Html {
    let key = person.key;
    let choice = |(role, label): (Option<String>, String)| {
        let checked = person.role == role;
        radio(&format!("{id}-role"), &label, checked, view.choose(Changed::PersonPlaced { key, role }))
    };
    let roles = view.model.playbook.data.roles.iter().map(|role| (Some(role.id.clone()), role.name.clone()));
    html! {
        <fieldset class="field" disabled={!view.model.is_editable()}>
            <legend class="field__label">{ "Role" }</legend>
            <div class="choices">{ for std::iter::once((None, by_title(&view.model, person))).chain(roles).map(choice) }</div>
        </fieldset>
    }
}

/// What the title says, when nothing else is chosen.
fn by_title(model: &Model, person: &Person) -> String {
    let found = role_of(&model.playbook.roles, &Person { role: None, ..person.clone() });
    let name =
        |id: &str| model.playbook.data.roles.iter().find(|role| role.id == id).map_or("", |role| role.name.as_str());
    match found {
        Some(role) => format!("By title: {}", name(&role.id).to_ascii_lowercase()),
        None if person.title.trim().is_empty() => "By title".to_owned(),
        None => "By title: no role fits".to_owned(),
    }
}
