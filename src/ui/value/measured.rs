//! What was measured after the proof of concept, beside what was projected.
use super::desk::{Desk, put};
use super::result::payback;
use super::{empty, figures};
use crate::app::Action;
use crate::domain::row::{self, Row, RowKind};
use crate::domain::value::input::{Input, Unit};
use crate::domain::value::realized::{Realized, realized};
use crate::domain::value::sheet::{Cell, Content};
use crate::ui::form::{element_id, problems};
use std::rc::Rc;
use yew::prelude::*;

pub fn measured(desk: &Desk) -> Html {
    let sheet = &desk.worked.model.sheet;
    let cells = sheet.inputs.iter().filter_map(|place| sheet.cells.get(*place));
    html! {
        <section class="group">
            <h2 class="group__title">{ "Measured" }</h2>
            <p>{ "After the proof of concept, type what was really found. The plan stays as it was; the same calculation with the measured figures stands beside it." }</p>
            <div>{ comparison(desk, realized(&desk.worked.model).as_ref()) }</div>
            if desk.worked.says_something() {
                <ul class="measured">{ for cells.filter_map(|cell| line(desk, cell)) }</ul>
            } else {
                { empty::invitation(desk) }
            }
        </section>
    }
}

/// The results of both, side by side.
fn comparison(desk: &Desk, realized: Option<&Realized>) -> Html {
    let Some(Realized { projected, measured, .. }) = realized else {
        return html! { <p class="muted">{ "Nothing measured yet." }</p> };
    };
    let row = |label: &'static str, projected: String, measured: String| {
        html! {
            <tr key={label}>
                <th scope="row">{ label }</th>
                <td data-label="Projected">{ projected }</td>
                <td data-label="With what was measured">{ measured }</td>
            </tr>
        }
    };
    let money = |figure| desk.print(figure, Unit::Money);
    let share = |figure| desk.print(figure, Unit::Share);
    html! {
        <table class="table">
            <thead>
                <tr><th scope="col">{ "Result" }</th><th scope="col">{ "Projected" }</th><th scope="col">{ "With what was measured" }</th></tr>
            </thead>
            <tbody>
                { row("Worth today", money(projected.npv), money(measured.npv)) }
                { row("Return on investment", share(projected.roi), share(measured.roi)) }
                { row("Pays back", payback(desk, projected.payback), payback(desk, measured.payback)) }
                { row("Hours released in the last year", desk.print(projected.hours, Unit::Hours), desk.print(measured.hours, Unit::Hours)) }
            </tbody>
        </table>
    }
}

/// The row of an input, and its name there.
fn of_cell<'a>(desk: &Desk, id: &'a str) -> Option<(Rc<Row>, &'a str)> {
    let (kind, rest) = id.split_once('.')?;
    if kind == RowKind::Plan.shape().id {
        return Some((desk.plan_row(), rest));
    }
    let (key, name) = rest.split_once('.')?;
    Some((row::find(desk.rows(), key.parse().ok()?)?.clone(), name))
}

fn line(desk: &Desk, cell: &Cell) -> Option<Html> {
    let Content::Input(input) = &cell.content else { return None };
    let (row, name) = of_cell(desk, &cell.id)?;
    // Nobody measures a setting such as the discount rate.
    if row.kind == RowKind::Plan {
        return None;
    }
    let field = [name, ".measured"].concat();
    let id = element_id(&[&cell.id, ".measured"].concat());
    let (of, value) = ((row.key, row.kind), row.text(&field).to_owned());
    let oninput = desk.view.typed(move |text| put(of, field.clone(), text));
    let send = desk.view.send.clone();
    let left = Callback::from(move |_: FocusEvent| send.emit(Action::FieldLeft));
    let print = |value| figures::value(value, cell.unit, desk.currency());
    Some(html! {
        <li class="measured__line" key={id.clone()} onfocusout={left}>
            <label for={format!("{id}-input")}>
                { &cell.label }
                <span class="field__hint">{ format!("Projected: {}", figures::range(&input.range, cell.unit, desk.currency())) }</span>
            </label>
            <div>
                { problems(&desk.problems_at(&cell.id), &id) }
                <div class="figure__likely">
                    <input class="input input--short" id={format!("{id}-input")} type="text" inputmode="decimal" autocomplete="off"
                        maxlength="60" aria-describedby={format!("{id}-problems {id}-echo")} disabled={!desk.editable()} {value} {oninput} />
                    <span class="figure__read" id={format!("{id}-echo")}>{ reading(input, print, cell.unit) }</span>
                </div>
            </div>
        </li>
    })
}

/// What was measured, and how that lies to what was projected.
fn reading(input: &Input, print: impl Fn(f64) -> String, unit: Unit) -> String {
    let Some(measured) = input.measured else { return figures::words(unit).to_owned() };
    let range = &input.range;
    let beside = if measured == range.likely {
        "as projected"
    } else if range.is_certain() {
        if measured < range.likely { "below what was projected" } else { "above what was projected" }
    } else if (range.low..=range.high).contains(&measured) {
        "within the range"
    } else if measured < range.low {
        "below the range"
    } else {
        "above the range"
    };
    format!("= {}, {beside}", print(measured))
}
