//! Which engagement the size of a deal calls for.
use crate::table::{answers, engagements, id};
use fitproof::domain::engagement::{Recommendation, recommend, yearly};
use fitproof::domain::quantity::Quantity;
use fitproof::domain::span::Span;

const SELF: &str = "engagement.self-service";
const GUIDED: &str = "engagement.guided-trial";
const POV: &str = "engagement.pov";

fn recommended(given: &str) -> Recommendation {
    let answers = answers(given);
    let size = answers.number(&id("size")).and_then(|size| yearly(size, answers.number(&id("years"))));
    recommend(&engagements(), size, &answers)
}

/// The one recommended, the types by size, the bound it lies on.
fn check(given: &str, settled: Option<&str>, by_size: &[&str], on_bound: Option<i64>) {
    let found = recommended(given);
    assert_eq!(found.settled(), settled, "{given}: {found:?}");
    assert_eq!(found.by_size, by_size, "{given}");
    assert_eq!(found.on_bound, on_bound, "{given}");
}

#[test]
fn every_bound_with_its_pair() {
    for (size, expected, on_bound) in [
        ("$0", SELF, None),
        ("$1", SELF, None),
        ("$9,999.99", SELF, None),
        ("$10,000", GUIDED, Some(10_000)),
        ("$10,000.01", GUIDED, None),
        ("$99,999.99", GUIDED, None),
        ("$100,000", GUIDED, Some(100_000)),
        ("$100,000.01", POV, None),
        ("$1bn", POV, None),
        ("under $10k", SELF, None),
        ("$10k-$100k", GUIDED, None),
        ("over $100k", POV, None),
    ] {
        check(&format!("size={size}; oem=no"), Some(expected), &[expected], on_bound);
        check(&format!("size={size}"), Some(expected), &[expected], on_bound);
    }
}

#[test]
fn bands_over_a_bound_name_both() {
    for (size, expected) in [
        ("$9,999.99-$10,000", vec![SELF, GUIDED]),
        ("$5k-$50k", vec![SELF, GUIDED]),
        ("up to $10k", vec![SELF, GUIDED]),
        ("$100k-$100,000.01", vec![GUIDED, POV]),
        ("$50k-$200k", vec![GUIDED, POV]),
        ("$10k+", vec![GUIDED, POV]),
        ("$100k+", vec![GUIDED, POV]),
        ("$5k-$200k", vec![SELF, GUIDED, POV]),
        ("$0+", vec![SELF, GUIDED, POV]),
    ] {
        check(&format!("size={size}; oem=no"), None, &expected, None);
    }
}

#[test]
fn an_oem_deal_of_any_size_is_a_proof_of_value() {
    for (size, by_size) in
        [("$1", vec![SELF]), ("$10,000.01", vec![GUIDED]), ("$1M", vec![POV]), ("$5k-$50k", vec![SELF, GUIDED])]
    {
        check(&format!("size={size}; oem=yes"), Some(POV), &by_size, None);
    }
    check("oem=yes", Some(POV), &[], None);
    check("size=lots; oem=yes", Some(POV), &[], None);
}

#[test]
fn an_unknown_size_recommends_nothing() {
    for given in ["", "oem=no", "oem=don't know", "size=; oem=no", "size=lots", "size=40k", "size=EUR 40k", "years=3"] {
        check(given, None, &[], None);
    }
}

#[test]
fn while_oem_is_open_it_may_be_a_proof_of_value() {
    for (given, unless) in [
        ("size=$1; oem=no", None),
        ("size=$1; oem=yes", None),
        ("size=$1", Some(POV)),
        ("size=$1; oem=don't know", Some(POV)),
        ("size=$50k", Some(POV)),
        ("size=$50k-$200k", Some(POV)),
        ("size=$200k", None),
        ("", Some(POV)),
        ("oem=no", None),
    ] {
        assert_eq!(recommended(given).unless.as_deref(), unless, "{given}");
    }
}

#[test]
fn a_total_is_divided_by_its_years() {
    for (given, expected, on_bound) in [
        ("size=$30,000; years=3", GUIDED, Some(10_000)),
        ("size=$29,999.99; years=3", SELF, None),
        ("size=$30,000.01; years=3", GUIDED, None),
        ("size=$300,000; years=3", GUIDED, Some(100_000)),
        ("size=$300,000.01; years=3", POV, None),
        ("size=$100,000.01; years=1", POV, None),
        ("size=$100,000.01; years=", POV, None),
        ("size=$420,000; years=3", POV, None),
        ("size=$420,000; years=5", GUIDED, None),
        ("size=EUR 200,000; years=2; rate EUR=1.08", POV, None),
        ("size=EUR 20,000; years=2; rate EUR=0.5", SELF, None),
        ("size=EUR 40,000; years=2; rate EUR=0.5", GUIDED, Some(10_000)),
    ] {
        check(&format!("{given}; oem=no"), Some(expected), &[expected], on_bound);
    }
    check("size=$60,000; years=2-10; oem=no", None, &[SELF, GUIDED], None);
    check("size=$20k-$300k; years=2; oem=no", None, &[GUIDED, POV], None);
    check("size=$60,000; years=3+; oem=no", None, &[SELF, GUIDED], None);
    check("size=$60,000; years=0; oem=no", None, &[], None);
    let third = yearly(Span::whole(100), Some(Span::whole(3))).and_then(Span::single);
    assert_eq!(third, Quantity::ratio(100, 3), "no rounding");
    assert_eq!(yearly(Span::whole(100), Some(Span::whole(0))), None);
    assert_eq!(yearly(Span::between(50, 100), Some(Span::between(0, 3))), None);
    assert_eq!(yearly(Span::between(60, 100), Some(Span::between(2, 3))), Some(Span::between(60 / 3, 100 / 2)));
    assert_eq!(yearly(Span::from(60), Some(Span::whole(2))), Some(Span::from(60 / 2)));
    assert_eq!(yearly(Span::whole(60), None), Some(Span::whole(60)));
}

#[test]
fn every_size_has_its_type() {
    for cents in (0..20_000_000_i128).step_by(9_973).chain([999_999, 1_000_000, 1_000_001, 10_000_000, 10_000_001]) {
        let size = Quantity::ratio(cents, 100).map(Span::exact);
        let found = recommend(&engagements(), size, &answers("oem=no"));
        let expected = match cents {
            ..1_000_000 => SELF,
            1_000_000..=10_000_000 => GUIDED,
            _ => POV,
        };
        assert_eq!(found.by_size, [expected], "{cents} cents");
    }
}
