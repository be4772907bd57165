//! Texts: said at all, short, and nothing but words: no link and no markup.
use crate::playbook::data::{EntryData, FigureData, GateData, PlaybookData, SourceData, ValueData};

/// No text is longer, in characters.
const LONGEST: usize = 2_000;

pub(super) fn check(data: &PlaybookData, value: Option<&ValueData>, faults: &mut Vec<String>) {
    let mut texts = Texts::new(faults);
    texts.said("title", &data.title);
    texts.said("version", &data.version);
    texts.said("disclaimer", &data.disclaimer);
    form(data, &mut texts);
    fit(data, &mut texts);
    people(data, &mut texts);
    deal(data, &mut texts);
    proof(data, &mut texts);
    archetypes(data, &mut texts);
    if let Some(value) = value {
        super::value::texts(value, &mut texts);
    }
}

fn form(data: &PlaybookData, texts: &mut Texts) {
    for question in &data.questions {
        texts.at(&question.id);
        texts.said("label", &question.label);
        texts.said("short", &question.short);
        texts.free("group", &question.group);
        texts.free("hint", &question.hint);
        texts.free("ask", &question.ask);
        question.options.iter().for_each(|option| texts.said("label of an option", &option.label));
        texts.source(&question.source);
    }
    for app in &data.apps {
        texts.at(&app.id);
        texts.said("name", &app.name);
        texts.source(&app.source);
    }
}

fn fit(data: &PlaybookData, texts: &mut Texts) {
    texts.at("tiers");
    texts.said("undecided", &data.tiers.undecided);
    texts.source(&data.tiers.source);
    data.tiers.levels.iter().for_each(|tier| texts.said("label", &tier.label));
    for profile in &data.profiles {
        texts.at(&profile.id);
        texts.said("name", &profile.name);
        texts.said("short", &profile.short);
        texts.said("focus", &profile.focus);
        texts.said("who", &profile.who);
        texts.said("decision_maker", &profile.decision_maker);
        texts.said("champion", &profile.champion);
        texts.source(&profile.source);
        texts.entries(&profile.values);
        texts.entries(&profile.problems);
        for criterion in &profile.criteria {
            texts.at(&criterion.id);
            texts.said("label", &criterion.label);
            texts.said("states", &criterion.states);
            texts.source(&criterion.source);
            texts.source(&criterion.weight_source);
        }
    }
}

fn people(data: &PlaybookData, texts: &mut Texts) {
    for role in &data.roles {
        texts.at(&role.id);
        texts.said("name", &role.name);
        texts.said("who", &role.who);
        texts.words(&role.words);
        texts.words(&role.except);
        texts.source(&role.source);
        for title in &role.titles {
            texts.said("title", &title.title);
            texts.source(&title.source);
        }
    }
    for persona in &data.personas {
        texts.at(&persona.id);
        texts.said("title", &persona.title);
        texts.words(&persona.words);
        persona.measures.iter().for_each(|line| texts.said("measure", line));
        persona.pains.iter().for_each(|line| texts.said("pain", line));
        persona.wants.iter().for_each(|line| texts.said("want", line));
        texts.source(&persona.source);
    }
    texts.entries(&data.groups);
}

fn deal(data: &PlaybookData, texts: &mut Texts) {
    texts.at("deal");
    texts.source(&data.deal.source);
    for kind in &data.engagements {
        texts.at(&kind.id);
        texts.said("name", &kind.name);
        texts.said("when", &kind.when);
        texts.said("relationship", &kind.relationship);
        texts.said("influence", &kind.influence);
        texts.source(&kind.source);
        texts.source(&kind.bound_source);
        texts.entries(kind.pros.iter().chain(&kind.cons).chain([&kind.call, &kind.next]));
    }
    for GateData { id, name, action, source, .. } in data.preconditions.iter().chain(&data.gates) {
        texts.at(id);
        texts.said("name", name);
        texts.said("action", action);
        texts.source(source);
    }
}

