//! From a number between 0 and 1 to a figure of a range: the inverse of the range's distribution function.
use super::pert::{Table, Tables};
use crate::domain::value::input::{Range, Spread};
use std::rc::Rc;

/// What a range comes to, ready for many draws.
#[derive(Clone, Debug)]
pub enum Quantile {
    Triangular {
        low: f64,
        high: f64,
        /// The share of draws below the likely figure.
        turn: f64,
        rise: f64,
        fall: f64,
    },
    Pert {
        low: f64,
        high: f64,
        table: Rc<Table>,
    },
}

impl Quantile {
    /// Of a range that is one: low ≤ likely ≤ high, and low below high.
    pub fn new(range: &Range, tables: &mut Tables) -> Self {
        let Range { low, likely, high, spread } = *range;
        let width = high - low;
        match spread {
            Spread::Triangular => Self::Triangular {
                low,
                high,
                turn: (likely - low) / width,
                rise: width * (likely - low),
                fall: width * (high - likely),
            },
            Spread::Pert => Self::Pert { low, high, table: tables.table(1.0 + 4.0 * ((likely - low) / width)) },
        }
    }

    /// Turns a column of shares into figures.
    pub fn apply(&self, column: &mut [f64]) {
        match self {
            Self::Triangular { low, high, turn, rise, fall } => {
                for figure in column {
                    *figure = triangular(*figure, [*low, *high], *turn, [*rise, *fall]);
                }
            }
            Self::Pert { low, high, table } => {
                let width = high - low;
                for figure in column {
                    *figure = kept(low + width * table.quantile(*figure), *low, *high);
                }
            }
        }
    }

    /// The figure that lies above that share of draws.
    pub fn at(&self, share: f64) -> f64 {
        let mut column = [share];
        self.apply(&mut column);
        let [figure] = column;
        figure
    }
}

/// Both sides are worked out and one is taken, without a jump that the processor would have to guess, so that several
/// draws are worked at once.
#[inline(always)]
fn triangular(share: f64, [low, high]: [f64; 2], turn: f64, [rise, fall]: [f64; 2]) -> f64 {
    let rising = u64::from(share < turn).wrapping_neg();
    let way = either(rising, share * rise, (1.0 - share) * fall).sqrt();
    kept(either(rising, low + way, high - way), low, high)
}

/// The first where all bits are set, the other where none is.
#[inline(always)]
fn either(mask: u64, one: f64, other: f64) -> f64 {
    f64::from_bits(one.to_bits() & mask | other.to_bits() & !mask)
}

/// The last bit may round a figure out of its range.
#[inline(always)]
fn kept(figure: f64, low: f64, high: f64) -> f64 {
    let figure = if figure < low { low } else { figure };
    if figure > high { high } else { figure }
}
