//! The page: its size, and what stands on each one.
use super::style;
use super::text::{paragraph, runs};
use crate::export::document::{Document, line};
use docx_rs::{Docx, Footer, Header, NumPages, PageMargin, PageNum, Paragraph, Run};

/// Of the text on A4, in twentieths of a point.
pub const WIDTH: usize = 11_906 - 2 * SIDE as usize;
const SIDE: i32 = 1_077;

/// What runs at the foot on paper runs at the head in Word, where the foot holds the pages' numbers.
pub fn with_pages(docx: Docx, document: &Document) -> Docx {
    let margin = PageMargin::new().top(1_247).bottom(1_134).left(SIDE).right(SIDE).header(600).footer(567);
    let header = Header::new().add_paragraph(paragraph(style::HEADER, &line(&document.running)));
    docx.page_margin(margin).header(header).footer(Footer::new().add_paragraph(numbers()))
}

/// "Page 2 of 9".
fn numbers() -> Paragraph {
    let numbers = runs("Page").into_iter().fold(Paragraph::new().style(style::FOOTER), Paragraph::add_run);
    let space = || Run::new().add_text(" ");
    numbers
        .add_run(space())
        .add_page_num(PageNum::new())
        .add_run(Run::new().add_text(" of "))
        .add_num_pages(NumPages::new())
}
