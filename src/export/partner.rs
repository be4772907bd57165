//! The partner's document: the whole checklist, and everything that stands between it and a start.
use super::case::Case;
use super::checklist::{Stamp, sign};
use super::document::{Check, Document, line};
use super::known::{self, known};
use super::next_step::next_step;
use super::plan::PlanView;
use super::progress::{Looked, Progress};
use super::{short, words};
use crate::domain::account::Author;
use crate::domain::condition::Holds;
use crate::domain::guide::{self, Found, NextStep, Status};
use crate::domain::persona;
use crate::domain::pov;
use crate::domain::problem::Problem;
use crate::playbook::data::{ApprovalData, EntryData, GateData};
use crate::playbook::verdict::Gate;

/// Everything the case holds about the proof of concept.
pub fn document(case: &Case) -> Document {
    let mut document = Document {
        title: format!("Proof of concept checklist: {}", case.name()),
        subtitle: "For the partner's own team. The customer gets a version of their own.".into(),
        ..Document::default()
    };
    verdict(&mut document, case);
    warnings(&mut document, case);
    let progress = Progress::of(case);
    match progress.short() {
        Some((short, lacks)) => trial(&mut document, &short::ShortView::of(case, &short), &lacks),
        None => proof(&mut document, case, &progress),
    }
    sign(&mut document, &Stamp::of(case));
    document
}

/// The shorter plan, and what it lacks.
fn trial(document: &mut Document, view: &short::ShortView, lacks: &[Problem]) {
    short::write(document, view);
    let lacks: Vec<String> = lacks.iter().map(said).collect();
    if !lacks.is_empty() {
        document.heading(2, "What it still lacks");
        document.list(lacks);
    }
}

/// A problem with what to do about it.
fn said(problem: &Problem) -> String {
    problem.sentences()
}

fn proof(document: &mut Document, case: &Case, progress: &Progress) {
    gates(document, case);
    document.heading(2, "Dates");
    if case.dates().is_empty() {
        document.note("No dates are set yet.");
    }
    document.table(&["What", "When"], case.date_rows());
    document.heading(2, "Approval checklist");
    let point = |point: &ApprovalData| Check {
        done: case.account.approvals.contains(&point.id),
        text: backed(case, &point.id, point.name.clone()),
    };
    document.checks(case.playbook.data.approvals.iter().map(point).collect());
    PlanView::of(case).write(document);
    clock(document, case, progress);
    sections(document, case, progress);
    closing(document, progress);
}

/// With who said it, and when, where that is noted.
fn backed(case: &Case, id: &str, text: String) -> String {
    match words::said_by(&guide::saying(&case.account.rows, id)) {
        Some(said) => format!("{text} ({})", words::inner(&said)),
        None => text,
    }
}

fn closing(document: &mut Document, progress: &Progress) {
    let closing = &progress.closing;
    let Some(next) = closing.next else { return };
    document.heading(2, "How it ends");
    let mut rows = vec![vec!["Next step".to_owned(), words::capital(words::next_step(next))]];
    if !closing.reason.is_empty() {
        rows.push(vec!["Why".to_owned(), line(&closing.reason)]);
    }
    if let Some(end) = closing.new_end.filter(|_| next == NextStep::Extend) {
        rows.push(vec!["New end".to_owned(), end.in_words()]);
    }
    document.table(&["What", "Agreed"], rows);
    if closing.ends() {
        let check = |entry: &EntryData| Check { done: closing.is_wound_down(&entry.id), text: entry.text.clone() };
        document.checks(progress.guide.data.wind_down.iter().map(check).collect());
    }
}

fn verdict(document: &mut Document, case: &Case) {
    let (playbook, verdict) = (case.playbook, case.verdict);
    document.heading(2, "Where it stands");
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut row = |name: &str, text: String| rows.push(vec![name.to_owned(), text]);
    for (at, fit) in verdict.fit.profiles.iter().enumerate() {
        let best = if verdict.fit.best == Some(at) { " (the better fit)" } else { "" };
        row(&format!("Fit: {}", words::profile_short(playbook, at)), words::verdict_line(playbook, fit) + best);
    }
    if let Some(label) = words::label_line(playbook, verdict) {
        row("Profile", words::capital(&label));
    }
    if let Some(size) = verdict.deal {
        row("Deal size a year", words::money(size, &playbook.data.currency));
    }
    row("Engagement", words::capital(&words::engagement_line(playbook, verdict)));
    row("It rests on", words::capital(&words::bound_line(playbook, verdict)));
    row("Gates", words::gates_line(playbook, verdict));
    if let Some(kind) = verdict.engagement.settled().and_then(|id| words::engagement(playbook, id)) {
        row("Help from Make", kind.call.text.clone());
    }
    row("Next", next_step(case));
    document.table(&["What", "State"], rows);
    let changed = case.account.settings.values().filter(|text| !text.trim().is_empty()).count();
    if changed > 0 {
        let figures = words::counted(changed, "figure of the rules was", "figures of the rules were");
        document.note(format!("In this case {figures} changed."));
    }
}

