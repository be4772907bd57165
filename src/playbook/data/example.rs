//! Invented accounts to load.
use serde::{Deserialize, Serialize};

/// An invented account to load.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ArchetypeData {
    pub id: String,
    pub name: String,
    pub answers: Vec<SampleData>,
    pub people: Vec<SamplePersonData>,
}

/// An answer as a person would type it.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SampleData {
    pub question: String,
    /// Text, number or date as typed; `yes` or `no`; for money with its currency code ("USD 40M").
    #[serde(default)]
    pub text: String,
    /// Options or apps ticked.
    #[serde(default)]
    pub picks: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SamplePersonData {
    pub name: String,
    pub title: String,
    /// low, medium, high or empty.
    #[serde(default)]
    pub influence: String,
}
