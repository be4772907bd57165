//! The one trait behind which cases are kept: texts by key. On the device it is the browser's database, in a frame
//! that may keep nothing it is memory, and in tests it is whatever goes wrong.
use crate::domain::table::Table;
use std::cell::RefCell;

/// Why the device didn't keep, give back or erase something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreFault {
    /// No room is left on the device.
    Full,
    /// Another tab holds the store and doesn't let go.
    Busy,
    /// The browser didn't answer in time.
    Slow,
    /// What was seen there before is there no more: erased in another tab, or cleared by the browser.
    Gone,
    /// A newer version keeps its accounts there; nothing may be written.
    Newer,
    /// The browser keeps nothing here at all.
    Absent,
    Refused,
}

impl std::fmt::Display for StoreFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Full => "There is no room left on this device to save.",
            Self::Busy => "Fitproof is open in another tab that holds on to what is saved. Close it and try again.",
            Self::Slow => "The browser didn’t answer in time.",
            Self::Gone => "What was saved here has been cleared, in another tab or by the browser.",
            Self::Newer => "A newer version of Fitproof keeps its accounts here. Reload the page to update.",
            Self::Absent => "This browser keeps nothing here.",
            Self::Refused => "The browser refused to use what is saved on this device.",
        })
    }
}

/// How a writing that is bound to what was seen before ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Swap {
    Done,
    /// Something else stands there now, and nothing was written.
    Changed(Option<String>),
}

/// A key and its new text; without one it is taken away.
pub type Write = (String, Option<String>);

/// Texts by key, each for itself. The page has one thread, so nothing needs to be sent.
#[allow(async_fn_in_trait)]
pub trait Records {
    /// The text under a key.
    ///
    /// # Errors
    /// It wasn't given back.
    async fn get(&self, key: &str) -> Result<Option<String>, StoreFault>;

    /// Keys that begin so, with their texts, in the order of the keys.
    ///
    /// # Errors
    /// They weren't given back.
    async fn list(&self, start: &str) -> Result<Vec<(String, String)>, StoreFault>;

    /// Writes all or nothing, if the key still holds what was `seen` there; done only when it is kept for good and
    /// was given back unchanged. Nothing comes between the look and the writing.
    ///
    /// # Errors
    /// What was kept before is still there.
    async fn swap(&self, key: &str, seen: Option<&str>, writes: &[Write]) -> Result<Swap, StoreFault>;
}

/// Keeps as long as the page lives.
#[derive(Debug, Default)]
pub struct Memory(RefCell<Table<String>>);

impl Memory {
    pub fn clear(&self) {
        self.0.borrow_mut().clear();
    }
}

impl Records for Memory {
    async fn get(&self, key: &str) -> Result<Option<String>, StoreFault> {
        Ok(self.0.borrow().get(key).cloned())
    }

    async fn list(&self, start: &str) -> Result<Vec<(String, String)>, StoreFault> {
        let texts = self.0.borrow();
        let found = texts.iter().filter(|(key, _)| key.starts_with(start));
        Ok(found.map(|(key, text)| (key.clone(), text.clone())).collect())
    }

    async fn swap(&self, key: &str, seen: Option<&str>, writes: &[Write]) -> Result<Swap, StoreFault> {
        let mut texts = self.0.borrow_mut();
        let present = texts.get(key);
        if present.map(String::as_str) != seen {
            return Ok(Swap::Changed(present.cloned()));
        }
        for (key, text) in writes {
            match text {
                Some(text) => texts.insert(key.clone(), text.clone()),
                None => texts.remove(key),
            };
        }
        Ok(Swap::Done)
    }
}
