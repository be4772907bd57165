//! The whole editor: the list of processes, and of the one in view every part.
use super::deed::{self, Deed, Outcome, fact};
use super::open::{self, Opener, Report};
use super::place::Place;
use super::{compare, exchange, heading, lanes, mend, roles, start, steps, turns};
use crate::app::{Action, Model};
use crate::browser::focus;
use crate::domain::problem::Problem;
use crate::domain::process::{self, Process, Side, edit};
use crate::domain::row::{Row, RowKind, Rows, below, find, next_key, of};
use crate::domain::value::defaults::Defaults;
use crate::domain::value::reading::Reader;
use crate::playbook::library::Library;
use crate::ui::value::{Desk, Worked};
use crate::ui::{Shared, View};
use crate::wire::bounds;
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::prelude::*;

/// Said where nothing more would be kept.
const FULL: &str = "This account holds as many steps and other rows as it can keep, so nothing was added. Remove what is no longer needed, or put the process into an account of its own.";

#[derive(Properties, PartialEq)]
pub struct EditorProps {
    pub view: View,
    pub library: Shared<Library>,
    pub defaults: Shared<Defaults>,
    pub worked: Shared<Worked>,
}

/// The process in view, as its rows are understood.
#[derive(Debug, Default, PartialEq)]
pub struct Read {
    pub process: Process,
    pub problems: Vec<Problem>,
}

/// What the parts of the editor are drawn from, and how they say what is to be done.
pub struct Stage<'a> {
    pub view: &'a View,
    pub desk: Desk<'a>,
    pub place: &'a Place,
    pub process: &'a Rc<Row>,
    pub read: &'a Shared<Read>,
    /// What is wrong in the process and with those who do the work, by row.
    pub found: &'a BTreeMap<u32, Vec<Problem>>,
    /// Does edits, and puts the focus where they say.
    pub go: Callback<Outcome>,
    /// Does something to a step.
    pub act: Callback<(u32, Deed)>,
    /// Goes to another place.
    pub set: Callback<Place>,
}

impl Stage<'_> {
    pub fn rows(&self) -> &[Rc<Row>] {
        &self.view.model.account.rows
    }

    pub fn side(&self) -> Side {
        if self.place.is_after { Side::After } else { Side::Before }
    }

    /// The problems of a row that are not being typed in.
    pub fn problems(&self, row: &Row) -> &[Problem] {
        self.found.get(&row.key).map(Vec::as_slice).unwrap_or_default()
    }

    /// A click that comes to this, worked out when it happens.
    pub fn click(&self, made: impl Fn(&Model) -> Outcome + 'static) -> Callback<MouseEvent> {
        let (model, go) = (self.view.model.clone(), self.go.clone());
        Callback::from(move |_| go.emit(made(&model)))
    }
}

#[component]
pub fn Editor(props: &EditorProps) -> Html {
    let view = &props.view;
    let model = &view.model;
    let place = use_state(Place::default);
    let now = place.now(model);
    // Cards that were not drawn anew act on what is there now.
    let latest = use_mut_ref(|| (view.clone(), now.clone()));
    *latest.borrow_mut() = (view.clone(), now.clone());
    // The element that gets the focus once the account has changed.
    let wish = use_mut_ref(|| None::<(u64, String)>);
    {
        let (wish, revision) = (wish.clone(), model.revision);
        use_effect(move || {
            let due = wish.borrow_mut().take_if(|(asked, _)| revision > *asked);
            if let Some((_, element)) = due {
                focus::at(&element);
            }
        });
    }
    let set = {
        let place = place.setter();
        use_callback((), move |next: Place, ()| place.set(next))
    };
    let go = {
        let latest = latest.clone();
        use_callback((), move |outcome: Outcome, ()| {
            let (view, _) = latest.borrow().clone();
            if outcome.edits.is_empty() || !view.model.is_editable() {
                return;
            }
            if !edit::fits(view.model.account.rows.len(), &outcome.edits, bounds::ROWS) {
                view.send.emit(Action::Noticed { text: FULL.to_owned(), fault: true });
                return;
            }
            *wish.borrow_mut() = outcome.focus.map(|element| (view.model.revision, element));
            outcome.edits.into_iter().for_each(|edit| view.change.emit(fact(edit)));
            view.send.emit(Action::FieldLeft);
        })
    };
    let act = {
        let (go, set) = (go.clone(), set.clone());
        let latest = latest.clone();
        use_callback((), move |(step, deed): (u32, Deed), ()| {
            let (view, mut place) = latest.borrow().clone();
            let outcome = deed::done(&view.model, &mut place, step, deed);
            set.emit(place);
            go.emit(outcome);
        })
    };
    let desk = Desk { view, library: &props.library, defaults: &props.defaults, worked: &props.worked };
    let process = now.process.and_then(|key| find(&model.account.rows, key));
    let given = (model.account.rows.clone(), now.process, props.defaults.clone(), desk.currency().to_owned());
    let read = use_memo(given, |(rows, key, defaults, currency): &(Rows, Option<u32>, Shared<Defaults>, String)| {
        key.map_or_else(Read::default, |key| read(rows, key, Reader { currency, defaults }))
    });
    let read = Shared(read);
    let add = {
        let (model, go, set, place) = (model.clone(), go.clone(), set.clone(), now.clone());
        Callback::from(move |_: MouseEvent| {
            let rows = &model.account.rows;
            let key = next_key(rows);
            set.emit(Place { process: Some(key), is_after: false, page: 0, open: Vec::new(), ..place.clone() });
            go.emit(Outcome { edits: vec![edit::new_process(rows)], focus: Some(deed::name_of(key)) });
        })
    };
    let report = use_state(|| None::<Report>);
    let put = {
        let report = report.setter();
        use_callback((), move |next: Option<Report>, ()| report.set(next))
    };
    let opener = Opener { latest, set: set.clone(), go: go.clone(), report: put.clone() };
    html! {
        <section class="process">
            <div class="process__bar">
                { list(view, &now, &set) }
                <div class="cluster">
                    <button type="button" class="button button--small" id="process-add" disabled={!model.is_editable()} onclick={add}>{ "Add a process" }</button>
                    { open::opener(model.is_editable(), &opener) }
                    { turns::turns(view) }
                </div>
            </div>
            { open::reported(report.as_ref(), &put) }
            {
                match process {
                    Some(process) => {
                        let key = process.key;
                        let found = found(&desk, process, &read);
                        let stage = Stage { view, desk, place: &now, process, read: &read, found: &found, go, act, set };
                        html! { <div class="process__parts" {key}>{ parts(&stage) }</div> }
                    }
                    None => start::start(view, &props.library, &go),
                }
            }
        </section>
    }
}