fn warnings(document: &mut Document, case: &Case) {
    let text = |(id, holds): &(String, Holds)| {
        let warning = case.playbook.data.warnings.iter().find(|warning| warning.id == *id)?;
        Some(match holds {
            Holds::Yes => warning.text.clone(),
            Holds::Maybe | Holds::No => format!("Not ruled out: {}", words::inner(&warning.text)),
        })
    };
    let window = &case.playbook.window;
    let days = [&window.start, &window.end, &window.decision];
    let late = case.verdict.problems.iter().filter(|problem| days.contains(&&problem.field));
    let late = late.map(|problem| format!("{}. {}.", problem.message, problem.hint));
    let all: Vec<String> = case.verdict.warnings.iter().filter_map(text).chain(late).collect();
    if !all.is_empty() {
        document.heading(2, "Warnings");
        document.list(all);
    }
}

/// What the clock says, and the signs of a trial without end.
fn clock(document: &mut Document, case: &Case, progress: &Progress) {
    let plan = &progress.plan;
    let signs: Vec<String> = pov::signs(plan, case.today).into_iter().map(words::sign).collect();
    let is_planned = *plan != pov::Plan { days: plan.days, ..pov::Plan::default() };
    let problems = progress.problems.iter().filter(|_| is_planned);
    let said: Vec<String> = problems.map(said).chain(signs.into_iter().filter(|_| is_planned)).collect();
    if !said.is_empty() {
        document.heading(2, "The clock");
        document.list(said);
    }
}

fn gates(document: &mut Document, case: &Case) {
    let data = &case.playbook.data;
    document.heading(2, "Before it starts");
    document.checks(checks(case, &data.preconditions, &case.verdict.preconditions));
    document.heading(2, "Gates");
    document.checks(checks(case, &data.gates, &case.verdict.gates));
    let missing =
        case.verdict.coverage.iter().filter(|row| row.needed != Holds::No && row.status != persona::Status::Covered);
    let missing = missing.map(|row| {
        let name = case.role_name(&row.role);
        match row.needed {
            Holds::Maybe => format!("{name}: {}, {}", words::role_status(row.status), words::role_needed(row.needed)),
            Holds::Yes | Holds::No => format!("{name}: {}", words::role_status(row.status)),
        }
    });
    let missing: Vec<String> = missing.collect();
    if !missing.is_empty() {
        document.heading(2, "People to find");
        document.list(missing);
    }
}

/// What is open says what to do.
fn checks(case: &Case, data: &[GateData], gates: &[Gate]) -> Vec<Check> {
    let check = |(data, gate): (&GateData, &Gate)| {
        let done = gate.state.is_met();
        let state = words::gate_state(gate.state);
        let text =
            if done { format!("{}: {state}", data.name) } else { format!("{}: {state}. {}", data.name, data.action) };
        Check { done, text: backed(case, &data.id, text) }
    };
    data.iter().zip(gates).map(check).collect()
}

fn sections(document: &mut Document, case: &Case, progress: &Progress) {
    let looked = progress.sections();
    document.heading(2, format!("The {} sections", looked.len()));
    let overview = looked.iter().enumerate().map(|(at, looked)| Check {
        done: looked.section.status() == Status::Complete,
        text: format!("{}. {}: {}", at + 1, looked.data.name, words::section_status(looked.section.status())),
    });
    document.checks(overview.collect());
    for (at, looked) in looked.iter().enumerate() {
        let section = looked.data;
        let state = words::capital(words::section_status(looked.section.status()));
        document.heading(3, format!("{}. {}", at + 1, section.name));
        document.note(format!("{state}. {}", authorship(looked)));
        looked.section.withheld().iter().for_each(|withheld| document.note(words::withheld(*withheld)));
        document.note("It must hold:");
        document.list(section.holds.iter().map(|entry| entry.text.clone()).collect());
        let lacks: Vec<String> = looked
            .checks
            .iter()
            .filter(|(_, found)| *found == Found::Lacks)
            .map(|(check, _)| check.text.clone())
            .collect();
        if !lacks.is_empty() {
            document.note("Advice on what still lacks:");
            document.list(lacks);
        }
        if let Some(discovery) = &section.discovery {
            document.note(format!("Ask: {}", discovery.text));
        }
        let facts = match section.id == known::ROLES {
            true => case.playbook.data.groups.iter().map(|group| group.text.clone()).collect(),
            false => known(case, &section.id),
        };
        if !facts.is_empty() {
            document.note(if section.id == known::ROLES { "To engage:" } else { "Known so far:" });
            document.list(facts);
        }
        if section.id == known::ROLES {
            people(document, case);
        }
        match case.account.sections.get(&section.id).map_or("", |own| own.text.trim()) {
            "" => document.paragraph("Not written yet."),
            text => document.quote(text),
        }
    }
}

/// Whose words they are, and who said so.
fn authorship(looked: &Looked) -> String {
    let author = words::authorship(looked.data.author, &looked.text);
    match words::said_by(&looked.saying).filter(|_| looked.text.author == Author::Customer) {
        Some(said) => format!("{author} {said}."),
        None => author.to_owned(),
    }
}

fn people(document: &mut Document, case: &Case) {
    let rows = case.people().map(|person| {
        let influence = person.influence.map_or("not judged", words::influence);
        let role = case.role(person).to_owned();
        vec![person.name.clone(), person.title.clone(), role, influence.to_owned(), person.contact.clone()]
    });
    document.table(&["Name", "Title", "Role", "Influence", "Contact"], rows.collect());
}
