//! What rests on what in a sheet: the inputs under a cell, how well they are known, and which way each one pulls.
use super::input::Evidence;
use super::sheet::{Content, Expr, Sheet};

/// Which cells a cell rests on, itself among them.
pub fn under(sheet: &Sheet, place: usize) -> Vec<bool> {
    let mut under = vec![false; sheet.cells.len()];
    if let Some(own) = under.get_mut(place) {
        *own = true;
    }
    for at in (0..sheet.cells.len()).rev() {
        if under.get(at) != Some(&true) {
            continue;
        }
        if let Some(formula) = sheet.formula(at) {
            formula.each_cell(&mut |cell| {
                if let Some(mark) = under.get_mut(cell) {
                    *mark = true;
                }
            });
        }
    }
    under
}

/// The places of the inputs that a cell rests on.
pub fn inputs(sheet: &Sheet, place: usize) -> Vec<usize> {
    let under = under(sheet, place);
    sheet.inputs.iter().copied().filter(|input| under.get(*input) == Some(&true)).collect()
}

/// How well each cell is known: as its least known input. None where it rests on no input.
pub fn tiers(sheet: &Sheet) -> Vec<Option<Evidence>> {
    let mut tiers: Vec<Option<Evidence>> = Vec::with_capacity(sheet.cells.len());
    for cell in &sheet.cells {
        let tier = match &cell.content {
            Content::Input(input) => Some(input.evidence),
            Content::Formula(formula) => {
                let mut least = None;
                formula.each_cell(&mut |at| least = least.max(tiers.get(at).copied().flatten()));
                least
            }
        };
        tiers.push(tier);
    }
    tiers
}

/// The inputs that keep a cell from being better known: those of its lowest tier.
pub fn weakest(sheet: &Sheet, place: usize) -> Vec<usize> {
    let tier = |place: &usize| sheet.input_at(*place).map(|input| input.evidence);
    let all = inputs(sheet, place);
    let lowest = all.iter().filter_map(tier).max();
    all.into_iter().filter(|place| tier(place) == lowest).collect()
}

/// How much a cell grows for each bit that another one grows, for every cell before it.
pub fn slopes(sheet: &Sheet, values: &[f64], place: usize) -> Vec<f64> {
    let mut slopes = vec![0.0; sheet.cells.len()];
    if let Some(own) = slopes.get_mut(place) {
        *own = 1.0;
    }
    for at in (0..sheet.cells.len()).rev() {
        let slope = slopes.get(at).copied().unwrap_or(0.0);
        if let (Some(formula), true) = (sheet.formula(at), slope != 0.0) {
            spread(formula, slope, values, &mut slopes);
        }
    }
    slopes
}

/// Hands a formula's slope on to the cells it refers to.
fn spread(formula: &Expr, slope: f64, values: &[f64], slopes: &mut [f64]) {
    match formula {
        Expr::Number(_) => {}
        Expr::Cell(place) => {
            if let Some(own) = slopes.get_mut(*place) {
                *own += slope;
            }
        }
        Expr::Sum(terms) => terms.iter().for_each(|term| spread(term, slope, values, slopes)),
        Expr::Product(factors) => {
            let sizes: Vec<f64> = factors.iter().map(|factor| factor.value(values)).collect();
            for (at, factor) in factors.iter().enumerate() {
                let others = sizes.iter().enumerate().filter(|(other, _)| *other != at);
                spread(factor, slope * others.map(|(_, size)| size).product::<f64>(), values, slopes);
            }
        }
        Expr::Difference(pair) => {
            let [from, less] = pair.as_ref();
            spread(from, slope, values, slopes);
            spread(less, -slope, values, slopes);
        }
        Expr::Quotient(pair) => {
            let [of, by] = pair.as_ref();
            let size = by.value(values);
            spread(of, slope / size, values, slopes);
            spread(by, -slope * of.value(values) / (size * size), values, slopes);
        }
        Expr::Power(base, exponent) => {
            let size = base.value(values);
            let lower = (1..*exponent).fold(f64::from(*exponent), |power, _| power * size);
            spread(base, if *exponent == 0 { 0.0 } else { slope * lower }, values, slopes);
        }
        Expr::Least(pair) | Expr::Most(pair) => {
            let [one, other] = pair.as_ref();
            let (first, second) = (one.value(values), other.value(values));
            let first = if matches!(formula, Expr::Least(_)) { first < second } else { first > second };
            spread(if first { one } else { other }, slope, values, slopes);
        }
    }
}
