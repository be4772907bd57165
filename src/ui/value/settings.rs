//! What holds for the whole case: what counts, over how many years, at which rate, how use grows, what an hour costs.
use super::cards::cards;
use super::desk::Desk;
use super::fields::{Options, few, words};
use super::input::{input, input_as};
use crate::app::Changed;
use crate::domain::row::{Row, RowKind};
use crate::domain::value::plan::{Include, Ramp};
use yew::prelude::*;

pub fn settings(desk: &Desk) -> Html {
    let plan = desk.plan_row();
    let setting = |name: &'static str| {
        let (label, hint) = desk.about(&plan, name);
        words(desk, &plan, name, label, hint)
    };
    html! {
        <>
            <section class="group">
                <h2 class="group__title">{ "What counts" }</h2>
                { include(desk) }
                <div class="value-card__fields">{ setting("currency") }{ setting("horizon") }{ input(desk, &plan, "discount-rate") }</div>
            </section>
            <section class="group">
                <h2 class="group__title">{ "How use grows" }</h2>
                { choice(desk, &plan, "ramp-by", if matches!(desk.worked.plan.ramp, Ramp::Months(_)) { "month" } else { "year" }) }
                <div class="value-card__fields">{ ramp(desk, &plan) }</div>
            </section>
            <section class="group">
                <h2 class="group__title">{ "Caution and time" }</h2>
                <div class="value-card__fields">
                    { input(desk, &plan, "benefit-adjustment") }
                    { input(desk, &plan, "cost-adjustment") }
                    { input(desk, &plan, "payback-target") }
                    { input(desk, &plan, "days") }
                    { input(desk, &plan, "hours") }
                    { setting("usage-unit") }
                    { setting("seed") }
                </div>
            </section>
            { roles(desk) }
        </>
    }
}

/// Which sums the result counts.
pub fn include(desk: &Desk) -> Html {
    choice(desk, &desk.plan_row(), "include", desk.worked.plan.include.id())
}

/// One of the playbook's options of a setting.
fn choice(desk: &Desk, plan: &Row, name: &'static str, chosen: &str) -> Html {
    let setting = desk.library.data.defaults.iter().find(|setting| setting.about.field == name);
    let Some(setting) = setting else { return html! {} };
    let options: Options = setting.options.iter().map(|option| (option.id.clone(), option.label.clone())).collect();
    few(desk, plan, name, (&setting.about.label, &setting.about.text), &options, chosen)
}

/// The share of each year that counts, or the months.
fn ramp(desk: &Desk, plan: &Row) -> Html {
    match &desk.worked.plan.ramp {
        Ramp::Months(_) => input(desk, plan, "ramp-months"),
        Ramp::Years(years) => {
            let year = |(year, _): (usize, &Option<_>)| {
                let name = ["ramp-", &year.to_string()].concat();
                input_as(desk, plan, &name, &format!("In use in year {year}"), "")
            };
            (1..).zip(years).map(year).collect::<Html>()
        }
    }
}

fn roles(desk: &Desk) -> Html {
    let rows = desk.of(RowKind::Role);
    let added = Changed::RowsAdded { rows: vec![Row::new(0, RowKind::Role, None)], before: None };
    let card = |row: &Row| {
        html! {
            <div class="value-card__fields">
                { words(desk, row, "name", "Name", "") }
                { input(desk, row, "hourly-cost") }
            </div>
        }
    };
    html! {
        <section class="group">
            <h2 class="group__title">{ "Who does the work" }</h2>
            <p>{ "What an hour of each costs with everything: pay, taxes, place of work." }</p>
            { cards(desk, &rows, "Unnamed role", card) }
            <button type="button" class="button" disabled={!desk.editable()} onclick={desk.view.click_change(added)}>{ "Add a role" }</button>
        </section>
    }
}

/// What the sums in the result are called.
pub const fn counts(include: Include) -> &'static str {
    match include {
        Include::Cash => "Cash only",
        Include::CashAndTime => "Cash and released time",
        Include::All => "Cash, released time and avoided risk",
    }
}
