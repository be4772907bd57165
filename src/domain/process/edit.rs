//! What an editor of processes does to the rows: each edit as the few small changes that it comes to, so that nothing
//! else is touched and one step back takes it all back.
use crate::domain::row::{self, Row, RowKind, below, find, next_key};
use std::rc::Rc;

/// The text of a step’s or branch’s field `ends` where nothing follows.
pub const END: &str = "yes";

/// One change of the rows.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Rows that refer to each other by keys of their own.
    Add {
        rows: Vec<Row>,
        before: Option<u32>,
    },
    /// With all that belong to it.
    Remove(u32),
    Move {
        key: u32,
        before: Option<u32>,
    },
    Put {
        key: u32,
        field: &'static str,
        text: String,
    },
}

/// What follows a step, or a way out of a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Follows {
    /// The next one in order.
    Next,
    /// Nothing.
    End,
    Step(u32),
}

/// The steps of one side, in order. A step that names no side belongs to the first.
pub fn steps(rows: &[Rc<Row>], process: u32, is_after: bool) -> impl Iterator<Item = &Rc<Row>> {
    below(rows, RowKind::Step, process).filter(move |step| self::is_after(step) == is_after)
}

/// The step shows how it will be.
pub fn is_after(step: &Row) -> bool {
    step.text("side").trim() == "after"
}

/// The field that holds the key of what follows.
const fn to(kind: RowKind) -> &'static str {
    if matches!(kind, RowKind::Branch) { "to" } else { "then" }
}

/// What a step or a branch says that follows it.
pub fn follows(row: &Row) -> Follows {
    match row.reference(to(row.kind)) {
        _ if !matches!(row.text("ends").trim(), "" | "no") => Follows::End,
        Some(key) => Follows::Step(key),
        None => Follows::Next,
    }
}

/// Says what follows a step or a branch.
pub fn follow(row: &Row, follows: Follows) -> Vec<Edit> {
    let (end, key) = match follows {
        Follows::Next => ("", String::new()),
        Follows::End => (END, String::new()),
        Follows::Step(key) => ("", key.to_string()),
    };
    let put = |field: &'static str, text: &str| {
        (row.text(field) != text).then(|| Edit::Put { key: row.key, field, text: text.to_owned() })
    };
    put("ends", end).into_iter().chain(put(to(row.kind), &key)).collect()
}

/// A new step after another one of its side, or after all of them: in the same lane, done by the same people. It takes
/// over what followed the other one. With its key.
pub fn step_after(rows: &[Rc<Row>], process: u32, is_after: bool, after: Option<u32>) -> (Vec<Edit>, u32) {
    let previous = match after {
        Some(key) => find(rows, key),
        None => steps(rows, process, is_after).last(),
    };
    let key = next_key(rows);
    let mut step = Row::new(key, RowKind::Step, Some(process));
    let mut put = |field: &str, text: &str| {
        if !text.is_empty() {
            step.fields.insert(field.to_owned(), text.to_owned());
        }
    };
    put("side", if is_after { "after" } else { "before" });
    put("how", "manual");
    match previous {
        Some(previous) => {
            ["lane", "role", "then", "ends"].into_iter().for_each(|field| put(field, previous.text(field)))
        }
        None => {
            if let Some(lane) = below(rows, RowKind::Lane, process).next() {
                put("lane", &lane.key.to_string());
            }
        }
    }
    let place = previous.and_then(|previous| behind(rows, previous.key));
    let freed = previous.map(|previous| follow(previous, Follows::Next)).unwrap_or_default();
    (std::iter::once(Edit::Add { rows: vec![step], before: place }).chain(freed).collect(), key)
}

/// The key of the row behind one, whatever its kind.
fn behind(rows: &[Rc<Row>], key: u32) -> Option<u32> {
    let at = rows.iter().position(|row| row.key == key)?;
    rows.get(at + 1).map(|row| row.key)
}

/// Takes a step out: what led to it leads to what followed it.
pub fn without_step(rows: &[Rc<Row>], key: u32) -> Vec<Edit> {
    let mut edits = Vec::new();
    if let Some(step) = find(rows, key) {
        let next = || sibling(rows, step, true).map_or(Follows::End, |next| Follows::Step(next.key));
        let after = match follows(step) {
            Follows::Next => next(),
            Follows::Step(other) if other == key => Follows::End,
            follows => follows,
        };
        let leads = |row: &&Rc<Row>| row.key != key && row.parent != Some(key) && follows(row) == Follows::Step(key);
        for row in rows.iter().filter(|row| matches!(row.kind, RowKind::Step | RowKind::Branch)).filter(leads) {
            // A step can't follow itself.
            let own = Follows::Step(if row.kind == RowKind::Branch { row.parent.unwrap_or(row.key) } else { row.key });
            edits.extend(follow(row, if after == own { Follows::End } else { after }));
        }
    }
    edits.push(Edit::Remove(key));
    edits
}

