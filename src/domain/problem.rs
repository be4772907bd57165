//! What is wrong, where, and what to type instead, in sentences to the person.

/// A fault in what was typed. The rest is still judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Id of the question or other field it stands at.
    pub field: String,
    pub message: String,
    /// An example of what works, or what to do next; may be empty.
    pub hint: String,
    pub severity: Severity,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The answer can't be used and counts as unknown.
    Error,
    /// The answer is used; something about it deserves a look.
    Warning,
}

/// A text as a sentence: a stop is added unless it ends in one.
pub fn sentence(text: &str) -> String {
    if text.is_empty() || text.ends_with(['.', '?', '!', '…']) { text.to_owned() } else { [text, "."].concat() }
}

impl Problem {
    pub fn error(field: &str, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { field: field.into(), message: message.into(), hint: hint.into(), severity: Severity::Error }
    }

    /// What was typed is to be a day.
    pub fn no_day(field: &str) -> Self {
        Self::error(field, "This isn’t a day", "Type it as 2027-01-31")
    }

    /// What is wrong and what to do, as two sentences.
    pub fn sentences(&self) -> String {
        [sentence(&self.message), sentence(&self.hint)].join(" ")
    }

    pub fn warning(field: &str, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(field, message, hint) }
    }
}
