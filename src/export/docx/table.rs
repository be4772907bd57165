//! Tables: a head that is repeated on every page, columns as wide as what they hold.
use super::page::WIDTH;
use super::style;
use super::text::paragraph;
use crate::export::document::line;
use docx_rs::{
    ParagraphChild, Shading, ShdType, Table, TableBorder, TableBorderPosition, TableBorders, TableCell,
    TableCellMargins, TableLayoutType, TableRow, WidthType,
};

/// Characters that fit into a line across the page.
const LINE: usize = 88;
/// Characters beyond which a column grows no wider, and those of a word beyond which it may be cut.
const WIDEST: usize = 44;
const WORD: usize = 16;
/// What a column's borders and margins take, in characters.
const AROUND: usize = 4;

/// Nothing comes of a table without columns.
pub fn table(head: &[String], rows: &[Vec<String>]) -> Option<Table> {
    let widths = widths(head, rows);
    if widths.is_empty() {
        return None;
    }
    let body = rows.iter().map(|cells| row(&widths, cells, false));
    // Only a head is kept together: a row with a long text must go on over the page.
    let all = std::iter::once(row(&widths, head, true).cant_split()).chain(body).collect();
    let table = Table::new(all)
        .set_grid(widths)
        .width(WIDTH, WidthType::Dxa)
        .layout(TableLayoutType::Fixed)
        .margins(TableCellMargins::new().margin(40, 100, 40, 100))
        .set_borders(borders());
    Some(table)
}

fn borders() -> TableBorders {
    use TableBorderPosition::{Bottom, InsideH, InsideV, Left, Right, Top};
    let border = |position| TableBorder::new(position).size(4).color(style::LINE);
    [Top, Right, Bottom, Left, InsideH, InsideV].map(border).into_iter().fold(TableBorders::new(), TableBorders::set)
}

/// The first cell of a row is its name, as the whole head is.
fn row(widths: &[usize], cells: &[String], is_head: bool) -> TableRow {
    let cell = |(at, width): (usize, &usize)| {
        let text = cells.get(at).map_or("", String::as_str);
        let mut words = paragraph(style::CELL, text);
        if is_head || at == 0 {
            for child in &mut words.children {
                if let ParagraphChild::Run(run) = child {
                    run.run_property = std::mem::take(&mut run.run_property).bold();
                }
            }
        }
        let cell = TableCell::new().width(*width, WidthType::Dxa).add_paragraph(words);
        if is_head { cell.shading(Shading::new().shd_type(ShdType::Clear).fill(style::BAND)) } else { cell }
    };
    TableRow::new(widths.iter().enumerate().map(cell).collect())
}

/// The page's width, shared by the longest text in each column; where that is too much, each has room for its longest
/// word first.
fn widths(head: &[String], rows: &[Vec<String>]) -> Vec<usize> {
    let columns = rows.iter().map(Vec::len).chain([head.len()]).max().unwrap_or_default();
    let most = |at: usize, measure: fn(&str) -> usize| {
        let cells = rows.iter().map(Vec::as_slice).chain([head]).filter_map(|cells| cells.get(at));
        cells.map(|cell| measure(&line(cell))).max().unwrap_or_default().max(2) + AROUND
    };
    let text = |text: &str| text.chars().take(WIDEST).count();
    let word = |text: &str| text.split(' ').map(|word| word.chars().take(WORD).count()).max().unwrap_or_default();
    let needed: Vec<usize> = (0..columns).map(|at| most(at, word)).collect();
    let wanted: Vec<usize> = (0..columns).map(|at| most(at, text)).collect();
    let (least, all) = (needed.iter().sum::<usize>(), wanted.iter().sum::<usize>());
    let share = |(needed, wanted): (&usize, &usize)| match (all <= LINE, least < LINE) {
        (true, _) => WIDTH * wanted / all,
        (false, true) => WIDTH * (needed * (all - least) + (wanted - needed) * (LINE - least)) / (LINE * (all - least)),
        (false, false) => WIDTH * needed / least,
    };
    needed.iter().zip(&wanted).map(share).collect()
}

#[cfg(test)]
mod tests {
    use super::{WIDTH, widths};

    #[test]
    fn columns_share_the_page_by_what_they_hold() {
        let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<String>>();
        assert_eq!(widths(&row(&["What", "When"]), &[]), [WIDTH / 2, WIDTH / 2]);
        // A text counts up to 44 characters, and borders take four.
        let found = widths(&row(&["A", "B"]), &[row(&["x", &"long ".repeat(100), "beyond the head"])]);
        assert_eq!(found, [6, 48, 19].map(|share| WIDTH * share / (6 + 48 + 19)));
        // Too much for a line of 88: the longest words have room, the rest is shared by what is missing.
        let found = widths(&row(&["Influence", &"long ".repeat(100), &"text ".repeat(100)]), &[]);
        assert_eq!(
            found,
            [(13, 0), (8, 40), (8, 40)]
                .map(|(needed, more)| { WIDTH * (needed * 80 + more * (88 - (13 + 8 + 8))) / (88 * 80) })
        );
        let words = vec!["indistinguishable".to_owned(); 9];
        assert_eq!(widths(&words, &[]), [WIDTH / 9; 9]);
        assert!(widths(&[], &[]).is_empty());
    }
}
