//! The first tab: the headline figures, live and with names of their own, and a chart of the cash flow.
use super::book::{HELPERS, Writer, last_year, shown, years};
use super::flow::{self, Found, NONE, SEARCHES};
use super::layout::{CUMULATIVE, FLOW, NET, SUMMARY, TOP};
use super::style::Role;
use crate::domain::value::flow::Return;
use crate::domain::value::input::Unit;
use crate::domain::value::sheet::{LARGEST, figure};
use rust_xlsxwriter::{Chart, ChartType, Formula, Workbook, Worksheet, XlsxError};

/// One headline figure.
struct Headline {
    label: &'static str,
    /// In the workbook, for formulas of the reader's own.
    name: &'static str,
    unit: Unit,
    formula: String,
    result: String,
    says: &'static str,
}

pub fn write(writer: &Writer, workbook: &mut Workbook) -> Result<(), XlsxError> {
    let stamp = writer.book.stamp;
    let headlines = headlines(writer);
    let tab = writer.tab(workbook, SUMMARY, "Business case")?;
    tab.set_column_width(0, 36)?.set_column_width(1, 20)?.set_column_width(2, 90)?;
    let dated = format!("{}, {}, playbook {}", stamp.account, stamp.date.in_words(), stamp.version);
    writer.text(tab, 1, 0, &dated)?;
    for (column, head) in [(0, "Figure"), (1, "Value"), (2, "What it says")] {
        tab.write_string_with_format(TOP - 1, column, head, &writer.styles.head)?;
    }
    for (row, headline) in (TOP..).zip(&headlines) {
        tab.write_string_with_format(row, 0, headline.label, &writer.styles.strong)?;
        let formula = Formula::new(format!("={}", headline.formula)).set_result(&headline.result);
        tab.write_formula_with_format(row, 1, formula, &writer.styles.figure(headline.unit, Role::Headline))?;
        writer.text(tab, row, 2, headline.says)?;
    }
    let below = (TOP..).nth(headlines.len()).unwrap_or(TOP) + 1;
    let notes = [
        "Every figure here follows the inputs and settings: change one there, and these change with it.",
        "Released time is worth its cost only where somebody acts on it; it counts in the result only by choice.",
        &stamp.disclaimer,
    ];
    for (row, note) in (below..).zip(notes) {
        writer.text(tab, row, 0, note)?;
        tab.write_string_with_format(row, 0, note, &writer.styles.note)?;
    }
    chart(writer, tab, below + 4)?;
    for (row, headline) in (TOP..).zip(&headlines) {
        workbook.define_name(headline.name, &format!("='{SUMMARY}'!$B${}", row + 1))?;
    }
    Ok(())
}

/// A figure that has no value, or none that means anything, is a word.
fn guarded(formula: &str) -> String {
    format!("IFERROR(IF(ABS({formula})>{LARGEST},\"{NONE}\",{formula}),\"{NONE}\")")
}

