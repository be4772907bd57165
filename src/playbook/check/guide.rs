//! The part for the guide: checks of sections that exist, with what their kind needs, and one plan for each engagement.
use super::texts::Texts;
use crate::playbook::data::{CheckKindData, GuideData, PlaybookData};

/// No step lies farther from the start, in working days.
const FARTHEST: i64 = 500;

pub(super) fn sizes(guide: &GuideData, faults: &mut Vec<String>) {
    let mut count = |what: &str, count: usize, most: usize| {
        if count > most {
            faults.push(format!("There are {count} {what}; there must be 0 to {most}"));
        }
    };
    count("checks of sections", guide.checks.len(), 400);
    count("plans", guide.plans.len(), 8);
    count("steps of the plan", guide.steps.len(), 60);
    count("resources", guide.resources.len(), 40);
    count("points of winding down", guide.wind_down.len(), 40);
    count("slides", guide.deck.len(), 40);
    for check in &guide.checks {
        count(&format!("words of “{}”", check.id), check.words.len(), 100);
    }
}

pub(super) fn ids(guide: &GuideData) -> Vec<&str> {
    let mut ids: Vec<&str> = guide.checks.iter().map(|check| check.id.as_str()).collect();
    ids.extend(guide.steps.iter().map(|step| step.id.as_str()));
    ids.extend(guide.resources.iter().chain(&guide.wind_down).map(|entry| entry.id.as_str()));
    ids.extend(guide.deck.iter().map(|slide| slide.id.as_str()));
    ids
}

pub(super) fn check(data: &PlaybookData, guide: &GuideData, faults: &mut Vec<String>) {
    texts(guide, &mut Texts::new(faults));
    for check in &guide.checks {
        let id = &check.id;
        if !data.sections.iter().any(|section| section.id == check.section) {
            faults.push(format!("“{id}” names the section “{}”, which doesn't exist", check.section));
        }
        let counts =
            matches!(check.kind, CheckKindData::LeastWords | CheckKindData::MostWords | CheckKindData::ShortLines);
        if counts != (1..=1_000).contains(&check.count) || (!counts && check.count != 0) {
            faults.push(format!("“{id}” needs a count of words from 1 to 1,000 if its kind counts them, else none"));
        }
        if (check.kind == CheckKindData::AnyOf) == check.words.is_empty() {
            faults.push(format!("“{id}” needs words if its kind looks for one of them, else none"));
        }
    }
    for step in &guide.steps {
        if !(-FARTHEST..=FARTHEST).contains(&step.after) {
            faults.push(format!("“{}” is more than {FARTHEST} working days from the start", step.id));
        }
    }
    for (at, plan) in guide.plans.iter().enumerate() {
        let engagement = &plan.engagement;
        if !data.engagements.iter().any(|kind| kind.id == *engagement) {
            faults.push(format!("A plan names the engagement “{engagement}”, which doesn't exist"));
        }
        if guide.plans.iter().take(at).any(|other| other.engagement == *engagement) {
            faults.push(format!("The engagement “{engagement}” has two plans"));
        }
    }
}

fn texts(guide: &GuideData, texts: &mut Texts) {
    for check in &guide.checks {
        texts.at(&check.id);
        texts.said("text", &check.text);
        texts.words(&check.words);
        texts.source(&check.source);
    }
    for plan in &guide.plans {
        texts.at(&plan.engagement);
        texts.said("lead of the plan", &plan.lead);
        texts.source(&plan.source);
    }
    for step in &guide.steps {
        texts.at(&step.id);
        texts.said("name", &step.name);
        texts.said("who", &step.who);
        texts.source(&step.source);
    }
    texts.entries(guide.resources.iter().chain(&guide.wind_down));
    for slide in &guide.deck {
        texts.at(&slide.id);
        texts.said("title", &slide.title);
        texts.said("text", &slide.text);
        texts.source(&slide.source);
    }
}
