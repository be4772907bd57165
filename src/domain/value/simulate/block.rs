//! Works a tape in blocks: each operation over a whole column of draws before the next one.
use super::tape::{Argument, Operation, Pair, Tape};

/// Draws that are worked together. A few dozen columns of them fit the processor's nearest memory.
pub const BLOCK: usize = 256;

/// Where the figures of the uncertain inputs come from.
pub trait Source {
    /// Fills the column with this block's figures of the input at that place in [`Tape::uncertain`].
    fn fill(&mut self, uncertain: usize, column: &mut [f64]);
}

/// The registers, each a column.
pub struct Machine {
    columns: Vec<Vec<f64>>,
}

impl Machine {
    pub fn new(tape: &Tape) -> Self {
        Self { columns: vec![vec![0.0; BLOCK]; tape.registers] }
    }

    /// Works one block.
    pub fn work(&mut self, tape: &Tape, source: &mut dyn Source) {
        for operation in &tape.operations {
            // No operation reads the register that it writes, so the column can be taken out while it is written.
            let Some(mut column) = self.columns.get_mut(operation.into()).map(std::mem::take) else { continue };
            match operation {
                Operation::Draw { uncertain, .. } => source.fill(*uncertain, &mut column),
                Operation::Pair { kind, left, right, .. } => self.pair(*kind, *left, *right, &mut column),
                Operation::Power { base, exponent, .. } => power(self.register(*base), *exponent, &mut column),
            }
            if let Some(place) = self.columns.get_mut(operation.into()) {
                *place = column;
            }
        }
    }

    fn register(&self, register: usize) -> &[f64] {
        self.columns.get(register).map_or(&[], Vec::as_slice)
    }

    /// The figures that an argument has in this block.
    pub fn column(&self, argument: Argument) -> Column<'_> {
        match argument {
            Argument::Number(number) => Column::Number(number),
            Argument::Register(register) => Column::Figures(self.register(register)),
        }
    }

    /// Each kind gets loops of its own, without a choice inside.
    fn pair(&self, kind: Pair, left: Argument, right: Argument, into: &mut [f64]) {
        let (left, right) = (self.column(left), self.column(right));
        match kind {
            Pair::Opening => each(left, right, into, |left, right| Pair::Opening.value(left, right)),
            Pair::Sum => each(left, right, into, |left, right| Pair::Sum.value(left, right)),
            Pair::Difference => each(left, right, into, |left, right| Pair::Difference.value(left, right)),
            Pair::Product => each(left, right, into, |left, right| Pair::Product.value(left, right)),
            Pair::Quotient => each(left, right, into, |left, right| Pair::Quotient.value(left, right)),
            Pair::Least => each(left, right, into, |left, right| Pair::Least.value(left, right)),
            Pair::Most => each(left, right, into, |left, right| Pair::Most.value(left, right)),
        }
    }
}

/// One figure for all draws of a block, or one for each.
#[derive(Clone, Copy)]
pub enum Column<'a> {
    Number(f64),
    Figures(&'a [f64]),
}

impl Column<'_> {
    /// The figure of one draw of the block.
    pub fn figure(&self, draw: usize) -> f64 {
        match self {
            Self::Number(number) => *number,
            Self::Figures(figures) => figures.get(draw).copied().unwrap_or(f64::NAN),
        }
    }
}

#[inline(always)]
fn each(left: Column, right: Column, into: &mut [f64], value: impl Fn(f64, f64) -> f64) {
    match (left, right) {
        (Column::Figures(left), Column::Figures(right)) => {
            for ((into, left), right) in into.iter_mut().zip(left).zip(right) {
                *into = value(*left, *right);
            }
        }
        (Column::Figures(left), Column::Number(right)) => {
            for (into, left) in into.iter_mut().zip(left) {
                *into = value(*left, right);
            }
        }
        (Column::Number(left), Column::Figures(right)) => {
            for (into, right) in into.iter_mut().zip(right) {
                *into = value(left, *right);
            }
        }
        (Column::Number(left), Column::Number(right)) => into.fill(value(left, right)),
    }
}

fn power(base: &[f64], exponent: u32, into: &mut [f64]) {
    into.fill(1.0);
    for _ in 0..exponent {
        for (power, base) in into.iter_mut().zip(base) {
            *power *= base;
        }
    }
}
