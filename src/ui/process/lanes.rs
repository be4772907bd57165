//! The lanes: systems and people that take part, from the top of the picture to its bottom.
use super::deed::{Outcome, id, name_of};
use super::editor::{Stage, named};
use super::text::{Label, at, choices, put, text};
use crate::domain::process::edit::{self, Edit};
use crate::domain::row::{Row, RowKind, below, next_key};
use std::rc::Rc;
use yew::prelude::*;

const WHAT: [(&str, &str); 3] = [("", "Not said"), ("people", "People"), ("system", "System")];

pub fn lanes(stage: &Stage) -> Html {
    let process = stage.process.key;
    let lanes: Vec<&Rc<Row>> = below(stage.rows(), RowKind::Lane, process).collect();
    let last = lanes.len();
    let another = stage.click(move |model| added(&model.account.rows, process));
    html! {
        <section class="part">
            <h3>{ "Lanes" }</h3>
            <p class="field__hint">{ "One for each system and each group of people that takes part, in the order of the picture." }</p>
            <ol class="parts">{ for (1..).zip(&lanes).map(|(number, row)| lane(stage, row, number, last)) }</ol>
            <button type="button" class="button button--small" id={LANES} disabled={!stage.desk.editable()} onclick={another}>{ "Add a lane" }</button>
        </section>
    }
}

const LANES: &str = "process-add-lane";

fn added(rows: &[Rc<Row>], process: u32) -> Outcome {
    Outcome { edits: vec![edit::another_lane(rows, process)], focus: Some(name_of(next_key(rows))) }
}

fn lane(stage: &Stage, row: &Rc<Row>, number: usize, last: usize) -> Html {
    let (view, key, process) = (stage.view, row.key, stage.process.key);
    let more = format!(" of lane {number}");
    let name = Label { shown: "Name", more: &more, is_hidden: true };
    let what = Label { shown: "What it is", more: &more, is_hidden: true };
    let found = stage.problems(row);
    let entered = {
        let (model, go) = (view.model.clone(), stage.go.clone());
        Callback::from(move |()| go.emit(added(&model.account.rows, process)))
    };
    let moved = |down: bool| {
        let focus = id(row, if down { "down" } else { "up" });
        stage.click(move |model| {
            let edits = edit::shifted(&model.account.rows, key, down).into_iter().collect();
            Outcome { edits, focus: Some(focus.clone()) }
        })
    };
    let next = edit::sibling(stage.rows(), row, true).or_else(|| edit::sibling(stage.rows(), row, false));
    let focus = next.map_or_else(|| LANES.to_owned(), |next| name_of(next.key));
    let remove = stage.click(move |_| Outcome { edits: vec![Edit::Remove(key)], focus: Some(focus.clone()) });
    let button = |part: &str, sign: &'static str, label: String, stuck: bool, onclick: Callback<MouseEvent>| {
        html! {
            <button type="button" class="button button--small step__button" id={id(row, part)} aria-label={label.clone()} title={label}
                disabled={!stage.desk.editable()} aria-disabled={stuck.then_some("true")} {onclick}>
                <span aria-hidden="true">{ sign }</span>
            </button>
        }
    };
    let called = named(row);
    html! {
        <li class="parts__row" {key}>
            { text(view, row, "name", &name, &at(found, row, "name"), Some(entered)) }
            { put(view, row, "what", &what, &at(found, row, "what"), &choices(&WHAT)) }
            <div class="step__buttons">
                { button("up", "↑", format!("Move lane {number} up: {called}"), number == 1, moved(false)) }
                { button("down", "↓", format!("Move lane {number} down: {called}"), number == last, moved(true)) }
                { button("remove", "×", format!("Remove lane {number}: {called}"), false, remove) }
            </div>
        </li>
    }
}
