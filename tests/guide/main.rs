//! The guide of a proof: what its checks find, who has which part, what comes next, and how it ends.
mod check;
mod closing;
mod next;
mod people;
mod playbook;
mod short;

#[path = "../plan_of/mod.rs"]
mod plan_of;

use fitproof::domain::row::RowKind;
use plan_of::{START, Typed, days, plan, rows, window};
