//! References: what is named exists, and is of a kind that fits.
use crate::domain::number::{self, Unit};
use crate::playbook::data::{
    CriterionData, GateData, InputData, KindData, NeedData, PlaybookData, QuestionData, RuleData, TriggerData,
};
use std::collections::BTreeSet;

const NUMBER: &[KindData] = &[KindData::Count, KindData::Percent, KindData::Money];
const CHOICE: &[KindData] = &[KindData::Several, KindData::One];

pub(super) fn check(data: &PlaybookData, faults: &mut Vec<String>) {
    let mut names = Names { data, read: BTreeSet::new(), faults };
    names.questions();
    names.profiles();
    names.people();
    names.deal();
    names.proof();
    names.unread();
}

struct Names<'a> {
    data: &'a PlaybookData,
    /// Questions that some rule reads.
    read: BTreeSet<&'a str>,
    faults: &'a mut Vec<String>,
}

impl<'a> Names<'a> {
    fn fault(&mut self, fault: String) {
        self.faults.push(fault);
    }

    /// The question that `by` reads, when it exists and has one of these kinds.
    fn question(&mut self, by: &str, id: &'a str, kinds: &[KindData]) -> Option<&'a QuestionData> {
        self.read.insert(id);
        let found = self.data.questions.iter().find(|question| question.id == id);
        match found {
            None => self.fault(format!("“{by}” names the question “{id}”, which doesn't exist")),
            Some(question) if !kinds.contains(&question.kind) => {
                self.fault(format!("“{by}” needs {} question, which “{id}” isn't", named(kinds)));
                return None;
            }
            Some(_) => {}
        }
        found
    }

    fn questions(&mut self) {
        for question in &self.data.questions {
            let id = &question.id;
            if let Some(part) = &question.contains {
                self.question(id, part, &[KindData::Count]);
                if question.kind != KindData::Count || part == id {
                    self.fault(format!("“{id}” can't contain “{part}”: only one count contains another"));
                }
            }
            self.options(question);
        }
    }

    fn options(&mut self, question: &QuestionData) {
        let QuestionData { id, kind, options, .. } = question;
        let unit = match kind {
            KindData::Several | KindData::One if options.is_empty() => {
                return self.fault(format!("The question “{id}” offers nothing to pick"));
            }
            KindData::Several | KindData::One => None,
            KindData::Count => Some(Unit::Count),
            KindData::Percent => Some(Unit::Percent),
            KindData::Money => Some(Unit::Money),
            KindData::Text | KindData::YesNo | KindData::Apps | KindData::Date => {
                if !options.is_empty() {
                    self.fault(format!("The question “{id}” takes no options"));
                }
                return;
            }
        };
        for option in options {
            if unit.is_some_and(|unit| number::read(&option.id, unit).is_err()) {
                self.fault(format!("The question “{id}” offers “{}”, which isn't a number or a band", option.id));
            }
            if option.exclusive && *kind != KindData::Several {
                self.fault(format!("In “{id}” one answer excludes all others anyway: drop “exclusive”"));
            }
        }
    }

    fn profiles(&mut self) {
        for profile in &self.data.profiles {
            for size in &profile.size {
                if !profile.criteria.iter().any(|criterion| criterion.id == *size) {
                    self.fault(format!("“{}” has no criterion “{size}” to tell its size by", profile.id));
                }
            }
            profile.criteria.iter().for_each(|criterion| self.criterion(criterion));
        }
    }

    fn criterion(&mut self, criterion: &'a CriterionData) {
        let CriterionData { id, question, input, rule, .. } = criterion;
        let inputs: Vec<&str> = match input {
            InputData::Answer { question } => {
                self.answer(id, question, rule);
                vec![question]
            }
            InputData::Growth { now, then, rate, young } => {
                self.question(id, now, &[KindData::Count]);
                self.question(id, then, &[KindData::Count]);
                self.question(id, rate, &[KindData::Percent]);
                self.question(id, young, &[KindData::YesNo]);
                if matches!(rule, RuleData::AnyOf { .. } | RuleData::YesNo) {
                    self.fault(format!("“{id}” looks at growth, so its rule must be at-least, below or within"));
                }
                vec![now, then, rate]
            }
            InputData::Stack { said, apps } => {
                self.question(id, said, &[KindData::YesNo]);
                self.question(id, apps, &[KindData::Apps]);
                if *rule != RuleData::YesNo {
                    self.fault(format!("“{id}” looks at the tool stack, so its rule must be yes-no"));
                }
                if !self.data.apps.iter().any(|app| app.cloud) {
                    self.fault(format!("“{id}” looks at the tool stack, but no app proves a cloud stack"));
                }
                vec![said, apps]
            }
        };
        if !inputs.contains(&question.as_str()) {
            self.fault(format!("“{id}” asks “{question}”, which its rule doesn't look at"));
        }
    }

    fn answer(&mut self, id: &str, question: &'a str, rule: &RuleData) {
        let kinds = match rule {
            RuleData::AtLeast { .. } | RuleData::Below { .. } | RuleData::Within { .. } => NUMBER,
            RuleData::AnyOf { .. } => CHOICE,
            RuleData::YesNo => &[KindData::YesNo],
        };
        let found = self.question(id, question, kinds);
        if let (Some(found), RuleData::AnyOf { met, near }) = (found, rule) {
            for option in met.iter().chain(near) {
                if !found.options.iter().any(|offered| offered.id == *option) {
                    self.fault(format!("“{id}” names the option “{option}”, which “{question}” doesn't offer"));
                }
            }
            for option in met.iter().filter(|option| near.contains(option)) {
                self.fault(format!("In “{id}” the option “{option}” is both met and near"));
            }
        }
    }

    fn people(&mut self) {
        for role in &self.data.roles {
            let id = &role.id;
            let titles = role.titles.iter();
            let needs = titles.clone().map(|title| &title.needed).chain([&role.needed]).flatten();
            needs.for_each(|need| self.need(id, need));
            for profile in titles.filter_map(|title| title.profile.as_ref()) {
                if !self.data.profiles.iter().any(|known| known.id == *profile) {
                    self.fault(format!("“{id}” names the profile “{profile}”, which doesn't exist"));
                }
            }
            let mut gates = self.data.gates.iter().chain(&self.data.preconditions);
            if let Some(gate) = &role.suggests
                && !gates.any(|known| known.id == *gate)
            {
                self.fault(format!("“{id}” suggests the gate “{gate}”, which doesn't exist"));
            }
        }
        for persona in &self.data.personas {
            if !self.data.roles.iter().any(|role| role.id == persona.role) {
                self.fault(format!("“{}” names the role “{}”, which doesn't exist", persona.id, persona.role));
            }
        }
    }

    fn need(&mut self, id: &str, need: &'a NeedData) {
        match need {
            NeedData::Below { question, .. } | NeedData::Above { question, .. } => self.question(id, question, NUMBER),
            NeedData::Said { question } => self.question(id, question, &[KindData::YesNo]),
        };
    }

    fn deal(&mut self) {
        let data = self.data;
        self.question("deal", &data.deal.size, &[KindData::Money]);
        self.question("deal", &data.deal.years, &[KindData::Count]);
        for kind in &data.engagements {
            if let Some(said) = &kind.said {
                self.question(&kind.id, said, &[KindData::YesNo]);
            }
            if kind.gated && data.gates.is_empty() {
                self.fault(format!("“{}” goes through the gates, but there are none", kind.id));
            }
        }
        for GateData { id, question, answered, .. } in data.preconditions.iter().chain(&data.gates) {
            self.question(id, question, &[KindData::YesNo]);
            for question in answered {
                self.read.insert(question);
                if !data.questions.iter().any(|known| known.id == *question) {
                    self.fault(format!("“{id}” names the question “{question}”, which doesn't exist"));
                }
            }
        }
    }

    fn proof(&mut self) {
        let window = &self.data.window;
        let days = [&window.start, &window.end, &window.decision];
        days.iter().for_each(|day| _ = self.question("window", day, &[KindData::Date]));
        if BTreeSet::from(days).len() < days.len() {
            self.fault("Start, end and decision of the window must be three questions".into());
        }
        for warning in &self.data.warnings {
            for trigger in &warning.any {
                match trigger {
                    TriggerData::Above { question, .. } => self.question(&warning.id, question, NUMBER),
                    TriggerData::Said { question } => self.question(&warning.id, question, &[KindData::YesNo]),
                    TriggerData::EnterpriseApp { question } => {
                        if !self.data.apps.iter().any(|app| app.enterprise_only) {
                            self.fault(format!(
                                "“{}” waits for an Enterprise-only app, but none is listed",
                                warning.id
                            ));
                        }
                        self.question(&warning.id, question, &[KindData::Apps])
                    }
                };
            }
        }
    }

    /// A question is either context or moves something.
    fn unread(&mut self) {
        for question in &self.data.questions {
            match (question.context, self.read.contains(question.id.as_str())) {
                (true, true) => self.fault(format!("“{}” is said to be context, but a rule reads it", question.id)),
                (false, false) => self.fault(format!("No rule reads “{}”: mark it as context", question.id)),
                _ => {}
            }
        }
    }
}

fn named(kinds: &[KindData]) -> &'static str {
    match kinds {
        [KindData::Count] => "a count",
        [KindData::Percent] => "a percent",
        [KindData::Money] => "a money",
        [KindData::YesNo] => "a yes-no",
        [KindData::Apps] => "an apps",
        [KindData::Date] => "a date",
        CHOICE => "a several or one",
        _ => "a number",
    }
}
