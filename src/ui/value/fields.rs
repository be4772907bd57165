//! What stands in a row beside its figures: a name, a choice among few, another row.
use super::desk::{Desk, put};
use crate::domain::row::{Row, RowKind};
use crate::domain::value::reading::id as field_of;
use crate::ui::event;
use crate::ui::form::{self, element_id, radio};
use yew::prelude::*;

/// What can be chosen: the text in the row, and the words.
pub type Options = Vec<(String, String)>;

const LONGEST: &str = "2000";

/// A line of words.
pub fn words(desk: &Desk, row: &Row, name: &'static str, label: &str, hint: &str) -> Html {
    let id = element_id(&field_of(row, name));
    let of = (row.key, row.kind);
    let oninput = desk.view.typed(move |text| put(of, name.to_owned(), text));
    let value = row.text(name).to_owned();
    framed(desk, row, name, (label, hint), |refused| {
        html! {
            <>
            <input class="input" id={format!("{id}-input")} type="text" autocomplete="off" maxlength={LONGEST} {value}
                aria-describedby={format!("{id}-problems")} aria-invalid={refused.then_some("true")}
                disabled={!desk.editable()} {oninput} />
            { preset(desk, row, name) }
            </>
        }
    })
}

/// What is taken where nothing was typed.
fn preset(desk: &Desk, row: &Row, name: &str) -> Html {
    let preset = if row.kind == RowKind::Plan { desk.defaults.text(name) } else { "" };
    let said = row.text(name).trim().is_empty() && !preset.is_empty();
    html! { <p class="figure__read" hidden={!said}>{ format!("By default {preset}") }</p> }
}

/// One of a list that may be long.
pub fn list(desk: &Desk, row: &Row, name: &'static str, label: &str, hint: &str, options: &Options) -> Html {
    let id = element_id(&field_of(row, name));
    let (of, change) = ((row.key, row.kind), desk.view.change.clone());
    framed(desk, row, name, (label, hint), |refused| {
        let props = ListProps {
            id: id.into(),
            options: options.clone(),
            chosen: row.text(name).to_owned().into(),
            refused,
            editable: desk.editable(),
            picked: Callback::from(move |text| change.emit(put(of, name.to_owned(), text))),
        };
        html! { <List ..props /> }
    })
}

#[derive(Properties, PartialEq)]
struct ListProps {
    /// Of the field.
    id: AttrValue,
    options: Options,
    chosen: AttrValue,
    refused: bool,
    editable: bool,
    picked: Callback<String>,
}

#[component]
fn List(props: &ListProps) -> Html {
    let node = use_node_ref();
    let picked = props.picked.clone();
    let onchange = Callback::from(move |event: Event| picked.emit(event::picked(&event)));
    // Once the user has picked, the browser heeds its own choice alone: one from elsewhere must be put there.
    let list = node.clone();
    use_effect_with(props.chosen.clone(), move |chosen| event::pick(&list, chosen));
    let option = |(value, words): &(String, String)| {
        html! { <option key={value.clone()} value={value.clone()} selected={*value == *props.chosen}>{ words }</option> }
    };
    html! {
        <select ref={node} class="select" id={format!("{}-input", props.id)} aria-describedby={format!("{}-problems", props.id)}
            aria-invalid={props.refused.then_some("true")} disabled={!props.editable} {onchange}>
            { for props.options.iter().map(option) }
        </select>
    }
}

/// One of few, all in sight. `chosen` is what holds where nothing was chosen.
pub fn few(
    desk: &Desk,
    row: &Row,
    name: &'static str,
    (label, hint): (&str, &str),
    options: &Options,
    chosen: &str,
) -> Html {
    let id = element_id(&field_of(row, name));
    let now = if row.text(name).is_empty() { chosen } else { row.text(name) };
    let of = (row.key, row.kind);
    let option = |(value, words): &(String, String)| {
        let chosen = desk.view.choose(put(of, name.to_owned(), value.clone()));
        radio(&id, words, value == now, chosen)
    };
    html! {
        <fieldset class="field" id={id.clone()} key={id.clone()} disabled={!desk.editable()}>
            <legend class="field__label">{ label }</legend>
            { form::before(&id, hint, &desk.problems_at(&field_of(row, name))) }
            <div class="choices">{ for options.iter().map(option) }</div>
        </fieldset>
    }
}

/// Label, hint and problems around what is typed or picked; that is told whether it is refused.
fn framed(desk: &Desk, row: &Row, name: &str, (label, hint): (&str, &str), made: impl FnOnce(bool) -> Html) -> Html {
    let field = field_of(row, name);
    let id = element_id(&field);
    let at = desk.problems_at(&field);
    let label = html! { <label class="field__label" for={format!("{id}-input")}>{ label }</label> };
    form::framed(&desk.view.send, &id, label, hint, &at, made(form::is_refused(&at)))
}
