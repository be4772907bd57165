//! A section of the panel that is drawn anew only when what it shows has changed: most keys change one or two.
use super::panel::View;
use crate::domain::criterion::Finding;
use crate::domain::persona::Coverage;
use crate::playbook::verdict::{Verdict, title_needed};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties)]
pub struct SectionProps {
    pub view: View,
    pub draw: fn(&View) -> Html,
    /// Both views look the same to this section.
    pub same: fn(&View, &View) -> bool,
}

impl PartialEq for SectionProps {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::fn_addr_eq(self.draw, other.draw)
            && self.view.playbook == other.view.playbook
            && Rc::ptr_eq(&self.view.changed, &other.view.changed)
            && (self.same)(&self.view, &other.view)
    }
}

#[component]
pub fn Section(props: &SectionProps) -> Html {
    (props.draw)(&props.view)
}

pub fn same_fit(one: &View, other: &View) -> bool {
    one.verdict.fit == other.verdict.fit
}

pub fn same_findings(one: &View, other: &View) -> bool {
    same_fit(one, other) && one.known == other.known
}

/// Most keys change one or two findings of one profile.
pub fn same_row<'a>(one: &'a View, other: &'a View) -> bool {
    let (profile, at) = one.row;
    let finding = |view: &'a View| view.verdict.fit.profiles.get(profile).and_then(|fit| fit.findings.get(at));
    let known = |view: &'a View, finding: &Finding| view.known.get(&finding.criterion);
    match (finding(one), finding(other)) {
        (Some(before), Some(now)) => one.row == other.row && before == now && known(one, before) == known(other, now),
        _ => false,
    }
}

pub fn same_gates(one: &View, other: &View) -> bool {
    let of = |verdict: &Verdict| (verdict.engagement.clone(), verdict.preconditions.clone(), verdict.gates.clone());
    of(&one.verdict) == of(&other.verdict)
}

/// A weak fit brings advice, which depends on any answer.
pub fn same_engagement(one: &View, other: &View) -> bool {
    let of = |view: &View| (view.verdict.deal, view.verdict.low_fit, view.today);
    let advised = one.verdict.low_fit && one.verdict.answers != other.verdict.answers;
    of(one) == of(other) && !advised && same_gates(one, other)
}

pub fn same_people(one: &View, other: &View) -> bool {
    let of = |verdict: &Verdict| -> (Vec<Coverage>, Vec<usize>, Option<usize>) {
        (verdict.coverage.clone(), verdict.unplaced.clone(), verdict.leaning())
    };
    let titles = || one.playbook.data.roles.iter().flat_map(|role| &role.titles);
    let needed = |view: &View| -> Vec<_> { titles().map(|title| title_needed(title, &view.verdict.answers)).collect() };
    one.people == other.people && of(&one.verdict) == of(&other.verdict) && needed(one) == needed(other)
}

pub fn same_change(one: &View, other: &View) -> bool {
    one.present == other.present && one.verdict.changes == other.verdict.changes && same_fit(one, other)
}

pub fn same_warnings(one: &View, other: &View) -> bool {
    one.verdict.warnings == other.verdict.warnings
}

/// What stands in the rules alone.
pub fn same_rules(_: &View, _: &View) -> bool {
    true
}
