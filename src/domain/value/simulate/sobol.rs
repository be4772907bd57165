//! One dimension of Sobol's sequence: scrambled by a random linear matrix and a digital shift (Matoušek 1998), which
//! keep its evenness and take away what the unscrambled points share. 2^32 points.
use super::block::BLOCK;
use super::directions::JOE_KUO;
use super::sequence::next;

/// The dimensions there are direction numbers for.
pub const DIMENSIONS: usize = 128;

const BITS: usize = 32;

/// A point is the exclusive or of one number for each set bit of its place: of eight bits inside a block in two tables
/// of sixteen, and of the block's own bits.
#[derive(Clone, Debug)]
pub struct Sobol {
    low: [u32; 16],
    high: [u32; 16],
    /// The numbers of the bits of the block's place.
    of_block: [u32; BITS - 8],
    shift: u32,
}

impl Sobol {
    /// A dimension below [`DIMENSIONS`], scrambled by the seed.
    pub fn new(dimension: usize, mut seed: u64) -> Self {
        let mut directions = directions(dimension);
        // Row by row a lower triangle of random bits with ones on its diagonal.
        let rows: [u32; BITS] = std::array::from_fn(|row| {
            let diagonal = 1 << (BITS - 1 - row);
            let above = !(diagonal | (diagonal - 1));
            (next(&mut seed) >> 32) as u32 & above | diagonal
        });
        for direction in &mut directions {
            let digits = rows.iter().map(|row| (row & *direction).count_ones() & 1);
            *direction = digits.fold(0, |number, digit| number << 1 | digit);
        }
        let [a, b, c, d, e, f, g, h, of_block @ ..] = directions;
        let shift = (next(&mut seed) >> 32) as u32;
        Self { low: combinations([a, b, c, d]), high: combinations([e, f, g, h]), of_block, shift }
    }

    pub fn fill(&self, block: usize, column: &mut [f64]) {
        let set = self.of_block.iter().enumerate().filter(|(bit, _)| block >> bit & 1 == 1);
        let own = set.fold(self.shift, |point, (_, direction)| point ^ direction);
        debug_assert!(column.len() <= BLOCK);
        for (sixteen, high) in column.chunks_mut(16).zip(self.high) {
            for (number, low) in sixteen.iter_mut().zip(self.low) {
                *number = (f64::from(own ^ high ^ low) + 0.5) * (1.0 / 4_294_967_296.0);
            }
        }
    }
}

/// The exclusive or of every choice among four.
fn combinations(of: [u32; 4]) -> [u32; 16] {
    std::array::from_fn(|choice| {
        let chosen = of.iter().enumerate().filter(|(bit, _)| choice >> bit & 1 == 1);
        chosen.fold(0, |sum, (_, number)| sum ^ number)
    })
}

/// The direction numbers of a dimension, the first for the lowest bit of a point's place, by Joe and Kuo's recurrence.
fn directions(dimension: usize) -> [u32; BITS] {
    let mut numbers: [u32; BITS] = std::array::from_fn(|bit| 1 << (BITS - 1 - bit));
    let Some((polynomial, first)) = entry(dimension) else { return numbers };
    let degree = first.len();
    for bit in 0..BITS {
        let number = match first.get(bit) {
            Some(first) => u32::from(*first) << (BITS - 1 - bit),
            None => {
                let oldest = numbers[bit - degree];
                (1..degree).fold(oldest ^ oldest >> degree, |number, back| {
                    let taken = polynomial >> (degree - back) & 1 == 1;
                    if taken { number ^ numbers[bit - back] } else { number }
                })
            }
        };
        numbers[bit] = number;
    }
    numbers
}

/// The polynomial of a dimension and its first numbers; none for the very first, which is van der Corput's.
fn entry(dimension: usize) -> Option<(u32, &'static [u16])> {
    let mut rest: &'static [u16] = &JOE_KUO;
    for number in 1..=dimension {
        let (polynomial, after) = rest.split_first()?;
        let (first, after) = after.split_at_checked(polynomial.ilog2() as usize)?;
        if number == dimension {
            return Some((u32::from(*polynomial), first));
        }
        rest = after;
    }
    None
}
