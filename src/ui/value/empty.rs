//! What stands where nothing is yet: a way to begin.
use super::desk::Desk;
use crate::app::{Action, Changed, Chapter};
use crate::playbook::data::{UseCaseData, UseCaseKindData};
use crate::playbook::library::rows_beside;
use yew::prelude::*;

/// Begins from the library, by hand, or with a worked example.
pub fn invitation(desk: &Desk) -> Html {
    html! {
        <div class="card stack">
            <p>{ "Nothing here yet. A use case brings a process, its steps and its benefits, with figures to replace." }</p>
            <div class="cluster">
                <button type="button" class="button button--primary" onclick={desk.view.click(Action::ChapterOpened(Chapter::UseCases))}>{ "Choose a use case" }</button>
                { example(desk) }
            </div>
        </div>
    }
}

/// Loads the first of the library's larger use cases.
pub fn example(desk: &Desk) -> Html {
    let cases = &desk.library.data.use_cases;
    let larger = |case: &&UseCaseData| case.kind == UseCaseKindData::CrossDepartment;
    let Some(case) = cases.iter().find(larger).or_else(|| cases.first()) else { return html! {} };
    let added = Changed::RowsAdded { rows: rows_beside(case, desk.rows()), before: None };
    html! {
        <button type="button" class="button" disabled={!desk.editable()} onclick={desk.view.click_change(added)}>
            { format!("Load a worked example: {}", case.name) }
        </button>
    }
}

pub fn no_costs(desk: &Desk) -> Html {
    let warn = !desk.worked.model.figures.benefits.is_empty();
    html! {
        <p class="empty">
            { "No cost yet." }
            if warn { { " Without costs there is no return on investment: it is benefits over costs." } }
        </p>
    }
}
