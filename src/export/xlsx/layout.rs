//! Where every cell of a calculation stands in the workbook: inputs on tabs of their own, each formula once.
use super::translate::Address;
use crate::domain::value::Model;
use crate::domain::value::build::Year;
use crate::domain::value::sheet::Content;

pub const SUMMARY: &str = "Summary";
pub const INPUTS: &str = "Inputs";
pub const PROCESSES: &str = "Processes";
pub const BENEFITS: &str = "Benefits";
pub const COSTS: &str = "Costs";
pub const FLOW: &str = "Cash flow";
pub const SETTINGS: &str = "Settings";

/// The first row below title and head.
pub const TOP: u32 = 3;
/// Where the value of a row stands.
pub const VALUE: u16 = 1;
/// Where year 0 stands on the tab of the cash flow.
pub const YEAR_0: u16 = 1;
/// Where year 1 stands on the tab of the benefits.
pub const BENEFIT_YEAR_1: u16 = 3;
/// Rows of the settings that are no figures.
pub const PLAIN_SETTINGS: u32 = 5;

/// One row with a name and the cells in it.
#[derive(Clone, Debug)]
pub struct Line {
    pub row: u32,
    /// Of the cell, or of all in the row.
    pub label: String,
    /// Places in the sheet by column. A cell that stands elsewhere is only shown here.
    pub cells: Vec<(u16, usize)>,
}

/// The whole workbook's.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    addresses: Vec<Option<Address>>,
    /// The lines of each tab, from above.
    pub lines: Vec<(&'static str, Line)>,
    /// The first free row of each tab.
    next: Vec<(&'static str, u32)>,
}

/// What the cash-flow table shows year by year.
type Row = (&'static str, fn(&Year) -> Option<usize>);

const TABLE: [Row; 12] = [
    ("Adoption", |year| year.adoption),
    ("Cash", |year| year.kinds.first().copied()),
    ("Released time", |year| year.kinds.get(1).copied()),
    ("Risk avoided", |year| year.kinds.get(2).copied()),
    ("Benefits that count", |year| Some(year.benefit)),
    ("Costs", |year| Some(year.cost)),
    ("Net cash flow", |year| Some(year.net)),
    ("Cumulative net cash flow", |year| Some(year.cumulative)),
    ("Discount factor", |year| Some(year.factor)),
    ("Discounted net cash flow", |year| Some(year.discounted)),
    ("Cumulative, discounted", |year| Some(year.cumulative_discounted)),
    ("Hours released", |year| Some(year.hours)),
];
/// The row of the table with the net cash flow, and that with the discounted one.
pub const NET: u32 = TOP + 6;
pub const CUMULATIVE: u32 = TOP + 7;
pub const DISCOUNTED: u32 = TOP + 9;

impl Layout {
    pub fn of(model: &Model) -> Self {
        let count = model.sheet.cells.len();
        let mut layout = Self { addresses: vec![None; count], ..Self::default() };
        layout.next = vec![(SETTINGS, TOP + PLAIN_SETTINGS)];
        for place in model.sheet.inputs.iter().copied() {
            let tab = if layout.id(model, place).starts_with("plan.") { SETTINGS } else { INPUTS };
            layout.add_cell(model, tab, place);
        }
        layout.table(model);
        for benefit in &model.figures.benefits {
            let years: Vec<usize> = benefit.lines.iter().flat_map(|line| &line.years).copied().collect();
            let start = format!("benefit.{}.", benefit.key);
            let own = layout.formulas(model, |id| id.starts_with(&start));
            for place in own.into_iter().filter(|place| !years.contains(place)) {
                layout.add_cell(model, BENEFITS, place);
            }
            for line in &benefit.lines {
                let label = line.years.first().map_or("", |place| layout.label(model, *place));
                let label = label.strip_suffix(", year 1").unwrap_or(label).to_owned();
                let kind = line.kind.id();
                layout.add(
                    BENEFITS,
                    format!("{label}, {kind}, by year"),
                    (BENEFIT_YEAR_1..).zip(line.years.clone()).collect(),
                );
            }
        }
        for (tab, starts) in [(COSTS, ["cost.", "cost."]), (PROCESSES, ["process.", "step."])] {
            for place in layout.formulas(model, |id| starts.iter().any(|start| id.starts_with(start))) {
                layout.add_cell(model, tab, place);
            }
        }
        // Room for how the payback and the rate of return are found.
        layout.skip(FLOW, 15);
        for place in layout.formulas(model, |_| true) {
            layout.add_cell(model, FLOW, place);
        }
        layout
    }

    pub fn address(&self, place: usize) -> Option<Address> {
        self.addresses.get(place)?.clone()
    }

    /// The lines of one tab.
    pub fn of_tab(&self, tab: &'static str) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(move |(own, _)| *own == tab).map(|(_, line)| line)
    }

    /// The first free row of a tab.
    pub fn end(&self, tab: &'static str) -> u32 {
        self.next.iter().find(|(own, _)| *own == tab).map_or(TOP, |(_, row)| *row)
    }

    fn table(&mut self, model: &Model) {
        for (label, of) in TABLE {
            let cells = (YEAR_0..).zip(&model.figures.years).filter_map(|(column, year)| Some((column, of(year)?)));
            let cells: Vec<(u16, usize)> = cells.collect();
            self.add(FLOW, label.to_owned(), cells);
        }
    }

    fn add_cell(&mut self, model: &Model, tab: &'static str, place: usize) {
        let label = self.label(model, place).to_owned();
        self.add(tab, label, vec![(VALUE, place)]);
    }

    fn add(&mut self, tab: &'static str, label: String, cells: Vec<(u16, usize)>) {
        let row = self.end(tab);
        for (column, place) in &cells {
            if let Some(address @ None) = self.addresses.get_mut(*place) {
                *address = Some(Address { tab, row, column: *column });
            }
        }
        self.lines.push((tab, Line { row, label, cells }));
        self.skip(tab, 1);
    }

    fn skip(&mut self, tab: &'static str, rows: u32) {
        match self.next.iter_mut().find(|(own, _)| *own == tab) {
            Some((_, next)) => *next += rows,
            None => self.next.push((tab, TOP + rows)),
        }
    }

    /// Formulas that stand nowhere yet.
    fn formulas(&self, model: &Model, wanted: impl Fn(&str) -> bool) -> Vec<usize> {
        let cells = model.sheet.cells.iter().zip(&self.addresses).enumerate();
        let open = cells.filter(|(_, (cell, address))| {
            address.is_none() && matches!(cell.content, Content::Formula(_)) && wanted(&cell.id)
        });
        open.map(|(place, _)| place).collect()
    }

    fn id<'a>(&self, model: &'a Model, place: usize) -> &'a str {
        model.sheet.cells.get(place).map_or("", |cell| &cell.id)
    }

    fn label<'a>(&self, model: &'a Model, place: usize) -> &'a str {
        model.sheet.cells.get(place).map_or("", |cell| &cell.label)
    }
}
