//! The guide of a proof: where each section stands and what its text still lacks, who has which part in it, what to do
//! next, and how it ends. Knows no playbook: sections, groups and points come in by their ids.
mod attribution;
mod check;
mod closing;
mod duty;
mod next;
mod section;
mod short;

pub use attribution::{Saying, note, saying};
pub use check::{Check, Found, Seen, look};
pub use closing::{Closing, NextStep};
pub use duty::{DUTIES, Duties, Duty, Gap, covered, duties, row_of};
pub use next::{Next, Point, Readiness, Stage, State, next};
pub use section::{Section, Status, Withheld};
pub use short::{Short, ShortKind};

use super::row::RowKind;

/// The name that problems of a field go by which is there once for the whole engagement.
pub fn sole(field: &str) -> String {
    RowKind::Engagement.field(field)
}
