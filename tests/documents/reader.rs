//! Reads a workbook by a reader that has nothing to do with how it was written.
use calamine::{Data, Reader as _, Xlsx, open_workbook_from_rs};
use std::collections::BTreeMap;
use std::io::Cursor;

/// What a reader finds in a workbook, by tab and by cell from row and column 0.
pub struct Found {
    pub tabs: Vec<String>,
    pub values: BTreeMap<(String, u32, u32), Data>,
    pub formulas: BTreeMap<(String, u32, u32), String>,
    pub names: Vec<(String, String)>,
}

pub fn read(file: &[u8]) -> Found {
    let mut workbook: Xlsx<_> = open_workbook_from_rs(Cursor::new(file)).expect("a workbook opens");
    let tabs = workbook.sheet_names();
    let mut found = Found {
        tabs: tabs.clone(),
        values: BTreeMap::new(),
        formulas: BTreeMap::new(),
        names: workbook.defined_names().to_vec(),
    };
    for tab in tabs {
        let range = workbook.worksheet_range(&tab).expect("a tab has values");
        let (row, column) = range.start().unwrap_or((0, 0));
        for (down, right, value) in range.used_cells() {
            found.values.insert((tab.clone(), row + down as u32, column + right as u32), value.clone());
        }
        let range = workbook.worksheet_formula(&tab).expect("a tab has formulas");
        let (row, column) = range.start().unwrap_or((0, 0));
        for (down, right, formula) in range.used_cells() {
            found.formulas.insert((tab.clone(), row + down as u32, column + right as u32), formula.clone());
        }
    }
    found
}

impl Found {
    /// The value at an address such as `'Cash flow'!$B$12`.
    pub fn at(&self, address: &str) -> Option<&Data> {
        self.values.get(&place(address))
    }
}

/// Tab, row and column of an address.
pub fn place(address: &str) -> (String, u32, u32) {
    let (tab, cell) = address.rsplit_once('!').unwrap_or_else(|| panic!("{address} names no tab"));
    let cell = cell.replace('$', "");
    let digits = cell.find(|sign: char| sign.is_ascii_digit()).unwrap_or_else(|| panic!("{address} has no row"));
    let (letters, row) = cell.split_at(digits);
    let column = letters.bytes().fold(0, |column, letter| column * 26 + u32::from(letter - b'A') + 1) - 1;
    (tab.trim_start_matches('=').trim_matches('\'').to_owned(), row.parse::<u32>().expect("a row") - 1, column)
}

/// A number that stands in a cell, if one does.
pub fn number(data: Option<&Data>) -> Option<f64> {
    match data {
        Some(Data::Float(number)) => Some(*number),
        Some(Data::Int(number)) => Some(*number as f64),
        _ => None,
    }
}
