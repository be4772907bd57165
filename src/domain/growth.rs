//! Yearly growth of headcount: from two headcounts, else from a typed rate.
use super::answer::Answers;
use super::quantity::Quantity;
use super::span::Span;

/// The questions that growth is read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GrowthInput {
    pub now: String,
    pub then: String,
    pub rate: String,
    /// "Founded less than a year ago."
    pub young: String,
}

/// Growth in percent, or why it isn't known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Growth {
    Known(Span),
    /// Nothing to tell it from.
    Open,
    /// Founded less than a year ago: there is no year to compare with.
    TooYoung,
    /// Nobody was employed a year ago: growth from zero has no value.
    FromZero,
}

impl Growth {
    pub fn span(&self) -> Option<Span> {
        match self {
            Self::Known(span) => Some(*span),
            Self::Open | Self::TooYoung | Self::FromZero => None,
        }
    }
}

/// Two headcounts win over a typed rate.
pub fn growth(input: &GrowthInput, answers: &Answers) -> Growth {
    if answers.said(&input.young) == Some(true) {
        return Growth::TooYoung;
    }
    let (now, then) = (answers.number(&input.now), answers.number(&input.then));
    if then.and_then(Span::single) == Some(Quantity::ZERO) {
        return Growth::FromZero;
    }
    if let (Some(now), Some(then)) = (now, then) {
        return between(now, then).map_or(Growth::Open, Growth::Known);
    }
    answers.number(&input.rate).map_or(Growth::Open, Growth::Known)
}

/// From (least now, most then) to (most now, least then), in percent.
pub fn between(now: Span, then: Span) -> Option<Span> {
    let least = match then.most {
        Some(most) => percent(now.least, most)?,
        None => Quantity::whole(-100),
    };
    // From nearly nobody there is no upper end.
    let most = now.most.and_then(|most| percent(most, then.least));
    Some(Span { least, most })
}

/// 100 · (now − then) / then.
fn percent(now: Quantity, then: Quantity) -> Option<Quantity> {
    now.minus(then)?.times(Quantity::whole(100))?.over(then)
}

/// The largest headcount a year ago from which `now` is a growth of at least `rate` percent.
pub fn most_then(now: Quantity, rate: Quantity) -> Option<i64> {
    let factor = rate.plus(Quantity::whole(100))?;
    Some(now.times(Quantity::whole(100))?.over(factor)?.floor())
}
