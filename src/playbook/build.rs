//! From the texts of a playbook file to the rules that the domain reads.
use super::Playbook;
use super::data::{CriterionData, InputData, KindData, NeedData, PlaybookData, QuestionData, RuleData, TriggerData};
use crate::domain::condition::Condition;
use crate::domain::criterion::{Criterion, Input, Rule};
use crate::domain::engagement::Engagement;
use crate::domain::fit::{Profile, Tiers};
use crate::domain::growth::GrowthInput;
use crate::domain::persona::Role;
use crate::domain::poc::Window;
use crate::domain::question::{Kind, Question};
use crate::domain::table::Set;

impl Playbook {
    /// Trusts that the data was checked.
    pub(super) fn build(data: PlaybookData) -> Self {
        let cloud: Set = apps(&data, |app| app.cloud);
        let enterprise: Set = apps(&data, |app| app.enterprise_only);
        let profiles = data.profiles.iter().map(|profile| Profile {
            id: profile.id.clone(),
            criteria: profile.criteria.iter().map(|data| criterion(data, &cloud)).collect(),
            size: profile.size.clone(),
        });
        let roles = data.roles.iter().map(|role| Role {
            id: role.id.clone(),
            words: role.words.clone(),
            except: role.except.clone(),
            needed: role.needed.as_ref().map(need),
            influence: role.influence,
        });
        let engagements = data.engagements.iter().map(|kind| Engagement {
            id: kind.id.clone(),
            below: kind.below,
            above: kind.above,
            said: kind.said.clone(),
        });
        let warnings =
            data.warnings.iter().map(|warning| warning.any.iter().map(|any| trigger(any, &enterprise)).collect());
        Self {
            questions: data.questions.iter().map(question).collect(),
            profiles: profiles.collect(),
            tiers: Tiers {
                from: data.tiers.levels.iter().map(|level| 2 * level.from).collect(),
                least_coverage: data.tiers.least_coverage,
            },
            roles: roles.collect(),
            engagements: engagements.collect(),
            warnings: warnings.collect(),
            window: Window {
                start: data.window.start.clone(),
                end: data.window.end.clone(),
                decision: data.window.decision.clone(),
                ideal: data.window.ideal,
                most: data.window.most,
                grace: data.window.grace,
            },
            data,
        }
    }
}

fn apps(data: &PlaybookData, which: impl Fn(&super::data::AppData) -> bool) -> Set {
    data.apps.iter().filter(|app| which(app)).map(|app| app.id.clone()).collect()
}

fn question(data: &QuestionData) -> Question {
    let kind = match data.kind {
        KindData::Text => Kind::Text,
        KindData::Count => Kind::Count,
        KindData::Percent => Kind::Percent,
        KindData::Money => Kind::Money,
        KindData::Several => Kind::Several,
        KindData::One => Kind::One,
        KindData::YesNo => Kind::YesNo,
        KindData::Apps => Kind::Apps,
        KindData::Date => Kind::Date,
    };
    Question {
        id: data.id.clone(),
        short: data.short.clone(),
        kind,
        contains: data.contains.clone(),
        options: data.options.iter().map(|option| (option.id.clone(), option.exclusive)).collect(),
    }
}

fn criterion(data: &CriterionData, cloud: &Set) -> Criterion {
    let input = match &data.input {
        InputData::Answer { question } => Input::Answer(question.clone()),
        InputData::Growth { now, then, rate, young } => Input::Growth(GrowthInput {
            now: now.clone(),
            then: then.clone(),
            rate: rate.clone(),
            young: young.clone(),
        }),
        InputData::Stack { said, apps } => {
            Input::Stack { said: said.clone(), apps: apps.clone(), named: cloud.clone() }
        }
    };
    let rule = match &data.rule {
        RuleData::AtLeast { met, near } => Rule::AtLeast { met: *met, near: *near },
        RuleData::Below { met, near } => Rule::Below { met: *met, near: *near },
        RuleData::Within { met, near } => Rule::Within { met: (*met).into(), near: near.map(Into::into) },
        RuleData::AnyOf { met, near } => {
            Rule::AnyOf { met: met.iter().cloned().collect(), near: near.iter().cloned().collect() }
        }
        RuleData::YesNo => Rule::YesNo,
    };
    Criterion { id: data.id.clone(), question: data.question.clone(), weight: data.weight, input, rule }
}

/// When a role or a title is needed.
pub(super) fn need(data: &NeedData) -> Condition {
    match data {
        NeedData::Below { question, bound } => Condition::Below { question: question.clone(), bound: *bound },
        NeedData::Above { question, bound } => Condition::Above { question: question.clone(), bound: *bound },
        NeedData::Said { question } => Condition::Said { question: question.clone() },
    }
}

fn trigger(data: &TriggerData, enterprise: &Set) -> Condition {
    match data {
        TriggerData::Above { question, bound } => Condition::Above { question: question.clone(), bound: *bound },
        TriggerData::Said { question } => Condition::Said { question: question.clone() },
        TriggerData::EnterpriseApp { question } => {
            Condition::App { question: question.clone(), apps: enterprise.clone() }
        }
    }
}
