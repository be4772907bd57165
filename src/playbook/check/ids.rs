//! Ids: well formed, and each for one thing only.
use crate::playbook::data::{EntryData, KindData, PlaybookData};
use std::collections::BTreeSet;

/// No id is longer, in bytes.
const LONGEST: usize = 100;

/// `parts` are the ids in the parts that are held closed.
pub(super) fn check<'a>(data: &'a PlaybookData, parts: impl Iterator<Item = &'a str>, faults: &mut Vec<String>) {
    let mut seen = BTreeSet::new();
    for id in all(data).into_iter().chain(parts) {
        form(id, faults);
        if !seen.insert(id) {
            faults.push(format!("The id “{id}” is used twice"));
        }
    }
    let mut gates = BTreeSet::new();
    for gate in data.preconditions.iter().chain(&data.gates) {
        form(&gate.id, faults);
        // A gate may bear the id of the question that answers it.
        let taken = gate.id != gate.question && seen.contains(gate.id.as_str());
        if taken || !gates.insert(&gate.id) {
            faults.push(format!("The id “{}” is used twice", gate.id));
        }
    }
    options(data, faults);
}

fn form(id: &str, faults: &mut Vec<String>) {
    if !is_id(id) {
        faults.push(format!("“{id}” isn't an id: use lower-case words with hyphens, and dots between the parts"));
    }
}

/// `account.employees-before`: dotted parts of lower-case words joined by hyphens.
pub(super) fn is_id(id: &str) -> bool {
    let word = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    id.len() <= LONGEST && id.split('.').all(|part| part.split('-').all(word))
}

/// Options are named within their question; those of a number are bands, not ids.
fn options(data: &PlaybookData, faults: &mut Vec<String>) {
    for question in &data.questions {
        let mut seen = BTreeSet::new();
        for option in &question.options {
            if matches!(question.kind, KindData::Several | KindData::One) {
                form(&option.id, faults);
            }
            if !seen.insert(&option.id) {
                faults.push(format!("The question “{}” has the option “{}” twice", question.id, option.id));
            }
        }
    }
}

/// Every id that must differ from all others.
fn all(data: &PlaybookData) -> Vec<&str> {
    let mut ids = vec![data.id.as_str()];
    ids.extend(data.questions.iter().map(|question| question.id.as_str()));
    ids.extend(data.apps.iter().map(|app| app.id.as_str()));
    ids.extend(data.tiers.levels.iter().map(|tier| tier.id.as_str()));
    for profile in &data.profiles {
        ids.push(&profile.id);
        ids.extend(profile.criteria.iter().map(|criterion| criterion.id.as_str()));
        ids.extend(profile.values.iter().chain(&profile.problems).map(entry));
    }
    ids.extend(data.roles.iter().map(|role| role.id.as_str()));
    ids.extend(data.personas.iter().map(|persona| persona.id.as_str()));
    for kind in &data.engagements {
        ids.push(&kind.id);
        ids.extend(kind.pros.iter().chain(&kind.cons).chain([&kind.call, &kind.next]).map(entry));
    }
    for section in &data.sections {
        ids.push(&section.id);
        ids.extend(section.holds.iter().chain(&section.discovery).map(entry));
    }
    ids.extend(data.approvals.iter().map(|approval| approval.id.as_str()));
    ids.extend(data.warnings.iter().map(|warning| warning.id.as_str()));
    ids.extend(data.advice.iter().map(|advice| advice.id.as_str()));
    ids.extend(data.groups.iter().chain(&data.context).chain(&data.tips).map(entry));
    ids.extend(data.archetypes.iter().map(|archetype| archetype.id.as_str()));
    ids
}

fn entry(entry: &EntryData) -> &str {
    &entry.id
}
