//! The cash-flow table, whose figures open their formulas below it, and its picture.
use super::desk::Desk;
use super::formula;
use super::worked::Worked;
use crate::app::Action;
use crate::browser::locale;
use crate::domain::value::build::Year;
use crate::domain::value::plan::Kind;
use crate::domain::value::sheet::figure;
use crate::export::picture::{self, Period, Scene};
use crate::ui::Shared;
use crate::ui::picture::Fitted;
use yew::prelude::*;

pub fn cash_flow(desk: &Desk) -> Html {
    html! {
        <section class="group">
            <h2 class="group__title">{ "Cash flow" }</h2>
            <Picture worked={desk.worked.clone()} />
            <CashFlow worked={desk.worked.clone()} send={desk.view.send.clone()} />
        </section>
    }
}

fn when(year: usize) -> String {
    if year == 0 { "Start".to_owned() } else { format!("Year {year}") }
}

#[derive(Properties, PartialEq)]
struct PictureProps {
    worked: Shared<Worked>,
}

#[component]
fn Picture(props: &PictureProps) -> Html {
    let draw = use_callback(props.worked.clone(), |width: f64, worked| scene(worked, width));
    html! { <Fitted id="cash-flow" {draw} /> }
}

pub fn scene(worked: &Worked, width: f64) -> Scene {
    let at = |place: usize| worked.results.values.get(place).copied().and_then(figure).unwrap_or(f64::NAN);
    let period = |(year, cells): (usize, &Year)| Period {
        label: when(year),
        benefits: at(cells.benefit),
        costs: at(cells.cost),
        net: at(cells.net),
        cumulative: at(cells.cumulative),
    };
    let periods: Vec<Period> = worked.model.figures.years.iter().enumerate().map(period).collect();
    let description = "A bar for each year’s benefits less costs, and a line for what they add up to.".to_owned();
    let print = |value| locale::short_amount(value, &worked.plan.currency);
    picture::cash_flow("Cash flow by year", description, &periods, &print, width)
}

#[derive(Properties, PartialEq)]
struct CashFlowProps {
    worked: Shared<Worked>,
    send: Callback<Action>,
}

/// The name of a column and where it stands in a year.
type Column = (&'static str, fn(&Year) -> usize);

const REST: [Column; 5] = [
    ("Costs", |year| year.cost),
    ("Net", |year| year.net),
    ("Adds up to", |year| year.cumulative),
    ("Net, in today’s money", |year| year.discounted),
    ("Adds up to, in today’s money", |year| year.cumulative_discounted),
];

const fn benefits(kind: Kind) -> Column {
    match kind {
        Kind::Cash => ("Cash", |year| year.kind(Kind::Cash)),
        Kind::Time => ("Released time", |year| year.kind(Kind::Time)),
        Kind::Risk => ("Avoided risk", |year| year.kind(Kind::Risk)),
    }
}

#[component]
fn CashFlow(props: &CashFlowProps) -> Html {
    // The column and year whose formula is open.
    let open = use_state_eq(|| None::<(&'static str, usize)>);
    let worked = &props.worked;
    let counted = Kind::ALL.into_iter().filter(|kind| worked.plan.include.counts(*kind)).map(benefits);
    let columns: Vec<Column> = counted.chain(REST).collect();
    let years = &worked.model.figures.years;
    let cell = |(name, place): &Column, at: usize, year: &Year| {
        let own = Some((*name, at));
        let is_open = *open == own;
        let setter = open.setter();
        let label = format!("{}: {name}, {}", formula::print(worked, place(year)), when(at));
        html! {
            <td key={*name} class="number" data-label={*name}>
                <button type="button" class="answer" aria-label={label} aria-expanded={if is_open { "true" } else { "false" }}
                    onclick={move |_| setter.set(if is_open { None } else { own })}>{ formula::print(worked, place(year)) }</button>
            </td>
        }
    };
    let row = |(at, year): (usize, &Year)| {
        html! {
            <tr key={at}>
                <th scope="row">{ when(at) }</th>
                { for columns.iter().map(|column| cell(column, at, year)) }
            </tr>
        }
    };
    let opened = open.and_then(|(name, at)| {
        let (_, place) = columns.iter().find(|(own, _)| *own == name)?;
        Some((format!("{name}, {}", when(at)), place(years.get(at)?)))
    });
    html! {
        <div class="stack">
            <div class="scroll" tabindex="0" role="group" aria-label="Cash flow by year">
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{ "When" }</th>
                            { for columns.iter().map(|(name, _)| html! { <th scope="col" class="number" key={*name}>{ *name }</th> }) }
                        </tr>
                    </thead>
                    <tbody>{ for years.iter().enumerate().map(row) }</tbody>
                </table>
            </div>
            <div aria-live="polite">
                if let Some((name, place)) = opened {
                    <h3>{ name }</h3>
                    { formula::whole(worked, place, &props.send) }
                } else {
                    <p class="muted small">{ "Press a figure to see how it comes about." }</p>
                }
            </div>
        </div>
    }
}
