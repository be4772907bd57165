//! What matters most: the net present value when one input is at its P10 or P90 and the others are as is likely.
use super::block::{BLOCK, Machine, Source};
use super::quantile::Quantile;
use super::tape::Tape;
use crate::domain::value::sheet::figure;

/// One bar of a tornado.
#[derive(Clone, Debug, PartialEq)]
pub struct Swing {
    /// The place among the sheet's inputs.
    pub input: usize,
    /// The input's own P10 and P90.
    pub low: f64,
    pub high: f64,
    /// The net present value there; none where it has no figure.
    pub at_low: Option<f64>,
    pub at_high: Option<f64>,
}

impl Swing {
    /// How long the bar is.
    pub fn width(&self) -> f64 {
        match (self.at_low, self.at_high) {
            (Some(low), Some(high)) => (high - low).abs(),
            _ => 0.0,
        }
    }
}

/// Every draw of a block has one input aside: two draws for each.
struct Aside<'a> {
    tape: &'a Tape,
    ends: &'a [[f64; 2]],
    first: usize,
}

impl Source for Aside<'_> {
    fn fill(&mut self, uncertain: usize, column: &mut [f64]) {
        let Some(entry) = self.tape.uncertain.get(uncertain) else { return };
        column.fill(entry.range.likely);
        let Some(own) = uncertain.checked_sub(self.first).map(|place| 2 * place) else { return };
        let Some(ends) = self.ends.get(uncertain) else { return };
        column.iter_mut().skip(own).zip(ends).for_each(|(figure, end)| *figure = *end);
    }
}

/// The bars, longest first; the tape's first result is the net present value.
pub fn tornado(tape: &Tape, quantiles: &[Quantile]) -> Vec<Swing> {
    let ends: Vec<[f64; 2]> = quantiles.iter().map(|quantile| [quantile.at(0.1), quantile.at(0.9)]).collect();
    let mut machine = Machine::new(tape);
    let mut swings = Vec::with_capacity(ends.len());
    for first in (0..ends.len()).step_by(BLOCK / 2) {
        machine.work(tape, &mut Aside { tape, ends: &ends, first });
        let Some(npv) = tape.results.first().map(|result| machine.column(*result)) else { continue };
        let inputs = tape.uncertain.iter().zip(&ends).skip(first).take(BLOCK / 2);
        swings.extend(inputs.enumerate().map(|(place, (entry, [low, high]))| Swing {
            input: entry.number,
            low: *low,
            high: *high,
            at_low: figure(npv.figure(2 * place)),
            at_high: figure(npv.figure(2 * place + 1)),
        }));
    }
    swings.sort_by(|one, other| other.width().total_cmp(&one.width()));
    swings
}
