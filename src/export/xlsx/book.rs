//! Writes the tabs: inputs to change, formulas that follow, each with what the app worked out.
use super::flow::{self, Found, Helper};
use super::layout::{self, BENEFITS, COSTS, FLOW, INPUTS, Layout, Line, PROCESSES, SETTINGS, TOP, YEAR_0};
use super::style::{Role, Styles};
use super::summary;
use super::translate::{Address, Translator};
use crate::domain::value::flow::Return;
use crate::domain::value::input::{Input, Unit};
use crate::domain::value::plan::Ramp;
use crate::domain::value::result::Results;
use crate::domain::value::sheet::{Cell, Content, Expr};
use crate::domain::value::{Model, Plan};
use crate::export::business::words;
use crate::export::checklist::Stamp;
use crate::export::document::{clean, line};
use rust_xlsxwriter::{Formula, Workbook, Worksheet, XlsxError};

/// What a workbook is written from.
#[derive(Clone, Copy, Debug)]
pub struct Book<'a> {
    pub stamp: &'a Stamp,
    pub plan: &'a Plan,
    pub model: &'a Model,
    /// At the likely figures.
    pub results: &'a Results,
}

/// Where pieces of long formulas stand: right of all that is read.
const PIECES: u16 = 26;
/// Longer texts than a cell takes are cut.
const TEXT: usize = 32_000;
/// The first row of the helpers below the table: a heading and three rows, twice, a heading and four rows.
pub const HELPERS: u32 = TOP + 12;

pub struct Writer<'a> {
    pub book: Book<'a>,
    pub layout: Layout,
    pub styles: Styles,
}

pub fn tabs(book: Book, workbook: &mut Workbook) -> Result<(), XlsxError> {
    let writer = Writer { book, layout: Layout::of(book.model), styles: Styles::new(&book.plan.currency) };
    summary::write(&writer, workbook)?;
    writer.inputs(writer.tab(workbook, INPUTS, "Inputs: change a likely figure and everything follows")?)?;
    for (name, title) in [(PROCESSES, "Hours of the processes"), (COSTS, "Costs")] {
        let tab = writer.tab(workbook, name, title)?;
        writer.head(tab, &["", "Value", "Unit"])?;
        writer.lines(tab, name)?;
    }
    let years = 1..=book.plan.horizon;
    let tab = writer.tab(workbook, BENEFITS, "Benefits")?;
    let years: Vec<String> = years.map(|year| format!("Year {year}")).collect();
    let head: Vec<&str> =
        ["", "At full adoption", "Unit"].into_iter().chain(years.iter().map(String::as_str)).collect();
    writer.head(tab, &head)?;
    writer.lines(tab, BENEFITS)?;
    writer.flow(writer.tab(workbook, FLOW, "Cash flow")?)?;
    writer.settings(writer.tab(workbook, SETTINGS, "Settings")?)
}

