//! Draws against closed forms: moments, quantiles, and how evenly a sequence is spread.
use crate::sheets::{Case, pert, triangular};
use fitproof::domain::value::input::{Range, Spread};
use fitproof::domain::value::sheet::Expr;
use fitproof::domain::value::simulate::block::BLOCK;
use fitproof::domain::value::simulate::pert::{Table, Tables};
use fitproof::domain::value::simulate::quantile::Quantile;
use fitproof::domain::value::simulate::sequence::{Sequence, Stream};
use fitproof::domain::value::simulate::{Outcomes, simulate};

/// One input alone is the result.
fn alone(range: Range, draws: usize, sequence: Sequence) -> Outcomes {
    simulate(&Case::of(&[range], Expr::Cell(0)).asked(), 7, draws, sequence)
}

fn mean(range: &Range) -> f64 {
    match range.spread {
        Spread::Triangular => (range.low + range.likely + range.high) / 3.0,
        Spread::Pert => (range.low + 4.0 * range.likely + range.high) / 6.0,
    }
}

fn variance(range: &Range) -> f64 {
    let Range { low, likely, high, .. } = *range;
    match range.spread {
        Spread::Triangular => {
            (low * low + likely * likely + high * high - low * likely - low * high - likely * high) / 18.0
        }
        Spread::Pert => (mean(range) - low) * (high - mean(range)) / 7.0,
    }
}

fn ranges() -> Vec<Range> {
    let ends = [(0.0, 3.0, 10.0), (0.0, 0.0, 1.0), (0.0, 1.0, 1.0), (-4.0, -3.5, 20.0), (5.0, 5.01, 5.02)];
    let both =
        ends.iter().flat_map(|(low, likely, high)| [triangular(*low, *likely, *high), pert(*low, *likely, *high)]);
    both.collect()
}

#[test]
fn the_moments_of_a_range() {
    for range in ranges() {
        let deviation = variance(&range).sqrt();
        for (sequence, draws, close) in [(Sequence::Quasi, 1 << 14, 0.000_2), (Sequence::Plain, 1 << 15, 0.02)] {
            let square = Expr::Power(Box::new(Expr::Cell(0)), 2);
            let squares = simulate(&Case::of(&[range], square).asked(), 7, draws, sequence).npv;
            let found = alone(range, draws, sequence).npv.figures.map_or(f64::NAN, |figures| figures.mean);
            assert!((found - mean(&range)).abs() <= close * deviation, "{range:?}, {sequence:?}: {found}");
            let found = squares.figures.map_or(f64::NAN, |figures| figures.mean) - found * found;
            assert!((found - variance(&range)).abs() <= 5.0 * close * variance(&range) + 1e-10, "{range:?}: {found}");
        }
    }
}

#[test]
fn triangular_quantiles_are_the_inverse() {
    let range = triangular(2.0, 5.0, 11.0);
    let quantile = Quantile::new(&range, &mut Tables::default());
    for step in 1..1_000 {
        let share = f64::from(step) / 1_000.0;
        let figure = quantile.at(share);
        let below = match figure < 5.0 {
            true => (figure - 2.0) * (figure - 2.0) / (9.0 * 3.0),
            false => 1.0 - (11.0 - figure) * (11.0 - figure) / (9.0 * 6.0),
        };
        assert!((below - share).abs() < 1e-14, "{share}: {figure}");
    }
    assert!((quantile.at(1.0 / 3.0) - 5.0).abs() < 1e-14 * 9.0);
}

/// The share below in closed form, for shapes that are whole numbers: a sum over the binomials of five.
fn below(alpha: u32, at: f64) -> f64 {
    let binomials = [1.0, 5.0, 10.0, 10.0, 5.0, 1.0];
    let of = |number: u32| binomials[number as usize] * at.powi(number as i32) * (1.0 - at).powi(5 - number as i32);
    (alpha..=5).map(of).sum()
}

#[test]
fn pert_quantiles_are_the_inverse() {
    for alpha in 1..=5 {
        let table = Table::new(f64::from(alpha));
        for step in 1..20_000 {
            let share = f64::from(step) / 20_000.0;
            let found = below(alpha, table.quantile(share));
            assert!((found - share).abs() < 1e-6, "{alpha}, {share}: {found}");
        }
    }
}

