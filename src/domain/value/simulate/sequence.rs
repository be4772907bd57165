//! The numbers between 0 and 1 that draws are made from. Each input has a dimension of its own, and each number follows
//! from the seed, the dimension and the draw's place alone: not from the size of a block nor from the other inputs.
use super::block::BLOCK;
use super::sobol::{self, Sobol};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sequence {
    /// As good as chance: SplitMix64 (Steele, Lea and Flood 2014), one stream for each dimension.
    Plain,
    /// Spread more evenly than chance, so that far fewer draws say as much: Sobol's sequence, scrambled by the seed.
    /// What has more dimensions than it takes from the plain one.
    #[default]
    Quasi,
}

/// The numbers of one dimension.
#[derive(Clone, Debug)]
pub enum Stream {
    /// Where the stream begins.
    Plain(u64),
    Quasi(Box<Sobol>),
}

impl Stream {
    pub fn new(sequence: Sequence, seed: u64, dimension: usize) -> Self {
        let own = mix(mix(seed.wrapping_add(STEP)).wrapping_add((dimension as u64).wrapping_mul(STEP)));
        match sequence {
            Sequence::Quasi if dimension < sobol::DIMENSIONS => Self::Quasi(Box::new(Sobol::new(dimension, own))),
            _ => Self::Plain(own),
        }
    }

    /// Fills the column with the numbers of a block, none of them 0 or 1.
    pub fn fill(&self, block: usize, column: &mut [f64]) {
        match self {
            Self::Plain(start) => {
                let before = (block as u64).wrapping_mul(BLOCK as u64);
                let mut state = start.wrapping_add(before.wrapping_mul(STEP));
                for number in column {
                    state = state.wrapping_add(STEP);
                    // 52 bits and a half: exact, and never 0 or 1.
                    *number = ((mix(state) >> 12) as f64 + 0.5) * (1.0 / 4_503_599_627_370_496.0);
                }
            }
            Self::Quasi(sobol) => sobol.fill(block, column),
        }
    }
}

/// The fraction of the golden ratio in 64 bits.
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// SplitMix64's mixing of a state.
pub fn mix(state: u64) -> u64 {
    let state = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let state = (state ^ (state >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    state ^ (state >> 31)
}

/// The next 64 bits of a small stream, for setting up.
pub fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(STEP);
    mix(*state)
}