impl<'a> Writer<'a> {
    /// A new tab, set up for print.
    pub fn tab<'w>(&self, workbook: &'w mut Workbook, name: &str, title: &str) -> Result<&'w mut Worksheet, XlsxError> {
        let tab = workbook.add_worksheet();
        let foot = line(&format!("{} · playbook {}", self.book.stamp.account, self.book.stamp.version));
        // An ampersand begins a code in a footer.
        let foot: String = foot.replace('&', "&&").chars().take(120).collect();
        tab.set_name(name)?.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
        tab.set_footer(format!("&L{foot}&RPage &P of &N")).set_screen_gridlines(false);
        tab.set_column_width(0, 46)?;
        for column in 1..14 {
            tab.set_column_width(column, 17)?;
        }
        tab.write_string_with_format(0, 0, title, &self.styles.title)?;
        Ok(tab)
    }

    pub fn text(&self, tab: &mut Worksheet, row: u32, column: u16, text: &str) -> Result<(), XlsxError> {
        let text: String = clean(text).chars().take(TEXT).collect();
        tab.write_string_with_format(row, column, text, &self.styles.text)?;
        Ok(())
    }

    fn head(&self, tab: &mut Worksheet, names: &[&str]) -> Result<(), XlsxError> {
        for (column, name) in (0..).zip(names) {
            tab.write_string_with_format(TOP - 1, column, *name, &self.styles.head)?;
        }
        tab.set_freeze_panes(TOP, 1)?.set_repeat_rows(TOP - 1, TOP - 1)?;
        Ok(())
    }

    fn lines(&self, tab: &mut Worksheet, name: &'static str) -> Result<(), XlsxError> {
        for line in self.layout.of_tab(name) {
            self.line(tab, name, line)?;
        }
        Ok(())
    }

    fn line(&self, tab: &mut Worksheet, name: &'static str, line: &Line) -> Result<(), XlsxError> {
        self.text(tab, line.row, 0, &line.label)?;
        let mut pieces = PIECES;
        for (column, place) in &line.cells {
            let Some(cell) = self.book.model.sheet.cells.get(*place) else { continue };
            let own = Address { tab: name, row: line.row, column: *column };
            let stands_here = self.layout.address(*place).as_ref() == Some(&own);
            let formula = match &cell.content {
                Content::Formula(formula) if stands_here => formula.clone(),
                _ => Expr::Cell(*place),
            };
            let row = line.row;
            let first = pieces;
            let at = |number: usize| Address {
                tab: name,
                row,
                column: first.saturating_add(u16::try_from(number).unwrap_or(u16::MAX)),
            };
            let mut translator =
                Translator { tab: name, address: &|place| self.layout.address(place), piece: &at, pieces: Vec::new() };
            let text = translator.formula(&formula);
            for piece in translator.pieces {
                tab.write_formula(row, pieces, Formula::new(format!("={piece}")))?;
                pieces = pieces.saturating_add(1);
            }
            let formula = Formula::new(format!("={text}")).set_result(self.result(*place));
            tab.write_formula_with_format(row, *column, formula, &self.styles.figure(cell.unit, Role::Result))?;
        }
        // On the other tabs every line has one unit; a table of years says it by its figures.
        if let Some((_, place)) = line.cells.first().filter(|(column, _)| *column == layout::VALUE && name != FLOW) {
            self.text(tab, line.row, 2, self.unit(self.book.model.sheet.cells.get(*place)))?;
        }
        Ok(())
    }

    fn unit(&self, cell: Option<&Cell>) -> &str {
        cell.map_or("", |cell| words::unit(cell.unit, &self.book.plan.currency))
    }

    /// What the app worked out, as a reader of the file finds it before anything is worked out anew.
    pub fn result(&self, place: usize) -> String {
        match self.book.results.values.get(place) {
            Some(value) if value.is_finite() => format!("{value}"),
            Some(value) if value.is_infinite() => "#NUM!".into(),
            _ => "#DIV/0!".into(),
        }
    }

    fn inputs(&self, tab: &mut Worksheet) -> Result<(), XlsxError> {
        self.head(tab, &["Input", "Likely", "Unit", "Low", "High", "Spread", "Evidence", "Source", "Measured"])?;
        tab.set_column_width(6, 28)?.set_column_width(7, 40)?;
        self.input_lines(tab, INPUTS)
    }

    fn input_lines(&self, tab: &mut Worksheet, name: &'static str) -> Result<(), XlsxError> {
        for line in self.layout.of_tab(name) {
            let place = line.cells.first().map(|(_, place)| *place);
            let cell = place.and_then(|place| self.book.model.sheet.cells.get(place));
            if let Some(Cell { content: Content::Input(input), unit, .. }) = cell {
                self.text(tab, line.row, 0, &line.label)?;
                self.text(tab, line.row, 2, self.unit(cell))?;
                self.input(tab, line.row, *unit, input)?;
            }
        }
        Ok(())
    }

    fn input(&self, tab: &mut Worksheet, row: u32, unit: Unit, input: &Input) -> Result<(), XlsxError> {
        let range = &input.range;
        let shown = self.styles.figure(unit, Role::Result);
        tab.write_number_with_format(row, 1, range.likely, &self.styles.figure(unit, Role::Input))?;
        if !range.is_certain() {
            tab.write_number_with_format(row, 3, range.low, &shown)?;
            tab.write_number_with_format(row, 4, range.high, &shown)?;
            self.text(tab, row, 5, words::spread(range.spread))?;
        }
        self.text(tab, row, 6, words::evidence(input.evidence))?;
        self.text(tab, row, 7, &input.source)?;
        if let Some(measured) = input.measured {
            tab.write_number_with_format(row, 8, measured, &shown)?;
        }
        Ok(())
    }

    fn settings(&self, tab: &mut Worksheet) -> Result<(), XlsxError> {
        self.head(tab, &["Setting", "Likely", "Unit", "Low", "High", "Spread", "Evidence", "Source", "Measured"])?;
        tab.set_column_width(6, 28)?.set_column_width(7, 40)?;
        let plan = self.book.plan;
        let ramp = match plan.ramp {
            Ramp::Years(_) => "a share for each year",
            Ramp::Months(_) => "a straight line over months",
        };
        let horizon = plan.horizon.to_string();
        let rows: [(&str, &str); 5] = [
            ("Currency", &plan.currency),
            ("Years that are counted", &horizon),
            ("What the result counts", words::include(plan.include)),
            ("Adoption goes by", ramp),
            ("Usage is counted in", &plan.usage_unit),
        ];
        for (row, (name, value)) in (TOP..).zip(rows) {
            self.text(tab, row, 0, name)?;
            self.text(tab, row, 1, value)?;
        }
        self.input_lines(tab, SETTINGS)
    }

    fn flow(&self, tab: &mut Worksheet) -> Result<(), XlsxError> {
        let years: Vec<String> = (0..=self.book.plan.horizon).map(|year| format!("Year {year}")).collect();
        let head: Vec<&str> = std::iter::once("").chain(years.iter().map(String::as_str)).collect();
        self.head(tab, &head)?;
        self.lines(tab, FLOW)?;
        let (net, discounted) = self.flows();
        let payback = |tab: &mut Worksheet, name: &str, flows: &[f64], of: u32, first: u32| {
            tab.write_string_with_format(first, 0, name, &self.styles.section)?;
            self.helpers(tab, first + 1, &flow::payback(flows, of, first + 1))
        };
        payback(tab, "How the payback is found", &net, layout::NET, HELPERS)?;
        payback(tab, "The same discounted", &discounted, layout::DISCOUNTED, HELPERS + 4)?;
        tab.write_string_with_format(
            HELPERS + 8,
            0,
            "How the rate of return is found: where the sign changes once",
            &self.styles.section,
        )?;
        self.helpers(tab, HELPERS + 9, &flow::signs(&net, layout::NET, HELPERS + 9))?;
        let found = match self.book.results.internal_rate {
            Return::Rate(rate) => Some(rate),
            Return::None(_) => None,
        };
        let flows = self::years(layout::NET, self.book.plan.horizon);
        self.helpers(tab, HELPERS + 11, &flow::search(found, &flows, HELPERS + 11))?;
        tab.write_string_with_format(HELPERS + 14, 0, "What it comes to", &self.styles.section)?;
        Ok(())
    }

    /// The net cash flow, plain and discounted.
    pub fn flows(&self) -> (Vec<f64>, Vec<f64>) {
        let figures = &self.book.model.figures;
        let at = |place: usize| self.book.results.values.get(place).copied().unwrap_or(f64::NAN);
        let row = |places: Vec<usize>| places.into_iter().map(at).collect();
        (row(figures.row(|year| year.net)), row(figures.row(|year| year.discounted)))
    }

    fn helpers(&self, tab: &mut Worksheet, first: u32, helpers: &[Helper]) -> Result<(), XlsxError> {
        let format = self.styles.figure(Unit::Count, Role::Result);
        for (row, helper) in (first..).zip(helpers) {
            self.text(tab, row, 0, helper.label)?;
            for (column, (formula, found)) in (YEAR_0..).zip(helper.formulas.iter().zip(&helper.results)) {
                let formula = Formula::new(format!("={formula}")).set_result(shown(found));
                tab.write_formula_with_format(row, column, formula, &format)?;
            }
        }
        Ok(())
    }
}

/// As the file holds it.
pub fn shown(found: &Found) -> String {
    match found {
        Found::Number(number) if number.is_finite() => format!("{number}"),
        Found::Number(_) => "#DIV/0!".into(),
        Found::Word(word) => (*word).to_owned(),
    }
}

/// The last column of the table of years, by its letters.
pub fn last_year(horizon: u32) -> String {
    super::translate::letters(YEAR_0.saturating_add(u16::try_from(horizon).unwrap_or_default()))
}

/// A range of the cash-flow table's row over all years, with the tab's name.
pub fn years(row: u32, horizon: u32) -> String {
    format!("'{FLOW}'!$B${0}:${1}${0}", row + 1, last_year(horizon))
}
