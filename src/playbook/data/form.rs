//! Questions of the form, and the apps of a tool stack.
use super::SourceData;
use serde::{Deserialize, Serialize};

/// One question of the form.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionData {
    pub id: String,
    /// The page of the form it stands on.
    pub page: PageData,
    /// Heading of the questions it stands among.
    #[serde(default)]
    pub group: String,
    /// Belongs to the 30-second mode.
    #[serde(default)]
    pub quick: bool,
    /// The question in the partner's words: "How many people do they employ?"
    pub label: String,
    /// A noun phrase for tables and sentences: "employees".
    pub short: String,
    #[serde(default)]
    pub hint: String,
    /// How to find the answer out, for "ask next": "Ask how many people they employed a year ago".
    #[serde(default)]
    pub ask: String,
    pub kind: KindData,
    /// Answers to pick for choices; for numbers, bands to pick ("51-200").
    #[serde(default)]
    pub options: Vec<OptionData>,
    /// Another count that this one can't be below (a department's people, for the whole company's).
    #[serde(default)]
    pub contains: Option<String>,
    /// Context only: no rule reads it.
    #[serde(default)]
    pub context: bool,
    pub source: SourceData,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PageData {
    Account,
    Deal,
    Proof,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum KindData {
    /// Free text.
    Text,
    /// A whole number, or a band of them.
    Count,
    /// A percentage, or a band.
    Percent,
    /// An amount with its currency, or a band.
    Money,
    /// Several may be ticked.
    Several,
    /// One may be chosen.
    One,
    YesNo,
    /// The tool stack.
    Apps,
    /// A day.
    Date,
}

/// An answer to pick.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct OptionData {
    pub id: String,
    pub label: String,
    /// Ticking it unticks all others ("none of these").
    #[serde(default)]
    pub exclusive: bool,
}

/// An app of the tool stack.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct AppData {
    pub id: String,
    pub name: String,
    /// Proves a modern cloud stack.
    #[serde(default)]
    pub cloud: bool,
    /// Reached only with the Enterprise plan.
    #[serde(default)]
    pub enterprise_only: bool,
    pub source: SourceData,
}
