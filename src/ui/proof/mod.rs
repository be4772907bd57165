//! The proof page: the sections of the proof of concept, its window, the approval checklist, and what leaves the page.
mod exports;
mod files;
mod list;
mod plan;
mod section;

pub use exports::export;

use super::View;
use super::exchange;
use super::form::{errors, questions};
use crate::app::Changed;
use crate::playbook::data::{ApprovalData, PageData};
use yew::prelude::*;

pub fn proof(view: &View) -> Html {
    let sections = view.model.shipped.data.sections.iter();
    html! {
        <div class="page">
            <h1 class="page__title">{ "The proof of concept" }</h1>
            <p class="page__lead">{ "Write it down with the customer: what it must show, by when, and who decides." }</p>
            { errors(view) }
            { questions(view, PageData::Proof) }
            { plan::plan(view) }
            <section class="group">
                <h2 class="group__title">{ "What it must hold" }</h2>
                <ol class="sections">{ for (1..).zip(sections).map(|(number, data)| section::section(view, number, data)) }</ol>
            </section>
            { exchange::ask(view) }
            { approvals(view) }
            { exports::exports(view) }
        </div>
    }
}

fn approvals(view: &View) -> Html {
    let row = |approval: &ApprovalData| {
        let done = view.model.account.approvals.contains(&approval.id);
        let toggled = view.choose(Changed::ApprovalTicked { approval: approval.id.clone(), done: !done });
        html! {
            <li key={approval.id.clone()}>
                <label class="choice">
                    <input type="checkbox" checked={done} disabled={!view.model.is_editable()} onchange={toggled} />
                    <span>{ &approval.name }</span>
                </label>
                { super::source::details(&approval.name, &approval.source) }
            </li>
        }
    };
    html! {
        <section class="group">
            <h2 class="group__title">{ "Approval checklist" }</h2>
            <ul class="approvals">{ for view.model.shipped.data.approvals.iter().map(row) }</ul>
        </section>
    }
}
