//! What deserves a look about the case as a whole.
use super::desk::Desk;
use crate::domain::problem::{Problem, Severity, sentence};
use yew::prelude::*;

/// What these warnings are about is no field.
const WHOLE: [&str; 3] = ["npv", "costs", "payback"];

/// Stays as an element when there is nothing to say.
pub fn notes(desk: &Desk) -> Html {
    let whole = desk.worked.problems.iter().filter(|problem| WHOLE.contains(&problem.field.as_str()));
    let note = |problem: &Problem| {
        let class = if problem.severity == Severity::Error { "field__error" } else { "field__warning" };
        html! { <p {class} key={problem.field.clone()}>{ sentence(&problem.message) }{ " " }<span class="field__fix">{ sentence(&problem.hint) }</span></p> }
    };
    html! { <div class="value-notes">{ for whole.map(note) }</div> }
}
