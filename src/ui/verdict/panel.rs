//! The panel: its parts in the order a partner needs them.
use super::figures::{Figures, changed};
use super::next::Next;
use super::section::{
    Section, same_change, same_engagement, same_findings, same_fit, same_gates, same_people, same_rules, same_warnings,
};
use super::{change, context, engagement, findings, gates, people, score, warnings};
use crate::app::{Action, Changed};
use crate::domain::account::{Account, Person};
use crate::domain::change::Change;
use crate::domain::criterion::Input;
use crate::domain::date::Day;
use crate::domain::growth::growth;
use crate::domain::table::Table;
use crate::export::words;
use crate::playbook::Playbook;
use crate::playbook::verdict::Verdict;
use crate::ui::Shared;
use crate::ui::part::{Fetched, Missing};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct VerdictProps {
    pub playbook: Shared<Playbook>,
    /// The rules as they ship, to name what was changed.
    pub shipped: Shared<Playbook>,
    pub verdict: Shared<Verdict>,
    pub account: Shared<Account>,
    pub today: Day,
    pub editable: bool,
    /// What stands below the score and the next question.
    pub details: Fetched<Details>,
    /// The field being typed in: its problems wait until it is left.
    pub typing: Option<String>,
    /// A question was asked for, by its id.
    pub on_go: Callback<String>,
    pub send: Callback<Action>,
    pub change: Callback<Changed>,
}

/// What the parts read.
#[derive(Clone)]
pub struct View {
    pub playbook: Shared<Playbook>,
    pub verdict: Shared<Verdict>,
    pub changed: Rc<Figures>,
    pub people: Rc<Vec<Person>>,
    /// What is known of each criterion, in words, by its id.
    pub known: Rc<Table<String>>,
    /// What the questions of the two changes say now: up, down.
    pub present: [Option<String>; 2],
    pub today: Day,
    pub on_go: Callback<String>,
    /// Which profile and which of its criteria, for what is drawn of one of them alone.
    pub row: (usize, usize),
}

/// What draws a section, and what tells whether it would look the same.
pub type Drawn = (fn(&View) -> Html, fn(&View, &View) -> bool);

/// The sections below the score and the next question, which come right after the page is shown.
pub struct Details(pub [Drawn; 7]);

pub static DETAILS: Details = Details([
    (engagement::engagement, same_engagement),
    (gates::gates, same_gates),
    (people::people, same_people),
    (change::change, same_change),
    (warnings::warnings, same_warnings),
    (findings::findings, same_findings),
    (context::context, same_rules),
]);

#[component]
pub fn VerdictPanel(props: &VerdictProps) -> Html {
    let figures =
        use_memo((props.shipped.clone(), props.playbook.clone()), |(shipped, playbook)| changed(shipped, playbook));
    let verdict = use_settled(&props.verdict);
    let now = |change: &Option<Change>| {
        change.as_ref().and_then(|change| words::answer(&props.playbook, &props.account, &verdict, &change.question))
    };
    let view = View {
        playbook: props.playbook.clone(),
        changed: figures.clone(),
        people: Rc::new(props.account.people.clone()),
        known: Rc::new(known(&props.playbook, &props.account, &verdict)),
        present: [now(&verdict.changes.up), now(&verdict.changes.down)],
        today: props.today,
        on_go: props.on_go.clone(),
        verdict: verdict.clone(),
        row: (0, 0),
    };
    let section = |(draw, same): Drawn| html! { <Section view={view.clone()} {draw} {same} /> };
    let below: &[Drawn] = match props.details {
        Fetched::Here(details) => &details.0,
        Fetched::Absent | Fetched::Missing => &[],
    };
    html! {
        <div class="verdict">
            { section((score::head, same_fit)) }
            <Next playbook={props.playbook.clone()} {verdict} account={props.account.clone()} editable={props.editable}
                typing={props.typing.clone()} on_go={props.on_go.clone()} send={props.send.clone()} change={props.change.clone()} />
            // A list of its own: what comes later doesn't take the places of what is there.
            <>{ for below.iter().copied().map(section) }</>
            if props.details == Fetched::Missing { <p class="field__error">{ Missing.to_string() }</p> }
        </div>
    }
}

/// The same pointer as long as the content is equal.
#[hook]
fn use_settled<T: PartialEq + 'static>(new: &Shared<T>) -> Shared<T> {
    let kept = use_mut_ref(|| new.clone());
    let mut kept = kept.borrow_mut();
    if *kept != *new && **kept != **new {
        *kept = new.clone();
    }
    kept.clone()
}

/// What is known of each criterion, as it was understood, by the criterion's id.
fn known(playbook: &Playbook, account: &Account, verdict: &Verdict) -> Table<String> {
    let answer = |question: &String| words::answer(playbook, account, verdict, question);
    let criteria = playbook.profiles.iter().flat_map(|profile| &profile.criteria);
    let known = criteria.filter_map(|criterion| {
        let text = match &criterion.input {
            Input::Answer(question) => answer(question),
            Input::Growth(input) => growth(input, &verdict.answers).span().map(words::percent),
            Input::Stack { said, apps, .. } => match verdict.answers.said(said) {
                Some(_) => answer(said),
                None => answer(apps).or_else(|| answer(said)),
            },
        };
        Some((criterion.id.clone(), text?))
    });
    known.collect()
}
