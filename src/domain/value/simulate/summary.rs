//! What many draws of a result come to: mean, percentiles, a histogram with round bounds.
use super::round;
use crate::domain::value::sheet::LARGEST;

/// One result over all draws.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// Draws in which it has no figure: a quotient by zero, or too large to mean anything. They count nowhere else.
    pub without: usize,
    /// None, when no draw has a figure.
    pub figures: Option<Figures>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    pub mean: f64,
    pub p10: f64,
    pub p50: f64,
    pub p90: f64,
    pub bins: Bins,
}

/// Months until the costs are paid back.
#[derive(Clone, Debug, PartialEq)]
pub struct Paybacks {
    /// Draws in which a year has no figure.
    pub without: usize,
    /// The share of the others that pay back within the wanted time, and that pay back at all; none without others.
    pub within: Option<f64>,
    pub ever: Option<f64>,
    /// Each is none where it lies beyond the horizon: the draws that never pay back count as the longest.
    pub p10: Option<f64>,
    pub p50: Option<f64>,
    pub p90: Option<f64>,
}

/// How many draws fell between equally distant round bounds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bins {
    /// The lowest bound.
    pub from: f64,
    pub width: f64,
    /// The first bin holds `from ≤ figure < from + width`.
    pub counts: Vec<usize>,
    /// The rare draws below the first bin and above the last.
    pub below: usize,
    pub above: usize,
}

/// About so many bins, from the first percentile to the last but one.
const BINS: f64 = 20.0;

impl Summary {
    /// Of a result's figures in all draws, in any order; what is not a figure is beyond [`LARGEST`] or not a number.
    pub fn of(draws: &[f64]) -> Self {
        let mut figures: Vec<f64> = draws.iter().copied().filter(|figure| figure.abs() <= LARGEST).collect();
        Self { without: draws.len() - figures.len(), figures: Figures::of(&mut figures) }
    }
}

impl Figures {
    fn of(figures: &mut [f64]) -> Option<Self> {
        let mean = figures.iter().sum::<f64>() / figures.len() as f64;
        let [p1, p10, p50, p90, p99] = percentiles(figures, [0.01, 0.1, 0.5, 0.9, 0.99])?;
        Some(Self { mean, p10, p50, p90, bins: Bins::of(figures, p1, p99) })
    }
}

impl Paybacks {
    /// Of the months in all draws: infinite where never, not a number where unknown.
    pub fn of(draws: &[f64], wanted: f64) -> Self {
        let mut months: Vec<f64> = draws.iter().copied().filter(|months| !months.is_nan()).collect();
        let share = |limit: f64| {
            let within = months.iter().filter(|months| **months <= limit).count();
            (!months.is_empty()).then(|| within as f64 / months.len() as f64)
        };
        let (within, ever) = (share(wanted), share(f64::MAX));
        let without = draws.len() - months.len();
        let found = percentiles(&mut months, [0.1, 0.5, 0.9]);
        let [p10, p50, p90] = found.map_or([None; 3], |found| found.map(|months| months.is_finite().then_some(months)));
        Self { without, within, ever, p10, p50, p90 }
    }
}

impl Bins {
    /// Every bin with its bounds and how many draws it holds.
    pub fn bounded(&self) -> Vec<(f64, f64, usize)> {
        let bound = |at: usize| self.from + at as f64 * self.width;
        self.counts.iter().enumerate().map(|(at, count)| (bound(at), bound(at + 1), *count)).collect()
    }

    fn of(figures: &[f64], p1: f64, p99: f64) -> Self {
        let width = round::up((p99 - p1) / BINS);
        // All draws are one figure, or differ in their last bits alone.
        if width <= p50_bits(p1, p99) {
            return Self { from: p1, width: 0.0, counts: vec![figures.len()], below: 0, above: 0 };
        }
        let first = (p1 / width).floor();
        let number = ((p99 / width).floor() - first) as usize + 1;
        let mut bins = Self { from: first * width, width, counts: vec![0; number], below: 0, above: 0 };
        for figure in figures {
            if *figure < bins.from {
                bins.below += 1;
            } else {
                match bins.counts.get_mut(((figure - bins.from) / width) as usize) {
                    Some(count) => *count += 1,
                    None => bins.above += 1,
                }
            }
        }
        bins
    }
}

/// Bins narrower than this would be smaller than the last bits of what they hold.
fn p50_bits(p1: f64, p99: f64) -> f64 {
    p1.abs().max(p99.abs()) * 1e-12
}

/// Percentiles at rising shares, straight between the two nearest ranks (as spreadsheets and numpy do it); puts the
/// figures partly in order. None of no figures.
fn percentiles<const N: usize>(figures: &mut [f64], shares: [f64; N]) -> Option<[f64; N]> {
    let last = figures.len().checked_sub(1)?;
    let mut found = [0.0; N];
    // Everything before `sorted` is lower than what follows.
    let mut sorted = 0;
    for (found, share) in found.iter_mut().zip(shares) {
        let rank = last as f64 * share;
        let whole = rank.floor();
        let above = figures.get_mut(sorted..)?;
        let wanted = (whole as usize).checked_sub(sorted)?;
        let (_, lower, higher) = above.select_nth_unstable_by(wanted, f64::total_cmp);
        let next = higher.iter().copied().min_by(f64::total_cmp).unwrap_or(*lower);
        // Two infinite ones have no difference.
        *found = if next == *lower { *lower } else { *lower + (rank - whole) * (next - *lower) };
        sorted = whole as usize;
    }
    Some(found)
}
