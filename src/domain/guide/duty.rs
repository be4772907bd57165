//! Who has which part in a section: does it, decides, is asked, is told. And who stands for which customer group.
use crate::domain::account::Person;
use crate::domain::row::{self, Row, RowKind};
use std::rc::Rc;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Duty {
    Does,
    Decides,
    /// Before it is settled.
    Asked,
    /// After it is settled.
    Told,
}

/// With what stands in a row.
pub const DUTIES: [(Duty, &str); 4] =
    [(Duty::Does, "does"), (Duty::Decides, "decides"), (Duty::Asked, "asked"), (Duty::Told, "told")];

/// What a section's duties lack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    NobodyDoes,
    NobodyDecides,
    /// So many decide: then nobody does.
    SeveralDecide(usize),
}

/// Each person's part in a section, by the person's key. What was said last counts, and people who are gone do not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Duties(Vec<(u32, Duty)>);

/// The duties of a section.
pub fn duties(rows: &[Rc<Row>], section: &str, people: &[Person]) -> Duties {
    let part = |row: &Rc<Row>| DUTIES.iter().find(|(_, id)| *id == row.text("part")).map(|(duty, _)| *duty);
    let of = |person: &Person| Some((person.key, row_of(rows, section, person.key).and_then(part)?));
    Duties(people.iter().filter_map(of).collect())
}

/// The row that says a person's part in a section.
pub fn row_of<'a>(rows: &'a [Rc<Row>], section: &str, person: u32) -> Option<&'a Rc<Row>> {
    row::of(rows, RowKind::Duty)
        .filter(|row| row.text("section") == section && row.reference("person") == Some(person))
        .last()
}

impl Duties {
    pub fn of(&self, person: u32) -> Option<Duty> {
        self.0.iter().find(|(key, _)| *key == person).map(|(_, duty)| *duty)
    }

    /// Keys of those who have this part.
    pub fn with(&self, duty: Duty) -> impl Iterator<Item = u32> {
        self.0.iter().filter(move |(_, own)| *own == duty).map(|(key, _)| *key)
    }

    /// What is wrong with them; a section in which nobody has a part yet isn't looked at.
    pub fn gaps(&self) -> Vec<Gap> {
        if self.0.is_empty() {
            return Vec::new();
        }
        let mut gaps = Vec::new();
        if self.with(Duty::Does).next().is_none() {
            gaps.push(Gap::NobodyDoes);
        }
        match self.with(Duty::Decides).count() {
            0 => gaps.push(Gap::NobodyDecides),
            1 => {}
            several => gaps.push(Gap::SeveralDecide(several)),
        }
        gaps
    }
}

/// The people who stand for a customer group. Somebody of whom neither name nor title is known stands for nothing.
pub fn covered<'a>(people: &'a [Person], group: &str) -> impl Iterator<Item = &'a Person> {
    let known = |person: &&Person| !(person.name.trim().is_empty() && person.title.trim().is_empty());
    people.iter().filter(known).filter(move |person| person.group.as_deref() == Some(group))
}
