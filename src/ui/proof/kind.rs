//! Which plan the engagement gets, the one thing to do next, and the shorter plans of trials.
use super::list::{Column, Desk, PARTNER, What, column, sole, ways};
use crate::app::{Action, Changed};
use crate::domain::guide::{Short, ShortKind};
use crate::domain::problem::Problem;
use crate::domain::row::RowKind;
use crate::export::progress::{PLANS, Progress, Step};
use crate::playbook::data::{EngagementData, PageData, PlanKindData};
use crate::ui::form::{questions, radio};
use crate::ui::source;
use yew::prelude::*;

/// What to do next, above everything else.
pub fn next(desk: &Desk, step: &Step) -> Html {
    let text = html! { <strong>{ &step.text }</strong> };
    html! {
        <section class="next-step" aria-labelledby="next-title">
            <h2 class="next-step__title" id="next-title">{ "Next" }</h2>
            <p>{ text }</p>
            if let Some(field) = &step.field {
                <button type="button" class="button" onclick={desk.view.click(Action::FieldSought(field.clone()))}>{ "Go there" }</button>
            }
        </section>
    }
}

/// The deal picks the plan; somebody may know better.
pub fn chooser(desk: &Desk, progress: &Progress) -> Html {
    let view = desk.view;
    let named = |kind: PlanKindData| {
        let plan = progress.guide.data.plans.iter().find(|plan| plan.kind == kind)?;
        let of = |data: &&EngagementData| data.id == plan.engagement;
        Some((plan, view.model.shipped.data.engagements.iter().find(of)?.name.as_str()))
    };
    let typed =
        |text: &str| Changed::SoleTyped { kind: RowKind::Engagement, field: "plan".into(), text: text.to_owned() };
    let choice = |(kind, id): &(PlanKindData, &'static str)| {
        let (_, name) = named(*kind)?;
        Some(radio("engagement-plan", name, progress.chosen && progress.kind == *kind, view.choose(typed(id))))
    };
    let by_deal = view.model.verdict.engagement.settled().and_then(|id| {
        view.model.shipped.data.engagements.iter().find(|kind| kind.id == id).map(|kind| kind.name.as_str())
    });
    let by_deal =
        by_deal.map_or_else(|| "By the deal: not known yet".to_owned(), |name| format!("By the deal: {name}"));
    let lead = named(progress.kind);
    html! {
        <div class="field" id={crate::ui::form::element_id("engagement.plan")}>
            <fieldset class="field" disabled={!view.model.is_editable()}>
                <legend class="field__label">{ "Which plan" }</legend>
                <div class="choices">
                    { radio("engagement-plan", &by_deal, !progress.chosen, view.choose(typed(""))) }
                    { for PLANS.iter().filter_map(choice) }
                </div>
            </fieldset>
            if let Some((plan, name)) = lead {
                <div>
                    <p>{ &plan.lead }{ source::sign([&plan.source]) }</p>
                    { source::details(&format!("the plan of {name}"), &plan.source) }
                </div>
            }
        </div>
    }
}

const RESOURCES: Column = column("resources", "What they are given", "A line for each", What::Lines);
const CHECK_IN: Column = column("check-in", "Check-in", "The day on which you ask how it went", What::Day);
const SCOPE: Column = column("scope", "Scope", "The one use case that you try together", What::Lines);
const LIMITS: Column = column("limits", "Limits", "What you won’t build, and the hours you give", What::Lines);

/// The whole plan of a trial.
pub fn short(desk: &Desk, progress: &Progress, short: &Short, problems: &[Problem]) -> Html {
    let field = |column: &'static Column| html! { <div class="card__field" key={column.field}>{ sole(desk, RowKind::Engagement, column) }</div> };
    let columns: &[&'static Column] = match short.kind {
        ShortKind::SelfService => &[&RESOURCES, &CHECK_IN, &PARTNER],
        ShortKind::GuidedTrial => &[&SCOPE, &LIMITS, &PARTNER],
    };
    html! {
        <div class="plan">
            if short.kind == ShortKind::GuidedTrial { <div>{ questions(desk.view, PageData::Proof) }</div> } else { <div hidden={true}></div> }
            <section class="group">
                <h2 class="group__title">{ "The plan" }</h2>
                { resources(desk, progress, short) }
                <div class="card__fields">{ for columns.iter().map(|column| field(column)) }</div>
            </section>
            <section class="group" aria-labelledby="lacks-title">
                <h2 class="group__title" id="lacks-title">{ "What it still lacks" }</h2>
                <p hidden={!problems.is_empty()}>{ "Nothing: it has an end and comes to something." }</p>
                { ways(desk.view, problems) }
            </section>
        </div>
    }
}

/// What to start the list from.
fn resources(desk: &Desk, progress: &Progress, short: &Short) -> Html {
    let all = &progress.guide.data.resources;
    let lines: Vec<&str> = all.iter().map(|entry| entry.text.as_str()).collect();
    let there = lines.iter().all(|line| short.resources.contains(line));
    let text = [short.resources.as_str(), &lines.join("\n")].join(if short.resources.is_empty() { "" } else { "\n" });
    let put = Changed::SoleTyped { kind: RowKind::Engagement, field: "resources".into(), text };
    html! {
        <div class="section__known" hidden={short.kind != ShortKind::SelfService || there || lines.is_empty()}>
            <p class="section__known-title">{ "Usually it takes" }{ source::sign(all.iter().map(|entry| &entry.source)) }</p>
            <ul>{ for all.iter().map(|entry| html! { <li key={entry.id.clone()}>{ &entry.text }</li> }) }</ul>
            <button type="button" class="button button--quiet button--small" disabled={!desk.is_editable()} onclick={desk.view.click_change(put)}>{ "Put into the plan" }</button>
        </div>
    }
}
