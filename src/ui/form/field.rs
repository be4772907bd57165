//! One question: label, hint, problems, input, reading and source.
use super::frame::{before, framed, is_refused};
use super::{choices, element_id, money, number, reading, stack};
use crate::app::{Action, Changed};
use crate::domain::account::{Entry, Rate};
use crate::domain::problem::{Problem, Severity, sentence};
use crate::domain::reading::Echo;
use crate::playbook::Playbook;
use crate::playbook::data::{KindData, QuestionData};
use crate::ui::{Shared, source};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct QuestionProps {
    pub playbook: Shared<Playbook>,
    /// Id of the question.
    pub question: AttrValue,
    pub entry: Option<Entry>,
    pub echo: Option<Echo>,
    /// The currency whose rate is needed, with what is known of it.
    pub rate: Option<(String, Rate)>,
    pub problems: Vec<Problem>,
    pub editable: bool,
    pub send: Callback<Action>,
    pub change: Callback<Changed>,
}

/// A question that is several inputs under one legend, or one input with its label.
#[component]
pub fn QuestionField(props: &QuestionProps) -> Html {
    let (change, send) = (props.change.clone(), props.send.clone());
    let Some(question) = props.playbook.question(&props.question) else { return html! { <div></div> } };
    let id = element_id(&question.id);
    let described = described_by(question, &id, props);
    let input = match question.kind {
        KindData::Text | KindData::Date => number::text(question, props, &id, &described, &change),
        KindData::Count | KindData::Percent => number::number(question, props, &id, &described, &change),
        KindData::Money => money::money(question, props, &id, &described, &change),
        KindData::Several => choices::several(question, props, &id, &change),
        KindData::One => choices::one(question, props, &id, &change),
        KindData::YesNo => choices::yes_no(question, props, &id, &change),
        KindData::Apps => {
            html! { <stack::Stack change={change.clone()} playbook={props.playbook.clone()} question={props.question.clone()} entry={props.entry.clone()} editable={props.editable} described={described.clone()} /> }
        }
    };
    let after = html! {
        <>
            { reading::echo(props, &id) }
            { source::details(&question.short, &question.source) }
        </>
    };
    if matches!(question.kind, KindData::Several | KindData::One | KindData::YesNo | KindData::Apps) {
        let class = classes!("field", is_refused(&props.problems).then_some("field--error"));
        let left = Callback::from(move |_: FocusEvent| send.emit(Action::FieldLeft));
        html! {
            <fieldset {class} id={id.clone()} aria-describedby={described} onfocusout={left} disabled={!props.editable}>
                <legend class="field__label">{ &question.label }</legend>
                { before(&id, &question.hint, &props.problems) }
                { input }
                <div class="field__after">{ after }</div>
            </fieldset>
        }
    } else {
        let label = html! { <label class="field__label" for={format!("{id}-input")}>{ &question.label }</label> };
        let input = html! { <>{ input }<div class="field__after">{ after }</div></> };
        framed(&send, &id, label, &question.hint, &props.problems, input)
    }
}

/// Ids of what is said about an input, for its `aria-describedby`.
fn described_by(question: &QuestionData, id: &str, props: &QuestionProps) -> String {
    let mut ids = Vec::new();
    if !question.hint.is_empty() {
        ids.push(format!("{id}-hint"));
    }
    if !props.problems.is_empty() {
        ids.push(format!("{id}-problems"));
    }
    if props.echo.is_some() {
        ids.push(format!("{id}-echo"));
    }
    ids.join(" ")
}

/// The messages at a field. The element stays when there are none, so that siblings keep their place.
pub fn problems(problems: &[Problem], id: &str) -> Html {
    let one = |(at, problem): (usize, &Problem)| {
        let (class, prefix) = match problem.severity {
            Severity::Error => ("field__error", "Error: "),
            Severity::Warning => ("field__warning", "Please check: "),
        };
        html! {
            <p {class} key={at}>
                <span class="visually-hidden">{ prefix }</span>
                { sentence(&problem.message) }{ " " }
                if !problem.hint.is_empty() { <span class="field__fix">{ sentence(&problem.hint) }</span> }
            </p>
        }
    };
    html! { <div class="field__problems" id={format!("{id}-problems")}>{ for problems.iter().enumerate().map(one) }</div> }
}
