//! Round numbers: one, two or five times a power of ten. For the bounds of bins, and for how far a figure may be shown.
use crate::domain::value::input::Evidence;

/// One, two or five times ten to a power, kept apart so that rounding to it is exact also below one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unit {
    times: f64,
    power: i32,
}

impl Unit {
    pub fn value(self) -> f64 {
        match self.power >= 0 {
            true => self.times * ten(self.power),
            false => self.times / ten(-self.power),
        }
    }

    /// The nearest multiple.
    pub fn round(self, figure: f64) -> f64 {
        match self.power >= 0 {
            true => (figure / (self.times * ten(self.power))).round() * (self.times * ten(self.power)),
            false => (figure * ten(-self.power) / self.times).round() * self.times / ten(-self.power),
        }
    }

    /// How many places after the point a multiple has.
    pub fn places(self) -> usize {
        self.power.min(0).unsigned_abs() as usize
    }
}

fn ten(power: i32) -> f64 {
    (0..power).fold(1.0, |power, _| power * 10.0)
}

/// The largest round number not above the figure; none of zero, less, or what is too small or large to mean anything.
pub fn unit_below(figure: f64) -> Option<Unit> {
    (1e-12..=1e18).contains(&figure).then_some(())?;
    let descending = (-12..=18).rev().flat_map(|power| [5.0, 2.0, 1.0].map(|times| Unit { times, power }));
    descending.into_iter().find(|unit| unit.value() <= figure)
}

/// The smallest round number not below the figure: 1, 2, 2.5 or 5 times a power of ten; zero of zero or less.
pub fn up(figure: f64) -> f64 {
    let Some(below) = unit_below(figure) else { return 0.0 };
    let one = Unit { times: 1.0, power: below.power };
    let steps = [1.0, 2.0, 2.5, 5.0].map(|times| times * one.value());
    steps.into_iter().find(|step| *step >= figure).unwrap_or(Unit { times: 1.0, power: below.power + 1 }.value())
}

/// How fine a figure is shown, as a share of it, by how well it is known. A playbook says so.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Grain {
    pub customer: f64,
    pub published: f64,
    pub estimate: f64,
    pub default: f64,
}

impl Grain {
    pub const fn of(&self, evidence: Evidence) -> f64 {
        match evidence {
            Evidence::Customer => self.customer,
            Evidence::Published => self.published,
            Evidence::Estimate => self.estimate,
            Evidence::Default => self.default,
        }
    }
}

/// The unit that a figure with its P10 and P90 bears: the round number next below the larger of two, a tenth of what lies
/// between them and this share of the figure.
pub fn unit_of_evidence([p10, figure, p90]: [f64; 3], share: f64) -> Option<Unit> {
    unit_below(((p90 - p10) / 10.0).max(figure.abs() * share))
}

/// Figures rounded to what they bear. They share one unit, so that they can be compared.
pub fn round_to_evidence(figures: [f64; 3], share: f64) -> [f64; 3] {
    match unit_of_evidence(figures, share) {
        Some(unit) => figures.map(|figure| unit.round(figure)),
        None => figures,
    }
}
