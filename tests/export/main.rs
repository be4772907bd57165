//! What leaves the page: the words, the documents in each format, and what a customer must never read.
mod formats;
mod inject;
mod leak;
mod nasty;
mod notes;
mod open;
mod sample;
mod snapshot;
mod table;
mod words;
