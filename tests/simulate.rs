//! The simulation of a business case, natively.
#[path = "simulate/draws.rs"]
mod draws;
#[path = "simulate/evidence.rs"]
mod evidence;
#[path = "simulate/outcomes.rs"]
mod outcomes;
#[path = "simulate/sheets.rs"]
mod sheets;
#[path = "simulate/tape.rs"]
mod tape;
