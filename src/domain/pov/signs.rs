//! Signs of a trial that never ends.
use super::Plan;
use crate::domain::date::Day;

/// Why this may go on forever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// The end moved so many times.
    EndMoved(usize),
    /// So many criteria were written down after the start.
    CriteriaAdded(usize),
    NoDecisionMeeting,
    NoEnd,
}

/// The signs there are, of a plan that was agreed or has started by this day.
pub fn signs(plan: &Plan, today: Day) -> Vec<Sign> {
    let has_begun = plan.agreed.is_some() || plan.days.start.is_some_and(|start| start <= today);
    if !has_begun {
        return Vec::new();
    }
    let late = |added: Day| plan.days.start.is_some_and(|start| added > start);
    let added = plan.criteria.iter().filter(|criterion| criterion.added.is_some_and(late)).count();
    let mut signs = Vec::new();
    if plan.days.end.is_none() {
        signs.push(Sign::NoEnd);
    }
    if plan.ends.len() >= 2 {
        signs.push(Sign::EndMoved(plan.ends.len()));
    }
    if added > 0 {
        signs.push(Sign::CriteriaAdded(added));
    }
    if plan.decision().is_none() {
        signs.push(Sign::NoDecisionMeeting);
    }
    signs
}
