//! The shape of a playbook file. Unknown keys are refused, so a misspelt rule cannot pass for a missing one.
//!
//! Every text is for a person; every disputable figure stands beside the `source` it rests on.
mod deal;
mod example;
mod fit;
mod form;
mod guide;
mod people;
mod proof;
mod value;

use super::packed::Closed;
pub use deal::{AdviceData, DealData, EngagementData, GateData, TriggerData, WarningData};
pub use example::{ArchetypeData, SampleData, SamplePersonData};
pub use fit::{CriterionData, InputData, ProfileData, RuleData, TierData, TiersData};
pub use form::{AppData, KindData, OptionData, PageData, QuestionData};
pub use guide::{
    CheckData, CheckKindData, GuideData, PhaseData, PlanData, PlanKindData, PlanStepData, SlideData, SlideKindData,
    StepKindData,
};
pub use people::{NeedData, PersonaData, RoleData, TitleData};
pub use proof::{ApprovalData, AuthorData, SectionData, WindowData};
use serde::{Deserialize, Serialize};
pub use value::{
    BenefitData, BranchData, CategoryData, CostKindData, CostTypeData, DefaultData, DriverData, DriverKindData,
    FeedData, FeedKindData, FieldData, FigureData, GrainData, HowData, LaneData, NamedFigureData, PerData, ProcessData,
    StepData, UnitData, UseCaseData, UseCaseKindData, ValueData, WhenData, WorkerData,
};

/// Where a rule comes from and how far it may be trusted.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SourceData {
    /// The work it stands in, as it is cited on screen.
    pub title: String,
    /// Where in that work.
    pub locator: String,
    pub basis: Basis,
    /// A disagreement between sources, or how an unclear one was read.
    #[serde(default)]
    pub note: Option<String>,
}

/// How a rule follows from its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// The source says so.
    Stated,
    /// Follows from what the source says.
    Derived,
    /// Our judgement: no source gives it.
    Judgement,
}

/// A whole playbook file.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct PlaybookData {
    /// Version of this file format: 1.
    pub format: u32,
    pub id: String,
    /// Version of the content, e.g. `2026.11`.
    pub version: String,
    pub title: String,
    /// Says that this is unofficial.
    pub disclaimer: String,
    /// ISO date of the last review of the content against its sources.
    pub reviewed: String,
    /// ISO 4217 code that all money bounds are in.
    pub currency: String,
    pub questions: Vec<QuestionData>,
    pub apps: Vec<AppData>,
    pub tiers: TiersData,
    pub profiles: Vec<ProfileData>,
    pub roles: Vec<RoleData>,
    pub personas: Vec<PersonaData>,
    pub groups: Vec<EntryData>,
    /// Which questions tell the yearly size of the deal.
    pub deal: DealData,
    pub engagements: Vec<EngagementData>,
    pub preconditions: Vec<GateData>,
    pub gates: Vec<GateData>,
    pub sections: Vec<SectionData>,
    pub approvals: Vec<ApprovalData>,
    pub window: WindowData,
    pub warnings: Vec<WarningData>,
    pub advice: Vec<AdviceData>,
    pub context: Vec<EntryData>,
    pub tips: Vec<EntryData>,
    pub archetypes: Vec<ArchetypeData>,
    /// The part for the business case, which a playbook may lack; packed in a file of its own.
    #[serde(default, skip_serializing)]
    pub value: Closed<ValueData>,
    /// The part for the guide and the plan of a proof, which a playbook may lack; packed in a file of its own.
    #[serde(default, skip_serializing)]
    pub guide: Closed<GuideData>,
}

/// A text with an id and a source.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct EntryData {
    pub id: String,
    pub text: String,
    pub source: SourceData,
}
