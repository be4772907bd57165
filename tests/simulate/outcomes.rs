//! What a run says: percentiles, payback, bins, the tornado, and cases at the edge.
use crate::sheets::{self, Case, pert, triangular};
use fitproof::domain::value::input::{Range, Spread};
use fitproof::domain::value::sheet::Expr;
use fitproof::domain::value::simulate::pert::Tables;
use fitproof::domain::value::simulate::summary::Figures;
use fitproof::domain::value::simulate::{Run, Sequence, simulate};

fn figures(case: &Case, draws: usize, sequence: Sequence) -> Figures {
    simulate(&case.asked(), 3, draws, sequence).npv.figures.expect("there are figures")
}

#[test]
fn the_same_seed_the_same_outcomes_however_they_are_asked_for() {
    let case = sheets::ten_inputs(Spread::Pert);
    let whole = simulate(&case.asked(), 42, 10_000, Sequence::Quasi);
    let mut run = Run::new(&case.asked(), 42, Sequence::Quasi, &mut Tables::default());
    for draws in [1, 100, 256, 257, 2_048, 2_048, 9_999, 10_000] {
        run.draw_to(draws);
        assert_eq!(run.drawn(), draws);
    }
    assert_eq!(run.outcomes(), whole);
    let hashes = [41, 42, 43].map(|seed| simulate(&case.asked(), seed, 10_000, Sequence::Quasi).hash);
    assert_eq!(hashes[1], whole.hash);
    assert!(hashes[0] != hashes[1] && hashes[1] != hashes[2]);
}

#[test]
fn percentiles_rise_and_the_mean_is_the_closed_one() {
    for spread in [Spread::Triangular, Spread::Pert] {
        let case = sheets::ten_inputs(spread);
        for sequence in [Sequence::Plain, Sequence::Quasi] {
            let found = figures(&case, 1 << 16, sequence);
            assert!(found.p10 < found.p50 && found.p50 < found.p90);
            // Every input stands in a product with others alone, so the mean is the result at the means.
            let inputs: Vec<f64> = (0..case.sheet.inputs.len())
                .filter_map(|number| case.sheet.input(number))
                .map(|input| match spread {
                    Spread::Triangular => (input.range.low + input.range.likely + input.range.high) / 3.0,
                    Spread::Pert => (input.range.low + 4.0 * input.range.likely + input.range.high) / 6.0,
                })
                .collect();
            let mean = case.sheet.evaluate(&inputs)[case.npv];
            let close = if sequence == Sequence::Quasi { 0.000_2 } else { 0.01 };
            assert!((found.mean - mean).abs() < close * (found.p90 - found.p10), "{}, {mean}", found.mean);
        }
    }
}

#[test]
fn more_draws_come_closer() {
    let case = sheets::ten_inputs(Spread::Triangular);
    let right = figures(&case, 1 << 17, Sequence::Quasi);
    for sequence in [Sequence::Plain, Sequence::Quasi] {
        // The mean over several seeds: one may be lucky.
        let off = |draws: usize| {
            let each = (0..8).filter_map(|seed| simulate(&case.asked(), seed, draws, sequence).npv.figures);
            each.map(|found| (found.p50 - right.p50).abs() + (found.mean - right.mean).abs()).sum::<f64>()
        };
        let [few, more, many] = [128, 1_024, 8_192].map(off);
        assert!(few > 1.5 * more && more > 1.5 * many, "{sequence:?}: {few}, {more}, {many}");
    }
}

#[test]
fn nothing_uncertain() {
    let case =
        Case::of(&[Range::certain(40.0), Range::certain(2.0)], Expr::Product(vec![Expr::Cell(0), Expr::Cell(1)]));
    let found = simulate(&case.asked(), 1, 1_000, Sequence::Quasi);
    let figures = found.npv.figures.expect("there are figures");
    assert_eq!([figures.mean, figures.p10, figures.p50, figures.p90], [40.0 * 2.0; 4]);
    assert_eq!((figures.bins.counts, figures.bins.width), (vec![1_000], 0.0));
    assert_eq!((found.npv.without, found.tornado.len()), (0, 0));
}

#[test]
fn no_draws_no_figures() {
    let found = simulate(&sheets::ten_inputs(Spread::Pert).asked(), 1, 0, Sequence::Quasi);
    assert_eq!((found.draws, found.npv.figures, found.payback.within), (0, None, None));
    assert_eq!(found.tornado.len(), 10);
}

#[test]
fn ranges_with_a_single_end_and_in_the_wrong_order() {
    for spread in [triangular, pert] {
        for (low, likely, high) in [(1.0, 1.0, 2.0), (1.0, 2.0, 2.0), (1.0, 1.000_000_1, 1.000_000_2)] {
            let found = figures(&Case::of(&[spread(low, likely, high)], Expr::Cell(0)), 4_096, Sequence::Quasi);
            assert!(low < found.p10 && found.p10 < found.p50 && found.p50 < found.p90 && found.p90 < high);
        }
        for (low, likely, high) in [(2.0, 1.5, 1.0), (1.0, 3.0, 2.0), (f64::NAN, 3.0, 4.0), (0.0, 3.0, f64::INFINITY)] {
            let found = figures(&Case::of(&[spread(low, likely, high)], Expr::Cell(0)), 512, Sequence::Quasi);
            assert_eq!([found.p10, found.p90], [likely; 2]);
        }
    }
}

