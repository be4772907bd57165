//! What must be true before a gated engagement starts: preconditions, then the gate.
use super::engagement::in_play;
use super::panel::View;
use super::source;
use crate::export::words;
use crate::playbook::data::GateData;
use crate::playbook::verdict::{Gate, GateState};
use crate::ui::picture::{Shape, mark};
use yew::prelude::*;

/// Folded while no type is known; absent when the type has no gate.
pub fn gates(view: &View) -> Html {
    let (playbook, verdict) = (&*view.playbook, &*view.verdict);
    let kinds = in_play(view);
    let gated = kinds.iter().any(|kind| kind.gated);
    if !gated && !kinds.is_empty() {
        return html! { <section hidden={true}></section> };
    }
    let data = &playbook.data;
    html! {
        <section class="verdict__part">
            <h3 class="verdict__heading">{ "Gates" }</h3>
            <details class="more" open={gated}>
                <summary>{ words::gates_line(playbook, verdict) }</summary>
                <div>
                    <h4 class="kind__head">{ "Before it is planned" }</h4>
                    { rows(view, &data.preconditions, &verdict.preconditions) }
                    <h4 class="kind__head">{ "The gate" }</h4>
                    { rows(view, &data.gates, &verdict.gates) }
                </div>
            </details>
        </section>
    }
}

fn rows(view: &View, data: &[GateData], gates: &[Gate]) -> Html {
    html! { <ul class="gates">{ for data.iter().zip(gates).map(|(data, gate)| row(view, data, gate)) }</ul> }
}

fn row(view: &View, data: &GateData, gate: &Gate) -> Html {
    let shape = match gate.state {
        GateState::Met => Shape::Full,
        GateState::Suggested => Shape::Half,
        GateState::NotMet => Shape::Empty,
        GateState::NotAsked => Shape::Open,
    };
    let (on_go, question) = (view.on_go.clone(), data.question.clone());
    html! {
        <li class="gate" key={gate.id.clone()}>
            { mark(shape) }
            <div class="gate__body">
                <p>{ format!("{}: ", data.name) }<span class="gate__state">{ words::gate_state(gate.state) }</span></p>
                if !gate.state.is_met() { <p class="verdict__note">{ &data.action }</p> }
                <div class="cluster">
                    <button type="button" class="button button--quiet button--small go" onclick={move |_| on_go.emit(question.clone())}>
                        { if gate.state == GateState::NotAsked { "Answer" } else { "Change" } }
                        <span class="visually-hidden">{ format!(": {}", data.name) }</span>
                    </button>
                    { source::note(&data.name, &data.source) }
                </div>
            </div>
        </li>
    }
}
