//! The proof page: the sections of the proof of concept, its window, the approval checklist, and what leaves the page.
mod exports;
mod section;

use super::form::{Errors, Questions};
use super::{Shared, use_change};
use crate::app::{Changed, Model};
use crate::playbook::data::PageData;
use exports::Exports;
use section::Section;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ProofProps {
    pub model: Shared<Model>,
}

#[component]
pub fn Proof(props: &ProofProps) -> Html {
    let model = &props.model;
    let data = &model.shipped.data;
    let sections = data.sections.iter().enumerate().map(|(at, section)| {
        html! { <Section key={section.id.clone()} model={model.clone()} {at} /> }
    });
    html! {
        <div class="page">
            <h1 class="page__title">{ "The proof of concept" }</h1>
            <p class="page__lead">{ "Write it down with the customer: what it must show, by when, and who decides." }</p>
            <Errors model={model.clone()} />
            <Questions model={model.clone()} page={PageData::Proof} />
            <section class="group">
                <h2 class="group__title">{ "What it must hold" }</h2>
                <ol class="sections">{ for sections }</ol>
            </section>
            <Approvals model={model.clone()} />
            <Exports model={model.clone()} />
        </div>
    }
}

#[component]
fn Approvals(props: &ProofProps) -> Html {
    let change = use_change();
    let model = &props.model;
    let row = |approval: &crate::playbook::data::ApprovalData| {
        let done = model.account.approvals.contains(&approval.id);
        let id = approval.id.clone();
        let toggled = change.reform(move |_: Event| Changed::ApprovalTicked { approval: id.clone(), done: !done });
        html! {
            <li key={approval.id.clone()}>
                <label class="choice">
                    <input type="checkbox" checked={done} disabled={!model.is_editable()} onchange={toggled} />
                    <span>{ &approval.name }</span>
                </label>
                { super::source::details(&approval.source) }
            </li>
        }
    };
    html! {
        <section class="group">
            <h2 class="group__title">{ "Approval checklist" }</h2>
            <ul class="approvals">{ for model.shipped.data.approvals.iter().map(row) }</ul>
        </section>
    }
}
