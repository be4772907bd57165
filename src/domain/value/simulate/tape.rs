//! A sheet as a flat list of operations over registers: what certain inputs alone decide is worked out once, what no
//! result needs is left out. Each operation is one of [`Expr::value`]'s, in its order, so the bits are the same.
use super::registers;
use crate::domain::value::input::Range;
use crate::domain::value::sheet::{Content, Expr, Sheet};

/// A number known beforehand, or the register that holds a different one in every draw.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Argument {
    Number(f64),
    Register(usize),
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Operation {
    /// Fills a register with an uncertain input: the place in [`Tape::uncertain`].
    Draw {
        into: usize,
        uncertain: usize,
    },
    Pair {
        kind: Pair,
        into: usize,
        left: Argument,
        right: Argument,
    },
    Power {
        into: usize,
        base: usize,
        exponent: u32,
    },
}

/// An operation on two figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pair {
    /// `0 + left + right`, as every sum begins: it makes of −0 a 0.
    Opening,
    Sum,
    Difference,
    Product,
    Quotient,
    Least,
    Most,
}

impl Pair {
    /// The one place where it says what each means.
    #[inline(always)]
    pub fn value(self, left: f64, right: f64) -> f64 {
        match self {
            Self::Opening => 0.0 + left + right,
            Self::Sum => left + right,
            Self::Difference => left - right,
            Self::Product => left * right,
            Self::Quotient => {
                if right == 0.0 {
                    f64::NAN
                } else {
                    left / right
                }
            }
            Self::Least => {
                if left < right {
                    left
                } else {
                    right
                }
            }
            Self::Most => {
                if left > right {
                    left
                } else {
                    right
                }
            }
        }
    }
}

/// An input that is a range.
#[derive(Clone, Debug, PartialEq)]
pub struct Uncertain {
    /// Its place among the sheet's inputs.
    pub number: usize,
    pub range: Range,
}

/// What is done for every draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Tape {
    pub operations: Vec<Operation>,
    /// How many registers are needed at once.
    pub registers: usize,
    /// Every uncertain input of the sheet, in its order, also one that no result needs.
    pub uncertain: Vec<Uncertain>,
    /// Where the wanted cells stand at the end, in the order in which they were asked for.
    pub results: Vec<Argument>,
}

/// Compiles what the cells at the given places need.
pub fn compile(sheet: &Sheet, wanted: &[usize]) -> Tape {
    let needed = needed(sheet, wanted);
    let mut compiler = Compiler { cells: Vec::with_capacity(sheet.cells.len()), operations: Vec::new(), next: 0 };
    let mut uncertain = Vec::new();
    let mut inputs = 0;
    for (cell, needed) in sheet.cells.iter().zip(needed) {
        let argument = match &cell.content {
            Content::Input(input) => {
                let number = inputs;
                inputs += 1;
                if !uncertain_range(&input.range) {
                    Argument::Number(input.range.likely)
                } else {
                    uncertain.push(Uncertain { number, range: input.range });
                    compiler.cells.push(Place::Waiting(uncertain.len() - 1));
                    continue;
                }
            }
            Content::Formula(formula) if needed => compiler.expression(formula),
            Content::Formula(_) => Argument::Number(f64::NAN),
        };
        compiler.cells.push(Place::Known(argument));
    }
    let results: Vec<Argument> = wanted.iter().map(|place| compiler.cell(*place)).collect();
    registers::share(Tape { operations: compiler.operations, registers: compiler.next, uncertain, results })
}

/// A range in the wrong order says nothing: its likely figure is taken alone (the person is told at the field).
fn uncertain_range(range: &Range) -> bool {
    !range.is_certain()
        && range.low <= range.likely
        && range.likely <= range.high
        && (range.high - range.low).is_finite()
}

/// Which cells the wanted ones are worked out from, themselves included.
fn needed(sheet: &Sheet, wanted: &[usize]) -> Vec<bool> {
    let mut needed = vec![false; sheet.cells.len()];
    wanted.iter().for_each(|place| mark(&mut needed, *place));
    for (place, cell) in sheet.cells.iter().enumerate().rev() {
        if let (Some(true), Content::Formula(formula)) = (needed.get(place), &cell.content) {
            references(formula, &mut |earlier| mark(&mut needed, earlier));
        }
    }
    needed
}

fn mark(needed: &mut [bool], place: usize) {
    if let Some(cell) = needed.get_mut(place) {
        *cell = true;
    }
}

