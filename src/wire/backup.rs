//! A backup: all cases in one file, one to a line, so that however large it is one case at a time is read.
use super::case::{self, Case};
use super::envelope::{self, Refusals};
use super::refusal::Refusal;

pub const MIME: &str = "application/x-ndjson";
/// After the backup's name.
pub const EXTENSION: &str = "fitproof.jsonl";
/// Bytes of a backup.
pub const FILE: usize = 256 << 20;

const REFUSALS: Refusals =
    Refusals { foreign: Refusal::ForeignFile, newer: Refusal::NewerFile, damaged: Refusal::DamagedFile };

/// The first line.
pub fn first_line() -> String {
    let mut writer = envelope::begin("backup", envelope::FIRST, false);
    writer.close('}');
    writer.text.push('\n');
    writer.text
}

/// The line of a case: its case file without line breaks.
pub use super::case::line;

/// Whether a text begins as a backup, whose lines follow.
///
/// # Errors
/// It is no backup, or one of a newer version.
pub fn begins(first_line: &str) -> Result<(), Refusal> {
    let map = envelope::open(first_line, "backup", envelope::FIRST, &REFUSALS)?;
    if map.is_empty() { Ok(()) } else { Err(Refusal::DamagedFile) }
}

/// Reads one of the other lines.
///
/// # Errors
/// The refusal of its case file.
pub fn read_line(line: &str) -> Result<Case, Refusal> {
    case::read(line)
}
