//! A figure somebody gave: a single one or a range, with how well it is known and where it comes from.

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// In the plan's currency.
    Money,
    /// A share: 0.08 is 8 %.
    Share,
    Minutes,
    Hours,
    Count,
    Days,
    Months,
    /// A plain quotient.
    Ratio,
}

/// How likely the figures between the ends of a range are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Spread {
    /// Straight lines up to the likely figure and down again.
    #[default]
    Triangular,
    /// A smooth bell around the likely figure, which counts four times as much as an end.
    Pert,
}

/// `low ≤ likely ≤ high`; all three are one where nothing is uncertain.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    pub low: f64,
    pub likely: f64,
    pub high: f64,
    pub spread: Spread,
}

impl Range {
    pub const fn certain(value: f64) -> Self {
        Self { low: value, likely: value, high: value, spread: Spread::Triangular }
    }

    pub fn is_certain(&self) -> bool {
        self.low == self.high
    }
}

/// How well a figure is known, best first: a result is known no better than its least known input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Evidence {
    /// A: the customer's own figure.
    Customer,
    /// B: published.
    Published,
    /// C: an estimate.
    Estimate,
    /// D: a default of the playbook's.
    Default,
}

/// A figure with all that is known about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Input {
    pub range: Range,
    pub evidence: Evidence,
    /// Who said so, or where it stands; may be empty.
    pub source: String,
    /// What was measured after the proof of concept.
    pub measured: Option<f64>,
    /// The least and the most that this figure can be at all.
    pub least: f64,
    pub most: f64,
    /// More of it costs, so that the cautious case takes its high end.
    pub adverse: bool,
}
