//! A document as plain text that reads well anywhere.
use super::document::{Block, Document, line, lines};

pub const LABEL: &str = "Plain text";
pub const MIME: &str = "text/plain";
pub const EXTENSION: &str = "txt";

/// An underline is never longer than a line that reads well.
const WIDEST: usize = 70;

pub fn write(document: &Document) -> String {
    let mut parts = vec![underlined(&document.title, '=')];
    if !document.subtitle.is_empty() {
        parts.push(indented(&document.subtitle, "", ""));
    }
    parts.extend(document.blocks.iter().map(block));
    if !document.footer.is_empty() {
        let footer: Vec<String> = document.footer.iter().map(|text| line(text)).collect();
        parts.push(format!("{}\n{}", "-".repeat(WIDEST), footer.join("\n")));
    }
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n") + "\n"
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading { level, text } => underlined(text, if *level <= 2 { '-' } else { '.' }),
        Block::Paragraph(text) => indented(text, "", ""),
        Block::Note(text) => match indented(text, "", "") {
            text if text.is_empty() => text,
            text => format!("({text})"),
        },
        Block::List(items) => rows(items.iter().map(|item| indented(item, "- ", "  "))),
        Block::Checks(checks) => {
            let mark = |done| if done { "[x] " } else { "[ ] " };
            rows(checks.iter().map(|check| indented(&check.text, mark(check.done), "    ")))
        }
        Block::Table { head, rows } => table(head, rows),
        Block::Picture(scene) => format!("{}\n{}", line(&scene.title), table(&scene.table.head, &scene.table.rows)),
        Block::Quote(text) => indented(text, "    ", "    "),
        Block::QuotedList(items) => rows(items.iter().map(|item| indented(item, "    - ", "      "))),
    }
}

/// A line for each row: columns would not survive a phone. Two columns are a name and what belongs to it.
fn table(head: &[String], all: &[Vec<String>]) -> String {
    rows(all.iter().map(|row| match row.as_slice() {
        [name, value] => format!("- {}: {}", line(name), line(value)),
        row => {
            let filled = head.iter().zip(row).filter(|(_, cell)| !cell.trim().is_empty());
            let cells: Vec<String> = filled.map(|(name, cell)| format!("{}: {}", line(name), line(cell))).collect();
            format!("- {}", cells.join("; "))
        }
    }))
}

fn rows(rows: impl Iterator<Item = String>) -> String {
    rows.collect::<Vec<_>>().join("\n")
}

fn underlined(text: &str, with: char) -> String {
    let text = line(text);
    let length = text.chars().count().min(WIDEST);
    format!("{text}\n{}", with.to_string().repeat(length))
}

fn indented(text: &str, first: &str, further: &str) -> String {
    match lines(text) {
        lines if lines.is_empty() => String::new(),
        lines => format!("{first}{}", lines.join(&format!("\n{further}"))),
    }
}