fn references(formula: &Expr, see: &mut impl FnMut(usize)) {
    match formula {
        Expr::Number(_) => {}
        Expr::Cell(place) => see(*place),
        Expr::Sum(of) | Expr::Product(of) => of.iter().for_each(|part| references(part, see)),
        Expr::Difference(of) | Expr::Quotient(of) | Expr::Least(of) | Expr::Most(of) => {
            of.iter().for_each(|part| references(part, see));
        }
        Expr::Power(base, _) => references(base, see),
    }
}

/// Where a cell stands.
#[derive(Clone, Copy)]
enum Place {
    Known(Argument),
    /// An uncertain input is drawn where it is first needed, so that few registers are held at once.
    Waiting(usize),
}

struct Compiler {
    /// The cells so far.
    cells: Vec<Place>,
    operations: Vec<Operation>,
    /// The first register that was never used: registers are shared in a second pass.
    next: usize,
}

impl Compiler {
    /// A cell that is not there, or not yet, has no value.
    fn cell(&mut self, place: usize) -> Argument {
        match self.cells.get(place).copied() {
            None => Argument::Number(f64::NAN),
            Some(Place::Known(argument)) => argument,
            Some(Place::Waiting(uncertain)) => {
                let into = self.register();
                self.operations.push(Operation::Draw { into, uncertain });
                let drawn = Argument::Register(into);
                self.cells.get_mut(place).into_iter().for_each(|cell| *cell = Place::Known(drawn));
                drawn
            }
        }
    }

    fn register(&mut self) -> usize {
        self.next += 1;
        self.next - 1
    }

    fn pair(&mut self, kind: Pair, left: Argument, right: Argument) -> Argument {
        if let (Argument::Number(left), Argument::Number(right)) = (left, right) {
            return Argument::Number(kind.value(left, right));
        }
        let into = self.register();
        self.operations.push(Operation::Pair { kind, into, left, right });
        Argument::Register(into)
    }

    fn both(&mut self, kind: Pair, of: &[Expr; 2]) -> Argument {
        let [left, right] = of;
        let left = self.expression(left);
        let right = self.expression(right);
        self.pair(kind, left, right)
    }

    fn expression(&mut self, formula: &Expr) -> Argument {
        match formula {
            Expr::Number(number) => Argument::Number(*number),
            Expr::Cell(place) => self.cell(*place),
            Expr::Sum(terms) => self.sum(terms),
            Expr::Product(factors) => self.product(factors),
            Expr::Difference(of) => self.both(Pair::Difference, of),
            Expr::Quotient(of) => self.both(Pair::Quotient, of),
            Expr::Least(of) => self.both(Pair::Least, of),
            Expr::Most(of) => self.both(Pair::Most, of),
            Expr::Power(base, exponent) => {
                let base = self.expression(base);
                self.power(base, *exponent)
            }
        }
    }

    /// Numbers in front are added beforehand, never those after a register: that would change the order.
    fn sum(&mut self, terms: &[Expr]) -> Argument {
        let mut total = Argument::Number(0.0);
        let mut rest = terms.iter();
        while let Some(term) = rest.next() {
            let term = self.expression(term);
            total = match (total, term) {
                (Argument::Number(0.0), Argument::Register(_)) => match rest.next() {
                    Some(second) => {
                        let second = self.expression(second);
                        self.pair(Pair::Opening, term, second)
                    }
                    None => self.pair(Pair::Sum, total, term),
                },
                _ => self.pair(Pair::Sum, total, term),
            };
        }
        total
    }

    /// One times a figure is that figure, to the bit.
    fn product(&mut self, factors: &[Expr]) -> Argument {
        let mut product = Argument::Number(1.0);
        for factor in factors {
            let factor = self.expression(factor);
            product = match product {
                Argument::Number(1.0) => factor,
                _ => self.pair(Pair::Product, product, factor),
            };
        }
        product
    }

    fn power(&mut self, base: Argument, exponent: u32) -> Argument {
        match (base, exponent) {
            (_, 0) => Argument::Number(1.0),
            (Argument::Number(base), _) => Argument::Number((0..exponent).fold(1.0, |power, _| power * base)),
            (Argument::Register(_), 1) => base,
            (Argument::Register(base), _) => {
                let into = self.register();
                self.operations.push(Operation::Power { into, base, exponent });
                Argument::Register(into)
            }
        }
    }
}
