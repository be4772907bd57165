//! The link to share: an account small enough to travel after the `#` of an address, which no server ever sees.
use super::account;
use super::base64url;
use super::bounds;
use super::json::{self, Writer};
use super::refusal::Refusal;
use crate::domain::account::{Account, Entry, Person, SectionText};
use crate::domain::date::Day;
use crate::domain::money;
use crate::domain::number::{self, Unit};
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress, inflate_flags};

/// What links begin with, by the version of their account.
const PREFIXES: [&str; 2] = ["v1.", "v2."];
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
    let fragment = PREFIXES[usize::from(account::version(&account) > 1)].to_owned()
        + &base64url::encode(&compress_to_vec_zlib(json, 9));
    if fragment.len() > bounds::FRAGMENT { Err(Refusal::TooLongForLink) } else { Ok(fragment) }
}

/// The fragment looks like an account of any version, rather than a place in the page.
pub fn is_link(fragment: &str) -> bool {
    version(fragment).is_some()
}

/// Reads the fragment of a link, with or without `#`.
///
/// # Errors
/// The refusal says whether the link is foreign, newer, damaged or too long.
pub fn decode(fragment: &str) -> Result<Account, Refusal> {
    let (version, payload) = version(fragment).ok_or(Refusal::ForeignLink)?;
    match version {
        "1" | "2" => {}
        "" | "0" => return Err(Refusal::ForeignLink),
        _ => return Err(Refusal::NewerLink),
    }
    if fragment.len() > bounds::FRAGMENT {
        return Err(Refusal::OversizedLink);
    }
    let bytes = base64url::decode(payload).ok_or(Refusal::DamagedLink)?;
    let json = unfold(&bytes)?;
    let value = std::str::from_utf8(&json).ok().and_then(json::read).ok_or(Refusal::DamagedLink)?;
    account::read(value).filter(bounds::fits).ok_or(Refusal::DamagedLink)
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

/// The digits after `v`, and what follows their dot.
fn version(fragment: &str) -> Option<(&str, &str)> {
    let (version, payload) = fragment.trim_start_matches('#').strip_prefix('v')?.split_once('.')?;
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
