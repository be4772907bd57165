//! How well the result is known, why no better, and how to raise it.
use super::desk::Desk;
use super::figures::tier;
use super::formula::print;
use crate::app::Action;
use crate::domain::value::input::Evidence;
use crate::domain::value::known;
use crate::domain::value::sheet::Cell;
use yew::prelude::*;

/// So many figures are named; who has found these out comes back for the next.
const NAMED: usize = 6;

pub fn known(desk: &Desk) -> Html {
    let worked = desk.worked;
    let Some(known) = known::known(&worked.model, &worked.results.values) else {
        return html! { <section hidden={true}></section> };
    };
    let (letter, _, words) = tier(known.tier);
    let count = known.holding.len();
    let lead = format!(
        "The result is known no better than the least known of the {} figures it rests on. {} of them {} at {letter}.",
        known.of,
        if count == known.of { "All".to_owned() } else { count.to_string() },
        if count == 1 { "is" } else { "are" }
    );
    let raise = match (known.tier, known.then) {
        (Evidence::Customer, _) => "They are all the customer’s own: it can’t be known better before it is measured.".to_owned(),
        (_, Some(then)) => format!(
            "To raise it to {}, find out {}: ask the customer, type what they say, and under “Range, evidence, source” choose how well it is known and who said so.",
            tier(then).0,
            if count == 1 { "this figure" } else { "these figures, those first that the result depends on most" }
        ),
        (_, None) => "To raise it, find these figures out, those first that the result depends on most: ask the customer, type what they say, and under “Range, evidence, source” choose how well it is known and who said so.".to_owned(),
    };
    let cells = known.holding.iter().filter_map(|place| Some((*place, worked.model.sheet.cells.get(*place)?)));
    let one = |(place, cell): (usize, &Cell)| {
        let go = desk.view.click(Action::FieldSought(cell.id.clone()));
        html! {
            <li key={place}>
                <button type="button" class="link" onclick={go}>{ &cell.label }</button>
                { format!(": {}", print(worked, place)) }
            </li>
        }
    };
    html! {
        <section class="group">
            <h2 class="group__title">{ "How well it is known" }</h2>
            <p><strong class="figure__tier">{ letter }</strong>{ format!(" {words}. {lead}") }</p>
            <p>{ raise }</p>
            <div>
                if known.tier != Evidence::Customer {
                    <ul>{ for cells.take(NAMED).map(one) }</ul>
                    if count > NAMED { <p class="muted small">{ format!("And {} more.", count - NAMED) }</p> }
                }
            </div>
        </section>
    }
}
