//! What deserves a look in a plan that reads well: the same hours counted twice, too many benefits, no cost, no payback.
use super::build::Model;
use super::flow::Payback;
use super::plan::{Benefit, Driver, Plan};
use super::result::Results;
use super::sheet::{Content, LARGEST};
use crate::domain::problem::Problem;

/// More counted benefits than this want a reason.
pub const MOST_BENEFITS: usize = 5;

/// All warnings, those of single benefits first.
pub fn warnings(plan: &Plan, model: &Model, results: &Results) -> Vec<Problem> {
    let mut problems = Vec::new();
    let counted: Vec<&Benefit> = plan.benefits.iter().filter(|benefit| benefit.counted).collect();
    for (at, benefit) in counted.iter().enumerate() {
        let others = counted.get(..at).unwrap_or_default();
        problems.extend(others.iter().find_map(|other| twice(other, benefit)));
    }
    if counted.len() > MOST_BENEFITS && plan.reason.trim().is_empty() {
        let message =
            ["There are ", &counted.len().to_string(), " counted benefits, more than a reader believes"].concat();
        let hint = "Keep the five largest, or say here why more count";
        problems.push(Problem::warning("plan.reason", message, hint));
    }
    problems.extend(sums(plan, model, results));
    problems
}

/// Two benefits that rest on the same hours.
fn twice(one: &Benefit, other: &Benefit) -> Option<Problem> {
    let both = |first: fn(&Benefit) -> bool, second: fn(&Benefit) -> bool| {
        (first(one) && second(other)) || (first(other) && second(one))
    };
    let message = if both(releases, releases) {
        ["The same hours may be counted twice: “", &one.name, "” releases them too"].concat()
    } else if both(releases, |benefit| benefit.driver == Driver::Hires) {
        ["Hires not needed are the hours released, counted a second time: see “", &one.name, "”"].concat()
    } else {
        return None;
    };
    let field = if one.process.is_some() && one.process == other.process {
        "process"
    } else if !one.use_case.is_empty() && one.use_case == other.use_case {
        "use-case"
    } else {
        return None;
    };
    let at = ["row.", &other.key.to_string(), ".", field].concat();
    Some(Problem::warning(&at, message, "Count one of the two, or make sure that they are about different work"))
}

fn releases(benefit: &Benefit) -> bool {
    match benefit.driver {
        Driver::Time => true,
        Driver::Errors => benefit.input("fix-minutes").is_some(),
        _ => false,
    }
}

/// What the sums themselves tell.
fn sums(plan: &Plan, model: &Model, results: &Results) -> Vec<Problem> {
    let mut problems = Vec::new();
    if results.npv.is_none() {
        let largest = largest(model).map_or(String::new(), |label| [": ", &label].concat());
        let message = "The sums are too large to mean anything";
        let hint = ["Check the largest figures", &largest].concat();
        problems.push(Problem::error("npv", message, hint));
        return problems;
    }
    if results.pv_costs == Some(0.0) {
        let hint = "Add the costs: subscription, implementation, training, your own people's hours, running it";
        problems.push(Problem::warning("costs", "Without any cost there is no return on investment to tell", hint));
    }
    if let Payback::Never { missing } = results.payback {
        let missing = super::print::money(missing, &plan.currency);
        let message = ["Over ", &years(plan.horizon), " it doesn't pay back: ", &missing, " are missing"].concat();
        problems.push(Problem::warning("payback", message, hint(model, results)));
    }
    problems
}

fn years(count: u32) -> String {
    if count == 1 { "one year".into() } else { [&count.to_string(), " years"].concat() }
}

/// Benefits that are left out by choice may be what is missing.
fn hint(model: &Model, results: &Results) -> String {
    let counted = results.pv_benefits.unwrap_or(0.0);
    let all: f64 = [results.pv_cash, results.pv_time, results.pv_risk].into_iter().flatten().sum();
    if all > counted && !model.figures.benefits.is_empty() {
        "Released time or avoided risk is not counted; see what counts in the settings".into()
    } else {
        "See which figures would have to be true for it to pay back".into()
    }
}

/// The label of the input that is largest beside what it may be.
fn largest(model: &Model) -> Option<String> {
    let size = |content: &Content| match content {
        Content::Input(input) => input.range.high / LARGEST,
        Content::Formula(_) => 0.0,
    };
    let cells = model.sheet.cells.iter();
    let cell = cells.max_by(|one, other| size(&one.content).total_cmp(&size(&other.content)))?;
    (size(&cell.content) > 1e-9).then(|| cell.label.clone())
}
