//! Quantiles of PERT from a table: made once for each shape, then a multiplication or three for each draw.
use super::beta::Beta;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The table is finer toward the ends, where quantiles bend: it halves the share this many times from a half on,
const OCTAVES: usize = 24;
/// and divides each of these octaves in eight.
const PARTS: usize = 1 << PART_BITS;
const PART_BITS: usize = 3;

/// What is left below the last octave.
const LEAST: f64 = 1.0 / (1u64 << (OCTAVES + 1)) as f64;

/// A cubic over each part of the share, from 0 to 1 inside it.
type Cubic = [f64; 4];

/// The quantiles of one shape from both ends to the middle.
#[derive(Clone, Debug)]
pub struct Table {
    from_low: Vec<Cubic>,
    from_high: Vec<Cubic>,
}

impl Table {
    pub fn new(alpha: f64) -> Self {
        let beta = Beta::new(alpha);
        Self { from_low: side(beta), from_high: side(beta.mirrored()) }
    }

    /// Where that share lies below, from 0 to 1. Off by less than a millionth (measured in the tests).
    #[inline(always)]
    pub fn quantile(&self, share: f64) -> f64 {
        match share < 0.5 {
            true => look_up(&self.from_low, share),
            false => 1.0 - look_up(&self.from_high, 1.0 - share),
        }
    }
}

#[inline(always)]
fn look_up(side: &[Cubic], share: f64) -> f64 {
    // The exponent and the first bits of a share are the number of its part, the bits after them its place inside.
    let bits = share.to_bits();
    let first = (LEAST.to_bits() >> (52 - PART_BITS)) - 1;
    let part = (bits >> (52 - PART_BITS)).saturating_sub(first);
    let (part, place) = match part {
        0 => (0, share * (1.0 / LEAST)),
        _ if share < 0.5 => (part as usize, f64::from_bits(ONE | bits << PART_BITS & FRACTION) - 1.0),
        _ => (side.len() - 1, 1.0),
    };
    let [a, b, c, d] = side.get(part).copied().unwrap_or_default();
    a + place * (b + place * (c + place * d))
}

const ONE: u64 = 0x3ff0_0000_0000_0000;
const FRACTION: u64 = 0x000f_ffff_ffff_ffff;

/// The parts from the end to the middle; the first is all that is below the last octave, and straight.
fn side(beta: Beta) -> Vec<Cubic> {
    let mut parts = Vec::with_capacity(1 + OCTAVES * PARTS);
    let mut share = LEAST;
    let (mut at, mut density) = beta.quantile(share, beta.first_guess(share));
    parts.push([0.0, at, 0.0, 0.0]);
    for octave in 0..OCTAVES {
        let width = LEAST * (1u64 << octave) as f64 / PARTS as f64;
        for _ in 0..PARTS {
            let next = share + width;
            let slope = share / (at * density);
            let guess = (at * libm::exp(slope * libm::log(next / share))).min((at + 1.0) / 2.0);
            let (next_at, next_density) = beta.quantile(next, guess);
            parts.push(cubic(at, next_at, width / density, width / next_density));
            (share, at, density) = (next, next_at, next_density);
        }
    }
    parts
}

/// Hermite's cubic through two points with the slopes there, which rises all the way: the slopes are kept below three
/// times the mean one (Fritsch and Carlson 1980).
fn cubic(from: f64, to: f64, slope_from: f64, slope_to: f64) -> Cubic {
    let rise = to - from;
    let (first, last) = (slope_from.min(3.0 * rise), slope_to.min(3.0 * rise));
    [from, first, 3.0 * rise - 2.0 * first - last, first + last - 2.0 * rise]
}

/// The tables made so far: a moving slider changes one shape at a time.
#[derive(Debug, Default)]
pub struct Tables {
    made: BTreeMap<u64, Rc<Table>>,
}

impl Tables {
    /// The table of a shape: how much the likely figure pulls from the low end, 1 to 5.
    pub fn table(&mut self, alpha: f64) -> Rc<Table> {
        if self.made.len() >= MANY {
            self.made.clear();
        }
        self.made.entry(alpha.to_bits()).or_insert_with(|| Rc::new(Table::new(alpha))).clone()
    }
}

/// Twelve kilobytes each.
const MANY: usize = 500;
