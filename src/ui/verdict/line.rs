//! The verdict in one line: for the narrow screen, and to be read out.
use super::score::{Bar, bar};
use crate::export::words;
use crate::playbook::Playbook;
use crate::playbook::verdict::Verdict;
use yew::prelude::*;

/// "58 to 91: possible, could be strong. Guided Trial."
pub fn summary(playbook: &Playbook, verdict: &Verdict) -> String {
    let label = words::label_line(playbook, verdict)
        .map_or_else(String::new, |line| format!(", {}", line.split(':').next().unwrap_or_default()));
    format!("{}{label}. {}.", fit(playbook, verdict), engagement(playbook, verdict))
}

/// "58 to 91: possible, could be strong"
pub fn fit(playbook: &Playbook, verdict: &Verdict) -> String {
    words::capital(&match verdict.leaning() {
        Some(at) => words::verdict_line(playbook, &verdict.fit.profiles[at]),
        None => playbook.data.tiers.undecided.clone(),
    })
}

/// A type that goes through gates is never named without them.
pub fn engagement(playbook: &Playbook, verdict: &Verdict) -> String {
    let settled = verdict.engagement.settled();
    let gated = |id: &str| playbook.data.engagements.iter().any(|kind| kind.id == id && kind.gated);
    match settled {
        Some(id) if verdict.engagement.unless.is_none() && !verdict.low_fit => match gated(id) {
            true => words::gates_line(playbook, verdict),
            false => words::engagement_name(playbook, id).to_owned(),
        },
        _ => words::capital(&words::engagement_line(playbook, verdict)),
    }
}

/// The line, with the bar under it when a profile leads.
pub fn line(playbook: &Playbook, verdict: &Verdict) -> Html {
    let picture = verdict.leaning().map(|at| bar(playbook, &verdict.fit.profiles[at], Bar::Line));
    html! {
        <span class="line">
            <span class="line__words">
                <span>{ fit(playbook, verdict) }{ ". " }</span>
                <span class="line__kind">{ engagement(playbook, verdict) }</span>
            </span>
            <span class="line__bar" aria-hidden="true">{ picture }</span>
        </span>
    }
}
