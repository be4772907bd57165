//! A document as a Word file: real headings, lists and tables, and a table of contents whose entries are there before
//! anything is updated. The same document gives the same bytes: no clock, no chance.
mod contents;
mod finish;
mod page;
mod style;
mod table;
mod text;

use super::document::{Block, Document, line};
use contents::Heading;
use docx_rs::{Docx, IndentLevel, NumberingId};
use text::paragraph;

pub const LABEL: &str = "Word document";
pub const MIME: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
pub const EXTENSION: &str = "docx";

/// The whole file.
///
/// # Errors
/// In a sentence, should the file not come together.
pub fn write(document: &Document) -> Result<Vec<u8>, String> {
    let headings = contents::headings(document);
    let mut docx = style::with_styles(Docx::new());
    docx = page::with_pages(docx, document);
    docx = docx.add_paragraph(paragraph(style::TITLE, &line(&document.title)));
    if !document.subtitle.is_empty() {
        docx = docx.add_paragraph(paragraph(style::SUBTITLE, &document.subtitle));
    }
    for entry in contents::contents(&headings) {
        docx = docx.add_paragraph(entry);
    }
    let mut headings = headings.iter();
    for (at, block) in document.blocks.iter().enumerate() {
        let is_followed = document.blocks.get(at + 1).is_some_and(|next| !matches!(next, Block::Table { .. }));
        docx = add(docx, block, &mut headings, is_followed);
    }
    for text in &document.footer {
        docx = docx.add_paragraph(paragraph(style::CLOSING, text));
    }
    finish::pack(docx, &line(&document.title))
}

/// A table that no other kind of block follows needs a paragraph after it: Word joins tables that touch, and no file may
/// end with one.
fn add<'a>(docx: Docx, block: &Block, headings: &mut impl Iterator<Item = &'a Heading>, is_followed: bool) -> Docx {
    match block {
        Block::Heading { .. } => match headings.next() {
            Some(heading) => docx.add_paragraph(heading.paragraph()),
            None => docx,
        },
        Block::Paragraph(text) => docx.add_paragraph(paragraph(style::NORMAL, text)),
        Block::Note(text) => docx.add_paragraph(paragraph(style::NOTE, text)),
        Block::Quote(text) => docx.add_paragraph(paragraph(style::QUOTE, text)),
        Block::List(items) => bullets(docx, style::LIST, 0, items),
        Block::QuotedList(items) => bullets(docx, style::QUOTED, 1, items),
        Block::Checks(checks) => checks.iter().fold(docx, |docx, check| {
            let text = [if check.done { "☑ " } else { "☐ " }, &check.text].concat();
            docx.add_paragraph(paragraph(style::CHECKS, &text))
        }),
        Block::Table { head, rows } => tabled(docx, head, rows, is_followed),
        // Painting needs a page: the table says the same.
        Block::Picture(scene) => {
            let mut docx = docx.add_paragraph(paragraph(style::CAPTION, &scene.title));
            if !scene.description.is_empty() {
                docx = docx.add_paragraph(paragraph(style::NOTE, &scene.description));
            }
            tabled(docx, &scene.table.head, &scene.table.rows, is_followed)
        }
    }
}

/// Points of a real list, on one of its levels.
fn bullets(docx: Docx, style: &str, level: usize, items: &[String]) -> Docx {
    let point =
        |item: &String| paragraph(style, item).numbering(NumberingId::new(style::BULLETS), IndentLevel::new(level));
    items.iter().map(point).fold(docx, Docx::add_paragraph)
}

fn tabled(docx: Docx, head: &[String], rows: &[Vec<String>], is_followed: bool) -> Docx {
    let Some(table) = table::table(head, rows) else { return docx };
    let docx = docx.add_table(table);
    if is_followed { docx } else { docx.add_paragraph(paragraph(style::GAP, "")) }
}