fn proof(data: &PlaybookData, texts: &mut Texts) {
    for section in &data.sections {
        texts.at(&section.id);
        texts.said("name", &section.name);
        texts.said("written_by", &section.written_by);
        texts.source(&section.source);
        texts.entries(section.holds.iter().chain(&section.discovery));
    }
    for approval in &data.approvals {
        texts.at(&approval.id);
        texts.said("name", &approval.name);
        texts.said("joint", &approval.joint);
        texts.source(&approval.source);
    }
    texts.at("window");
    texts.source(&data.window.source);
    for warning in &data.warnings {
        texts.at(&warning.id);
        texts.said("text", &warning.text);
        texts.source(&warning.source);
    }
    for advice in &data.advice {
        texts.at(&advice.id);
        texts.said("text", &advice.text);
        texts.said("enterprise_app", &advice.enterprise_app);
        texts.source(&advice.source);
    }
    texts.entries(data.context.iter().chain(&data.tips));
}

fn archetypes(data: &PlaybookData, texts: &mut Texts) {
    for archetype in &data.archetypes {
        texts.at(&archetype.id);
        texts.said("name", &archetype.name);
        archetype.answers.iter().for_each(|answer| texts.free("answer", &answer.text));
        for person in &archetype.people {
            texts.said("person's name", &person.name);
            texts.said("person's title", &person.title);
        }
    }
}

/// Where we are in the file, and what was found.
pub(super) struct Texts<'a> {
    place: String,
    faults: &'a mut Vec<String>,
}

impl<'a> Texts<'a> {
    pub(super) fn new(faults: &'a mut Vec<String>) -> Self {
        Self { place: "the playbook".into(), faults }
    }

    pub(super) fn at(&mut self, id: &str) {
        self.place = format!("“{id}”");
    }

    fn fault(&mut self, name: &str, what: &str) {
        self.faults.push(format!("In {} the {name} {what}", self.place));
    }

    /// A text that must not be empty.
    pub(super) fn said(&mut self, name: &str, text: &str) {
        if text.trim().is_empty() {
            self.fault(name, "is empty");
        }
        self.free(name, text);
    }

    /// A text that may be empty.
    pub(super) fn free(&mut self, name: &str, text: &str) {
        if text.chars().count() > LONGEST {
            self.fault(name, "is longer than 2,000 characters");
        }
        if text.chars().any(char::is_control) {
            self.fault(name, "holds a control character, such as a line break");
        }
        if has_link(text) {
            self.fault(name, "holds a link; write words only");
        }
        if has_markup(text) {
            self.fault(name, "holds HTML; write plain text");
        }
    }

    pub(super) fn source(&mut self, source: &SourceData) {
        self.said("source's title", &source.title);
        self.said("source's locator", &source.locator);
        if let Some(note) = &source.note {
            self.said("source's note", note);
        }
    }

    pub(super) fn entries<'e>(&mut self, entries: impl IntoIterator<Item = &'e EntryData>) {
        for entry in entries {
            self.at(&entry.id);
            self.said("text", &entry.text);
            self.source(&entry.source);
        }
    }

    /// A figure is a short text, and may have a source of its own.
    pub(super) fn figure(&mut self, figure: &FigureData) {
        [&figure.likely, &figure.low, &figure.high].into_iter().for_each(|text| self.free("figure", text));
        figure.source.iter().for_each(|source| self.source(source));
    }

    /// Title words. Each star multiplies the ways a title can match.
    pub(super) fn words(&mut self, words: &[String]) {
        for pattern in words {
            self.free("title word", pattern);
            if !pattern.chars().any(char::is_alphanumeric) {
                self.fault("title word", &format!("“{pattern}” has no letter"));
            }
            if pattern.chars().filter(|c| *c == '*').count() > 2 {
                self.fault("title word", &format!("“{pattern}” has more than two stars"));
            }
        }
    }
}

fn has_link(text: &str) -> bool {
    let lower = text.to_lowercase();
    ["://", "www.", "mailto:", "javascript:"].iter().any(|mark| lower.contains(mark))
}

/// A "<" that begins a tag; "< 5" is fine.
fn has_markup(text: &str) -> bool {
    let mut following = text.split('<').skip(1).filter_map(|rest| rest.chars().next());
    following.any(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'))
}
