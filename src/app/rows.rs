//! What the app itself does with rows: those of which there is one, and what is noted down on the way.
use crate::domain::account::{Account, Author, SectionText};
use crate::domain::date::Day;
use crate::domain::guide::note;
use crate::domain::row::{self, Row, RowKind, Rows};

/// The one row of a kind is there as long as it says anything.
pub fn put_sole(rows: &mut Rows, kind: RowKind, field: &str, text: String) {
    let there = row::sole(rows, kind).map(|row| row.key);
    let key = match there {
        Some(key) => key,
        None => {
            row::add(rows, vec![Row::new(0, kind, None)], None);
            row::next_key(rows) - 1
        }
    };
    row::put(rows, key, field, text);
    if row::find(rows, key).is_some_and(|row| row.fields.is_empty()) {
        row::remove(rows, key);
    }
}

/// An agreed plan remembers the ends it had before this one: ends that keep moving are a sign of their own.
pub fn note_end(account: &mut Account, question: &str, text: &str) {
    let Some(plan) = row::of(&account.rows, RowKind::Engagement).find(|plan| !plan.text("agreed").is_empty()) else {
        return;
    };
    let mut ends: Vec<Day> = plan.text("ends").split_whitespace().filter_map(Day::parse).collect();
    let (before, now) = (Day::parse(account.text(question)), Day::parse(text));
    match (before, now) {
        // Emptied and filled in again: it didn't move.
        (None, Some(now)) if ends.last() == Some(&now) => drop(ends.pop()),
        (Some(before), now) if now != Some(before) => ends.push(before),
        _ => return,
    }
    let (key, ends) = (plan.key, ends.iter().map(Day::to_string).collect::<Vec<_>>().join(" "));
    row::put(&mut account.rows, key, "ends", ends);
}

/// Sections as they stand after a merge; who wrote what is the customer's now is noted down, once.
pub fn merge(account: &mut Account, sections: Vec<(String, SectionText)>, by: &str, day: &str) {
    for (id, section) in sections {
        let noted = row::of(&account.rows, RowKind::Evidence)
            .any(|row| row.text("subject") == id && row.text("who") == by && row.text("day") == day);
        if section.author == Author::Customer && !by.is_empty() && !noted {
            row::add(&mut account.rows, vec![note(&id, &[("who", by), ("day", day)])], None);
        }
        account.sections.insert(id, section);
    }
}
