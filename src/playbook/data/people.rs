//! Roles in the buying group, and what each kind of person cares about.
use super::SourceData;
use serde::{Deserialize, Serialize};

/// A role in the buying group. The order of roles in the file is the order in which titles are matched.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct RoleData {
    pub id: String,
    pub name: String,
    pub who: String,
    /// Needed always, or only when this question's number is below or above a bound.
    #[serde(default)]
    pub needed: Option<NeedData>,
    /// Only a person with at least medium influence covers it.
    #[serde(default)]
    pub influence: bool,
    /// Title words: whole words, any case; `*` stands for one or more words, `?` for one letter.
    pub words: Vec<String>,
    /// What is taken out of a title before those words are looked for, written as they are.
    #[serde(default)]
    pub except: Vec<String>,
    /// Titles to look for.
    pub titles: Vec<TitleData>,
    /// The gate that a covered role suggests as met.
    #[serde(default)]
    pub suggests: Option<String>,
    pub source: SourceData,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum NeedData {
    Below { question: String, bound: i64 },
    Above { question: String, bound: i64 },
    Said { question: String },
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct TitleData {
    pub title: String,
    /// Shown for this profile only.
    #[serde(default)]
    pub profile: Option<String>,
    #[serde(default)]
    pub needed: Option<NeedData>,
    pub source: SourceData,
}

/// What one kind of person cares about.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct PersonaData {
    pub id: String,
    pub role: String,
    pub title: String,
    /// Title words that pick this persona, as in a role.
    pub words: Vec<String>,
    pub measures: Vec<String>,
    pub pains: Vec<String>,
    pub wants: Vec<String>,
    pub source: SourceData,
}
