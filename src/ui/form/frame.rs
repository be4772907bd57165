//! What stands around one input: its label, its hint and its problems; whoever leaves it is done typing.
use super::field::problems;
use crate::app::Action;
use crate::browser::press;
use crate::domain::problem::{Problem, Severity};
use yew::prelude::*;

/// `hint` may be empty; what describes the input by id is `{id}-hint` and `{id}-problems`.
pub fn framed(send: &Callback<Action>, id: &str, label: Html, hint: &str, found: &[Problem], input: Html) -> Html {
    press::watch();
    let send = send.clone();
    let left = Callback::from(move |_: FocusEvent| {
        let send = send.clone();
        // What is said now moves what lies below: a press on it must find it where it was.
        press::released(move || send.emit(Action::FieldLeft));
    });
    html! {
        <div class={classes!("field", is_refused(found).then_some("field--error"))} id={id.to_owned()} key={id.to_owned()} onfocusout={left}>
            { label }
            { before(id, hint, found) }
            { input }
        </div>
    }
}

/// Hint and problems.
pub fn before(id: &str, hint: &str, found: &[Problem]) -> Html {
    html! {
        <div class="field__before">
            if !hint.is_empty() { <p class="field__hint" id={format!("{id}-hint")}>{ hint }</p> }
            { problems(found, id) }
        </div>
    }
}

/// Something that was typed can't be taken.
pub fn is_refused(found: &[Problem]) -> bool {
    found.iter().any(|problem| problem.severity == Severity::Error)
}
