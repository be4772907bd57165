//! Texts and choices of a row, each with its label and its problems.
use super::deed::id;
use crate::app::{Action, Changed};
use crate::domain::problem::Problem;
use crate::domain::row::Row;
use crate::ui::View;
use crate::ui::form::{self, Choice, Select, is_refused};
use std::rc::Rc;
use yew::prelude::*;

/// Longer names fit no picture.
const LONGEST: &str = "200";

/// A label, with words for those who don't see what stands around it.
pub struct Label<'a> {
    pub shown: &'a str,
    /// Such as " of step 3".
    pub more: &'a str,
    pub is_hidden: bool,
}

/// The problems of one field of a row.
pub fn at(problems: &[Problem], row: &Row, field: &str) -> Vec<Problem> {
    let field = row.field(field);
    problems.iter().filter(|problem| problem.field == field).cloned().collect()
}

/// A name or label that is typed. `entered` is told of the Enter key.
pub fn text(
    view: &View,
    row: &Row,
    field: &'static str,
    label: &Label,
    found: &[Problem],
    entered: Option<Callback<()>>,
) -> Html {
    let (key, id) = (row.key, id(row, field));
    let typed = view.typed(move |text| Changed::RowTyped { key, field: field.to_owned(), text });
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if let Some(entered) = entered.as_ref().filter(|_| event.key() == "Enter" && !event.is_composing()) {
            event.prevent_default();
            entered.emit(());
        }
    });
    let input = html! {
        <input class="input input--long" id={format!("{id}-input")} type="text" autocomplete="off" maxlength={LONGEST}
            value={row.text(field).to_owned()} aria-describedby={format!("{id}-problems")}
            aria-invalid={is_refused(found).then_some("true")} disabled={!view.model.is_editable()} oninput={typed} {onkeydown} />
    };
    framed(view, &id, label, found, input)
}

/// One of a few things a row says or refers to.
pub fn choice(
    view: &View,
    row: &Row,
    field: &str,
    label: &Label,
    found: &[Problem],
    choices: &Rc<[Choice]>,
    (value, chosen): (String, Callback<String>),
) -> Html {
    let id = id(row, field);
    let select = html! {
        <Select id={format!("{id}-input")} choices={choices.clone()} {value} described={format!("{id}-problems")}
            invalid={is_refused(found)} editable={view.model.is_editable()} {chosen} />
    };
    framed(view, &id, label, found, select)
}

/// A choice that is put at its field as it is.
pub fn put(
    view: &View,
    row: &Row,
    field: &'static str,
    label: &Label,
    found: &[Problem],
    choices: &Rc<[Choice]>,
) -> Html {
    let (key, change, send) = (row.key, view.change.clone(), view.send.clone());
    let chosen = Callback::from(move |text: String| {
        change.emit(Changed::RowTyped { key, field: field.to_owned(), text });
        send.emit(Action::FieldLeft);
    });
    choice(view, row, field, label, found, choices, (row.text(field).to_owned(), chosen))
}

fn framed(view: &View, id: &str, label: &Label, found: &[Problem], input: Html) -> Html {
    let class = classes!("field__label", label.is_hidden.then_some("visually-hidden"));
    let label = html! {
        <label {class} for={format!("{id}-input")}>
            { label.shown }
            <span class="visually-hidden">{ label.more }</span>
        </label>
    };
    form::framed(&view.send, id, label, "", found, input)
}

/// Choices from pairs of a value and its words.
pub fn choices(pairs: &[(&'static str, &'static str)]) -> Rc<[Choice]> {
    pairs.iter().map(|(value, words)| ((*value).into(), (*words).into())).collect()
}
