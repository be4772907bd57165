//! Documents in readers of other makers: python-docx, icalendar, LibreOffice.
use crate::{Result, command, places, setup};
use std::path::Path;

/// Writes many files, has LibreOffice open each, and compares what every reader finds with what was written.
pub fn campaign() -> Result {
    let office = setup::office()?;
    let python = setup::python()?;
    let test = ["test", "--no-default-features", "--features", "documents", "--test", "documents", "--"];
    command::run(command::cargo(&test).args(["--ignored", "--nocapture", "files_for_other_readers"]))?;
    let folder = places::target().join("tmp/papers");
    let converted = folder.join("converted");
    convert(&office, &folder, &converted, ".docx", "pdf")?;
    convert(&office, &folder, &converted, ".csv", "xlsx")?;
    let mut readers = command::command(&python, &["tests/python/documents.py"]);
    command::run(readers.arg(&folder).arg(&converted))
}

/// All files with that ending in one run, as the program takes seconds to start.
fn convert(office: &Path, folder: &Path, to: &Path, ending: &str, format: &str) -> Result {
    let entries = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|path| path.to_string_lossy().ends_with(ending));
    files.sort();
    let profile = format!("-env:UserInstallation=file://{}", to.join("profile").display());
    let mut command = command::command(office, &[&profile, "--headless", "--convert-to", format, "--outdir"]);
    command::run(command.arg(to).args(files).stdout(std::process::Stdio::null()))
}
