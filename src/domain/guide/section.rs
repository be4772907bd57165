//! Where a section stands. What it must hold is for people to judge, so it is complete when somebody says so; but a tick
//! doesn't make words of nothing, nor the partner's draft the customer's words. What the checks find is advice and never
//! holds a section back.
use crate::domain::account::{Author, SectionText};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    NotStarted,
    InProgress,
    Complete,
}

/// Why a section that is ticked isn't complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Withheld {
    /// Nothing is written.
    Empty,
    /// The customer is to write it, and what stands there is the partner's draft.
    Draft,
}

/// What counts of a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section {
    /// There is a text.
    pub written: bool,
    pub ticked: bool,
    pub author: Author,
    /// It is for the customer to write, in their own words.
    pub of_customer: bool,
    /// The plan or the people hold something of what it is about.
    pub planned: bool,
}

impl Section {
    pub fn new(text: &SectionText, of_customer: bool, planned: bool) -> Self {
        let written = !text.text.trim().is_empty();
        Self { written, ticked: text.done, author: text.author, of_customer, planned }
    }

    pub fn status(self) -> Status {
        match (self.ticked, self.withheld()) {
            (true, None) => Status::Complete,
            (true, Some(_)) => Status::InProgress,
            (false, _) if self.written || self.planned => Status::InProgress,
            (false, _) => Status::NotStarted,
        }
    }

    pub fn withheld(self) -> Option<Withheld> {
        match self.ticked {
            true if self.is_draft() => Some(Withheld::Draft),
            true if !self.written && !self.planned => Some(Withheld::Empty),
            _ => None,
        }
    }

    /// Words of the partner where the customer's are wanted.
    pub fn is_draft(self) -> bool {
        self.of_customer && self.written && self.author == Author::Partner
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn complete_is_said_by_somebody_of_something_that_is_there() {
        let mut complete = 0;
        for code in 0..16 {
            let [written, ticked, of_customer, planned] = [1, 2, 4, 8].map(|bit| code & bit != 0);
            for author in [Author::Partner, Author::Customer] {
                let section = Section { written, ticked, author, of_customer, planned };
                let status = section.status();
                let there = written || planned;
                let draft = of_customer && written && author == Author::Partner;
                assert_eq!(status == Status::Complete, ticked && there && !draft, "{section:?}");
                assert_eq!(status == Status::NotStarted, !ticked && !there, "{section:?}");
                assert_eq!(section.withheld().is_some(), ticked && status != Status::Complete, "{section:?}");
                complete += usize::from(status == Status::Complete);
            }
        }
        // Ticked and there: 3 of 4 times; of 4 combinations of author and wanted, one is a draft if written (2 of 3).
        assert_eq!(complete, 3 * 4 - 2);
    }
}
