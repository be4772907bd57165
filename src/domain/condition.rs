//! When something is needed or worth a warning: a closed set of conditions on the answers.
use super::answer::{Answer, Answers};
use super::quantity::Quantity;
use super::table::Set;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// The number is strictly below the bound.
    Below {
        question: String,
        bound: i64,
    },
    /// The number is strictly above the bound.
    Above {
        question: String,
        bound: i64,
    },
    Said {
        question: String,
    },
    /// One of these apps is in the stack.
    App {
        question: String,
        apps: Set,
    },
}

/// Unknown is not "no".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    Yes,
    Maybe,
    No,
}

impl Condition {
    pub fn holds(&self, answers: &Answers) -> Holds {
        match self {
            Self::Below { question, bound } => {
                let bound = Quantity::whole(*bound);
                answers.number(question).map_or(Holds::Maybe, |span| of(span.least < bound, span.reaches(bound)))
            }
            Self::Above { question, bound } => {
                let bound = Quantity::whole(*bound);
                answers.number(question).map_or(Holds::Maybe, |span| of(span.passes(bound), span.least <= bound))
            }
            Self::Said { question } => answers.said(question).map_or(Holds::Maybe, |said| of(said, !said)),
            Self::App { question, apps } => match answers.get(question) {
                Answer::Apps { known, .. } if !known.is_disjoint(apps) => Holds::Yes,
                Answer::Apps { whole: true, .. } => Holds::No,
                _ => Holds::Maybe,
            },
        }
    }
}

fn of(can: bool, can_not: bool) -> Holds {
    match (can, can_not) {
        (true, false) => Holds::Yes,
        (true, true) => Holds::Maybe,
        (false, _) => Holds::No,
    }
}
