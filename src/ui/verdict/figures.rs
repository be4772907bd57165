//! Which figures of the rules were changed, in words.
use crate::domain::quantity::Quantity;
use crate::domain::table::Table;
use crate::export::words;
use crate::playbook::Playbook;
use crate::playbook::settings::{Figure, settings};
use crate::ui::Shared;
use yew::prelude::*;

/// Per id of a rule: "weight 20, changed from 15".
pub type Figures = Table<Vec<String>>;

pub fn changed(shipped: &Shared<Playbook>, playbook: &Shared<Playbook>) -> Figures {
    let mut figures = Figures::new();
    if shipped == playbook {
        return figures;
    }
    for (was, is) in settings(shipped).into_iter().zip(settings(playbook)) {
        if was.shipped != is.shipped {
            let number = |value: i64| words::number(Quantity::whole(value));
            let text = format!("{} {}, changed from {}", name(was.figure), number(is.shipped), number(was.shipped));
            figures.at(was.rule).push(text);
        }
    }
    figures
}

fn name(figure: Figure) -> &'static str {
    match figure {
        Figure::Weight => "weight",
        Figure::Met => "bound",
        Figure::Near => "near bound",
        Figure::MetFrom => "lower bound",
        Figure::MetTo => "upper bound",
        Figure::NearFrom => "lower near bound",
        Figure::NearTo => "upper near bound",
        Figure::TierFrom => "begins at",
        Figure::LeastCoverage => "points known for a tier:",
        Figure::Below => "below",
        Figure::Above => "above",
    }
}

/// The changed figures of a rule, with a name before them when one is given.
pub fn note(figures: &Figures, rule: &str, name: &str) -> Html {
    let Some(changes) = figures.get(rule) else { return html! { <span hidden={true}></span> } };
    let text = format!("{name} {}", changes.join("; "));
    html! { <p class="changed">{ words::capital(text.trim()) }</p> }
}
