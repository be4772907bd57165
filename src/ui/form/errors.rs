//! The error summary: every answer that can't be used, each a way to its field.
use crate::app::Action;
use crate::domain::problem::{Problem, Severity};
use crate::export::words;
use crate::ui::View;
use yew::prelude::*;

/// Stays as an element when there is nothing to say, so that what follows keeps its place.
pub fn errors(view: &View) -> Html {
    let problems: Vec<&Problem> = view.model.problems().filter(|problem| problem.severity == Severity::Error).collect();
    if problems.is_empty() {
        return html! { <div class="errors" hidden={true}></div> };
    }
    let name = |field: &str| {
        let question = view.model.playbook.question(field);
        question.map_or_else(|| "Rules".to_owned(), |question| words::capital(&question.short))
    };
    let row = |(at, problem): (usize, &&Problem)| {
        let text = format!("{}: {}", name(&problem.field), problem.message);
        html! {
            <li key={at}>
                <button type="button" class="link" onclick={view.click(Action::FieldSought(problem.field.clone()))}>{ text }</button>
            </li>
        }
    };
    html! {
        <section class="errors" aria-labelledby="errors-title">
            <h2 id="errors-title">{ "Answers to correct" }</h2>
            <p>{ "These count as unknown until then; everything else is in the verdict." }</p>
            <ul>{ for problems.iter().enumerate().map(row) }</ul>
        </section>
    }
}
