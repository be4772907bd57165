//! How well a result is known, and what keeps it from being known better.
use crate::sample::{model, read};
use fitproof::domain::value::input::Evidence;
use fitproof::domain::value::known::{Known, known};
use fitproof::domain::value::result::likely;

fn of(lines: &[&str]) -> (Vec<String>, Known) {
    let model = model(lines);
    let known = known(&model, &likely(&model).values).expect("it rests on something");
    (known.holding.iter().map(|place| model.sheet.cells[*place].id.clone()).collect(), known)
}

/// Every setting that the result of these lines rests on is the customer's own.
const SETTLED: &str = "plan discount-rate=10 discount-rate.evidence=a benefit-adjustment=0 benefit-adjustment.evidence=a \
                       cost-adjustment=0 cost-adjustment.evidence=a ramp-1=100 ramp-1.evidence=a";

#[test]
fn the_least_known_figures_are_named_those_first_that_matter_most() {
    let lines = [
        SETTLED,
        "benefit driver=tools yearly-cost=1000 yearly-cost.evidence=c",
        "benefit driver=tools yearly-cost=9000 yearly-cost.evidence=c",
        "cost type=run amount=2000 amount.evidence=b",
    ];
    let (holding, found) = of(&lines);
    assert_eq!(holding, ["row.3.yearly-cost", "row.2.yearly-cost"]);
    assert_eq!((found.tier, found.then), (Evidence::Estimate, Some(Evidence::Published)));
    // Four settings, two benefits, one cost.
    assert_eq!(found.of, 4 + 2 + 1);
}

#[test]
fn once_all_is_the_customers_own_nothing_is_left_to_find_out() {
    let (holding, found) = of(&[SETTLED, "benefit driver=tools yearly-cost=1000 yearly-cost.evidence=a"]);
    assert_eq!((found.tier, found.then), (Evidence::Customer, None));
    assert_eq!(holding.len(), found.of);
}

/// Whoever agrees with a default need not type it again.
#[test]
fn a_default_can_be_stood_by() {
    let (plan, problems) = read(&["plan discount-rate.evidence=a discount-rate.source=Their_treasurer"]);
    assert_eq!(problems, []);
    assert_eq!(plan.discount_rate.range.likely, 10.0 / 100.0);
    assert_eq!(
        (plan.discount_rate.evidence, plan.discount_rate.source.as_str()),
        (Evidence::Customer, "Their treasurer")
    );
    assert_eq!(plan.days.evidence, Evidence::Default);
}
