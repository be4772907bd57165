//! A document as Markdown: CommonMark with GitHub's tables and task lists. What people wrote stays text.
use super::document::{Block, Document, line, lines};

pub const LABEL: &str = "Markdown";
pub const MIME: &str = "text/markdown";
pub const EXTENSION: &str = "md";

pub fn write(document: &Document) -> String {
    let mut parts = vec![format!("# {}", escape(&line(&document.title), false))];
    if !document.subtitle.is_empty() {
        parts.push(broken(&document.subtitle, ""));
    }
    parts.extend(document.blocks.iter().map(block));
    if !document.footer.is_empty() {
        parts.push("---".into());
        parts.extend(document.footer.iter().map(|line| broken(line, "")));
    }
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n") + "\n"
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading { level, text } => format!("{} {}", "#".repeat(usize::from(*level)), escape(&line(text), false)),
        Block::Paragraph(text) => broken(text, ""),
        Block::Note(text) => match broken(text, "") {
            text if text.is_empty() => text,
            text => format!("*{text}*"),
        },
        Block::List(items) => list(items, ""),
        Block::Checks(checks) => {
            let item = |done: bool, text: &str| format!("- [{}] {}", if done { 'x' } else { ' ' }, led(text, "  "));
            checks.iter().map(|check| item(check.done, &check.text)).collect::<Vec<_>>().join("\n")
        }
        Block::Table { head, rows } => table(head, rows),
        Block::Picture(scene) => {
            format!("**{}**\n\n{}", escape(&line(&scene.title), false), table(&scene.table.head, &scene.table.rows))
        }
        Block::Quote(text) => format!("> {}", broken(text, "> ")),
        Block::QuotedList(items) => list(items, "> "),
    }
}

fn list(items: &[String], within: &str) -> String {
    let item = |item: &String| format!("{within}- {}", broken(item, &format!("{within}  ")));
    items.iter().map(item).collect::<Vec<_>>().join("\n")
}

fn table(head: &[String], rows: &[Vec<String>]) -> String {
    let cell = |text: &str| lines(text).iter().map(|line| escape(line, false)).collect::<Vec<_>>().join("<br>");
    let row = |cells: &[String]| format!("| {} |", cells.iter().map(|text| cell(text)).collect::<Vec<_>>().join(" | "));
    let rule = format!("| {} |", vec!["---"; head.len()].join(" | "));
    let rows = rows.iter().map(|cells| row(cells));
    [row(head), rule].into_iter().chain(rows).collect::<Vec<_>>().join("\n")
}

/// Text whose line breaks stay; every further line begins with `indent`.
fn broken(text: &str, indent: &str) -> String {
    joined(text, true, indent)
}

/// As [`broken`], after a sign that keeps the first line from starting a block.
fn led(text: &str, indent: &str) -> String {
    joined(text, false, indent)
}

fn joined(text: &str, start: bool, indent: &str) -> String {
    let lines: Vec<String> = lines(text).iter().enumerate().map(|(at, line)| escape(line, start || at > 0)).collect();
    lines.join(&format!("\\\n{indent}"))
}

/// One line of plain text, with everything that would mean something escaped; more does at the start of a block.
fn escape(text: &str, start: bool) -> String {
    let mut safe = String::with_capacity(text.len() + 8);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        let means = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '#' => true,
            '-' | '+' | '=' | ':' => start && at == 0,
            '.' | ')' => start && digits > 0 && at == digits && (rest.is_empty() || rest.starts_with(' ')),
            '&' => is_entity(rest),
            '$' => !rest.starts_with(|next: char| next.is_ascii_digit()),
            _ => false,
        };
        if means {
            safe.push('\\');
        }
        safe.push(c);
    }
    safe
}

/// Whether an ampersand before this would begin a character reference.
fn is_entity(rest: &str) -> bool {
    let name = rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '#');
    name.len() < rest.len() && name.starts_with(';')
}
