//! Answering on the spot, by the kind of question. The form has the full field; this is the quick way.
use crate::app::Changed;
use crate::domain::account::{Entry, Said};
use crate::domain::problem::{Problem, sentence};
use crate::playbook::data::{KindData, OptionData, QuestionData};
use crate::ui::event::typed;
use yew::prelude::*;

pub struct Answering<'a> {
    pub question: &'a QuestionData,
    /// The playbook's currency: a band of money is meant in it.
    pub home: &'a str,
    pub entry: Option<&'a Entry>,
    /// It is being answered here and now.
    pub own: bool,
    /// How what was typed is understood.
    pub reading: Option<String>,
    pub problems: Vec<Problem>,
    /// Says the answer and moves on.
    pub answer: Callback<Changed>,
    /// Says the answer so far and stays.
    pub hold: Callback<(String, Changed)>,
    pub done: Callback<()>,
}

/// Nothing for kinds that need the form.
pub fn controls(answering: &Answering) -> Html {
    let question = answering.question;
    let id = question.id.clone();
    match question.kind {
        KindData::YesNo => {
            let choices = [(Said::Yes, "Yes"), (Said::No, "No"), (Said::Unknown, "Don’t know")];
            let chip = choices.map(|(said, label)| {
                let chosen = answering.entry == Some(&Entry::Said(said));
                chip(
                    label,
                    label,
                    chosen,
                    &answering.answer,
                    Changed::SaidChosen { question: id.clone(), said: Some(said) },
                )
            });
            group(question, &mut chip.into_iter())
        }
        KindData::One => group(
            question,
            &mut question.options.iter().map(|option| {
                let changed = Changed::OptionChosen { question: id.clone(), option: Some(option.id.clone()) };
                chip(&option.id, &option.label, picked(answering, &option.id), &answering.answer, changed)
            }),
        ),
        KindData::Several => {
            let stay = answering.hold.reform({
                let id = id.clone();
                move |changed| (id.clone(), changed)
            });
            let chips = |option: &OptionData| {
                let changed = Changed::OptionToggled { question: id.clone(), option: option.id.clone() };
                chip(&option.id, &option.label, picked(answering, &option.id), &stay, changed)
            };
            html! { <div class="ask__open">{ group(question, &mut question.options.iter().map(chips)) }{ next(answering) }</div> }
        }
        KindData::Count | KindData::Percent | KindData::Money => number(answering),
        KindData::Text | KindData::Apps | KindData::Date => html! { <span></span> },
    }
}

fn group(question: &QuestionData, chips: &mut dyn Iterator<Item = Html>) -> Html {
    html! { <div class="bands" role="group" aria-label={question.label.clone()}>{ for chips }</div> }
}

fn chip(key: &str, label: &str, pressed: bool, say: &Callback<Changed>, changed: Changed) -> Html {
    let say = say.clone();
    html! {
        <button type="button" class="chip" key={key.to_owned()} aria-pressed={if pressed { "true" } else { "false" }}
            onclick={move |_| say.emit(changed.clone())}>{ label.to_owned() }</button>
    }
}

fn picked(answering: &Answering, option: &str) -> bool {
    matches!(answering.entry, Some(Entry::Picked(picked)) if picked.contains(option))
}

/// A number to type or a band to pick. A band of money says its currency, as the typed text may.
fn number(answering: &Answering) -> Html {
    let question = answering.question;
    let money = question.kind == KindData::Money;
    let id = format!("next-{}", question.id.replace('.', "-"));
    let (value, currency) = match answering.entry {
        Some(Entry::Text(text)) => (text.clone(), ""),
        Some(Entry::Money { text, currency }) => (text.clone(), currency.trim()),
        _ => (String::new(), ""),
    };
    let made = {
        let question = question.id.clone();
        move |text: String| match money {
            true => Changed::AmountTyped { question: question.clone(), text },
            false => Changed::TextTyped { question: question.clone(), text },
        }
    };
    let oninput = {
        let (made, hold, id) = (made.clone(), answering.hold.clone(), question.id.clone());
        move |event: InputEvent| hold.emit((id.clone(), made(typed(&event))))
    };
    let onkeydown = {
        let done = answering.done.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Enter" {
                event.prevent_default();
                done.emit(());
            }
        }
    };
    let band = |option: &OptionData| {
        let text =
            if money && currency.is_empty() { format!("{} {}", answering.home, option.id) } else { option.id.clone() };
        let pressed = value == text;
        chip(&option.id, &option.label, pressed, &answering.answer, made(text))
    };
    let described = format!("{id}-said");
    let placeholder = match question.kind {
        KindData::Money => format!("{} 2.5M", answering.home),
        KindData::Percent => "or a percentage".to_owned(),
        _ => "or a number".to_owned(),
    };
    html! {
        <div class="ask__open">
            { group(question, &mut question.options.iter().map(band)) }
            <div class="cluster">
                <input class="input input--short" {id} type="text" inputmode={if money { "text" } else { "decimal" }}
                    autocomplete="off" spellcheck="false" aria-label={question.label.clone()} aria-describedby={described.clone()}
                    aria-invalid={(!answering.problems.is_empty()).then_some("true")}
                    {placeholder} value={value.clone()} {oninput} {onkeydown} />
                { next(answering) }
            </div>
            <div id={described}>
                <p class="field__echo">{ answering.reading.as_ref().map(|reading| format!("Read as {reading}")) }</p>
                <div>{ for answering.problems.iter().enumerate().map(problem) }</div>
            </div>
        </div>
    }
}

fn problem((at, problem): (usize, &Problem)) -> Html {
    html! { <p class="field__error" key={at}>{ sentence(&problem.message) }{ " " }{ sentence(&problem.hint) }</p> }
}

/// Leaves the question being answered for the next one.
fn next(answering: &Answering) -> Html {
    let done = answering.done.clone();
    html! {
        <button type="button" class="button button--small" hidden={!answering.own} onclick={move |_| done.emit(())}>{ "Next question" }</button>
    }
}
