//! What a playbook must hold beyond its shape: one sentence per fault, for the person who wrote it.
mod figures;
mod guide;
mod ids;
mod process;
mod references;
mod samples;
mod texts;
mod value;

use super::data::{PlaybookData, RuleData, ValueData};
use crate::domain::date::Day;
use crate::domain::money;

/// The one version of the file format that is understood.
const FORMAT: u32 = 1;

/// All faults of a playbook; none means that [`super::Playbook`] can be built from it.
pub fn check(data: &PlaybookData) -> Vec<String> {
    let mut faults = Vec::new();
    // The one that ships was checked before it was packed.
    let value = data.value.open();
    let value = value.as_ref();
    let guide = data.guide.open();
    let guide = guide.as_ref();
    if data.format != FORMAT {
        faults.push(format!("This is format {}, but only format {FORMAT} is understood", data.format));
    }
    sizes(data, value, &mut faults);
    guide.iter().for_each(|guide| guide::sizes(guide, &mut faults));
    if !faults.is_empty() {
        // The rest would take too long on a huge file, or say nothing of one in another format.
        return faults;
    }
    if Day::parse(&data.reviewed).is_none() {
        faults.push(format!("“{}” isn't the day of the last review: write it like 2027-03-15", data.reviewed));
    }
    if !money::is_code(&data.currency) {
        faults.push(format!("“{}” isn't a currency: write its three letters, like USD", data.currency));
    }
    let parts = value.map(value::ids).into_iter().chain(guide.map(guide::ids)).flatten();
    ids::check(data, parts, &mut faults);
    texts::check(data, value, &mut faults);
    figures::check(data, &mut faults);
    references::check(data, &mut faults);
    samples::check(data, &mut faults);
    if let Some(value) = value {
        value::check(data, value, &mut faults);
    }
    if let Some(guide) = guide {
        guide::check(data, guide, &mut faults);
    }
    faults
}

/// Least and most of everything that a file may repeat.
fn sizes(data: &PlaybookData, value: Option<&ValueData>, faults: &mut Vec<String>) {
    let mut count = |what: &str, count: usize, least: usize, most: usize| {
        if !(least..=most).contains(&count) {
            faults.push(format!("There are {count} {what}; there must be {least} to {most}"));
        }
    };
    count("questions", data.questions.len(), 1, 200);
    count("apps", data.apps.len(), 0, 2_000);
    count("tiers", data.tiers.levels.len(), 2, 6);
    count("profiles", data.profiles.len(), 1, 8);
    count("roles", data.roles.len(), 0, 20);
    count("personas", data.personas.len(), 0, 60);
    count("groups", data.groups.len(), 0, 20);
    count("engagements", data.engagements.len(), 1, 8);
    count("preconditions", data.preconditions.len(), 0, 20);
    count("gates", data.gates.len(), 0, 40);
    count("sections", data.sections.len(), 0, 60);
    count("approvals", data.approvals.len(), 0, 40);
    count("warnings", data.warnings.len(), 0, 40);
    count("pieces of advice", data.advice.len(), 1, 8);
    count("context entries", data.context.len(), 0, 100);
    count("tips", data.tips.len(), 0, 100);
    count("archetypes", data.archetypes.len(), 0, 12);
    for question in &data.questions {
        count(&format!("options of “{}”", question.id), question.options.len(), 0, 60);
    }
    for profile in &data.profiles {
        let id = &profile.id;
        count(&format!("criteria of “{id}”"), profile.criteria.len(), 1, 40);
        count(&format!("values of “{id}”"), profile.values.len(), 0, 40);
        count(&format!("problems of “{id}”"), profile.problems.len(), 0, 40);
        count(&format!("size criteria of “{id}”"), profile.size.len(), 0, 10);
        for criterion in &profile.criteria {
            if let RuleData::AnyOf { met, near } = &criterion.rule {
                count(&format!("options in the rule of “{}”", criterion.id), met.len() + near.len(), 1, 60);
            }
        }
    }
    for role in &data.roles {
        count(&format!("words of “{}”", role.id), role.words.len(), 0, 100);
        count(&format!("titles of “{}”", role.id), role.titles.len(), 0, 100);
    }
    for persona in &data.personas {
        let id = &persona.id;
        count(&format!("words of “{id}”"), persona.words.len(), 0, 100);
        let lines = persona.measures.len() + persona.pains.len() + persona.wants.len();
        count(&format!("lines of “{id}”"), lines, 0, 60);
    }
    for kind in &data.engagements {
        count(&format!("pros and cons of “{}”", kind.id), kind.pros.len() + kind.cons.len(), 0, 40);
    }
    for gate in data.preconditions.iter().chain(&data.gates) {
        count(&format!("questions that suggest “{}”", gate.id), gate.answered.len(), 0, 20);
    }
    for section in &data.sections {
        count(&format!("entries of “{}”", section.id), section.holds.len(), 0, 40);
    }
    for warning in &data.warnings {
        count(&format!("conditions of “{}”", warning.id), warning.any.len(), 1, 20);
    }
    for archetype in &data.archetypes {
        count(&format!("answers of “{}”", archetype.id), archetype.answers.len(), 0, 200);
        count(&format!("people of “{}”", archetype.id), archetype.people.len(), 0, 40);
    }
    if let Some(value) = value {
        value::sizes(value, &mut count);
    }
}
