//! A formula of the calculation as a spreadsheet's formula. The same operations, in cells that a reader may change.
use crate::domain::value::sheet::Expr;

/// Where a cell of the calculation stands in the workbook.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Address {
    pub tab: &'static str,
    /// Both from 0.
    pub row: u32,
    pub column: u16,
}

/// Spreadsheets allow 8,192 characters to a formula: a sum or product longer than this is worked out in pieces.
const LONGEST: usize = 2_000;
/// Functions take 255 arguments at most.
const ARGUMENTS: usize = 200;

/// One formula on its way: where its cells stand, on which tab it is itself, and the pieces it needed so far.
pub struct Translator<'a> {
    pub tab: &'static str,
    pub address: &'a dyn Fn(usize) -> Option<Address>,
    /// The cell for the piece of this number, beside the formula's own.
    pub piece: &'a dyn Fn(usize) -> Address,
    pub pieces: Vec<String>,
}

impl Address {
    /// `$C$7` on its own tab, else with the tab's name before it.
    pub fn text(&self, from: &str) -> String {
        let cell = format!("${}${}", letters(self.column), self.row + 1);
        if self.tab == from { cell } else { format!("'{}'!{cell}", self.tab) }
    }

    fn is_next_to(&self, after: &Self) -> bool {
        let right = self.row == after.row && self.column == after.column + 1;
        let below = self.column == after.column && self.row == after.row + 1;
        self.tab == after.tab && (right || below)
    }
}

/// The letters of a column: 0 is A, 26 is AA.
pub fn letters(column: u16) -> String {
    let mut letters = Vec::new();
    let mut left = u32::from(column) + 1;
    while left > 0 {
        let digit = (left - 1) % 26;
        letters.push(char::from(b'A' + u8::try_from(digit).unwrap_or_default()));
        left = (left - 1) / 26;
    }
    letters.into_iter().rev().collect()
}

impl Translator<'_> {
    /// The formula, without its equals sign. What has no value in the calculation is an error value here.
    pub fn formula(&mut self, expr: &Expr) -> String {
        match expr {
            Expr::Number(number) => literal(*number),
            Expr::Cell(place) => (self.address)(*place).map_or("NA()".into(), |address| address.text(self.tab)),
            Expr::Sum(terms) => self.sum(terms),
            Expr::Product(factors) => {
                let factors: Vec<String> = factors.iter().map(|factor| self.operand(factor)).collect();
                if factors.is_empty() { "1".into() } else { self.joined(factors, "*", |joined| joined) }
            }
            Expr::Difference(of) => self.pair(of, Self::operand, |[from, less]| format!("{from}-{less}")),
            Expr::Quotient(of) => self.pair(of, Self::operand, |[of, by]| format!("{of}/{by}")),
            Expr::Power(base, exponent) => format!("{}^{exponent}", self.operand(base)),
            Expr::Least(of) => self.pair(of, Self::formula, |[one, other]| format!("MIN({one},{other})")),
            Expr::Most(of) => self.pair(of, Self::formula, |[one, other]| format!("MAX({one},{other})")),
        }
    }

    fn pair(
        &mut self,
        [one, other]: &[Expr; 2],
        read: fn(&mut Self, &Expr) -> String,
        write: fn([String; 2]) -> String,
    ) -> String {
        let pair = [one, other].map(|operand| {
            let text = read(self, operand);
            if text.len() > LONGEST { self.set_aside(text) } else { text }
        });
        write(pair)
    }

    /// As part of a longer formula.
    fn operand(&mut self, expr: &Expr) -> String {
        let text = self.formula(expr);
        match expr {
            Expr::Number(number) if *number >= 0.0 => text,
            Expr::Cell(_) | Expr::Least(_) | Expr::Most(_) => text,
            _ => format!("({text})"),
        }
    }

    /// Cells that stand in a line are one range.
    fn sum(&mut self, terms: &[Expr]) -> String {
        let mut arguments: Vec<String> = Vec::new();
        let mut plain = true;
        let mut at = 0;
        while let Some(term) = terms.get(at) {
            let run = self.run(terms.get(at..).unwrap_or_default());
            if run.len() > 2 {
                plain = false;
                let ends = run.first().zip(run.last());
                arguments.extend(ends.map(|(first, last)| format!("{}:{}", first.text(self.tab), last.text(last.tab))));
                at += run.len();
            } else {
                arguments.push(self.operand(term));
                at += 1;
            }
        }
        match (arguments.as_slice(), plain) {
            ([], _) => "0".into(),
            ([only], true) => only.clone(),
            ([_, _], true) | ([_, _, _], true) => self.joined(arguments, "+", |joined| joined),
            _ => self.joined(arguments, ",", |joined| format!("SUM({joined})")),
        }
    }

    /// The addresses of the cells at the start that stand in one line.
    fn run(&self, terms: &[Expr]) -> Vec<Address> {
        let mut run: Vec<Address> = Vec::new();
        for term in terms {
            let Expr::Cell(place) = term else { break };
            let Some(address) = (self.address)(*place) else { break };
            let goes_on = match run.as_slice() {
                [] => true,
                [first] => address.is_next_to(first),
                [first, second, ..] => {
                    let along = first.row == second.row;
                    run.last().is_some_and(|last| address.is_next_to(last) && (address.row == last.row) == along)
                }
            };
            if !goes_on {
                break;
            }
            run.push(address);
        }
        run
    }

    /// Joins parts; too many or too long ones go into cells of their own, stretch by stretch.
    fn joined(&mut self, parts: Vec<String>, with: &str, wrap: fn(String) -> String) -> String {
        let length: usize = parts.iter().map(|part| part.len() + 1).sum();
        if length <= LONGEST && parts.len() <= ARGUMENTS || parts.len() < 2 {
            return wrap(parts.join(with));
        }
        let mut stretches = Vec::new();
        let mut stretch: Vec<String> = Vec::new();
        let mut length = 0;
        for part in parts {
            let part = if part.len() > LONGEST { self.set_aside(part) } else { part };
            if (length + part.len() > LONGEST || stretch.len() == ARGUMENTS) && !stretch.is_empty() {
                stretches.push(self.set_aside(wrap(stretch.join(with))));
                stretch = Vec::new();
                length = 0;
            }
            length += part.len() + 1;
            stretch.push(part);
        }
        match stretches.as_slice() {
            [] => wrap(stretch.join(with)),
            _ => {
                stretches.push(self.set_aside(wrap(stretch.join(with))));
                self.joined(stretches, with, wrap)
            }
        }
    }

    /// Puts a piece into a cell of its own and names that cell.
    fn set_aside(&mut self, piece: String) -> String {
        let address = (self.piece)(self.pieces.len());
        self.pieces.push(piece);
        address.text(self.tab)
    }
}

