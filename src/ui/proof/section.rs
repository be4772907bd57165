//! One section of the guide: what it must hold, what is known, what is written and in whose words, what still lacks.
use super::fold::Fold;
use super::list::Desk;
use super::said::said;
use crate::app::Changed;
use crate::domain::account::Author;
use crate::domain::guide::{Found, Status};
use crate::export::checklist::known;
use crate::export::progress::{Looked, subject_field};
use crate::export::words;
use crate::playbook::data::{CheckData, EntryData};
use crate::ui::event::written;
use crate::ui::form::element_id;
use crate::ui::picture::{Shape, mark};
use crate::ui::source;
use yew::prelude::*;

/// Longer texts would not fit a case file.
const LONGEST: &str = "20000";

pub fn section(desk: &Desk, number: usize, looked: &Looked) -> Html {
    let (view, section) = (desk.view, looked.data);
    let model = &view.model;
    let id = element_id(&section.id);
    let editable = model.is_editable();
    let (name, change) = (section.id.clone(), view.change.clone());
    let oninput = Callback::from(move |event: InputEvent| {
        change.emit(Changed::SectionTyped { section: name.clone(), text: written(&event) });
    });
    let ticked = view.choose(Changed::SectionTicked { section: section.id.clone(), done: !looked.text.done });
    let facts = known(&super::exports::case(model), &section.id);
    let text = joined(&looked.text.text, &facts);
    let insert = view.click_change(Changed::SectionTyped { section: section.id.clone(), text });
    let line = |entry: &EntryData| html! { <li key={entry.id.clone()}>{ &entry.text }</li> };
    let withheld = looked.section.withheld();
    let class = classes!("section", (looked.section.status() == Status::Complete).then_some("section--complete"));
    html! {
        <li {class} key={id.clone()}>
            <Fold open={false} head={head(number, looked)}>
                    <p class="field__warning" hidden={withheld.is_none()}>{ withheld.map_or("", words::withheld) }</p>
                    <ul class="section__holds">{ for section.holds.iter().map(line) }</ul>
                    if let Some(discovery) = &section.discovery { <p class="section__ask">{ format!("Ask: {}", discovery.text) }</p> }
                    if !facts.is_empty() {
                        <div class="section__known">
                            <p class="section__known-title">{ "From your answers" }</p>
                            <ul>{ for facts.iter().map(|fact| html! { <li>{ fact }</li> }) }</ul>
                            <button type="button" class="button button--quiet button--small" disabled={!editable} onclick={insert}>{ "Put into the text" }</button>
                        </div>
                    }
                    <div id={id.clone()}>
                        <label class="visually-hidden" for={format!("{id}-text")}>{ format!("Text of {}", section.name) }</label>
                        <textarea class="area" id={format!("{id}-text")} rows="3" maxlength={LONGEST} value={looked.text.text.clone()} disabled={!editable} {oninput} />
                    </div>
                    { checks(looked) }
                    <label class="choice">
                        <input type="checkbox" checked={looked.text.done} disabled={!editable} onchange={ticked} />
                        <span>{ format!("{} is done", section.name) }</span>
                    </label>
                    { attribution(desk, looked) }
                    { source::details(&section.name, &section.source) }
            </Fold>
        </li>
    }
}

/// Its name, how far it is, and whose words it holds or waits for.
fn head(number: usize, looked: &Looked) -> Html {
    let status = looked.section.status();
    let shape = match status {
        Status::Complete => Shape::Full,
        Status::InProgress => Shape::Half,
        Status::NotStarted => Shape::Empty,
    };
    html! {
        <>
            { mark(shape) }
            <h3 class="task__name">{ format!("{number}. {}", looked.data.name) }</h3>
            <span class="task__status">{ words::capital(words::section_status(status)) }</span>
            <span class={classes!("task__author", looked.section.is_draft().then_some("section__author--draft"))}>{ authorship(looked) }</span>
        </>
    }
}

