//! Cases whose results are published, to the dollar and the percent.
use crate::sample::{close, model, read};
use fitproof::domain::value::flow::{Payback, Return};
use fitproof::domain::value::result::{self, Results};

fn results(lines: &[&str]) -> Results {
    assert_eq!(read(lines).1, [], "the plan reads without a problem");
    result::likely(&model(lines))
}

/// Costs 140,000 and then 40,000 a year; benefits 200,000 a year for three years, at 8 %.
#[test]
fn three_years_at_eight_percent() {
    let found = results(&[
        "plan discount-rate=8",
        "cost type=implementation amount=$140,000",
        "cost type=run amount=40k",
        "benefit driver=tools yearly-cost=200,000",
    ]);
    let worth = 1.0 / 1.08 + 1.0 / (1.08 * 1.08) + 1.0 / (1.08 * 1.08 * 1.08);
    close(found.pv_benefits.unwrap(), 200_000.0 * worth, "present value of benefits");
    close(found.pv_costs.unwrap(), 140_000.0 + 40_000.0 * worth, "present value of costs");
    assert_eq!(found.pv_benefits.unwrap().round(), 515_419.0);
    assert_eq!(found.pv_costs.unwrap().round(), 243_084.0);
    // The rounded difference, not the difference of the rounded, which is 272,335.
    assert_eq!(found.npv.unwrap().round(), 272_336.0);
    assert_eq!((found.roi.unwrap() * 1_000.0).round(), 1_120.0);
    let Return::Rate(rate) = found.internal_rate else { panic!("{:?}", found.internal_rate) };
    // At 100 %, each year counts half of the one before: 160 × (1/2 + 1/4 + 1/8) = 140.
    close(rate, 1.0, "internal rate of return");
    assert_eq!(found.payback, Payback::After(12.0 * 140_000.0 / 160_000.0));
}

/// 35,000 once, 25,000 a year less 5,000 of upkeep, at 10 %.
#[test]
fn three_years_at_ten_percent() {
    let found = results(&[
        "plan discount-rate=10_%",
        "cost type=implementation amount=35,000",
        "cost type=run amount=5000",
        "benefit driver=tools yearly-cost=25,000",
    ]);
    assert_eq!(found.npv.unwrap().round(), 14_737.0);
    assert_eq!(found.payback, Payback::After(12.0 * 35_000.0 / 20_000.0));
    assert_eq!(found.payback, Payback::After(21.0));
}

/// The worst case of the same: 20,000 a year less 6,500. The two definitions of return differ in sign.
#[test]
fn the_worst_case_shows_why_a_definition_is_named() {
    let found = results(&[
        "cost type=implementation amount=35,000",
        "cost type=run amount=6,500",
        "benefit driver=tools yearly-cost=20,000",
    ]);
    assert_eq!(found.npv.unwrap().round(), -1_427.0);
    assert_eq!((found.roi.unwrap() * 1_000.0).round(), -28.0);
    close(found.roi_undiscounted.unwrap(), 60_000.0 / 54_500.0 - 1.0, "undiscounted return");
    assert_eq!((found.roi_undiscounted.unwrap() * 1_000.0).round(), 101.0);
    // Without discounting it pays back after all, with discounting it doesn't.
    assert_eq!(found.payback, Payback::After(12.0 * (2.0 + (35_000.0 - 2.0 * 13_500.0) / 13_500.0)));
    assert!(matches!(found.payback_discounted, Payback::Never { missing } if missing.round() == 1_427.0));
}
