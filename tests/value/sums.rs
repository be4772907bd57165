//! Scenarios, what matters most, how well a result is known, and what was measured.
use crate::sample::{close, model, plans};
use fitproof::domain::value::input::Evidence;
use fitproof::domain::value::realized::realized;
use fitproof::domain::value::scenario::{Scenario, scenario};
use fitproof::domain::value::sensitivity::sensitivity;
use fitproof::domain::value::{reach, result};

const RANGES: [&str; 4] = [
    "plan discount-rate=0 horizon=1",
    "benefit driver=tools yearly-cost=20k yearly-cost.low=12k yearly-cost.high=30k",
    "cost type=run amount=5,000 amount.low=4,000 amount.high=9,000",
    "cost type=training amount=1,000",
];

#[test]
fn each_input_stands_at_its_unfavorable_or_favorable_end() {
    let model = model(&RANGES);
    let npv = |case: Scenario| scenario(&model, case).npv.expect("a figure");
    close(npv(Scenario::Cautious), 12_000.0 - 9_000.0 - 1_000.0, "cautious");
    close(npv(Scenario::Expected), 20_000.0 - 5_000.0 - 1_000.0, "expected");
    close(npv(Scenario::Favorable), 30_000.0 - 4_000.0 - 1_000.0, "favorable");
    for (name, lines) in plans() {
        let model = crate::sample::model(&lines);
        let [cautious, expected, favorable] = Scenario::ALL.map(|case| scenario(&model, case).npv.expect("a figure"));
        assert!(cautious < expected && expected < favorable, "{name}: {cautious}, {expected}, {favorable}");
    }
}

/// What an hour costs is good for a case that releases hours and bad for one that only needs them.
#[test]
fn the_unfavorable_end_is_the_one_that_costs() {
    let role = "role hourly-cost=50 hourly-cost.low=40 hourly-cost.high=60";
    let adverse = |benefit: &str, effort: &str| {
        let model = model(&[role, benefit, effort]);
        model.input_place("row.1.hourly-cost").and_then(|place| model.sheet.input_at(place)).map(|input| input.adverse)
    };
    let time = "benefit driver=time volume=100 minutes=60 automated=100 role=1";
    assert_eq!(adverse(time, "cost type=effort hours=5 role=1"), Some(false));
    assert_eq!(adverse(time, "cost type=effort hours=5,000 role=1"), Some(true));
    assert_eq!(adverse("benefit driver=tools yearly-cost=9k", "cost type=effort hours=5 role=1"), Some(true));
}

#[test]
fn the_widest_swing_comes_first() {
    let model = model(&RANGES);
    let swings = sensitivity(&model);
    let found: Vec<(&str, f64, f64)> =
        swings.iter().map(|swing| (model.sheet.cells[swing.place].id.as_str(), swing.at_low, swing.at_high)).collect();
    let expected = [
        ("row.2.yearly-cost", 12_000.0 - 6_000.0, 30_000.0 - 6_000.0),
        ("row.3.amount", 20_000.0 - 5_000.0, 20_000.0 - 10_000.0),
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_result_is_known_no_better_than_its_least_known_input() {
    let lines = [
        "plan discount-rate=8 discount-rate.evidence=a days=220 days.evidence=a hours=8 hours.evidence=a \
         benefit-adjustment=0 benefit-adjustment.evidence=a cost-adjustment=0 cost-adjustment.evidence=a \
         ramp-1=100 ramp-1.evidence=a horizon=1",
        "benefit driver=tools yearly-cost=5k yearly-cost.evidence=b yearly-cost.source=A_study",
        "cost type=run amount=1k amount.evidence=a",
    ];
    let of = |lines: &[&str]| {
        let model = model(lines);
        let tiers = reach::tiers(&model.sheet);
        let weakest = reach::weakest(&model.sheet, model.figures.npv);
        let ids = weakest.iter().map(|place| model.sheet.cells[*place].id.clone()).collect::<Vec<_>>();
        (tiers[model.figures.npv], tiers[model.figures.pv_costs], ids)
    };
    let (npv, costs, weakest) = of(&lines);
    assert_eq!((npv, costs), (Some(Evidence::Published), Some(Evidence::Customer)));
    assert_eq!(weakest, ["row.2.yearly-cost"]);
    // A figure that says nothing of itself is an estimate.
    let (npv, costs, weakest) = of(&[lines[0], lines[1], "cost type=run amount=1k"]);
    assert_eq!((npv, costs), (Some(Evidence::Estimate), Some(Evidence::Estimate)));
    assert_eq!(weakest, ["row.3.amount"]);
    // What the playbook sets is a default, even where all else is known.
    let (npv, ..) = of(&["plan horizon=1", lines[1], lines[2]]);
    assert_eq!(npv, Some(Evidence::Default));
}

#[test]
fn measured_figures_stand_beside_projected_ones() {
    let lines = [
        "plan discount-rate=0 horizon=1",
        "benefit driver=time volume=1,200 minutes=10 minutes.low=8 minutes.high=12 minutes.measured=7 automated=50 \
         automated.measured=80 hourly-cost=60",
        "cost type=run amount=1k",
    ];
    let model = model(&lines);
    let found = realized(&model).expect("something was measured");
    close(found.projected.npv.expect("a figure"), 1_200.0 * 10.0 / 60.0 * 0.5 * 60.0 - 1_000.0, "projected");
    close(found.measured.npv.expect("a figure"), 1_200.0 * 7.0 / 60.0 * 0.8 * 60.0 - 1_000.0, "measured");
    let inputs: Vec<(&str, f64, bool)> = found
        .inputs
        .iter()
        .map(|input| (model.sheet.cells[input.place].id.as_str(), input.difference(), input.within))
        .collect();
    assert_eq!(inputs, [("row.2.minutes", 7.0 - 10.0, false), ("row.2.automated", 0.8 - 0.5, false)]);
    assert_eq!(realized(&crate::sample::model(&RANGES)), None);
    assert_eq!(result::likely(&model), found.projected);
}
