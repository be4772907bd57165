//! One figure of the business case: the likely one, and behind a fold its range, how well it is known and from where.
use super::desk::{Desk, put};
use super::figures::{TIERS, range, tier, words};
use crate::app::{Action, Changed};
use crate::domain::problem::{Problem, Severity};
use crate::domain::row::{Row, RowKind};
use crate::domain::value::field;
use crate::domain::value::input::{Input, Unit};
use crate::domain::value::reading::{Reader, id as field_of};
use crate::ui::event::typed;
use crate::ui::form::{element_id, problems, radio};
use yew::prelude::*;

/// Longer texts are no figures.
const LONGEST: &str = "60";
const LONGEST_SOURCE: &str = "400";

/// What was typed at a figure.
#[derive(Clone, PartialEq, Default)]
struct Texts {
    likely: AttrValue,
    low: AttrValue,
    high: AttrValue,
    shape: AttrValue,
    evidence: AttrValue,
    source: AttrValue,
}

#[derive(Properties, PartialEq)]
pub struct InputProps {
    row: (u32, RowKind),
    name: AttrValue,
    /// The name that problems go by.
    field: AttrValue,
    label: AttrValue,
    hint: AttrValue,
    unit: Unit,
    currency: AttrValue,
    texts: Texts,
    /// What it means, which may be a default.
    read: Option<Input>,
    problems: Vec<Problem>,
    editable: bool,
    send: Callback<Action>,
    change: Callback<Changed>,
}

/// The field of a row's figure, in the playbook's words.
pub fn input(desk: &Desk, row: &Row, name: &str) -> Html {
    let (label, hint) = desk.about(row, name);
    input_as(desk, row, name, label, hint)
}

/// The same in other words. It is drawn anew only when something about this one figure changed.
pub fn input_as(desk: &Desk, row: &Row, name: &str, label: &str, hint: &str) -> Html {
    let text = |part: &str| AttrValue::from(row.text(&[name, part].concat()).to_owned());
    let field = field_of(row, name);
    let reader = Reader { currency: desk.currency(), defaults: desk.defaults };
    let props = InputProps {
        row: (row.key, row.kind),
        name: name.to_owned().into(),
        label: label.to_owned().into(),
        hint: hint.to_owned().into(),
        unit: field::field(row.kind, name).map_or(Unit::Count, |field| field.unit),
        currency: desk.currency().to_owned().into(),
        texts: Texts {
            likely: text(""),
            low: text(".low"),
            high: text(".high"),
            shape: text(".shape"),
            evidence: text(".evidence"),
            source: text(".source"),
        },
        read: reader.input(row, name, &mut Vec::new()),
        problems: desk.problems_at(&field),
        editable: desk.editable(),
        send: desk.view.send.clone(),
        change: desk.view.change.clone(),
        field: field.clone().into(),
    };
    html! { <InputField key={field} ..props /> }
}

#[component]
fn InputField(props: &InputProps) -> Html {
    let open = use_state_eq(|| false);
    let setter = open.setter();
    let ontoggle = Callback::from(move |event: Event| {
        if let Some(fold) = event.target_dyn_into::<web_sys::Element>() {
            setter.set(fold.has_attribute("open"));
        }
    });
    let send = props.send.clone();
    let left = Callback::from(move |_: FocusEvent| send.emit(Action::FieldLeft));
    let id = element_id(&props.field);
    let refused = props.problems.iter().any(|problem| problem.severity == Severity::Error);
    html! {
        <div class={classes!("field", "figure", refused.then_some("field--error"))} id={id.clone()} onfocusout={left}>
            <label class="field__label" for={format!("{id}-input")}>{ &props.label }</label>
            <div class="field__before">
                if !props.hint.is_empty() { <p class="field__hint" id={format!("{id}-hint")}>{ &props.hint }</p> }
                { problems(&props.problems, &id) }
            </div>
            <div class="figure__likely">
                { text(props, "", "input", &props.texts.likely, refused, described(props, &id)) }
                <span class="figure__read" id={format!("{id}-echo")}>{ reading(props) }</span>
            </div>
            <details class="figure__more" {ontoggle}>
                <summary>
                    { "Range, evidence, source" }
                    <span class="visually-hidden">{ format!(" of {}", props.label) }</span>
                    { mark(props) }
                </summary>
                <div>if *open { { more(props, &id) } }</div>
            </details>
        </div>
    }
}

