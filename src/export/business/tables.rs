//! The cash flow and the inputs as CSV, figures unrounded.
use super::annex::TABLE;
use super::{Business, words};
use crate::domain::value::build::Year;
use crate::domain::value::sheet::{Content, figure};
use crate::export::csv::{self, Cell};
use crate::export::picture::{Period, Scene, cash_flow};

/// Year by year.
pub fn cash_flow_csv(business: &Business) -> String {
    let years = &business.model.figures.years;
    let head = (0..years.len()).map(|year| Cell::Text(format!("Year {year}")));
    let mut rows: Vec<Vec<Cell>> =
        vec![std::iter::once(Cell::Text(business.plan.currency.clone())).chain(head).collect()];
    for (label, of) in TABLE {
        let cells = years.iter().map(|year| Cell::Number(of(year).and_then(|place| business.value(place))));
        rows.push(std::iter::once(label.into()).chain(cells).collect());
    }
    csv::write(&rows)
}

/// The same as a picture.
pub fn cash_flow_picture(business: &Business, width: f64) -> Scene {
    let at = |place: usize| business.value(place).unwrap_or(0.0);
    let years = business.model.figures.years.iter().enumerate();
    let period = |(number, year): (usize, &Year)| Period {
        label: format!("Year {number}"),
        benefits: at(year.benefit),
        costs: at(year.cost),
        net: at(year.net),
        cumulative: at(year.cumulative),
    };
    let periods: Vec<Period> = years.map(period).collect();
    let ends = periods.last().map_or(0.0, |last| last.cumulative);
    let description =
        format!("Net cash flow year by year and what it adds up to: {} at the end.", business.money(Some(ends)));
    cash_flow("Cash flow", description, &periods, &|value| business.money(Some(value)), width)
}

/// Every input with its range, evidence and source.
pub fn inputs_csv(business: &Business) -> String {
    let head = ["Id", "Input", "Unit", "Likely", "Low", "High", "Spread", "Evidence", "Source", "Measured"];
    let mut rows: Vec<Vec<Cell>> = vec![head.into_iter().map(Cell::from).collect()];
    let sheet = &business.model.sheet;
    for cell in sheet.inputs.iter().filter_map(|place| sheet.cells.get(*place)) {
        let Content::Input(input) = &cell.content else { continue };
        let range = &input.range;
        let number = |value: f64| Cell::Number(figure(value));
        rows.push(vec![
            cell.id.as_str().into(),
            cell.label.as_str().into(),
            // A share is written as a share: 0.08, not 8.
            words::unit(cell.unit, &business.plan.currency).replace('%', "share").as_str().into(),
            number(range.likely),
            number(range.low),
            number(range.high),
            words::spread(range.spread).into(),
            words::tier(input.evidence).into(),
            input.source.as_str().into(),
            Cell::Number(input.measured),
        ]);
    }
    csv::write(&rows)
}
