//! The guide and the plan of a proof: what a section is looked at for, what to start a plan from, what closing takes.
use super::{EntryData, SourceData};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct GuideData {
    pub checks: Vec<CheckData>,
    /// Which plan each kind of engagement gets.
    pub plans: Vec<PlanData>,
    /// Steps to start a mutual decision plan from.
    pub steps: Vec<PlanStepData>,
    /// What a customer who tries it alone may be given.
    pub resources: Vec<EntryData>,
    /// What winding down takes.
    pub wind_down: Vec<EntryData>,
    /// The slides with which the champion makes the case inside.
    pub deck: Vec<SlideData>,
}

/// What a section is looked at for, as advice.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct CheckData {
    pub id: String,
    pub section: String,
    pub kind: CheckKindData,
    /// Of words, for the kinds that count them.
    #[serde(default)]
    pub count: u32,
    /// Whole words or phrases, any case, for the kind that looks for one of them.
    #[serde(default)]
    pub words: Vec<String>,
    /// What to do where it doesn't hold.
    pub text: String,
    pub source: SourceData,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CheckKindData {
    /// The text has so many words at least.
    LeastWords,
    /// The text has so many words at most.
    MostWords,
    /// Two lines at least, none of more words than that.
    ShortLines,
    /// The text holds a figure.
    Figure,
    /// The text names a day.
    Day,
    /// The text says one of these words.
    AnyOf,
    /// Start and end are set and far enough apart, not too far.
    Window,
    /// The final decision meeting is booked.
    Decision,
    /// Each success criterion has a measure, today’s figure and a target.
    Criteria,
    /// Each prerequisite has someone who provides it and a day.
    Prerequisites,
    /// Each step of the plan has a day and someone who does it.
    Steps,
    /// Everyone named has a title and a contact.
    People,
    /// Each customer group has someone.
    Groups,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct PlanData {
    /// Id of the kind of engagement.
    pub engagement: String,
    pub kind: PlanKindData,
    /// What such a plan is, in one sentence.
    pub lead: String,
    pub source: SourceData,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PlanKindData {
    SelfService,
    GuidedTrial,
    /// All of it: sections, gates, approvals.
    Proof,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct PlanStepData {
    pub id: String,
    pub name: String,
    /// Which side, in words.
    pub who: String,
    /// Working days after the start; negative before it.
    pub after: i64,
    pub phase: PhaseData,
    pub kind: StepKindData,
    pub source: SourceData,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PhaseData {
    Prepare,
    Execute,
    FollowUp,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum StepKindData {
    Meeting,
    Legal,
    It,
    Decision,
}

/// A slide of the champion's deck, which is filled from the case by its kind.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SlideData {
    pub id: String,
    pub kind: SlideKindData,
    pub title: String,
    /// What it must make clear.
    pub text: String,
    pub source: SourceData,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SlideKindData {
    /// Where they are, in their own words.
    Situation,
    /// What they want to change, and why.
    Change,
    /// What the criteria came to.
    Results,
    Value,
    /// What comes next, and when.
    Plan,
    /// What is assumed or still open.
    Risks,
    /// What is asked of whom.
    Ask,
}
