//! Word files: the same headings and texts in the same order, real lists and tables, a table of contents that is there.
use crate::sample::{HOSTILE, NAME, archetype, around, blank, hostile};
use crate::word_reader::{Paragraph, attribute, elements, paragraphs, parts};
use fitproof::export::checklist::{Audience, checklist};
use fitproof::export::document::{Block, Document, line, lines};
use fitproof::export::{docx, parcel};

const BODY: &str = "word/document.xml";

fn written(document: &Document) -> Vec<u8> {
    docx::write(document).expect("a Word file is written")
}

fn body(document: &Document) -> Vec<Paragraph> {
    paragraphs(&parts(&written(document))[BODY])
}

/// All documents of three accounts.
fn documents() -> Vec<Document> {
    let samples = [archetype("archetype.scale-up"), hostile(), blank()];
    let of = |sample: &crate::sample::Sample| Audience::ALL.map(|audience| checklist(&sample.case(), audience));
    samples.iter().flat_map(of).collect()
}

/// What a reader should find: the style, and the text with its breaks.
pub fn expected(document: &Document) -> Vec<(&'static str, String)> {
    let joined = |text: &str| lines(text).join("\n");
    let mut all = vec![("Title", line(&document.title)), ("Subtitle", joined(&document.subtitle))];
    for block in &document.blocks {
        match block {
            Block::Heading { level: 2, text } => all.push(("Heading1", line(text))),
            Block::Heading { text, .. } => all.push(("Heading2", line(text))),
            Block::Paragraph(text) => all.push(("Normal", joined(text))),
            Block::Note(text) => all.push(("Note", joined(text))),
            Block::Quote(text) => all.push(("Quote", joined(text))),
            Block::List(items) => all.extend(items.iter().map(|item| ("ListBullet", joined(item)))),
            Block::QuotedList(items) => all.extend(items.iter().map(|item| ("QuoteBullet", joined(item)))),
            Block::Checks(checks) => all.extend(
                checks
                    .iter()
                    .map(|check| ("Checks", joined(&format!("{} {}", if check.done { '☑' } else { '☐' }, check.text)))),
            ),
            Block::Table { head, rows } => all.extend(cells(head, rows)),
            Block::Picture(scene) => {
                all.push(("Caption", joined(&scene.title)));
                if !scene.description.is_empty() {
                    all.push(("Note", joined(&scene.description)));
                }
                all.extend(cells(&scene.table.head, &scene.table.rows));
            }
        }
    }
    all.extend(document.footer.iter().map(|text| ("Closing", joined(text))));
    all
}

/// The cells of a table, each row as long as the longest; a table without columns is none.
fn cells(head: &[String], rows: &[Vec<String>]) -> Vec<(&'static str, String)> {
    let columns = rows.iter().map(Vec::len).chain([head.len()]).max().unwrap_or_default();
    let all = std::iter::once(head).chain(rows.iter().map(Vec::as_slice)).filter(|_| columns > 0);
    let row = |row: &[String]| {
        let blank = std::iter::repeat_n(String::new(), columns - row.len());
        row.iter().map(|cell| lines(cell).join("\n")).chain(blank).collect::<Vec<_>>()
    };
    all.flat_map(row).map(|cell| ("Cell", cell)).collect()
}

#[test]
fn a_reader_finds_every_text_in_its_style_and_order() {
    for document in documents() {
        let found = body(&document);
        let own = |paragraph: &&Paragraph| !["TOCHeading", "TOC1", "TOC2", "Gap"].contains(&paragraph.style.as_str());
        let found: Vec<(&str, String)> =
            found.iter().filter(own).map(|paragraph| (paragraph.style.as_str(), paragraph.text.clone())).collect();
        assert_eq!(found, expected(&document), "{}", document.title);
    }
}

#[test]
fn the_table_of_contents_holds_every_heading_and_leads_there() {
    for document in documents() {
        let found = body(&document);
        let headings: Vec<&Paragraph> = found.iter().filter(|own| own.style.starts_with("Heading")).collect();
        let entries: Vec<&Paragraph> =
            found.iter().filter(|own| ["TOC1", "TOC2"].contains(&own.style.as_str())).collect();
        if headings.len() < 8 {
            assert!(entries.is_empty());
            continue;
        }
        assert_eq!(entries.len(), headings.len());
        for (entry, heading) in entries.iter().zip(&headings) {
            assert_eq!(entry.text, format!("{}\t", heading.text));
            assert_eq!(entry.anchor.as_ref(), heading.bookmarks.first());
            assert_eq!(entry.style.replace("TOC", ""), heading.style.replace("Heading", ""));
            let page = format!("PAGEREF {} \\h", heading.bookmarks[0]);
            assert_eq!(entry.fields.last(), Some(&page));
        }
        assert_eq!(entries[0].fields[0], "TOC \\o \"1-2\" \\h");
    }
}

#[test]
fn every_part_is_whole_and_the_same_each_time() {
    let all = documents();
    let files: Vec<Vec<u8>> = all.iter().map(written).collect();
    for (document, file) in all.iter().zip(&files) {
        for (name, part) in parts(file) {
            assert!(!elements(&part).is_empty(), "{name} is empty");
        }
        assert!(written(document) == *file, "{} is written otherwise the second time", document.title);
        let handed = parcel::unpack(parcel::pack(document)).expect("what was packed");
        assert!(written(&handed) == *file, "{} is another one by way of the worker", document.title);
    }
}

