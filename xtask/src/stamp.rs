//! Digests: of bytes, and of the state of a set of files so that a task can skip itself.
use crate::Result;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

pub fn hex(digest: &[u8]) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Names, sizes and times of all files below the given paths, as one digest.
pub fn of_files(paths: &[PathBuf]) -> String {
    let mut lines = Vec::new();
    for path in paths {
        collect(path, &mut lines);
    }
    hex(&sha256(lines.join("\n").as_bytes()))
}

fn collect(path: &Path, lines: &mut Vec<String>) {
    if path.is_dir() {
        let Ok(entries) = std::fs::read_dir(path) else {
            return;
        };
        let mut entries: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        entries.sort();
        entries.iter().for_each(|entry| collect(entry, lines));
    } else if let Ok(about) = path.metadata() {
        let time = about.modified().ok();
        lines.push(format!("{} {} {time:?}", path.display(), about.len()));
    }
}

/// True when the stamp beside the thing says it was made from exactly this.
pub fn is_fresh(stamp: &Path, wanted: &str) -> bool {
    std::fs::read_to_string(stamp).is_ok_and(|kept| kept == wanted)
}

pub fn keep(stamp: &Path, value: &str) -> Result {
    std::fs::write(stamp, value).map_err(|error| format!("{} cannot be written: {error}", stamp.display()))
}
