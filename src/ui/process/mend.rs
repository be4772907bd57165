//! What is to be mended in the process in view, each a way to its field.
use super::editor::Stage;
use crate::app::Action;
use crate::domain::problem::{Problem, sentence};
use yew::prelude::*;

/// More are counted, not listed.
const LISTED: usize = 12;

pub fn mend(stage: &Stage) -> Html {
    let typing = stage.view.model.typing.as_deref();
    let found: Vec<&Problem> =
        stage.found.values().flatten().filter(|problem| typing != Some(problem.field.as_str())).collect();
    if found.is_empty() {
        return html! { <div class="mend" hidden={true}></div> };
    }
    let row = |(at, problem): (usize, &&Problem)| {
        let sought = stage.view.click(Action::FieldSought(problem.field.clone()));
        html! { <li key={at}><button type="button" class="link" onclick={sought}>{ sentence(&problem.message) }</button></li> }
    };
    let more = found.len().saturating_sub(LISTED);
    html! {
        <section class="mend" aria-labelledby="mend-title">
            <h3 id="mend-title">{ "To look at in this process" }</h3>
            <ul>{ for found.iter().take(LISTED).enumerate().map(row) }</ul>
            if more > 0 { <p class="field__hint">{ format!("And {more} more, each at its step.") }</p> }
        </section>
    }
}
