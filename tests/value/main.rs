//! The business case, as cases. Expected values are written as arithmetic, and a failure names its case.
mod flow;
mod sample;
mod textbook;
