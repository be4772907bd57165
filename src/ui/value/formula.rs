//! A figure that opens its formula: in words, with the numbers put in, down to what was typed.
use super::desk::Desk;
use super::figures::{maybe, tier};
use super::worked::Worked;
use crate::app::Action;
use crate::browser::locale;
use crate::domain::value::explain::{Token, explain, raised};
use crate::domain::value::sheet::{Cell, Content, figure};
use crate::ui::Shared;
use yew::prelude::*;

/// A figure with its name, for a list of facts.
pub fn fact(desk: &Desk, label: &str, place: usize) -> Html {
    html! {
        <div class="facts__one" key={place}>
            <dt>{ label }</dt>
            <dd>{ opened(desk, label, place) }</dd>
        </div>
    }
}

/// The figure of a cell, which opens its formula.
pub fn opened(desk: &Desk, label: &str, place: usize) -> Html {
    html! {
        <>
            <span class="facts__figure">{ print(desk.worked, place) }</span>
            { fold(desk, label, place) }
        </>
    }
}

/// The formula of a cell alone, folded.
pub fn fold(desk: &Desk, label: &str, place: usize) -> Html {
    let (worked, send) = (desk.worked.clone(), desk.view.send.clone());
    html! { <Formula {worked} {place} label={label.to_owned()} {send} /> }
}

/// The formula of a cell alone, opened.
pub fn whole(worked: &Shared<Worked>, place: usize, send: &Callback<Action>) -> Html {
    let (worked, send) = (worked.clone(), send.clone());
    html! { <div class="formula__body">{ body(&FormulaProps { worked, place, label: AttrValue::default(), send }) }</div> }
}

#[derive(Properties, PartialEq)]
struct FormulaProps {
    worked: Shared<Worked>,
    place: usize,
    label: AttrValue,
    send: Callback<Action>,
}

/// What a formula holds is made when it is opened.
#[component]
fn Formula(props: &FormulaProps) -> Html {
    let open = use_state_eq(|| false);
    let setter = open.setter();
    let ontoggle = Callback::from(move |event: Event| {
        // The folds within tell their own.
        event.stop_propagation();
        if let Some(fold) = event.target_dyn_into::<web_sys::Element>() {
            setter.set(fold.has_attribute("open"));
        }
    });
    html! {
        <details class="formula" {ontoggle}>
            <summary>{ "How" }<span class="visually-hidden">{ format!(": {}", props.label) }</span></summary>
            <div class="formula__body">if *open { { body(props) } }</div>
        </details>
    }
}

fn body(props: &FormulaProps) -> Html {
    let worked = &props.worked;
    let Some(cell) = worked.model.sheet.cells.get(props.place) else { return html! {} };
    if matches!(cell.content, Content::Input(_)) {
        return leaf(props, cell);
    }
    let tokens = explain(&worked.model.sheet, props.place);
    let mut places = Vec::new();
    for token in &tokens {
        match token {
            Token::Cell(place) if !places.contains(place) => places.push(*place),
            _ => {}
        }
    }
    let part = |place: &usize| {
        let Some(cell) = worked.model.sheet.cells.get(*place) else { return html! {} };
        html! {
            <li key={*place}>
                { format!("{}: {} ", cell.label, print(worked, *place)) }
                <Formula worked={worked.clone()} place={*place} label={cell.label.clone()} send={props.send.clone()} />
            </li>
        }
    };
    html! {
        <>
            <p class="formula__text">{ format!("{} = {}", written(worked, &tokens), print(worked, props.place)) }</p>
            <ul class="formula__parts">{ for places.iter().map(part) }</ul>
        </>
    }
}

/// What was typed, how well it is known, and the way to its field.
fn leaf(props: &FormulaProps, cell: &Cell) -> Html {
    let Content::Input(input) = &cell.content else { return html! {} };
    let (letter, _, words) = tier(input.evidence);
    let (send, field) = (props.send.clone(), cell.id.clone());
    let go = Callback::from(move |_: MouseEvent| send.emit(Action::FieldSought(field.clone())));
    html! {
        <p>
            { format!("{letter}: {words}.") }
            if !input.source.is_empty() { { format!(" {}.", input.source) } }
            { " " }
            <button type="button" class="link" onclick={go}>{ "Go to the figure" }</button>
        </p>
    }
}

/// The figure of a cell in words.
pub fn print(worked: &Worked, place: usize) -> String {
    let Some(cell) = worked.model.sheet.cells.get(place) else { return String::new() };
    let value = worked.results.values.get(place).copied().and_then(figure);
    maybe(value, cell.unit, &worked.plan.currency)
}

/// A formula with the numbers put in.
fn written(worked: &Worked, tokens: &[Token]) -> String {
    let one = |token: &Token| match token {
        Token::Cell(place) => print(worked, *place),
        Token::Number(number) => locale::decimal(*number, 6),
        Token::Sign(sign) => sign.text().to_owned(),
        Token::Power(exponent) => raised(*exponent),
        Token::More(count) => format!("{count} more"),
    };
    tokens.iter().map(one).collect()
}
