//! How it ends: what came of each criterion, the next step, what is wound down, and the deck for the champion.
use super::exports::case;
use super::list::{Column, Desk, What, column, sole};
use crate::app::{Changed, Model};
use crate::browser::download;
use crate::domain::guide::NextStep;
use crate::domain::pov::{Criterion, Verdict};
use crate::domain::row::RowKind;
use crate::export::checklist::{Audience, file_stem};
use crate::export::document::Document;
use crate::export::progress::Progress;
use crate::export::{deck, markdown, parcel, words};
use crate::playbook::data::{EntryData, SlideData};
use crate::ui::form::element_id;
use crate::ui::made::{self, Made};
use crate::ui::share_panel::copy_text;
use crate::ui::source;
use crate::wire::order::{self, Order};
use yew::prelude::*;

const NEXT: Column = column(
    "next",
    "The agreed next step",
    "",
    What::Choice(&[("", "Not agreed yet"), ("buy", "Buy"), ("extend", "Extend"), ("stop", "Stop")]),
);
const REASON: Column = column("next-reason", "Why", "In one sentence", What::Words);
const NEW_END: Column = column("new-end", "New end", "Of an extension", What::Day);

pub fn closing(desk: &Desk, progress: &Progress) -> Html {
    let closing = &progress.closing;
    let extends = closing.next == Some(NextStep::Extend);
    html! {
        <section class="group" aria-labelledby="closing-title">
            <h2 class="group__title" id="closing-title">{ "How it ends" }</h2>
            { results(progress) }
            { sole(desk, RowKind::Engagement, &NEXT) }
            <div class="card__fields">
                <div class="card__field" key="why" hidden={closing.next.is_none() && closing.reason.is_empty()}>{ sole(desk, RowKind::Engagement, &REASON) }</div>
                <div class="card__field" key="end" hidden={!extends}>{ sole(desk, RowKind::Engagement, &NEW_END) }{ move_end(desk, progress) }</div>
            </div>
            { wind_down(desk, progress) }
            { deck(desk, progress) }
        </section>
    }
}

/// Each criterion with its result, which is chosen where the criterion is written.
fn results(progress: &Progress) -> Html {
    let criteria = &progress.plan.criteria;
    let [met, missed, open] = [Verdict::Met, Verdict::NotMet, Verdict::Open].map(|result| progress.plan.count(result));
    let line = format!("{met} met, {missed} not met, {open} open.");
    let row = |criterion: &Criterion| {
        let name = if criterion.use_case.is_empty() { "Unnamed criterion" } else { &criterion.use_case };
        let cell = |label: &'static str, text: &str| html! { <td data-label={label}>{ if text.is_empty() { "–" } else { text }.to_owned() }</td> };
        html! {
            <tr key={criterion.key}>
                <th scope="row">{ name }</th>
                { cell("Today", &criterion.baseline) }
                { cell("Target", &criterion.target) }
                { cell("Result", &words::capital(words::result(criterion.result))) }
                { cell("What was seen", &criterion.note) }
            </tr>
        }
    };
    html! {
        <div>
            <p hidden={!criteria.is_empty()}>{ "No success criterion is written down: there is nothing to decide by." }</p>
            <p hidden={criteria.is_empty()}>{ line }</p>
            <div class="results" hidden={criteria.is_empty()}>
                <table class="table">
                    <caption class="visually-hidden">{ "Results of the success criteria" }</caption>
                    <thead><tr>{ for ["Use case", "Today", "Target", "Result", "What was seen"].map(|head| html! { <th scope="col" key={head}>{ head }</th> }) }</tr></thead>
                    <tbody>{ for criteria.iter().map(row) }</tbody>
                </table>
            </div>
        </div>
    }
}

/// An agreed extension moves the end, which the plan then remembers.
fn move_end(desk: &Desk, progress: &Progress) -> Html {
    let window = &desk.view.model.playbook.window;
    let day = progress.closing.new_end.filter(|day| progress.plan.days.end != Some(*day));
    let text = day.map_or_else(String::new, |day| day.to_string());
    let put = Changed::TextTyped { question: window.end.clone(), text };
    html! {
        <button type="button" class="button button--small" hidden={day.is_none()} disabled={!desk.is_editable()} onclick={desk.view.click_change(put)}>
            { day.map_or_else(String::new, |day| format!("Move the end to {}", day.in_words())) }
        </button>
    }
}

fn wind_down(desk: &Desk, progress: &Progress) -> Html {
    let closing = &progress.closing;
    let all = &progress.guide.data.wind_down;
    let one = |entry: &EntryData| {
        let done = closing.is_wound_down(&entry.id);
        let others = closing.wound_down.iter().filter(|id| **id != entry.id).map(String::as_str);
        let ids: Vec<&str> = others.chain((!done).then_some(entry.id.as_str())).collect();
        let toggled = Changed::SoleTyped { kind: RowKind::Engagement, field: "wound-down".into(), text: ids.join(" ") };
        html! {
            <li key={entry.id.clone()}>
                <label class="choice">
                    <input type="checkbox" checked={done} disabled={!desk.is_editable()} onchange={desk.view.choose(toggled)} />
                    <span>{ &entry.text }{ source::sign([&entry.source]) }</span>
                </label>
            </li>
        }
    };
    let done = all.iter().filter(|entry| closing.is_wound_down(&entry.id)).count();
    html! {
        <div class="stack" id={element_id("engagement.wound-down")}>
            <h3>{ format!("Wind down: {done} of {}", all.len()) }</h3>
            <ul class="approvals">{ for all.iter().map(one) }</ul>
        </div>
    }
}

/// The outline of the deck, to copy or take along: written when it is asked for, not on every key.
fn deck(desk: &Desk, progress: &Progress) -> Html {
    let (model, send) = (desk.view.model.clone(), desk.view.send.clone());
    let copy = Callback::from(move |_: MouseEvent| {
        copy_text(send.clone(), markdown::write(&outline(&model)), "The outline is copied as Markdown.");
    });
    let model = desk.view.model.clone();
    let save = Callback::from(move |_: MouseEvent| {
        let text = markdown::write(&outline(&model));
        download::save(&stem(&model), markdown::EXTENSION, markdown::MIME, text.as_bytes());
    });
    let slide = |slide: &SlideData| {
        html! { <li key={slide.id.clone()}>{ &slide.title }<span class="field__hint">{ format!(" {}", slide.text) }</span></li> }
    };
    html! {
        <div class="stack">
            <h3>{ "The champion’s deck" }</h3>
            <p>{ "An outline for the person who makes the case inside. It holds what a customer may see." }</p>
            <div class="cluster">
                <button type="button" class="button" onclick={copy}>{ "Copy the outline" }</button>
                <button type="button" class="button" onclick={save}>{ "Download it as Markdown" }</button>
            </div>
            { word(desk) }
            <ol class="slides">{ for progress.guide.data.deck.iter().map(slide) }</ol>
        </div>
    }
}

/// As a Word document, by the worker.
fn word(desk: &Desk) -> Html {
    let model = desk.view.model.clone();
    let file = made::word(stem(&model));
    let order = Callback::from(move |()| Ok(order::write(&Order::Word(parcel::pack(&outline(&model))))));
    html! { <Made label="Outline for Word (DOCX)" {file} {order} /> }
}

fn outline(model: &Model) -> Document {
    deck::document(&deck::DeckView::of(&case(model)))
}

fn stem(model: &Model) -> String {
    file_stem(&case(model), Audience::Customer).replace("proof-of-concept-customer", "deck-outline")
}
