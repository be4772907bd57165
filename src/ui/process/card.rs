//! One step: its name and the buttons that move it, how and where it is done, and behind a fold the rest.
use super::deed::{Deed, id};
use super::flow;
use super::text::{Label, at, choice, put, text};
use crate::domain::problem::Problem;
use crate::domain::row::Row;
use crate::domain::value::defaults::Defaults;
use crate::playbook::library::Library;
use crate::ui::form::{Choice, problems};
use crate::ui::value::input::{input, input_as};
use crate::ui::value::{Desk, Worked};
use crate::ui::{Shared, View};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties)]
pub struct CardProps {
    /// For what it sends alone: what is drawn is told by the others.
    pub view: View,
    pub library: Shared<Library>,
    pub defaults: Shared<Defaults>,
    pub worked: Shared<Worked>,
    pub step: Shared<Row>,
    pub branches: Vec<Shared<Row>>,
    /// Counted from 1.
    pub number: usize,
    pub is_first: bool,
    pub is_last: bool,
    pub is_open: bool,
    pub lanes: Rc<[Choice]>,
    pub roles: Rc<[Choice]>,
    /// The steps that may follow; none while it is closed.
    pub others: Rc<[Choice]>,
    pub problems: Vec<Problem>,
    pub act: Callback<(u32, Deed)>,
}

/// A long list is typed into quickly when only the card that changed is drawn anew.
impl PartialEq for CardProps {
    fn eq(&self, other: &Self) -> bool {
        let place = |props: &Self| (props.number, props.is_first, props.is_last, props.is_open);
        self.step == other.step
            && self.branches == other.branches
            && place(self) == place(other)
            && self.lanes == other.lanes
            && self.roles == other.roles
            && self.others == other.others
            && self.problems == other.problems
            && self.library == other.library
            && self.defaults == other.defaults
            && self.worked.plan.currency == other.worked.plan.currency
            && self.view.model.is_editable() == other.view.model.is_editable()
    }
}

impl CardProps {
    /// A click that does this to the step.
    pub fn click(&self, deed: Deed) -> Callback<MouseEvent> {
        let (act, key) = (self.act.clone(), self.step.key);
        Callback::from(move |_| act.emit((key, deed.clone())))
    }

    /// A choice that does this to the step.
    pub fn chosen(&self, made: impl Fn(String) -> Deed + 'static) -> Callback<String> {
        let (act, key) = (self.act.clone(), self.step.key);
        Callback::from(move |text| act.emit((key, made(text))))
    }

    /// Words for those who hear the page.
    pub fn of_step(&self) -> String {
        format!(" of step {}", self.number)
    }

    pub fn desk(&self) -> Desk<'_> {
        Desk { view: &self.view, library: &self.library, defaults: &self.defaults, worked: &self.worked }
    }
}

pub const HOW: [(&str, &str); 3] = [("manual", "By hand"), ("decision", "Decision"), ("automatic", "Automatic")];

/// Fields that stand on a closed card.
const CLOSED: [&str; 4] = ["name", "how", "lane", "minutes"];

#[component]
pub fn Card(props: &CardProps) -> Html {
    let (step, view) = (&*props.step, &props.view);
    let (more, found) = (props.of_step(), props.problems.as_slice());
    let of = |shown| Label { shown, more: &more, is_hidden: false };
    let entered = {
        let (act, key) = (props.act.clone(), step.key);
        Callback::from(move |()| act.emit((key, Deed::Next)))
    };
    let name = Label { shown: "Name", more: &more, is_hidden: true };
    let how = (step.text("how").to_owned(), props.chosen(Deed::How));
    let words = super::text::choices(&HOW);
    html! {
        <div class={classes!("step", props.is_open.then_some("step--open"))} id={id(step, "card")} role="group" aria-label={format!("Step {}", props.number)}>
            <div class="step__head">
                <span class="step__number" aria-hidden="true">{ props.number }</span>
                { text(view, step, "name", &name, &at(found, step, "name"), Some(entered)) }
                { buttons(props) }
            </div>
            <div class="step__main">
                { choice(view, step, "how", &of("How"), &at(found, step, "how"), &words, how) }
                { put(view, step, "lane", &of("Lane"), &at(found, step, "lane"), &props.lanes) }
                { input_as(&props.desk(), step, "minutes", "Minutes of work", "") }
            </div>
            { fold(props) }
        </div>
    }
}

