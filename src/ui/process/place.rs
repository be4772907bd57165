//! Where the user stands in the editor: which process, which side, which steps are in view and which are open.
use crate::app::Model;
use crate::domain::process::edit::{is_after, steps};
use crate::domain::row::{Row, RowKind, find, of};
use std::rc::Rc;

/// So many steps are drawn at a time: with all of a long process the page would stand still.
pub const PAGE: usize = 40;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    /// The process, while it is there; else it is the first one.
    pub process: Option<u32>,
    pub is_after: bool,
    /// Of the steps, counted from 0.
    pub page: usize,
    /// Steps whose details are open.
    pub open: Vec<u32>,
    /// The wish that was followed last.
    pub sought: u32,
}

impl Place {
    /// Follows a wish for a field that came from elsewhere, and keeps to what is there.
    pub fn now(&self, model: &Model) -> Self {
        let rows = &model.account.rows;
        let mut now = self.clone();
        if let Some(sought) = model.sought.as_ref().filter(|sought| sought.count > self.sought) {
            now.sought = sought.count;
            let key = sought.field.strip_prefix("row.").and_then(|rest| rest.split('.').next());
            if let Some(row) = key.and_then(|key| find(rows, key.parse().ok()?)) {
                now.show(rows, row);
            }
        }
        let there = |key: &u32| find(rows, *key).is_some_and(|row| row.kind == RowKind::Process);
        now.process = now.process.filter(there).or_else(|| of(rows, RowKind::Process).next().map(|row| row.key));
        let pages = now.process.map_or(0, |process| steps(rows, process, now.is_after).count().div_ceil(PAGE));
        now.page = now.page.min(pages.saturating_sub(1));
        now
    }

    /// Brings a row into view, with all that belongs to it.
    fn show(&mut self, rows: &[Rc<Row>], row: &Row) {
        let parent = row.parent.and_then(|key| find(rows, key));
        match (row.kind, parent) {
            (RowKind::Process, _) => self.process = Some(row.key),
            (RowKind::Lane, _) => self.process = row.parent,
            (RowKind::Branch, Some(step)) => self.show(rows, step),
            (RowKind::Step, _) => {
                self.process = row.parent;
                self.is_after = is_after(row);
                if !self.open.contains(&row.key) {
                    self.open.push(row.key);
                }
                self.turn_to(rows, row.key);
            }
            _ => {}
        }
    }

    /// Turns to the page that shows a step of the side in view.
    pub fn turn_to(&mut self, rows: &[Rc<Row>], step: u32) {
        let Some(process) = self.process else { return };
        let keys: Vec<u32> = steps(rows, process, self.is_after).map(|row| row.key).collect();
        if let Some(page) = keys.chunks(PAGE).position(|page| page.contains(&step)) {
            self.page = page;
        }
    }

    /// Opens the details of a step, or closes them.
    pub fn toggle(&mut self, step: u32) {
        match self.open.iter().position(|open| *open == step) {
            Some(at) => {
                self.open.remove(at);
            }
            None => self.open.push(step),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Action, Changed, Start, update};
    use crate::domain::date::Day;
    use crate::playbook::Playbook;

    /// A process (1) with so many steps before (from 2 on) and one after.
    fn model(count: u32) -> Model {
        let step = |key: u32, side: &str| {
            let mut row = Row::new(key, RowKind::Step, Some(1));
            row.fields.insert("side".into(), side.into());
            row
        };
        let mut rows = vec![Row::new(1, RowKind::Process, None)];
        rows.extend((2..count + 2).map(|key| step(key, "before")));
        rows.push(step(count + 2, "after"));
        let start = Start { today: Day(20_000), chance: "page".into(), example: None };
        let model = Model::new(Playbook::embedded(), start);
        update(&model, Action::Changed(Changed::RowsAdded { rows, before: None }))
    }

    #[test]
    fn a_field_that_is_asked_for_comes_into_view_once() {
        let model = update(&model(100), Action::FieldSought("row.101.waiting".into()));
        let place = Place { is_after: true, ..Place::default() }.now(&model);
        assert_eq!((place.is_after, place.page, place.open.as_slice()), (false, 99 / PAGE, [101].as_slice()));
        let elsewhere = Place { page: 0, open: vec![], ..place };
        assert_eq!(elsewhere.now(&model), elsewhere);
        let model = update(&model, Action::FieldSought("row.102.minutes".into()));
        assert!(elsewhere.now(&model).is_after);
        let model = update(&model, Action::FieldSought("row.nothing".into()));
        assert_eq!(elsewhere.now(&model).process, Some(1));
    }

    #[test]
    fn it_keeps_to_what_is_there() {
        let model = model(3);
        let place = Place { process: Some(99), page: 7, ..Place::default() }.now(&model);
        assert_eq!((place.process, place.page), (Some(1), 0));
        let none = update(&model, Action::Changed(Changed::RowRemoved(1)));
        assert_eq!(place.now(&none).process, None);
    }
}
