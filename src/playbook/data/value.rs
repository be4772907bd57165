//! The part for the business case: settings of the plan, drivers of value, types of cost, the library of use cases.
//! Figures are texts as a person would type them: shares in percent, money in the playbook's currency.
use super::{EntryData, OptionData, SourceData};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ValueData {
    /// What the plan's settings are until somebody changes them.
    pub defaults: Vec<DefaultData>,
    pub drivers: Vec<DriverData>,
    pub costs: Vec<CostTypeData>,
    /// Inputs of roles, processes, steps and branches.
    pub inputs: Vec<FieldData>,
    pub use_cases: Vec<UseCaseData>,
    /// Which sections of the guide the texts of the business case go to.
    pub feeds: Vec<FeedData>,
    /// How fine a result is shown; without it as the playbook that ships has it.
    #[serde(default)]
    pub grain: Option<GrainData>,
}

/// What a field takes, in the words of the page.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct FieldData {
    pub id: String,
    /// The name of the field in its row.
    pub field: String,
    pub label: String,
    pub unit: UnitData,
    /// What it means, in a plain sentence.
    pub text: String,
    /// The least and the most that a sensible figure can be.
    pub least: String,
    pub most: String,
    pub source: SourceData,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum UnitData {
    Money,
    Percent,
    Minutes,
    Hours,
    Days,
    Months,
    Years,
    Count,
    /// Words: a name or one of some choices.
    Text,
}

/// A setting of the plan.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct DefaultData {
    pub about: FieldData,
    /// What it is until somebody changes it.
    pub figure: FigureData,
    /// What may be chosen, where it is a choice.
    #[serde(default)]
    pub options: Vec<OptionData>,
}

/// A figure, or a range around the likely one; low and high are both given or both empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct FigureData {
    pub likely: String,
    #[serde(default)]
    pub low: String,
    #[serde(default)]
    pub high: String,
    /// Its own, where it isn't that of what it stands in.
    #[serde(default)]
    pub source: Option<SourceData>,
}

/// A way in which automation is worth something.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct DriverData {
    pub id: String,
    pub kind: DriverKindData,
    pub name: String,
    /// What it means, in one plain sentence.
    pub text: String,
    pub category: CategoryData,
    pub inputs: Vec<FieldData>,
    /// What people get wrong with it.
    #[serde(default)]
    pub caution: Option<EntryData>,
    pub source: SourceData,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DriverKindData {
    Time,
    Errors,
    Tools,
    Hires,
    Revenue,
    Risk,
}

impl DriverKindData {
    /// The name that rows know it by.
    pub fn id(self) -> &'static str {
        match self {
            Self::Time => "time",
            Self::Errors => "errors",
            Self::Tools => "tools",
            Self::Hires => "hires",
            Self::Revenue => "revenue",
            Self::Risk => "risk",
        }
    }
}

/// The sum that a benefit counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CategoryData {
    Cash,
    Time,
    Risk,
}

/// A type of cost.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct CostTypeData {
    pub id: String,
    pub kind: CostKindData,
    pub name: String,
    pub text: String,
    /// When it usually comes.
    pub when: WhenData,
    pub inputs: Vec<FieldData>,
    pub source: SourceData,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CostKindData {
    Subscription,
    Implementation,
    Training,
    Effort,
    Run,
}

impl CostKindData {
    /// The name that rows know it by.
    pub fn id(self) -> &'static str {
        match self {
            Self::Subscription => "subscription",
            Self::Implementation => "implementation",
            Self::Training => "training",
            Self::Effort => "effort",
            Self::Run => "run",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum WhenData {
    Once,
    Yearly,
}

impl WhenData {
    /// The name that rows know it by.
    pub fn id(self) -> &'static str {
        match self {
            Self::Once => "once",
            Self::Yearly => "yearly",
        }
    }
}

/// One use case of the library.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct UseCaseData {
    pub id: String,
    pub name: String,
    pub kind: UseCaseKindData,
    /// Options of the question that asks for departments.
    pub departments: Vec<String>,
    /// Apps of the playbook: examples, each of which may be another one.
    pub apps: Vec<String>,
    pub text: String,
    pub process: ProcessData,
    pub benefits: Vec<BenefitData>,
    pub source: SourceData,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum UseCaseKindData {
    /// Solves one problem that almost any company has.
    Point,
    CrossDepartment,
}

/// How the work goes today and how it may go. Ids are the use case's own.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ProcessData {
    pub name: String,
    pub volume: FigureData,
    pub per: PerData,
    /// Who does the work by hand.
    pub roles: Vec<WorkerData>,
    pub lanes: Vec<LaneData>,
    pub before: Vec<StepData>,
    pub after: Vec<StepData>,
    /// Something that a reader should know about it.
    #[serde(default)]
    pub note: Option<EntryData>,
    /// Of the steps and their order.
    pub source: SourceData,
    /// Of all figures without one of their own.
    pub figure_source: SourceData,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PerData {
    Day,
    Week,
    Month,
    Year,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct WorkerData {
    pub id: String,
    pub name: String,
    pub hourly_cost: FigureData,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct LaneData {
    pub id: String,
    pub name: String,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct StepData {
    pub id: String,
    pub name: String,
    pub lane: String,
    pub how: HowData,
    /// Who does it, where it takes a person.
    #[serde(default)]
    pub role: Option<String>,
    /// Of work.
    #[serde(default)]
    pub minutes: Option<FigureData>,
    /// Minutes until it begins.
    #[serde(default)]
    pub waiting: Option<FigureData>,
    #[serde(default)]
    pub error_rate: Option<FigureData>,
    #[serde(default)]
    pub fix_minutes: Option<FigureData>,
    /// Ways out of a decision.
    #[serde(default)]
    pub branches: Vec<BranchData>,
    /// The step that follows where that isn't the next one, or `end`.
    #[serde(default)]
    pub then: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum HowData {
    Manual,
    Decision,
    Automatic,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct BranchData {
    pub label: String,
    /// A step of the same side, or `end`.
    pub to: String,
    /// How many of the cases go this way.
    pub share: FigureData,
}

/// A benefit to start from.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct BenefitData {
    pub id: String,
    pub driver: DriverKindData,
    pub name: String,
    /// Its hours are those of the process before less those after.
    #[serde(default)]
    pub of_process: bool,
    /// Of the process: whose hours they are.
    #[serde(default)]
    pub role: Option<String>,
    /// What the volume is counted per.
    #[serde(default)]
    pub per: Option<PerData>,
    pub figures: Vec<NamedFigureData>,
    /// Of the benefit and of all figures without one of their own.
    pub source: SourceData,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct NamedFigureData {
    /// An input of the driver.
    pub field: String,
    pub figure: FigureData,
}

/// A text of the business case and the section of the guide that it can go to.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct FeedData {
    pub id: String,
    pub from: FeedKindData,
    pub section: String,
    /// What goes there, in the words of the page.
    pub text: String,
    pub source: SourceData,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FeedKindData {
    CurrentState,
    Gap,
    Outcomes,
    SuccessCriteria,
}

/// How fine a result is shown, as a share of it in percent, by the evidence of the least known figure that it
/// rests on.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct GrainData {
    pub customer: String,
    pub published: String,
    pub estimate: String,
    pub default: String,
    pub source: SourceData,
}

impl GrainData {
    /// Best known first, each with the letter of its tier.
    pub fn shares(&self) -> [(&'static str, &str); 4] {
        [("a", &self.customer), ("b", &self.published), ("c", &self.estimate), ("d", &self.default)]
    }
}
