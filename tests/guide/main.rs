//! The guide of a proof: what its checks find, who has which part, what comes next, and how it ends.
mod check;
mod closing;
mod next;
mod people;
mod playbook;
mod short;

use fitproof::domain::date::Day;
use fitproof::domain::poc::{Days, Window};
use fitproof::domain::pov::{self, Plan};
use fitproof::domain::row::{Row, RowKind, Rows};
use std::rc::Rc;

/// A Monday.
const START: Day = Day(20_794);

fn window() -> Window {
    Window {
        start: "plan.start".into(),
        end: "plan.end".into(),
        decision: "plan.decision".into(),
        ideal: 14,
        most: 28,
        grace: 5,
    }
}

fn days(end: i32, decision: Option<i32>) -> Days {
    Days { start: Some(START), end: Some(START.plus(end)), decision: decision.map(|days| START.plus(days)) }
}

/// A row's kind and what was typed in it.
type Typed<'a> = (RowKind, &'a [(&'a str, &'a str)]);

fn rows(of: &[Typed]) -> Rows {
    let row = |(key, (kind, fields)): (u32, &Typed)| {
        let mut row = Row::new(key, *kind, None);
        row.fields = fields.iter().map(|(field, text)| ((*field).to_owned(), (*text).to_owned())).collect();
        Rc::new(row)
    };
    (1..).zip(of).map(row).collect()
}

fn plan(of: &[Typed], days: Days) -> Plan {
    let (plan, problems) = pov::read(&rows(of), days);
    assert_eq!(problems, []);
    plan
}
