//! Three named cases side by side.
use super::desk::Desk;
use super::result::payback;
use crate::domain::value::input::Unit;
use crate::domain::value::result::Results;
use crate::domain::value::scenario::{Scenario, scenario};
use yew::prelude::*;

pub fn scenarios(desk: &Desk) -> Html {
    let results = Scenario::ALL.map(|which| (name(which), scenario(&desk.worked.model, which)));
    let row = |label: &'static str, said: &dyn Fn(&Results) -> String| {
        html! {
            <tr key={label}>
                <th scope="row">{ label }</th>
                { for results.iter().map(|(name, results)| html! { <td key={*name} data-label={*name}>{ said(results) }</td> }) }
            </tr>
        }
    };
    html! {
        <section class="group">
            <h2 class="group__title">{ "Three cases" }</h2>
            <p>{ "Cautious takes every figure at the less favorable end of its range, favorable at the other end: both are rare, since all must come together." }</p>
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">{ "" }<span class="visually-hidden">{ "Figure" }</span></th>
                        { for results.iter().map(|(name, _)| html! { <th scope="col" key={*name}>{ *name }</th> }) }
                    </tr>
                </thead>
                <tbody>
                    { row("Worth today", &|results| desk.print(results.npv, Unit::Money)) }
                    { row("Return on investment", &|results| desk.print(results.roi, Unit::Share)) }
                    { row("Pays back", &|results| payback(desk, results.payback)) }
                </tbody>
            </table>
        </section>
    }
}

const fn name(scenario: Scenario) -> &'static str {
    match scenario {
        Scenario::Cautious => "Cautious",
        Scenario::Expected => "Expected",
        Scenario::Favorable => "Favorable",
    }
}
