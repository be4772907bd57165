//! What holds in a plan where nothing was typed: texts as if typed, so that they are read, explained and checked like
//! any other figure. They come from a playbook; each is a default (evidence D) with its source.
use crate::domain::table::Table;

/// By field of the plan's row (`discount-rate`, `ramp-1`, `usage-unit`…), its parts beside it (`discount-rate.source`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Defaults {
    pub fields: Table<String>,
}

impl Defaults {
    /// What stands at a field, empty when nothing does.
    pub fn text(&self, field: &str) -> &str {
        self.fields.get(field).map_or("", String::as_str)
    }
}
