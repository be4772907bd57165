//! Whether it may start: preconditions, gates and approval points, each with who said it and when.
use super::list::Desk;
use super::said::said;
use crate::app::{Action, Changed};
use crate::domain::guide::{Point, Stage, State, saying};
use crate::export::progress::{Progress, subject_field};
use crate::export::words;
use crate::playbook::data::{ApprovalData, GateData, SourceData};
use crate::ui::form::element_id;
use crate::ui::picture::{Shape, mark};
use crate::ui::source;
use yew::prelude::*;

pub fn ready(desk: &Desk, progress: &Progress) -> Html {
    let data = &desk.view.model.shipped.data;
    let points = progress.points();
    let of = |stage: Stage| points.iter().filter(move |point| point.stage == stage);
    let count = |stage: Stage| {
        let (all, met) = (of(stage).count(), of(stage).filter(|point| point.state == State::Met).count());
        let backed = of(stage).filter(|point| point.state == State::Met && point.backed).count();
        format!("{met} of {all} met, {backed} with who said it")
    };
    let gates = |stage: Stage, gates: &[GateData]| {
        html! { <ul class="points">{ for gates.iter().zip(of(stage)).map(|(gate, point)| self::gate(desk, gate, point)) }</ul> }
    };
    let approval = |(data, point): (&ApprovalData, &Point)| approval(desk, data, point);
    html! {
        <section class="group" aria-labelledby="ready-title">
            <h2 class="group__title" id="ready-title">{ "Ready to start?" }</h2>
            <p class="group__lead">{ "A yes is worth what stands behind it: note who said it, and when." }</p>
            <h3>{ format!("Preconditions: {}", count(Stage::Precondition)) }</h3>
            { gates(Stage::Precondition, &data.preconditions) }
            <h3>{ format!("Gates: {}", count(Stage::Gate)) }</h3>
            { gates(Stage::Gate, &data.gates) }
            <h3>{ format!("Approval checklist: {}", count(Stage::Approval)) }</h3>
            <ul class="points">{ for data.approvals.iter().zip(of(Stage::Approval)).map(approval) }</ul>
        </section>
    }
}

/// Its answer is given on the page “Deal”.
fn gate(desk: &Desk, data: &GateData, point: &Point) -> Html {
    let (shape, state) = match point.state {
        State::Met => (Shape::Full, "met"),
        State::NotMet => (Shape::Empty, "not met"),
        State::NotAsked => (Shape::Open, "not asked"),
    };
    let go = desk.view.click(Action::FieldSought(data.question.clone()));
    let what = html! {
        <>
            <p class="point__name">{ mark(shape) }{ format!("{}: ", data.name) }<span class="gate__state">{ state }</span></p>
            <p class="verdict__note" hidden={point.state == State::Met}>{ &data.action }</p>
            <button type="button" class="button button--quiet button--small" onclick={go}>
                { if point.state == State::NotAsked { "Answer" } else { "Change" } }<span class="visually-hidden">{ format!(": {}", data.name) }</span>
            </button>
        </>
    };
    row(desk, point, &data.name, &data.source, what)
}

fn approval(desk: &Desk, data: &ApprovalData, point: &Point) -> Html {
    let done = point.state == State::Met;
    let toggled = desk.view.choose(Changed::ApprovalTicked { approval: data.id.clone(), done: !done });
    let what = html! {
        <label class="choice">
            <input type="checkbox" checked={done} disabled={!desk.view.model.is_editable()} onchange={toggled} />
            <span>{ &data.name }</span>
        </label>
    };
    row(desk, point, &data.name, &data.source, what)
}

fn row(desk: &Desk, point: &Point, name: &str, source: &SourceData, what: Html) -> Html {
    let saying = saying(&desk.view.model.account.rows, point.id);
    let evidence = words::said_by(&saying).unwrap_or_else(|| "Who said it, and when?".to_owned());
    let lacks = saying.lacks(desk.view.model.today).filter(|_| saying.key.is_some());
    html! {
        <li class="point" key={point.id.to_owned()} id={element_id(&subject_field(point.id))}>
            <div class="point__what">{ what }</div>
            <details class="point__said">
                <summary>{ evidence }<span class="visually-hidden">{ format!(" ({name})") }</span></summary>
                { said(desk, point.id, name) }
                <p class="field__hint">{ lacks.map_or_else(String::new, |lacks| format!("{lacks}.")) }</p>
            </details>
            { source::details(name, source) }
        </li>
    }
}
