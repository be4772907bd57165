//! The benefits: what drives each, its figures, what it comes to, and whether it counts.
use super::cards::{cards, name_of};
use super::desk::Desk;
use super::fields::{Options, few, list, words};
use super::input::input;
use super::{empty, formula};
use crate::app::Changed;
use crate::domain::row::{Row, RowKind};
use crate::domain::value::plan::{Driver, Kind};
use crate::playbook::data::DriverData;
use yew::prelude::*;

/// So many benefits count without a reason.
const FEW: usize = 5;

pub fn benefits(desk: &Desk) -> Html {
    let rows = desk.of(RowKind::Benefit);
    let counted = desk.worked.plan.benefits.iter().filter(|benefit| benefit.counted).count();
    let plan = desk.plan_row();
    html! {
        <section class="group">
            <h2 class="group__title">{ "Benefits" }</h2>
            <p>{ "What gets better, and by how much. Few benefits that hold convince more than many that might." }</p>
            <div>
                if rows.is_empty() { { empty::invitation(desk) } }
                if counted > FEW || !plan.text("reason").is_empty() {
                    { words(desk, &plan, "reason", "Why do more than five benefits count?", "A reader will ask. Or leave out those that say least.") }
                }
            </div>
            { cards(desk, &rows, "Unnamed benefit", |row| card(desk, row)) }
            { adders(desk) }
        </section>
    }
}

fn card(desk: &Desk, row: &Row) -> Html {
    let driver = Driver::parse(row.text("driver"));
    let benefit = desk.worked.plan.benefits.iter().find(|benefit| benefit.key == row.key);
    let process = benefit.is_some_and(|benefit| benefit.process.is_some());
    let timed = driver.is_some_and(Driver::takes_hours);
    // Where a process says the hours, its steps usually say whose they are.
    let asks_cost = timed
        && (!process
            || benefit.is_some_and(|benefit| benefit.hourly.is_some())
            || !desk.problems_at(&row.field("hourly-cost")).is_empty());
    let fields = driver.map_or(&[][..], |driver| driver.fields(process));
    let about = desk.library.data.drivers.iter().find(|data| data.kind.id() == row.text("driver"));
    let counted = row.text("counted") != "no";
    let toggled = Changed::RowTyped {
        key: row.key,
        field: "counted".into(),
        text: if counted { "no".into() } else { String::new() },
    };
    html! {
        <>
            <p class="value-card__kind">{ about.map(|about| format!("{}. {}", about.name, about.text)) }</p>
            { comes_to(desk, row, driver) }
            <label class="check">
                <input type="checkbox" checked={counted} disabled={!desk.editable()} onchange={desk.view.choose(toggled)} />
                <span>{ "Count it in the result" }</span>
            </label>
            <div class="value-card__fields">
                { words(desk, row, "name", "Name", "") }
                { list(desk, row, "driver", "Where the value comes from", "", &drivers(desk)) }
                if timed {
                    { list(desk, row, "process", "Process", "Its steps then say the hours.", &others(desk, RowKind::Process, "None: say it here", "Unnamed process")) }
                }
                if asks_cost {
                    { list(desk, row, "role", "Whose hours", "", &others(desk, RowKind::Role, "No role: say what an hour costs", "Unnamed role")) }
                }
            </div>
            <div class="value-card__fields">
                { for fields.iter().map(|name| input(desk, row, name)) }
                if asks_cost && row.reference("role").is_none() { { input(desk, row, "hourly-cost") } }
            </div>
            if fields.contains(&"volume") { { per(desk, row, "volume-per", "The volume is counted by") } }
            if driver == Some(Driver::Tools) { { per(desk, row, "per", "The cost of a unit is for a") } }
            <details class="more">
                <summary>{ "Caution" }<span class="visually-hidden">{ format!(" with {}", name_of(row, "this benefit")) }</span></summary>
                <div>
                    { input(desk, row, "adjustment") }
                    if let Some(caution) = about.and_then(|about| about.caution.as_ref()) { <p class="field__hint">{ &caution.text }</p> }
                </div>
            </details>
        </>
    }
}

/// How often a figure is counted.
pub fn per(desk: &Desk, row: &Row, name: &'static str, legend: &str) -> Html {
    let options = [("day", "day"), ("week", "week"), ("month", "month"), ("", "year")];
    let options: Options = options.map(|(value, words)| (value.to_owned(), words.to_owned())).into();
    let chosen = if row.text(name) == "year" { "" } else { row.text(name) };
    few(desk, row, name, (legend, ""), &options, chosen)
}

/// What the benefit comes to in a year, each sum on its own.
fn comes_to(desk: &Desk, row: &Row, driver: Option<Driver>) -> Html {
    let figures = desk.worked.model.figures.benefits.iter().find(|benefit| benefit.key == row.key);
    let Some(figures) = figures else {
        let why = if driver.is_some() {
            "Not worked out yet: a figure is missing."
        } else {
            "Say first where the value comes from."
        };
        return html! { <p class="value-card__sum muted">{ why }</p> };
    };
    html! {
        <dl class="facts">
            if let Some(hours) = figures.hours { { formula::fact(desk, "Hours a year", hours) } }
            { for figures.lines.iter().map(|line| formula::fact(desk, a_year(line.kind), line.adjusted)) }
        </dl>
    }
}

const fn a_year(kind: Kind) -> &'static str {
    match kind {
        Kind::Cash => "Cash a year",
        Kind::Time => "Released time a year",
        Kind::Risk => "Avoided risk a year",
    }
}

fn drivers(desk: &Desk) -> Options {
    let first = (String::new(), "Choose one".to_owned());
    let rest = desk.library.data.drivers.iter().map(|driver| (driver.kind.id().to_owned(), driver.name.clone()));
    std::iter::once(first).chain(rest).collect()
}

/// The rows of a kind to choose from.
pub fn others(desk: &Desk, kind: RowKind, none: &str, otherwise: &str) -> Options {
    let first = (String::new(), none.to_owned());
    let rest = desk.of(kind).into_iter().map(|row| (row.key.to_string(), name_of(row, otherwise).to_owned()));
    std::iter::once(first).chain(rest).collect()
}

fn adders(desk: &Desk) -> Html {
    let adder = |driver: &DriverData| {
        let mut row = Row::new(0, RowKind::Benefit, None);
        row.fields.insert("driver".to_owned(), driver.kind.id().to_owned());
        row.fields.insert("name".to_owned(), driver.name.clone());
        let added = Changed::RowsAdded { rows: vec![row], before: None };
        html! {
            <button type="button" class="button" key={driver.id.clone()} disabled={!desk.editable()}
                onclick={desk.view.click_change(added)}>{ &driver.name }</button>
        }
    };
    html! {
        <div class="stack">
            <h3>{ "Add a benefit" }</h3>
            <div class="cluster">{ for desk.library.data.drivers.iter().map(adder) }</div>
        </div>
    }
}
