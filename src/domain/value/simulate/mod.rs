//! Thousands of draws of a business case whose inputs are ranges: how likely each outcome is, and what matters most.
//! The same seed gives the same bits on every machine: nothing but + − × ÷, square roots and `libm`.
//! Knows nothing of workers, screens and files.
pub mod beta;
pub mod block;
mod directions;
pub mod pert;
pub mod quantile;
mod registers;
pub mod round;
pub mod run;
pub mod sequence;
mod sobol;
pub mod summary;
pub mod tape;
pub mod tornado;

pub use round::{Grain, round_to_evidence};
pub use run::{Asked, Outcomes, Run};
pub use sequence::Sequence;

/// Draws that many outcomes. For more of the same later keep a [`Run`].
pub fn simulate(asked: &Asked, seed: u64, draws: usize, sequence: Sequence) -> Outcomes {
    let mut run = Run::new(asked, seed, sequence, &mut pert::Tables::default());
    run.draw_to(draws);
    run.outcomes()
}
