//! The form: every question of the playbook, each with its reading, its problems and its source.
mod choices;
mod errors;
mod field;
mod frame;
mod money;
mod number;
mod page;
mod reading;
mod select;
mod stack;

pub use choices::radio;
pub use errors::errors;
pub use field::problems;
pub use frame::{before, framed, is_refused};
pub use page::questions;
pub use select::{Choice, Select};

/// The element id of a field, from the dotted id of its question.
pub fn element_id(field: &str) -> String {
    format!("q-{}", field.replace('.', "-"))
}