/// The row of the same list before or behind one: the same kind, parent and side.
pub fn sibling<'a>(rows: &'a [Rc<Row>], row: &Row, forward: bool) -> Option<&'a Rc<Row>> {
    let at = rows.iter().position(|other| other.key == row.key)?;
    let same = |other: &&Rc<Row>| {
        other.kind == row.kind
            && other.parent == row.parent
            && (row.kind != RowKind::Step || is_after(other) == is_after(row))
    };
    let (before, behind) = rows.split_at(at);
    if forward { behind.iter().skip(1).find(same) } else { before.iter().rev().find(same) }
}

/// Moves a row one place up or down in its list; nothing, when it stands there already.
pub fn shifted(rows: &[Rc<Row>], key: u32, down: bool) -> Option<Edit> {
    let other = sibling(rows, find(rows, key)?, down)?;
    let before = if down { behind(rows, other.key) } else { Some(other.key) };
    Some(Edit::Move { key, before })
}

/// The steps of the first side with their branches as the start of the second one.
pub fn copied(rows: &[Rc<Row>], process: u32) -> Edit {
    let mut copies = Vec::new();
    for step in steps(rows, process, false) {
        let mut copy = Row::clone(step);
        copy.fields.insert("side".into(), "after".into());
        copies.push(copy);
        copies.extend(below(rows, RowKind::Branch, step.key).map(|branch| Row::clone(branch)));
    }
    Edit::Add { rows: copies, before: None }
}

/// Makes a step a decision, manual or automatic. A decision begins with two ways out.
pub fn done(rows: &[Rc<Row>], key: u32, how: &str) -> Vec<Edit> {
    let mut edits = vec![Edit::Put { key, field: "how", text: how.to_owned() }];
    if how == "decision" && below(rows, RowKind::Branch, key).next().is_none() {
        let new = [branch(rows, key, "Yes", 0), branch(rows, key, "No", 1)];
        edits.push(Edit::Add { rows: new.into(), before: None });
    }
    edits
}

fn branch(rows: &[Rc<Row>], step: u32, label: &str, at: u32) -> Row {
    let mut row = Row::new(next_key(rows) + at, RowKind::Branch, Some(step));
    if !label.is_empty() {
        row.fields.insert("label".into(), label.into());
    }
    row
}

/// One more way out of a decision. Its key is the next one.
pub fn another_branch(rows: &[Rc<Row>], step: u32) -> Edit {
    Edit::Add { rows: vec![branch(rows, step, "", 0)], before: None }
}

/// One more lane. Its key is the next one.
pub fn another_lane(rows: &[Rc<Row>], process: u32) -> Edit {
    Edit::Add { rows: vec![Row::new(next_key(rows), RowKind::Lane, Some(process))], before: None }
}

/// A process of one lane with a first step. Its key is the next one, the lane's the one after it, then the step's.
pub fn new_process(rows: &[Rc<Row>]) -> Edit {
    let key = next_key(rows);
    let process = Row::new(key, RowKind::Process, None);
    let lane = Row::new(key + 1, RowKind::Lane, Some(key));
    let mut step = Row::new(key + 2, RowKind::Step, Some(key));
    for (field, text) in [("side", "before"), ("how", "manual"), ("lane", &*lane.key.to_string())] {
        step.fields.insert(field.into(), text.into());
    }
    Edit::Add { rows: vec![process, lane, step], before: None }
}

/// One more kind of people who do work. Its key is the next one.
pub fn another_role(rows: &[Rc<Row>]) -> Edit {
    Edit::Add { rows: vec![Row::new(next_key(rows), RowKind::Role, None)], before: None }
}

/// There is room for what edits add to so many rows.
pub fn fits(rows: usize, edits: &[Edit], most: usize) -> bool {
    let added = edits.iter().map(|edit| if let Edit::Add { rows, .. } = edit { rows.len() } else { 0 });
    added.fold(rows, usize::saturating_add) <= most || !edits.iter().any(|edit| matches!(edit, Edit::Add { .. }))
}