/// What was understood, or what is taken where nothing was typed, or the unit.
fn reading(props: &InputProps) -> String {
    let typed = [&props.texts.likely, &props.texts.low, &props.texts.high].iter().any(|text| !text.trim().is_empty());
    match &props.read {
        Some(input) if typed => ["= ", &range(&input.range, props.unit, &props.currency)].concat(),
        Some(input) => ["By default ", &range(&input.range, props.unit, &props.currency)].concat(),
        None if props.unit == Unit::Money => props.currency.to_string(),
        None => words(props.unit).to_owned(),
    }
}

/// Ids of what is said about the figure.
fn described(props: &InputProps, id: &str) -> String {
    let hint = if props.hint.is_empty() { String::new() } else { format!("{id}-hint ") };
    format!("{hint}{id}-problems {id}-echo")
}

/// How well the figure is known, at a glance.
fn mark(props: &InputProps) -> Html {
    let Some(input) = &props.read else { return html! { <span hidden={true}></span> } };
    let (letter, _, words) = tier(input.evidence);
    html! {
        <span class="figure__tier" title={words}>
            { letter }<span class="visually-hidden">{ format!(": {words}") }</span>
        </span>
    }
}

/// One text of the figure: the likely one, or one of its parts.
fn text(props: &InputProps, part: &str, suffix: &str, value: &AttrValue, refused: bool, described: String) -> Html {
    let id = element_id(&props.field);
    let source = part == ".source";
    let change = typed_at(props, part);
    let oninput = Callback::from(move |event: InputEvent| change.emit(typed(&event)));
    html! {
        <input class={classes!("input", (!source).then_some("input--short"))} id={format!("{id}-{suffix}")} type="text"
            inputmode={if source { "text" } else { "decimal" }} autocomplete="off" spellcheck="false"
            maxlength={if source { LONGEST_SOURCE } else { LONGEST }} value={value.clone()}
            aria-describedby={described} aria-invalid={refused.then_some("true")} disabled={!props.editable} {oninput} />
    }
}

/// Takes a text for the figure or one of its parts.
fn typed_at(props: &InputProps, part: &str) -> Callback<String> {
    let (row, change) = (props.row, props.change.clone());
    let field = [&props.name, part].concat();
    Callback::from(move |text: String| change.emit(put(row, field.clone(), text)))
}

fn more(props: &InputProps, id: &str) -> Html {
    let texts = &props.texts;
    let end = |part: &str, label: &'static str, value: &AttrValue| {
        html! {
            <div class="figure__end">
                <label for={format!("{id}-{label}")}>{ label }</label>
                { text(props, part, label, value, false, format!("{id}-problems {id}-echo")) }
            </div>
        }
    };
    let choice = |part: &'static str, value: &'static str, label: String, checked: bool| {
        let change = typed_at(props, part);
        radio(&format!("{id}{part}"), &label, checked, Callback::from(move |_| change.emit(value.to_owned())))
    };
    let known = |evidence| {
        let (letter, text, words) = tier(evidence);
        // Where nobody said, what counts is chosen.
        let counts = props.read.as_ref().is_some_and(|read| read.evidence == evidence);
        choice(".evidence", text, format!("{letter}: {words}"), counts)
    };
    let pert = texts.shape.trim() == "pert";
    let taken = props.read.as_ref().filter(|input| texts.source.trim().is_empty() && !input.source.is_empty());
    html! {
        <div class="figure__parts">
            <div class="figure__ends">
                { end(".low", "Low", &texts.low) }
                { end(".high", "High", &texts.high) }
            </div>
            <fieldset class="field" disabled={!props.editable}>
                <legend>{ "Between low and high" }</legend>
                <div class="choices">
                    { choice(".shape", "", "Likelihood falls evenly to both ends (triangular)".into(), !pert) }
                    { choice(".shape", "pert", "Most values lie near the likely one (PERT)".into(), pert) }
                </div>
            </fieldset>
            <fieldset class="field" disabled={!props.editable}>
                <legend>{ "How well it is known" }</legend>
                <div class="choices">{ for TIERS.into_iter().map(known) }</div>
            </fieldset>
            <div class="figure__source">
                <label for={format!("{id}-source")}>{ "Who says so, or where it stands" }</label>
                { text(props, ".source", "source", &texts.source, false, String::new()) }
                if let Some(input) = taken { <p class="field__hint">{ format!("Taken from: {}", input.source) }</p> }
            </div>
        </div>
    }
}
