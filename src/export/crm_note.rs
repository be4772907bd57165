//! Five lines for the partner's own CRM.
use super::case::Case;
use super::document::line;
use super::next_step::next_step;
use super::words;
use crate::domain::account::{Influence, Person};
use crate::domain::condition::Holds;
use crate::domain::persona::{Coverage, Status};

pub const LABEL: &str = "CRM note";
pub const MIME: &str = "text/plain";
pub const EXTENSION: &str = "txt";

/// Fit, engagement, people, gates, next step: always five lines.
pub fn write(case: &Case) -> String {
    [fit(case), engagement(case), people(case), gates(case), format!("Next: {}", next_step(case))]
        .map(|text| line(&text))
        .join("\n")
}

fn fit(case: &Case) -> String {
    let (playbook, fit) = (case.playbook, &case.verdict.fit);
    let line = match fit.best {
        Some(best) => {
            let line = words::verdict_line(playbook, &fit.profiles[best]);
            format!("{line} ({})", words::profile_short(playbook, best))
        }
        None => words::inner(&playbook.data.tiers.undecided),
    };
    let label = words::label_line(playbook, case.verdict).map_or_else(String::new, |label| format!("; {label}"));
    format!("Fit on {}: {line}{label}", case.today.in_words())
}

fn engagement(case: &Case) -> String {
    let line = words::engagement_line(case.playbook, case.verdict);
    format!("Engagement: {line} ({})", words::bound_line(case.playbook, case.verdict))
}

fn people(case: &Case) -> String {
    let needed = || case.verdict.coverage.iter().filter(|row| row.needed == Holds::Yes);
    let name = |row: &Coverage| words::inner(case.role_name(&row.role));
    let covered = needed().filter(|row| row.status == Status::Covered).map(|row| match filled_by(case, row) {
        names if names.is_empty() => name(row),
        names => format!("{} ({})", name(row), words::and(&names)),
    });
    let missing = needed().filter(|row| row.status != Status::Covered).map(|row| match row.status {
        Status::Missing | Status::Covered => name(row),
        status => format!("{} ({})", name(row), words::role_status(status)),
    });
    let listed = |items: Vec<String>| if items.is_empty() { "nobody".to_owned() } else { items.join(", ") };
    format!("People: covered {}; missing {}", listed(covered.collect()), listed(missing.collect()))
}

fn filled_by(case: &Case, row: &Coverage) -> Vec<String> {
    let wanted = case.playbook.data.roles.iter().any(|role| role.id == row.role && role.influence);
    let carries = |person: &&Person| !wanted || matches!(person.influence, Some(Influence::Medium | Influence::High));
    let people = row.people.iter().filter_map(|at| case.account.people.get(*at)).filter(carries);
    people.map(|person| line(&person.name)).filter(|name| !name.is_empty()).collect()
}

fn gates(case: &Case) -> String {
    let gates = case.playbook.data.gates.iter().zip(&case.verdict.gates);
    let open: Vec<String> =
        gates.filter(|(_, gate)| !gate.state.is_met()).map(|(data, _)| words::inner(&data.name)).collect();
    let open = if open.is_empty() { String::new() } else { format!("; open: {}", open.join(", ")) };
    format!("Gates: {}{open}", words::gates_line(case.playbook, case.verdict))
}
