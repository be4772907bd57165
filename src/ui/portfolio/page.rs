//! The list: searched, sorted, and each account with what can be done with it.
use super::act::{archive, duplicate, is_archived, put_back, remove};
use super::entry::{Entry, Order, plain, sort};
use crate::app::{Action, Listed, Model};
use crate::browser::shelf::Removed;
use crate::browser::{keeper, locale};
use crate::domain::pov::Due;
use crate::ui::desk::with;
use crate::ui::event::{picked, typed};
use crate::ui::{Shared, View, cases};
use std::rc::Rc;
use yew::prelude::*;

pub fn accounts(view: &View) -> Html {
    html! {
        <div class="page">
            <h1 class="page__title">{ "Your accounts" }</h1>
            <p class="page__lead">{ "All accounts kept on this device, each judged by today’s rules." }</p>
            <Portfolio model={view.model.clone()} send={view.send.clone()} />
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct PortfolioProps {
    model: Shared<Model>,
    send: Callback<Action>,
}

#[component]
fn Portfolio(props: &PortfolioProps) -> Html {
    let PortfolioProps { model, send } = props;
    let read = use_state(|| None::<Rc<Vec<Entry>>>);
    let search = use_state(String::new);
    let order = use_state(|| Order::Saved);
    let away = use_state(|| false);
    let removed = use_state(|| None::<(String, Rc<Removed>)>);
    // Grows with every change that doesn't show in the list of the model.
    let turn = use_state(|| 0_u32);
    {
        let (read, send, model) = (read.setter(), send.clone(), model.clone());
        use_effect_with((Shared::from(&model.cases), model.today, *turn), move |_| load(&model, &send, read));
    }
    let again = {
        let turn = turn.clone();
        Callback::from(move |()| turn.set(*turn + 1))
    };
    let Some(entries) = (*read).clone() else {
        return html! { <p>{ "One moment…" }</p> };
    };
    let put_away = entries.iter().filter(|entry| entry.archived).count();
    let mut shown: Vec<Entry> =
        entries.iter().filter(|entry| entry.archived == *away && entry.matches(&search)).cloned().collect();
    sort(&mut shown, *order);
    let twins = |entry: &Entry| {
        let name = plain(&entry.name);
        !name.is_empty() && entries.iter().filter(|other| plain(&other.name) == name).count() > 1
    };
    let row = |entry: &Entry| {
        let taken = {
            let (removed, name) = (removed.clone(), entry.shown_name().to_owned());
            Callback::from(move |texts: Rc<Removed>| removed.set(Some((name.clone(), texts))))
        };
        line(props, entry, twins(entry), &again, taken)
    };
    let searched = {
        let search = search.clone();
        Callback::from(move |event: InputEvent| search.set(typed(&event)))
    };
    let ordered = {
        let order = order.clone();
        Callback::from(move |event: Event| {
            order
                .set(ORDERS.iter().find(|(id, ..)| *id == picked(&event)).map_or(Order::Saved, |(_, _, order)| *order));
        })
    };
    let turned = {
        let away = away.clone();
        Callback::from(move |_: Event| away.set(!*away))
    };
    let option = |(id, label, value): &(&'static str, &'static str, Order)| html! { <option value={*id} selected={*value == *order}>{ *label }</option> };
    html! {
        <div class="accounts">
            <div class="accounts__tools">
                <div class="field">
                    <label class="field__label" for="accounts-search">{ "Search" }</label>
                    <input class="input" id="accounts-search" type="search" value={(*search).clone()} oninput={searched} />
                </div>
                <div class="field">
                    <label class="field__label" for="accounts-order">{ "Order by" }</label>
                    <select class="input" id="accounts-order" onchange={ordered}>{ for ORDERS.iter().map(option) }</select>
                </div>
                <label class="choice" hidden={put_away == 0 && !*away}>
                    <input type="checkbox" checked={*away} onchange={turned} />
                    <span>{ format!("Those put away ({put_away})") }</span>
                </label>
            </div>
            <div key="removed" role="status">{ (*removed).as_ref().map(|(name, texts)| undo(send, name, texts, &removed)) }</div>
            <p role="status">{ count(shown.len(), entries.len() - put_away, *away, search.is_empty()) }</p>
            <ul class="accounts__list">{ for shown.iter().map(row) }</ul>
        </div>
    }
}

const ORDERS: [(&str, &str, Order); 4] = [
    ("saved", "Saved last", Order::Saved),
    ("due", "Next date", Order::Due),
    ("fit", "Fit", Order::Fit),
    ("name", "Name", Order::Name),
];

fn count(shown: usize, all: usize, away: bool, unsearched: bool) -> String {
    let plural = |count: usize| if count == 1 { "account" } else { "accounts" };
    match shown {
        0 if all == 0 && !away => "No account is kept here yet. Type one, and it is saved by itself.".to_owned(),
        0 => "No account is like that. Search for less.".to_owned(),
        _ if away => format!("{shown} {} put away", plural(shown)),
        _ if unsearched => format!("{shown} {}", plural(shown)),
        _ => format!("{shown} of {all} {}", plural(all)),
    }
}

/// Reads one account after the other.
fn load(model: &Shared<Model>, send: &Callback<Action>, read: UseStateSetter<Option<Rc<Vec<Entry>>>>) {
    let (model, cases) = (model.clone(), model.cases.clone());
    with(send, move |store, _| async move {
        let mut entries = Vec::new();
        for listed in cases.iter() {
            let archived = is_archived(&listed.id);
            entries.push(match keeper::open(&*store, &listed.id).await {
                Ok(Ok(case)) => Entry::of(&model.shipped, listed.clone(), &case.account, model.today, archived),
                _ => Entry::broken(listed.clone(), archived),
            });
        }
        read.set(Some(Rc::new(entries)));
    });
}

fn line(props: &PortfolioProps, entry: &Entry, twin: bool, again: &Callback<()>, taken: Callback<Rc<Removed>>) -> Html {
    let PortfolioProps { model, send } = props;
    let name = entry.shown_name();
    let in_view = model.is_own() && model.case == entry.listed.id;
    let button = |label: &'static str, onclick: Callback<MouseEvent>| {
        html! { <button type="button" class="button button--quiet button--small" aria-label={format!("{label}: {name}")} {onclick}>{ label }</button> }
    };
    let id = entry.listed.id.clone();
    let copied = {
        let (send, id) = (send.clone(), id.clone());
        Callback::from(move |_: MouseEvent| duplicate(&id, &send))
    };
    let moved = {
        let (send, id, away, again) = (send.clone(), id.clone(), !entry.archived, again.clone());
        Callback::from(move |_: MouseEvent| archive(&id, away, &send, again.clone()))
    };
    let removed = {
        let (send, id) = (send.clone(), id.clone());
        Callback::from(move |_: MouseEvent| remove(&id, &send, taken.clone()))
    };
    html! {
        <li class="accounts__item" key={id}>
            <div class="accounts__what">
                <h2 class="accounts__name">{ opener(send, model, entry) }</h2>
                if in_view { <span class="badge">{ "In view" }</span> }
                if twin { <span class="badge badge--warning">{ "There is another of this name" }</span> }
            </div>
            if !entry.fit.is_empty() { <p>{ &entry.fit }</p> }
            if !entry.engagement.is_empty() { <p>{ &entry.engagement }</p> }
            { entry.due.as_ref().map(|due| due_line(model, entry, due)) }
            <p class="accounts__saved">{ format!("Saved {}", locale::moment(entry.listed.saved)) }</p>
            <div class="card__buttons">
                if !entry.broken { { button("Duplicate", copied) } }
                { button(if entry.archived { "Bring back" } else { "Put away" }, moved) }
                { button("Delete", removed) }
            </div>
        </li>
    }
}

fn due_line(model: &Model, entry: &Entry, due: &Due) -> Html {
    let late = due.day < model.today;
    let text = format!("{}: {}", locale::date(due.day), entry.due_text());
    html! { <p class={late.then_some("field__warning")}>{ if late { "Was due " } else { "Next: " } }{ text }</p> }
}

fn opener(send: &Callback<Action>, model: &Shared<Model>, entry: &Entry) -> Html {
    let (send, model, listed): (_, _, Listed) = (send.clone(), model.clone(), entry.listed.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        cases::open(&send, &model, &listed);
        if listed.name.is_some() {
            send.emit(Action::PageOpened(crate::app::Page::Account));
        }
    });
    let label = if entry.broken { "Can’t be read: save what is there" } else { entry.shown_name() };
    html! { <button type="button" class="link" {onclick}>{ label }</button> }
}

/// What was deleted can come back as long as the page is open.
fn undo(
    send: &Callback<Action>,
    name: &str,
    texts: &Rc<Removed>,
    removed: &UseStateHandle<Option<(String, Rc<Removed>)>>,
) -> Html {
    let (send, texts, gone) = (send.clone(), texts.clone(), removed.setter());
    let onclick = Callback::from(move |_: MouseEvent| {
        let gone = gone.clone();
        put_back(texts.clone(), &send, Callback::from(move |()| gone.set(None)));
    });
    html! {
        <div class="notice">
            <p>{ format!("{name} is deleted. It can come back as long as this page is open.") }</p>
            <div class="notice__actions"><button type="button" class="button button--small" {onclick}>{ "Undo" }</button></div>
        </div>
    }
}
