//! What the business case has to say in the guide's sections, as drafts: nothing goes there until somebody chooses so,
//! and a draft is the partner's, never the customer's own words. Which text goes to which section says the playbook.
use super::{Business, words};
use crate::domain::value::break_even::{BreakEven, break_even, pays_above};
use crate::domain::value::input::Unit;
use crate::domain::value::plan::{Driver, Side, Work};
use crate::domain::value::print;
use crate::playbook::data::{FeedData, FeedKindData};

/// A text that could stand in a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The section's id.
    pub section: String,
    /// What the playbook says about it.
    pub about: String,
    pub text: String,
}

/// A draft for each section that there is something to say in.
pub fn drafts(business: &Business, feeds: &[FeedData]) -> Vec<Draft> {
    let draft = |feed: &FeedData| {
        let lines = match feed.from {
            FeedKindData::CurrentState => current_state(business),
            FeedKindData::Gap => gap(business),
            FeedKindData::Outcomes => outcomes(business),
            FeedKindData::SuccessCriteria => success_criteria(business),
        };
        (!lines.is_empty()).then(|| Draft {
            section: feed.section.clone(),
            about: feed.text.clone(),
            text: lines.join("\n"),
        })
    };
    feeds.iter().filter_map(draft).collect()
}

/// A draft after what stands in a section already; what is there stays.
pub fn appended(existing: &str, draft: &str) -> String {
    match existing.trim_end() {
        "" => draft.to_owned(),
        // Once is enough.
        existing if existing.contains(draft) => existing.to_owned(),
        existing => [existing, "\n\n", draft].concat(),
    }
}

fn steps(work: &Work, side: Side) -> (usize, usize) {
    let steps = work.steps.iter().filter(|step| step.side == side);
    let by_hand = steps.clone().filter(|step| !step.automatic).count();
    (steps.count(), by_hand)
}

/// Hours a year before and after, where the process is part of the calculation.
fn hours(business: &Business, work: &Work) -> Option<(f64, f64)> {
    let figures = business.model.figures.processes.iter().find(|own| own.key == work.key)?;
    Some((business.value(figures.before)?, business.value(figures.after)?))
}

fn whole(value: f64) -> String {
    print::number(value, 0).replace('-', "−")
}

fn current_state(business: &Business) -> Vec<String> {
    let line = |work: &Work| {
        let (all, by_hand) = steps(work, Side::Before);
        if all == 0 {
            return None;
        }
        let hours = hours(business, work);
        let hours = hours.map_or_else(String::new, |(before, _)| format!(", about {} hours a year", whole(before)));
        Some(format!("- {}: {}, {by_hand} of them by hand{hours}.", work.name, counted(all, "step")))
    };
    business.plan.processes.iter().filter_map(line).collect()
}

/// Where minutes and errors are lost today.
fn gap(business: &Business) -> Vec<String> {
    let mut lines = Vec::new();
    for work in &business.plan.processes {
        let before = work.steps.iter().filter(|step| step.side == Side::Before && !step.automatic);
        let longest = before.clone().filter_map(|step| Some((step, step.minutes.as_ref()?.range.likely)));
        let longest = longest.filter(|(_, minutes)| *minutes > 0.0).max_by(|one, other| one.1.total_cmp(&other.1));
        lines.extend(longest.map(|(step, minutes)| {
            format!("- {}: “{}” takes {} minutes by hand each time.", work.name, step.name, print::number(minutes, 1))
        }));
        let wrong = before.filter_map(|step| Some((step, step.error_rate.as_ref()?.range.likely)));
        let wrong = wrong.filter(|(_, rate)| *rate > 0.0).max_by(|one, other| one.1.total_cmp(&other.1));
        lines.extend(wrong.map(|(step, rate)| {
            format!("- {}: “{}” goes wrong in {} of cases.", work.name, step.name, words::share(Some(rate)))
        }));
    }
    lines
}

fn outcomes(business: &Business) -> Vec<String> {
    let process = |work: &Work| {
        let (before, after) = hours(business, work)?;
        let released = before - after;
        (released > 0.0).then(|| {
            let (before, after, released) = (whole(before), whole(after), whole(released));
            format!("- {}: from {before} to {after} hours a year at full volume, {released} released.", work.name)
        })
    };
    let mut lines: Vec<String> = business.plan.processes.iter().filter_map(process).collect();
    let others = business.plan.benefits.iter().filter(|own| own.counted && own.complete && own.process.is_none());
    lines.extend(others.map(|benefit| match benefit.driver {
        Driver::Time => format!("- {}: hours released.", benefit.name),
        Driver::Errors => format!("- {}: errors avoided.", benefit.name),
        Driver::Tools => format!("- {}: tools replaced.", benefit.name),
        Driver::Hires => format!("- {}: hires not needed.", benefit.name),
        Driver::Revenue => format!("- {}: revenue sooner or kept.", benefit.name),
        Driver::Risk => format!("- {}: risk avoided.", benefit.name),
    }));
    lines
}

/// What to measure, and what it must be for the case to hold.
fn success_criteria(business: &Business) -> Vec<String> {
    let sheet = &business.model.sheet;
    let line = |(place, even): (usize, BreakEven)| {
        let (cell, BreakEven::At(needed)) = (sheet.cells.get(place)?, even) else { return None };
        let likely = business.value(place)?;
        // A setting such as the discount rate, or a price, is nothing that a proof measures.
        if !MEASURED.contains(&cell.unit) || cell.id.starts_with("plan.") || likely == needed {
            return None;
        }
        let above = pays_above(needed, likely, business.results.npv.unwrap_or(0.0));
        let word = if above { "at least" } else { "at most" };
        let print = |value| print::value(value, cell.unit, &business.plan.currency);
        Some(format!("- {}: {word} {} (assumed: {}).", cell.label, print(needed), print(likely)))
    };
    break_even(business.model).into_iter().filter_map(line).collect()
}

/// What a proof of concept can measure.
const MEASURED: [Unit; 4] = [Unit::Minutes, Unit::Hours, Unit::Count, Unit::Share];

fn counted(count: usize, name: &str) -> String {
    if count == 1 { format!("1 {name}") } else { format!("{count} {name}s") }
}

#[cfg(test)]
mod tests {
    use super::appended;

    #[test]
    fn a_draft_never_replaces_and_never_stands_twice() {
        assert_eq!(appended("", "- new"), "- new");
        assert_eq!(appended("Own words.\n", "- new"), "Own words.\n\n- new");
        assert_eq!(appended("Own words.\n\n- new", "- new"), "Own words.\n\n- new");
    }
}
