//! Documents in formats that the page itself can't write, each opened by a reader of its own.
mod book;
mod business;
mod reader;
mod recalculated;
mod workbook;
