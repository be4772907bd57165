//! What must be true: for each figure the value at which the case is worth nothing, all else as it is.
use super::desk::Desk;
use super::worked::Worked;
use super::{empty, figures};
use crate::app::Action;
use crate::domain::value::break_even::{BreakEven, break_even, nearest_first, pays_above};
use crate::domain::value::sheet::{Cell, Content};
use crate::ui::Shared;
use yew::prelude::*;

pub fn must_be_true(desk: &Desk) -> Html {
    html! {
        <section class="group">
            <h2 class="group__title">{ "What must be true" }</h2>
            if desk.worked.says_something() {
                <p>{ "For each figure: where the plan would be worth exactly nothing, with all others as they are. The closer that is to what you assume, the more it deserves a proof: the closest stand first." }</p>
                <Table worked={desk.worked.clone()} send={desk.view.send.clone()} />
            } else {
                { empty::invitation(desk) }
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct Props {
    worked: Shared<Worked>,
    send: Callback<Action>,
}

/// Worked out anew only when a figure changed.
#[component]
fn Table(props: &Props) -> Html {
    let worked = &props.worked;
    let found = use_memo(worked.clone(), |worked| nearest_first(&worked.model, break_even(&worked.model)));
    let cells = found.iter().filter(|(_, found)| *found != BreakEven::NoEffect);
    let cells: Vec<(&Cell, BreakEven)> =
        cells.filter_map(|(place, found)| Some((worked.model.sheet.cells.get(*place)?, *found))).collect();
    let (decide, others): (Vec<_>, Vec<_>) = cells.iter().partition(|(_, found)| matches!(found, BreakEven::At(_)));
    let table = |cells: &[&(&Cell, BreakEven)]| {
        html! {
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">{ "Figure" }</th>
                        <th scope="col">{ "Assumed" }</th>
                        <th scope="col">{ "For the plan to pay" }</th>
                    </tr>
                </thead>
                <tbody>{ for cells.iter().map(|(cell, found)| line(props, cell, *found)) }</tbody>
            </table>
        }
    };
    html! {
        <div class="stack">
            if decide.is_empty() {
                <p>{ "No figure decides by itself whether the plan pays." }</p>
            } else {
                { table(&decide) }
            }
            if !others.is_empty() {
                <details class="more">
                    <summary>{ format!("{} more that don’t decide it by themselves", others.len()) }</summary>
                    <div>{ table(&others) }</div>
                </details>
            }
        </div>
    }
}

fn line(props: &Props, cell: &Cell, found: BreakEven) -> Html {
    let Content::Input(input) = &cell.content else { return html! {} };
    let worked = &props.worked;
    let worth = worked.results.npv.unwrap_or(0.0);
    let print = |value| figures::value(value, cell.unit, &worked.plan.currency);
    let needed = match found {
        BreakEven::At(value) if pays_above(value, input.range.likely, worth) => format!("at least {}", print(value)),
        BreakEven::At(value) => format!("at most {}", print(value)),
        BreakEven::AlwaysPays => "pays whatever it is".to_owned(),
        BreakEven::NeverPays => "does not pay, whatever it is".to_owned(),
        BreakEven::NoEffect => "has no effect".to_owned(),
        BreakEven::Unknown => "n/a: the result has no figure".to_owned(),
    };
    let (letter, _, words) = figures::tier(input.evidence);
    let (send, field) = (props.send.clone(), cell.id.clone());
    html! {
        <tr key={cell.id.clone()}>
            <th scope="row"><button type="button" class="answer" onclick={move |_| send.emit(Action::FieldSought(field.clone()))}>{ &cell.label }</button></th>
            <td data-label="Assumed">
                <span>{ print(input.range.likely) }<span class="figure__tier" title={words}>{ letter }<span class="visually-hidden">{ format!(": {words}") }</span></span></span>
            </td>
            <td data-label="To pay">{ needed }</td>
        </tr>
    }
}
