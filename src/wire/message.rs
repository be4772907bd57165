//! What a frame and the page around it tell each other: texts of JSON with a version and an id. What is not exactly
//! one of these is dropped: a page gets messages from anyone.
use super::account::{read_texts, take_text, write_text};
use super::bounds;
use super::envelope::{self, Refusals};
use super::json::{self, Value};
use super::refusal::Refusal;
use crate::domain::table::Table;

/// Bytes of a message that holds no case and no playbook.
const SMALL: usize = 64 << 10;
/// Characters of an id.
const ID: usize = 64;

const REFUSALS: Refusals =
    Refusals { foreign: Refusal::ForeignFile, newer: Refusal::NewerFile, damaged: Refusal::DamagedFile };

/// How the frame shows itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// A language tag for numbers and days, such as `de-CH`.
    pub locale: Option<String>,
    pub theme: Option<Theme>,
    pub view: Option<View>,
    /// What to type into an empty account, by question id.
    pub prefill: Table<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// As the device has it.
    Auto,
    Light,
    Dark,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    Full,
    /// The verdict alone.
    Verdict,
    ReadOnly,
}

/// What the host asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// The first message; may come again to change the options.
    Init(Options),
    /// Judge by this playbook, as JSON text.
    Configure(String),
    /// Show this case file.
    Load(String),
    /// Give the case file.
    Save,
    /// Give the checklist.
    Export(Format),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For the customer's eyes, unless said otherwise.
    Html {
        partner: bool,
    },
    Markdown {
        partner: bool,
    },
}

/// A message that was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    pub id: String,
    pub ask: Ask,
}

/// Reads a message; nothing for whatever is not exactly one of ours.
pub fn read(text: &str) -> Option<Received> {
    if text.len() > bounds::FILE {
        return None;
    }
    let mut map = envelope::open(text, "message", envelope::FIRST, &REFUSALS).ok()?;
    let id = take_text(&mut map, "id").filter(|id| is_id(id))?;
    let kind = take_text(&mut map, "type")?;
    let ask = match kind.as_str() {
        "configure" => Ask::Configure(take_text(&mut map, "playbook")?),
        "load" => Ask::Load(take_text(&mut map, "case")?),
        _ if text.len() > SMALL => return None,
        "init" => Ask::Init(options(&mut map)?),
        "save" => Ask::Save,
        "export" => Ask::Export(format(&mut map)?),
        _ => return None,
    };
    map.is_empty().then_some(Received { id, ask })
}

fn is_id(id: &str) -> bool {
    (1..=ID).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_graphic())
}

fn options(map: &mut Table<Value>) -> Option<Options> {
    let mut options = Options::default();
    if let Some(locale) = map.remove("locale") {
        options.locale = Some(locale.text().filter(|locale| is_locale(locale))?);
    }
    if let Some(theme) = map.remove("theme") {
        options.theme = Some(parse_theme(&theme.text()?)?);
    }
    if let Some(view) = map.remove("view") {
        options.view = Some(parse_view(&view.text()?)?);
    }
    if let Some(prefill) = map.remove("prefill") {
        options.prefill = read_texts(prefill)?;
    }
    Some(options)
}

/// The options in a frame's address, `#theme=dark&locale=de&view=verdict&prefill=%7B%22account.name%22%3A…%7D`; what is
/// unknown there is passed over.
pub fn options_in(fragment: &str) -> Options {
    let mut options = Options::default();
    for (name, value) in fragment.split('&').filter_map(|part| part.split_once('=')) {
        match name {
            "locale" => options.locale = Some(value.to_owned()).filter(|locale| is_locale(locale)),
            "theme" => options.theme = parse_theme(value),
            "view" => options.view = parse_view(value),
            "prefill" => options.prefill = parse_prefill(value).unwrap_or_default(),
            _ => {}
        }
    }
    options
}

/// JSON whose bytes may stand as `%20`.
fn parse_prefill(text: &str) -> Option<Table<String>> {
    if text.len() > SMALL {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, more)) = rest.split_first() {
        let escaped = || {
            let (digits, more) =
                more.split_at_checked(2).filter(|(digits, _)| digits.iter().all(u8::is_ascii_hexdigit))?;
            Some((u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?, more))
        };
        let (byte, more) = if *first == b'%' { escaped()? } else { (*first, more) };
        bytes.push(byte);
        rest = more;
    }
    read_texts(json::read(&String::from_utf8(bytes).ok()?)?)
}

fn parse_theme(text: &str) -> Option<Theme> {
    Some(match text {
        "auto" => Theme::Auto,
        "light" => Theme::Light,
        "dark" => Theme::Dark,
        _ => return None,
    })
}

fn parse_view(text: &str) -> Option<View> {
    Some(match text {
        "full" => View::Full,
        "verdict" => View::Verdict,
        "read-only" => View::ReadOnly,
        _ => return None,
    })
}

/// Of the shape of a language tag; whether there is such a language the browser knows.
fn is_locale(text: &str) -> bool {
    (2..=35).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

fn format(map: &mut Table<Value>) -> Option<Format> {
    let partner = match map.remove("audience") {
        None => false,
        Some(audience) => match audience.text()?.as_str() {
            "customer" => false,
            "partner" => true,
            _ => return None,
        },
    };
    match take_text(map, "format")?.as_str() {
        "html" => Some(Format::Html { partner }),
        "markdown" => Some(Format::Markdown { partner }),
        _ => None,
    }
}

/// What the frame tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Say<'a> {
    /// It listens; or it has done what was asked.
    Ready,
    /// So many CSS pixels its content is high.
    Height(u32),
    /// Something was typed.
    Change,
    /// The verdict, in the words of the page.
    Result(&'a Table<String>),
    /// The case as a file.
    Save {
        name: &'a str,
        case: &'a str,
    },
    Export {
        name: &'a str,
        mime: &'a str,
        text: &'a str,
    },
    /// What was asked can't be done, in a sentence.
    Error(&'a str),
}

/// The text of a message of this id, which may be an answer to the one with another id.
pub fn write(say: &Say, id: u32, reply: Option<&str>) -> String {
    let mut writer = envelope::begin("message", envelope::FIRST, false);
    write_text(&mut writer, "id", &id.to_string());
    if let Some(reply) = reply {
        write_text(&mut writer, "reply", reply);
    }
    let texts: &[(&str, &str)] = match say {
        Say::Ready => &[("type", "ready")],
        Say::Height(_) => &[("type", "height")],
        Say::Change => &[("type", "change")],
        Say::Result(_) => &[("type", "result")],
        Say::Save { name, case } => &[("type", "save"), ("name", name), ("case", case)],
        Say::Export { name, mime, text } => &[("type", "export"), ("name", name), ("mime", mime), ("text", text)],
        Say::Error(sentence) => &[("type", "error"), ("message", sentence)],
    };
    for (name, text) in texts {
        write_text(&mut writer, name, text);
    }
    match say {
        Say::Height(height) => {
            writer.key("height");
            writer.number(*height);
        }
        Say::Result(result) => {
            for (name, text) in result.iter() {
                write_text(&mut writer, name, text);
            }
        }
        _ => {}
    }
    writer.close('}');
    writer.text
}
