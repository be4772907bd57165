//! The business case as documents: a page for a CFO, an annex with every formula and source, tables, and drafts for the
//! guide. All are written from a [`Business`], which holds nothing else of the account: no score, no gate, no deal size
//! can be in them.
mod annex;
pub mod feed;
mod summary;
mod tables;
pub mod words;

pub use annex::annex;
pub use summary::summary;
pub use tables::{cash_flow_csv, cash_flow_picture, inputs_csv};

use super::checklist::Stamp;
use crate::domain::problem::Problem;
use crate::domain::value::result::Results;
use crate::domain::value::{Model, Plan};

/// What the documents are written from.
#[derive(Clone, Copy, Debug)]
pub struct Business<'a> {
    pub stamp: &'a Stamp,
    pub plan: &'a Plan,
    pub model: &'a Model,
    /// At the likely figures.
    pub results: &'a Results,
    pub problems: &'a [Problem],
    /// When it has been simulated.
    pub uncertain: Option<Uncertain>,
}

/// From the simulation: one in ten outcomes is below the low figure, one in ten above the high one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Uncertain {
    pub low: f64,
    pub middle: f64,
    pub high: f64,
    /// So many months, and the share of outcomes that pay back within them.
    pub payback: Option<(f64, f64)>,
}

impl Business<'_> {
    fn value(&self, place: usize) -> Option<f64> {
        self.results.values.get(place).copied().and_then(crate::domain::value::sheet::figure)
    }

    /// An amount, or that there is none.
    fn money(&self, value: Option<f64>) -> String {
        value.map_or_else(
            || words::NONE.to_owned(),
            |value| crate::domain::value::print::money(value, &self.plan.currency),
        )
    }
}
