//! XML as a tree of elements, within bounds. A document type is refused: with it come entities that grow without end
//! or fetch files.
use super::{FILE, MODEL, OWN};
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::reader::NsReader;

const DEPTH: usize = 64;
const ELEMENTS: usize = 300_000;
const ATTRIBUTES: usize = 100;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Space {
    Bpmn,
    Own,
    Other,
}

#[derive(Clone, Debug)]
pub struct Element {
    pub space: Space,
    pub name: String,
    attributes: Vec<(String, String)>,
    pub children: Vec<Element>,
    pub text: String,
}

impl Element {
    pub fn attribute(&self, name: &str) -> &str {
        self.attributes.iter().find(|(own, _)| own == name).map_or("", |(_, value)| value)
    }

    /// The children of a name of BPMN's.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children.iter().filter(move |child| child.is(name))
    }

    pub fn is(&self, name: &str) -> bool {
        self.space == Space::Bpmn && self.name == name
    }

    /// Our own row among its extensions.
    pub fn row(&self) -> Option<&Self> {
        let own = |child: &&Self| child.space == Space::Own && child.name == "row";
        self.all("extensionElements").flat_map(|extension| &extension.children).find(own)
    }
}

/// Why a file is no tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    TooLarge,
    TooDeep,
    DocumentType,
    /// About so many bytes from the start.
    Broken(u64),
}

/// The root element.
///
/// # Errors
/// Says why the text is not read.
pub fn parse(text: &str) -> Result<Element, Refusal> {
    if text.len() > FILE {
        return Err(Refusal::TooLarge);
    }
    let mut reader = NsReader::from_str(text.trim_start_matches('\u{feff}'));
    reader.config_mut().expand_empty_elements = true;
    let mut open: Vec<Element> = Vec::new();
    let mut count = 0;
    loop {
        let before = reader.buffer_position();
        let broken = || Refusal::Broken(before);
        let (space, event) = reader.read_resolved_event().map_err(|_| broken())?;
        match event {
            Event::Start(start) => {
                count += 1;
                if open.len() >= DEPTH {
                    return Err(Refusal::TooDeep);
                }
                if count > ELEMENTS {
                    return Err(Refusal::TooLarge);
                }
                open.push(element(space_of(&space), &start).ok_or_else(broken)?);
            }
            Event::End(_) => {
                let done = open.pop().ok_or_else(broken)?;
                match open.last_mut() {
                    Some(parent) => parent.children.push(done),
                    None => return Ok(done),
                }
            }
            Event::Text(more) => add(&mut open, &more.xml10_content()),
            Event::CData(more) => add(&mut open, &more.xml10_content()),
            Event::GeneralRef(reference) => {
                let c = reference.resolve_char_ref().map_err(|_| broken())?;
                let named = quick_xml::escape::resolve_predefined_entity(&reference);
                match (c, named) {
                    (Some(c), _) => add(&mut open, c.encode_utf8(&mut [0; 4])),
                    (None, Some(text)) => add(&mut open, text),
                    (None, None) => return Err(broken()),
                }
            }
            Event::DocType(_) => return Err(Refusal::DocumentType),
            Event::Eof => return Err(broken()),
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
}

fn space_of(space: &ResolveResult) -> Space {
    match space {
        ResolveResult::Bound(Namespace(name)) if *name == MODEL => Space::Bpmn,
        ResolveResult::Bound(Namespace(name)) if *name == OWN => Space::Own,
        _ => Space::Other,
    }
}

fn add(open: &mut [Element], text: &str) {
    if let Some(element) = open.last_mut() {
        element.text.push_str(text);
    }
}

fn element(space: Space, start: &BytesStart) -> Option<Element> {
    let mut attributes = Vec::new();
    for attribute in start.attributes().with_checks(false).take(ATTRIBUTES) {
        let attribute = attribute.ok()?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
        attributes.push((attribute.key.local_name().as_ref().to_owned(), value.into_owned()));
    }
    let name = start.local_name().as_ref().to_owned();
    Some(Element { space, name, attributes, children: Vec::new(), text: String::new() })
}
