//! Headings, and the table of contents: each entry leads to its heading. Page numbers come in when Word updates the
//! field, as nobody knows them before the pages are laid out.
use super::style;
use super::text::{paragraph, runs};
use crate::export::document::{Block, Document, line};
use docx_rs::{FieldCharType, Hyperlink, HyperlinkType, InstrPAGEREF, InstrText, InstrToC, Paragraph, Run};

/// With fewer headings a document is read without one.
const LEAST: usize = 8;

pub struct Heading {
    /// 1 for the document's level 2, and so on.
    level: usize,
    text: String,
    /// From 1, in order.
    number: usize,
}

pub fn headings(document: &Document) -> Vec<Heading> {
    let texts = document.blocks.iter().filter_map(|block| match block {
        Block::Heading { level, text } => Some((if *level <= 2 { 1 } else { 2 }, line(text))),
        _ => None,
    });
    (1..).zip(texts).map(|(number, (level, text))| Heading { level, text, number }).collect()
}

impl Heading {
    fn mark(&self) -> String {
        format!("_Toc{:08}", self.number)
    }

    pub fn paragraph(&self) -> Paragraph {
        let style = if self.level == 1 { style::HEADING } else { style::SUBHEADING };
        let mut heading = paragraph(style, "").add_bookmark_start(self.number, self.mark());
        heading.property = paragraph(style, &self.text).property;
        let heading = runs(&self.text).into_iter().fold(heading, Paragraph::add_run);
        heading.add_bookmark_end(self.number)
    }

    /// The entry in the table of contents.
    fn entry(&self) -> Hyperlink {
        let page = Run::new()
            .add_field_char(FieldCharType::Begin, false)
            .add_instr_text(InstrText::PAGEREF(InstrPAGEREF::new(self.mark()).hyperlink()))
            .add_field_char(FieldCharType::Separate, false)
            .add_field_char(FieldCharType::End, false);
        let link = Hyperlink::new(self.mark(), HyperlinkType::Anchor);
        let link = runs(&self.text).into_iter().fold(link, Hyperlink::add_run);
        link.add_run(Run::new().add_tab()).add_run(page)
    }
}

/// The paragraphs of the table of contents, one field around them all.
pub fn contents(headings: &[Heading]) -> Vec<Paragraph> {
    if headings.len() < LEAST {
        return Vec::new();
    }
    let mut all = vec![paragraph(style::CONTENTS, "Contents")];
    for (at, heading) in headings.iter().enumerate() {
        let style = if heading.level == 1 { style::ENTRY } else { style::SUBENTRY };
        let mut entry = Paragraph::new().style(style);
        entry.property.bidi = paragraph(style, &heading.text).property.bidi;
        if at == 0 {
            entry = entry.add_run(begin());
        }
        entry = entry.add_hyperlink(heading.entry());
        if at + 1 == headings.len() {
            entry = entry.add_run(Run::new().add_field_char(FieldCharType::End, false)).line_spacing(style::apart());
        }
        all.push(entry);
    }
    all
}

fn begin() -> Run {
    let instruction = InstrToC::new().heading_styles_range(1, 2).hyperlink();
    Run::new()
        .add_field_char(FieldCharType::Begin, false)
        .add_instr_text(InstrText::TOC(instruction))
        .add_field_char(FieldCharType::Separate, false)
}
