//! What the customer sent back, section by section beside what is here, with a choice wherever they differ.
use crate::app::{Action, Changed, Model};
use crate::domain::account::SectionText;
use crate::domain::date;
use crate::domain::exchange::{Answer, Choice, Meeting, Reply, meeting, merged, proposed};
use crate::domain::table::Table;
use crate::ui::form::radio;
use crate::ui::{Shared, cases};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct ReplyProps {
    pub reply: Shared<Reply>,
    pub model: Shared<Model>,
    pub send: Callback<Action>,
    pub change: Callback<Changed>,
}

/// Nothing is taken in before the button is pressed; what was chosen is forgotten when the panel closes.
#[component]
pub fn ReplyPanel(props: &ReplyProps) -> Html {
    let chosen = use_state(Table::<Choice>::new);
    let sure = use_state(|| false);
    let ReplyProps { reply, model, send, change } = props;
    let other = reply.case != model.case;
    let choose = {
        let chosen = chosen.clone();
        move |id: &str, choice: Choice| {
            let (chosen, id) = (chosen.clone(), id.to_owned());
            Callback::from(move |_: Event| {
                let mut next = (*chosen).clone();
                next.insert(id.clone(), choice);
                chosen.set(next);
            })
        }
    };
    let choice_of = |answer: &Answer, ours: &SectionText| {
        chosen.get(&answer.id).copied().unwrap_or_else(|| proposed(meeting(&ours.text, answer)))
    };
    let ours = |answer: &Answer| model.account.sections.get(&answer.id).cloned().unwrap_or_default();
    let sections = reply.sections.iter().map(|answer| {
        let ours = ours(answer);
        let choice = choice_of(answer, &ours);
        compared(answer, &ours, choice, &|choice| choose(&answer.id, choice))
    });
    let take = {
        let sections: Vec<(String, SectionText)> = reply
            .sections
            .iter()
            .filter_map(|answer| {
                let ours = ours(answer);
                let next = merged(&ours, answer, choice_of(answer, &ours));
                (next != ours).then(|| (answer.id.clone(), next))
            })
            .collect();
        let (send, change, reply) = (send.clone(), change.clone(), reply.clone());
        Callback::from(move |_: MouseEvent| {
            let count = sections.len();
            if count > 0 {
                let (sections, by, day) = (sections.clone(), reply.by.clone(), reply.day.clone());
                change.emit(Changed::SectionsMerged { sections, by, day });
            }
            send.emit(Action::ReplyClosed);
            send.emit(Action::Noticed { text: done(count), fault: false });
        })
    };
    let close = send.reform(|_: MouseEvent| Action::ReplyClosed);
    let toggle = {
        let sure = sure.clone();
        Callback::from(move |_: Event| sure.set(!*sure))
    };
    let by = if reply.by.is_empty() { "The customer".to_owned() } else { reply.by.clone() };
    let account = if reply.account.is_empty() { "an account without a name" } else { &reply.account };
    html! {
        <section class="reply" aria-labelledby="reply-title">
            <h3 id="reply-title" tabindex="-1">{ format!("{by} wrote for {account} on {}", date::in_words(&reply.day)) }</h3>
            if other {
                <div class="field__warning">
                    <p>{ format!("This was written for {account}, from another case than the one in view ({}).", model.account_name()) }</p>
                    { there(props) }
                    <label class="choice">
                        <input type="checkbox" checked={*sure} onchange={toggle} />
                        <span>{ "Take it into this case all the same" }</span>
                    </label>
                </div>
            }
            <ol class="reply__sections">{ for sections }</ol>
            <div class="cluster">
                <button type="button" class="button button--primary" disabled={other && !*sure || !model.is_editable()} onclick={take}>{ "Take in as chosen" }</button>
                <button type="button" class="button button--quiet" onclick={close}>{ "Not now" }</button>
            </div>
        </section>
    }
}

fn done(count: usize) -> String {
    match count {
        0 => "Nothing had to change: all of it is here already.".to_owned(),
        1 => "One section was taken in. Undo takes it back.".to_owned(),
        _ => format!("{count} sections were taken in. Undo takes it back."),
    }
}

/// The case that was meant may be on this device.
fn there(props: &ReplyProps) -> Html {
    let meant = props.model.cases.iter().find(|listed| listed.id == props.reply.case);
    let open = |listed: &crate::app::Listed| {
        let (send, model, listed) = (props.send.clone(), props.model.clone(), listed.clone());
        let onclick = Callback::from(move |_: MouseEvent| cases::open(&send, &model, &listed));
        html! { <button type="button" class="button button--small" {onclick}>{ "Open that case" }</button> }
    };
    html! { <div>{ meant.map(open) }</div> }
}

fn compared(answer: &Answer, ours: &SectionText, choice: Choice, choose: &dyn Fn(Choice) -> Callback<Event>) -> Html {
    let meeting = meeting(&ours.text, answer);
    let says = match meeting {
        Meeting::Same if ours.text.is_empty() => "Left empty.",
        Meeting::Same if answer.text.is_empty() => "Left empty; your text stays.",
        Meeting::Same => "The same on both sides.",
        Meeting::Fresh => "New: nothing was here.",
        Meeting::Theirs => "They changed what you sent.",
        Meeting::Both => "Both of you have changed it.",
        Meeting::Emptied => "They took the text away.",
    };
    let name = if answer.name.is_empty() { &answer.id } else { &answer.name };
    let group = ["reply-", &answer.id].concat();
    let option = |value: Choice, label: &str| radio(&group, label, value == choice, choose(value));
    let options = || {
        html! {
            <fieldset class="field">
                <legend class="visually-hidden">{ format!("What stands in {name}") }</legend>
                <div class="choices choices--row">
                    { option(Choice::Theirs, "Take theirs") }
                    { option(Choice::Ours, "Keep ours") }
                    { (meeting == Meeting::Both).then(|| option(Choice::Together, "Keep both, ours first")) }
                </div>
            </fieldset>
        }
    };
    let differ = meeting != Meeting::Same;
    html! {
        <li class="reply__section" key={answer.id.clone()}>
            <h4>{ name }</h4>
            <p class="field__hint">{ says }{ (!answer.own && !answer.text.is_empty()).then_some(" It is still a draft: they didn’t say that these are their words.") }</p>
            if differ {
                <div class="reply__texts">
                    if meeting != Meeting::Fresh { { text("Here", &ours.text) } }
                    { text("From the customer", &answer.text) }
                </div>
                { options() }
            }
        </li>
    }
}

fn text(label: &'static str, text: &str) -> Html {
    html! {
        <div class="reply__text">
            <p class="reply__whose">{ label }</p>
            <p class="reply__words" dir="auto">{ if text.trim().is_empty() { "(empty)" } else { text } }</p>
        </div>
    }
}