fn headlines(writer: &Writer) -> Vec<Headline> {
    let (figures, book) = (&writer.book.model.figures, writer.book);
    let value = |place: usize| book.results.values.get(place).copied().and_then(figure);
    let figure = |label, name, unit, place: usize, says| {
        let address = writer.layout.address(place).map_or("NA()".into(), |address| address.text(SUMMARY));
        let result = value(place).map_or(NONE.into(), |value| format!("{value}"));
        Headline { label, name, unit, formula: guarded(&address), result, says }
    };
    let (net, discounted) = writer.flows();
    let mut headlines = vec![
        figure(
            "Net present value",
            "Net_present_value",
            Unit::Money,
            figures.npv,
            "Benefits that count less costs, each year's discounted to today",
        ),
        figure(
            "Return on investment",
            "Return_on_investment",
            Unit::Share,
            figures.roi,
            "Net present value over the present value of the costs (Total Economic Impact)",
        ),
        figure(
            "Return, undiscounted",
            "Return_undiscounted",
            Unit::Share,
            figures.roi_undiscounted,
            "All benefits less all costs, over all costs, nothing discounted: another definition, for comparison",
        ),
    ];
    headlines.push(payback(
        "Payback in months",
        "Payback_months",
        "From the start until the sum of the net cash flow is above zero for good; within a year it comes evenly",
        &net,
        NET,
        HELPERS + 1,
        book.plan.horizon,
    ));
    headlines.push(payback(
        "Payback, discounted",
        "Payback_discounted_months",
        "The same of the discounted net cash flow",
        &discounted,
        super::layout::DISCOUNTED,
        HELPERS + 5,
        book.plan.horizon,
    ));
    headlines.push(internal_rate(writer));
    headlines.extend([
        figure(
            "Present value of benefits",
            "Present_value_of_benefits",
            Unit::Money,
            figures.pv_benefits,
            "Of those that count",
        ),
        figure("Present value of costs", "Present_value_of_costs", Unit::Money, figures.pv_costs, "Adjusted for risk"),
        figure(
            "Cash",
            "Present_value_of_cash",
            Unit::Money,
            figures.pv_cash,
            "Present value of benefits that come as money",
        ),
        figure(
            "Released time",
            "Present_value_of_time",
            Unit::Money,
            figures.pv_time,
            "Present value of the hours released, at what they cost",
        ),
        figure(
            "Risk avoided",
            "Present_value_of_risk",
            Unit::Money,
            figures.pv_risk,
            "Present value of losses made less likely",
        ),
        figure(
            "Cost of delay per month",
            "Cost_of_delay_per_month",
            Unit::Money,
            figures.delay_month,
            "What a month of waiting forgoes, on average",
        ),
        figure("Hours released in the last year", "Hours_released", Unit::Hours, figures.hours, "Adjusted for risk"),
        figure(
            "Full-time equivalents",
            "Full_time_equivalents",
            Unit::Count,
            figures.full_time,
            "Those hours over a working year",
        ),
    ]);
    headlines
}

fn payback(
    label: &'static str,
    name: &'static str,
    says: &'static str,
    flows: &[f64],
    of: u32,
    first: u32,
    horizon: u32,
) -> Headline {
    let [_, _, months] = flow::payback(flows, of, first);
    let known = flows.iter().all(|flow| figure(*flow).is_some());
    let result = months.results.last().filter(|_| known).map_or(NONE.into(), shown);
    let formula = format!("IFERROR('{FLOW}'!${}${},\"{NONE}\")", last_year(horizon), first + 3);
    Headline { label, name, unit: Unit::Months, formula, result, says }
}

fn internal_rate(writer: &Writer) -> Headline {
    let horizon = writer.book.plan.horizon;
    let (changes, rates) = (years(HELPERS + 10, horizon), years(HELPERS + 12, SEARCHES - 1));
    let found = match writer.book.results.internal_rate {
        Return::Rate(rate) => Found::Number(rate),
        Return::None(_) => Found::Word(NONE),
    };
    let rate = format!("MAX({rates})");
    let none = format!("OR(SUM({changes})<>1,COUNT({rates})=0,{rate}<-0.99)");
    Headline {
        label: "Internal rate of return",
        name: "Internal_rate_of_return",
        unit: Unit::Share,
        formula: format!("IFERROR(IF({none},\"{NONE}\",{rate}),\"{NONE}\")"),
        result: shown(&found),
        says: "The discount rate at which the net present value is zero; only where the net cash flow changes its sign once",
    }
}

fn chart(writer: &Writer, tab: &mut Worksheet, row: u32) -> Result<(), XlsxError> {
    let horizon = writer.book.plan.horizon;
    let categories = years(TOP - 1, horizon);
    let mut columns = Chart::new(ChartType::Column);
    columns
        .add_series()
        .set_name("Net cash flow")
        .set_categories(categories.as_str())
        .set_values(years(NET, horizon).as_str());
    let mut line = Chart::new(ChartType::Line);
    line.add_series()
        .set_name("Cumulative")
        .set_categories(categories.as_str())
        .set_values(years(CUMULATIVE, horizon).as_str());
    columns.combine(&line);
    columns.title().set_name("Cash flow by year");
    columns.y_axis().set_name(&writer.book.plan.currency);
    columns.set_alt_text(
        "Net cash flow by year as columns, and their sum so far as a line; the figures stand on the tab Cash flow",
    );
    tab.insert_chart(row, 0, &columns)?;
    Ok(())
}
