//! The error summary: every answer that can't be used, each a way to its field.
use crate::app::{Action, Model};
use crate::domain::problem::{Problem, Severity};
use crate::ui::{Shared, use_send};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ErrorsProps {
    pub model: Shared<Model>,
}

/// Stays as an element when there is nothing to say, so that what follows keeps its place.
#[component]
pub fn Errors(props: &ErrorsProps) -> Html {
    let send = use_send();
    let problems: Vec<Problem> =
        props.model.problems().into_iter().filter(|problem| problem.severity == Severity::Error).collect();
    if problems.is_empty() {
        return html! { <div class="errors" hidden={true}></div> };
    }
    let name = |field: &str| {
        let question = props.model.playbook.question(field);
        question.map_or_else(|| "Rules".to_owned(), |question| capital(&question.short))
    };
    let row = |(at, problem): (usize, &Problem)| {
        let (send, field) = (send.clone(), problem.field.clone());
        let text = format!("{}: {}", name(&problem.field), problem.message);
        html! {
            <li key={at}>
                <button type="button" class="link" onclick={move |_| send.emit(Action::FieldSought(field.clone()))}>{ text }</button>
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

/// The same words with a capital first letter.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
