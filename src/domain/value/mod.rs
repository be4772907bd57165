//! The business case: what a plan's benefits and costs come to, by a method whose every figure can be checked.
//! Knows nothing of currencies' display, time zones or taxes.
pub mod break_even;
pub mod build;
pub mod defaults;
pub mod explain;
pub mod field;
pub mod flow;
pub mod input;
pub mod known;
pub mod plan;
pub mod print;
mod probe;
pub mod reach;
pub mod reading;
pub mod realized;
pub mod result;
pub mod scenario;
pub mod sensitivity;
pub mod sheet;
pub mod simulate;
pub mod warning;

pub use build::{Figures, Model, build};
pub use defaults::Defaults;
pub use plan::Plan;
