//! Who said what, and when: of a section's words, a precondition, a gate or an approval point.
use crate::domain::date::Day;
use crate::domain::row::{self, Row, RowKind};
use std::rc::Rc;

/// What was noted last of a subject.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saying {
    /// The row that holds it; none when nothing was noted.
    pub key: Option<u32>,
    /// As typed.
    pub who: String,
    /// As typed.
    pub day: String,
}

/// What was noted last of a subject, by its id.
pub fn saying(rows: &[Rc<Row>], subject: &str) -> Saying {
    let last = row::of(rows, RowKind::Evidence).filter(|row| row.text("subject") == subject).last();
    last.map_or_else(Saying::default, |row| Saying {
        key: Some(row.key),
        who: row.text("who").to_owned(),
        day: row.text("day").to_owned(),
    })
}

/// A note of who said something of a subject; of who and day whatever is known.
pub fn note(subject: &str, said: &[(&str, &str)]) -> Row {
    Row::filled(0, RowKind::Evidence, None, &[&[("subject", subject)], said].concat())
}

impl Saying {
    /// Somebody is named, with a day that has come.
    pub fn holds(&self, today: Day) -> bool {
        !self.who.trim().is_empty() && Day::parse(&self.day).is_some_and(|day| day <= today)
    }

    /// Why it doesn't hold, in a sentence to the person; none when it does.
    pub fn lacks(&self, today: Day) -> Option<&'static str> {
        match (self.who.trim().is_empty(), Day::parse(&self.day)) {
            (true, _) => Some("Name who said it"),
            (false, None) => Some("Say on which day"),
            (false, Some(day)) if day > today => Some("Choose a day that has come"),
            (false, Some(_)) => None,
        }
    }
}
