//! The starting process of a use case: what its steps name exists, every decision has ways out that make up a whole,
//! and from every step there is a way to the end and none back.
use super::value::range;
use crate::playbook::data::{FigureData, HowData, ProcessData, StepData, UseCaseData, ValueData};
use crate::playbook::library::END;
use std::collections::BTreeSet;

pub(super) fn check(value: &ValueData, use_case: &UseCaseData, faults: &mut Vec<String>) {
    let UseCaseData { id, process, .. } = use_case;
    let about = |field: &str| value.inputs.iter().find(|input| input.field == field);
    let measure = |field: &str, figure: &FigureData, faults: &mut Vec<String>| match about(field) {
        Some(input) => range(id, input, figure, faults),
        None => faults.push(format!("“{id}” has a figure of “{field}”, which the inputs don't tell about")),
    };
    measure(&input("process", "volume"), &process.volume, faults);
    for role in &process.roles {
        measure(&input("role", "hourly-cost"), &role.hourly_cost, faults);
    }
    for step in process.before.iter().chain(&process.after) {
        figures(step).for_each(|(field, figure)| measure(&field, figure, faults));
    }
    names(id, process, faults);
    for steps in [&process.before, &process.after] {
        steps.iter().for_each(|step| kind(id, step, faults));
        flow(id, steps, faults);
    }
}

/// The name of an input: its row's kind, and its field.
fn input(kind: &str, field: &str) -> String {
    [kind, ".", field].concat()
}

/// The figures of a step with the names of their inputs.
pub(super) fn figures(step: &StepData) -> impl Iterator<Item = (String, &FigureData)> {
    let own = [
        ("minutes", &step.minutes),
        ("waiting", &step.waiting),
        ("error-rate", &step.error_rate),
        ("fix-minutes", &step.fix_minutes),
    ];
    let own = own.into_iter().filter_map(|(field, figure)| Some((input("step", field), figure.as_ref()?)));
    own.chain(step.branches.iter().map(|branch| (input("branch", "share"), &branch.share)))
}

/// Each id once within its list; lanes, roles and steps that are named exist.
fn names(id: &str, process: &ProcessData, faults: &mut Vec<String>) {
    let ProcessData { roles, lanes, before, after, .. } = process;
    let mut once = |all: Vec<&String>| {
        let mut seen = BTreeSet::new();
        for own in all.into_iter().filter(|own| !super::ids::is_id(own) || !seen.insert(*own) || *own == END) {
            faults.push(format!("“{id}” has “{own}” twice, or it isn't an id"));
        }
    };
    once(roles.iter().map(|role| &role.id).collect());
    once(lanes.iter().map(|lane| &lane.id).collect());
    once(before.iter().map(|step| &step.id).collect());
    once(after.iter().map(|step| &step.id).collect());
    for step in before.iter().chain(after) {
        if !lanes.iter().any(|lane| lane.id == step.lane) {
            faults
                .push(format!("In “{id}” the step “{}” names the lane “{}”, which doesn't exist", step.id, step.lane));
        }
        if let Some(role) = step.role.as_ref().filter(|role| !roles.iter().any(|own| own.id == **role)) {
            faults.push(format!("In “{id}” the step “{}” names the role “{role}”, which doesn't exist", step.id));
        }
    }
    for lane in lanes.iter().filter(|lane| !before.iter().chain(after).any(|step| step.lane == lane.id)) {
        faults.push(format!("In “{id}” no step is in the lane “{}”", lane.id));
    }
}

/// People do what takes minutes; only a decision has several ways out, and they make up a whole.
fn kind(id: &str, step: &StepData, faults: &mut Vec<String>) {
    let mut fault = |what: &str| faults.push(format!("In “{id}” the step “{}” {what}", step.id));
    let by_people = match (step.how, &step.minutes) {
        (HowData::Automatic, _) => false,
        // A decision that takes no time is made by a system.
        (HowData::Decision, Some(minutes)) => minutes.likely != "0",
        (HowData::Manual | HowData::Decision, _) => true,
    };
    if by_people && !(step.minutes.is_some() && step.role.is_some()) {
        fault("takes a person, so it needs a role and minutes");
    }
    if step.how == HowData::Automatic && step.role.is_some() {
        fault("is automatic, so it has no role");
    }
    if step.error_rate.is_some() != step.fix_minutes.is_some() {
        fault("needs an error rate and the minutes to put it right together");
    }
    let whole: u32 = step.branches.iter().filter_map(|branch| branch.share.likely.parse::<u32>().ok()).sum();
    match (step.how, step.branches.len()) {
        (HowData::Decision, 2..=10) if whole == 100 && step.then.is_none() => {}
        (HowData::Decision, _) => fault("decides, so it needs 2 to 10 branches that add up to 100 in whole numbers"),
        (_, 0) => {}
        _ => fault("has branches, but only a decision does"),
    }
}

/// Every step is reached from the first one, and no way leads back.
fn flow(id: &str, steps: &[StepData], faults: &mut Vec<String>) {
    let place = |name: &str| steps.iter().position(|step| step.id == name);
    let mut ways: Vec<Vec<usize>> = Vec::new();
    for (at, step) in steps.iter().enumerate() {
        let named: Vec<&str> =
            step.branches.iter().map(|branch| branch.to.as_str()).chain(step.then.as_deref()).collect();
        for name in named.iter().filter(|name| **name != END && place(name).is_none()) {
            faults.push(format!("In “{id}” the step “{}” leads to “{name}”, which doesn't exist on its side", step.id));
        }
        let next = named.is_empty().then_some(at + 1).filter(|next| *next < steps.len());
        ways.push(named.iter().filter_map(|name| place(name)).chain(next).collect());
    }
    // A step is placed once all steps that lead to it are; what stays without a place is in a circle or behind one.
    let mut into = vec![0_usize; steps.len()];
    ways.iter().flatten().for_each(|to| into[*to] += 1);
    let mut ready: Vec<usize> = (0..steps.len()).filter(|at| into[*at] == 0).collect();
    for step in ready.iter().skip(1).filter_map(|at| steps.get(*at)) {
        faults.push(format!("In “{id}” no way leads to the step “{}”", step.id));
    }
    let mut placed = 0;
    while let Some(at) = ready.pop() {
        placed += 1;
        for to in &ways[at] {
            into[*to] -= 1;
            if into[*to] == 0 {
                ready.push(*to);
            }
        }
    }
    if placed < steps.len() {
        faults.push(format!("In “{id}” the steps go round in a circle"));
    }
}
