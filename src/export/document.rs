//! A document before it has a format: headings, texts, lists, checks, tables and pictures. All texts are plain; writers
//! escape.
use super::picture::Scene;

/// One document, the same in every format.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    pub title: String,
    /// Whom it is for, under the title; may be empty.
    pub subtitle: String,
    /// One line for the foot of every printed page.
    pub running: String,
    /// Lines at the end, each once.
    pub footer: Vec<String>,
    pub blocks: Vec<Block>,
}

/// A part of a document. A line break within a text is kept.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// Level 2 or 3; the title is level 1.
    Heading {
        level: u8,
        text: String,
    },
    Paragraph(String),
    /// A remark about the document itself, set apart from what people wrote.
    Note(String),
    List(Vec<String>),
    Checks(Vec<Check>),
    /// The first cell of a row is its name.
    Table {
        head: Vec<String>,
        rows: Vec<Vec<String>>,
    },
    /// Somebody's own words.
    Quote(String),
    /// Somebody's own words, written as points.
    QuotedList(Vec<String>),
    /// Where a format has no pictures, the table that says the same.
    Picture(Box<Scene>),
}

/// A point that is done or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    pub done: bool,
    pub text: String,
}

impl Document {
    pub fn heading(&mut self, level: u8, text: impl Into<String>) {
        self.blocks.push(Block::Heading { level, text: text.into() });
    }

    pub fn paragraph(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Paragraph(text.into()));
    }

    pub fn note(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Note(text.into()));
    }

    /// An empty list leaves no trace.
    pub fn list(&mut self, items: Vec<String>) {
        if !items.is_empty() {
            self.blocks.push(Block::List(items));
        }
    }

    /// An empty list of checks leaves no trace.
    pub fn checks(&mut self, checks: Vec<Check>) {
        if !checks.is_empty() {
            self.blocks.push(Block::Checks(checks));
        }
    }

    /// A table without rows leaves no trace.
    pub fn table(&mut self, head: &[&str], rows: Vec<Vec<String>>) {
        if !rows.is_empty() {
            let head = head.iter().map(|cell| (*cell).to_owned()).collect();
            self.blocks.push(Block::Table { head, rows });
        }
    }

    pub fn picture(&mut self, scene: Scene) {
        self.blocks.push(Block::Picture(Box::new(scene)));
    }

    /// Somebody's own words: a quote for each stretch between blank lines, a list where lines begin as points do.
    pub fn quote(&mut self, text: &str) {
        let mut apart = true;
        for line in clean(text).lines() {
            match (line.trim(), point(line), self.blocks.last_mut().filter(|_| !apart)) {
                ("", ..) => {}
                (_, Some(item), Some(Block::QuotedList(items))) => items.push(item.to_owned()),
                (_, Some(item), _) => self.blocks.push(Block::QuotedList(vec![item.to_owned()])),
                (_, None, Some(Block::Quote(text))) => text.extend(["\n", line.trim_end()]),
                (_, None, _) => self.blocks.push(Block::Quote(line.trim_end().to_owned())),
            }
            apart = line.trim().is_empty();
        }
    }
}

/// What a line says that begins with the sign of a point and a space.
pub fn point(line: &str) -> Option<&str> {
    let rest = line.trim().strip_prefix(['-', '–', '—', '*', '•', '·', '▪', '◦'])?;
    let said = rest.trim_start();
    (said.len() < rest.len() && said.contains(char::is_alphanumeric)).then_some(said)
}

/// Text without control characters, and with one kind of line break.
pub fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let mut clean = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' => clean.push('\n'),
            '\t' => clean.push(' '),
            c if c.is_control() || is_noncharacter(c) || turns(c) => {}
            c => clean.push(c),
        }
    }
    clean.trim().to_owned()
}

/// Clean text on one line.
pub fn line(text: &str) -> String {
    clean(text).split('\n').map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The lines of a clean text that hold something.
pub fn lines(text: &str) -> Vec<String> {
    clean(text).split('\n').map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// Signs that turn the direction of all that follows on their line, other people's words included.
fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Code points that no text may hold, such as U+FFFE.
fn is_noncharacter(c: char) -> bool {
    let code = u32::from(c);
    code & 0xfffe == 0xfffe || (0xfdd0..=0xfdef).contains(&code)
}
