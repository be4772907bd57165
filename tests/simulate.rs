//! The simulation of a business case, natively.
#[path = "simulate/draws.rs"]
mod draws;
#[path = "simulate/evidence.rs"]
mod evidence;
#[path = "simulate/outcomes.rs"]
mod outcomes;
#[path = "value/sample.rs"]
#[expect(dead_code, reason = "other tests use the rest of it")]
mod sample;
#[path = "simulate/sheets.rs"]
mod sheets;
#[path = "simulate/tape.rs"]
mod tape;
#[path = "simulate/typed.rs"]
mod typed;
#[path = "simulate/worker.rs"]
mod worker;
