//! The proof page: what comes next, then in parts which plan, its window and plan, whether it may start, the guide, how it
//! ends, and what leaves the page. A trial is short enough for one piece.
mod closing;
mod exports;
mod files;
mod fold;
mod guide;
mod kind;
mod list;
mod plan;
mod ready;
mod said;
mod section;
mod timeline;

pub use exports::export;

use super::View;
use super::chapters::{Chapters, Groups};
use super::exchange;
use super::form::{errors, questions};
use crate::app::{Action, ProofPart};
use crate::domain::problem::Problem;
use crate::export::progress::Progress;
use crate::playbook::data::PageData;
use list::Desk;
use yew::prelude::*;

/// In the order of [`ProofPart::ALL`].
const GROUPS: Groups = &[
    ("Agree on it", &["The plan", "Success criteria", "Steps and days", "Ready to start?"]),
    ("Write it and close it", &["The guide", "Ask the customer", "How it ends", "Documents"]),
];

pub fn proof(view: &View) -> Html {
    let case = exports::case(&view.model);
    let progress = Progress::of(&case);
    let short = progress.short();
    let lacks: &[Problem] = short.as_ref().map_or(&[], |(_, problems)| problems);
    let problems: Vec<Problem> = progress.problems.iter().filter(|_| short.is_none()).chain(lacks).cloned().collect();
    let desk = Desk { view, problems: &problems };
    let next = kind::next(&desk, &progress.next());
    html! {
        <div class="page proof">
            <h1 class="page__title">{ if short.is_some() { "The trial" } else { "The proof of concept" } }</h1>
            <p class="page__lead">{ "Write it down with the customer: what it must show, by when, and who decides." }</p>
            { errors(view) }
            if let Some((plan, problems)) = &short {
                <div class="plan" key="short">
                    { next }
                    { kind::chooser(&desk, &progress) }
                    { kind::short(&desk, &progress, plan, problems) }
                    { view.model.reply.as_ref().map(|_| exchange::ask(view)) }
                    { exports::exports(view) }
                </div>
            } else {
                <div class="plan" key="whole">{ whole(&desk, &progress, next) }</div>
            }
        </div>
    }
}

/// All of a proof of concept or value, in parts. What comes next is seen above each of them.
fn whole(desk: &Desk, progress: &Progress, above: Html) -> Html {
    let view = desk.view;
    let now = ProofPart::ALL.iter().position(|part| *part == view.model.proof).unwrap_or_default();
    let opened =
        view.send.reform(|at: usize| Action::ProofOpened(ProofPart::ALL.get(at).copied().unwrap_or(ProofPart::Plan)));
    html! {
        <Chapters label="Parts of the proof of concept" groups={GROUPS} {now} {opened} {above}>{ part(desk, progress) }</Chapters>
    }
}

fn part(desk: &Desk, progress: &Progress) -> Html {
    match desk.view.model.proof {
        ProofPart::Plan => html! {
            <div class="plan">
                { kind::chooser(desk, progress) }
                { questions(desk.view, PageData::Proof) }
                { plan::plan(desk, progress) }
            </div>
        },
        ProofPart::Criteria => plan::criteria(desk, progress),
        ProofPart::Days => plan::days(desk, progress),
        ProofPart::Readiness => ready::ready(desk, progress),
        ProofPart::Guide => guide::guide(desk, progress),
        ProofPart::Exchange => exchange::ask(desk.view),
        ProofPart::Closing => closing::closing(desk, progress),
        ProofPart::Documents => exports::exports(desk.view),
    }
}
