//! A process as hours: how often it runs, and what each of its steps takes before and after.
use super::{Per, named};
use crate::domain::problem::Problem;
use crate::domain::row::{self, Row, RowKind};
use crate::domain::value::input::Input;
use crate::domain::value::reading::Reader;
use std::rc::Rc;

/// One process with the steps of both sides.
#[derive(Clone, Debug, PartialEq)]
pub struct Work {
    pub key: u32,
    pub name: String,
    pub use_case: String,
    pub volume: Option<Input>,
    pub per: Per,
    pub steps: Vec<WorkStep>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Before,
    After,
}

#[derive(Clone, Debug, PartialEq)]
pub struct WorkStep {
    pub key: u32,
    pub name: String,
    pub side: Side,
    /// How many times it is done in one run of the process.
    pub visits: f64,
    /// Nobody's minutes; only what people spend on its errors counts.
    pub automatic: bool,
    /// Who does it.
    pub role: Option<u32>,
    pub minutes: Option<Input>,
    pub error_rate: Option<Input>,
    pub fix_minutes: Option<Input>,
}

impl WorkStep {
    /// Somebody spends minutes on it, or on its errors.
    pub fn takes_time(&self) -> bool {
        let some = |minutes: &Input| minutes.range.high > 0.0 || minutes.measured.is_some();
        let works = !self.automatic && self.minutes.as_ref().is_some_and(some);
        works || self.error_rate.is_some() && self.fix_minutes.is_some()
    }
}

pub fn read(row: &Row, rows: &[Rc<Row>], reader: Reader, problems: &mut Vec<Problem>) -> Work {
    Work {
        key: row.key,
        name: named(row, "Process"),
        use_case: row.text("use-case").to_owned(),
        volume: reader.input(row, "volume", problems),
        per: Per::read(row.text("volume-per")),
        steps: row::below(rows, RowKind::Step, row.key).map(|step| read_step(step, reader, problems)).collect(),
    }
}

fn read_step(row: &Row, reader: Reader, problems: &mut Vec<Problem>) -> WorkStep {
    let side = if row.text("side") == "after" { Side::After } else { Side::Before };
    let mut input = |name: &str| {
        let input = reader.input(row, name, problems)?;
        Some(Input { adverse: side == Side::After, ..input })
    };
    WorkStep {
        key: row.key,
        name: named(row, "Step"),
        side,
        visits: 1.0,
        automatic: row.text("how") == "automatic",
        role: row.reference("role"),
        minutes: input("minutes"),
        error_rate: input("error-rate"),
        fix_minutes: input("fix-minutes"),
    }
}
