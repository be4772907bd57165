//! A plan from what was typed.
mod window;

pub use window::{START, window};

use fitproof::domain::poc::Days;
use fitproof::domain::pov::{self, Plan};
use fitproof::domain::row::{Row, RowKind, Rows};
use std::rc::Rc;

pub fn days(end: i32, decision: Option<i32>) -> Days {
    Days { start: Some(START), end: Some(START.plus(end)), decision: decision.map(|days| START.plus(days)) }
}

/// A row's kind and what was typed in it.
pub type Typed<'a> = (RowKind, &'a [(&'a str, &'a str)]);

pub fn rows(of: &[Typed]) -> Rows {
    let row = |(key, (kind, fields)): (u32, &Typed)| {
        let mut row = Row::new(key, *kind, None);
        row.fields = fields.iter().map(|(field, text)| ((*field).to_owned(), (*text).to_owned())).collect();
        Rc::new(row)
    };
    (1..).zip(of).map(row).collect()
}

pub fn plan(of: &[Typed], days: Days) -> Plan {
    let (plan, problems) = pov::read(&rows(of), days);
    assert_eq!(problems, []);
    plan
}
