//! Documents in formats that the page itself can't write, each opened by a reader of its own.
mod book;
mod business;
mod calendar;
#[path = "../export/nasty.rs"]
mod nasty;
mod others;
mod reader;
mod recalculated;
#[path = "../export/sample.rs"]
mod sample;
mod word;
mod word_reader;
mod workbook;
