//! The figures a user may change: weights, bounds, near bands, tiers. Kept in the case, shown against the shipped one.
use super::Playbook;
use super::data::{PlaybookData, RuleData};
use crate::domain::problem::Problem;
use crate::domain::table::Table;

/// One figure that may be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Dotted: the rule's id and the figure's name.
    pub id: String,
    /// Id of the profile, `tiers` or `engagements`.
    pub group: String,
    /// Id of the rule it belongs to.
    pub rule: String,
    pub figure: Figure,
    /// The value that ships.
    pub shipped: i64,
}

/// Which figure of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    Weight,
    Met,
    Near,
    MetFrom,
    MetTo,
    NearFrom,
    NearTo,
    TierFrom,
    LeastCoverage,
    Below,
    Above,
}

impl Figure {
    fn name(self) -> &'static str {
        match self {
            Self::Weight => "weight",
            Self::Met => "met",
            Self::Near => "near",
            Self::MetFrom => "met-from",
            Self::MetTo => "met-to",
            Self::NearFrom => "near-from",
            Self::NearTo => "near-to",
            Self::TierFrom => "from",
            Self::LeastCoverage => "least-coverage",
            Self::Below => "below",
            Self::Above => "above",
        }
    }
}

const LARGEST: i64 = 1_000_000_000_000_000;

/// A place in the data with its figure.
struct Slot<'a> {
    group: String,
    rule: String,
    figure: Figure,
    value: &'a mut i64,
}

/// Visits every figure that may be changed, in the playbook's order. Weights and tiers pass through `i64`.
fn visit(data: &mut PlaybookData, mut see: impl FnMut(Slot)) {
    for profile in &mut data.profiles {
        for criterion in &mut profile.criteria {
            let mut slot = |figure, value: &mut i64| {
                see(Slot { group: profile.id.clone(), rule: criterion.id.clone(), figure, value });
            };
            small(&mut criterion.weight, |value| slot(Figure::Weight, value));
            match &mut criterion.rule {
                RuleData::AtLeast { met, near } | RuleData::Below { met, near } => {
                    slot(Figure::Met, met);
                    if let Some(near) = near {
                        slot(Figure::Near, near);
                    }
                }
                RuleData::Within { met: [from, to], near } => {
                    slot(Figure::MetFrom, from);
                    slot(Figure::MetTo, to);
                    if let Some([from, to]) = near {
                        slot(Figure::NearFrom, from);
                        slot(Figure::NearTo, to);
                    }
                }
                RuleData::AnyOf { .. } | RuleData::YesNo => {}
            }
        }
    }
    let last = data.tiers.levels.len().saturating_sub(1);
    for level in &mut data.tiers.levels[..last] {
        let rule = format!("tier.{}", level.id.trim_start_matches("tier."));
        small(&mut level.from, |value| {
            see(Slot { group: "tiers".into(), rule: rule.clone(), figure: Figure::TierFrom, value })
        });
    }
    small(&mut data.tiers.least_coverage, |value| {
        see(Slot { group: "tiers".into(), rule: "tiers".into(), figure: Figure::LeastCoverage, value });
    });
    for kind in &mut data.engagements {
        for (figure, bound) in [(Figure::Below, &mut kind.below), (Figure::Above, &mut kind.above)] {
            if let Some(value) = bound {
                see(Slot { group: "engagements".into(), rule: kind.id.clone(), figure, value });
            }
        }
    }
}

fn small(value: &mut u32, see: impl FnOnce(&mut i64)) {
    let mut wide = i64::from(*value);
    see(&mut wide);
    *value = u32::try_from(wide).unwrap_or(*value);
}

/// All figures that may be changed, with the values that ship.
pub fn settings(playbook: &Playbook) -> Vec<Setting> {
    let mut all = Vec::new();
    visit(&mut playbook.data.clone(), |slot| {
        let id = format!("{}.{}", slot.rule, slot.figure.name());
        all.push(Setting { id, group: slot.group, rule: slot.rule, figure: slot.figure, shipped: *slot.value });
    });
    all
}