/// Whose words they are, and who said so.
fn authorship(looked: &Looked) -> String {
    let author = words::authorship(looked.data.author, &looked.text);
    match words::said_by(&looked.saying) {
        Some(said) if looked.text.author == Author::Customer => format!("{author} {said}."),
        _ => author.to_owned(),
    }
}

/// What still lacks, as advice; all that it is looked at for is folded away.
fn checks(looked: &Looked) -> Html {
    let lacks: Vec<&CheckData> =
        looked.checks.iter().filter(|(_, found)| *found == Found::Lacks).map(|(check, _)| *check).collect();
    let holding = looked.checks.iter().filter(|(_, found)| *found == Found::Holds).count();
    let one = |(check, found): &(&CheckData, Found)| {
        let shape = match found {
            Found::Holds => Shape::Full,
            Found::Lacks => Shape::Empty,
            Found::Open => Shape::Open,
        };
        html! {
            <li class="checks__one" key={check.id.clone()}>
                { mark(shape) }
                <div>
                    <p>{ format!("{}: ", check.text) }<span class="gate__state">{ words::found(*found) }</span>{ source::sign([&check.source]) }</p>
                    { source::text(&check.source) }
                </div>
            </li>
        }
    };
    html! {
        <div class="checks">
            <div class="checks__lacks" hidden={lacks.is_empty()}>
                <p class="section__known-title">{ "Still lacks, as advice" }</p>
                <ul>{ for lacks.iter().map(|check| html! { <li key={check.id.clone()}>{ &check.text }</li> }) }</ul>
            </div>
            <details class="field__source" hidden={looked.checks.is_empty()}>
                <summary>{ format!("What it is looked at for: {holding} of {} there", looked.checks.len()) }<span class="visually-hidden">{ format!(", in {}", looked.data.name) }</span></summary>
                <ul class="checks__all">{ for looked.checks.iter().map(one) }</ul>
            </details>
        </div>
    }
}

/// Where the customer's words are wanted: a draft becomes theirs only when somebody says so, and who said it, and when.
fn attribution(desk: &Desk, looked: &Looked) -> Html {
    let section = looked.data;
    let is_theirs = looked.section.of_customer && looked.section.written && !looked.section.is_draft();
    let lacks = looked.saying.lacks(desk.view.model.today);
    let change =
        |author: Author| desk.view.click_change(Changed::SectionAttributed { section: section.id.clone(), author });
    let editable = desk.view.model.is_editable();
    let hint = element_id(&[&section.id, ".lacks"].concat());
    html! {
        <div class="attribution" id={element_id(&subject_field(&section.id))} hidden={!looked.section.of_customer || !looked.section.written}>
            <div hidden={!is_theirs}>
                <button type="button" class="button button--quiet button--small" disabled={!editable} onclick={change(Author::Partner)}>
                    { "It is a draft after all" }<span class="visually-hidden">{ format!(": {}", section.name) }</span>
                </button>
            </div>
            <fieldset class="field" hidden={!looked.section.is_draft()}>
                <legend class="field__label">{ "Did the customer say or write it in these words?" }</legend>
                { said(desk, &section.id, &section.name) }
                <button type="button" class="button" disabled={!editable || lacks.is_some()} aria-describedby={hint.clone()} onclick={change(Author::Customer)}>
                    { "These are the customer’s words" }<span class="visually-hidden">{ format!(": {}", section.name) }</span>
                </button>
                <p class="field__hint" id={hint}>{ lacks.map_or_else(String::new, |lacks| format!("{lacks} first. Any change of the text makes it a draft again.")) }</p>
            </fieldset>
        </div>
    }
}

/// The facts below what is already written, each on its own line, none twice.
fn joined(before: &str, facts: &[String]) -> String {
    let new = facts.iter().filter(|fact| !before.lines().any(|line| line == fact.as_str())).map(String::as_str);
    let lines: Vec<&str> = before.lines().chain(new).collect();
    lines.join("\n")
}
