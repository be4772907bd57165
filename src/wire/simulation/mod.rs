//! What a page asks of the worker that simulates, and what that answers. Both are of one build, so there are no
//! versions; what can't be read is refused all the same.
mod answer;
mod order;
mod simulator;

pub use answer::{read as read_answer, write as write_answer};
pub use order::Order;
pub use simulator::Simulator;

/// How many draws to ask for, one after the other: the first answer comes at once, the last is as close as a million
/// plain draws.
pub const STEPS: [usize; 3] = [2_048, 16_384, 131_072];

/// The most draws that one order may ask for.
const MOST: usize = 1 << 24;
