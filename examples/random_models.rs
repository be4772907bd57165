//! Writes 200 random models and what the simulation says of them, as JSON for `tests/python/simulation.py`: the inputs
//! with their ranges, each formula as a Python expression over the cells before it, and the outcomes. First a line of
//! quantiles of PERT, then a line for each model.
#[path = "../tests/simulate/sheets.rs"]
#[expect(dead_code, reason = "the tests use the rest of it")]
mod sheets;

use fitproof::domain::value::input::Spread;
use fitproof::domain::value::sheet::{Content, Expr};
use fitproof::domain::value::simulate::pert::Table;
use fitproof::domain::value::simulate::summary::Summary;
use fitproof::domain::value::simulate::{Outcomes, Sequence, simulate};

const MODELS: u64 = 200;
const DRAWS: usize = 1 << 16;

fn main() {
    println!("{}", quantiles());
    for number in 0..MODELS {
        // Two are business cases, the others anything.
        let case = match number {
            0 => sheets::ten_inputs(Spread::Triangular),
            1 => sheets::ten_inputs(Spread::Pert),
            _ => sheets::any(1_000_000 + number),
        };
        let sequence = if number % 4 == 3 { Sequence::Plain } else { Sequence::Quasi };
        let outcomes = simulate(&case.asked(), number, DRAWS, sequence);
        println!("{}", model(&case, &outcomes));
    }
}

/// Shape, share and quantile, also far out.
fn quantiles() -> String {
    let mut all = Vec::new();
    for step in 0..=40 {
        let alpha = 1.0 + f64::from(step) / 10.0;
        let table = Table::new(alpha);
        let tail = (10..=240).map(|tenth| 2.0f64.powf(-f64::from(tenth) / 10.0));
        let shares = tail.flat_map(|share| [share, 1.0 - share]).chain((1..500).map(|part| f64::from(part) / 500.0));
        all.extend(shares.map(|share| format!("[{alpha:?},{share:?},{:?}]", table.quantile(share))));
    }
    format!("[{}]", all.join(","))
}

fn model(case: &sheets::Case, outcomes: &Outcomes) -> String {
    let cells: Vec<String> = case.sheet.cells.iter().map(|cell| content(&cell.content)).collect();
    let roi = case.roi.map_or("null".to_owned(), |place| place.to_string());
    let found = [
        format!("\"npv\":{}", summary(&outcomes.npv)),
        format!("\"roi\":{}", outcomes.roi.as_ref().map_or("null".into(), summary)),
        format!("\"payback_without\":{}", outcomes.payback.without),
        format!("\"payback_within\":{}", number(outcomes.payback.within)),
        format!("\"payback_ever\":{}", number(outcomes.payback.ever)),
    ];
    format!(
        "{{\"cells\":[{}],\"npv\":{},\"roi\":{roi},\"net\":{:?},\"within\":{:?},\"draws\":{DRAWS},\"found\":{{{}}}}}",
        cells.join(","),
        case.npv,
        case.net,
        case.within,
        found.join(",")
    )
}

fn number(number: Option<f64>) -> String {
    number.map_or("null".into(), |number| format!("{number:?}"))
}

fn summary(summary: &Summary) -> String {
    let figures = summary.figures.as_ref().map_or("null".to_owned(), |figures| {
        format!("[{:?},{:?},{:?},{:?}]", figures.mean, figures.p10, figures.p50, figures.p90)
    });
    format!("{{\"without\":{},\"figures\":{figures}}}", summary.without)
}

fn content(content: &Content) -> String {
    match content {
        Content::Formula(formula) => format!("\"{}\"", expression(formula)),
        Content::Input(input) => {
            let range = &input.range;
            let shape = if range.spread == Spread::Pert { "pert" } else { "triangular" };
            format!("[{:?},{:?},{:?},\"{shape}\"]", range.low, range.likely, range.high)
        }
    }
}

fn expression(formula: &Expr) -> String {
    let list = |of: &[Expr], between: &str| of.iter().map(expression).collect::<Vec<_>>().join(between);
    match formula {
        Expr::Number(number) => format!("({number:?})"),
        Expr::Cell(place) => format!("c[{place}]"),
        Expr::Sum(of) => format!("(0.0 + {})", list(of, " + ")),
        Expr::Product(of) => format!("(1.0 * {})", list(of, " * ")),
        Expr::Difference(of) => format!("({})", list(of.as_slice(), " - ")),
        Expr::Quotient(of) => format!("quotient({})", list(of.as_slice(), ", ")),
        Expr::Power(base, exponent) => format!("power({}, {exponent})", expression(base)),
        Expr::Least(of) => format!("least({})", list(of.as_slice(), ", ")),
        Expr::Most(of) => format!("most({})", list(of.as_slice(), ", ")),
    }
}
