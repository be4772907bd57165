//! A closed set of numbers: one, a band, or all from a least one on.
use super::quantity::Quantity;

/// All numbers from `least` to `most`, both in; without `most` there is no upper end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub least: Quantity,
    pub most: Option<Quantity>,
}

impl Span {
    pub fn exact(value: Quantity) -> Self {
        Self { least: value, most: Some(value) }
    }

    pub fn whole(value: i64) -> Self {
        Self::exact(Quantity::whole(value))
    }

    pub fn between(least: i64, most: i64) -> Self {
        Self { least: Quantity::whole(least), most: Some(Quantity::whole(most)) }
    }

    pub fn from(least: i64) -> Self {
        Self { least: Quantity::whole(least), most: None }
    }

    /// The single value, when there is only one.
    pub fn single(self) -> Option<Quantity> {
        (self.most == Some(self.least)).then_some(self.least)
    }

    /// Holds a number that is at least this one.
    pub fn reaches(self, bound: Quantity) -> bool {
        self.most.is_none_or(|most| most >= bound)
    }

    /// Holds a number above this one.
    pub fn passes(self, bound: Quantity) -> bool {
        self.most.is_none_or(|most| most > bound)
    }

    /// Both ends through a function that keeps order; nothing when an end has no value.
    pub fn map(self, f: impl Fn(Quantity) -> Option<Quantity>) -> Option<Self> {
        let most = match self.most {
            Some(most) => Some(f(most)?),
            None => None,
        };
        Some(Self { least: f(self.least)?, most })
    }
}
