//! The link to share: an account small enough to travel after the `#` of an address, which no server ever sees.
use super::account;
use super::base64url;
use super::bounds;
use super::guide::{self, Guide};
use super::json::{self, Writer};
use super::refusal::Refusal;
use crate::domain::account::{Account, Entry, Person, SectionText};
use crate::domain::date::Day;
use crate::domain::exchange::Request;
use crate::domain::money;
use crate::domain::number::{self, Unit};
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress, inflate_flags};

/// What links begin with, by the version of their account.
const PREFIXES: [&str; 2] = ["v1.", "v2."];
/// What a link to sections to write begins with.
const GUIDE: &str = "g1.";
/// Characters of such a link after the `#`: it goes to people whose mail programs we don't know.
pub const GUIDE_FRAGMENT: usize = 8_000;
/// The answers in words that stay without people: they tell of the company alone.
const IMPERSONAL: [&str; 2] = ["account.name", "account.industry"];

/// The fragment of a link to the account, without `#`: the same account gives the same fragment. Without people
/// everything is left out that may tell who they are: their names, titles and contacts, the sections' texts, the
/// business case, and answers in words other than the account's name and industry.
///
/// # Errors
/// The account has too much text for a link; the case file takes it.
pub fn encode(account: &Account, with_people: bool) -> Result<String, Refusal> {
    let account = if with_people { account.clone() } else { without_people(account) };
    let account = bounds::cut(&account, bounds::TEXT);
    let mut writer = Writer::new(false);
    account::write(&mut writer, &account);
    let json = writer.text.as_bytes();
    if json.len() > bounds::UNFOLDED {
        return Err(Refusal::TooLongForLink);
    }
    squeeze(PREFIXES[usize::from(account::version(&account) > 1)], json, bounds::FRAGMENT)
}

/// The fragment of a link to sections to write, without `#`.
///
/// # Errors
/// There is too much text for a link; the file takes it.
pub fn encode_request(request: &Request) -> Result<String, Refusal> {
    squeeze(GUIDE, guide::write_request(request, false).as_bytes(), GUIDE_FRAGMENT)
}

fn squeeze(prefix: &str, json: &[u8], most: usize) -> Result<String, Refusal> {
    let fragment = prefix.to_owned() + &base64url::encode(&compress_to_vec_zlib(json, 9));
    if fragment.len() > most { Err(Refusal::TooLongForLink) } else { Ok(fragment) }
}

/// The fragment looks like one of our links of any version, rather than a place in the page.
pub fn is_link(fragment: &str) -> bool {
    version(fragment, 'v').is_some() || is_request(fragment)
}

/// The fragment looks like sections to write.
pub fn is_request(fragment: &str) -> bool {
    version(fragment, 'g').is_some()
}

/// Reads the fragment of a link to sections to write, with or without `#`.
///
/// # Errors
/// The refusal says whether the link is foreign, newer, damaged or too long.
pub fn decode_request(fragment: &str) -> Result<Request, Refusal> {
    let json = payload(fragment, 'g', &["1"], GUIDE_FRAGMENT)?;
    match std::str::from_utf8(&json).map(guide::read) {
        Ok(Ok(Guide::Request(request))) => Ok(request),
        Ok(Err(Refusal::NewerFile)) => Err(Refusal::NewerLink),
        _ => Err(Refusal::DamagedLink),
    }
}

/// Reads the fragment of a link, with or without `#`.
///
/// # Errors
/// The refusal says whether the link is foreign, newer, damaged or too long.
pub fn decode(fragment: &str) -> Result<Account, Refusal> {
    let json = payload(fragment, 'v', &["1", "2"], bounds::FRAGMENT)?;
    let value = std::str::from_utf8(&json).ok().and_then(json::read).ok_or(Refusal::DamagedLink)?;
    account::read(value).filter(bounds::fits).ok_or(Refusal::DamagedLink)
}

/// The text that a fragment of one of these versions holds.
fn payload(fragment: &str, mark: char, versions: &[&str], most: usize) -> Result<Vec<u8>, Refusal> {
    let (version, payload) = version(fragment, mark).ok_or(Refusal::ForeignLink)?;
    match version {
        version if versions.contains(&version) => {}
        "" | "0" => return Err(Refusal::ForeignLink),
        _ => return Err(Refusal::NewerLink),
    }
    if fragment.trim_start_matches('#').len() > most {
        return Err(Refusal::OversizedLink);
    }
    unfold(&base64url::decode(payload).ok_or(Refusal::DamagedLink)?)
}

/// What was squeezed, when nothing follows it.
fn unfold(bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    let flags = inflate_flags::TINFL_FLAG_PARSE_ZLIB_HEADER | inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
    let mut unfolded = vec![0; bounds::UNFOLDED];
    match decompress(&mut DecompressorOxide::new(), bytes, &mut unfolded, 0, flags) {
        (TINFLStatus::Done, read, written) if read == bytes.len() => {
            unfolded.truncate(written);
            Ok(unfolded)
        }
        (TINFLStatus::HasMoreOutput, ..) => Err(Refusal::OversizedLink),
        _ => Err(Refusal::DamagedLink),
    }
}

/// The digits after the mark, and what follows their dot.
fn version(fragment: &str, mark: char) -> Option<(&str, &str)> {
    let (version, payload) = fragment.trim_start_matches('#').strip_prefix(mark)?.split_once('.')?;
    (version.len() <= 9 && version.bytes().all(|byte| byte.is_ascii_digit())).then_some((version, payload))
}

fn without_people(account: &Account) -> Account {
    let impersonal = |(id, entry): (&String, &Entry)| match entry {
        Entry::Text(text) => IMPERSONAL.contains(&id.as_str()) || is_figure(text),
        Entry::Money { text, .. } => text.is_empty() || money::read(text).is_ok(),
        Entry::Said(_) | Entry::Picked(_) | Entry::Apps(_) => true,
    };
    let people = account.people.iter().map(|person| Person {
        key: person.key,
        influence: person.influence,
        role: person.role.clone(),
        group: person.group.clone(),
        ..Person::default()
    });
    let ticked = account.sections.iter().filter(|(_, section)| section.done);
    Account {
        entries: account
            .entries
            .iter()
            .filter(|pair| impersonal(*pair))
            .map(|(id, entry)| (id.clone(), entry.clone()))
            .collect(),
        people: people.collect(),
        rows: Vec::new(),
        sections: ticked.map(|(id, _)| (id.clone(), SectionText { done: true, ..SectionText::default() })).collect(),
        ..account.clone()
    }
}

/// A number, a band or a day.
fn is_figure(text: &str) -> bool {
    Day::parse(text).is_some() || [Unit::Count, Unit::Percent].into_iter().any(|unit| number::read(text, unit).is_ok())
}
