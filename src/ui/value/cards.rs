//! Rows as cards in a list: their place, a copy of one, taking one away.
use super::desk::Desk;
use crate::app::Changed;
use crate::domain::row::Row;
use crate::ui::form::element_id;
use std::rc::Rc;
use yew::prelude::*;

/// A row's name, or what stands for it.
pub fn name_of<'a>(row: &'a Row, otherwise: &'a str) -> &'a str {
    match row.text("name").trim() {
        "" => otherwise,
        name => name,
    }
}

/// The rows as a list of cards, in an order that the user may change.
pub fn cards(desk: &Desk, rows: &[&Rc<Row>], otherwise: &str, body: impl Fn(&Row) -> Html) -> Html {
    let card = |(at, row): (usize, &&Rc<Row>)| {
        let id = element_id(&["row.", &row.key.to_string()].concat());
        html! {
            <li class="card value-card" key={row.key} {id}>
                <h3 class="value-card__name">{ name_of(row, otherwise) }</h3>
                { body(row) }
                { actions(desk, rows, at, name_of(row, otherwise)) }
            </li>
        }
    };
    html! { <ol class="value-cards">{ for rows.iter().enumerate().map(card) }</ol> }
}

/// What can be done with the card at a place.
fn actions(desk: &Desk, rows: &[&Rc<Row>], at: usize, name: &str) -> Html {
    let Some(row) = rows.get(at) else { return html! {} };
    let key = row.key;
    let after = |steps: usize| rows.get(at..).and_then(|rest| rest.get(steps)).map(|row| row.key);
    let before = at.checked_sub(1).and_then(|at| rows.get(at)).map(|row| row.key);
    let button = |label: &'static str, possible: bool, changed: Changed| {
        html! {
            <button type="button" class="button button--quiet button--small" aria-label={format!("{label}: {name}")}
                disabled={!possible || !desk.editable()} onclick={desk.view.click_change(changed)}>{ label }</button>
        }
    };
    let mut copy = Row::clone(row);
    copy.fields.insert("name".to_owned(), format!("{name} (copy)"));
    html! {
        <div class="cluster value-card__actions">
            if rows.len() > 1 {
                { button("Move up", before.is_some(), Changed::RowMoved { key, before }) }
                { button("Move down", after(1).is_some(), Changed::RowMoved { key, before: after(2) }) }
            }
            { button("Duplicate", true, Changed::RowsAdded { rows: vec![copy], before: after(1) }) }
            { button("Remove", true, Changed::RowRemoved(key)) }
        </div>
    }
}
