//! How far a figure may be shown.
use fitproof::domain::value::input::Evidence::{self, Customer, Default, Estimate, Published};
use fitproof::domain::value::plan;
use fitproof::domain::value::simulate::round::{self, Unit, unit_below, up};
use fitproof::playbook::Playbook;
use fitproof::playbook::library::Library;

/// As the playbook that ships has it.
fn share(evidence: Evidence) -> f64 {
    let defaults = Library::open(&Playbook::embedded()).defaults();
    plan::read(&[], &defaults).0.grain.of(evidence)
}

fn unit_of_evidence(figures: [f64; 3], evidence: Evidence) -> Option<Unit> {
    round::unit_of_evidence(figures, share(evidence))
}

fn round_to_evidence(figures: [f64; 3], evidence: Evidence) -> [f64; 3] {
    round::round_to_evidence(figures, share(evidence))
}

#[test]
fn how_fine_a_figure_is_shown_says_the_playbook() {
    assert_eq!(
        [Customer, Published, Estimate, Default].map(share),
        [0.1 / 100.0, 1.0 / 100.0, 5.0 / 100.0, 10.0 / 100.0]
    );
    let mut data = Playbook::embedded().data.clone();
    let mut value = fitproof::playbook::library::part(&data.value).expect("a part for the business case");
    value.grain = None;
    data.value = fitproof::playbook::packed::Closed::close(&value);
    let own = Library::of(&data);
    assert_eq!(own.defaults(), Library::open(&Playbook::embedded()).defaults(), "without one it is the one that ships");
    // Where nobody says anything, what lies between P10 and P90 says it alone.
    let nobody = plan::read(&[], &std::default::Default::default()).0.grain;
    assert_eq!(round::round_to_evidence([381_234.5; 3], nobody.of(Default)), [381_234.5; 3]);
}

#[test]
fn round_numbers_above_and_below() {
    for (figure, below, above) in [
        (1.0, 1.0, 1.0),
        (1.1, 1.0, 2.0),
        (2.2, 2.0, 2.5),
        (2.6, 2.0, 5.0),
        (7.0, 5.0, 10.0),
        (99_999.0, 50_000.0, 100_000.0),
        (0.03, 0.02, 0.05),
        (0.2, 0.2, 0.2),
    ] {
        assert_eq!(unit_below(figure).map(|unit| unit.value()), Some(below), "{figure}");
        assert_eq!(up(figure), above, "{figure}");
    }
    for nothing in [0.0, -3.0, f64::NAN, f64::INFINITY, 1e-300] {
        assert_eq!((unit_below(nothing), up(nothing)), (None, 0.0), "{nothing}");
    }
}

#[test]
fn a_wide_range_is_shown_in_few_digits() {
    let figures = [212_345.67, 381_234.56, 545_678.9];
    // (545,678.9 − 212,345.67) / 10 = 33,333 and a bit, and the round number below that.
    for evidence in [Customer, Published, Estimate] {
        assert_eq!(round_to_evidence(figures, evidence), [220_000.0, 380_000.0, 540_000.0], "{evidence:?}");
    }
    // A tenth of 381,234.56 is 38,123.
    assert_eq!(round_to_evidence(figures, Default), [220_000.0, 380_000.0, 540_000.0]);
}

#[test]
fn a_narrow_range_is_shown_as_far_as_it_is_known() {
    let figures = [381_200.4, 381_234.56, 381_260.0];
    let units = [Customer, Published, Estimate, Default]
        .map(|evidence| unit_of_evidence(figures, evidence).map(|unit| unit.value()));
    assert_eq!(units, [Some(200.0), Some(2_000.0), Some(10_000.0), Some(20_000.0)]);
    assert_eq!(round_to_evidence(figures, Customer), [381_200.0, 381_200.0, 381_200.0]);
    assert_eq!(round_to_evidence(figures, Default), [380_000.0; 3]);
}

#[test]
fn less_evidence_and_a_wider_range_never_show_more() {
    for width in [0.0, 0.5, 40.0, 700.0, 90_000.0] {
        for figure in [-54_321.0, 0.0, 0.01, 3.7, 999.9, 123_456_789.0] {
            let unit = |width: f64, evidence| {
                unit_of_evidence([figure - width, figure, figure + width], evidence).map_or(0.0, |unit| unit.value())
            };
            let units = [Customer, Published, Estimate, Default].map(|evidence| unit(width, evidence));
            assert!(units.is_sorted(), "{figure} ± {width}: {units:?}");
            assert!(unit(width, Published) <= unit(width * 2.0, Published));
        }
    }
}

#[test]
fn small_figures_keep_their_point() {
    let figures = [0.512_3, 1.123_4, 1.712_3];
    assert_eq!(round_to_evidence(figures, Customer), [0.5, 1.1, 1.7]);
    assert_eq!(unit_of_evidence(figures, Customer).map(|unit| unit.places()), Some(1));
    assert_eq!(round_to_evidence([0.0; 3], Default), [0.0; 3]);
    assert_eq!(round_to_evidence([-1_234.0; 3], Published), [-1_230.0; 3]);
}