/// The playbook with the changes that hold together; a change that doesn't is named and left out.
pub fn apply(playbook: &Playbook, typed: &Table<String>) -> (Playbook, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut data = playbook.data.clone();
    visit(&mut data, |slot| {
        let id = format!("{}.{}", slot.rule, slot.figure.name());
        let Some(text) = typed.get(&id).map(|text| text.trim()).filter(|text| !text.is_empty()) else { return };
        match whole(text, slot.figure) {
            Ok(value) => *slot.value = value,
            Err(message) => problems.push(Problem::error(&id, message, "The shipped figure stays in force until then")),
        }
    });
    restore_where_broken(&mut data, &playbook.data, &mut problems);
    (Playbook::build(data), problems)
}

fn whole(text: &str, figure: Figure) -> Result<i64, &'static str> {
    let digits: String = text.chars().filter(|c| !matches!(c, ',' | ' ' | '\u{a0}' | '\u{202f}' | '\'')).collect();
    let value: i64 = digits.parse().map_err(|_| "Type a whole number")?;
    let points = matches!(figure, Figure::Weight | Figure::TierFrom | Figure::LeastCoverage);
    match value {
        _ if points && !(0..=100).contains(&value) => Err("Type a whole number from 0 to 100"),
        _ if !(0..=LARGEST).contains(&value) => Err("Type a whole number that isn't below 0"),
        _ => Ok(value),
    }
}

/// Weights that don't sum to 100, bands inside out and tiers out of order go back to what ships.
fn restore_where_broken(data: &mut PlaybookData, shipped: &PlaybookData, problems: &mut Vec<Problem>) {
    for (profile, original) in data.profiles.iter_mut().zip(&shipped.profiles) {
        let sum: u32 = profile.criteria.iter().map(|criterion| criterion.weight).sum();
        let broken = sum != 100;
        if broken {
            let message = format!("The weights of “{}” add up to {sum}, not 100", profile.name);
            problems.push(Problem::error(
                &format!("{}.weights", profile.id),
                message,
                "The shipped weights stay in force until they do",
            ));
        }
        for (criterion, original) in profile.criteria.iter_mut().zip(&original.criteria) {
            if broken {
                criterion.weight = original.weight;
            }
            if !ordered(&criterion.rule) {
                criterion.rule = original.rule.clone();
                let message = format!("The bounds of “{}” are out of order", criterion.label);
                problems.push(Problem::error(
                    &format!("{}.met", criterion.id),
                    message,
                    "The near band must lie outside the met one; the shipped bounds stay in force",
                ));
            }
        }
    }
    if data.tiers.levels.windows(2).any(|pair| pair[0].from <= pair[1].from) {
        data.tiers.levels.clone_from(&shipped.tiers.levels);
        problems.push(Problem::error(
            "tiers.order",
            "Each tier must begin above the next lower one",
            "The shipped tiers stay in force",
        ));
    }
    let below = data.engagements.iter().filter_map(|kind| kind.below).max();
    let above = data.engagements.iter().filter_map(|kind| kind.above).min();
    if let (Some(below), Some(above)) = (below, above)
        && below > above
    {
        data.engagements.clone_from(&shipped.engagements);
        problems.push(Problem::error(
            "engagements.order",
            "The lower bound must not lie above the upper one",
            "The shipped bounds stay in force",
        ));
    }
}

fn ordered(rule: &RuleData) -> bool {
    match rule {
        RuleData::AtLeast { met, near } => near.is_none_or(|near| near <= *met),
        RuleData::Below { met, near } => near.is_none_or(|near| near >= *met),
        RuleData::Within { met, near } => {
            met[0] <= met[1] && near.is_none_or(|near| near[0] <= met[0] && near[1] >= met[1])
        }
        RuleData::AnyOf { .. } | RuleData::YesNo => true,
    }
}
