//! The few SVG parts that every picture is made of: frame, pattern, bar, mark.
//! Lengths along the picture are percentages and heights are ems, so pictures reflow and grow with the text.
mod bar;
mod frame;
mod mark;
mod pattern;

pub use bar::{Interval, Share, Tick, interval, legend, shares};
pub use mark::{Shape, level, mark};
