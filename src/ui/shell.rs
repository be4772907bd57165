//! The frame around every page: header, tabs, form on one side, verdict on the other.
use super::form::{errors, questions, radio};
use super::menu::menu;
use super::notices::notices;
use super::part::{Fetched, Missing};
use super::verdict::{VerdictPanel, line};
use super::{Shared, View};
use crate::app::{Action, Form, Keep, Model, Offline, Origin, Page};
use crate::browser::{screen, share};
use crate::domain::exchange::is_guest;
use crate::playbook::data::PageData;
use yew::prelude::*;

pub fn shell(view: &View, announced: &AttrValue, go: &Callback<String>) -> Html {
    let model = &view.model;
    let guest = is_guest(&model.account);
    let class = classes!("frame", share::is_framed().then_some("frame--embedded"));
    html! {
        <div {class}>
            <a class="skip" href="#main">{ "Skip to the questions" }</a>
            <header class="top">
                <span class="top__brand">{ "Fitproof" }</span>
                <span class="top__account">{ model.account_name() }</span>
                <span class="top__keep">{ keep_text(model) }</span>
                { menu(view) }
            </header>
            { if guest { html! { <span></span> } } else { tabs(view) } }
            { notices(view) }
            <div class={classes!("columns", guest.then_some("columns--one"))}>
                { if guest { html! { <span></span> } } else { verdict_side(view, go) } }
                <main class="columns__form" id="main" tabindex="-1">{ page(view, guest) }</main>
            </div>
            <output class="visually-hidden" aria-live="polite">{ announced }</output>
            <footer class="foot">
                <p>{ &model.playbook.data.disclaimer }</p>
                <p><a href="privacy.html" target="_blank" rel="noopener">{ "Privacy: what is kept, and where" }</a></p>
                <p class="foot__offline">{ offline_text(model.offline) }</p>
                <p>{ format!("Rules: {} {}, reviewed {}.", model.playbook.data.title, model.playbook.data.version, model.playbook.data.reviewed) }</p>
            </footer>
        </div>
    }
}

fn keep_text(model: &Model) -> &'static str {
    match (&model.origin, &model.keep) {
        (Origin::Example(_), _) => "Example",
        (Origin::Copy, _) => "Read-only copy",
        (Origin::Own, Keep::Opening | Keep::Nothing) => "",
        (Origin::Own, Keep::Pending) => "Saving…",
        (Origin::Own, Keep::Saved(_)) => "Saved on this device",
        (Origin::Own, Keep::MemoryOnly) => "Not kept",
        (Origin::Own, Keep::Failed(_)) => "Not saved",
    }
}

fn offline_text(offline: Offline) -> &'static str {
    match offline {
        Offline::Pending => "Getting ready to work offline…",
        Offline::Ready | Offline::Update => "Ready to work offline.",
        Offline::Unavailable => "This page needs a network here: the browser keeps no copy of it.",
    }
}

fn tabs(view: &View) -> Html {
    let tabs = [
        (Page::Account, "Account"),
        (Page::People, "People"),
        (Page::Deal, "Deal"),
        (Page::Proof, "Proof"),
        (Page::Value, "Value"),
    ];
    let tab = |(number, (page, label)): (usize, (Page, &'static str))| {
        html! {
            <button type="button" class="tabs__tab" key={label} aria-current={(page == view.model.page).then_some("page")}
                onclick={view.click(Action::PageOpened(page))}>
                <span class="tabs__number" aria-hidden="true">{ number }</span>
                { label }
            </button>
        }
    };
    html! { <nav class="tabs" aria-label="Parts of the account">{ for (1..).zip(tabs).map(tab) }</nav> }
}

/// Each page keeps its own elements: a key per page. A customer who was asked for sections sees those alone.
fn page(view: &View, guest: bool) -> Html {
    let (key, page) = match view.model.page {
        _ if guest => ("guest", beyond(view, view.pages, |pages| pages.guest)),
        Page::Account => ("account", account(view)),
        Page::Deal => ("deal", deal(view)),
        Page::People => ("people", beyond(view, view.pages, |pages| pages.people)),
        Page::Proof => ("proof", beyond(view, view.pages, |pages| pages.proof)),
        Page::Value => ("value", beyond(view, view.value, |part| part.value)),
        Page::Accounts => ("accounts", beyond(view, view.sharing, |sharing| sharing.accounts)),
        Page::Rules => ("rules", beyond(view, view.pages, |pages| pages.rules)),
    };
    html! { <div {key}>{ page }</div> }
}

/// A page that is fetched when it is first opened.
fn beyond<T>(view: &View, part: Fetched<T>, page: fn(&T) -> fn(&View) -> Html) -> Html {
    match part {
        Fetched::Here(part) => page(part)(view),
        Fetched::Absent => html! { <p class="page page__lead">{ "One moment…" }</p> },
        Fetched::Missing => html! {
            <div class="page">
                <p class="field__error">{ Missing.to_string() }</p>
                <button type="button" class="button" onclick={view.click(Action::PageOpened(Page::Account))}>{ "Back to the account" }</button>
            </div>
        },
    }
}

fn account(view: &View) -> Html {
    let form = |form: Form, label: &'static str| {
        radio("form", label, view.model.form == form, view.choose_action(Action::FormChosen(form)))
    };
    html! {
        <div class="page">
            <h1 class="page__title">{ "The account" }</h1>
            <p class="page__lead">{ "Answer what you know. What you leave open counts as unknown, never as no." }</p>
            <fieldset class="switch">
                <legend class="visually-hidden">{ "How many questions" }</legend>
                { form(Form::Quick, "In 30 seconds") }
                { form(Form::Full, "All questions") }
            </fieldset>
            { errors(view) }
            { questions(view, PageData::Account) }
        </div>
    }
}

fn deal(view: &View) -> Html {
    html! {
        <div class="page">
            <h1 class="page__title">{ "The deal" }</h1>
            <p class="page__lead">{ "Its size picks the kind of engagement; the points below tell whether it is ready." }</p>
            { errors(view) }
            { questions(view, PageData::Deal) }
        </div>
    }
}

/// Beside the form on a wide screen; one line that opens on a narrow one.
fn verdict_side(view: &View, go: &Callback<String>) -> Html {
    let model = &view.model;
    html! {
        <aside class="columns__verdict" aria-label="Verdict">
            <details class="verdict-line" open={screen::is_wide()}>
                <summary class="verdict-line__summary">{ line(&model.playbook, &model.verdict) }</summary>
                <div class="verdict-line__panel">
                    <VerdictPanel playbook={Shared::from(&model.playbook)} shipped={Shared::from(&model.shipped)}
                        verdict={Shared::from(&model.verdict)} account={Shared::from(&model.account)} today={model.today}
                        editable={model.is_editable()} details={view.details} typing={model.typing.clone()} on_go={go.clone()} send={view.send.clone()} change={view.change.clone()} />
                </div>
            </details>
        </aside>
    }
}
