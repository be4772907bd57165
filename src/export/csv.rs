//! Tables as CSV: every cell quoted where it must be, lines ended as the format wants, and no text that a spreadsheet
//! would take for a formula.

pub const LABEL: &str = "CSV";
pub const MIME: &str = "text/csv";
pub const EXTENSION: &str = "csv";

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Text(String),
    /// A figure of ours, which may be below zero: no formula can come of it. None is an empty cell.
    Number(Option<f64>),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// The whole file, in UTF-8 with the mark by which spreadsheets know it.
pub fn write(rows: &[Vec<Cell>]) -> String {
    let mut text = String::from("\u{feff}");
    for row in rows {
        let cells: Vec<String> = row.iter().map(cell).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Number(Some(number)) if number.is_finite() => format!("{number}"),
        Cell::Number(_) => String::new(),
        Cell::Text(text) => quoted(&harmless(text)),
    }
}

/// A text that begins like a formula, spaces and signs without a look aside, gets an apostrophe in front: it stays
/// readable, and spreadsheets show it as it is. So does what follows a sign that some of them take for the end of a cell.
fn harmless(text: &str) -> String {
    let text: String = text.chars().filter(|c| *c != '\0').collect();
    let mut safe = String::new();
    for (at, part) in text.split_inclusive([';', '\t']).enumerate() {
        if begins_as_formula(part, at > 0) || at == 0 && part.starts_with(['\t', '\r', '\n']) {
            safe.push('\'');
        }
        safe.push_str(part);
    }
    safe
}

/// Where it is not the cell's own beginning, its quotes may be taken for the program's.
fn begins_as_formula(text: &str, is_inside: bool) -> bool {
    let skipped =
        |c: char| c.is_whitespace() || c.is_control() || c == '\u{feff}' || is_inside && matches!(c, '"' | ';');
    text.trim_start_matches(skipped).starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

fn quoted(text: &str) -> String {
    if text.contains([',', '"', '\r', '\n', ';', '\t']) || text.starts_with(' ') || text.ends_with(' ') {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_typed_is_a_formula() {
        let cases = [
            ("=1+1", "'=1+1"),
            ("+49 30", "'+49 30"),
            ("-", "'-"),
            ("@home", "'@home"),
            ("\t=1", "\"'\t'=1\""),
            (" =1", "' =1"),
            ("\u{feff}=1", "'\u{feff}=1"),
            ("＝1", "'＝1"),
            ("a=1", "a=1"),
            ("a;=1", "\"a;'=1\""),
            ("a\t@b; c", "\"a\t'@b; c\""),
            ("", ""),
        ];
        for (typed, written) in cases {
            assert_eq!(cell(&typed.into()), written, "{typed:?}");
        }
    }

    #[test]
    fn cells_keep_their_commas_quotes_and_lines() {
        let rows = [vec!["a,b".into(), "say \"x\"".into()], vec![Cell::Number(Some(-1.5)), Cell::Number(None)]];
        assert_eq!(write(&rows), "\u{feff}\"a,b\",\"say \"\"x\"\"\"\r\n-1.5,\r\n");
        assert_eq!(cell(&"two\nlines".into()), "\"two\nlines\"");
    }
}
