//! Sections of the proof of concept, approvals and its window.
use super::{EntryData, SourceData};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SectionData {
    pub id: String,
    pub name: String,
    pub author: AuthorData,
    /// "written by the customer, in their own words"
    pub written_by: String,
    pub holds: Vec<EntryData>,
    /// One discovery question, for the sections that the customer writes.
    #[serde(default)]
    pub discovery: Option<EntryData>,
    pub source: SourceData,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AuthorData {
    Customer,
    Partner,
    Both,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ApprovalData {
    pub id: String,
    pub name: String,
    /// The same point worded as a joint agreement, for the customer.
    pub joint: String,
    pub source: SourceData,
}

/// How long a proof of concept may run, in calendar days from start to end.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct WindowData {
    pub start: String,
    pub end: String,
    pub decision: String,
    pub ideal: u32,
    pub most: u32,
    /// Working days after the end within which a decision meeting is advice, not a breach.
    pub grace: u32,
    pub source: SourceData,
}
