//! What the partner and the customer send each other: a request for sections, and a reply with their texts.
use super::account::{take_text, write_text};
use super::bounds::{self, short};
use super::envelope::{self, Refusals};
use super::json::{Value, Writer};
use super::refusal::Refusal;
use crate::domain::date::Day;
use crate::domain::exchange::{Answer, Asked, Reply, Request};
use crate::domain::table::Table;

pub const MIME: &str = "application/json";
/// After the account's name.
pub const REQUEST: &str = "guide.fitproof.json";
pub const REPLY: &str = "reply.fitproof.json";
/// Sections that one may ask for.
const SECTIONS: usize = 100;
/// Characters of a case's id, a name.
const NAME: usize = 200;

const REFUSALS: Refusals =
    Refusals { foreign: Refusal::ForeignFile, newer: Refusal::NewerFile, damaged: Refusal::DamagedFile };

/// Either of the two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Guide {
    Request(Request),
    Reply(Reply),
}

/// The text of a request, without line breaks where it goes into a link. The same request gives the same bytes.
pub fn write_request(request: &Request, lines: bool) -> String {
    let mut writer = envelope::begin("guide-request", envelope::FIRST, lines);
    write_text(&mut writer, "case", short(&request.case, NAME));
    write_text(&mut writer, "partner", short(&request.partner, NAME));
    write_text(&mut writer, "account", short(&request.account, NAME));
    writer.key("sections");
    writer.open('[');
    for asked in request.sections.iter().take(SECTIONS) {
        writer.item();
        writer.open('{');
        write_text(&mut writer, "id", short(&asked.id, NAME));
        write_text(&mut writer, "name", short(&asked.name, NAME));
        write_text(&mut writer, "text", short(&asked.text, bounds::TEXT));
        writer.key("own");
        writer.bool(asked.own);
        writer.close('}');
    }
    writer.close(']');
    end(writer)
}

/// The text of a reply.
pub fn write_reply(reply: &Reply) -> String {
    let mut writer = envelope::begin("guide-reply", envelope::FIRST, true);
    write_text(&mut writer, "case", short(&reply.case, NAME));
    write_text(&mut writer, "account", short(&reply.account, NAME));
    write_text(&mut writer, "by", short(&reply.by, NAME));
    write_text(&mut writer, "day", &reply.day);
    writer.key("sections");
    writer.open('[');
    for answer in reply.sections.iter().take(SECTIONS) {
        writer.item();
        writer.open('{');
        write_text(&mut writer, "id", short(&answer.id, NAME));
        write_text(&mut writer, "name", short(&answer.name, NAME));
        write_text(&mut writer, "was", short(&answer.was, bounds::TEXT));
        write_text(&mut writer, "text", short(&answer.text, bounds::TEXT));
        writer.key("own");
        writer.bool(answer.own);
        writer.close('}');
    }
    writer.close(']');
    end(writer)
}

fn end(mut writer: Writer) -> String {
    writer.close('}');
    writer.text.push('\n');
    writer.text
}

/// Reads either of the two.
///
/// # Errors
/// The refusal says whether the file is foreign, newer, damaged or too large.
pub fn read(text: &str) -> Result<Guide, Refusal> {
    if text.len() > bounds::FILE {
        return Err(Refusal::OversizedFile);
    }
    match envelope::open(text, "guide-request", envelope::FIRST, &REFUSALS) {
        Err(Refusal::ForeignFile) => {
            let map = envelope::open(text, "guide-reply", envelope::FIRST, &REFUSALS)?;
            parse_reply(map).map(Guide::Reply).ok_or(Refusal::DamagedFile)
        }
        Err(refusal) => Err(refusal),
        Ok(map) => parse_request(map).map(Guide::Request).ok_or(Refusal::DamagedFile),
    }
}

fn parse_request(mut map: Table<Value>) -> Option<Request> {
    let request = Request {
        case: take_case(&mut map)?,
        partner: take(&mut map, "partner", NAME)?,
        account: take(&mut map, "account", NAME)?,
        sections: take_sections(&mut map, |map| {
            Some(Asked {
                id: take_id(map)?,
                name: take(map, "name", NAME)?,
                text: take(map, "text", bounds::TEXT)?,
                own: map.remove("own")?.bool()?,
            })
        })?,
    };
    let own = are_own(request.sections.iter().map(|asked| asked.id.as_str()));
    (map.is_empty() && own && !request.sections.is_empty()).then_some(request)
}

fn parse_reply(mut map: Table<Value>) -> Option<Reply> {
    let reply = Reply {
        case: take_case(&mut map)?,
        account: take(&mut map, "account", NAME)?,
        by: take(&mut map, "by", NAME)?,
        day: Day::parse(&take_text(&mut map, "day")?)?.to_string(),
        sections: take_sections(&mut map, |map| {
            Some(Answer {
                id: take_id(map)?,
                name: take(map, "name", NAME)?,
                was: take(map, "was", bounds::TEXT)?,
                text: take(map, "text", bounds::TEXT)?,
                own: map.remove("own")?.bool()?,
            })
        })?,
    };
    let own = are_own(reply.sections.iter().map(|answer| answer.id.as_str()));
    (map.is_empty() && own).then_some(reply)
}

fn take_sections<T>(map: &mut Table<Value>, read: impl Fn(&mut Table<Value>) -> Option<T>) -> Option<Vec<T>> {
    let list = map.remove("sections")?.list()?;
    if list.len() > SECTIONS {
        return None;
    }
    let mut sections = Vec::new();
    for section in list {
        let mut section = section.map()?;
        sections.push(read(&mut section)?);
        if !section.is_empty() {
            return None;
        }
    }
    Some(sections)
}

fn take(map: &mut Table<Value>, key: &str, most: usize) -> Option<String> {
    take_text(map, key).filter(|text| bounds::is_within(text, most))
}

fn take_id(map: &mut Table<Value>) -> Option<String> {
    take(map, "id", NAME).filter(|id| !id.is_empty())
}

/// An id becomes part of a key under which the device keeps things: nothing in it may mean a place of another's.
fn take_case(map: &mut Table<Value>) -> Option<String> {
    let plain = |id: &String| {
        !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_'))
    };
    take(map, "case", NAME).filter(plain)
}

fn are_own<'a>(ids: impl Iterator<Item = &'a str>) -> bool {
    let mut ids: Vec<&str> = ids.collect();
    ids.sort_unstable();
    ids.windows(2).all(|pair| pair[0] != pair[1])
}
