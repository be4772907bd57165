//! Who does work, and what an hour of it costs: the same people for all processes.
use super::deed::{Outcome, id, name_of};
use super::editor::{Stage, named};
use super::text::{Label, at, text};
use crate::domain::process::edit::{self, Edit};
use crate::domain::row::{Row, RowKind, next_key, of};
use crate::ui::value::input::input;
use std::rc::Rc;
use yew::prelude::*;

const ROLES: &str = "process-add-role";

pub fn roles(stage: &Stage) -> Html {
    let all = of(stage.rows(), RowKind::Role);
    let another = stage.click(|model| {
        let rows = &model.account.rows;
        Outcome { edits: vec![edit::another_role(rows)], focus: Some(name_of(next_key(rows))) }
    });
    html! {
        <section class="part">
            <h3>{ "Who does the work" }</h3>
            <p class="field__hint">{ "With what an hour of it costs, all included. They are the same for all processes." }</p>
            <ul class="parts">{ for (1..).zip(all).map(|(number, row)| role(stage, row, number)) }</ul>
            <button type="button" class="button button--small" id={ROLES} disabled={!stage.desk.editable()} onclick={another}>{ "Add people" }</button>
        </section>
    }
}

fn role(stage: &Stage, row: &Rc<Row>, number: usize) -> Html {
    let key = row.key;
    let more = format!(" of people {number}");
    let name = Label { shown: "Who", more: &more, is_hidden: false };
    let remove = stage.click(move |_| Outcome { edits: vec![Edit::Remove(key)], focus: Some(ROLES.to_owned()) });
    let label = format!("Remove {}", named(row));
    html! {
        <li class="parts__row parts__row--tall" {key}>
            { text(stage.view, row, "name", &name, &at(stage.problems(row), row, "name"), None) }
            { input(&stage.desk, row, "hourly-cost") }
            <div class="step__buttons">
                <button type="button" class="button button--small step__button" id={id(row, "remove")} aria-label={label.clone()} title={label}
                    disabled={!stage.desk.editable()} onclick={remove}><span aria-hidden="true">{ "×" }</span></button>
            </div>
        </li>
    }
}
