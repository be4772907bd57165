//! Finds each tool in its right version, or installs it where that can be done, and says so.
//! Quiet and quick when all is there.
mod browser;
mod cargo_tools;
mod node;
mod python;

use crate::{Result, command, places};
use std::path::PathBuf;

pub use browser::{chromium, office};
pub use node::packages;
pub use python::python;

/// What the release build needs: Trunk, and the folders of the tools that Trunk calls.
pub struct Tools {
    pub trunk: PathBuf,
    pub folders: Vec<PathBuf>,
}

/// Everything that `cargo xtask build` needs.
pub fn for_build() -> Result<Tools> {
    cargo_tools::wasm_target()?;
    cargo_tools::crates()?;
    let trunk = cargo_tools::trunk()?;
    let wasm_bindgen = cargo_tools::wasm_bindgen()?;
    node::packages()?;
    let wasm_opt = node::wasm_opt()?;
    let folders = [wasm_opt, wasm_bindgen].iter().filter_map(|tool| tool.parent().map(PathBuf::from)).collect();
    Ok(Tools { trunk, folders })
}

/// What clippy needs to read the browser's side.
pub fn for_wasm_lint() -> Result {
    cargo_tools::wasm_target()
}

/// What the wasm tests need: the target, the crates and Node to run them in.
pub fn for_wasm_tests() -> Result<PathBuf> {
    cargo_tools::wasm_target()?;
    cargo_tools::crates()?;
    node::node()?;
    cargo_tools::test_runner()
}

/// One line on what set-up is doing now.
fn say(line: &str) {
    eprintln!("set-up: {line}");
}

/// The first program of that name whose `--version` holds the wanted version as a word.
fn in_version(name: &str, wanted: &str) -> std::result::Result<PathBuf, Option<String>> {
    let mut other = None;
    for path in command::candidates(name) {
        let found = command::output(command::command(&path, &[]).arg("--version"));
        match found {
            Some(line) if line.split_whitespace().any(|word| word == wanted) => return Ok(path),
            Some(line) => other = other.or(Some(line)),
            None => {}
        }
    }
    Err(other)
}

/// The version of a crate in Cargo.lock.
fn locked_version(name: &str) -> Result<String> {
    let lock = std::fs::read_to_string(places::root().join("Cargo.lock"))
        .map_err(|error| format!("Cargo.lock cannot be read: {error}"))?;
    version_in(&lock, name).map(str::to_owned).ok_or_else(|| format!("Cargo.lock names no {name}"))
}

fn version_in<'a>(lock: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = lock.split_once(&format!("name = \"{name}\"\nversion = \""))?;
    rest.split_once('"').map(|(version, _)| version)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_version_of_the_named_crate_alone() {
        let lock = "name = \"a-b\"\nversion = \"1.0\"\n\nname = \"a\"\nversion = \"2.0\"\n";
        assert_eq!(super::version_in(lock, "a"), Some("2.0"));
        assert_eq!(super::version_in(lock, "c"), None);
    }
}
