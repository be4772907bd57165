//! What the user lists, adds to, orders and removes: processes with their steps, benefits, costs. Each row holds exactly
//! what was typed; what it means is read elsewhere, so that a list can hold anything half-finished.
mod shape;

pub use shape::{PARTS, Shape};

use super::table::Table;
use std::rc::Rc;

/// One row of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Stable within the account.
    pub key: u32,
    pub kind: RowKind,
    /// The row it belongs to, as a step to its process.
    pub parent: Option<u32>,
    /// By field name; an empty text has no entry. An input's further parts are named as in [`PARTS`].
    pub fields: Table<String>,
}

/// In the order the user gave them; sharing keeps a copy of the account cheap.
pub type Rows = Vec<Rc<Row>>;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RowKind {
    /// What holds for the whole business case; there is at most one.
    Plan,
    /// Who does work, at which hourly cost.
    Role,
    Process,
    Lane,
    Step,
    /// A way out of a decision.
    Branch,
    Benefit,
    Cost,
    /// What holds for the whole engagement; there is at most one.
    Engagement,
    /// A success criterion.
    Criterion,
    Prerequisite,
    /// A step of the mutual decision plan.
    Event,
    Holiday,
    /// Who said that a point is met, and when.
    Evidence,
    /// A person's part in a section.
    Duty,
    /// A section that this account's owner was asked to write for someone else's case.
    Asked,
}

impl RowKind {
    pub const ALL: [Self; 16] = [
        Self::Plan,
        Self::Role,
        Self::Process,
        Self::Lane,
        Self::Step,
        Self::Branch,
        Self::Benefit,
        Self::Cost,
        Self::Engagement,
        Self::Criterion,
        Self::Prerequisite,
        Self::Event,
        Self::Holiday,
        Self::Evidence,
        Self::Duty,
        Self::Asked,
    ];

    /// The name that problems of a field go by where there is one row of this kind.
    pub fn field(self, field: &str) -> String {
        [self.shape().id, ".", field].concat()
    }

    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.shape().id == id)
    }
}

impl Row {
    pub fn new(key: u32, kind: RowKind, parent: Option<u32>) -> Self {
        Self { key, kind, parent, fields: Table::new() }
    }

    /// With these texts; an empty one leaves no trace.
    pub fn filled(key: u32, kind: RowKind, parent: Option<u32>, texts: &[(&str, &str)]) -> Self {
        let written = texts.iter().filter(|(_, text)| !text.is_empty());
        let fields = written.map(|(field, text)| ((*field).to_owned(), (*text).to_owned()));
        Self { fields: fields.collect(), ..Self::new(key, kind, parent) }
    }

    /// What stands at a field, empty when nothing does.
    pub fn text(&self, field: &str) -> &str {
        self.fields.get(field).map_or("", String::as_str)
    }

    /// The key of the row that a field refers to.
    pub fn reference(&self, field: &str) -> Option<u32> {
        self.fields.get(field)?.parse().ok()
    }

    /// The name that problems of a field go by.
    pub fn field(&self, field: &str) -> String {
        Self::named(self.key, field)
    }

    /// The same by the row's key.
    pub fn named(key: u32, field: &str) -> String {
        ["row.", &key.to_string(), ".", field].concat()
    }
}

/// The row with a key.
pub fn find(rows: &[Rc<Row>], key: u32) -> Option<&Rc<Row>> {
    rows.iter().find(|row| row.key == key)
}

/// The rows of a kind, in order.
pub fn of(rows: &[Rc<Row>], kind: RowKind) -> impl Iterator<Item = &Rc<Row>> {
    rows.iter().filter(move |row| row.kind == kind)
}

/// The row of a kind of which there is one.
pub fn sole(rows: &[Rc<Row>], kind: RowKind) -> Option<&Rc<Row>> {
    of(rows, kind).next()
}

/// What stands at a field of it, empty when nothing does.
pub fn sole_text<'a>(rows: &'a [Rc<Row>], kind: RowKind, field: &str) -> &'a str {
    sole(rows, kind).map_or("", |row| row.text(field))
}

/// The rows of a kind that belong to one, in order.
pub fn below(rows: &[Rc<Row>], kind: RowKind, parent: u32) -> impl Iterator<Item = &Rc<Row>> {
    of(rows, kind).filter(move |row| row.parent == Some(parent))
}

/// A key that no row has.
pub fn next_key(rows: &[Rc<Row>]) -> u32 {
    rows.iter().map(|row| row.key + 1).max().unwrap_or(1)
}

