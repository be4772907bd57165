//! The plan as documents show it: what success means, what must be there, and who does what when.
use super::case::Case;
use super::document::{Document, line};
use super::words;
use crate::domain::date::Day;
use crate::domain::pov::{self, Criterion, Event, EventKind, Phase, Plan, Prerequisite};

/// Rows of a table.
type Rows = Vec<Vec<String>>;

/// The columns of the success criteria.
const CRITERIA: [&str; 7] = ["Use case", "Measure", "Today", "Target", "Confirmed by", "Done by", "Result"];

/// What both sides may read of the plan. What isn't a field here can't be in a customer's document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanView {
    criteria: Rows,
    prerequisites: Rows,
    events: Rows,
}

impl PlanView {
    pub fn of(case: &Case) -> Self {
        let plan = read(case);
        Self {
            criteria: plan.criteria.iter().filter(|one| is_written(one)).map(criterion).collect(),
            prerequisites: plan.prerequisites.iter().filter(|one| !one.what.is_empty()).map(prerequisite).collect(),
            events: plan.events.iter().filter(|one| !one.name.is_empty()).map(event).collect(),
        }
    }

    /// What success means and what came of it, without a heading.
    pub fn write_criteria(&self, document: &mut Document) {
        document.table(&CRITERIA, self.criteria.clone());
    }

    /// Lists that are empty leave no trace.
    pub fn write(&self, document: &mut Document) {
        let parts: [(&str, &[&str], &Rows); 3] = [
            ("Success criteria", &CRITERIA, &self.criteria),
            ("Prerequisites", &["What", "Who provides it", "Available on", "State"], &self.prerequisites),
            ("Mutual decision plan", &["When", "Step", "Who", "Phase", "State"], &self.events),
        ];
        for (title, head, rows) in parts {
            if !rows.is_empty() {
                document.heading(2, title);
                document.table(head, rows.clone());
            }
        }
    }
}

/// The plan of a case.
pub fn read(case: &Case) -> Plan {
    pov::read(&case.account.rows, case.verdict.days).0
}

/// A criterion that says anything.
pub fn is_written(criterion: &Criterion) -> bool {
    [&criterion.use_case, &criterion.measure, &criterion.target].iter().any(|text| !text.is_empty())
}

fn day(day: Option<Day>) -> String {
    day.map_or_else(String::new, Day::in_words)
}

fn criterion(one: &Criterion) -> Vec<String> {
    let texts = [&one.use_case, &one.measure, &one.baseline, &one.target, &one.owner];
    let texts = texts.into_iter().map(|text| line(text));
    texts.chain([day(one.due), words::capital(words::result(one.result))]).collect()
}

fn prerequisite(one: &Prerequisite) -> Vec<String> {
    vec![line(&one.what), line(&one.who), day(one.available), state(one.done, "Is there")]
}

/// What a step is called, with its kind where that says more.
pub fn step(one: &Event) -> String {
    match one.kind {
        EventKind::Meeting => line(&one.name),
        EventKind::Legal => format!("{} (legal review)", line(&one.name)),
        EventKind::It => format!("{} (IT review)", line(&one.name)),
        EventKind::Decision => format!("{} (decision meeting)", line(&one.name)),
    }
}

fn event(one: &Event) -> Vec<String> {
    let phase = match one.phase {
        Phase::Prepare => "Prepare",
        Phase::Execute => "Execute",
        Phase::FollowUp => "Follow up",
    };
    vec![day(one.day), step(one), line(&one.who), phase.to_owned(), state(one.done, "Done")]
}

fn state(is_done: bool, done: &str) -> String {
    if is_done { done.to_owned() } else { "Open".to_owned() }
}