/// The rows after edits.
pub fn apply(rows: &mut row::Rows, edits: Vec<Edit>) {
    for edit in edits {
        match edit {
            Edit::Add { rows: new, before } => row::add(rows, new, before),
            Edit::Remove(key) => row::remove(rows, key),
            Edit::Move { key, before } => row::shift(rows, key, before),
            Edit::Put { key, field, text } => row::put(rows, key, field, text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::row::{Rows, put};

    const PROCESS: u32 = 1;

    /// A process with a lane (2) and these steps from key 3 on: side, then what follows.
    fn process(steps: &[(&str, &str)]) -> Rows {
        let mut rows = vec![Rc::new(Row::new(PROCESS, RowKind::Process, None))];
        rows.push(Rc::new(Row::new(2, RowKind::Lane, Some(PROCESS))));
        for (key, (side, then)) in (3..).zip(steps) {
            rows.push(Rc::new(Row::new(key, RowKind::Step, Some(PROCESS))));
            put(&mut rows, key, "side", (*side).into());
            put(&mut rows, key, "lane", "2".into());
            put(&mut rows, key, if *then == END { "ends" } else { "then" }, (*then).into());
        }
        rows
    }

    fn order(rows: &[Rc<Row>], is_after: bool) -> Vec<u32> {
        steps(rows, PROCESS, is_after).map(|step| step.key).collect()
    }

    fn flow(rows: &[Rc<Row>], key: u32) -> Follows {
        follows(find(rows, key).expect("the row is there"))
    }

    const SIX: [(&str, &str); 6] =
        [("before", ""), ("after", ""), ("before", ""), ("after", ""), ("before", ""), ("after", "")];

    #[test]
    fn steps_move_within_their_side_alone() {
        let mut rows = process(&SIX);
        let edit = shifted(&rows, 7, false).expect("there is one before it");
        apply(&mut rows, vec![edit]);
        assert_eq!((order(&rows, false), order(&rows, true)), (vec![3, 7, 5], vec![4, 6, 8]));
        let edit = shifted(&rows, 3, true).expect("there is one behind it");
        apply(&mut rows, vec![edit]);
        assert_eq!((order(&rows, false), order(&rows, true)), (vec![7, 3, 5], vec![4, 6, 8]));
        let edit = shifted(&rows, 6, true).expect("there is one behind it");
        apply(&mut rows, vec![edit]);
        assert_eq!((order(&rows, false), order(&rows, true)), (vec![7, 3, 5], vec![4, 8, 6]));
        assert_eq!(shifted(&rows, 7, false), None);
        assert_eq!(shifted(&rows, 6, true), None);
        assert_eq!(shifted(&rows, 99, true), None);
    }

    #[test]
    fn up_and_down_again_is_where_it_was() {
        for key in [5, 7] {
            let mut rows = process(&SIX);
            for down in [false, true] {
                let edit = shifted(&rows, key, down).expect("there is room");
                apply(&mut rows, vec![edit]);
            }
            assert_eq!(order(&rows, false), [3, 5, 7]);
            assert_eq!(order(&rows, true), [4, 6, 8]);
        }
    }

    #[test]
    fn a_new_step_stands_behind_in_the_same_lane() {
        let mut rows = process(&SIX);
        put(&mut rows, 3, "role", "40".into());
        let (edits, new) = step_after(&rows, PROCESS, false, Some(3));
        apply(&mut rows, edits);
        assert_eq!(order(&rows, false), [3, new, 5, 7]);
        let step = find(&rows, new).expect("it was added");
        assert_eq!((step.text("lane"), step.text("role"), step.text("how")), ("2", "40", "manual"));
        let (edits, last) = step_after(&rows, PROCESS, true, None);
        apply(&mut rows, edits);
        assert_eq!(order(&rows, true), [4, 6, 8, last]);
    }

    #[test]
    fn a_new_step_takes_over_what_followed() {
        let mut rows = process(&[("before", "5"), ("before", ""), ("before", END)]);
        let (edits, first) = step_after(&rows, PROCESS, false, Some(3));
        apply(&mut rows, edits);
        assert_eq!((flow(&rows, 3), flow(&rows, first)), (Follows::Next, Follows::Step(5)));
        let (edits, last) = step_after(&rows, PROCESS, false, Some(5));
        apply(&mut rows, edits);
        assert_eq!((flow(&rows, 5), flow(&rows, last)), (Follows::Next, Follows::End));
    }

    #[test]
    fn an_empty_side_begins_in_the_first_lane() {
        let mut rows = process(&[]);
        let (edits, _) = step_after(&rows, PROCESS, true, None);
        apply(&mut rows, edits);
        assert_eq!(order(&rows, true), [3]);
        assert_eq!(find(&rows, 3).and_then(|step| step.reference("lane")), Some(2));
    }

    #[test]
    fn what_led_to_a_removed_step_leads_on() {
        // To the next in order, to where it led, to the end, and never to itself.
        let cases = [
            ([("before", "4"), ("before", ""), ("before", "")], Follows::Step(5)),
            ([("before", "4"), ("before", "5"), ("before", "")], Follows::Step(5)),
            ([("before", "4"), ("before", END), ("before", "")], Follows::End),
            ([("before", "4"), ("before", "3"), ("before", "")], Follows::End),
            ([("before", "4"), ("before", "4"), ("before", "")], Follows::End),
        ];
        for (steps, expected) in cases {
            let mut rows = process(&steps);
            let edits = without_step(&rows, 4);
            apply(&mut rows, edits);
            assert_eq!(order(&rows, false), [3, 5]);
            assert_eq!(flow(&rows, 3), expected, "{steps:?}");
        }
    }

    #[test]
    fn a_branch_to_a_removed_step_leads_on_too() {
        let mut rows = process(&[("before", ""), ("before", ""), ("before", "")]);
        let edits = done(&rows, 3, "decision");
        apply(&mut rows, edits);
        let branches: Vec<u32> = below(&rows, RowKind::Branch, 3).map(|branch| branch.key).collect();
        assert_eq!(branches, [6, 7]);
        let edits = follow(find(&rows, 6).expect("a branch"), Follows::Step(4));
        apply(&mut rows, edits);
        let edits = without_step(&rows, 4);
        apply(&mut rows, edits);
        assert_eq!(flow(&rows, 6), Follows::Step(5));
        let edits = without_step(&rows, 5);
        apply(&mut rows, edits);
        assert_eq!(flow(&rows, 6), Follows::End);
    }

    #[test]
    fn a_decision_gets_its_ways_out_once() {
        let mut rows = process(&[("before", "")]);
        for how in ["decision", "manual", "decision"] {
            let edits = done(&rows, 3, how);
            apply(&mut rows, edits);
        }
        let labels: Vec<&str> = below(&rows, RowKind::Branch, 3).map(|branch| branch.text("label")).collect();
        assert_eq!(labels, ["Yes", "No"]);
        let edit = another_branch(&rows, 3);
        apply(&mut rows, vec![edit]);
        assert_eq!(below(&rows, RowKind::Branch, 3).count(), 3);
    }

    #[test]
    fn a_copy_keeps_to_itself() {
        let mut rows = process(&[("before", "5"), ("before", ""), ("before", END)]);
        let edits = done(&rows, 4, "decision");
        apply(&mut rows, edits);
        let branch = below(&rows, RowKind::Branch, 4).next().map(|branch| branch.key).expect("a branch");
        put(&mut rows, branch, "to", "3".into());
        let edit = copied(&rows, PROCESS);
        apply(&mut rows, vec![edit]);
        let copies = order(&rows, true);
        assert_eq!((order(&rows, false), copies.len()), (vec![3, 4, 5], 3));
        assert_eq!(flow(&rows, copies[0]), Follows::Step(copies[2]));
        assert_eq!(flow(&rows, copies[2]), Follows::End);
        let own = below(&rows, RowKind::Branch, copies[1]).next().expect("the branches come along");
        assert_eq!(follows(own), Follows::Step(copies[0]));
        assert_eq!(find(&rows, copies[0]).and_then(|step| step.reference("lane")), Some(2), "lanes are shared");
        assert_eq!(flow(&rows, 3), Follows::Step(5), "the first side stays as it was");
    }

    #[test]
    fn a_new_process_can_be_typed_into_at_once() {
        let mut rows = process(&[("before", "")]);
        let key = next_key(&rows);
        let edit = new_process(&rows);
        apply(&mut rows, vec![edit]);
        let step = steps(&rows, key, false).next().expect("a first step");
        assert_eq!((step.key, step.reference("lane")), (key + 2, Some(key + 1)));
    }

    #[test]
    fn what_is_full_takes_nothing_more_but_can_be_changed() {
        let rows = process(&[("before", "")]);
        let add = |rows: &Rows| vec![another_lane(rows, PROCESS)];
        assert!(fits(9, &add(&rows), 10));
        assert!(!fits(10, &add(&rows), 10));
        assert!(fits(11, &without_step(&rows, 3), 10));
    }

    #[test]
    fn saying_what_follows_again_changes_nothing() {
        let rows = process(&[("before", "4"), ("before", END), ("before", "")]);
        for key in [3, 4, 5] {
            let row = find(&rows, key).expect("a step");
            assert_eq!(follow(row, follows(row)), []);
        }
    }
}
