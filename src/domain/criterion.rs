//! One criterion of a profile: what it looks at, when it is met, what it is worth.
use super::answer::{Answer, Answers};
use super::growth::{self, Growth, GrowthInput};
use super::quantity::Quantity;
use super::span::Span;
use super::table::Set;

/// Points counted in halves, so that a near miss of an odd weight stays whole.
pub type HalfPoints = u32;

/// A criterion as far as arithmetic cares.
#[derive(Clone, Debug, PartialEq)]
pub struct Criterion {
    pub id: String,
    /// The question that settles it.
    pub question: String,
    /// Points, 0 to 100.
    pub weight: u32,
    pub input: Input,
    pub rule: Rule,
}

/// What a rule looks at.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    Answer(String),
    Growth(GrowthInput),
    /// An explicit yes or no to `said`, else what the `named` apps among `apps` prove.
    Stack {
        said: String,
        apps: String,
        named: Set,
    },
}

/// The closed set of rule kinds; bounds in the unit of the input.
#[derive(Clone, Debug, PartialEq)]
pub enum Rule {
    AtLeast {
        met: i64,
        near: Option<i64>,
    },
    /// Met strictly below `met`, near from there to `near`, both in.
    Below {
        met: i64,
        near: Option<i64>,
    },
    /// Both ends in.
    Within {
        met: (i64, i64),
        near: Option<(i64, i64)>,
    },
    AnyOf {
        met: Set,
        near: Set,
    },
    YesNo,
}

/// Which outcomes the answer leaves possible; at least one is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Possible {
    pub met: bool,
    pub near: bool,
    pub missed: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Met,
    Near,
    Missed,
    Unknown,
}

/// What is known about one criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub criterion: String,
    pub outcome: Outcome,
    pub possible: Possible,
    /// Least and most points over all values the answer leaves possible.
    pub low: HalfPoints,
    pub high: HalfPoints,
}

impl Possible {
    const OPEN: Self = Self { met: true, near: true, missed: true };

    pub fn outcome(self) -> Outcome {
        match (self.met, self.near, self.missed) {
            (true, false, false) => Outcome::Met,
            (false, true, false) => Outcome::Near,
            (false, false, true) => Outcome::Missed,
            _ => Outcome::Unknown,
        }
    }
}

impl Criterion {
    /// What the answers say about this criterion.
    pub fn assess(&self, answers: &Answers) -> Finding {
        let possible = self.possible(answers);
        let points = [(possible.missed, 0), (possible.near, self.weight), (possible.met, 2 * self.weight)];
        let mut reached = points.iter().filter(|(can, _)| *can).map(|(_, points)| *points);
        let low = reached.next().unwrap_or(0);
        let high = reached.next_back().unwrap_or(low);
        Finding { criterion: self.id.clone(), outcome: possible.outcome(), possible, low, high }
    }

    /// The question whose answer would settle it, or nothing when none can: growth has no value for a company
    /// younger than a year or from nobody, and with last year's headcount known it waits for today's.
    pub fn asks(&self, answers: &Answers) -> Option<&str> {
        let Input::Growth(input) = &self.input else { return Some(&self.question) };
        match growth::growth(input, answers) {
            Growth::TooYoung | Growth::FromZero => None,
            Growth::Known(_) | Growth::Open => {
                let settled = |id: &str| answers.number(id).and_then(Span::single).is_some();
                let waits = settled(&input.then) && !settled(&input.now);
                Some(if waits { &input.now } else { &self.question })
            }
        }
    }

    fn possible(&self, answers: &Answers) -> Possible {
        match &self.input {
            Input::Answer(question) => self.rule.judge(answers.get(question)),
            Input::Growth(input) => match growth::growth(input, answers).span() {
                Some(span) => self.rule.judge(&Answer::Number(span)),
                None => self.rule.open(),
            },
            Input::Stack { said, apps, named } => match stack(answers, said, apps, named) {
                Some(said) => self.rule.judge(&Answer::Said(said)),
                None => self.rule.open(),
            },
        }
    }
}

/// An explicit answer wins; a named app proves yes; only a whole stack without one proves no.
fn stack(answers: &Answers, said: &str, apps: &str, named: &Set) -> Option<bool> {
    if let Some(said) = answers.said(said) {
        return Some(said);
    }
    match answers.get(apps) {
        Answer::Apps { known, .. } if !known.is_disjoint(named) => Some(true),
        Answer::Apps { whole: true, .. } => Some(false),
        _ => None,
    }
}

impl Rule {
    fn open(&self) -> Possible {
        let near = match self {
            Self::AtLeast { near, .. } | Self::Below { near, .. } => near.is_some(),
            Self::Within { near, .. } => near.is_some(),
            Self::AnyOf { near, .. } => !near.is_empty(),
            Self::YesNo => false,
        };
        Possible { near, ..Possible::OPEN }
    }

    /// An answer of a kind the rule can't read counts as open.
    pub fn judge(&self, answer: &Answer) -> Possible {
        match (self, answer) {
            (Self::AtLeast { met, near }, Answer::Number(span)) => at_least(*span, *met, *near),
            (Self::Below { met, near }, Answer::Number(span)) => below(*span, *met, *near),
            (Self::Within { met, near }, Answer::Number(span)) => within(*span, *met, near.unwrap_or(*met)),
            (Self::AnyOf { met, near }, Answer::Picked(picked)) => any_of(picked, met, near),
            (Self::YesNo, Answer::Said(said)) => Possible { met: *said, near: false, missed: !*said },
            _ => self.open(),
        }
    }
}

fn at_least(span: Span, met: i64, near: Option<i64>) -> Possible {
    let met = Quantity::whole(met);
    let near = near.map_or(met, Quantity::whole);
    Possible {
        met: span.reaches(met),
        near: span.least < met && span.reaches(near) && near < met,
        missed: span.least < near,
    }
}

fn below(span: Span, met: i64, near: Option<i64>) -> Possible {
    let met = Quantity::whole(met);
    match near.map(Quantity::whole) {
        Some(near) => {
            Possible { met: span.least < met, near: span.reaches(met) && span.least <= near, missed: span.passes(near) }
        }
        None => Possible { met: span.least < met, near: false, missed: span.reaches(met) },
    }
}

fn within(span: Span, met: (i64, i64), near: (i64, i64)) -> Possible {
    let (low, high) = (Quantity::whole(met.0), Quantity::whole(met.1));
    let (near_low, near_high) = (Quantity::whole(near.0), Quantity::whole(near.1));
    let below = near_low < low && span.least < low && span.reaches(near_low);
    let above = near_high > high && span.passes(high) && span.least <= near_high;
    Possible {
        met: span.least <= high && span.reaches(low),
        near: below || above,
        missed: span.least < near_low || span.passes(near_high),
    }
}

fn any_of(picked: &Set, met: &Set, near: &Set) -> Possible {
    let hits_met = !picked.is_disjoint(met);
    let hits_near = !hits_met && !picked.is_disjoint(near);
    Possible { met: hits_met, near: hits_near, missed: !hits_met && !hits_near }
}
