//! What stands around every text we write: whose it is, what it holds, and in which version.
use super::account::write_text;
use super::json::{self, Value, Writer};
use super::refusal::Refusal;
use crate::domain::table::Table;

/// The first version of every format; those that hold no account have no other.
pub const FIRST: u32 = 1;
/// The version in which an account may list rows. What lists none is written as the first, for readers of that time.
pub const WITH_ROWS: u32 = 2;

/// The refusals of one place that texts come from.
pub struct Refusals {
    pub foreign: Refusal,
    pub newer: Refusal,
    pub damaged: Refusal,
}

/// Begins a text of a kind, such as `case`; a brace ends it.
pub fn begin(kind: &str, version: u32, lines: bool) -> Writer {
    let mut writer = Writer::new(lines);
    writer.open('{');
    write_text(&mut writer, "fitproof", kind);
    writer.key("version");
    writer.number(version);
    writer
}

/// Reads a text of a kind, of any version up to the newest: what it holds besides its mark and version.
pub fn open(text: &str, kind: &str, newest: u32, refusals: &Refusals) -> Result<Table<Value>, Refusal> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if !text.trim_ascii_start().starts_with('{') {
        return Err(refusals.foreign);
    }
    let Some(Value::Map(mut map)) = json::read(text) else {
        return Err(if text.contains("\"fitproof\"") { refusals.damaged } else { refusals.foreign });
    };
    match map.remove("fitproof") {
        Some(Value::Text(found)) if found == kind => {}
        _ => return Err(refusals.foreign),
    }
    match map.remove("version") {
        Some(Value::Number(version)) if version > u64::from(newest) => Err(refusals.newer),
        Some(Value::Number(1..)) => Ok(map),
        _ => Err(refusals.damaged),
    }
}
