//! Profiles, their criteria and the tiers.
use super::{EntryData, SourceData};
use serde::{Deserialize, Serialize};

/// Bounds of the tiers, best first; the last begins at 0.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct TiersData {
    pub levels: Vec<TierData>,
    /// Below this coverage (0 to 100) no tier is named.
    pub least_coverage: u32,
    pub undecided: String,
    pub source: SourceData,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct TierData {
    pub id: String,
    pub label: String,
    /// Least score in points, 0 to 100.
    pub from: u32,
}

/// An ideal customer profile.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ProfileData {
    pub id: String,
    pub name: String,
    /// Lower-case, for the middle of a sentence.
    pub short: String,
    /// "80 %": the share of focus. It never scores.
    pub focus: String,
    pub who: String,
    /// The criteria whose certain failing puts an account between the profiles.
    pub size: Vec<String>,
    pub criteria: Vec<CriterionData>,
    pub values: Vec<EntryData>,
    pub problems: Vec<EntryData>,
    pub decision_maker: String,
    pub champion: String,
    pub source: SourceData,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct CriterionData {
    pub id: String,
    pub label: String,
    /// The rule in words: "grows by at least 30 % a year in number of employees".
    pub states: String,
    /// Points, 0 to 100; those of a profile sum to 100.
    pub weight: u32,
    /// The question that settles it.
    pub question: String,
    pub input: InputData,
    pub rule: RuleData,
    pub source: SourceData,
    /// Where weight and near band come from.
    pub weight_source: SourceData,
}

/// What a rule looks at.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case", deny_unknown_fields)]
pub enum InputData {
    /// An answer as it is.
    Answer { question: String },
    /// Yearly growth in percent: from two headcounts, else from a typed rate.
    Growth { now: String, then: String, rate: String, young: String },
    /// An explicit yes or no, else what the named cloud apps of the stack prove.
    Stack { said: String, apps: String },
}

/// The closed set of rule kinds. Bounds are whole numbers in the unit of the input.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum RuleData {
    AtLeast {
        met: i64,
        #[serde(default)]
        near: Option<i64>,
    },
    /// Met strictly below `met`; near from there to `near`, both in.
    Below {
        met: i64,
        #[serde(default)]
        near: Option<i64>,
    },
    /// Both ends in.
    Within {
        met: [i64; 2],
        #[serde(default)]
        near: Option<[i64; 2]>,
    },
    AnyOf {
        met: Vec<String>,
        #[serde(default)]
        near: Vec<String>,
    },
    YesNo,
}
