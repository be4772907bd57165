//! One section of the proof of concept: what it must hold, what is known, what is written.
use crate::app::Changed;
use crate::export::checklist::known;
use crate::playbook::data::{EntryData, SectionData};
use crate::ui::event::written;
use crate::ui::form::element_id;
use crate::ui::{View, source};
use yew::prelude::*;

/// Longer texts would not fit a case file.
const LONGEST: &str = "20000";

pub fn section(view: &View, number: usize, section: &SectionData) -> Html {
    let model = &view.model;
    let id = element_id(&section.id);
    let written_text = model.account.sections.get(&section.id).cloned().unwrap_or_default();
    let editable = model.is_editable();
    let (name, change) = (section.id.clone(), view.change.clone());
    let oninput = Callback::from(move |event: InputEvent| {
        change.emit(Changed::SectionTyped { section: name.clone(), text: written(&event) });
    });
    let ticked = view.choose(Changed::SectionTicked { section: section.id.clone(), done: !written_text.done });
    let facts = known(&super::exports::case(model), &section.id);
    let text = joined(&written_text.text, &facts);
    let insert = view.click_change(Changed::SectionTyped { section: section.id.clone(), text });
    let line = |entry: &EntryData| html! { <li key={entry.id.clone()}>{ &entry.text }</li> };
    html! {
        <li class="section" id={id.clone()} key={id.clone()}>
            <div class="section__head">
                <h3 class="section__name">{ format!("{number}. {}", section.name) }</h3>
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
            { source::details(&section.name, &section.source) }
        </li>
    }
}

/// The facts below what is already written, each on its own line, none twice.
fn joined(before: &str, facts: &[String]) -> String {
    let new = facts.iter().filter(|fact| !before.lines().any(|line| line == fact.as_str())).map(String::as_str);
    let lines: Vec<&str> = before.lines().chain(new).collect();
    lines.join("\n")
}
