//! Everything that is still open, a row each: who, by when, and how far it is.
use super::case::Case;
use super::checklist::Audience;
use super::csv::{self, Cell};
use super::document::line;
use super::progress::Progress;
use super::{plan, registration, words};
use crate::domain::date::Day;
use crate::domain::guide::{Short, ShortKind, Status};
use crate::domain::pov::Verdict;
use crate::domain::problem::Problem;
use crate::playbook::data::GateData;
use crate::playbook::verdict::Gate;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    pub what: String,
    pub kind: &'static str,
    pub who: String,
    pub due: Option<Day>,
    pub state: String,
}

const BOTH: &str = "Both sides";

/// For one audience; those with a day first, in order.
pub fn tasks(case: &Case, audience: Audience) -> Vec<Task> {
    let short = Progress::of(case).short();
    let mut all = match (audience, &short) {
        (Audience::Registration, _) => registration::missing(case),
        (Audience::Customer, Some((short, _))) => tried(case, short),
        (Audience::Partner, Some((short, problems))) => [tried(case, short), lacking(problems)].concat(),
        (_, None) => {
            let own = if audience == Audience::Partner { gates(case) } else { Vec::new() };
            [own, approvals(case, audience), sections(case, audience), planned(case)].concat()
        }
    };
    all.sort_by_key(|task| (task.due.is_none(), task.due));
    all
}

/// As a file for spreadsheets and planning tools.
pub fn csv(tasks: &[Task]) -> String {
    let head = ["Task", "Kind", "Who", "Due", "State"].map(Cell::from);
    let row = |task: &Task| {
        let due = task.due.map_or_else(String::new, |day| day.to_string());
        [&task.what, task.kind, &task.who, &due, &task.state].map(|text: &str| Cell::Text(line(text))).into()
    };
    csv::write(&std::iter::once(head.into()).chain(tasks.iter().map(row)).collect::<Vec<_>>())
}

/// What must hold before it starts: for the partner alone.
fn gates(case: &Case) -> Vec<Task> {
    let (data, verdict) = (&case.playbook.data, case.verdict);
    let all = data.preconditions.iter().zip(&verdict.preconditions).chain(data.gates.iter().zip(&verdict.gates));
    let open = all.filter(|(_, gate)| !gate.state.is_met());
    open.map(|(data, gate): (&GateData, &Gate)| Task {
        what: format!("{}: {}", data.name, data.action),
        kind: "Gate",
        who: "Partner".into(),
        due: None,
        state: words::capital(words::gate_state(gate.state)),
    })
    .collect()
}

/// The customer reads them as joint agreements.
fn approvals(case: &Case, audience: Audience) -> Vec<Task> {
    let open = case.playbook.data.approvals.iter().filter(|point| !case.account.approvals.contains(&point.id));
    open.map(|point| Task {
        what: if audience == Audience::Customer { &point.joint } else { &point.name }.clone(),
        kind: if audience == Audience::Customer { "Agreement" } else { "Approval point" },
        who: BOTH.into(),
        due: None,
        state: "Open".into(),
    })
    .collect()
}

/// How far the partner is with a section is told to nobody else.
fn sections(case: &Case, audience: Audience) -> Vec<Task> {
    let progress = Progress::of(case);
    let looked = progress.sections();
    let open = (1..).zip(&looked).filter(|(_, looked)| looked.section.status() != Status::Complete);
    open.map(|(number, looked)| Task {
        what: format!("Section {number}: {}", looked.data.name),
        kind: "Section",
        who: words::capital(words::author(looked.data.author)),
        due: None,
        state: match looked.section.is_draft() {
            true => "Draft by the partner".to_owned(),
            false if audience == Audience::Customer => "Open".to_owned(),
            false => words::capital(words::section_status(looked.section.status())),
        },
    })
    .collect()
}

/// The days of a trial that are still to come. It has neither gates nor sections, and what was planned for a proof waits.
fn tried(case: &Case, short: &Short) -> Vec<Task> {
    let window = &case.playbook.window;
    let days = match short.kind {
        ShortKind::SelfService => vec![("Check-in".to_owned(), short.check_in)],
        ShortKind::GuidedTrial => window.named(short.days).map(|(question, day)| (case.short(question), day)).into(),
    };
    let coming = days.into_iter().filter(|(_, day)| day.is_some_and(|day| day >= case.today));
    coming.map(|(what, due)| Task { what, kind: "Day", who: BOTH.into(), due, state: "Open".into() }).collect()
}

/// What the plan of a trial lacks, and what to do about it: for the partner alone.
fn lacking(problems: &[Problem]) -> Vec<Task> {
    let task = |problem: &Problem| Task {
        what: problem.sentences(),
        kind: "Plan",
        who: "Partner".into(),
        due: None,
        state: "Open".into(),
    };
    problems.iter().map(task).collect()
}

/// Prerequisites, steps and criteria.
fn planned(case: &Case) -> Vec<Task> {
    let plan = plan::read(case);
    let open = || "Open".to_owned();
    let prerequisites = plan.prerequisites.iter().filter(|one| !one.done && !one.what.is_empty());
    let prerequisites = prerequisites.map(|one| Task {
        what: line(&one.what),
        kind: "Prerequisite",
        who: line(&one.who),
        due: one.available,
        state: open(),
    });
    let events = plan.events.iter().filter(|one| !one.done && !one.name.is_empty());
    let events = events.map(|one| Task {
        what: plan::step(one),
        kind: "Step",
        who: line(&one.who),
        due: one.day,
        state: open(),
    });
    let criteria = plan.criteria.iter().filter(|one| one.result == Verdict::Open && plan::is_written(one));
    let criteria = criteria.map(|one| {
        let parts = [&one.use_case, &one.measure, &one.target].map(|text| line(text));
        let what = parts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(": ");
        Task { what, kind: "Success criterion", who: line(&one.owner), due: one.due, state: open() }
    });
    prerequisites.chain(events).chain(criteria).collect()
}