#[test]
fn every_page_names_the_account_and_is_numbered() {
    let document = checklist(&archetype("archetype.scale-up").case(), Audience::Customer);
    let parts = parts(&written(&document));
    assert_eq!(paragraphs(&parts["word/header1.xml"])[0].text, document.running);
    let foot = &paragraphs(&parts["word/footer1.xml"])[0];
    assert_eq!(
        (foot.text.as_str(), foot.fields.as_slice()),
        ("Page 1 of 1", &["PAGE", "NUMPAGES"].map(String::from)[..])
    );
    let properties = &parts["docProps/core.xml"];
    assert!(properties.contains(&format!("<dc:title>{}</dc:title>", document.title)), "{properties}");
    assert!(parts["word/styles.xml"].contains("<w:lang w:val=\"en-US\""));
}

#[test]
fn lists_are_lists_and_tables_repeat_their_head() {
    let rows = vec![vec!["one".to_owned()], vec!["two".to_owned(), "2".to_owned(), "more than the head".to_owned()]];
    let document = Document {
        blocks: vec![
            Block::List(vec!["first".into(), "second".into()]),
            Block::QuotedList(vec!["theirs".into()]),
            Block::Table { head: vec!["A".into(), "B".into()], rows: rows.clone() },
            Block::Table { head: vec!["C".into()], rows },
            Block::Table { head: Vec::new(), rows: Vec::new() },
        ],
        ..Document::default()
    };
    let parts = parts(&written(&document));
    let found = paragraphs(&parts[BODY]);
    assert_eq!(found.iter().filter(|own| own.list.is_some()).count(), 3);
    for item in found.iter().filter(|own| ["ListBullet", "QuoteBullet"].contains(&own.style.as_str())) {
        let list = item.list.as_ref().expect("it belongs to a list");
        assert!(parts["word/numbering.xml"].contains(&format!("<w:num w:numId=\"{list}\">")));
    }
    assert!(parts["word/numbering.xml"].contains("<w:numFmt w:val=\"bullet\" /><w:lvlText w:val=\"•\" />"));
    let elements = elements(&parts[BODY]);
    let count = |name: &str| elements.iter().filter(|element| element.name().as_ref() == name).count();
    assert_eq!((count("w:tbl"), count("w:tr"), count("w:tblHeader"), count("w:tc")), (2, 6, 2, 3 * 3 + 3 * 3));
    for element in elements.iter().filter(|element| element.name().as_ref() == "w:tblW") {
        assert_eq!(attribute(element, "w:type").as_deref(), Some("dxa"));
    }
    let last = &found[found.len() - 1];
    assert!(last.style == "Gap" && !last.is_in_table, "no file ends with a table, no two tables touch");
    assert_eq!(found.iter().filter(|own| own.style == "Gap").count(), 2);
}

#[test]
fn a_picture_is_told_by_its_table() {
    use fitproof::export::picture::{Scene, Twin};
    let table = Twin { head: vec!["When".into(), "What".into()], rows: vec![vec!["Monday".into(), "Start".into()]] };
    let scene = Scene { title: "Timeline".into(), description: "It starts.".into(), table, ..Scene::default() };
    let found = body(&Document { blocks: vec![Block::Picture(Box::new(scene))], ..Document::default() });
    let texts: Vec<(&str, &str)> = found.iter().skip(1).map(|own| (own.style.as_str(), own.text.as_str())).collect();
    let cells = ["When", "What", "Monday", "Start"].map(|text| ("Cell", text));
    assert_eq!(texts, [&[("Caption", "Timeline"), ("Note", "It starts.")][..], &cells, &[("Gap", "")]].concat());
}

#[test]
fn whatever_is_pasted_stays_text() {
    let long = "0123456789".repeat(1_000);
    let texts = HOSTILE.iter().chain([&NAME, &"=cmd()|' /C calc'!A0", &"<w:p/>", &"]]>&#x0;&nbsp;"]).copied();
    for text in texts.chain([long.as_str()]).map(str::to_owned) {
        let document = around(&text);
        let parts = parts(&written(&document));
        parts.values().for_each(|part| drop(elements(part)));
        let found: Vec<(String, String)> =
            paragraphs(&parts[BODY]).into_iter().map(|own| (own.style, own.text)).collect();
        let wanted: Vec<(String, String)> =
            expected(&document).into_iter().map(|(style, text)| (style.to_owned(), text)).collect();
        assert_eq!(found, wanted);
    }
}

#[test]
fn what_runs_from_right_to_left_does_so() {
    let document = Document {
        blocks: ["שלום עולם (1)", "plain", "Anna مرحبا"].map(|text| Block::Paragraph(text.into())).into(),
        ..Document::default()
    };
    let parts = parts(&written(&document));
    let leftward: Vec<bool> = paragraphs(&parts[BODY]).iter().skip(1).map(|own| own.is_leftward).collect();
    assert_eq!(leftward, [true, false, false]);
    assert_eq!(parts[BODY].matches("<w:rtl />").count(), 2);
    assert!(!parts[BODY].contains("<w:w "), "the stand-in is gone");
}
