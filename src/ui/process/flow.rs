//! What follows a step: the next one, another one, nothing, or the ways out of a decision.
use super::card::CardProps;
use super::deed::{Deed, id};
use super::text::{Label, at, choice, text};
use crate::domain::problem::Problem;
use crate::domain::process::edit::{Follows, follows};
use crate::domain::row::Row;
use crate::ui::Shared;
use crate::ui::form::{Choice, problems};
use crate::ui::value::input::input_as;
use std::rc::Rc;
use yew::prelude::*;

/// The values of the two choices that name no step.
const NEXT: &str = "";
const END: &str = "end";

pub fn flow(props: &CardProps, found: &[Problem]) -> Html {
    if props.step.text("how") == "decision" { decision(props, found) } else { then(props, found) }
}

fn then(props: &CardProps, found: &[Problem]) -> Html {
    let (step, more) = (&*props.step, props.of_step());
    let label = Label { shown: "Goes on to", more: &more, is_hidden: false };
    let problems = [at(found, step, "then"), at(found, step, "ends")].concat();
    let chosen = props.chosen(|text| Deed::Follows(read(&text)));
    choice(&props.view, step, "then", &label, &problems, &targets(props), (value(step), chosen))
}

fn decision(props: &CardProps, found: &[Problem]) -> Html {
    let step = &*props.step;
    html! {
        <fieldset class="field ways" id={id(step, "branches")}>
            <legend class="field__label">{ "Ways out" }<span class="visually-hidden">{ props.of_step() }</span></legend>
            <ul class="ways__list">{ for (1..).zip(&props.branches).map(|(number, branch)| way(props, number, branch, found)) }</ul>
            <button type="button" class="button button--small" id={id(step, "another")} disabled={!props.view.model.is_editable()}
                onclick={props.click(Deed::BranchAdded)}>{ "Add a way out" }</button>
        </fieldset>
    }
}

fn way(props: &CardProps, number: usize, branch: &Shared<Row>, found: &[Problem]) -> Html {
    let view = &props.view;
    let more = format!(" of way {number}{}", props.of_step());
    let of = |shown| Label { shown, more: &more, is_hidden: false };
    let key = branch.key;
    let chosen = props.chosen(move |text| Deed::BranchFollows(key, read(&text)));
    let ways = [at(found, branch, "to"), at(found, branch, "ends")].concat();
    // Shares are known to the process alone: its picture draws them.
    let desk = props.desk();
    let told = desk.problems_at(&branch.field("share"));
    let shares: Vec<Problem> =
        at(found, branch, "share").into_iter().filter(|problem| !told.contains(problem)).collect();
    html! {
        <li class="way" key={key}>
            { text(view, branch, "label", &of("When"), &at(found, branch, "label"), None) }
            <div class="way__share">
                { input_as(&desk, branch, "share", "Share", "") }
                { problems(&shares, &id(branch, "shares")) }
            </div>
            { choice(view, branch, "to", &of("Goes on to"), &ways, &targets(props), (value(branch), chosen)) }
            <button type="button" class="button button--quiet button--small" disabled={!view.model.is_editable()}
                aria-label={format!("Remove way {number}{}", props.of_step())} onclick={props.click(Deed::BranchRemoved(key))}>{ "Remove" }</button>
        </li>
    }
}

/// Where a step or branch may lead: on, to another step, nowhere.
fn targets(props: &CardProps) -> Rc<[Choice]> {
    let own = props.step.key.to_string();
    let next = if props.is_last { "The end, as the last step" } else { "The next step" };
    let ends = [(NEXT.into(), next.into()), (END.into(), "The end: nothing follows".into())];
    ends.into_iter().chain(props.others.iter().filter(|(key, _)| **key != *own).cloned()).collect()
}

fn value(row: &Row) -> String {
    match follows(row) {
        Follows::Next => NEXT.to_owned(),
        Follows::End => END.to_owned(),
        Follows::Step(key) => key.to_string(),
    }
}

fn read(value: &str) -> Follows {
    match value.parse() {
        Ok(key) => Follows::Step(key),
        Err(_) if value == END => Follows::End,
        Err(_) => Follows::Next,
    }
}
