//! The people page: who they are, what role they fill, how much they weigh.
use super::event::typed;
use super::form::element_id;
use super::{Shared, use_change};
use crate::app::{Changed, Model};
use crate::domain::account::{Influence, Person};
use crate::domain::persona::role_of;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct PeopleProps {
    pub model: Shared<Model>,
}

#[component]
pub fn People(props: &PeopleProps) -> Html {
    let change = use_change();
    let model = &props.model;
    let add = change.reform(|_: MouseEvent| Changed::PersonAdded);
    let row = |person: &Person| html! { <Row key={person.key} model={model.clone()} person={person.clone()} /> };
    html! {
        <div class="page">
            <h1 class="page__title">{ "The people" }</h1>
            <p class="page__lead">{ "Name whom you know. A title finds the role; you can choose another." }</p>
            <ul class="people">{ for model.account.people.iter().map(row) }</ul>
            if model.account.people.is_empty() { <p class="empty">{ "Nobody named yet." }</p> }
            <button type="button" class="button" disabled={!model.is_editable()} onclick={add}>{ "Add a person" }</button>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct RowProps {
    model: Shared<Model>,
    person: Person,
}

#[component]
fn Row(props: &RowProps) -> Html {
    let change = use_change();
    let (model, person) = (&props.model, &props.person);
    let key = person.key;
    let id = element_id(&format!("person.{key}"));
    let editable = model.is_editable();
    let text = |part: &'static str, label: &'static str, value: &str, made: fn(u32, String) -> Changed| {
        let id = format!("{id}-{part}");
        let oninput = change.reform(move |event: InputEvent| made(key, typed(&event)));
        html! {
            <div class="field">
                <label class="field__label" for={id.clone()}>{ label }</label>
                <input class="input" {id} autocomplete="off" value={value.to_owned()} disabled={!editable} {oninput} />
            </div>
        }
    };
    let name = match person.name.trim() {
        "" => "Unnamed person".to_owned(),
        name => name.to_owned(),
    };
    html! {
        <li class="person">
            <h2 class="person__name">{ &name }</h2>
            <div class="grid-2">
                { text("name", "Name", &person.name, |key, name| Changed::PersonNamed { key, name }) }
                { text("title", "Title", &person.title, |key, title| Changed::PersonTitled { key, title }) }
                { text("contact", "Contact, for the roles section", &person.contact, |key, contact| Changed::PersonContactTyped { key, contact }) }
            </div>
            { influence(&id, person, editable, &change) }
            { role(model, &id, person, editable, &change) }
            <button type="button" class="button button--quiet button--small" disabled={!editable}
                aria-label={format!("Remove {name}")} onclick={change.reform(move |_: MouseEvent| Changed::PersonRemoved(key))}>{ "Remove" }</button>
        </li>
    }
}

fn influence(id: &str, person: &Person, editable: bool, change: &Callback<Changed>) -> Html {
    let key = person.key;
    let choice = |(influence, label): (Option<Influence>, &'static str)| {
        let chosen = change.reform(move |_: Event| Changed::PersonJudged { key, influence });
        super::form::radio(&format!("{id}-influence"), label, person.influence == influence, chosen)
    };
    let choices = [
        (Some(Influence::Low), "Low"),
        (Some(Influence::Medium), "Medium"),
        (Some(Influence::High), "High"),
        (None, "Don’t know"),
    ];
    html! {
        <fieldset class="field" disabled={!editable}>
            <legend class="field__label">{ "Influence on the deal" }</legend>
            <div class="choices choices--row">{ for choices.into_iter().map(choice) }</div>
        </fieldset>
    }
}

fn role(model: &Model, id: &str, person: &Person, editable: bool, change: &Callback<Changed>) -> Html {
    let key = person.key;
    let by_title = role_of(&model.playbook.roles, &Person { role: None, ..person.clone() });
    let name = |role: &str| {
        model.playbook.data.roles.iter().find(|data| data.id == role).map_or("", |data| data.name.as_str())
    };
    let by_title = match by_title {
        Some(role) => format!("By title: {}", name(&role.id).to_lowercase()),
        None if person.title.trim().is_empty() => "By title".to_owned(),
        None => "By title: no role fits".to_owned(),
    };
    let choice = |(role, label): (Option<String>, String)| {
        let checked = person.role == role;
        let chosen = change.reform(move |_: Event| Changed::PersonPlaced { key, role: role.clone() });
        super::form::radio(&format!("{id}-role"), &label, checked, chosen)
    };
    let roles = model.playbook.data.roles.iter().map(|role| (Some(role.id.clone()), role.name.clone()));
    html! {
        <fieldset class="field" disabled={!editable}>
            <legend class="field__label">{ "Role" }</legend>
            <div class="choices">{ for std::iter::once((None, by_title)).chain(roles).map(choice) }</div>
        </fieldset>
    }
}
