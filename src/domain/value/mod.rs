//! The business case: what a plan's benefits and costs come to, by a method whose every figure can be checked.
//! Knows nothing of currencies' display, time zones or taxes.
pub mod build;
pub mod defaults;
pub mod field;
pub mod flow;
pub mod input;
pub mod plan;
pub mod print;
pub mod reading;
pub mod result;
pub mod sheet;
pub mod simulate;

pub use build::{Figures, Model, build};
pub use defaults::Defaults;
pub use plan::Plan;
