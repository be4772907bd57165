//! A cell's formula as a row of tokens, to be shown with names or with the numbers put in. Tokens keep cells and plain
//! numbers apart, so that a screen may format each by its unit and locale.
use super::print;
use super::sheet::{Expr, Sheet};

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Token {
    /// The cell at this place, by its name or its value.
    Cell(usize),
    /// A number of the method itself.
    Number(f64),
    Sign(Sign),
    /// A whole power of what stands before.
    Power(u32),
    /// So many further terms of a long sum are not listed.
    More(usize),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    Plus,
    Minus,
    Times,
    Over,
    Open,
    Close,
    LeastOf,
    MostOf,
    Comma,
}

impl Sign {
    /// As it stands in a line, with its spaces.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Plus => " + ",
            Self::Minus => " − ",
            Self::Times => " × ",
            Self::Over => " ÷ ",
            Self::Open => "(",
            Self::Close => ")",
            Self::LeastOf => "least of (",
            Self::MostOf => "most of (",
            Self::Comma => "; ",
        }
    }
}

/// A sum of more terms than this is cut.
const MOST_TERMS: usize = 8;
/// A product that takes in the products it is made of grows to at most so many tokens.
const MOST_TOKENS: usize = 21;

/// How tightly the place of a formula binds: a looser one needs parentheses there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Bind {
    /// The whole line, or an argument.
    Line,
    /// A term that something is taken from or added to.
    Term,
    /// A term that is taken away.
    Less,
    /// A factor.
    Factor,
    /// What is divided by, or raised.
    Tight,
}

/// The formula of a cell. A product is spelled out down to what it starts from, as far as that fits a line; an input has
/// no formula.
pub fn explain(sheet: &Sheet, place: usize) -> Vec<Token> {
    let Some(formula) = sheet.formula(place) else { return Vec::new() };
    let mut depth = 6;
    loop {
        let mut tokens = Vec::new();
        let mut writer = Writer { sheet, depth, tokens: &mut tokens };
        writer.write(formula, Bind::Line);
        if depth == 0 || tokens.len() <= MOST_TOKENS {
            return tokens;
        }
        depth -= 1;
    }
}

struct Writer<'a> {
    sheet: &'a Sheet,
    /// So many layers of products are taken in.
    depth: u32,
    tokens: &'a mut Vec<Token>,
}

impl Writer<'_> {
    fn sign(&mut self, sign: Sign) {
        self.tokens.push(Token::Sign(sign));
    }

    fn write(&mut self, formula: &Expr, bind: Bind) {
        let own = match formula {
            Expr::Number(_) | Expr::Cell(_) | Expr::Least(_) | Expr::Most(_) | Expr::Power(..) => None,
            Expr::Sum(_) | Expr::Difference(_) => Some(bind >= Bind::Less),
            Expr::Product(_) | Expr::Quotient(_) => Some(bind >= Bind::Tight),
        };
        let wrapped = own == Some(true);
        if wrapped {
            self.sign(Sign::Open);
        }
        self.bare(formula, bind);
        if wrapped {
            self.sign(Sign::Close);
        }
    }

    fn bare(&mut self, formula: &Expr, bind: Bind) {
        match formula {
            Expr::Number(number) => self.tokens.push(Token::Number(*number)),
            Expr::Cell(place) => self.cell(*place, bind),
            Expr::Sum(terms) => {
                let listed = if terms.len() > MOST_TERMS { MOST_TERMS - 2 } else { terms.len() };
                self.list(terms.iter().take(listed), Sign::Plus, Bind::Term);
                if listed < terms.len() {
                    self.sign(Sign::Plus);
                    self.tokens.push(Token::More(terms.len() - listed));
                }
            }
            Expr::Product(factors) => self.list(factors.iter(), Sign::Times, Bind::Factor),
            Expr::Difference(pair) => self.pair(pair, Sign::Minus, [Bind::Term, Bind::Less]),
            Expr::Quotient(pair) => self.pair(pair, Sign::Over, [Bind::Factor, Bind::Tight]),
            Expr::Power(base, exponent) => {
                self.write(base, Bind::Tight);
                self.tokens.push(Token::Power(*exponent));
            }
            Expr::Least(pair) => self.chosen(pair, Sign::LeastOf),
            Expr::Most(pair) => self.chosen(pair, Sign::MostOf),
        }
    }

    /// A cell that is a product itself is taken in where it stands in one; so is one that only repeats another.
    fn cell(&mut self, place: usize, bind: Bind) {
        match self.sheet.formula(place) {
            Some(Expr::Cell(other)) => self.cell(*other, bind),
            Some(Expr::Number(number)) => self.tokens.push(Token::Number(*number)),
            Some(formula @ (Expr::Product(_) | Expr::Quotient(_))) if self.depth > 0 && bind == Bind::Factor => {
                self.depth -= 1;
                self.write(formula, bind);
                self.depth += 1;
            }
            _ => self.tokens.push(Token::Cell(place)),
        }
    }

    fn list<'e>(&mut self, all: impl Iterator<Item = &'e Expr>, between: Sign, bind: Bind) {
        for (at, one) in all.enumerate() {
            if at > 0 {
                self.sign(between);
            }
            self.write(one, bind);
        }
    }

    fn pair(&mut self, pair: &[Expr; 2], between: Sign, [left, right]: [Bind; 2]) {
        let [one, other] = pair;
        self.write(one, left);
        self.sign(between);
        self.write(other, right);
    }

    fn chosen(&mut self, pair: &[Expr; 2], sign: Sign) {
        self.sign(sign);
        self.pair(pair, Sign::Comma, [Bind::Line, Bind::Line]);
        self.sign(Sign::Close);
    }
}

/// The formula with the names of what it is made of: "Invoices: Volume × …".
pub fn in_names(sheet: &Sheet, tokens: &[Token]) -> String {
    let name = |place: usize| sheet.cells.get(place).map_or_else(String::new, |cell| cell.label.clone());
    text(tokens, &name)
}

/// The formula with the numbers put in and what it comes to: "2,400 × 8 min ÷ 60 × $45 × 70 % = $10,080".
pub fn in_numbers(sheet: &Sheet, values: &[f64], place: usize, currency: &str) -> String {
    let value = |place: usize| shown(sheet, values, place, currency);
    let line = text(&explain(sheet, place), &value);
    if line.is_empty() { value(place) } else { [&line, " = ", &value(place)].concat() }
}

/// A cell's value with its unit, or "n/a" where it has none.
pub fn shown(sheet: &Sheet, values: &[f64], place: usize, currency: &str) -> String {
    let value = values.get(place).copied().and_then(super::sheet::figure);
    match (sheet.cells.get(place), value) {
        (Some(cell), Some(value)) => print::value(value, cell.unit, currency),
        _ => "n/a".into(),
    }
}

fn text(tokens: &[Token], cell: &dyn Fn(usize) -> String) -> String {
    let mut text = String::new();
    for token in tokens {
        match token {
            Token::Cell(place) => text.push_str(&cell(*place)),
            Token::Number(number) => text.push_str(&print::number(*number, 6).replace('-', "−")),
            Token::Sign(sign) => text.push_str(sign.text()),
            Token::Power(exponent) => text.push_str(&raised(*exponent)),
            Token::More(count) => text.push_str(&[&count.to_string(), " more"].concat()),
        }
    }
    text
}

/// A power in raised digits.
pub fn raised(exponent: u32) -> String {
    let digits = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    exponent.to_string().bytes().filter_map(|b| digits.get(usize::from(b.wrapping_sub(b'0')))).collect()
}
