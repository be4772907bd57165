//! Which kind of engagement, and how far its gates are met, in words.
use super::{and, inner, money, or};
use crate::domain::span::Span;
use crate::playbook::Playbook;
use crate::playbook::data::EngagementData;
use crate::playbook::verdict::Verdict;

/// What an engagement type is called.
pub fn engagement_name<'a>(playbook: &'a Playbook, id: &str) -> &'a str {
    engagement(playbook, id).map_or("", |kind| &kind.name)
}

/// The recommendation in one line: "PoV by size, but the source wants a good fit first",
/// "Guided Trial by size; PoV if OEM deal", "PoV: OEM deal, whatever the size", "no type recommended yet".
pub fn engagement_line(playbook: &Playbook, verdict: &Verdict) -> String {
    let found = &verdict.engagement;
    let name = |id: &String| engagement_name(playbook, id);
    let by_size: Vec<&str> = found.by_size.iter().map(name).collect();
    let mut line = match &found.by_answer {
        Some(id) => format!("{}: {}, whatever the size", name(id), asked(playbook, id)),
        None if by_size.is_empty() => "no type recommended yet".to_owned(),
        None => format!("{} by size", or(&by_size)),
    };
    if let Some(id) = &found.unless {
        line.push_str(&format!("; {} if {}", name(id), asked(playbook, id)));
    }
    if verdict.low_fit {
        let possible = found.by_answer.iter().chain(&found.by_size).chain(&found.unless);
        let vetoed: Vec<&EngagementData> =
            possible.filter_map(|id| engagement(playbook, id)).filter(|kind| kind.wants_fit).collect();
        match (vetoed.first(), found.settled()) {
            (Some(kind), Some(settled)) if kind.id == settled => {
                line.push_str(", but the source wants a good fit first");
            }
            (Some(kind), _) => {
                line.push_str(&format!(", but for {} the source wants a good fit first", kind.name));
            }
            (None, _) => {}
        }
    }
    line
}

/// What the recommendation rests on: each possible type with its rule, and the bound the figure lies on.
pub fn bound_line(playbook: &Playbook, verdict: &Verdict) -> String {
    let found = &verdict.engagement;
    let ids: Vec<&String> = match &found.by_answer {
        Some(id) => vec![id],
        None => found.by_size.iter().collect(),
    };
    let rules: Vec<String> = ids
        .iter()
        .filter_map(|id| engagement(playbook, id))
        .map(|kind| format!("{}: {}", kind.name, inner(&kind.when)))
        .collect();
    let on_bound = found.on_bound.map(|bound| {
        format!("the size lies exactly on the bound of {}", money(Span::whole(bound), &playbook.data.currency))
    });
    match (rules.is_empty(), on_bound) {
        (true, _) => "the size of the deal isn't known yet".to_owned(),
        (false, None) => rules.join("; "),
        (false, Some(on_bound)) => format!("{}; {on_bound}", rules.join("; ")),
    }
}

/// "PoV, 4 of 7 met, 2 not asked": never the bare name of the type.
pub fn gates_line(playbook: &Playbook, verdict: &Verdict) -> String {
    let gated: Vec<&str> =
        playbook.data.engagements.iter().filter(|kind| kind.gated).map(|kind| kind.name.as_str()).collect();
    let (met, _, open) = verdict.gate_count();
    let open = if open == 0 { String::new() } else { format!(", {open} not asked") };
    format!("{}, {met} of {} met{open}", and(&gated), verdict.gates.len())
}

/// An engagement type by its id.
pub fn engagement<'a>(playbook: &'a Playbook, id: &str) -> Option<&'a EngagementData> {
    playbook.data.engagements.iter().find(|kind| kind.id == id)
}

/// What the question that picks a type is about.
fn asked(playbook: &Playbook, id: &str) -> String {
    let question = engagement(playbook, id).and_then(|kind| kind.said.as_ref()).and_then(|id| playbook.question(id));
    question.map_or_else(String::new, |question| inner(&question.short))
}