/// Adds rows that refer to each other by keys of their own, under keys that are free here. A parent or reference that
/// is not among the new ones stays as it is.
pub fn add(rows: &mut Rows, new: Vec<Row>, before: Option<u32>) {
    let first = next_key(rows);
    let keys: Vec<u32> = new.iter().map(|row| row.key).collect();
    let moved = |key: u32| (first..).zip(&keys).find(|(_, old)| **old == key).map_or(key, |(new, _)| new);
    let at = before.and_then(|key| rows.iter().position(|row| row.key == key)).unwrap_or(rows.len());
    let added: Vec<Rc<Row>> = new
        .iter()
        .map(|row| {
            let mut row = row.clone();
            row.key = moved(row.key);
            row.parent = row.parent.map(moved);
            for field in row.kind.shape().references {
                if let Some(key) = row.reference(field) {
                    row.fields.insert((*field).to_owned(), moved(key).to_string());
                }
            }
            Rc::new(row)
        })
        .collect();
    rows.splice(at..at, added);
}

/// Removes a row with all that belong to it, and every reference to them.
pub fn remove(rows: &mut Rows, key: u32) {
    let mut gone = vec![key];
    let mut at = 0;
    while let Some(parent) = gone.get(at).copied() {
        gone.extend(rows.iter().filter(|row| row.parent == Some(parent)).map(|row| row.key));
        at += 1;
    }
    let mut sorted: Vec<u32> = Vec::with_capacity(gone.len());
    for key in gone {
        sorted.insert(sorted.partition_point(|other| *other < key), key);
    }
    let is_gone = |key: u32| sorted.binary_search(&key).is_ok();
    rows.retain(|row| !is_gone(row.key));
    for row in rows.iter_mut() {
        for field in row.kind.shape().references {
            if row.reference(field).is_some_and(is_gone) {
                Rc::make_mut(row).fields.remove(*field);
            }
        }
    }
}

/// Puts a row before another one, or at the end.
pub fn shift(rows: &mut Rows, key: u32, before: Option<u32>) {
    if let Some(at) = rows.iter().position(|row| row.key == key) {
        let row = rows.remove(at);
        let to = before.and_then(|key| rows.iter().position(|row| row.key == key)).unwrap_or(rows.len());
        rows.insert(to, row);
    }
}

/// Puts a text at a field; an empty one leaves no trace.
pub fn put(rows: &mut Rows, key: u32, field: &str, text: String) {
    if let Some(row) = rows.iter_mut().find(|row| row.key == key && row.kind.shape().holds(field)) {
        let fields = &mut Rc::make_mut(row).fields;
        if text.is_empty() {
            fields.remove(field);
        } else {
            fields.insert(field.to_owned(), text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(of: &[(u32, RowKind, Option<u32>)]) -> Rows {
        of.iter().map(|(key, kind, parent)| Rc::new(Row::new(*key, *kind, *parent))).collect()
    }

    fn keys(rows: &Rows) -> Vec<u32> {
        rows.iter().map(|row| row.key).collect()
    }

    #[test]
    fn a_process_goes_with_all_that_belongs_to_it_and_is_referred_to_no_more() {
        use RowKind::{Benefit, Branch, Lane, Process, Step};
        let mut all = rows(&[
            (1, Process, None),
            (2, Lane, Some(1)),
            (3, Step, Some(1)),
            (4, Branch, Some(3)),
            (5, Benefit, None),
            (6, Process, None),
        ]);
        put(&mut all, 5, "process", "1".into());
        remove(&mut all, 1);
        assert_eq!(keys(&all), [5, 6]);
        assert_eq!(all[0].reference("process"), None);
    }

    #[test]
    fn added_rows_keep_to_each_other_under_new_keys() {
        use RowKind::{Process, Role, Step};
        let mut all = rows(&[(7, Role, None)]);
        let mut new: Vec<Row> = [(7, Process, None), (8, Step, Some(7)), (9, Step, Some(7))]
            .map(|(k, kind, p)| Row::new(k, kind, p))
            .into();
        new[1].fields.insert("then".into(), "9".into());
        add(&mut all, new, Some(7));
        assert_eq!(keys(&all), [8, 9, 10, 7]);
        assert_eq!((all[1].parent, all[1].reference("then")), (Some(8), Some(10)));
    }

    #[test]
    fn only_fields_of_its_kind_are_held() {
        let mut all = rows(&[(1, RowKind::Step, None)]);
        for field in ["minutes", "minutes.low", "lane", "side"] {
            put(&mut all, 1, field, "1".into());
        }
        for field in ["minutes.", "minutes.else", "lane.low", "volume", ""] {
            put(&mut all, 1, field, "1".into());
        }
        assert_eq!(all[0].fields.len(), 4);
        put(&mut all, 1, "lane", String::new());
        assert_eq!(all[0].fields.len(), 3);
    }

    #[test]
    fn rows_change_places() {
        let mut all = rows(&[(1, RowKind::Cost, None), (2, RowKind::Cost, None), (3, RowKind::Cost, None)]);
        shift(&mut all, 3, Some(1));
        assert_eq!(keys(&all), [3, 1, 2]);
        shift(&mut all, 3, None);
        assert_eq!(keys(&all), [1, 2, 3]);
    }
}
