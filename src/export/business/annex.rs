//! Everything behind the summary, so that it can be checked: inputs with their sources, the cash flow, every formula.
use super::{Business, words};
use crate::domain::problem::{Problem, Severity};
use crate::domain::value::break_even::{BreakEven, break_even, nearest_first};
use crate::domain::value::build::Year;
use crate::domain::value::explain;
use crate::domain::value::input::{Input, Unit};
use crate::domain::value::plan::Ramp;
use crate::domain::value::print;
use crate::domain::value::sheet::Content;
use crate::export::checklist::sign;
use crate::export::document::Document;

pub fn annex(business: &Business) -> Document {
    let plan = business.plan;
    let mut document = Document {
        title: format!("Business case: {}", business.stamp.account),
        subtitle: "Annex: inputs, sources and formulas".into(),
        ..Document::default()
    };
    document.heading(2, "Cash flow");
    let head: Vec<String> = (0..=plan.horizon).map(|year| format!("Year {year}")).collect();
    let head: Vec<&str> = std::iter::once("").chain(head.iter().map(String::as_str)).collect();
    document.table(&head, cash_flow(business));
    document.heading(2, "Method");
    document.list(method(business));
    document.heading(2, "Inputs");
    document.note("Each with its range, how well it is known, and where it comes from.");
    document.table(&["Input", "Likely", "Range", "Evidence", "Source", "Measured"], inputs(business));
    let must = must_hold_rows(business);
    if !must.is_empty() {
        document.heading(2, "What must be true");
        document.table(&["Input", "In this case", "At a net present value of zero"], must);
    }
    document.heading(2, "Formulas");
    document.note("Every step of the calculation with the likely figures put in; nothing is rounded between steps.");
    document.table(&["Step", "Formula"], formulas(business));
    if !business.problems.is_empty() {
        document.heading(2, "Open points");
        let told = |severity| business.problems.iter().filter(move |problem| problem.severity == severity);
        let problems = told(Severity::Error).chain(told(Severity::Warning));
        document.list(problems.map(Problem::sentences).collect());
    }
    sign(&mut document, business.stamp);
    document
}

type Line = (&'static str, fn(&Year) -> Option<usize>);

/// The rows of the cash-flow table.
pub const TABLE: [Line; 11] = [
    ("Adoption", |year| year.adoption),
    ("Cash", |year| year.kinds.first().copied()),
    ("Released time", |year| year.kinds.get(1).copied()),
    ("Risk avoided", |year| year.kinds.get(2).copied()),
    ("Benefits that count", |year| Some(year.benefit)),
    ("Costs", |year| Some(year.cost)),
    ("Net cash flow", |year| Some(year.net)),
    ("Cumulative", |year| Some(year.cumulative)),
    ("Discount factor", |year| Some(year.factor)),
    ("Discounted", |year| Some(year.discounted)),
    ("Cumulative, discounted", |year| Some(year.cumulative_discounted)),
];

fn cash_flow(business: &Business) -> Vec<Vec<String>> {
    let years = &business.model.figures.years;
    let row = |(label, of): Line| {
        let cells = years.iter().map(|year| of(year).map_or_else(String::new, |place| value(business, place)));
        std::iter::once(label.to_owned()).chain(cells).collect()
    };
    TABLE.into_iter().map(row).collect()
}

/// A cell's value with its unit.
pub fn value(business: &Business, place: usize) -> String {
    explain::shown(&business.model.sheet, &business.results.values, place, &business.plan.currency)
}

fn method(business: &Business) -> Vec<String> {
    let plan = business.plan;
    let ramp = match plan.ramp {
        Ramp::Years(_) => "Benefits arrive by a share for each year, as people take them up.",
        Ramp::Months(_) => "Benefits grow month by month, in a straight line, until everybody uses them.",
    };
    vec![
        format!("The result counts {}.", words::include(plan.include)),
        "Costs at the start stand in year 0 and are not discounted; year n is divided by (1 + discount rate)^n.".into(),
        "Benefits are adjusted down and costs up by a share for risk.".into(),
        ramp.into(),
        "Return on investment is the net present value over the present value of the costs, as Total Economic Impact defines it.".into(),
        "Within a year the cash flow comes evenly: so payback falls inside a year.".into(),
    ]
}

fn inputs(business: &Business) -> Vec<Vec<String>> {
    let sheet = &business.model.sheet;
    let cells = sheet.inputs.iter().filter_map(|place| sheet.cells.get(*place));
    let row = |label: &str, unit: Unit, input: &Input| {
        let print = |value: f64| print::value(value, unit, &business.plan.currency);
        let range = &input.range;
        let spread = if range.is_certain() {
            String::new()
        } else {
            format!("{} to {}, {}", print(range.low), print(range.high), words::spread(range.spread))
        };
        vec![
            label.to_owned(),
            print(range.likely),
            spread,
            words::evidence(input.evidence).to_owned(),
            input.source.clone(),
            input.measured.map_or_else(String::new, print),
        ]
    };
    let rows = cells.filter_map(|cell| match &cell.content {
        Content::Input(input) => Some(row(&cell.label, cell.unit, input)),
        Content::Formula(_) => None,
    });
    rows.collect()
}

/// An input, what it is in this case, and what it is where the case comes to nothing; those first that are nearest to it.
pub fn must_hold_rows(business: &Business) -> Vec<Vec<String>> {
    let line = |(place, even): (usize, BreakEven)| {
        let (cell, BreakEven::At(value)) = (business.model.sheet.cells.get(place)?, even) else { return None };
        let at_zero = print::value(value, cell.unit, &business.plan.currency);
        Some(vec![cell.label.clone(), self::value(business, place), at_zero])
    };
    nearest_first(business.model, break_even(business.model)).into_iter().filter_map(line).collect()
}

fn formulas(business: &Business) -> Vec<Vec<String>> {
    let (sheet, values) = (&business.model.sheet, &business.results.values);
    let rows = sheet.cells.iter().enumerate().filter_map(|(place, cell)| match &cell.content {
        Content::Formula(_) => {
            Some(vec![cell.label.clone(), explain::in_numbers(sheet, values, place, &business.plan.currency)])
        }
        Content::Input(_) => None,
    });
    rows.collect()
}
