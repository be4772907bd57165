//! Sheets for tests: the bare input, random sheets with every kind of formula, and a business case of ten inputs.
use fitproof::domain::value::input::{Evidence, Input, Range, Spread, Unit};
use fitproof::domain::value::sheet::{Content, Expr, LARGEST, Sheet};
use fitproof::domain::value::simulate::Asked;
use fitproof::domain::value::simulate::sequence::next;

pub fn input(range: Range) -> Content {
    let evidence = Evidence::Customer;
    let [least, most] = [-LARGEST, LARGEST];
    Content::Input(Input { range, evidence, source: String::new(), measured: None, least, most, adverse: false })
}

pub fn triangular(low: f64, likely: f64, high: f64) -> Range {
    Range { low, likely, high, spread: Spread::Triangular }
}

pub fn pert(low: f64, likely: f64, high: f64) -> Range {
    Range { low, likely, high, spread: Spread::Pert }
}

/// A sheet, and what is asked of it.
pub struct Case {
    pub sheet: Sheet,
    pub npv: usize,
    pub roi: Option<usize>,
    pub net: Vec<usize>,
    pub within: f64,
}

impl Case {
    pub fn asked(&self) -> Asked<'_> {
        Asked { sheet: &self.sheet, npv: self.npv, roi: self.roi, net: self.net.clone(), within: self.within }
    }

    /// One result that is a formula over the inputs; what pays back is the formula as well.
    pub fn of(ranges: &[Range], formula: Expr) -> Self {
        let mut sheet = Sheet::default();
        for (number, range) in ranges.iter().enumerate() {
            sheet.add(format!("input.{number}"), "", Unit::Ratio, input(*range));
        }
        let npv = sheet.add("npv", "", Unit::Money, Content::Formula(formula));
        Self { sheet, npv, roi: None, net: vec![npv], within: 12.0 }
    }
}

fn product(of: impl IntoIterator<Item = Expr>) -> Expr {
    Expr::Product(of.into_iter().collect())
}

/// Hours released over three years against what the change costs: ten triangular inputs.
pub fn ten_inputs(spread: Spread) -> Case {
    let mut sheet = Sheet::default();
    let mut add = |id: &str, content| sheet.add(id, id, Unit::Ratio, content);
    let mut range = |id: &str, low, likely, high| Expr::Cell(add(id, input(Range { low, likely, high, spread })));
    let volume = range("volume", 2_000.0, 2_400.0, 3_000.0);
    let minutes = range("minutes", 5.0, 8.0, 12.0);
    let errors = range("errors", 0.02, 0.05, 0.1);
    let fixing = range("fixing", 15.0, 30.0, 60.0);
    let automated = range("automated", 0.5, 0.7, 0.85);
    let hourly = range("hourly", 38.0, 45.0, 55.0);
    let licence = range("licence", 6_000.0, 8_000.0, 12_000.0);
    let work = range("work", 10_000.0, 15_000.0, 30_000.0);
    let upkeep = range("upkeep", 1_000.0, 2_000.0, 4_000.0);
    let ramp = range("ramp", 0.3, 0.5, 0.8);
    let repaired = product([errors, fixing]);
    let hours = Expr::quotient(product([volume, Expr::Sum(vec![minutes, repaired])]), Expr::Number(60.0));
    let hours = Expr::Cell(add("hours", Content::Formula(product([Expr::Number(12.0), hours, automated]))));
    let benefit = Expr::Cell(add("benefit", Content::Formula(product([hours, hourly]))));
    let cost = Expr::Cell(add("cost", Content::Formula(Expr::Sum(vec![licence, upkeep]))));
    let mut net = vec![add("net.0", Content::Formula(Expr::difference(Expr::Number(0.0), work.clone())))];
    for year in 1..=3 {
        let benefit = if year == 1 { product([benefit.clone(), ramp.clone()]) } else { benefit.clone() };
        net.push(add(&format!("net.{year}"), Content::Formula(Expr::difference(benefit, cost.clone()))));
    }
    let rate = Expr::Cell(add("rate", input(Range::certain(0.1))));
    let growth = Expr::Sum(vec![Expr::Number(1.0), rate]);
    let factor = |year: usize| Expr::Power(Box::new(growth.clone()), year as u32);
    let flows = net.iter().enumerate().map(|(year, place)| Expr::quotient(Expr::Cell(*place), factor(year)));
    let npv = add("npv", Content::Formula(Expr::Sum(flows.collect())));
    let costs = (1..=3).map(|year| Expr::quotient(cost.clone(), factor(year)));
    let costs = Expr::Cell(add("costs", Content::Formula(Expr::Sum([work].into_iter().chain(costs).collect()))));
    let roi = add("roi", Content::Formula(Expr::quotient(Expr::Cell(npv), costs)));
    Case { sheet, npv, roi: Some(roi), net, within: 12.0 }
}

/// Any sheet: every kind of formula over some inputs, certain ones, ranges and single ends.
pub fn any(number: u64) -> Case {
    let mut state = number;
    let mut sheet = Sheet::default();
    let inputs = 1 + below(&mut state, 12);
    for number in 0..inputs {
        let range = any_range(&mut state);
        sheet.add(format!("input.{number}"), "", Unit::Ratio, input(range));
    }
    for number in 0..3 + below(&mut state, 20) {
        let formula = any_formula(&mut state, sheet.cells.len(), 3);
        sheet.add(format!("formula.{number}"), "", Unit::Ratio, Content::Formula(formula));
    }
    let cells = sheet.cells.len();
    let net = (0..1 + below(&mut state, 4)).map(|_| inputs + below(&mut state, cells - inputs)).collect();
    let roi = (below(&mut state, 2) == 0).then(|| below(&mut state, cells));
    Case { sheet, npv: cells - 1, roi, net, within: 12.0 }
}

fn below(state: &mut u64, number: usize) -> usize {
    (next(state) >> 33) as usize % number
}

fn any_number(state: &mut u64) -> f64 {
    let size = [0.0, 0.01, 1.0, 40.0, 3_000.0][below(state, 5)];
    size * (below(state, 2_001) as f64 / 1_000.0 - 0.5)
}

fn any_range(state: &mut u64) -> Range {
    let mut ends = [any_number(state), any_number(state), any_number(state)];
    ends.sort_by(f64::total_cmp);
    let [low, likely, high] = ends;
    let likely = [low, likely, likely, likely, high][below(state, 5)];
    let spread = if below(state, 2) == 0 { Spread::Triangular } else { Spread::Pert };
    match below(state, 4) {
        0 => Range::certain(likely),
        _ => Range { low, likely, high, spread },
    }
}

fn any_formula(state: &mut u64, cells: usize, depth: usize) -> Expr {
    let kinds = if depth == 0 { 3 } else { 12 };
    let kind = below(state, kinds);
    let mut part = || any_formula(state, cells, depth - 1);
    match kind {
        0 => Expr::Number(any_number(state)),
        1 | 2 => Expr::Cell(below(state, cells)),
        3 | 4 => Expr::Sum(vec![part(), part(), part()]),
        5 => Expr::Product(vec![part(), part()]),
        6 => Expr::Product(vec![part(), part(), part()]),
        7 => Expr::difference(part(), part()),
        8 => Expr::quotient(part(), part()),
        9 => Expr::least(part(), part()),
        10 => Expr::most(part(), part()),
        _ => Expr::Power(Box::new(part()), below(state, 5) as u32),
    }
}
