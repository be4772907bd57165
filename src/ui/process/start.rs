//! Where there is no process yet: a blank one, the example, or the library; and what the library says of a process.
use super::deed::{Outcome, name_of};
use super::editor::Stage;
use crate::app::{Action, Chapter};
use crate::domain::process::edit::Edit;
use crate::domain::row::{RowKind, Rows};
use crate::playbook::data::UseCaseData;
use crate::playbook::library::{Library, rows_beside};
use crate::ui::{View, source};
use yew::prelude::*;

/// The one that shows best that minutes count, and not boxes.
const EXAMPLE: &str = "use-case.hr-onboarding";

pub fn start(view: &View, library: &Library, go: &Callback<Outcome>) -> Html {
    let example = library.use_case(EXAMPLE).map(|case| {
        let (case, model, go) = (case.clone(), view.model.clone(), go.clone());
        let label = format!("Start from “{}”", case.process.name);
        let onclick = Callback::from(move |_: MouseEvent| go.emit(taken(&case, &model.account.rows)));
        html! { <button type="button" class="button button--primary" disabled={!view.model.is_editable()} {onclick}>{ label }</button> }
    });
    html! {
        <div class="part part--start" key="none">
            <p class="empty">{ "No process yet. Describe one as it is today and as it will be, or start from an example and put in the customer’s figures." }</p>
            <div class="cluster">
                { for example }
                <button type="button" class="button" onclick={view.click(Action::ChapterOpened(Chapter::UseCases))}>{ "See all use cases" }</button>
            </div>
        </div>
    }
}

/// Its process comes with its people and its benefits.
fn taken(case: &UseCaseData, rows: &Rows) -> Outcome {
    let new = rows_beside(case, rows);
    let focus = new.iter().find(|row| row.kind == RowKind::Process).map(|row| name_of(row.key));
    Outcome { edits: vec![Edit::Add { rows: new, before: None }], focus }
}

/// What a reader should know of a process that came from the library.
pub fn note(stage: &Stage) -> Html {
    let case = stage.desk.library.use_case(stage.process.text("use-case"));
    match case.and_then(|case| case.process.note.as_ref()) {
        Some(note) => html! {
            <div class="process__note">
                <p>{ format!("As it came from the library: {}", note.text) }</p>
                { source::details("this note", &note.source) }
            </div>
        },
        None => html! { <div class="process__note" hidden={true}></div> },
    }
}
