//! Runs other programs and says plainly when one is missing or fails.
use crate::{Result, places};
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::process::Command;

/// A command that starts in the checkout's top folder.
pub fn command(program: impl AsRef<OsStr>, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(places::root());
    command
}

/// Cargo, as the person called it.
pub fn cargo(arguments: &[&str]) -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), arguments)
}

/// Runs to the end with its output shown as it comes.
pub fn run(command: &mut Command) -> Result {
    let name = shown(command);
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{name}` ended with {status}")),
        Err(error) => Err(format!("`{name}` could not start: {error}")),
    }
}

/// What a program prints, or nothing when it is missing or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The folders that are searched for tools, the person's own first.
pub fn search_path() -> Vec<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    folders.push(places::own_tools().join("bin"));
    folders
}

/// Every program of that name, in the order in which it would be found.
pub fn candidates(name: &str) -> impl Iterator<Item = PathBuf> {
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    search_path().into_iter().map(move |folder| folder.join(&file)).filter(|path| path.is_file())
}

/// The search path with some folders put in front.
pub fn path_with(front: &[PathBuf]) -> OsString {
    let folders = front.iter().cloned().chain(search_path());
    std::env::join_paths(folders).unwrap_or_else(|_| std::env::var_os("PATH").unwrap_or_default())
}

fn shown(command: &Command) -> String {
    let program = PathBuf::from(command.get_program());
    let mut words = vec![program.file_name().unwrap_or_default().to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|word| word.to_string_lossy().into_owned()));
    words.join(" ")
}
