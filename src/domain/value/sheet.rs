//! A calculation as a sheet of cells, each an input or a formula over earlier ones. One sheet gives the figures on
//! screen, the formulas with their numbers put in, the live formulas of a spreadsheet, and the draws of a simulation:
//! so they can't differ.
use super::input::{Input, Unit};

/// One figure of the calculation.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Stable: `row.12.volume` for an input, `benefit.12.hours` or `npv` for a result.
    pub id: String,
    pub label: String,
    pub unit: Unit,
    pub content: Content,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    Input(Input),
    Formula(Expr),
}

/// A formula. It refers to cells before its own alone, so a sheet is worked out in one pass.
#[derive(Clone, Debug, PartialEq)]
pub enum Expr {
    /// A number of the method itself, such as 60 minutes an hour.
    Number(f64),
    /// The cell at this place of the sheet.
    Cell(usize),
    Sum(Vec<Expr>),
    Product(Vec<Expr>),
    /// The first less the second.
    Difference(Box<[Expr; 2]>),
    /// The first over the second; nothing, when the second is zero.
    Quotient(Box<[Expr; 2]>),
    /// A whole power.
    Power(Box<Expr>, u32),
    Least(Box<[Expr; 2]>),
    Most(Box<[Expr; 2]>),
}

/// Cells in the order of calculation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    pub cells: Vec<Cell>,
    /// The places of the inputs among the cells, in order.
    pub inputs: Vec<usize>,
}

impl Sheet {
    /// Adds a cell and tells its place.
    pub fn add(&mut self, id: impl Into<String>, label: impl Into<String>, unit: Unit, content: Content) -> usize {
        let place = self.cells.len();
        if matches!(content, Content::Input(_)) {
            self.inputs.push(place);
        }
        self.cells.push(Cell { id: id.into(), label: label.into(), unit, content });
        place
    }

    /// The formula of a cell; an input has none.
    pub fn formula(&self, place: usize) -> Option<&Expr> {
        match &self.cells.get(place)?.content {
            Content::Formula(formula) => Some(formula),
            Content::Input(_) => None,
        }
    }

    /// The input at a cell; a formula is none.
    pub fn input_at(&self, place: usize) -> Option<&Input> {
        match &self.cells.get(place)?.content {
            Content::Input(input) => Some(input),
            Content::Formula(_) => None,
        }
    }

    pub fn input(&self, number: usize) -> Option<&Input> {
        match &self.cells.get(*self.inputs.get(number)?)?.content {
            Content::Input(input) => Some(input),
            Content::Formula(_) => None,
        }
    }

    /// Every input at its likely figure, in the order of the inputs.
    pub fn likely(&self) -> Vec<f64> {
        (0..self.inputs.len()).filter_map(|number| self.input(number)).map(|input| input.range.likely).collect()
    }

    /// The value of every cell, given those of the inputs. What has no value (a quotient by zero, or what overflows)
    /// is not a number here and never leaves as one: ask [`figure`].
    pub fn evaluate(&self, inputs: &[f64]) -> Vec<f64> {
        let mut values = Vec::with_capacity(self.cells.len());
        let mut given = inputs.iter();
        for cell in &self.cells {
            let value = match &cell.content {
                Content::Input(_) => given.next().copied().unwrap_or(f64::NAN),
                Content::Formula(formula) => formula.value(&values),
            };
            values.push(value);
        }
        values
    }
}

impl Expr {
    pub fn difference(from: Self, less: Self) -> Self {
        Self::Difference(Box::new([from, less]))
    }

    pub fn quotient(of: Self, by: Self) -> Self {
        Self::Quotient(Box::new([of, by]))
    }

    pub fn least(one: Self, other: Self) -> Self {
        Self::Least(Box::new([one, other]))
    }

    pub fn most(one: Self, other: Self) -> Self {
        Self::Most(Box::new([one, other]))
    }

    /// Every cell that it refers to, as often as it does.
    pub fn each_cell(&self, see: &mut impl FnMut(usize)) {
        match self {
            Self::Number(_) => {}
            Self::Cell(place) => see(*place),
            Self::Sum(all) | Self::Product(all) => all.iter().for_each(|one| one.each_cell(see)),
            Self::Difference(pair) | Self::Quotient(pair) | Self::Least(pair) | Self::Most(pair) => {
                pair.iter().for_each(|one| one.each_cell(see));
            }
            Self::Power(base, _) => base.each_cell(see),
        }
    }

    /// The value over the cells before; the same operations in the same order wherever it is worked out.
    pub fn value(&self, cells: &[f64]) -> f64 {
        let pair = |pair: &[Self; 2]| (pair[0].value(cells), pair[1].value(cells));
        match self {
            Self::Number(number) => *number,
            Self::Cell(place) => cells.get(*place).copied().unwrap_or(f64::NAN),
            Self::Sum(terms) => terms.iter().fold(0.0, |sum, term| sum + term.value(cells)),
            Self::Product(factors) => factors.iter().fold(1.0, |product, factor| product * factor.value(cells)),
            Self::Difference(of) => {
                let (from, less) = pair(of);
                from - less
            }
            Self::Quotient(of) => {
                let (of, by) = pair(of);
                if by == 0.0 { f64::NAN } else { of / by }
            }
            Self::Power(base, exponent) => {
                let base = base.value(cells);
                (0..*exponent).fold(1.0, |power, _| power * base)
            }
            Self::Least(of) => {
                let (one, other) = pair(of);
                if one < other { one } else { other }
            }
            Self::Most(of) => {
                let (one, other) = pair(of);
                if one > other { one } else { other }
            }
        }
    }
}

/// Figures beyond this are a problem, not a number.
pub const LARGEST: f64 = 1e15;

/// A value as a figure that may be shown: none where there is no number or it is too large to mean anything.
pub fn figure(value: f64) -> Option<f64> {
    (value.abs() <= LARGEST).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::value::input::{Evidence, Range};

    fn input(likely: f64) -> Content {
        Content::Input(Input {
            range: Range::certain(likely),
            evidence: Evidence::Customer,
            source: String::new(),
            measured: None,
            least: 0.0,
            most: LARGEST,
            adverse: false,
        })
    }

    #[test]
    fn a_sheet_is_worked_out_in_one_pass() {
        let mut sheet = Sheet::default();
        let volume = sheet.add("volume", "volume", Unit::Count, input(2_400.0));
        let minutes = sheet.add("minutes", "minutes", Unit::Minutes, input(8.0));
        let product = Expr::Product(vec![Expr::Cell(volume), Expr::Cell(minutes)]);
        let hours = Expr::quotient(product, Expr::Number(60.0));
        let hours = sheet.add("hours", "hours", Unit::Hours, Content::Formula(hours));
        let none = Expr::quotient(Expr::Cell(hours), Expr::difference(Expr::Cell(minutes), Expr::Number(8.0)));
        let none = sheet.add("none", "none", Unit::Ratio, Content::Formula(none));
        let values = sheet.evaluate(&sheet.likely());
        assert_eq!(figure(values[hours]), Some(2_400.0 * 8.0 / 60.0));
        assert_eq!(figure(values[none]), None);
        assert_eq!(figure(sheet.evaluate(&[])[hours]), None);
    }
}
