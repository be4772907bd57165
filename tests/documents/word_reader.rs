//! Reads a Word file by nothing that wrote it: its parts, its paragraphs with their styles, its tables.
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

/// One paragraph as a reader sees it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    pub style: String,
    /// A line break for each break.
    pub text: String,
    pub is_in_table: bool,
    /// Starts at the right.
    pub is_leftward: bool,
    /// The number of the list it belongs to.
    pub list: Option<String>,
    pub bookmarks: Vec<String>,
    /// Where its link leads.
    pub anchor: Option<String>,
    pub fields: Vec<String>,
}

/// Every part by its name.
pub fn parts(file: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).expect("a zip");
    let mut parts = BTreeMap::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("a part");
        if part.is_dir() {
            continue;
        }
        let mut text = String::new();
        part.read_to_string(&mut text).expect("UTF-8");
        let name = part.name().expect("a name").into_owned();
        assert!(parts.insert(name, text).is_none(), "a part stands twice");
    }
    parts
}

/// The elements that begin, in order; fails where the text isn't well-formed XML 1.0.
pub fn elements(xml: &str) -> Vec<BytesStart<'_>> {
    let legal = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    assert!(xml.chars().all(legal), "a character that XML doesn't know");
    let mut reader = Reader::from_str(xml);
    let (mut found, mut depth) = (Vec::new(), 0_usize);
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Start(start) => {
                depth += 1;
                found.push(start);
            }
            Event::Empty(start) => found.push(start),
            Event::End(_) => depth = depth.checked_sub(1).expect("what ends has begun"),
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0, "what begins ends");
    found
}

pub fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    let attribute = element.try_get_attribute(name).expect("attributes are well-formed")?;
    Some(attribute.normalized_value(quick_xml::XmlVersion::Explicit1_0).expect("a value").into_owned())
}

/// The paragraphs of a part, in order.
pub fn paragraphs(xml: &str) -> Vec<Paragraph> {
    let mut reader = Reader::from_str(xml);
    let (mut all, mut now, mut cells, mut inside) = (Vec::new(), Paragraph::default(), 0_usize, "");
    loop {
        let event = reader.read_event().expect("well-formed");
        match &event {
            Event::Start(element) | Event::Empty(element) => match element.name().as_ref() {
                "w:tc" => cells += 1,
                "w:p" => now = Paragraph { is_in_table: cells > 0, ..Paragraph::default() },
                "w:pStyle" => now.style = attribute(element, "w:val").unwrap_or_default(),
                "w:bidi" => now.is_leftward = true,
                "w:numId" => now.list = attribute(element, "w:val"),
                "w:bookmarkStart" => now.bookmarks.extend(attribute(element, "w:name")),
                "w:hyperlink" => now.anchor = attribute(element, "w:anchor"),
                "w:br" => now.text.push('\n'),
                "w:tab" if inside == "run" => now.text.push('\t'),
                "w:r" => inside = "run",
                "w:t" => inside = "text",
                "w:instrText" => {
                    inside = "field";
                    now.fields.push(String::new());
                }
                _ => {}
            },
            Event::End(element) => match element.name().as_ref() {
                "w:tc" => cells -= 1,
                "w:p" => all.push(std::mem::take(&mut now)),
                "w:t" | "w:instrText" => inside = "run",
                "w:r" => inside = "",
                _ => {}
            },
            Event::Text(text) if inside == "text" => now.text.push_str(text.as_ref()),
            Event::GeneralRef(name) if inside == "text" => now.text.push_str(meant(name.as_ref())),
            Event::Text(text) if inside == "field" => {
                now.fields.iter_mut().last().expect("one").push_str(text.as_ref())
            }
            Event::GeneralRef(name) if inside == "field" => {
                now.fields.iter_mut().last().expect("one").push_str(meant(name.as_ref()));
            }
            Event::Eof => return all,
            _ => {}
        }
    }
}

fn meant(reference: &str) -> &'static str {
    match reference {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        other => panic!("&{other}; is no reference of XML"),
    }
}
