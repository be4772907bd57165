//! How well an account fits, in words.
use super::{and, inner, points};
use crate::domain::criterion::HalfPoints;
use crate::domain::fit::{Label, ProfileFit, Standing, Tier};
use crate::playbook::Playbook;
use crate::playbook::verdict::Verdict;

/// A score: "58 to 91", or "58" once every answer is in.
pub fn interval(low: HalfPoints, high: HalfPoints) -> String {
    if low == high { points(low) } else { format!("{} to {}", points(low), points(high)) }
}

/// What a tier is called, for the middle of a sentence: "possible".
pub fn tier_name(playbook: &Playbook, tier: Tier) -> String {
    playbook.data.tiers.levels.get(tier).map_or_else(String::new, |level| inner(&level.label))
}

/// "possible, could be strong", "strong", "not enough known yet".
pub fn standing(playbook: &Playbook, standing: Standing) -> String {
    match standing {
        Standing::Undecided => inner(&playbook.data.tiers.undecided),
        Standing::Tiered { low, high } if low == high => tier_name(playbook, low),
        Standing::Tiered { low, high } => {
            format!("{}, could be {}", tier_name(playbook, low), tier_name(playbook, high))
        }
    }
}

/// One profile's line: "58 to 91: possible, could be strong". While too little is known the words stand alone.
pub fn verdict_line(playbook: &Playbook, fit: &ProfileFit) -> String {
    let words = standing(playbook, fit.standing);
    match fit.standing {
        Standing::Undecided => words,
        Standing::Tiered { .. } => format!("{}: {words}", interval(fit.low, fit.high)),
    }
}

/// "Fast-growing scale-up".
pub fn profile_name(playbook: &Playbook, at: usize) -> &str {
    playbook.data.profiles.get(at).map_or("", |profile| &profile.name)
}

/// The profile's name for the middle of a sentence.
pub fn profile_short(playbook: &Playbook, at: usize) -> &str {
    playbook.data.profiles.get(at).map_or("", |profile| &profile.short)
}

/// What stands beside the tier: "between the profiles: nearer to …; not fully met: …". Nothing when neither holds.
pub fn label_line(playbook: &Playbook, verdict: &Verdict) -> Option<String> {
    let (head, nearer, missing) = match &verdict.fit.label {
        Label::None => return None,
        Label::Between { nearer, missing } => ("between the profiles", *nearer, missing),
        Label::Neither { nearer, missing } => ("fits neither profile", *nearer, missing),
    };
    let names: Vec<String> =
        missing.iter().filter_map(|id| playbook.criterion(id)).map(|criterion| inner(&criterion.label)).collect();
    let missing = if names.is_empty() { String::new() } else { format!("; not fully met: {}", and(&names)) };
    Some(format!("{head}: nearer to {}{missing}", profile_short(playbook, nearer)))
}
