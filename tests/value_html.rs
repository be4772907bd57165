//! The business case as HTML, without a browser: what each part says in each state, and that nobody's text becomes
//! markup.
#![cfg(feature = "web")]
mod drawn;
#[path = "drawn/words.rs"]
mod words;

use drawn::draw_as;
use fitproof::app::{Action, Changed, Chapter, Model, Start, update};
use fitproof::domain::date::Day;
use fitproof::domain::row::{Row, RowKind, of};
use fitproof::export::business::Business;
use fitproof::export::business::feed::drafts;
use fitproof::export::checklist::Stamp;
use fitproof::playbook::Playbook;
use fitproof::playbook::library::{Library, rows_beside};
use fitproof::ui::value::{Outlook, ValuePage, outcomes, work};
use fitproof::ui::{Shared, View};
use std::rc::Rc;
use words::{holds, lacks};
use yew::prelude::*;

fn page(model: Shared<Model>) -> Html {
    html! { <ValuePage view={View::of(model, Callback::noop(), Callback::noop())} /> }
}

/// Draws what the function makes; the model is built where it is drawn, since it is not for other threads.
fn draw(made: impl FnOnce() -> Model + Send + 'static) -> String {
    draw_as(made, page)
}

fn empty() -> Model {
    let today = Day::parse("2026-11-23").expect("a day");
    Model::new(Playbook::embedded(), Start { today, chance: String::new(), example: None })
}

fn changed(model: Model, changes: impl IntoIterator<Item = Changed>) -> Model {
    changes.into_iter().fold(model, |model, changed| update(&model, Action::Changed(changed)))
}

fn at(model: Model, chapter: Chapter) -> Model {
    update(&update(&model, Action::FieldLeft), Action::ChapterOpened(chapter))
}

fn row(kind: RowKind, fields: &[(&str, &str)]) -> Changed {
    let mut row = Row::new(0, kind, None);
    fields.iter().for_each(|(field, text)| _ = row.fields.insert((*field).into(), (*text).into()));
    Changed::RowsAdded { rows: vec![row], before: None }
}

fn plan(field: &str, text: &str) -> Changed {
    Changed::SoleTyped { kind: RowKind::Plan, field: field.into(), text: text.into() }
}

/// The first use case of the library with a subscription and an implementation.
fn full() -> Model {
    let model = changed(empty(), [plan("include", "all")]);
    let library = Library::open(&model.playbook);
    let rows = rows_beside(&library.data.use_cases[0], &model.account.rows);
    let costs = [
        row(RowKind::Cost, &[("type", "subscription"), ("name", "Licenses"), ("amount", "12000")]),
        row(RowKind::Cost, &[("type", "implementation"), ("name", "Set-up"), ("amount", "8000")]),
    ];
    changed(model, [Changed::RowsAdded { rows, before: None }].into_iter().chain(costs))
}

#[test]
fn an_empty_case_invites() {
    let html = draw(|| at(empty(), Chapter::Benefits));
    holds(&html, &["Choose a use case", "Load a worked example", "Add a benefit"]);
    lacks(&html, &["NaN", "Worth today"]);
    let html = draw(|| at(empty(), Chapter::Result));
    holds(&html, &["Choose a use case"]);
}

#[test]
fn the_library_shows_where_its_figures_come_from() {
    let html = draw(|| at(empty(), Chapter::UseCases));
    holds(&html, &["Add to the case", "our judgement: no source gives it", "All departments"]);
    lacks(&html, &["In this case"]);
    holds(&draw(|| at(full(), Chapter::UseCases)), &["In this case", "Add it once more"]);
}

#[test]
fn every_part_is_drawn_in_every_state() {
    for made in [empty as fn() -> Model, full, faulty] {
        for chapter in Chapter::ALL {
            let html = draw(move || at(made(), chapter));
            lacks(&html, &["NaN", "inf ", "∞", " style=", "<style", "<script", "javascript:", " onclick="]);
            ids_are_unique(&html);
        }
    }
}