/// What moves a step stays where it was pressed: at the end of the list it says so instead of going away.
fn buttons(props: &CardProps) -> Html {
    let step = &*props.step;
    let number = props.number;
    let editable = props.view.model.is_editable();
    let button = |part: &str, sign: &'static str, label: String, deed: Deed, stuck: bool| {
        html! {
            <button type="button" class="button button--small step__button" id={id(step, part)} aria-label={label.clone()} title={label}
                disabled={!editable} aria-disabled={stuck.then_some("true")} onclick={props.click(deed)}>
                <span aria-hidden="true">{ sign }</span>
            </button>
        }
    };
    html! {
        <div class="step__buttons">
            { button("up", "↑", format!("Move step {number} up"), Deed::Up, props.is_first) }
            { button("down", "↓", format!("Move step {number} down"), Deed::Down, props.is_last) }
            { button("next", "+", format!("Add a step after step {number}"), Deed::Next, false) }
            { button("remove", "×", format!("Remove step {number}"), Deed::Remove, false) }
        </div>
    }
}

/// What a closed card says of what it hides, problems above all.
fn fold(props: &CardProps) -> Html {
    let step = &*props.step;
    let card = id(step, "more");
    let hidden = |problem: &&Problem| {
        CLOSED.iter().all(|field| {
            let shown = step.field(field);
            problem.field.strip_prefix(&shown).is_none_or(|rest| !(rest.is_empty() || rest.starts_with('.')))
        })
    };
    let found: Vec<Problem> = props.problems.iter().filter(hidden).cloned().collect();
    let summary = summary(props);
    let (sign, words) = if props.is_open { ("▾", "Fewer details") } else { ("▸", "More details") };
    html! {
        <div class="step__fold">
            <button type="button" class="link step__toggle" aria-expanded={props.is_open.to_string()} aria-controls={card.clone()}
                onclick={props.click(Deed::Turned)}>
                <span aria-hidden="true">{ sign }{ " " }</span>
                { words }
                <span class="visually-hidden">{ props.of_step() }</span>
            </button>
            <span class="step__summary">{ summary }</span>
            if !props.is_open && !found.is_empty() { { problems(&found, &id(step, "hidden")) } }
            <div class="step__more" id={card}>
                if props.is_open { { more(props, &found) } }
            </div>
        </div>
    }
}

fn summary(props: &CardProps) -> String {
    let step = &*props.step;
    let named = |choices: &[Choice], field: &str| {
        let found = choices.iter().find(|(value, _)| !value.is_empty() && **value == *step.text(field));
        found.map(|(_, label)| label.to_string())
    };
    let how = HOW.iter().find(|(id, _)| *id == step.text("how")).map(|(_, words)| (*words).to_owned());
    let figure = |field: &str, after: &str| {
        let text = step.text(field).trim();
        (!text.is_empty()).then(|| [text, after].concat())
    };
    let parts = [
        how,
        named(&props.lanes, "lane"),
        figure("minutes", " min"),
        named(&props.roles, "role"),
        figure("waiting", " min waiting"),
        figure("error-rate", " % errors"),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn more(props: &CardProps, found: &[Problem]) -> Html {
    let (step, view, more) = (&*props.step, &props.view, props.of_step());
    let role = Label { shown: "Done by", more: &more, is_hidden: false };
    html! {
        <div class="step__details">
            { put(view, step, "role", &role, &at(found, step, "role"), &props.roles) }
            { for ["waiting", "error-rate", "fix-minutes"].map(|name| input(&props.desk(), step, name)) }
            { flow::flow(props, found) }
        </div>
    }
}
