//! What is done to a step from its card, as edits of the rows, and where the cursor goes then.
use super::place::Place;
use crate::app::{Changed, Model};
use crate::domain::process::edit::{self, Edit, Follows};
use crate::domain::row::{Row, find, next_key};
use crate::ui::form::element_id;
use std::rc::Rc;

#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    Up,
    Down,
    /// A step after this one was asked for.
    Next,
    Remove,
    /// The details were opened or closed.
    Turned,
    How(String),
    Follows(Follows),
    BranchFollows(u32, Follows),
    BranchAdded,
    BranchRemoved(u32),
}

/// What a deed comes to.
#[derive(Debug, Default, PartialEq)]
pub struct Outcome {
    pub edits: Vec<Edit>,
    /// The element that gets the focus once it is done.
    pub focus: Option<String>,
}

/// Works out what a deed comes to, and moves the place along with the step.
pub fn done(model: &Model, place: &mut Place, key: u32, deed: Deed) -> Outcome {
    let rows = &model.account.rows;
    let Some(step) = find(rows, key) else { return Outcome::default() };
    match deed {
        Deed::Up | Deed::Down => {
            let down = deed == Deed::Down;
            if let Some(other) = edit::sibling(rows, step, down) {
                place.turn_to(rows, other.key);
            }
            let focus = id(step, if down { "down" } else { "up" });
            Outcome { edits: edit::shifted(rows, key, down).into_iter().collect(), focus: Some(focus) }
        }
        Deed::Next => {
            let (edits, new) = match place.process {
                Some(process) => edit::step_after(rows, process, place.is_after, Some(key)),
                None => return Outcome::default(),
            };
            let mut then = rows.clone();
            edit::apply(&mut then, edits.clone());
            place.turn_to(&then, new);
            Outcome { edits, focus: Some(name_of(new)) }
        }
        Deed::Remove => {
            let neighbor = edit::sibling(rows, step, true).or_else(|| edit::sibling(rows, step, false));
            let focus = neighbor.map_or_else(|| ADD.to_owned(), |neighbor| name_of(neighbor.key));
            if let Some(neighbor) = neighbor {
                place.turn_to(rows, neighbor.key);
            }
            Outcome { edits: edit::without_step(rows, key), focus: Some(focus) }
        }
        Deed::Turned => {
            place.toggle(key);
            Outcome::default()
        }
        Deed::How(how) => {
            let edits = edit::done(rows, key, &how);
            if edits.len() > 1 && !place.open.contains(&key) {
                place.toggle(key);
            }
            Outcome { edits, focus: None }
        }
        Deed::Follows(follows) => Outcome { edits: edit::follow(step, follows), focus: None },
        Deed::BranchFollows(branch, follows) => {
            let edits = find(rows, branch).map(|branch| edit::follow(branch, follows)).unwrap_or_default();
            Outcome { edits, focus: None }
        }
        Deed::BranchAdded => {
            let focus = element_id(&["row.", &next_key(rows).to_string(), ".label-input"].concat());
            Outcome { edits: vec![edit::another_branch(rows, key)], focus: Some(focus) }
        }
        Deed::BranchRemoved(branch) => Outcome { edits: vec![Edit::Remove(branch)], focus: Some(id(step, "another")) },
    }
}

/// The button that adds a step to the side in view.
pub const ADD: &str = "process-add-step";

/// The id of an element of a row.
pub fn id(row: &Row, part: &str) -> String {
    element_id(&row.field(part))
}

/// Where the name of a row is typed.
pub fn name_of(key: u32) -> String {
    element_id(&["row.", &key.to_string(), ".name-input"].concat())
}

/// The edit as a fact about the account.
pub fn fact(edit: Edit) -> Changed {
    match edit {
        Edit::Add { rows, before } => Changed::RowsAdded { rows, before },
        Edit::Remove(key) => Changed::RowRemoved(key),
        Edit::Move { key, before } => Changed::RowMoved { key, before },
        Edit::Put { key, field, text } => Changed::RowTyped { key, field: field.to_owned(), text },
    }
}

/// The row as props compare it: by whether it was made anew.
pub fn row(row: &Rc<Row>) -> crate::ui::Shared<Row> {
    row.into()
}
