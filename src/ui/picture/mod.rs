//! The few SVG parts that every picture is made of: frame, pattern, bar, mark, and a scene of plain shapes.
//! Lengths along a bar are percentages and heights are ems, so bars reflow and grow with the text; a scene is drawn
//! for the room it has.
mod bar;
mod fitted;
mod frame;
mod mark;
mod pattern;
mod scene;

pub use bar::{Interval, Share, Tick, interval, legend, shares};
pub use fitted::{Fitted, FittedProps};
pub use mark::{Shape, level, mark};
pub use scene::{drawing, scene};
