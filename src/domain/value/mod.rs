//! The business case: what a plan's benefits and costs come to, by a method whose every figure can be checked.
//! Knows nothing of currencies' display, time zones or taxes.
pub mod defaults;
pub mod input;
pub mod sheet;
