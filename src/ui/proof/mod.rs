//! The proof page: which plan, what comes next, its window and plan, whether it may start, the guide, how it ends, and
//! what leaves the page.
mod closing;
mod exports;
mod files;
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
use super::exchange;
use super::form::{errors, questions};
use crate::domain::problem::Problem;
use crate::export::progress::Progress;
use crate::playbook::data::PageData;
use list::Desk;
use yew::prelude::*;

pub fn proof(view: &View) -> Html {
    let case = exports::case(&view.model);
    let progress = Progress::of(&case);
    let short = progress.short();
    let lacks: &[Problem] = short.as_ref().map_or(&[], |(_, problems)| problems);
    let problems: Vec<Problem> = progress.problems.iter().filter(|_| short.is_none()).chain(lacks).cloned().collect();
    let desk = Desk { view, problems: &problems };
    let body = match &short {
        Some((plan, problems)) => kind::short(&desk, &progress, plan, problems),
        None => whole(&desk, &progress),
    };
    html! {
        <div class="page">
            <h1 class="page__title">{ if short.is_some() { "The trial" } else { "The proof of concept" } }</h1>
            <p class="page__lead">{ "Write it down with the customer: what it must show, by when, and who decides." }</p>
            { errors(view) }
            { kind::next(&desk, &progress.next()) }
            { kind::chooser(&desk, &progress) }
            <div key={if short.is_some() { "short" } else { "whole" }}>{ body }</div>
            { exports::exports(view) }
        </div>
    }
}

/// All of a proof of concept or value.
fn whole(desk: &Desk, progress: &Progress) -> Html {
    html! {
        <div class="plan">
            { questions(desk.view, PageData::Proof) }
            { plan::plan(desk, progress) }
            { ready::ready(desk, progress) }
            { guide::guide(desk, progress) }
            { exchange::ask(desk.view) }
            { closing::closing(desk, progress) }
        </div>
    }
}
