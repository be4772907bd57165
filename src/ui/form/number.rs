//! Fields that are typed: text, days, counts and percentages, with bands to pick.
use super::field::QuestionProps;
use crate::app::Changed;
use crate::domain::account::Entry;
use crate::playbook::data::{KindData, QuestionData};
use crate::ui::event::typed;
use yew::prelude::*;

/// What was typed at a question.
pub fn text_of(entry: Option<&Entry>) -> AttrValue {
    match entry {
        Some(Entry::Text(text) | Entry::Money { text, .. }) => AttrValue::from(text.clone()),
        _ => AttrValue::default(),
    }
}

pub fn text(
    question: &QuestionData,
    props: &QuestionProps,
    id: &str,
    described: &str,
    change: &Callback<Changed>,
) -> Html {
    let date = question.kind == KindData::Date;
    html! {
        <input class={classes!("input", date.then_some("input--short"))} id={format!("{id}-input")}
            type={if date { "date" } else { "text" }} autocomplete="off" maxlength="20000"
            value={text_of(props.entry.as_ref())} aria-describedby={described.to_owned()}
            disabled={!props.editable} oninput={on_text(question, change)} />
    }
}

pub fn number(
    question: &QuestionData,
    props: &QuestionProps,
    id: &str,
    described: &str,
    change: &Callback<Changed>,
) -> Html {
    let invalid = props.problems.iter().any(|problem| problem.severity == crate::domain::problem::Severity::Error);
    html! {
        <div class="field__input">
            <div class="cluster">
                <input class="input input--short" id={format!("{id}-input")} type="text" inputmode="decimal"
                    autocomplete="off" spellcheck="false" value={text_of(props.entry.as_ref())}
                    aria-describedby={described.to_owned()} aria-invalid={invalid.then_some("true")}
                    disabled={!props.editable} oninput={on_text(question, change)} />
                if question.kind == KindData::Percent { <span class="field__unit">{ "% a year" }</span> }
            </div>
            { bands(question, props, |text| Changed::TextTyped { question: question.id.clone(), text }, change) }
        </div>
    }
}

fn on_text(question: &QuestionData, change: &Callback<Changed>) -> Callback<InputEvent> {
    let id = question.id.clone();
    let change = change.clone();
    Callback::from(move |event: InputEvent| {
        change.emit(Changed::TextTyped { question: id.clone(), text: typed(&event) })
    })
}

/// Bands to pick instead of typing.
pub fn bands(
    question: &QuestionData,
    props: &QuestionProps,
    picked: impl Fn(String) -> Changed,
    change: &Callback<Changed>,
) -> Html {
    let present = text_of(props.entry.as_ref());
    let chip = |option: &crate::playbook::data::OptionData| {
        let changed = picked(option.id.clone());
        let change = change.clone();
        let pressed = if present.ends_with(option.id.as_str()) && !present.is_empty() { "true" } else { "false" };
        html! {
            <button type="button" class="chip" key={option.id.clone()} aria-pressed={pressed} disabled={!props.editable}
                onclick={move |_| change.emit(changed.clone())}>{ &option.label }</button>
        }
    };
    let label = format!("Ranges for {}", question.short);
    html! {
        <div class="bands" role="group" aria-label={label}>{ for question.options.iter().map(chip) }</div>
    }
}