#[test]
fn two_hundred_inputs_and_the_rest_by_chance() {
    let ranges = vec![triangular(0.0, 1.0, 5.0); 200];
    let case = Case::of(&ranges, Expr::Sum((0..200).map(Expr::Cell).collect()));
    let mean = 200.0 * (0.0 + 1.0 + 5.0) / 3.0;
    let deviation = (200.0f64 * (1.0 + 25.0 - 5.0) / 18.0).sqrt();
    let draws = 1 << 14;
    for sequence in [Sequence::Plain, Sequence::Quasi] {
        let found = figures(&case, draws, sequence);
        assert!((found.mean - mean).abs() < 4.0 * deviation / (draws as f64).sqrt(), "{}", found.mean);
        // So many sum to a normal distribution, whose P90 lies 1.28155 deviations above its mean.
        assert!((found.p90 - mean - 1.281_55 * deviation).abs() < 0.04 * deviation, "{}", found.p90);
    }
}

#[test]
fn what_has_no_figure_is_counted_and_told() {
    // One over the larger of an input and zero: nothing in the quarter of draws below zero.
    let clipped = Expr::most(Expr::Cell(0), Expr::Number(0.0));
    let case = Case::of(&[triangular(-1.0, 0.0, 1.0)], Expr::quotient(Expr::Number(1.0), clipped));
    let found = simulate(&case.asked(), 1, 4_096, Sequence::Quasi);
    assert_eq!(found.npv.without, 4_096 / 2);
    assert_eq!(found.payback.without, 4_096 / 2);
    let figures = found.npv.figures.expect("half of the draws have figures");
    assert!(figures.p10 >= 1.0 && figures.mean.is_finite());
    assert_eq!(figures.bins.counts.iter().sum::<usize>() + figures.bins.below + figures.bins.above, 4_096 / 2);
    // Beyond what means anything.
    let huge = Expr::Product(vec![Expr::Cell(0), Expr::Number(1e300), Expr::Number(1e300)]);
    let found = simulate(&Case::of(&[triangular(1.0, 2.0, 3.0)], huge).asked(), 1, 300, Sequence::Plain);
    assert_eq!((found.npv.without, found.npv.figures), (300, None));
}

/// As it is said of a single cash flow.
#[test]
fn payback_is_that_of_each_draw() {
    for (flow, paid) in [(-50.0, f64::INFINITY), (40.0, f64::INFINITY), (50.0, 24.0), (150.0, 12.0 * 100.0 / 150.0)] {
        let mut case = Case::of(&[Range::certain(flow), Range::certain(-100.0)], Expr::Cell(0));
        case.net = vec![1, 0, 0];
        let found = simulate(&case.asked(), 1, 10, Sequence::Plain).payback;
        assert_eq!(found.p50, Some(paid).filter(|months: &f64| months.is_finite()), "{flow}");
        assert_eq!(found.within, Some(if paid <= 12.0 { 1.0 } else { 0.0 }));
        assert_eq!(found.ever, Some(if paid.is_finite() { 1.0 } else { 0.0 }));
    }
}

#[test]
fn the_chance_of_paying_back_in_time() {
    // 100 at the start, then evenly 50 to 150 a year: paid back within the year in half of the draws.
    let mut case = Case::of(&[triangular(50.0, 100.0, 150.0)], Expr::Cell(0));
    let start =
        case.sheet.add("start", "", fitproof::domain::value::input::Unit::Money, sheets::input(Range::certain(-100.0)));
    case.net = vec![start, case.npv];
    let found = simulate(&case.asked(), 1, 4_096, Sequence::Quasi).payback;
    assert_eq!((found.within, found.ever, found.without), (Some(0.5), Some(0.5), 0));
    assert_eq!(found.p90, None);
    let p10 = 12.0 * 100.0 / (150.0 - (0.1f64 * 100.0 * 50.0).sqrt());
    assert!(found.p10.is_some_and(|months| (months - p10).abs() < 0.01), "{found:?}, {p10}");
}

#[test]
fn bins_have_round_bounds_and_hold_every_draw() {
    for seed in 0..20 {
        let case = sheets::ten_inputs(Spread::Triangular);
        let bins = simulate(&case.asked(), seed, 10_000, Sequence::Plain).npv.figures.expect("figures").bins;
        assert_eq!(bins.counts.iter().sum::<usize>() + bins.below + bins.above, 10_000);
        assert!(bins.below <= 100 && bins.above <= 100);
        assert!((8..=22).contains(&bins.counts.len()), "{}", bins.counts.len());
        assert_eq!(bins.from % bins.width, 0.0);
        assert!([10_000.0, 20_000.0, 25_000.0].contains(&bins.width), "{}", bins.width);
    }
}

#[test]
fn the_tornado_has_the_longest_bar_first() {
    // Twice as much of the first; the third moves nothing.
    let formula = Expr::Sum(vec![Expr::Cell(1), Expr::Product(vec![Expr::Number(-2.0), Expr::Cell(0)])]);
    let range = triangular(0.0, 1.0, 2.0);
    let found = simulate(&Case::of(&[range, range, range], formula).asked(), 1, 100, Sequence::Quasi).tornado;
    assert_eq!(found.iter().map(|swing| swing.input).collect::<Vec<_>>(), [0, 1, 2]);
    let low = (0.1f64 * 2.0 * 1.0).sqrt();
    let high = 2.0 - low;
    let close = |one: Option<f64>, other: f64| one.is_some_and(|one| (one - other).abs() < 1e-12);
    assert!(close(Some(found[0].low), low) && close(Some(found[0].high), high));
    assert!(close(found[0].at_low, 1.0 - 2.0 * low) && close(found[0].at_high, 1.0 - 2.0 * high));
    assert!(close(found[1].at_low, low - 2.0) && close(found[1].at_high, high - 2.0));
    assert_eq!(found[2].width(), 0.0);
}
