//! What a process is called, where it belongs and how often it happens.
use super::deed::Outcome;
use super::editor::{Stage, named};
use super::text::{Label, at, choices, put, text};
use crate::domain::process::edit::Edit;
use crate::ui::form::Choice;
use crate::ui::value::input::input;
use std::rc::Rc;
use yew::prelude::*;

const PER: [(&str, &str); 5] = [
    ("", "A year, unless said"),
    ("day", "A working day"),
    ("week", "A week"),
    ("month", "A month"),
    ("year", "A year"),
];

pub fn heading(stage: &Stage) -> Html {
    let (view, process) = (stage.view, &**stage.process);
    let found = stage.problems(process);
    let of = |shown| Label { shown, more: "", is_hidden: false };
    html! {
        <div class="process__about">
            <h2 class="process__name">{ named(process) }</h2>
            <div class="grid-2">
                { text(view, process, "name", &of("Name of the process"), &at(found, process, "name"), None) }
                { put(view, process, "department", &of("Department"), &at(found, process, "department"), &departments(stage)) }
                { input(&stage.desk, process, "volume") }
                { put(view, process, "volume-per", &of("In"), &at(found, process, "volume-per"), &choices(&PER)) }
            </div>
        </div>
    }
}

/// Those that the playbook asks for.
fn departments(stage: &Stage) -> Rc<[Choice]> {
    let question = stage.view.model.playbook.question("deal.departments");
    let options = question.into_iter().flat_map(|question| &question.options);
    let none = [("".into(), "Not said".into())];
    none.into_iter().chain(options.map(|option| (option.id.clone().into(), option.label.clone().into()))).collect()
}

pub fn removal(stage: &Stage) -> Html {
    let key = stage.process.key;
    let remove =
        stage.click(move |_| Outcome { edits: vec![Edit::Remove(key)], focus: Some("process-add".to_owned()) });
    html! {
        <div class="process__removal">
            <button type="button" class="button button--quiet button--small" disabled={!stage.desk.editable()} onclick={remove}>
                { format!("Remove the process “{}”", named(stage.process)) }
            </button>
        </div>
    }
}
