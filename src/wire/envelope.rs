//! What stands around every text we write: whose it is, what it holds, and in which version.
use super::refusal::Refusal;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// The version of every format below that this app writes. A reader knows all before it.
pub const VERSION: u32 = 1;

/// The refusals of one place that texts come from.
pub struct Refusals {
    pub foreign: Refusal,
    pub newer: Refusal,
    pub damaged: Refusal,
}

/// The mark and the version, whatever else there is.
#[derive(Deserialize)]
struct Mark {
    fitproof: Option<String>,
    version: Option<u64>,
}

/// Reads a text of a kind, such as `case`.
pub fn open<T: DeserializeOwned>(text: &str, kind: &str, refusals: &Refusals) -> Result<T, Refusal> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    check_mark(text, kind, refusals)?;
    serde_json::from_str(text).map_err(|_| refusals.damaged)
}

fn check_mark(text: &str, kind: &str, refusals: &Refusals) -> Result<(), Refusal> {
    if !text.trim_start().starts_with('{') {
        return Err(refusals.foreign);
    }
    let Ok(mark) = serde_json::from_str::<Mark>(text) else {
        return Err(if text.contains("\"fitproof\"") { refusals.damaged } else { refusals.foreign });
    };
    match (mark.fitproof, mark.version) {
        (Some(found), Some(version)) if found == kind => match version {
            0 => Err(refusals.damaged),
            version if version > u64::from(VERSION) => Err(refusals.newer),
            _ => Ok(()),
        },
        (Some(found), None) if found == kind => Err(refusals.damaged),
        _ => Err(refusals.foreign),
    }
}
