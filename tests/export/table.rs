//! Thousands of texts in a table: a strict reader finds each one, and no spreadsheet finds a formula.
//! `cargo xtask campaign documents` does the same for 100,000 with readers of other makers.
use crate::nasty::Chance;
use fitproof::export::document::line;
use fitproof::export::tasks::{Task, csv};

const TEXTS: usize = 10_000;

/// RFC 4180 to the letter: a quote within a cell that isn't quoted, or text after one, is a fault.
fn strict(table: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut signs = table.chars().peekable();
    while signs.peek().is_some() {
        if signs.next_if_eq(&'"').is_some() {
            loop {
                match signs.next().expect("a quote ends") {
                    '"' if signs.next_if_eq(&'"').is_some() => cell.push('"'),
                    '"' => break,
                    sign => cell.push(sign),
                }
            }
        } else {
            while let Some(sign) = signs.next_if(|sign| !matches!(sign, ',' | '\r')) {
                assert!(!matches!(sign, '"' | '\n'), "{sign:?} stands in a cell without quotes");
                cell.push(sign);
            }
        }
        row.push(std::mem::take(&mut cell));
        match signs.next() {
            Some(',') => {}
            Some('\r') => {
                assert_eq!(signs.next(), Some('\n'), "a line ends with both signs");
                rows.push(std::mem::take(&mut row));
            }
            other => panic!("{other:?} after a cell"),
        }
    }
    assert!(row.is_empty(), "the last line ends too");
    rows
}

/// As a spreadsheet does whose cells end at another sign: a quote counts at the start of a cell alone.
fn elsewhere(table: &str, end: char) -> Vec<String> {
    let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    let mut signs = table.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '"' if quoted && signs.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() => quoted = true,
            sign if !quoted && (sign == end || sign == '\n') => cells.push(std::mem::take(&mut cell)),
            sign => cell.push(sign),
        }
    }
    cells
}

/// What some spreadsheet works out.
fn is_formula(cell: &str) -> bool {
    let begins = |cell: &str| cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n']);
    begins(cell) || begins(cell.trim_start_matches(|c: char| c.is_whitespace() || c.is_control() || c == '\u{feff}'))
}

#[test]
fn a_strict_reader_finds_every_text_and_nobody_a_formula() {
    let mut chance = Chance(1);
    let texts: Vec<String> = (0..TEXTS).map(|_| chance.text()).collect();
    let task = |pair: &[String]| Task {
        what: pair[0].clone(),
        kind: "Step",
        who: pair[1].clone(),
        due: None,
        state: "Open".into(),
    };
    let tasks: Vec<Task> = texts.chunks(2).map(task).collect();
    let table = csv(&tasks);
    let table = table.strip_prefix('\u{feff}').expect("the mark of UTF-8");
    let rows = strict(table);
    assert_eq!(rows.len(), 1 + TEXTS / 2);
    // An apostrophe may have come in front; nothing else changed.
    let bare = |text: &str| text.replace('\'', "");
    for (row, task) in rows[1..].iter().zip(&tasks) {
        assert_eq!(row.len(), 5);
        assert_eq!((bare(&row[0]), bare(&row[2])), (bare(&line(&task.what)), bare(&line(&task.who))));
    }
    let formulas = rows.iter().flatten().filter(|cell| is_formula(cell)).count();
    let others = [';', '\t'].into_iter().flat_map(|end| elsewhere(table, end)).filter(|cell| is_formula(cell)).count();
    assert_eq!((formulas, others), (0, 0));
    assert!(texts.iter().filter(|text| is_formula(text)).count() > TEXTS / 4, "many would have been formulas");
}
