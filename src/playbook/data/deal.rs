//! Kinds of engagement, gates, warnings and advice.
use super::{EntryData, SourceData};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct DealData {
    /// A money question: the yearly value, or a total over `years`.
    pub size: String,
    /// A count question: the years the total covers; blank for a yearly value.
    pub years: String,
    pub source: SourceData,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct EngagementData {
    pub id: String,
    pub name: String,
    /// "deal under $10,000 a year"
    pub when: String,
    /// Strictly below this yearly deal size.
    #[serde(default)]
    pub below: Option<i64>,
    /// Strictly above this yearly deal size.
    #[serde(default)]
    pub above: Option<i64>,
    /// A yes to this question picks it at any size.
    #[serde(default)]
    pub said: Option<String>,
    /// The source wants a good fit first.
    #[serde(default)]
    pub wants_fit: bool,
    /// Goes through the gates.
    #[serde(default)]
    pub gated: bool,
    pub relationship: String,
    pub influence: String,
    pub pros: Vec<EntryData>,
    pub cons: Vec<EntryData>,
    pub call: EntryData,
    pub next: EntryData,
    pub source: SourceData,
    pub bound_source: SourceData,
}

/// A precondition or gate; its answer is the yes-no question of the same id with `question` as text.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct GateData {
    pub id: String,
    pub name: String,
    /// The yes-no question that answers it.
    pub question: String,
    /// What to do when it isn't met yet.
    pub action: String,
    /// Suggested as met when all these questions are answered.
    #[serde(default)]
    pub answered: Vec<String>,
    pub source: SourceData,
}

/// A warning that a number, a yes or an app brings.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct WarningData {
    pub id: String,
    pub text: String,
    /// Any of these brings it.
    pub any: Vec<TriggerData>,
    pub source: SourceData,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum TriggerData {
    Above { question: String, bound: i64 },
    Said { question: String },
    EnterpriseApp { question: String },
}

/// Advice when even the best that is possible is in the lowest tier.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct AdviceData {
    pub id: String,
    pub text: String,
    /// Used instead when an Enterprise-only app is in the stack.
    pub enterprise_app: String,
    /// Days from today until one should look again.
    pub days: u32,
    pub source: SourceData,
}
