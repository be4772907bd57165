//! One section of the proof of concept: what it must hold, what is known, what is written.
use crate::app::{Changed, Model};
use crate::export::checklist::known;
use crate::playbook::data::EntryData;
use crate::ui::event::written;
use crate::ui::form::element_id;
use crate::ui::{Shared, source, use_change};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct SectionProps {
    pub model: Shared<Model>,
    /// Place of the section in the playbook.
    pub at: usize,
}

/// Longer texts would not fit a case file.
const LONGEST: &str = "20000";

#[component]
pub fn Section(props: &SectionProps) -> Html {
    let change = use_change();
    let model = &props.model;
    let Some(section) = model.shipped.data.sections.get(props.at) else { return html! { <li></li> } };
    let id = element_id(&section.id);
    let written_text = model.account.sections.get(&section.id).cloned().unwrap_or_default();
    let editable = model.is_editable();
    let name = section.id.clone();
    let oninput =
        change.reform(move |event: InputEvent| Changed::SectionTyped { section: name.clone(), text: written(&event) });
    let (name, done) = (section.id.clone(), written_text.done);
    let ticked = change.reform(move |_: Event| Changed::SectionTicked { section: name.clone(), done: !done });
    let facts = known(&super::exports::case(model), &section.id);
    let insert = {
        let (name, before, facts) = (section.id.clone(), written_text.text.clone(), facts.clone());
        change
            .reform(move |_: MouseEvent| Changed::SectionTyped { section: name.clone(), text: joined(&before, &facts) })
    };
    let line = |entry: &EntryData| html! { <li key={entry.id.clone()}>{ &entry.text }</li> };
    html! {
        <li class="section" id={id.clone()}>
            <div class="section__head">
                <h3 class="section__name">{ format!("{}. {}", props.at + 1, section.name) }</h3>
                <span class="badge">{ &section.written_by }</span>
                <label class="choice">
                    <input type="checkbox" checked={written_text.done} disabled={!editable} onchange={ticked}
                        aria-label={format!("{} is done", section.name)} />
                    <span aria-hidden="true">{ "Done" }</span>
                </label>
            </div>
            <ul class="section__holds">{ for section.holds.iter().map(line) }</ul>
            if let Some(discovery) = &section.discovery { <p class="section__ask">{ format!("Ask: {}", discovery.text) }</p> }
            if !facts.is_empty() {
                <div class="section__known">
                    <p class="section__known-title">{ "From your answers" }</p>
                    <ul>{ for facts.iter().map(|fact| html! { <li>{ fact }</li> }) }</ul>
                    <button type="button" class="button button--quiet button--small" disabled={!editable} onclick={insert}>{ "Put into the text" }</button>
                </div>
            }
            <label class="visually-hidden" for={format!("{id}-text")}>{ format!("Text of {}", section.name) }</label>
            <textarea class="area" id={format!("{id}-text")} rows="3" maxlength={LONGEST} value={written_text.text} disabled={!editable} {oninput} />
            { source::details(&section.source) }
        </li>
    }
}

/// The facts below what is already written, each on its own line, none twice.
fn joined(before: &str, facts: &[String]) -> String {
    let new = facts.iter().filter(|fact| !before.lines().any(|line| line == fact.as_str())).map(String::as_str);
    let lines: Vec<&str> = before.lines().chain(new).collect();
    lines.join("\n")
}
