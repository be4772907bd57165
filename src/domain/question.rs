//! What kind of answer a question takes.

/// A question of the form, as far as arithmetic cares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    pub id: String,
    /// Noun phrase for messages: "employees".
    pub short: String,
    pub kind: Kind,
    /// Another count this one can't be below.
    pub contains: Option<String>,
    /// Options to pick, with whether each excludes all others.
    pub options: Vec<(String, bool)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Text,
    Count,
    Percent,
    Money,
    Several,
    One,
    YesNo,
    Apps,
    Date,
}

impl Kind {
    /// The answer is a number or a band of numbers.
    pub fn is_number(self) -> bool {
        matches!(self, Self::Count | Self::Percent | Self::Money)
    }
}
