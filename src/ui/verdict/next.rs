//! The next best questions: the first to be answered on the spot, the others in order.
use super::kinds::{Answering, controls};
use crate::app::{Action, Changed};
use crate::domain::account::{Account, Entry, Said};
use crate::domain::next::NextQuestion;
use crate::export::words;
use crate::playbook::Playbook;
use crate::playbook::data::QuestionData;
use crate::playbook::verdict::Verdict;
use crate::ui::Shared;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Node};
use yew::prelude::*;

/// So many questions are shown at once.
const SHOWN: usize = 3;

#[derive(Properties, PartialEq)]
pub struct NextProps {
    pub playbook: Shared<Playbook>,
    pub verdict: Shared<Verdict>,
    pub account: Shared<Account>,
    pub editable: bool,
    /// The field being typed in, here or in the form: its problems wait until it is left.
    pub typing: Option<String>,
    pub on_go: Callback<String>,
    pub send: Callback<Action>,
    pub change: Callback<Changed>,
}

/// A question that is being answered stays in its place until its field is left: its rank changes with every key.
#[component]
pub fn Next(props: &NextProps) -> Html {
    let (playbook, verdict) = (&*props.playbook, &*props.verdict);
    let (change, send) = (props.change.clone(), props.send.clone());
    let held = use_state_eq(|| None::<String>);
    let place = use_node_ref();
    let heading = use_node_ref();
    let answered = use_mut_ref(|| false);
    let unsure = |next: &&NextQuestion| props.account.entries.get(&next.question) == Some(&Entry::Said(Said::Unknown));
    let ranked = verdict.next.iter().filter(|next| !unsure(next)).map(|next| &next.question);
    let rest = ranked.filter(|question| held.as_ref() != Some(question));
    let shown: Vec<&String> = held.iter().chain(rest).take(SHOWN).collect();
    let first = shown.first().map(|question| (*question).clone());
    {
        let (answered, heading) = (answered.clone(), heading.clone());
        use_effect_with(first, move |_| {
            if std::mem::take(&mut *answered.borrow_mut())
                && let Some(heading) = heading.cast::<HtmlElement>()
            {
                let _ = heading.focus();
            }
        });
    }
    let done = {
        let (held, answered, send) = (held.clone(), answered.clone(), send.clone());
        Callback::from(move |()| {
            *answered.borrow_mut() = true;
            send.emit(Action::FieldLeft);
            held.set(None);
        })
    };
    let answer = {
        let (change, done) = (change.clone(), done.clone());
        Callback::from(move |changed: Changed| {
            change.emit(changed);
            done.emit(());
        })
    };
    let hold = {
        let held = held.clone();
        Callback::from(move |(question, changed): (String, Changed)| {
            held.set(Some(question));
            change.emit(changed);
        })
    };
    let left = {
        let (held, place) = (held.clone(), place.clone());
        Callback::from(move |event: FocusEvent| {
            send.emit(Action::FieldLeft);
            let to = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
            if to.is_some() && !place.cast::<Node>().is_some_and(|place| place.contains(to.as_ref())) {
                held.set(None);
            }
        })
    };
    let row = |(at, id): (usize, &&String)| {
        let question = playbook.question(id);
        let own = held.as_ref() == Some(*id);
        let controls = question.filter(|_| at == 0 && props.editable).map(|question| {
            let (entry, answer, hold, done) =
                (props.account.entries.get(*id), answer.clone(), hold.clone(), done.clone());
            let reading = verdict.echoes.get(*id).and_then(|_| words::answer(playbook, &props.account, verdict, id));
            let waits = own || props.typing.as_ref() == Some(*id);
            let problems = verdict.problems_at(id).filter(|_| !waits).cloned().collect();
            controls(&Answering {
                question,
                home: &playbook.data.currency,
                entry,
                own,
                reading,
                problems,
                answer,
                hold,
                done,
            })
        });
        html! {
            <li class="ask" key={(*id).clone()}>
                { question.map(|question| asked(question, at == 0)) }
                <p class="ask__worth">{ worth(verdict, id) }</p>
                <div class="ask__answer" onfocusout={left.clone()}>{ controls }</div>
                { go(&props.on_go, id, question) }
            </li>
        }
    };
    let unsure = verdict.next.iter().filter(unsure).map(|next| &next.question).take(SHOWN);
    let find = |id: &String| html! { <li key={id.clone()}>{ playbook.question(id).map(imperative) }</li> };
    html! {
        <section class="verdict__part" ref={place}>
            <h3 class="verdict__heading" ref={heading} tabindex="-1">{ "Ask next" }</h3>
            if shown.is_empty() {
                <p>{ if verdict.next.is_empty() { "Nothing that counts is open." } else { "All that is open you don’t know yet." } }</p>
            }
            <ol class="asks">{ for shown.iter().enumerate().map(row) }</ol>
            if verdict.next.iter().any(|next| props.account.entries.get(&next.question) == Some(&Entry::Said(Said::Unknown))) {
                <p class="verdict__note">{ "You don’t know yet:" }</p>
            }
            <ul class="unsure">{ for unsure.map(find) }</ul>
        </section>
    }
}

/// What to ask, and for the first one the question as the form puts it.
fn asked(question: &QuestionData, first: bool) -> Html {
    html! {
        <>
            <p class="ask__what">{ imperative(question) }</p>
            if first && !question.ask.is_empty() { <p class="ask__label">{ &question.label }</p> }
        </>
    }
}

fn imperative(question: &QuestionData) -> &str {
    if question.ask.is_empty() { &question.label } else { &question.ask }
}

/// Over all profiles that can still win.
fn worth(verdict: &Verdict, id: &str) -> String {
    let next = verdict.next.iter().find(|next| next.question == id);
    next.map_or_else(
        || "Answered; nothing more hangs on it".to_owned(),
        |next| format!("{} points hang on it", words::points(next.gain)),
    )
}

/// The way to the question in the form.
pub fn go(on_go: &Callback<String>, id: &str, question: Option<&QuestionData>) -> Html {
    let (on_go, id) = (on_go.clone(), id.to_owned());
    let short = question.map_or("", |question| question.short.as_str()).to_owned();
    html! {
        <button type="button" class="button button--quiet button--small go" onclick={move |_| on_go.emit(id.clone())}>
            { "Go to the question" }
            <span class="visually-hidden">{ format!(": {short}") }</span>
        </button>
    }
}
