//! A figure that opens its formula: in words, with the numbers put in, down to what was typed.
use super::desk::Desk;
use super::figures::{maybe, tier};
use super::worked::Worked;
use crate::app::Action;
use crate::browser::locale;
use crate::domain::value::sheet::{Cell, Content, Expr, figure};
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
    let Content::Formula(formula) = &cell.content else { return leaf(props, cell) };
    let mut places = Vec::new();
    collect(formula, &mut places);
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
            <p class="formula__text">{ format!("{} = {}", print(worked, props.place), written(worked, formula, 0)) }</p>
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

/// The cells that a formula names, each once.
fn collect(formula: &Expr, places: &mut Vec<usize>) {
    match formula {
        Expr::Number(_) => {}
        Expr::Cell(place) if places.contains(place) => {}
        Expr::Cell(place) => places.push(*place),
        Expr::Sum(parts) | Expr::Product(parts) => parts.iter().for_each(|part| collect(part, places)),
        Expr::Difference(pair) | Expr::Quotient(pair) | Expr::Least(pair) | Expr::Most(pair) => {
            pair.iter().for_each(|part| collect(part, places));
        }
        Expr::Power(base, _) => collect(base, places),
    }
}

/// How tightly a formula holds together, so that parentheses stand where they must.
const fn tightness(formula: &Expr) -> u8 {
    match formula {
        Expr::Sum(_) | Expr::Difference(_) => 1,
        Expr::Product(_) | Expr::Quotient(_) => 2,
        Expr::Power(..) => 3,
        Expr::Number(_) | Expr::Cell(_) | Expr::Least(_) | Expr::Most(_) => 4,
    }
}

/// A formula with the numbers put in.
fn written(worked: &Worked, formula: &Expr, around: u8) -> String {
    let own = tightness(formula);
    let parts = |parts: &[Expr], sign: &str, around: u8| {
        let parts: Vec<String> = parts.iter().map(|part| written(worked, part, around)).collect();
        parts.join(sign)
    };
    // What follows a minus or a division holds tighter than the sign.
    let pair = |pair: &[Expr; 2], sign: &str| {
        let [first, second] = pair;
        [written(worked, first, own), sign.to_owned(), written(worked, second, own + 1)].concat()
    };
    let text = match formula {
        Expr::Number(number) => locale::decimal(*number, 6),
        Expr::Cell(place) => print(worked, *place),
        Expr::Sum(terms) => parts(terms, " + ", own),
        Expr::Product(factors) => parts(factors, " × ", own),
        Expr::Difference(of) => pair(of, " − "),
        Expr::Quotient(of) => pair(of, " ÷ "),
        Expr::Power(base, exponent) => format!("{}^{exponent}", written(worked, base, own + 1)),
        Expr::Least(of) => format!("the smaller of ({})", parts(&**of, " and ", 0)),
        Expr::Most(of) => format!("the larger of ({})", parts(&**of, " and ", 0)),
    };
    if own < around { format!("({text})") } else { text }
}
