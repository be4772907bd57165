//! The frame around every page: header, tabs, form on one side, verdict on the other.
use super::form::{Errors, Questions};
use super::menu::Menu;
use super::notices::Notices;
use super::people::People;
use super::proof::Proof;
use super::rules::Rules;
use super::verdict::{VerdictLine, VerdictPanel};
use super::{Shared, use_send};
use crate::app::{Action, Form, Keep, Model, Origin, Page};
use crate::browser::share;
use crate::playbook::data::PageData;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ShellProps {
    pub model: Shared<Model>,
    pub announced: AttrValue,
}

#[component]
pub fn Shell(props: &ShellProps) -> Html {
    let model = &props.model;
    let embedded = use_memo((), |()| share::is_framed());
    let class = classes!("frame", embedded.then_some("frame--embedded"));
    html! {
        <div {class}>
            <a class="skip" href="#main">{ "Skip to the questions" }</a>
            <header class="top">
                <span class="top__brand">{ "Fitproof" }</span>
                <span class="top__account">{ model.account_name() }</span>
                <span class="top__keep">{ keep_text(model) }</span>
                <Menu model={model.clone()} />
            </header>
            <Tabs page={model.page} />
            <Notices model={model.clone()} />
            <div class="columns">
                <VerdictSide model={model.clone()} />
                <main class="columns__form" id="main" tabindex="-1">{ page(model) }</main>
            </div>
            <output class="visually-hidden" aria-live="polite">{ &props.announced }</output>
            <footer class="foot">
                <p>{ &model.playbook.data.disclaimer }</p>
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

#[derive(Properties, PartialEq)]
struct TabsProps {
    page: Page,
}

#[component]
fn Tabs(props: &TabsProps) -> Html {
    let send = use_send();
    let tabs = [(Page::Account, "Account"), (Page::People, "People"), (Page::Deal, "Deal"), (Page::Proof, "Proof")];
    let tab = |(number, (page, label)): (usize, (Page, &'static str))| {
        let send = send.clone();
        let current = (page == props.page).then_some("page");
        html! {
            <button type="button" class="tabs__tab" key={label} aria-current={current}
                onclick={move |_| send.emit(Action::PageOpened(page))}>
                <span class="tabs__number" aria-hidden="true">{ number }</span>
                { label }
            </button>
        }
    };
    html! { <nav class="tabs" aria-label="Parts of the account">{ for (1..).zip(tabs).map(tab) }</nav> }
}

fn page(model: &Shared<Model>) -> Html {
    match model.page {
        Page::Account => html! { <AccountPage model={model.clone()} /> },
        Page::People => html! { <People model={model.clone()} /> },
        Page::Deal => html! { <DealPage model={model.clone()} /> },
        Page::Proof => html! { <Proof model={model.clone()} /> },
        Page::Rules => html! { <Rules model={model.clone()} /> },
    }
}

#[derive(Properties, PartialEq)]
struct PageProps {
    model: Shared<Model>,
}

#[component]
fn AccountPage(props: &PageProps) -> Html {
    let model = &props.model;
    let send = use_send();
    let form = |form: Form, label: &'static str| {
        let send = send.clone();
        html! {
            <label class="choice" key={label}>
                <input type="radio" name="form" checked={model.form == form} onchange={move |_| send.emit(Action::FormChosen(form))} />
                <span>{ label }</span>
            </label>
        }
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
            <Errors model={model.clone()} />
            <Questions model={model.clone()} page={PageData::Account} />
        </div>
    }
}

#[component]
fn DealPage(props: &PageProps) -> Html {
    html! {
        <div class="page">
            <h1 class="page__title">{ "The deal" }</h1>
            <p class="page__lead">{ "Its size picks the kind of engagement; the points below tell whether it is ready." }</p>
            <Errors model={props.model.clone()} />
            <Questions model={props.model.clone()} page={PageData::Deal} />
        </div>
    }
}

/// Beside the form on a wide screen; one line that opens on a narrow one.
#[component]
fn VerdictSide(props: &PageProps) -> Html {
    let model = &props.model;
    let send = use_send();
    let go = use_callback(send, |field: String, send| send.emit(Action::FieldSought(field)));
    let panel = html! {
        <VerdictPanel playbook={Shared::from(&model.playbook)} shipped={Shared::from(&model.shipped)}
            verdict={Shared::from(&model.verdict)} account={Shared::from(&model.account)} today={model.today}
            editable={model.is_editable()} on_go={go} />
    };
    html! {
        <aside class="columns__verdict" aria-label="Verdict">
            <details class="verdict-line" open={true}>
                <summary class="verdict-line__summary">
                    <VerdictLine playbook={Shared::from(&model.playbook)} verdict={Shared::from(&model.verdict)} />
                </summary>
                <div class="verdict-line__panel">{ panel }</div>
            </details>
        </aside>
    }
}
