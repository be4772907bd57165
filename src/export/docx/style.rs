//! How a document looks in Word: its styles, under the names by which Word and other programs know them, so that people
//! can restyle the whole and readers find the headings.
use super::page::WIDTH;
use docx_rs::{
    AbstractNumbering, AlignmentType, BorderType, Docx, Level, LevelJc, LevelText, LineSpacing, NumberFormat,
    Numbering, ParagraphBorder, ParagraphBorderPosition, ParagraphBorders, ParagraphProperty, RunFonts,
    SpecialIndentType, Start, Style, StyleType, Tab, TabValueType,
};

pub const NORMAL: &str = "Normal";
pub const TITLE: &str = "Title";
pub const SUBTITLE: &str = "Subtitle";
pub const HEADING: &str = "Heading1";
pub const SUBHEADING: &str = "Heading2";
pub const CONTENTS: &str = "TOCHeading";
pub const ENTRY: &str = "TOC1";
pub const SUBENTRY: &str = "TOC2";
pub const NOTE: &str = "Note";
pub const QUOTE: &str = "Quote";
pub const QUOTED: &str = "QuoteBullet";
pub const LIST: &str = "ListBullet";
pub const CHECKS: &str = "Checks";
pub const CAPTION: &str = "Caption";
pub const CELL: &str = "Cell";
pub const GAP: &str = "Gap";
pub const CLOSING: &str = "Closing";
pub const HEADER: &str = "Header";
pub const FOOTER: &str = "Footer";

pub const LINE: &str = "B8C0C8";
pub const BAND: &str = "F2F5F6";
const MUTED: &str = "4A535C";
const MAIN: &str = "0F5C5C";

/// The list of bullets; the crate takes the number 1 itself.
pub const BULLETS: usize = 2;

/// In twentieths of a point.
fn spaced(before: u32, after: u32) -> LineSpacing {
    LineSpacing::new().before(before).after(after)
}

/// What comes next is something else.
pub fn apart() -> LineSpacing {
    spaced(0, 280)
}

fn named(id: &str, name: &str) -> Style {
    Style::new(id, StyleType::Paragraph).name(name).based_on(NORMAL)
}

fn heading(id: &str, name: &str, level: usize, size: usize, before: u32) -> Style {
    let mut style = named(id, name).next(NORMAL).size(size).bold();
    style.paragraph_property =
        ParagraphProperty::new().keep_next(true).keep_lines(true).line_spacing(spaced(before, 80)).outline_lvl(level);
    style
}

fn entry(id: &str, name: &str, left: i32) -> Style {
    let mut style = named(id, name).line_spacing(spaced(0, 40)).indent(Some(left), None, None, None);
    style.paragraph_property = style.paragraph_property.add_tab(Tab::new().val(TabValueType::Right).pos(WIDTH));
    style
}

fn hanging(id: &str, name: &str, by: i32) -> Style {
    named(id, name).line_spacing(spaced(0, 60)).indent(Some(by), Some(SpecialIndentType::Hanging(by)), None, None)
}

/// With the rule at its left that tells somebody's own words.
fn ruled(mut style: Style) -> Style {
    let rule = ParagraphBorder::new(ParagraphBorderPosition::Left).val(BorderType::Single);
    let rule = ParagraphBorders::with_empty().set(rule.size(18).space(8).color(MAIN));
    style.paragraph_property = style.paragraph_property.set_borders(rule);
    style
}

/// Sizes are in half-points.
pub fn with_styles(docx: Docx) -> Docx {
    let quote = named(QUOTE, "Quote").line_spacing(spaced(40, 120)).indent(Some(200), None, None, None);
    let mut caption = named(CAPTION, "caption").bold().line_spacing(spaced(160, 60));
    caption.paragraph_property = caption.paragraph_property.keep_next(true);
    let muted = |style: Style, size| style.size(size).color(MUTED);
    let styles = [
        named(TITLE, "Title").size(44).bold().color(MAIN).line_spacing(spaced(0, 60)),
        muted(named(SUBTITLE, "Subtitle"), 24).line_spacing(spaced(0, 240)),
        heading(HEADING, "heading 1", 0, 30, 360),
        heading(SUBHEADING, "heading 2", 1, 24, 240),
        named(CONTENTS, "TOC Heading").size(24).bold().line_spacing(spaced(120, 80)),
        entry(ENTRY, "toc 1", 0),
        entry(SUBENTRY, "toc 2", 240),
        muted(named(NOTE, "Note"), 20).italic().line_spacing(spaced(40, 80)),
        ruled(quote),
        ruled(hanging(QUOTED, "Quote Bullet", 300)),
        hanging(LIST, "List Bullet", 300),
        hanging(CHECKS, "Checks", 330),
        caption,
        named(CELL, "Cell").size(20).line_spacing(spaced(0, 0)),
        named(GAP, "Gap").size(12).line_spacing(spaced(0, 0)),
        muted(named(CLOSING, "Closing"), 18).line_spacing(spaced(160, 0)),
        muted(named(HEADER, "header"), 17),
        muted(named(FOOTER, "footer"), 17).align(AlignmentType::Right),
    ];
    let bullet = |level, by| {
        let (format, text) = (NumberFormat::new("bullet"), LevelText::new("•"));
        Level::new(level, Start::new(1), format, text, LevelJc::new("left")).indent(
            Some(by),
            Some(SpecialIndentType::Hanging(300)),
            None,
            None,
        )
    };
    let fonts = RunFonts::new().ascii("Calibri").hi_ansi("Calibri").cs("Arial");
    styles
        .into_iter()
        .fold(docx, Docx::add_style)
        .default_fonts(fonts)
        .default_size(22)
        .default_line_spacing(spaced(0, 120))
        .add_abstract_numbering(AbstractNumbering::new(BULLETS).add_level(bullet(0, 300)).add_level(bullet(1, 500)))
        .add_numbering(Numbering::new(BULLETS, BULLETS))
}