/// A number with all its digits.
fn literal(number: f64) -> String {
    if number.is_finite() { format!("{number}") } else { "NA()".into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cell n stands at row n of column B; those from 100 on in row 0, one column each; 999 on another tab.
    fn address(place: usize) -> Option<Address> {
        Some(match place {
            999 => Address { tab: "Other", row: 4, column: 2 },
            100.. => Address { tab: "Own", row: 0, column: u16::try_from(place - 100).ok()? },
            _ => Address { tab: "Own", row: u32::try_from(place).ok()?, column: 1 },
        })
    }

    fn piece(number: usize) -> Address {
        Address { tab: "Own", row: 50, column: 20 + u16::try_from(number).unwrap_or_default() }
    }

    fn translated(expr: &Expr) -> (String, Vec<String>) {
        let mut translator = Translator { tab: "Own", address: &address, piece: &piece, pieces: Vec::new() };
        let text = translator.formula(expr);
        (text, translator.pieces)
    }

    fn cells(places: impl IntoIterator<Item = usize>) -> Vec<Expr> {
        places.into_iter().map(Expr::Cell).collect()
    }

    #[test]
    fn operations_keep_their_order() {
        let hours = Expr::quotient(Expr::Product(cells([0, 1])), Expr::Number(60.0));
        let cases = [
            (hours.clone(), "($B$1*$B$2)/60"),
            (Expr::difference(Expr::Cell(0), Expr::difference(Expr::Cell(1), Expr::Cell(2))), "$B$1-($B$2-$B$3)"),
            (Expr::Power(Box::new(Expr::Sum(vec![Expr::Number(1.0), Expr::Cell(0)])), 3), "(1+$B$1)^3"),
            (Expr::Power(Box::new(Expr::Number(-2.0)), 2), "(-2)^2"),
            (Expr::least(hours, Expr::Number(1e15)), "MIN(($B$1*$B$2)/60,1000000000000000)"),
            (Expr::most(Expr::Cell(0), Expr::Number(0.1)), "MAX($B$1,0.1)"),
            (Expr::Product(vec![Expr::Cell(999), Expr::Number(-0.5)]), "'Other'!$C$5*(-0.5)"),
            (Expr::Sum(Vec::new()), "0"),
            (Expr::Product(Vec::new()), "1"),
        ];
        for (expr, text) in cases {
            assert_eq!(translated(&expr), (text.to_owned(), Vec::new()));
        }
    }

    #[test]
    fn cells_in_a_line_are_a_range() {
        let cases = [
            (vec![3, 4, 5, 6], "SUM($B$4:$B$7)"),
            (vec![100, 101, 102], "SUM($A$1:$C$1)"),
            (vec![3, 4, 5, 9, 12, 13, 14], "SUM($B$4:$B$6,$B$10,$B$13:$B$15)"),
            (vec![5, 4, 3], "$B$6+$B$5+$B$4"),
            (vec![3, 4], "$B$4+$B$5"),
        ];
        for (places, text) in cases {
            assert_eq!(translated(&Expr::Sum(cells(places))).0, text);
        }
    }

    #[test]
    fn what_is_too_long_for_one_cell_is_worked_out_in_pieces() {
        let terms: Vec<Expr> = (0..2_000).map(|at| Expr::Product(cells([at % 40 * 2, 999]))).collect();
        let (text, pieces) = translated(&Expr::quotient(Expr::Sum(terms), Expr::Number(60.0)));
        assert!(pieces.len() > 10 && text.ends_with("/60"), "{text}");
        assert!(pieces.iter().chain([&text]).all(|text| text.len() < 4_500));
        let products = pieces.iter().map(|piece| piece.matches("'Other'!$C$5").count()).sum::<usize>();
        assert_eq!(products, 2_000);
    }

    #[test]
    fn columns_are_lettered() {
        assert_eq!([0, 25, 26, 701, 702].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
