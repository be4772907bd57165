//! The plan: what success means, what must be there before, who does what when, and what the clock says of it.
use super::list::{Brief, Column, Desk, List, PARTNER, What, column, list, sole, ways};
use super::timeline::timeline;
use crate::app::Changed;
use crate::domain::date::{self, Day};
use crate::domain::pov::{self, Plan, Verdict};
use crate::domain::problem::Problem;
use crate::domain::row::{self, Row, RowKind};
use crate::export::progress::Progress;
use crate::export::words;
use crate::ui::form::element_id;
use crate::ui::{View, source};
use yew::prelude::*;

const CRITERIA: List = List {
    kind: RowKind::Criterion,
    title: "Success criteria",
    lead: "Few, and each one measurable: what is counted today, and what it must be at the end.",
    one: "a success criterion",
    name: "use-case",
    columns: &[
        column("use-case", "Use case", "", What::Words),
        column("measure", "What is measured", "Such as minutes per order", What::Words),
        column("baseline", "Today", "", What::Words),
        column("target", "Target", "", What::Words),
        column("owner", "Who confirms it", "", What::Words),
        column("due", "Done by", "", What::Day),
        column("result", "Result", "", What::Choice(&[("open", "Open"), ("met", "Met"), ("not-met", "Not met")])),
        column("result-note", "What was seen", "", What::Words),
    ],
};

const PREREQUISITES: List = List {
    kind: RowKind::Prerequisite,
    title: "Prerequisites",
    lead: "What must be there before the start, most often access to applications that are not in production.",
    one: "a prerequisite",
    name: "what",
    columns: &[
        column("what", "What", "", What::Words),
        column("who", "Who provides it", "", What::Words),
        column("available", "Available on", "", What::Day),
        column("done", "It is there", "", What::Tick),
    ],
};

const EVENTS: List = List {
    kind: RowKind::Event,
    title: "Mutual decision plan",
    lead: "Steps of both sides. Those counted from the start move with it; weekends and holidays are left out.",
    one: "a step",
    name: "name",
    columns: &[
        column("name", "Step", "", What::Words),
        column("who", "Who", "", What::Words),
        column("after", "Working days after the start", "0 is the start itself, -3 three before it", What::Number),
        column("day", "Or on a fixed day", "", What::Day),
        column(
            "phase",
            "Phase",
            "",
            What::Choice(&[("execute", "Execute"), ("prepare", "Prepare"), ("follow-up", "Follow up")]),
        ),
        column(
            "type",
            "Kind",
            "",
            What::Choice(&[
                ("meeting", "Meeting or work"),
                ("legal", "Legal review"),
                ("it", "IT review"),
                ("decision", "Decision meeting"),
            ]),
        ),
        column("done", "Done", "", What::Tick),
    ],
};

const HOLIDAYS: List = List {
    kind: RowKind::Holiday,
    title: "Holidays",
    lead: "Days on which nobody works besides weekends.",
    one: "a holiday",
    name: "name",
    columns: &[column("day", "Day", "", What::Day), column("name", "Name", "", What::Words)],
};

/// What is agreed as a whole.
const WHOLE: [Column; 5] = [
    column(
        "business-value",
        "Business value",
        "The manual work of today, and the systems they struggle with",
        What::Words,
    ),
    column("goals", "Goals", "", What::Words),
    column("channel", "The one channel with everyone in it", "", What::Words),
    column("approved-by", "Who approved more than two weeks", "Only for a longer run", What::Words),
    PARTNER,
];

/// What is agreed as a whole, and what the clock says of it.
pub fn plan(desk: &Desk, progress: &Progress) -> Html {
    let view = desk.view;
    html! {
        <>
            { clock(view, &progress.plan, desk.problems) }
            <section class="group" aria-labelledby="days-title">
                <h2 class="group__title" id="days-title">{ "Timeline" }</h2>
                { timeline(desk) }
            </section>
            <section class="group">
                <h2 class="group__title">{ "The plan as a whole" }</h2>
                { agreed(view) }
                <div class="card__fields">{ for WHOLE.iter().map(|column| html! { <div class="card__field" key={column.field}>{ sole(desk, RowKind::Engagement, column) }</div> }) }</div>
            </section>
        </>
    }
}

