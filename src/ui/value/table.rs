//! The cash-flow table, and its picture.
use super::desk::Desk;
use super::formula;
use crate::domain::value::build::Year;
use crate::domain::value::plan::Kind;
use yew::prelude::*;

pub fn cash_flow(desk: &Desk) -> Html {
    let include = desk.worked.plan.include;
    let kinds: Vec<Kind> = Kind::ALL.into_iter().filter(|kind| include.counts(*kind)).collect();
    let kind_name = |kind: &Kind| -> &'static str {
        match kind {
            Kind::Cash => "Cash",
            Kind::Time => "Released time",
            Kind::Risk => "Avoided risk",
        }
    };
    let head = kinds.iter().map(kind_name).chain([
        "Costs",
        "Net",
        "Adds up to",
        "Net in today’s money",
        "Adds up to in today’s money",
    ]);
    let head: Vec<&'static str> = head.collect();
    let cell = |label: &&'static str, place: usize| {
        html! {
            <td key={*label} class="number" data-label={*label}>
                <span>{ formula::print(desk.worked, place) }{ formula::fold(desk, label, place) }</span>
            </td>
        }
    };
    let row = |(at, year): (usize, &Year)| {
        let places = kinds.iter().map(|kind| year.kind(*kind));
        let places = places.chain([year.cost, year.net, year.cumulative, year.discounted, year.cumulative_discounted]);
        html! {
            <tr key={at}>
                <th scope="row">{ if at == 0 { "Start".to_owned() } else { format!("Year {at}") } }</th>
                { for head.iter().zip(places).map(|(label, place)| cell(label, place)) }
            </tr>
        }
    };
    html! {
        <section class="group">
            <h2 class="group__title">{ "Cash flow" }</h2>
            <div class="scroll" tabindex="0" role="group" aria-label="Cash flow by year">
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{ "When" }</th>
                            { for head.iter().map(|label| html! { <th scope="col" class="number" key={*label}>{ *label }</th> }) }
                        </tr>
                    </thead>
                    <tbody>{ for desk.worked.model.figures.years.iter().enumerate().map(row) }</tbody>
                </table>
            </div>
        </section>
    }
}
