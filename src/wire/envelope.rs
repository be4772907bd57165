//! What stands around every text we write: whose it is, what it holds, and in which version.
use super::account::write_text;
use super::json::{self, Value, Writer};
use super::refusal::Refusal;
use crate::domain::table::Table;

/// The version of every format below that this app writes. A reader knows all before it.
const VERSION: u32 = 1;

/// The refusals of one place that texts come from.
pub struct Refusals {
    pub foreign: Refusal,
    pub newer: Refusal,
    pub damaged: Refusal,
}

/// Begins a text of a kind, such as `case`; a brace ends it.
pub fn begin(kind: &str, lines: bool) -> Writer {
    let mut writer = Writer::new(lines);
    writer.open('{');
    write_text(&mut writer, "fitproof", kind);
    writer.key("version");
    writer.number(VERSION);
    writer
}

/// Reads a text of a kind: what it holds besides its mark and version.
pub fn open(text: &str, kind: &str, refusals: &Refusals) -> Result<Table<Value>, Refusal> {
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
        Some(Value::Number(1)) => Ok(map),
        Some(Value::Number(version)) if version > u64::from(VERSION) => Err(refusals.newer),
        _ => Err(refusals.damaged),
    }
}
