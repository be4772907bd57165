//! The part of a playbook for the guide and the plan of a proof: opened where it is needed, its checks as the domain reads
//! them, its steps as rows of an account.
use super::Playbook;
use super::data::{
    CheckData, CheckKindData, GuideData, PhaseData, PlanKindData, PlaybookData, SourceData, StepKindData,
};
use super::packed::Closed;
use super::unpack::{Packed, Unpack};
use crate::domain::guide::Check;
use crate::domain::row::{Row, RowKind};

/// That of the playbook that ships. Only what opens it brings it along.
const EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/guide.bin"));

/// Said with everything that isn't the playbook's own.
const STANDS_IN: &str = "; set by Fitproof, as this playbook has no guide";

/// The part for the guide, or what stands in for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Guide {
    pub data: GuideData,
}

/// The part as it stands in the playbook.
pub fn part(guide: &Closed<GuideData>) -> Option<GuideData> {
    guide.open_or(shipped)
}

fn shipped() -> GuideData {
    GuideData::unpack(&mut Packed(EMBEDDED))
}

impl Guide {
    pub fn open(playbook: &Playbook) -> Self {
        Self::of(&playbook.data)
    }

    /// A playbook without the part gets the one that ships, as far as its sections and engagements are the same.
    pub fn of(playbook: &PlaybookData) -> Self {
        let data = part(&playbook.guide).unwrap_or_else(|| {
            let mut data = shipped();
            data.checks.retain(|check| playbook.sections.iter().any(|section| section.id == check.section));
            data.plans.retain(|plan| playbook.engagements.iter().any(|kind| kind.id == plan.engagement));
            sources(&mut data).into_iter().for_each(|source| source.locator.push_str(STANDS_IN));
            data
        });
        Self { data }
    }

    /// What a section is looked at for.
    pub fn checks<'a>(&'a self, section: &'a str) -> impl Iterator<Item = (&'a CheckData, Check)> {
        self.data.checks.iter().filter(move |data| data.section == section).map(|data| (data, check(data)))
    }

    /// Which plan a kind of engagement gets; one that the guide doesn't name gets all of it.
    pub fn plan(&self, engagement: &str) -> PlanKindData {
        let plan = self.data.plans.iter().find(|plan| plan.engagement == engagement);
        plan.map_or(PlanKindData::Proof, |plan| plan.kind)
    }

    /// The steps to start a mutual decision plan from.
    pub fn steps(&self) -> Vec<Row> {
        let row = |(key, step): (u32, &super::data::PlanStepData)| {
            let (phase, kind) = (phase(step.phase), kind(step.kind));
            let after = step.after.to_string();
            let texts =
                [("name", step.name.as_str()), ("who", &step.who), ("after", &after), ("phase", phase), ("type", kind)];
            Row::filled(key, RowKind::Event, None, &texts)
        };
        (1..).zip(&self.data.steps).map(row).collect()
    }
}

fn sources(data: &mut GuideData) -> Vec<&mut SourceData> {
    let mut all: Vec<&mut SourceData> = data.checks.iter_mut().map(|check| &mut check.source).collect();
    all.extend(data.plans.iter_mut().map(|plan| &mut plan.source));
    all.extend(data.steps.iter_mut().map(|step| &mut step.source));
    all.extend(data.resources.iter_mut().chain(&mut data.wind_down).map(|entry| &mut entry.source));
    all.extend(data.deck.iter_mut().map(|slide| &mut slide.source));
    all
}

fn check(data: &CheckData) -> Check {
    let count = usize::try_from(data.count).unwrap_or(usize::MAX);
    match data.kind {
        CheckKindData::LeastWords => Check::LeastWords(count),
        CheckKindData::MostWords => Check::MostWords(count),
        CheckKindData::ShortLines => Check::ShortLines(count),
        CheckKindData::Figure => Check::Figure,
        CheckKindData::Day => Check::Day,
        CheckKindData::AnyOf => Check::AnyOf(data.words.clone()),
        CheckKindData::Window => Check::Window,
        CheckKindData::Decision => Check::Decision,
        CheckKindData::Criteria => Check::Criteria,
        CheckKindData::Prerequisites => Check::Prerequisites,
        CheckKindData::Steps => Check::Steps,
        CheckKindData::People => Check::People,
        CheckKindData::Groups => Check::Groups,
    }
}

fn phase(phase: PhaseData) -> &'static str {
    match phase {
        PhaseData::Prepare => "prepare",
        PhaseData::Execute => "execute",
        PhaseData::FollowUp => "follow-up",
    }
}

fn kind(kind: StepKindData) -> &'static str {
    match kind {
        StepKindData::Meeting => "meeting",
        StepKindData::Legal => "legal",
        StepKindData::It => "it",
        StepKindData::Decision => "decision",
    }
}
