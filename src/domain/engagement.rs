//! Which kind of engagement the size of a deal calls for.
use super::answer::Answers;
use super::quantity::Quantity;
use super::span::Span;

/// An engagement type as far as arithmetic cares; the one without bounds takes all sizes the others leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Engagement {
    pub id: String,
    /// Strictly below this yearly size.
    pub below: Option<i64>,
    /// Strictly above this yearly size.
    pub above: Option<i64>,
    /// A yes to this question picks it at any size.
    pub said: Option<String>,
}

/// What is recommended, and what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recommendation {
    /// Ids of the types the size leaves possible, smallest first; empty while the size is unknown.
    pub by_size: Vec<String>,
    /// The type a yes picked, whatever the size.
    pub by_answer: Option<String>,
    /// The type that a still open question could pick instead.
    pub unless: Option<String>,
    /// The size lies exactly on this bound.
    pub on_bound: Option<i64>,
}

impl Recommendation {
    /// The one recommended type, when there is one.
    pub fn settled(&self) -> Option<&str> {
        match (&self.by_answer, self.by_size.as_slice()) {
            (Some(answer), _) => Some(answer),
            (None, [one]) => Some(one),
            (None, _) => None,
        }
    }
}

/// The yearly size of a deal: a total over several years is divided by them.
pub fn yearly(size: Span, years: Option<Span>) -> Option<Span> {
    let Some(years) = years else { return Some(size) };
    let most = match size.most {
        Some(most) => Some(most.over(years.least)?),
        None => None,
    };
    Some(Span { least: years.most.map_or(Some(Quantity::ZERO), |years| size.least.over(years))?, most })
}

pub fn recommend(types: &[Engagement], size: Option<Span>, answers: &Answers) -> Recommendation {
    let asked = types.iter().filter_map(|kind| Some((kind, kind.said.as_ref()?)));
    let mut by_answer = None;
    let mut unless = None;
    for (kind, question) in asked {
        match answers.said(question) {
            Some(true) => by_answer = Some(kind.id.clone()),
            Some(false) => {}
            None => unless = Some(kind.id.clone()),
        }
    }
    let by_size: Vec<String> = size.map_or_else(Vec::new, |size| {
        types.iter().filter(|kind| kind.holds(size, types)).map(|kind| kind.id.clone()).collect()
    });
    let bounds = types.iter().flat_map(|kind| [kind.below, kind.above]).flatten();
    let on_bound =
        size.and_then(Span::single).and_then(|size| bounds.into_iter().find(|bound| Quantity::whole(*bound) == size));
    let unless = unless.filter(|kind| by_size.len() != 1 || by_size[0] != *kind);
    Recommendation { by_size, by_answer, unless, on_bound }
}

impl Engagement {
    /// Some size of the span falls to this type.
    fn holds(&self, size: Span, types: &[Self]) -> bool {
        match (self.below.map(Quantity::whole), self.above.map(Quantity::whole)) {
            (None, None) => {
                let floor = types.iter().filter_map(|kind| kind.below).map(Quantity::whole).max();
                let ceiling = types.iter().filter_map(|kind| kind.above).map(Quantity::whole).min();
                floor.is_none_or(|floor| size.reaches(floor)) && ceiling.is_none_or(|ceiling| size.least <= ceiling)
            }
            (below, above) => {
                below.is_none_or(|below| size.least < below) && above.is_none_or(|above| size.passes(above))
            }
        }
    }
}
