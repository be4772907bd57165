//! What the result leaves out until somebody says otherwise: a sentence beside the figure, with the button that counts it.
use super::desk::{Desk, put};
use crate::domain::row::RowKind;
use crate::domain::value::input::Unit;
use crate::domain::value::plan::{Include, Kind};
use yew::prelude::*;

/// Stays as an element when nothing is left out, so that what follows keeps its place.
pub fn left_out(desk: &Desk) -> Html {
    let include = desk.worked.plan.include;
    let results = &desk.worked.results;
    let out = |kind, sum: Option<f64>| sum.filter(|sum| *sum > 0.0 && !include.counts(kind));
    let (time, risk) = (out(Kind::Time, results.pv_time), out(Kind::Risk, results.pv_risk));
    let money = |sum| desk.print(Some(sum), Unit::Money);
    let said = match (time, risk) {
        (Some(time), Some(risk)) => format!(
            "Released time worth {} and avoided risk worth {} aren’t counted in it until you say so: neither is money in the bank.",
            money(time),
            money(risk)
        ),
        (Some(time), None) => format!(
            "Released time worth {} isn’t counted in it until you say so: hours are money only once somebody uses them.",
            money(time)
        ),
        (None, Some(risk)) => format!(
            "Avoided risk worth {} isn’t counted in it until you say so: damage that stays away is seen in no account.",
            money(risk)
        ),
        (None, None) => return html! { <div class="left-out" hidden={true}></div> },
    };
    let button = |label: &'static str, include: Include| {
        let counted = put((desk.plan_row().key, RowKind::Plan), "include".into(), include.id().into());
        html! {
            <button type="button" class="button button--small" disabled={!desk.editable()} onclick={desk.view.click_change(counted)}>{ label }</button>
        }
    };
    html! {
        <div class="left-out">
            <p>{ said }</p>
            <div class="cluster">
                if time.is_some() { { button("Count released time", Include::CashAndTime) } }
                if risk.is_some() { { button(if time.is_some() { "Count both" } else { "Count avoided risk" }, Include::All) } }
            </div>
        </div>
    }
}
