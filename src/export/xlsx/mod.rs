//! The business case as a workbook whose formulas are alive: who changes an input sees what the app would say.
//! Needs the feature `documents`: the page itself never holds this.
mod book;
mod flow;
mod layout;
mod style;
mod summary;
mod translate;

pub use book::Book;

use crate::domain::value::Model;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

pub const LABEL: &str = "Excel workbook with live formulas";
pub const MIME: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
pub const EXTENSION: &str = "xlsx";

/// The file: the same book gives the same bytes.
///
/// # Errors
/// A sentence, when the case is too large for a workbook.
pub fn write(book: Book) -> Result<Vec<u8>, String> {
    file(book).map_err(|error| format!("The workbook couldn’t be written: {error}."))
}

fn file(book: Book) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let (year, month, day) = book.stamp.date.civil();
    let made = ExcelDateTime::from_ymd(
        u16::try_from(year).unwrap_or(1970),
        u8::try_from(month).unwrap_or(1),
        u8::try_from(day).unwrap_or(1),
    )?;
    let title = format!("Business case: {}", book.stamp.account);
    let properties = DocProperties::new().set_title(title).set_comment(&book.stamp.disclaimer);
    workbook.set_properties(&properties.set_creation_datetime(&made));
    book::tabs(book, &mut workbook)?;
    workbook.save_to_buffer()
}

/// Where an input or a result stands, as `'Inputs'!$B$4`: for tests that change the one and read the other.
pub fn address(model: &Model, place: usize) -> Option<String> {
    layout::Layout::of(model).address(place).map(|address| address.text(""))
}
