//! What leaves the page: a summary for those who decide, everything behind it, tables, pictures; drafts for the guide.
use super::desk::Desk;
use super::draws::Drawn;
use super::uncertainty::rounded;
use super::worked::Worked;
use super::{empty, guide, pictures, workbook};
use crate::app::{Action, Model};
use crate::browser::{download, share};
use crate::domain::value::simulate::Outcomes;
use crate::export::business::{self, Business, Uncertain};
use crate::export::checklist::{Case, Stamp};
use crate::export::document::Document;
use crate::export::{html, markdown, parcel, text};
use crate::ui::made::{Made, word};
use crate::ui::share_panel::copy_text;
use crate::ui::{Shared, document};
use crate::wire::order::{self, Order};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// What comes with a table for spreadsheets.
const CSV: (&str, &str) = ("csv", "text/csv;charset=utf-8");

pub fn documents(desk: &Desk, drawn: &Drawn) -> Html {
    if !desk.worked.says_something() {
        return html! {
            <section class="group"><h2 class="group__title">{ "Documents" }</h2>{ empty::invitation(desk) }</section>
        };
    }
    let outcomes = drawn.fresh().filter(|outcomes| !Drawn::is_first(outcomes)).cloned();
    let stamp = std::rc::Rc::new(stamp(&desk.view.model));
    let business = Sent { stamp, worked: desk.worked.clone(), outcomes };
    html! {
        <>
            { summary(desk, &business) }
            { annex(desk, &business) }
            { tables(desk, &business) }
            { pictures::pictures(desk, &business) }
            { guide::guide(desk, &business) }
        </>
    }
}

/// What the documents are written from, kept for when one is asked for.
#[derive(Clone, PartialEq)]
pub struct Sent {
    pub stamp: std::rc::Rc<Stamp>,
    pub worked: Shared<Worked>,
    pub outcomes: Option<Shared<Outcomes>>,
}

impl Sent {
    /// Writes from the case.
    pub fn with<T>(&self, write: impl FnOnce(&Business) -> T) -> T {
        let worked = &self.worked;
        write(&Business {
            stamp: &self.stamp,
            plan: &worked.plan,
            model: &worked.model,
            results: &worked.results,
            problems: &worked.problems,
            uncertain: self.outcomes.as_ref().and_then(|outcomes| uncertain(worked, outcomes)),
        })
    }

    /// The name of a file without its extension. A long account's is cut, so that what the file holds is not.
    pub fn stem(&self, what: &str) -> String {
        let account: String = self.stamp.account.chars().take(28).collect();
        format!("{account} {what} {}", self.stamp.date)
    }
}

fn stamp(model: &Model) -> Stamp {
    Stamp::of(&Case { playbook: &model.playbook, account: &model.account, verdict: &model.verdict, today: model.today })
}

fn uncertain(worked: &Worked, outcomes: &Outcomes) -> Option<Uncertain> {
    let [low, middle, high] = rounded(worked, outcomes.npv.figures.as_ref()?);
    let target = worked.plan.payback_target.as_ref().map(|target| target.range.likely);
    Some(Uncertain { low, middle, high, payback: target.zip(outcomes.payback.within) })
}

/// One document in the formats that the page can write by itself.
fn written(desk: &Desk, sent: &Sent, what: &'static str, name: &'static str, write: fn(&Business) -> Document) -> Html {
    let act = |label: &'static str, done: fn(&Document, &str, &Callback<Action>)| {
        let (sent, send) = (sent.clone(), desk.view.send.clone());
        let onclick = Callback::from(move |_: MouseEvent| done(&sent.with(write), &sent.stem(name), &send));
        html! {
            <button type="button" class="button" {onclick}>{ label }<span class="visually-hidden">{ format!(": {what}") }</span></button>
        }
    };
    let file = word(sent.stem(name));
    let sent = sent.clone();
    let order = Callback::from(move |()| Ok(order::write(&Order::Word(parcel::pack(&sent.with(write))))));
    html! {
        <>
        <Made label={["Word document (DOCX): ", what].concat()} {file} {order} />
        <div class="cluster">
            { act("Web page (HTML)", |document, stem, _| _ = download::save(stem, html::EXTENSION, html::MIME, html::write(document).as_bytes())) }
            { act("Markdown", |document, stem, _| _ = download::save(stem, markdown::EXTENSION, markdown::MIME, markdown::write(document).as_bytes())) }
            { act("Copy as rich text", copy_rich) }
            { act("Copy as Markdown", |document, _, send| copy_text(send.clone(), markdown::write(document), "The document is copied as Markdown.")) }
        </div>
        </>
    }
}

fn copy_rich(document: &Document, _: &str, send: &Callback<Action>) {
    let (rich, plain, send) = (html::fragment(document), text::write(document), send.clone());
    spawn_local(async move {
        send.emit(match share::copy_rich(&rich, &plain).await {
            Ok(()) => Action::Noticed { text: "The document is copied with its formatting.".into(), fault: false },
            Err(fault) => Action::Noticed { text: fault.to_string(), fault: true },
        });
    });
}

fn summary(desk: &Desk, sent: &Sent) -> Html {
    html! {
        <section class="group export">
            <h2 class="group__title">{ "Summary for the one who decides" }</h2>
            <p>{ "One page: the result, where it comes from, how sure it is and what must be true." }</p>
            { written(desk, sent, "summary", "business case", business::summary) }
            <Preview sent={sent.clone()} />
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct PreviewProps {
    sent: Sent,
}

/// Written anew only when the case changed.
#[component]
fn Preview(props: &PreviewProps) -> Html {
    let document = use_memo(props.sent.clone(), |sent| sent.with(business::summary));
    html! {
        <details class="preview" open={true}>
            <summary>{ "Preview" }</summary>
            { document::render(&document) }
        </details>
    }
}

fn annex(desk: &Desk, sent: &Sent) -> Html {
    html! {
        <section class="group">
            <h2 class="group__title">{ "Annex" }</h2>
            <p>{ "Everything behind the summary: each figure with its range, evidence and source, each formula with the numbers put in." }</p>
            { written(desk, sent, "annex", "business case annex", business::annex) }
        </section>
    }
}

fn tables(desk: &Desk, sent: &Sent) -> Html {
    let csv = |label: &'static str, name: &'static str, write: fn(&Business) -> String| {
        let sent = sent.clone();
        let (extension, mime) = CSV;
        let onclick = Callback::from(move |_: MouseEvent| {
            download::save(&sent.stem(name), extension, mime, sent.with(write).as_bytes());
        });
        html! { <button type="button" class="button" {onclick}>{ label }</button> }
    };
    html! {
        <section class="group">
            <h2 class="group__title">{ "For spreadsheets" }</h2>
            <p>{ "The workbook calculates by itself: whoever changes a figure there gets the result that this page would give." }</p>
            { workbook::workbook(desk, sent) }
            <div class="cluster">
                { csv("Cash flow (CSV)", "cash flow", business::cash_flow_csv) }
                { csv("All figures (CSV)", "figures", business::inputs_csv) }
            </div>
        </section>
    }
}
