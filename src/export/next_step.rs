//! The one thing to do next.
use super::case::Case;
use super::words;
use crate::domain::condition::Holds;
use crate::domain::date::day_count;
use crate::domain::fit::Standing;
use crate::domain::persona::Status;
use crate::playbook::data::GateData;
use crate::playbook::verdict::{Gate, GateState};

/// What to do next, in one sentence: learn whether it fits; where it can't, what to do instead; else find the
/// people, meet what is open, and go on.
pub fn next_step(case: &Case) -> String {
    let steps = [low_fit, question, deal_size, people, gates, engagement];
    let found = steps.iter().find_map(|step| step(case)).unwrap_or_else(|| "Agree on the next meeting".into());
    super::document::line(&found)
}

fn low_fit(case: &Case) -> Option<String> {
    if !case.verdict.low_fit {
        return None;
    }
    let advice = case.playbook.data.advice.first()?;
    let enterprise = case.playbook.data.warnings.iter().filter(|warning| {
        let by_app = |trigger: &_| matches!(trigger, crate::playbook::data::TriggerData::EnterpriseApp { .. });
        warning.any.iter().any(by_app)
    });
    let mut enterprise = enterprise.map(|warning| &warning.id);
    let app = enterprise.any(|id| case.verdict.warnings.iter().any(|(own, holds)| own == id && *holds == Holds::Yes));
    let text = if app { &advice.enterprise_app } else { &advice.text };
    let day = case.today.plus(day_count(advice.days));
    Some(format!("{} Look again on {}.", sentence(text), day.in_words()))
}

/// While the tier may still move, its best question.
fn question(case: &Case) -> Option<String> {
    let settled = case.verdict.fit.best.is_some_and(|best| match case.verdict.fit.profiles[best].standing {
        Standing::Undecided => false,
        Standing::Tiered { low, high } => low == high,
    });
    let next = case.verdict.next.first().filter(|_| !settled)?;
    ask(case, &next.question)
}

fn deal_size(case: &Case) -> Option<String> {
    case.verdict.engagement.settled().is_none().then(|| ask(case, &case.playbook.data.deal.size))?
}

fn ask(case: &Case, question: &str) -> Option<String> {
    let data = case.playbook.question(question)?;
    Some(if data.ask.is_empty() { sentence(&data.label) } else { sentence(&data.ask) })
}

fn people(case: &Case) -> Option<String> {
    let open = |wanted| case.verdict.coverage.iter().find(|row| row.needed == Holds::Yes && row.status == wanted);
    let row = open(Status::Missing).or_else(|| open(Status::TooWeak)).or_else(|| open(Status::NotJudged))?;
    let role = words::inner(case.role_name(&row.role));
    Some(match row.status {
        Status::NotJudged => format!("Judge how much influence the {role} has."),
        Status::TooWeak => format!("Find a {role} with more influence."),
        Status::Missing | Status::Covered => format!("Find a person for the role “{}”.", case.role_name(&row.role)),
    })
}

/// Only where the type of engagement goes through gates.
fn gates(case: &Case) -> Option<String> {
    let settled = case.verdict.engagement.settled()?;
    let gated = case.playbook.data.engagements.iter().any(|kind| kind.id == settled && kind.gated);
    let data = &case.playbook.data;
    let all =
        data.preconditions.iter().zip(&case.verdict.preconditions).chain(data.gates.iter().zip(&case.verdict.gates));
    let all: Vec<(&GateData, &Gate)> = all.filter(|_| gated).collect();
    let open = |wanted| all.iter().find(|(_, gate)| gate.state == wanted);
    let (data, _) = open(GateState::NotMet).or_else(|| open(GateState::NotAsked))?;
    Some(sentence(&data.action))
}

fn engagement(case: &Case) -> Option<String> {
    let settled = case.verdict.engagement.settled()?;
    let kind = case.playbook.data.engagements.iter().find(|kind| kind.id == settled)?;
    Some(sentence(&kind.next.text))
}

/// Ends as a sentence does.
fn sentence(text: &str) -> String {
    let text = words::capital(text.trim());
    if text.ends_with(['.', '?', '!', '…']) { text } else { text + "." }
}