#[test]
fn quantiles_never_fall_and_stay_inside() {
    for range in ranges() {
        let quantile = Quantile::new(&range, &mut Tables::default());
        let mut before = range.low;
        let shares = (1..100_000).map(|step| f64::from(step) / 100_000.0);
        let low = (0..60).rev().map(|halves| 0.5 / (1u64 << halves) as f64 / 100_000.0);
        let high = (1..50).map(|halves| 1.0 - 1.0 / 131_072.0 / (1u64 << halves).min(1 << 36) as f64);
        for share in low.chain(shares).chain(high) {
            let figure = quantile.at(share);
            assert!(figure >= before && figure <= range.high, "{range:?} at {share}: {figure} after {before}");
            before = figure;
        }
    }
}

#[test]
fn a_mirrored_range_is_mirrored() {
    let quantile = |range| Quantile::new(&range, &mut Tables::default());
    for (one, other) in
        [(pert(0.0, 2.0, 9.0), pert(0.0, 7.0, 9.0)), (triangular(0.0, 2.0, 9.0), triangular(0.0, 7.0, 9.0))]
    {
        for step in 1..100 {
            let share = f64::from(step) / 100.0;
            let (one, other) = (quantile(one).at(share), quantile(other).at(1.0 - share));
            assert!((one - (9.0 - other)).abs() < 1e-6, "{one}, {other}");
        }
    }
}

fn numbers(sequence: Sequence, seed: u64, dimension: usize, blocks: usize) -> Vec<f64> {
    let stream = Stream::new(sequence, seed, dimension);
    let mut all = vec![0.0; BLOCK * blocks];
    all.chunks_mut(BLOCK).enumerate().for_each(|(block, column)| stream.fill(block, column));
    all
}

/// Of 4,096 points one lies in each of 4,096 equal parts of every dimension, whatever the seed.
#[test]
fn each_dimension_is_evenly_filled() {
    for dimension in 0..128 {
        let mut seen = vec![0; 4_096];
        for number in numbers(Sequence::Quasi, dimension as u64 * 77, dimension, 16) {
            assert!(number > 0.0 && number < 1.0);
            seen[(number * 4_096.0) as usize] += 1;
        }
        assert!(seen.iter().all(|count| *count == 1), "dimension {dimension}");
    }
}

/// Joe and Kuo chose the numbers so that neighbors in two dimensions are even too: far more than by chance.
#[test]
fn pairs_of_dimensions_are_evenly_filled() {
    for (one, other) in [(0, 1), (1, 2), (2, 3), (7, 8), (20, 21), (60, 61)] {
        let [even, chance] = [Sequence::Quasi, Sequence::Plain].map(|sequence| {
            let mut seen = vec![0.0; 32 * 32];
            let pairs = numbers(sequence, 5, one, 64).into_iter().zip(numbers(sequence, 5, other, 64));
            pairs.for_each(|(one, other)| seen[(one * 32.0) as usize * 32 + (other * 32.0) as usize] += 1.0);
            // By chance the sum of squares is about one for each of the 1,024 squares.
            seen.iter().map(|count: &f64| (count - 16.0) * (count - 16.0) / 16.0).sum::<f64>()
        });
        assert!(even < 600.0 && chance > 800.0 && chance < 1_250.0, "{one}, {other}: {even}, {chance}");
    }
}

#[test]
fn plain_numbers_look_like_chance() {
    let numbers = |dimension| numbers(Sequence::Plain, 11, dimension, 1_024);
    let correlation = |one: &[f64], other: &[f64]| {
        let sum: f64 = one.iter().zip(other).map(|(one, other)| (one - 0.5) * (other - 0.5)).sum();
        12.0 * sum / one.len() as f64
    };
    let [first, second] = [numbers(0), numbers(1)];
    // Five deviations of so many draws.
    let limit = 5.0 / (first.len() as f64).sqrt();
    assert!((first.iter().sum::<f64>() / first.len() as f64 - 0.5).abs() < limit);
    assert!((correlation(&first, &first) - 1.0).abs() < limit);
    assert!(correlation(&first, &second).abs() < limit);
    assert!(correlation(&first, &first[1..]).abs() < limit);
}
