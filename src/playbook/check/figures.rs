//! Figures: what must add up, and what must stand in order.
use crate::playbook::data::{CriterionData, EngagementData, PlaybookData, RuleData, WindowData};

/// No bound is further from 0.
const LARGEST: i64 = 1_000_000_000_000_000;

pub(super) fn check(data: &PlaybookData, faults: &mut Vec<String>) {
    for profile in &data.profiles {
        let sum: u64 = profile.criteria.iter().map(|criterion| u64::from(criterion.weight)).sum();
        if sum != 100 {
            faults.push(format!("The weights of “{}” add up to {sum}, not 100", profile.id));
        }
        profile.criteria.iter().for_each(|criterion| bounds(criterion, faults));
    }
    tiers(data, faults);
    engagements(&data.engagements, faults);
    window(&data.window, faults);
    for advice in data.advice.iter().filter(|advice| !(1..=3_650).contains(&advice.days)) {
        faults.push(format!("The days of “{}” must be 1 to 3,650", advice.id));
    }
}

fn bounds(criterion: &CriterionData, faults: &mut Vec<String>) {
    let (all, ordered) = match &criterion.rule {
        RuleData::AtLeast { met, near } => (vec![Some(*met), *near], near.is_none_or(|near| near < *met)),
        RuleData::Below { met, near } => (vec![Some(*met), *near], near.is_none_or(|near| near > *met)),
        RuleData::Within { met, near } => {
            let outside = |near: [i64; 2]| near[0] <= met[0] && near[1] >= met[1] && near != *met;
            let all = met.iter().chain(near.iter().flatten()).map(|bound| Some(*bound));
            (all.collect(), met[0] <= met[1] && near.is_none_or(outside))
        }
        RuleData::AnyOf { .. } | RuleData::YesNo => return,
    };
    if !ordered {
        faults.push(format!("The bounds of “{}” are out of order: near lies outside met", criterion.id));
    }
    if all.into_iter().flatten().any(|bound| !(-LARGEST..=LARGEST).contains(&bound)) {
        faults.push(format!("A bound of “{}” is too large to be right", criterion.id));
    }
}

fn tiers(data: &PlaybookData, faults: &mut Vec<String>) {
    let levels = &data.tiers.levels;
    if levels.windows(2).any(|pair| pair[0].from <= pair[1].from) {
        faults.push("The tiers are out of order: write the best first, each beginning above the next".into());
    }
    if levels.last().is_some_and(|lowest| lowest.from != 0) {
        faults.push("The last tier must begin at 0".into());
    }
    if levels.iter().any(|tier| tier.from > 100) {
        faults.push("A tier can't begin above 100".into());
    }
    if data.tiers.least_coverage > 100 {
        faults.push("The least coverage can't be above 100".into());
    }
}

/// One type below a bound, one above another, and one for all that lies between.
fn engagements(kinds: &[EngagementData], faults: &mut Vec<String>) {
    let rest: Vec<_> = kinds.iter().filter(|kind| kind.below.is_none() && kind.above.is_none()).collect();
    match rest.as_slice() {
        [kind] if kind.said.is_none() => {}
        [kind] => faults.push(format!(
            "“{}” takes the sizes that the others leave, so no answer may pick it: give it a bound or drop “said”",
            kind.id
        )),
        _ => faults.push(format!(
            "{} engagements have no bound; exactly one must take the sizes that the others leave",
            rest.len()
        )),
    }
    for kind in kinds.iter().filter(|kind| kind.below.is_some() && kind.above.is_some()) {
        faults.push(format!("“{}” has a bound below and one above; only one is understood", kind.id));
    }
    let below: Vec<i64> = kinds.iter().filter_map(|kind| kind.below).collect();
    let above: Vec<i64> = kinds.iter().filter_map(|kind| kind.above).collect();
    if below.len() > 1 || above.len() > 1 {
        faults.push("Two engagements claim the same sizes: only one may have “below”, and one “above”".into());
    }
    if let (Some(below), Some(above)) = (below.iter().max(), above.iter().min())
        && below > above
    {
        faults.push(format!("Sizes from {above} to {below} fall to two engagements"));
    }
    if below.iter().chain(&above).any(|bound| !(1..=LARGEST).contains(bound)) {
        faults.push("A bound of an engagement must be above 0 and not too large to be right".into());
    }
}

fn window(window: &WindowData, faults: &mut Vec<String>) {
    let WindowData { ideal, most, grace, .. } = window;
    if !(1 <= *ideal && ideal <= most && *most <= 366) {
        faults.push("The window is out of order: ideal is at least 1 day, most no less than ideal, at most 366".into());
    }
    if *grace > 60 {
        faults.push("The grace after the window can't be above 60 working days".into());
    }
}
