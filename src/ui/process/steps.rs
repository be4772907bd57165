//! The steps of one side: those in view, and the way to the others.
use super::card::Card;
use super::deed::{ADD, Outcome, name_of, row};
use super::editor::{Stage, named};
use super::picture::Picture;
use super::place::{PAGE, Place};
use crate::domain::problem::Problem;
use crate::domain::process::edit;
use crate::domain::row::{Row, RowKind, below, of};
use crate::ui::form::{Choice, radio};
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::prelude::*;

pub fn steps(stage: &Stage) -> Html {
    let process = stage.process.key;
    let side = |is_after: bool| edit::steps(stage.rows(), process, is_after).collect::<Vec<_>>();
    let sides = [side(false), side(true)];
    let [before, after] = &sides;
    let present = if stage.place.is_after { after } else { before };
    html! {
        <section class="part" id="process-steps">
            <h3>{ "Steps" }</h3>
            { switch(stage, before.len(), after.len()) }
            { copy(stage, before.is_empty(), after.is_empty()) }
            <Picture key={stage.side().id()} read={stage.read.clone()} side={stage.side()} />
            { list(stage, present) }
            { add(stage) }
        </section>
    }
}

fn switch(stage: &Stage, before: usize, after: usize) -> Html {
    let choice = |is_after: bool, label: String| {
        let next = Place { is_after, page: 0, open: Vec::new(), ..stage.place.clone() };
        let set = stage.set.clone();
        let chosen = Callback::from(move |_: Event| set.emit(next.clone()));
        let id = if is_after { "process-side-after" } else { "process-side-before" };
        html! { <span {id} key={id}>{ radio("process-side", &label, stage.place.is_after == is_after, chosen) }</span> }
    };
    html! {
        <fieldset class="choices sides">
            <legend class="visually-hidden">{ "Which side" }</legend>
            { choice(false, format!("Before: {before}")) }
            { choice(true, format!("After: {after}")) }
        </fieldset>
    }
}

/// The other side need not begin with nothing.
fn copy(stage: &Stage, no_before: bool, no_after: bool) -> Html {
    if !stage.place.is_after || no_before || !no_after {
        return html! { <div hidden={true}></div> };
    }
    let process = stage.process.key;
    let onclick = stage.click(move |model| Outcome {
        edits: vec![edit::copied(&model.account.rows, process)],
        focus: Some(ADD.to_owned()),
    });
    html! {
        <div class="part__start">
            <p>{ "Nothing here yet. Start with the steps of today, then change what automation changes." }</p>
            <button type="button" class="button" disabled={!stage.desk.editable()} {onclick}>{ "Copy before to after" }</button>
        </div>
    }
}

fn list(stage: &Stage, all: &[&Rc<Row>]) -> Html {
    let process = stage.process.key;
    let (rows, place) = (stage.rows(), stage.place);
    let lanes = choices("No lane", below(rows, RowKind::Lane, process));
    let roles = choices("Nobody named", of(rows, RowKind::Role));
    let others = others(all);
    let none: Rc<[Choice]> = Rc::from([]);
    let mut branches: BTreeMap<u32, Vec<&Rc<Row>>> = BTreeMap::new();
    for branch in of(rows, RowKind::Branch) {
        branches.entry(branch.parent.unwrap_or_default()).or_default().push(branch);
    }
    let number = (1..).zip(all.iter().copied()).skip(PAGE.saturating_mul(place.page)).take(PAGE);
    let card = |(number, step): (usize, &Rc<Row>)| {
        let is_open = place.open.contains(&step.key);
        let own = branches.get(&step.key).map(Vec::as_slice).unwrap_or_default();
        let rows = std::iter::once(step).chain(own.iter().copied());
        let found: Vec<Problem> = rows.flat_map(|row| stage.problems(row)).cloned().collect();
        html! {
            <li key={step.key}>
                <Card view={stage.view.clone()} library={stage.desk.library.clone()} defaults={stage.desk.defaults.clone()}
                    worked={stage.desk.worked.clone()} step={row(step)} branches={own.iter().map(|branch| row(branch)).collect::<Vec<_>>()}
                    {number} is_first={number == 1} is_last={number == all.len()} {is_open} lanes={lanes.clone()} roles={roles.clone()}
                    others={if is_open { others.clone() } else { none.clone() }} problems={found} act={stage.act.clone()} />
            </li>
        }
    };
    html! {
        <>
            { pages(stage, all.len(), "above") }
            <ol class="steps">{ for number.map(card) }</ol>
            { pages(stage, all.len(), "below") }
        </>
    }
}

fn choices<'a>(none: &'static str, rows: impl Iterator<Item = &'a Rc<Row>>) -> Rc<[Choice]> {
    let choice = |row: &Rc<Row>| (row.key.to_string().into(), named(row).into());
    std::iter::once(("".into(), none.into())).chain(rows.map(choice)).collect()
}

/// Every step of the side, to lead on to.
fn others(all: &[&Rc<Row>]) -> Rc<[Choice]> {
    let choice =
        |(number, row): (usize, &&Rc<Row>)| (row.key.to_string().into(), format!("{number}. {}", named(row)).into());
    (1..).zip(all).map(choice).collect()
}

/// The way to the steps that are not in view, for long processes.
fn pages(stage: &Stage, count: usize, whence: &'static str) -> Html {
    let pages = count.div_ceil(PAGE);
    if pages < 2 {
        return html! { <nav key={whence} hidden={true}></nav> };
    }
    let page = stage.place.page;
    let first = PAGE.saturating_mul(page).saturating_add(1);
    let last = first.saturating_add(PAGE).saturating_sub(1).min(count);
    let button = |label: &'static str, to: Option<usize>| {
        let (set, next) = (stage.set.clone(), to.map(|page| Place { page, ..stage.place.clone() }));
        let onclick = Callback::from(move |_: MouseEvent| next.iter().for_each(|next| set.emit(next.clone())));
        html! { <button type="button" class="button button--small" aria-disabled={to.is_none().then_some("true")} {onclick}>{ label }</button> }
    };
    html! {
        <nav class="cluster" key={whence} aria-label={format!("Pages of steps, {whence}")}>
            { button("Earlier steps", page.checked_sub(1)) }
            { button("Later steps", page.checked_add(1).filter(|next| *next < pages)) }
            <span>{ format!("Steps {first} to {last} of {count}") }</span>
        </nav>
    }
}

fn add(stage: &Stage) -> Html {
    let (process, is_after) = (stage.process.key, stage.place.is_after);
    let (set, place) = (stage.set.clone(), stage.place.clone());
    let onclick = stage.click(move |model| {
        let rows = &model.account.rows;
        let (edits, new) = edit::step_after(rows, process, is_after, None);
        let mut then = rows.clone();
        edit::apply(&mut then, edits.clone());
        let mut place = place.clone();
        place.turn_to(&then, new);
        set.emit(place);
        Outcome { edits, focus: Some(name_of(new)) }
    });
    let label = if is_after { "Add a step after automation" } else { "Add a step of today" };
    html! { <button type="button" class="button" id={ADD} disabled={!stage.desk.editable()} {onclick}>{ label }</button> }
}
