//! The reading of a number, echoed in the reader's own way of writing it.
use super::field::QuestionProps;
use crate::browser::locale;
use crate::domain::quantity::Quantity;
use crate::domain::span::Span;
use crate::playbook::data::KindData;
use yew::prelude::*;

/// What was understood. The element stays when there is nothing to echo.
pub fn echo(props: &QuestionProps, id: &str) -> Html {
    let id = format!("{id}-echo");
    let Some(echo) = &props.echo else { return html! { <p class="field__echo" {id} hidden={true}></p> } };
    let kind = props.playbook.question(&props.question).map(|question| question.kind);
    let one = |value: Quantity, currency: Option<&str>| match (currency, kind) {
        (Some(code), _) => locale::money(value, code),
        (None, Some(KindData::Percent)) => locale::percent(value),
        (None, _) => locale::number(value),
    };
    let read = span_text(echo.span, |value| one(value, echo.currency.as_deref()));
    let home = props.playbook.data.currency.as_str();
    let converted = echo.converted.map(|span| format!(" = {}", span_text(span, |value| one(value, Some(home)))));
    html! { <p class="field__echo" {id}>{ format!("Read as {read}{}", converted.unwrap_or_default()) }</p> }
}

/// A number or a band in words.
pub fn span_text(span: Span, print: impl Fn(Quantity) -> String) -> String {
    match (span.single(), span.most) {
        (Some(value), _) => print(value),
        (None, Some(most)) => format!("{} to {}", print(span.least), print(most)),
        (None, None) => format!("{} or more", print(span.least)),
    }
}
