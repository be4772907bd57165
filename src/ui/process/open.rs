//! A process that comes in as a BPMN file of any tool: what was left out is listed, and a file that can't be read
//! leaves the work as it is.
use super::deed::{Outcome, name_of};
use super::place::Place;
use crate::browser::file;
use crate::domain::problem::sentence;
use crate::domain::process::edit::Edit;
use crate::domain::row::next_key;
use crate::export::bpmn;
use crate::ui::View;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// What became of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    pub text: String,
    pub left_out: Vec<String>,
    pub is_refused: bool,
}

/// What is there when the file has been read, and the ways to change it.
#[derive(Clone)]
pub struct Opener {
    pub latest: Rc<RefCell<(View, Place)>>,
    pub set: Callback<Place>,
    pub go: Callback<Outcome>,
    pub report: Callback<Option<Report>>,
}

impl Opener {
    fn take(&self, text: &str) -> Report {
        let (view, place) = self.latest.borrow().clone();
        let rows = &view.model.account.rows;
        let side =
            if place.is_after { crate::domain::process::Side::After } else { crate::domain::process::Side::Before };
        match bpmn::read(text, side, rows) {
            Err(problem) => {
                refused(&[&sentence(&problem.message), " ", &sentence(&problem.hint), " Nothing was changed."].concat())
            }
            Ok(imported) => {
                let key = next_key(rows);
                self.set.emit(Place { process: Some(key), page: 0, open: Vec::new(), ..place });
                self.go.emit(Outcome {
                    edits: vec![Edit::Add { rows: imported.rows, before: None }],
                    focus: Some(name_of(key)),
                });
                let text = if imported.left_out.is_empty() {
                    "The whole file was read."
                } else {
                    "The file was read. This was left out:"
                };
                Report { text: text.to_owned(), left_out: imported.left_out, is_refused: false }
            }
        }
    }
}

fn refused(text: &str) -> Report {
    Report { text: text.trim().to_owned(), left_out: Vec::new(), is_refused: true }
}

/// The button that opens a file.
pub fn opener(editable: bool, opener: &Opener) -> Html {
    let opener = opener.clone();
    let onchange = Callback::from(move |event: Event| {
        let Some(picked) = file::picked(&event) else { return };
        let opener = opener.clone();
        spawn_local(async move {
            let report = match file::read(&picked).await {
                Ok(text) => opener.take(&text),
                Err(fault) => refused(&fault.to_string()),
            };
            opener.report.emit(Some(report));
        });
    });
    html! {
        <label class="button button--small process__open">
            <span>{ "Open a BPMN file" }</span>
            <input class="visually-hidden" id="process-open" type="file" accept=".bpmn,.xml,application/xml,text/xml" disabled={!editable} {onchange} />
        </label>
    }
}

/// What became of the last file, until it is put away.
pub fn reported(report: Option<&Report>, put: &Callback<Option<Report>>) -> Html {
    let close = put.reform(|_: MouseEvent| None);
    let shown = |report: &Report| {
        html! {
            <>
                <p class={report.is_refused.then_some("field__error")}>{ &report.text }</p>
                <ul>{ for report.left_out.iter().enumerate().map(|(at, text)| html! { <li key={at}>{ text }</li> }) }</ul>
                <button type="button" class="button button--quiet button--small" onclick={close}>{ "Put this note away" }</button>
            </>
        }
    };
    // It is there before it says something, so that it is read out.
    html! { <div class={classes!("process__report", report.is_none().then_some("process__report--none"))} role="status">{ for report.map(shown) }</div> }
}
