//! Node's side: the packages of `tests/browser`, locked; wasm-opt is one of them.
use super::{in_version, say};
use crate::{Result, command, places, stamp};
use std::path::PathBuf;

const OLDEST_NODE: u32 = 20;
/// The version that `--version` of wasm-opt names, as package `binaryen` is locked.
const WASM_OPT: &str = "132";

/// wasm-opt from PATH in the right version, else from the locked packages.
pub fn wasm_opt() -> Result<PathBuf> {
    let packaged = places::browser_tests().join("node_modules/.bin/wasm-opt");
    if packages_are_fresh() && packaged.exists() {
        return Ok(packaged);
    }
    if let Ok(path) = in_version("wasm-opt", WASM_OPT) {
        return Ok(path);
    }
    packages().map_err(|problem| format!("{problem}\nOr put wasm-opt {WASM_OPT} (of Binaryen) on PATH yourself."))?;
    Ok(packaged)
}

pub fn node() -> Result {
    let version = command::output(&mut command::command("node", &["--version"]));
    let major = version.as_deref().and_then(major);
    match (version, major) {
        (_, Some(major)) if major >= OLDEST_NODE => Ok(()),
        (Some(version), _) => Err(format!("Node is {version}; {OLDEST_NODE} or newer is needed.")),
        (None, _) => Err(format!(
            "Node is missing: install Node {OLDEST_NODE} or newer with npm, from your system's \
             packages or from nodejs.org."
        )),
    }
}

fn major(version: &str) -> Option<u32> {
    version.trim_start_matches('v').split('.').next()?.parse().ok()
}

/// Installs exactly what the lock file names, when it is not installed yet.
pub fn packages() -> Result {
    if packages_are_fresh() {
        return Ok(());
    }
    node()?;
    say("installing the npm packages that tests/browser/package-lock.json names");
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mut install = command::command(npm, &["ci", "--no-fund", "--no-audit"]);
    install.current_dir(places::browser_tests());
    command::run(&mut install).map_err(|problem| {
        format!(
            "{problem}.\nThe npm packages must be installed once, with a network and npm: \
             npm ci, in tests/browser."
        )
    })?;
    stamp::keep(&installed_stamp(), &lock_digest()?)
}

fn packages_are_fresh() -> bool {
    lock_digest().is_ok_and(|digest| stamp::is_fresh(&installed_stamp(), &digest))
}

fn installed_stamp() -> PathBuf {
    places::browser_tests().join("node_modules/.installed-from")
}

fn lock_digest() -> Result<String> {
    let path = places::browser_tests().join("package-lock.json");
    let lock = std::fs::read_to_string(&path).map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
    if lock.contains("\"resolved\"") {
        return Err("tests/browser/package-lock.json names a registry's host: \
             make it anew with the settings in tests/browser/.npmrc"
            .into());
    }
    Ok(stamp::hex(&stamp::sha256(lock.as_bytes())))
}