#[track_caller]
fn ids_are_unique(html: &str) {
    let ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    for (at, id) in ids.iter().enumerate() {
        assert!(!ids[..at].contains(id), "the id {id} stands twice");
    }
    for attribute in ["for", "aria-labelledby"] {
        for rest in html.split(&format!(" {attribute}=\"")).skip(1) {
            let id = rest.split('"').next().unwrap_or_default();
            assert!(ids.contains(&id), "nothing has the id {id}");
        }
    }
}

/// Something wrong at every kind of field.
fn faulty() -> Model {
    let time = [("driver", "time"), ("volume", "many"), ("minutes", "-5"), ("automated", "140")];
    let cost = [("type", "subscription"), ("amount", "-1")];
    let changes = [row(RowKind::Benefit, &time), row(RowKind::Benefit, &[]), row(RowKind::Cost, &cost)];
    changed(empty(), changes.into_iter().chain([plan("days", "400"), plan("horizon", "0"), plan("currency", "12")]))
}

#[test]
fn what_is_wrong_is_said_at_its_field() {
    let html = draw(|| at(faulty(), Chapter::Benefits));
    holds(
        &html,
        &["This can’t be above", "aria-invalid=\"true\""]
            .map(|text| text.replace('’', "'"))
            .each_ref()
            .map(String::as_str),
    );
    holds(&draw(|| at(faulty(), Chapter::Costs)), &["be below 0"]);
    holds(&draw(|| at(faulty(), Chapter::Settings)), &["The horizon is a whole number of years from 1 to 10"]);
}

#[test]
fn a_full_case_has_its_figures() {
    let html = draw(|| at(full(), Chapter::Result));
    holds(&html, &["What the plan is worth today", "Return on investment", "as Total Economic Impact defines it"]);
    holds(&html, &["Internal rate of return", "Cost of delay", "Released time", "Counted", "Year 3", "Three cases"]);
}

/// By default released time is no money, which a reader must not have to find out.
#[test]
fn what_is_not_counted_is_said_beside_the_figure_with_the_button_that_counts_it() {
    let cash = || changed(full(), [plan("include", "")]);
    for chapter in [Chapter::Result, Chapter::Benefits] {
        let html = draw(move || at(cash(), chapter));
        holds(&html, &["Released time worth $", "counted in it until you say so", ">Count released time</button>"]);
        let html = draw(move || at(full(), chapter));
        lacks(&html, &["until you say so", "Count released time"]);
    }
}

#[test]
fn how_to_know_the_result_better_is_said_with_the_way_to_each_figure() {
    let html = draw(|| at(full(), Chapter::Result));
    holds(&html, &["How well it is known", "The result is known no better than", "To raise it", "ask the customer"]);
}

#[derive(Properties, PartialEq)]
struct DrawnProps {
    model: Shared<Model>,
}

/// The outcomes of a case, drawn here.
#[component]
fn Drawn(props: &DrawnProps) -> Html {
    let defaults = Library::open(&props.model.playbook).defaults();
    let rows = &props.model.account.rows;
    let outcomes = outcomes(rows, &defaults, 2_000);
    let worked = work(rows, &defaults);
    html! { <Outlook worked={Shared(Rc::new(worked))} outcomes={Shared(Rc::new(outcomes))} /> }
}

#[test]
fn outcomes_are_told_in_words_figures_and_pictures_with_tables() {
    let html = draw_as(full, |model| html! { <Drawn {model} /> });
    holds(
        &html,
        &["P10", "P50", "P90", "Chance to pay back", "What moves it most", "seed 1", "As a table", "2,000 outcomes"],
    );
    lacks(&html, &["NaN", " style="]);
    ids_are_unique(&html);
}

#[test]
fn without_a_range_there_is_one_outcome() {
    let costs = || changed(empty(), [row(RowKind::Cost, &[("type", "run"), ("amount", "100")])]);
    let html = draw_as(costs, |model| html! { <Drawn {model} /> });
    holds(&html, &["No figure is a range yet"]);
}