pub fn criteria(desk: &Desk, progress: &Progress) -> Html {
    let brief = |row: &Row| {
        let one = progress.plan.criteria.iter().find(|one| one.key == row.key);
        let result = one.map_or(Verdict::Open, |one| one.result);
        let by = one.and_then(|one| one.due).map_or_else(String::new, |day| format!("by {}", day.in_words()));
        let target = row.text("target").trim();
        let target = if target.is_empty() { String::new() } else { format!("Target: {target}") };
        Brief::new(
            result == Verdict::Met,
            &words::capital(words::result(result)),
            &[&target, &by, row.text("owner").trim()],
        )
    };
    list(desk, &CRITERIA, &[("added", desk.view.model.today.to_string())], &brief)
}

/// What must be there before, who does what when, and when nobody works.
pub fn days(desk: &Desk, progress: &Progress) -> Html {
    let plan = &progress.plan;
    let said = |day: Option<Day>| day.map_or_else(String::new, Day::in_words);
    let prerequisite = |row: &Row| {
        let one = plan.prerequisites.iter().find(|one| one.key == row.key);
        let (day, done) = one.map_or((None, false), |one| (one.available, one.done));
        Brief::new(done, if done { "It is there" } else { "Open" }, &[&said(day), row.text("who").trim()])
    };
    let event = |row: &Row| {
        let one = plan.events.iter().find(|one| one.key == row.key);
        let (day, done) = one.map_or((None, false), |one| (one.day, one.done));
        Brief::new(done, if done { "Done" } else { "Open" }, &[&said(day), row.text("who").trim()])
    };
    let holiday = |row: &Row| Brief::new(true, "", &[&said(Day::parse(row.text("day")))]);
    html! {
        <div class="plan">
            { list(desk, &PREREQUISITES, &[], &prerequisite) }
            { list(desk, &EVENTS, &[], &event) }
            { starter(desk, progress) }
            { list(desk, &HOLIDAYS, &[], &holiday) }
        </div>
    }
}

/// Steps to start from, as long as there are none.
fn starter(desk: &Desk, progress: &Progress) -> Html {
    let steps = &progress.guide.data.steps;
    let put = Changed::RowsAdded { rows: progress.guide.steps(), before: None };
    html! {
        <div class="section__known" hidden={!progress.plan.events.is_empty() || steps.is_empty()}>
            <p class="section__known-title">{ "Steps that a proof usually takes" }{ source::sign(steps.iter().map(|step| &step.source)) }</p>
            <ul>{ for steps.iter().map(|step| html! { <li key={step.id.clone()}>{ format!("{} ({})", step.name, offset(step.after)) }</li> }) }</ul>
            <button type="button" class="button button--small" disabled={!desk.is_editable()} onclick={desk.view.click_change(put)}>{ "Start from these steps" }</button>
        </div>
    }
}

/// "working day 3", "10 working days before the start"
fn offset(after: i64) -> String {
    match after {
        0 => "on the first day".to_owned(),
        1.. => {
            format!("{} after the start", words::counted(after.unsigned_abs() as usize, "working day", "working days"))
        }
        _ => {
            format!("{} before the start", words::counted(after.unsigned_abs() as usize, "working day", "working days"))
        }
    }
}

/// From the day of agreement on, changes of the end and new criteria are told.
fn agreed(view: &View) -> Html {
    let day = row::sole_text(&view.model.account.rows, RowKind::Engagement, "agreed").to_owned();
    let text = if day.is_empty() { view.model.today.to_string() } else { String::new() };
    let toggled = Changed::SoleTyped { kind: RowKind::Engagement, field: "agreed".into(), text };
    html! {
        <label class="choice" id={element_id("engagement.agreed")}>
            <input type="checkbox" checked={!day.is_empty()} disabled={!view.model.is_editable()} onchange={view.choose(toggled)} />
            <span>{ if day.is_empty() { "Both sides have agreed to this plan".to_owned() } else { format!("Both sides agreed to this plan on {}", date::in_words(&day)) } }</span>
        </label>
    }
}

/// What the clock says, and the signs of a trial without end. Stays as an element when there is nothing to say.
fn clock(view: &View, plan: &Plan, problems: &[Problem]) -> Html {
    let signs = pov::signs(plan, view.model.today);
    html! {
        <section class="group" aria-labelledby="clock-title">
            <h2 class="group__title" id="clock-title">{ "The clock" }</h2>
            <p hidden={!problems.is_empty() || !signs.is_empty()}>{ "Every rule about days is kept." }</p>
            { ways(view, problems) }
            <div class="clock__signs" hidden={signs.is_empty()}>
                <h3>{ "Signs of a trial without end" }</h3>
                <ul>{ for signs.iter().enumerate().map(|(at, sign)| html! { <li key={at}>{ words::sign(*sign) }</li> }) }</ul>
            </div>
        </section>
    }
}
