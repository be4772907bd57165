//! Answers to pick: yes, no or don't know; one of few; several.
use super::field::QuestionProps;
use crate::app::Changed;
use crate::domain::account::{Entry, Said};
use crate::playbook::data::{OptionData, QuestionData};
use yew::prelude::*;

pub fn yes_no(question: &QuestionData, props: &QuestionProps, id: &str, change: &Callback<Changed>) -> Html {
    let present = match &props.entry {
        Some(Entry::Said(said)) => Some(*said),
        _ => None,
    };
    let choice = |(said, label): (Said, &'static str)| {
        let (change, question) = (change.clone(), question.id.clone());
        let checked = present == Some(said);
        let chosen = move |_| change.emit(Changed::SaidChosen { question: question.clone(), said: Some(said) });
        radio(id, label, checked, Callback::from(chosen))
    };
    let choices = [(Said::Yes, "Yes"), (Said::No, "No"), (Said::Unknown, "Don’t know")];
    html! { <div class="choices choices--row">{ for choices.into_iter().map(choice) }</div> }
}

pub fn one(question: &QuestionData, props: &QuestionProps, id: &str, change: &Callback<Changed>) -> Html {
    let choice = |option: Option<&OptionData>| {
        let (change, question) = (change.clone(), question.id.clone());
        let value = option.map(|option| option.id.clone());
        let checked = match &value {
            Some(value) => picked(props, value),
            None => props.entry.is_none(),
        };
        let label = option.map_or("Not said", |option| option.label.as_str());
        let chosen = move |_| change.emit(Changed::OptionChosen { question: question.clone(), option: value.clone() });
        radio(id, label, checked, Callback::from(chosen))
    };
    let options = question.options.iter().map(Some).chain(std::iter::once(None));
    html! { <div class="choices">{ for options.map(choice) }</div> }
}

pub fn several(question: &QuestionData, props: &QuestionProps, id: &str, change: &Callback<Changed>) -> Html {
    let choice = |option: &OptionData| {
        let changed = Changed::OptionToggled { question: question.id.clone(), option: option.id.clone() };
        let change = change.clone();
        html! {
            <label class="choice" key={option.id.clone()}>
                <input type="checkbox" name={id.to_owned()} checked={picked(props, &option.id)}
                    onchange={move |_| change.emit(changed.clone())} />
                <span>{ &option.label }</span>
            </label>
        }
    };
    html! { <div class="choices">{ for question.options.iter().map(choice) }</div> }
}

fn picked(props: &QuestionProps, option: &str) -> bool {
    matches!(&props.entry, Some(Entry::Picked(picked)) if picked.contains(option))
}

/// One radio button with its label.
pub fn radio(name: &str, label: &str, checked: bool, chosen: Callback<Event>) -> Html {
    html! {
        <label class="choice" key={label.to_owned()}>
            <input type="radio" name={name.to_owned()} {checked} onchange={chosen} />
            <span>{ label }</span>
        </label>
    }
}
