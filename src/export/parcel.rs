//! A document as plain rows of texts and back, to hand it to the worker that writes it. A picture keeps its words and
//! its table alone.
use super::document::{Block, Check, Document};
use super::picture::{Scene, Twin};

/// Each row begins with the name of what it holds.
pub type Parcel = Vec<Vec<String>>;

const DONE: &str = "done";
const OPEN: &str = "open";

pub fn pack(document: &Document) -> Parcel {
    let row = |name: &str, texts: &[String]| std::iter::once(name.to_owned()).chain(texts.iter().cloned()).collect();
    let text = |name: &str, text: &String| vec![name.to_owned(), text.clone()];
    let mut rows: Parcel = vec![
        text("title", &document.title),
        text("subtitle", &document.subtitle),
        text("running", &document.running),
        row("footer", &document.footer),
    ];
    for block in &document.blocks {
        rows.push(match block {
            Block::Heading { level, text } => vec!["heading".to_owned(), level.to_string(), text.clone()],
            Block::Paragraph(words) => text("paragraph", words),
            Block::Note(words) => text("note", words),
            Block::Quote(words) => text("quote", words),
            Block::List(items) => row("list", items),
            Block::QuotedList(items) => row("quoted-list", items),
            Block::Checks(checks) => {
                let checks = checks.iter().flat_map(|check| [state(check.done).to_owned(), check.text.clone()]);
                row("checks", &checks.collect::<Vec<_>>())
            }
            Block::Table { head, rows: body } => {
                let named = row("table", head);
                rows.push(named);
                rows.extend(body.iter().map(|cells| row("row", cells)));
                continue;
            }
            Block::Picture(scene) => {
                rows.push(vec!["picture".to_owned(), scene.title.clone(), scene.description.clone()]);
                rows.push(row("twin", &scene.table.head));
                rows.extend(scene.table.rows.iter().map(|cells| row("row", cells)));
                continue;
            }
        });
    }
    rows
}

const fn state(done: bool) -> &'static str {
    if done { DONE } else { OPEN }
}

/// Nothing comes of rows that no document was packed into.
pub fn unpack(parcel: Parcel) -> Option<Document> {
    let mut document = Document::default();
    for row in parcel {
        let mut texts = row.into_iter();
        let name = texts.next()?;
        let texts: Vec<String> = texts.collect();
        place(&mut document, &name, texts)?;
    }
    Some(document)
}

fn place(document: &mut Document, name: &str, texts: Vec<String>) -> Option<()> {
    let one = || <[String; 1]>::try_from(texts.clone()).ok().map(|[text]| text);
    let block = match name {
        "title" => return one().map(|text| document.title = text),
        "subtitle" => return one().map(|text| document.subtitle = text),
        "running" => return one().map(|text| document.running = text),
        "footer" => {
            document.footer = texts;
            return Some(());
        }
        "row" => return cells(document, texts),
        "twin" => match document.blocks.last_mut()? {
            Block::Picture(scene) => {
                scene.table.head = texts;
                return Some(());
            }
            _ => return None,
        },
        "heading" => {
            let [level, text] = texts.try_into().ok()?;
            Block::Heading { level: level.parse().ok()?, text }
        }
        "paragraph" => Block::Paragraph(one()?),
        "note" => Block::Note(one()?),
        "quote" => Block::Quote(one()?),
        "list" => Block::List(texts),
        "quoted-list" => Block::QuotedList(texts),
        "checks" => Block::Checks(checks(&texts)?),
        "table" => Block::Table { head: texts, rows: Vec::new() },
        "picture" => {
            let [title, description] = texts.try_into().ok()?;
            Block::Picture(Box::new(Scene { title, description, ..Scene::default() }))
        }
        _ => return None,
    };
    document.blocks.push(block);
    Some(())
}

/// A row of the table that came last.
fn cells(document: &mut Document, texts: Vec<String>) -> Option<()> {
    match document.blocks.last_mut()? {
        Block::Table { rows, .. } => rows.push(texts),
        Block::Picture(scene) => {
            let Twin { rows, .. } = &mut scene.table;
            rows.push(texts);
        }
        _ => return None,
    }
    Some(())
}

fn checks(texts: &[String]) -> Option<Vec<Check>> {
    let check = |pair: &[String]| match pair {
        [state, text] if [DONE, OPEN].contains(&state.as_str()) => {
            Some(Check { done: state == DONE, text: text.clone() })
        }
        _ => None,
    };
    texts.chunks(2).map(check).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_comes_out() {
        let words = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        let twin = Twin { head: words(&["A"]), rows: vec![words(&["1"]), Vec::new()] };
        let scene = Scene { title: "P".into(), description: "D".into(), table: twin, ..Scene::default() };
        let document = Document {
            title: "T\n".into(),
            subtitle: "S".into(),
            running: String::new(),
            footer: words(&["one", ""]),
            blocks: vec![
                Block::Heading { level: 3, text: "row".into() },
                Block::Paragraph("table".into()),
                Block::Note(String::new()),
                Block::Quote("\"q\"".into()),
                Block::List(words(&["x", "y"])),
                Block::QuotedList(words(&["z"])),
                Block::Checks(vec![Check { done: true, text: "open".into() }, Check { done: false, text: "d".into() }]),
                Block::Table { head: words(&["h", "i"]), rows: vec![words(&["1", "2"]), words(&["3", "4"])] },
                Block::Picture(Box::new(scene)),
            ],
        };
        assert_eq!(unpack(pack(&document)), Some(document));
    }

    #[test]
    fn other_rows_are_refused() {
        for rows in [
            vec![vec![]],
            vec![vec!["what"]],
            vec![vec!["row", "1"]],
            vec![vec!["heading", "x", "y"]],
            vec![vec!["checks", "done"]],
        ] {
            let rows = rows.into_iter().map(|row| row.into_iter().map(str::to_owned).collect()).collect();
            assert_eq!(unpack(rows), None);
        }
    }
}
