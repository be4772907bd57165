//! The tool stack: apps as tags, with a type-ahead.
use super::element_id;
use crate::app::Changed;
use crate::domain::account::{Apps, Entry};
use crate::playbook::Playbook;
use crate::ui::Shared;
use crate::ui::event::{clear, typed};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct StackProps {
    pub playbook: Shared<Playbook>,
    pub question: AttrValue,
    pub entry: Option<Entry>,
    pub editable: bool,
    pub described: AttrValue,
    pub change: Callback<Changed>,
}

/// A name is added by Enter, a comma, or picking it from the list.
#[component]
pub fn Stack(props: &StackProps) -> Html {
    let change = props.change.clone();
    let typed_name = use_state_eq(String::new);
    let input = use_node_ref();
    let apps = match &props.entry {
        Some(Entry::Apps(apps)) => apps.clone(),
        _ => Apps::default(),
    };
    let id = element_id(&props.question);
    let question = props.question.to_string();
    let add = {
        let (change, question, typed_name, input) =
            (change.clone(), question.clone(), typed_name.clone(), input.clone());
        Callback::from(move |name: String| {
            if !name.trim().is_empty() {
                change.emit(Changed::AppAdded { question: question.clone(), name });
            }
            typed_name.set(String::new());
            clear(&input);
        })
    };
    let on_input = {
        let (add, typed_name, playbook) = (add.clone(), typed_name.clone(), props.playbook.clone());
        Callback::from(move |event: InputEvent| {
            let text = typed(&event);
            let listed = playbook.data.apps.iter().any(|app| app.name == text);
            if listed || text.ends_with([',', ';']) {
                add.emit(text);
            } else {
                typed_name.set(text);
            }
        })
    };
    let on_key = {
        let (add, typed_name) = (add.clone(), typed_name.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" {
                event.prevent_default();
                add.emit((*typed_name).clone());
            }
        })
    };
    let on_add = {
        let (add, typed_name) = (add.clone(), typed_name.clone());
        Callback::from(move |_: MouseEvent| add.emit((*typed_name).clone()))
    };
    // Half a name is kept when the field is left, as everything that is typed.
    let on_leave = {
        let typed_name = typed_name.clone();
        Callback::from(move |_: FocusEvent| add.emit((*typed_name).clone()))
    };
    let on_whole = {
        let (change, question, whole) = (change.clone(), question.clone(), apps.whole);
        Callback::from(move |_: Event| {
            change.emit(Changed::StackDeclared { question: question.clone(), whole: !whole })
        })
    };
    let name_of = |id: &String| {
        props.playbook.data.apps.iter().find(|app| app.id == *id).map_or(id.clone(), |app| app.name.clone())
    };
    let known = apps.known.iter().map(|id| (id.clone(), name_of(id)));
    let other = apps.other.iter().map(|name| (name.clone(), name.clone()));
    let tag = |(key, name): (String, String)| {
        let (change, question) = (change.clone(), question.clone());
        let removed = Changed::AppRemoved { question, name: key.clone() };
        let label = format!("Remove {name}");
        html! {
            <li class="tag" {key}>
                { name }
                <button type="button" class="tag__remove" aria-label={label} onclick={move |_| change.emit(removed.clone())}>{ "×" }</button>
            </li>
        }
    };
    let offered = props.playbook.data.apps.iter().filter(|app| !apps.known.contains(&app.id));
    html! {
        <div class="apps">
            <ul class="apps__tags">{ for known.chain(other).map(tag) }</ul>
            <div class="cluster">
                <label class="visually-hidden" for={format!("{id}-input")}>{ "Add an app" }</label>
                <input class="input" id={format!("{id}-input")} ref={input} list={format!("{id}-list")} autocomplete="off"
                    placeholder="Salesforce, Jira, …" aria-describedby={props.described.clone()} value={(*typed_name).clone()}
                    oninput={on_input} onkeydown={on_key} onfocusout={on_leave} />
                <button type="button" class="button button--quiet" onclick={on_add}>{ "Add" }</button>
            </div>
            <datalist id={format!("{id}-list")}>{ for offered.map(|app| html! { <option key={app.id.clone()} value={app.name.clone()} /> }) }</datalist>
            <label class="choice">
                <input type="checkbox" checked={apps.whole} onchange={on_whole} />
                <span>{ "This is the whole stack" }</span>
            </label>
        </div>
    }
}
