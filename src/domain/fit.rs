//! How well an account fits each profile: an interval, a tier, a coverage; and which profile is nearest.
use super::answer::Answers;
use super::criterion::{Criterion, Finding, HalfPoints, Outcome};

/// A profile as far as arithmetic cares.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    pub id: String,
    pub criteria: Vec<Criterion>,
    /// Ids of the criteria whose certain failing puts an account between the profiles.
    pub size: Vec<String>,
}

/// Bounds of the tiers, best first, in half-points; the last begins at 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tiers {
    pub from: Vec<HalfPoints>,
    /// Below this coverage no tier is named.
    pub least_coverage: u32,
}

/// Index of a tier, best first.
pub type Tier = usize;

impl Tiers {
    pub fn tier(&self, points: HalfPoints) -> Tier {
        self.from.iter().position(|from| points >= *from).unwrap_or(self.from.len().saturating_sub(1))
    }

    pub fn lowest(&self) -> Tier {
        self.from.len().saturating_sub(1)
    }
}

/// The score is an interval; there is no point score anywhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileFit {
    pub profile: String,
    pub findings: Vec<Finding>,
    pub low: HalfPoints,
    pub high: HalfPoints,
    /// 100 − the weights of unknown criteria.
    pub coverage: u32,
    pub standing: Standing,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Not enough known yet to name a tier.
    Undecided,
    /// The tier of the low end, and what it could become.
    Tiered { low: Tier, high: Tier },
}

/// All profiles, in the playbook's order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fit {
    pub profiles: Vec<ProfileFit>,
    /// Index of the best profile among those with enough coverage.
    pub best: Option<usize>,
    pub label: Label,
}

/// Stands beside the tier and never changes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Label {
    None,
    /// For each profile a size criterion is certainly not fully met.
    Between {
        nearer: usize,
        /// Ids of the size criteria of the nearer profile that are certainly not fully met.
        missing: Vec<String>,
    },
    /// Even the high end of the best profile is in the lowest tier.
    Neither {
        nearer: usize,
        missing: Vec<String>,
    },
}

/// Judges an account against all profiles.
pub fn assess(profiles: &[Profile], tiers: &Tiers, answers: &Answers) -> Fit {
    let fits: Vec<ProfileFit> = profiles.iter().map(|profile| assess_one(profile, tiers, answers)).collect();
    let best = nearest(&fits, |fit| fit.standing != Standing::Undecided);
    let label = label(profiles, tiers, &fits, best);
    Fit { profiles: fits, best, label }
}

pub fn assess_one(profile: &Profile, tiers: &Tiers, answers: &Answers) -> ProfileFit {
    let findings: Vec<Finding> = profile.criteria.iter().map(|criterion| criterion.assess(answers)).collect();
    let low = findings.iter().map(|finding| finding.low).sum();
    let high = findings.iter().map(|finding| finding.high).sum();
    let weight: u32 = profile.criteria.iter().map(|criterion| criterion.weight).sum();
    let unknown: u32 = (profile.criteria.iter().zip(&findings))
        .filter(|(_, finding)| finding.outcome == Outcome::Unknown)
        .map(|(criterion, _)| criterion.weight)
        .sum();
    let coverage = weight - unknown;
    let standing = if coverage < tiers.least_coverage {
        Standing::Undecided
    } else {
        Standing::Tiered { low: tiers.tier(low), high: tiers.tier(high) }
    };
    ProfileFit { profile: profile.id.clone(), findings, low, high, coverage, standing }
}

/// Greater low + high, then the greater low, then the playbook's order.
fn nearest(fits: &[ProfileFit], among: impl Fn(&ProfileFit) -> bool) -> Option<usize> {
    let eligible = fits.iter().enumerate().filter(|(_, fit)| among(fit));
    eligible.max_by_key(|(at, fit)| (fit.low + fit.high, fit.low, std::cmp::Reverse(*at))).map(|(at, _)| at)
}

fn label(profiles: &[Profile], tiers: &Tiers, fits: &[ProfileFit], best: Option<usize>) -> Label {
    let missing: Vec<Vec<String>> =
        profiles.iter().zip(fits).map(|(profile, fit)| certainly_missing(profile, fit)).collect();
    let Some(nearer) = best.or_else(|| nearest(fits, |_| true)) else { return Label::None };
    let hopeless = best.is_some_and(|best| tiers.tier(fits[best].high) == tiers.lowest());
    let between = missing.iter().all(|missing| !missing.is_empty());
    let missing = missing[nearer].clone();
    match (hopeless, between) {
        (true, _) => Label::Neither { nearer, missing },
        (false, true) => Label::Between { nearer, missing },
        (false, false) => Label::None,
    }
}

fn certainly_missing(profile: &Profile, fit: &ProfileFit) -> Vec<String> {
    let failed =
        fit.findings.iter().filter(|finding| !finding.possible.met && profile.size.contains(&finding.criterion));
    failed.map(|finding| finding.criterion.clone()).collect()
}
