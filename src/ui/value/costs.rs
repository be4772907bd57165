//! The costs: what is paid once, and what every year.
use super::benefits::others;
use super::cards::{cards, name_of};
use super::desk::Desk;
use super::fields::{Options, few, list, words};
use super::input::input;
use super::{empty, formula};
use crate::app::Changed;
use crate::domain::row::{Row, RowKind};
use crate::domain::value::plan::CostKind;
use crate::playbook::data::CostTypeData;
use yew::prelude::*;

pub fn costs(desk: &Desk) -> Html {
    let rows = desk.of(RowKind::Cost);
    html! {
        <section class="group">
            <h2 class="group__title">{ "Costs" }</h2>
            <p>{ "All that it takes, your own people’s time too. A cost that is left out here comes up later." }</p>
            <div>if rows.is_empty() { { empty::no_costs(desk) } }</div>
            { cards(desk, &rows, "Unnamed cost", |row| card(desk, row)) }
            { adders(desk) }
        </section>
    }
}

fn card(desk: &Desk, row: &Row) -> Html {
    let kind = CostKind::parse(row.text("type"));
    let about = desk.library.data.costs.iter().find(|data| data.kind.id() == row.text("type"));
    let figures = desk.worked.model.figures.costs.iter().find(|cost| cost.key == row.key);
    let effort = kind == Some(CostKind::Effort);
    let fields = kind.map_or(&[][..], CostKind::fields);
    let once = kind.is_none_or(CostKind::once);
    html! {
        <>
            <p class="value-card__kind">{ about.map(|about| format!("{}. {}", about.name, about.text)) }</p>
            if let Some(figures) = figures {
                <dl class="facts">{ formula::fact(desk, if figures.once { "Once" } else { "Every year" }, figures.adjusted) }</dl>
            } else {
                <p class="value-card__sum muted">{ "Nothing is counted yet: a figure is missing." }</p>
            }
            <div class="value-card__fields">
                { words(desk, row, "name", "Name", "") }
                { list(desk, row, "type", "Kind of cost", "", &kinds(desk)) }
                if effort { { list(desk, row, "role", "Whose hours", "", &others(desk, RowKind::Role, "No role: say what an hour costs", "Unnamed role")) } }
            </div>
            <div class="value-card__fields">
                { for fields.iter().map(|name| input(desk, row, name)) }
                if effort && row.reference("role").is_none() { { input(desk, row, "hourly-cost") } }
            </div>
            { few(desk, row, "when", ("It is paid", ""), &when(), if once { "once" } else { "yearly" }) }
            if figures.is_some_and(|figures| !figures.once) && !effort {
                { few(desk, row, "per", ("The figures are for a", ""), &period(), "") }
            }
            <details class="more">
                <summary>{ "Caution" }<span class="visually-hidden">{ format!(" with {}", name_of(row, "this cost")) }</span></summary>
                <div>{ input(desk, row, "adjustment") }</div>
            </details>
        </>
    }
}

fn when() -> Options {
    vec![("once".into(), "Once, before the start".into()), ("yearly".into(), "Every year".into())]
}

fn period() -> Options {
    vec![("month".into(), "month".into()), ("".into(), "year".into())]
}

fn kinds(desk: &Desk) -> Options {
    let first = (String::new(), "Choose one".to_owned());
    let rest = desk.library.data.costs.iter().map(|cost| (cost.kind.id().to_owned(), cost.name.clone()));
    std::iter::once(first).chain(rest).collect()
}

fn adders(desk: &Desk) -> Html {
    let adder = |cost: &CostTypeData| {
        let mut row = Row::new(0, RowKind::Cost, None);
        row.fields.insert("type".to_owned(), cost.kind.id().to_owned());
        row.fields.insert("name".to_owned(), cost.name.clone());
        let added = Changed::RowsAdded { rows: vec![row], before: None };
        html! {
            <button type="button" class="button" key={cost.id.clone()} disabled={!desk.editable()}
                onclick={desk.view.click_change(added)}>{ &cost.name }</button>
        }
    };
    html! {
        <div class="stack">
            <h3>{ "Add a cost" }</h3>
            <div class="cluster">{ for desk.library.data.costs.iter().map(adder) }</div>
        </div>
    }
}
