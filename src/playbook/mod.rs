//! The rules as data: the types of a playbook, reading and checking one, the embedded default, a verdict by its rules.
//! Knows the domain; never a screen, a saved file or a browser.
mod build;
pub mod check;
pub mod data;
pub mod guide;
pub mod library;
pub mod packed;
pub mod settings;
mod unpack;
pub mod verdict;

use crate::domain::condition::Condition;
use crate::domain::criterion::Criterion;
use crate::domain::engagement::Engagement;
use crate::domain::fit::{Profile, Tiers};
use crate::domain::persona::Role;
use crate::domain::poc::Window;
use crate::domain::question::Question;
use data::{CriterionData, PlaybookData, ProfileData, QuestionData};
use unpack::{Packed, Unpack};

/// The playbook that ships with the app, read strictly when the app is built and stored without its keys: reading
/// JSON into these types would cost more bytes than everything that the engine does.
const EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/playbook.bin"));

/// A checked playbook: its texts, and its rules as the domain reads them.
#[derive(Clone, Debug, PartialEq)]
pub struct Playbook {
    pub data: PlaybookData,
    pub questions: Vec<Question>,
    pub profiles: Vec<Profile>,
    pub tiers: Tiers,
    pub roles: Vec<Role>,
    pub engagements: Vec<Engagement>,
    /// Per warning of the data, in order: any of these brings it.
    pub warnings: Vec<Vec<Condition>>,
    pub window: Window,
}

impl Playbook {
    /// Reads and checks a playbook.
    ///
    /// # Errors
    /// One sentence per fault.
    pub fn read(json: &str) -> Result<Self, Vec<String>> {
        let data: PlaybookData = serde_json::from_str(json).map_err(|error| vec![error.to_string()])?;
        let faults = check::check(&data);
        if faults.is_empty() { Ok(Self::build(data)) } else { Err(faults) }
    }

    /// The playbook that ships with the app.
    pub fn embedded() -> Self {
        Self::build(PlaybookData::unpack(&mut Packed(EMBEDDED)))
    }

    pub fn question(&self, id: &str) -> Option<&QuestionData> {
        self.data.questions.iter().find(|question| question.id == id)
    }

    pub fn profile(&self, id: &str) -> Option<&ProfileData> {
        self.data.profiles.iter().find(|profile| profile.id == id)
    }

    pub fn criterion(&self, id: &str) -> Option<&CriterionData> {
        self.data.profiles.iter().flat_map(|profile| &profile.criteria).find(|criterion| criterion.id == id)
    }

    /// The rule of a criterion as the domain reads it.
    pub fn rule(&self, id: &str) -> Option<&Criterion> {
        self.profiles.iter().flat_map(|profile| &profile.criteria).find(|criterion| criterion.id == id)
    }
}
