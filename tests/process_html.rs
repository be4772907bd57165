//! The editor of a process as HTML, without a browser: what it says in each state, and that nobody's text becomes
//! markup.
#![cfg(feature = "web")]
mod drawn;
#[path = "drawn/words.rs"]
mod words;

use drawn::draw_as;
use fitproof::app::{Action, Changed, Chapter, Model, Start, update};
use fitproof::domain::date::Day;
use fitproof::domain::row::{Row, RowKind, of};
use fitproof::playbook::Playbook;
use fitproof::playbook::library::{Library, rows_beside};
use fitproof::ui::View;
use fitproof::ui::value::ValuePage;
use words::{holds, lacks};
use yew::prelude::*;

/// Draws the part with the processes.
fn draw(made: impl FnOnce() -> Model + Send + 'static) -> String {
    let processes = move || update(&made(), Action::ChapterOpened(Chapter::Processes));
    draw_as(processes, |model| html! { <ValuePage view={View::of(model, Callback::noop(), Callback::noop())} /> })
}

fn empty() -> Model {
    let today = Day::parse("2026-11-23").expect("a day");
    Model::new(Playbook::embedded(), Start { today, chance: String::new(), example: None })
}

fn changed(model: &Model, changes: impl IntoIterator<Item = Changed>) -> Model {
    changes.into_iter().fold(model.clone(), |model, changed| update(&model, Action::Changed(changed)))
}

fn onboarding() -> Model {
    let model = empty();
    let library = Library::open(&model.shipped);
    let case = library.use_case("use-case.hr-onboarding").expect("it ships");
    changed(&model, [Changed::RowsAdded { rows: rows_beside(case, &model.account.rows), before: None }])
}

fn typed(key: u32, field: &str, text: &str) -> Changed {
    Changed::RowTyped { key, field: field.into(), text: text.into() }
}

/// A process (1) with a lane (2) and so many steps before (from 3 on).
fn long(count: u32) -> Model {
    let mut rows = vec![Row::new(1, RowKind::Process, None), Row::new(2, RowKind::Lane, Some(1))];
    for key in 3..count + 3 {
        let mut step = Row::new(key, RowKind::Step, Some(1));
        for (field, text) in [("name", &*format!("Step number {key}")), ("lane", "2"), ("minutes", "5")] {
            step.fields.insert(field.into(), text.into());
        }
        rows.push(step);
    }
    changed(&empty(), [Changed::RowsAdded { rows, before: None }])
}

fn count(html: &str, word: &str) -> usize {
    html.matches(word).count()
}

#[test]
fn nothing_yet_says_so_and_offers_a_start() {
    let html = draw(empty);
    holds(&html, &["No process yet", "Add a process", "Start from “", "See all use cases"]);
    lacks(&html, &["NaN", "Take it along", "class=\"step "]);
}

#[test]
fn the_onboarding_example_shows_that_minutes_count() {
    let html = draw(onboarding);
    holds(&html, &["Minutes count, not boxes: steps go from 12 to 9", "Before: 12", "After: 9"]);
    holds(&html, &["Steps by hand", "Work of people", "Time from start to end", "Errors", "Cost of people’s time"]);
    holds(&html, &["Greenhouse", "Manager approves", "<svg", "As a table", "Picture (SVG)", "Picture (PNG)"]);
    assert_eq!(count(&html, "role=\"group\" aria-label=\"Step "), 12);
    lacks(&html, &["NaN", "inf ", "To look at in this process"]);
}

#[test]
fn every_step_moves_by_buttons_and_the_ends_say_so() {
    let html = draw(onboarding);
    for number in 1..=12 {
        holds(&html, &[&format!("Move step {number} up"), &format!("Move step {number} down")]);
        holds(&html, &[&format!("Add a step after step {number}"), &format!("Remove step {number}")]);
        holds(&html, &[&format!("<span class=\"visually-hidden\"> of step {number}</span>")]);
    }
    lacks(&html, &["draggable", "ondrag"]);
}

#[test]
fn what_is_wrong_is_told_at_its_field_and_in_the_list() {
    let html = draw(|| {
        let model = long(3);
        let faults = [typed(3, "minutes", "-5"), typed(5, "then", "4"), typed(4, "how", "decision")];
        update(&changed(&model, faults), Action::FieldLeft)
    });
    holds(&html, &["To look at in this process", "goes back to", "no ways out yet", "q-row-3-minutes-problems"]);
    holds(&html, &["aria-invalid=\"true\""]);
    lacks(&html, &["NaN"]);
}

#[test]
fn hostile_text_stays_text() {
    const EVIL: &str = "<img src=x onerror=alert(1)>\"'&</script>]]>";
    let html = draw(|| {
        let model = onboarding();
        let rows = &model.account.rows;
        let named = rows.iter().filter(|row| row.kind.shape().texts.contains(&"name"));
        let names = named.map(|row| typed(row.key, "name", EVIL));
        let steps = of(rows, RowKind::Step)
            .flat_map(|row| ["how", "lane", "side", "minutes", "then"].map(|field| typed(row.key, field, EVIL)));
        changed(&model, names.chain(steps).collect::<Vec<_>>())
    });
    lacks(&html, &["<img", "</script>", "onerror=alert(1)>\""]);
    holds(&html, &["&lt;img src=x"]);
}

#[test]
fn no_inline_style_no_script_and_every_id_once() {
    for html in [draw(onboarding), draw(|| long(60))] {
        lacks(&html, &[" style=", "<style", "<script", "javascript:", " onclick="]);
        let mut ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert!(ids.len() > 100, "fields have ids");
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "an id stands twice");
        for part in html.split(" for=\"").skip(1) {
            let id = part.split('"').next().unwrap_or_default();
            assert!(ids.binary_search(&id).is_ok(), "nothing has the id {id}");
        }
    }
}

#[test]
fn a_long_process_is_shown_in_pages() {
    let html = draw(|| long(2_000));
    holds(&html, &["Before: 2000", "Steps 1 to 40 of 2000", "Later steps", "Draw the picture of all 2000 steps"]);
    assert_eq!(count(&html, "role=\"group\" aria-label=\"Step "), 40);
    assert!(html.len() < 1_000_000, "{} bytes", html.len());
}

#[test]
fn a_field_that_is_asked_for_is_in_view_and_open() {
    let html = draw(|| update(&long(2_000), Action::FieldSought("row.2002.waiting".into())));
    holds(&html, &["Steps 1961 to 2000 of 2000", "Step number 2002", "q-row-2002-waiting", "aria-expanded=\"true\""]);
}

#[test]
fn an_empty_side_may_begin_as_a_copy() {
    let html = draw(|| {
        let model = long(3);
        let steps: Vec<Changed> =
            of(&model.account.rows, RowKind::Step).map(|row| typed(row.key, "side", "after")).collect();
        let model = changed(&model, steps);
        update(&model, Action::FieldSought("row.3.name".into()))
    });
    holds(&html, &["Before: 0", "After: 3"]);
    lacks(&html, &["Copy before to after"]);
}

#[test]
fn a_copy_can_be_read_but_not_changed() {
    let html = draw(|| {
        let account = (*onboarding().account).clone();
        update(&empty(), Action::CopyOpened(Box::new(account)))
    });
    let inputs = count(&html, "<input class=\"input") + count(&html, "<select");
    assert!(inputs > 30);
    for field in html.split("<input class=\"input").skip(1).chain(html.split("<select").skip(1)) {
        let tag = field.split('>').next().unwrap_or_default();
        assert!(tag.contains("disabled"), "{tag}");
    }
    holds(&html, &["Picture (SVG)"]);
}
