//! The business case, as cases. Expected values are written as arithmetic, and a failure names its case.
mod bad;
mod cases;
mod even;
mod flow;
mod known;
mod line;
mod moves;
mod parts;
mod sample;
mod scale;
mod sums;
mod textbook;
mod twice;
