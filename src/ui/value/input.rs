//! One figure of the business case: the likely one, and behind a fold its range, how well it is known and from where.
use super::desk::{Desk, field_of, put};
use super::reading::{echo, words};
use crate::app::{Action, Changed};
use crate::domain::problem::{Problem, Severity};
use crate::domain::row::{Row, RowKind};
use crate::domain::value::input::Unit;
use crate::ui::event::typed;
use crate::ui::form::{element_id, problems, radio};
use yew::prelude::*;

/// Longer texts are no figures.
const LONGEST: &str = "60";
const LONGEST_SOURCE: &str = "400";

/// How well a figure is known, best first: the letter, the field's text, the words.
pub const EVIDENCE: [(&str, &str, &str); 4] = [
    ("A", "a", "The customer’s own figure"),
    ("B", "b", "A published figure"),
    ("C", "c", "An estimate"),
    ("D", "d", "A default, nobody’s figure yet"),
];

/// Where a figure stands, and what it is called.
pub struct Figure<'a> {
    /// The row that holds it; `None` before the plan has a row of its own.
    pub row: Option<&'a Row>,
    /// The field's name within the row.
    pub name: &'a str,
    pub label: &'a str,
    pub hint: &'a str,
    pub unit: Unit,
}

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
    row: Option<(u32, RowKind)>,
    name: AttrValue,
    /// The name that problems go by.
    field: AttrValue,
    label: AttrValue,
    hint: AttrValue,
    unit: Unit,
    currency: AttrValue,
    texts: Texts,
    problems: Vec<Problem>,
    editable: bool,
    send: Callback<Action>,
    change: Callback<Changed>,
}

/// The field of a figure. It is drawn anew only when something about this one figure changed.
pub fn input(desk: &Desk, figure: &Figure) -> Html {
    let text = |part: &str| match figure.row {
        Some(row) if part.is_empty() => AttrValue::from(row.text(figure.name).to_owned()),
        Some(row) => AttrValue::from(row.text(&[figure.name, ".", part].concat()).to_owned()),
        None => AttrValue::default(),
    };
    let field = field_of(figure.row, figure.name);
    let props = InputProps {
        row: figure.row.map(|row| (row.key, row.kind)),
        name: figure.name.to_owned().into(),
        label: figure.label.to_owned().into(),
        hint: figure.hint.to_owned().into(),
        unit: figure.unit,
        currency: desk.currency.to_owned().into(),
        texts: Texts {
            likely: text(""),
            low: text("low"),
            high: text("high"),
            shape: text("shape"),
            evidence: text("evidence"),
            source: text("source"),
        },
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
    let read = echo(&props.texts.likely, props.unit, &props.currency);
    let beside = match &read {
        Some(read) => ["= ", read].concat(),
        None if props.unit == Unit::Money => props.currency.to_string(),
        None => words(props.unit).to_owned(),
    };
    html! {
        <div class={classes!("field", "figure", refused.then_some("field--error"))} id={id.clone()} onfocusout={left}>
            <label class="field__label" for={format!("{id}-input")}>{ &props.label }</label>
            <div class="field__before">
                if !props.hint.is_empty() { <p class="field__hint" id={format!("{id}-hint")}>{ &props.hint }</p> }
                { problems(&props.problems, &id) }
            </div>
            <div class="figure__likely">
                { text(props, "", "input", &props.texts.likely, refused, described(props, &id)) }
                <span class="figure__read" id={format!("{id}-echo")}>{ beside }</span>
            </div>
            <details class="figure__more" {ontoggle}>
                <summary>
                    { "Range, evidence, source" }
                    <span class="visually-hidden">{ format!(" of {}", props.label) }</span>
                    { marks(&props.texts) }
                </summary>
                if *open { { more(props, &id) } }
            </details>
        </div>
    }
}

/// Ids of what is said about the figure.
fn described(props: &InputProps, id: &str) -> String {
    let hint = if props.hint.is_empty() { String::new() } else { format!("{id}-hint ") };
    format!("{hint}{id}-problems {id}-echo")
}

/// What the fold holds, at a glance.
fn marks(texts: &Texts) -> Html {
    let letter = EVIDENCE.iter().find(|(_, id, _)| *id == texts.evidence.trim());
    let range = [&texts.low, &texts.high].map(|text| text.trim());
    html! {
        <>
            if let Some((letter, _, words)) = letter {
                <span class="figure__tier" title={*words}>{ *letter }<span class="visually-hidden">{ format!(": {words}") }</span></span>
            }
            if range != ["", ""] { <span class="figure__range">{ format!("{} to {}", or_dots(range[0]), or_dots(range[1])) }</span> }
        </>
    }
}

fn or_dots(text: &str) -> &str {
    if text.is_empty() { "…" } else { text }
}

/// One text of the figure: the likely one, or one of its parts.
fn text(props: &InputProps, part: &str, suffix: &str, value: &AttrValue, refused: bool, described: String) -> Html {
    let id = element_id(&props.field);
    let source = part == "source";
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
    let field = if part.is_empty() { props.name.to_string() } else { [&props.name, ".", part].concat() };
    Callback::from(move |text: String| change.emit(put(row, field.clone(), text)))
}

fn more(props: &InputProps, id: &str) -> Html {
    let texts = &props.texts;
    let end = |part: &str, label: &'static str, value: &AttrValue| {
        html! {
            <div class="figure__end">
                <label for={format!("{id}-{part}")}>{ label }</label>
                { text(props, part, part, value, false, format!("{id}-problems")) }
                <span class="field__hint">{ echo(value, props.unit, &props.currency).map(|read| ["= ", &read].concat()) }</span>
            </div>
        }
    };
    let choice = |part: &'static str, value: &'static str, label: String, checked: bool| {
        let change = typed_at(props, part);
        radio(&format!("{id}-{part}"), &label, checked, Callback::from(move |_| change.emit(value.to_owned())))
    };
    let tier = |(letter, tier, words): (&str, &'static str, &str)| {
        choice("evidence", tier, format!("{letter}: {words}"), texts.evidence.trim() == tier)
    };
    let pert = texts.shape.trim() == "pert";
    html! {
        <div class="figure__parts">
            <div class="figure__ends">
                { end("low", "At least", &texts.low) }
                { end("high", "At most", &texts.high) }
            </div>
            <fieldset class="field" disabled={!props.editable}>
                <legend>{ "Between them, likely values lie" }</legend>
                <div class="choices">
                    { choice("shape", "", "Evenly down to both ends (triangular)".into(), !pert) }
                    { choice("shape", "pert", "Close to the likely figure (PERT)".into(), pert) }
                </div>
            </fieldset>
            <fieldset class="field" disabled={!props.editable}>
                <legend>{ "How well it is known" }</legend>
                <div class="choices">{ for EVIDENCE.into_iter().map(tier) }</div>
            </fieldset>
            <div class="figure__source">
                <label for={format!("{id}-source")}>{ "Who says so, or where it stands" }</label>
                { text(props, "source", "source", &texts.source, false, String::new()) }
            </div>
        </div>
    }
}
