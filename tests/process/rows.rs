//! Processes as rows.
use fitproof::domain::problem::Problem;
use fitproof::domain::process::{Process, read};
use fitproof::domain::row::{Row, RowKind, Rows};
use fitproof::domain::value::input::{Evidence, Input, Range};
use std::rc::Rc;

pub const PROCESS: u32 = 1;

/// Plain numbers; shares in percent.
pub fn figure(row: &Row, name: &str, problems: &mut Vec<Problem>) -> Option<Input> {
    let text = row.text(name);
    if text.is_empty() {
        return None;
    }
    let Ok(value) = text.parse::<f64>() else {
        problems.push(Problem::error(&row.field(name), "This isn't a number", ""));
        return None;
    };
    let value = if ["share", "error-rate"].contains(&name) { value / 100.0 } else { value };
    Some(Input {
        range: Range::certain(value),
        evidence: Evidence::Estimate,
        source: String::new(),
        measured: None,
        least: 0.0,
        most: 1e15,
        adverse: false,
    })
}

pub fn process(rows: &Rows) -> (Process, Vec<Problem>) {
    read(rows, PROCESS, &figure)
}

pub fn row(key: u32, kind: RowKind, parent: Option<u32>, fields: &[(&str, &str)]) -> Rc<Row> {
    let mut row = Row::new(key, kind, parent);
    for (name, text) in fields {
        assert!(kind.shape().holds(name), "{name}");
        if !text.is_empty() {
            row.fields.insert((*name).to_owned(), (*text).to_owned());
        }
    }
    Rc::new(row)
}

pub fn start() -> Rows {
    vec![row(PROCESS, RowKind::Process, None, &[("name", "Onboarding"), ("volume", "120"), ("volume-per", "year")])]
}

pub fn step(key: u32, fields: &[(&str, &str)]) -> Rc<Row> {
    row(key, RowKind::Step, Some(PROCESS), fields)
}

pub fn branch(key: u32, of: u32, fields: &[(&str, &str)]) -> Rc<Row> {
    row(key, RowKind::Branch, Some(of), fields)
}