fn list(view: &View, now: &Place, set: &Callback<Place>) -> Html {
    let item = |row: &Rc<Row>| {
        let key = row.key;
        let (set, next) = (set.clone(), Place { process: Some(key), page: 0, open: Vec::new(), ..now.clone() });
        let onclick = Callback::from(move |_: MouseEvent| set.emit(next.clone()));
        html! {
            <li {key}>
                <button type="button" class="chip" aria-pressed={(now.process == Some(key)).to_string()} {onclick}>{ named(row) }</button>
            </li>
        }
    };
    let all: Vec<&Rc<Row>> = of(&view.model.account.rows, RowKind::Process).collect();
    html! { <ul class="process__list" hidden={all.len() < 2} aria-label="Processes">{ for all.into_iter().map(item) }</ul> }
}

/// The name of a row, or a stand-in.
pub fn named(row: &Row) -> String {
    match (row.text("name").trim(), row.kind) {
        ("", RowKind::Process) => "Unnamed process".to_owned(),
        ("", RowKind::Lane) => "Unnamed lane".to_owned(),
        ("", RowKind::Role) => "Unnamed people".to_owned(),
        ("", _) => "Unnamed step".to_owned(),
        (name, _) => name.to_owned(),
    }
}

fn parts(stage: &Stage) -> Html {
    html! {
        <>
            { heading::heading(stage) }
            { start::note(stage) }
            { compare::comparison(stage) }
            { mend::mend(stage) }
            { lanes::lanes(stage) }
            { roles::roles(stage) }
            { steps::steps(stage) }
            { exchange::exchange(stage) }
            { heading::removal(stage) }
        </>
    }
}

fn read(rows: &[Rc<Row>], key: u32, reader: Reader) -> Read {
    let (process, problems) = process::read(rows, key, &|row, name, problems| reader.input(row, name, problems));
    Read { process, problems }
}

/// The problems of the process, of what belongs to it and of those who do the work, each once, but for what is being
/// typed.
fn found(desk: &Desk, process: &Row, read: &Read) -> BTreeMap<u32, Vec<Problem>> {
    let rows = desk.rows();
    let mut own: BTreeMap<u32, Vec<Problem>> = of(rows, RowKind::Role).map(|role| (role.key, Vec::new())).collect();
    own.insert(process.key, Vec::new());
    for kind in [RowKind::Lane, RowKind::Step] {
        own.extend(below(rows, kind, process.key).map(|row| (row.key, Vec::new())));
    }
    let branches: Vec<u32> = of(rows, RowKind::Branch)
        .filter(|branch| branch.parent.is_some_and(|step| own.contains_key(&step)))
        .map(|branch| branch.key)
        .collect();
    own.extend(branches.into_iter().map(|branch| (branch, Vec::new())));
    let typing = desk.view.model.typing.as_deref();
    for problem in desk.worked.problems.iter().chain(&read.problems) {
        let key = problem.field.strip_prefix("row.").and_then(|rest| rest.split('.').next()?.parse().ok());
        let at = key.and_then(|key: u32| own.get_mut(&key)).filter(|_| typing != Some(problem.field.as_str()));
        if let Some(at) = at.filter(|at| !at.contains(problem)) {
            at.push(problem.clone());
        }
    }
    own.retain(|_, problems| !problems.is_empty());
    own
}