#[test]
fn documents_are_offered_and_drafts_wait_for_a_click() {
    let html = draw(|| at(full(), Chapter::Documents));
    holds(&html, &["Excel workbook with live formulas", "Cash flow (CSV)", "Annex", "Preview", "Put it there"]);
    lacks(&html, &["It is there"]);
    let html = draw(|| {
        let drafted = draw_drafts(&full());
        at(changed(full(), drafted), Chapter::Documents)
    });
    holds(&html, &["It is there"]);
}

/// Every draft of a case put into its section, as the buttons do.
fn draw_drafts(model: &Model) -> Vec<Changed> {
    let library = Library::open(&model.playbook);
    let worked = work(&model.account.rows, &library.defaults());
    let stamp = Stamp { account: "A".into(), date: model.today, version: String::new(), disclaimer: String::new() };
    let business = Business {
        stamp: &stamp,
        plan: &worked.plan,
        model: &worked.model,
        results: &worked.results,
        problems: &worked.problems,
        uncertain: None,
    };
    let drafts = drafts(&business, &library.data.feeds);
    assert!(!drafts.is_empty());
    drafts.into_iter().map(|draft| Changed::SectionTyped { section: draft.section, text: draft.text }).collect()
}

#[test]
fn what_must_be_true_points_the_right_way() {
    // 12,000 a year against nothing that comes in: whatever the license costs, it doesn't pay.
    let cost = || row(RowKind::Cost, &[("type", "run"), ("amount", "12000"), ("adjustment", "0")]);
    let tool = |saved: &str| row(RowKind::Benefit, &[("driver", "tools"), ("yearly-cost", saved), ("adjustment", "0")]);
    let even = [plan("ramp-1", "100"), plan("ramp-2", "100"), plan("ramp-3", "100"), plan("cost-adjustment", "0")];
    for (saved, says) in
        [("20000", ["at least $12,000", "at most $20,000"]), ("9000", ["at least $12,000", "at most $9,000"])]
    {
        let made = {
            let changes: Vec<Changed> = [cost(), tool(saved)].into_iter().chain(even.clone()).collect();
            move || at(changed(empty(), changes), Chapter::BreakEven)
        };
        holds(&draw(made), &says);
    }
}

#[test]
fn hostile_text_stays_text() {
    const EVIL: &str = "<img src=x onerror=alert(1)>\"'&</script>";
    for chapter in Chapter::ALL {
        let html = draw(move || {
            let model = full();
            let rows: Vec<_> = model.account.rows.iter().map(|row| (row.key, row.kind)).collect();
            let typed = rows.into_iter().flat_map(|(key, kind)| {
                let shape = kind.shape();
                let fields =
                    shape.texts.iter().chain(shape.inputs).filter(|field| **field != "driver" && **field != "type");
                fields.map(move |field| Changed::RowTyped { key, field: (*field).into(), text: EVIL.into() })
            });
            let typed: Vec<Changed> = typed.collect();
            at(changed(model, typed), chapter)
        });
        lacks(&html, &["<img", "</script>", "onerror=alert(1)>\""]);
    }
}

#[test]
fn a_copy_can_be_read_but_not_changed() {
    for chapter in Chapter::ALL {
        let html = draw(move || {
            let model = update(&empty(), Action::CopyOpened(Box::new((*full().account).clone())));
            at(model, chapter)
        });
        let start = html.find("id=\"chapter\"").expect("the part in view");
        for field in html[start..].split("<input").skip(1).chain(html[start..].split("<select").skip(1)) {
            let tag = field.split('>').next().unwrap_or_default();
            let free =
                tag.contains("type=\"checkbox\"") || tag.contains("type=\"radio\"") || tag.contains("type=\"range\"");
            assert!(free || tag.contains("disabled"), "{tag} can be changed");
        }
    }
    assert_eq!(of(&full().account.rows, RowKind::Cost).count(), 2);
}
