//! The Rust side: the wasm32 target, the crates, Trunk and wasm-bindgen's programs.
use super::{in_version, locked_version, say};
use crate::{Result, command, places};
use std::path::{Path, PathBuf};

/// The newest Trunk that the project's Rust version builds.
const TRUNK: &str = "0.21.14";
const TARGET: &str = "wasm32-unknown-unknown";

pub fn wasm_target() -> Result {
    if has_wasm_target() {
        return Ok(());
    }
    say(&format!("adding Rust's {TARGET} target"));
    let added = command::run(&mut command::command("rustup", &["target", "add", TARGET]));
    if has_wasm_target() {
        return Ok(());
    }
    Err(format!(
        "Rust cannot build for {TARGET} yet ({}).\n\
         With rustup and a network, run: rustup target add {TARGET}\n\
         With your system's own Rust, install its package for that target.",
        added.err().unwrap_or_else(|| "it was not added".into())
    ))
}

fn has_wasm_target() -> bool {
    let arguments = ["--print", "target-libdir", "--target", TARGET];
    command::output(&mut command::command("rustc", &arguments)).is_some_and(|folder| Path::new(&folder).is_dir())
}

/// Later steps run without a network, so all crates are fetched here.
pub fn crates() -> Result {
    let offline = ["fetch", "--quiet", "--locked", "--offline"];
    if command::output(&mut command::cargo(&offline)).is_some() {
        return Ok(());
    }
    say("fetching the crates that Cargo.lock names");
    command::run(&mut command::cargo(&["fetch", "--locked"]))
        .map_err(|problem| format!("{problem}.\nThe crates must be fetched once, with a network: cargo fetch --locked"))
}

pub fn trunk() -> Result<PathBuf> {
    tool("trunk", "trunk", TRUNK, &["--no-default-features"])
}

/// wasm-bindgen's program must be of the very version of the crate.
pub fn wasm_bindgen() -> Result<PathBuf> {
    let version = locked_version("wasm-bindgen")?;
    tool("wasm-bindgen", "wasm-bindgen-cli", &version, &[])
}

/// Runs a wasm test program in Node; it comes with wasm-bindgen's program.
pub fn test_runner() -> Result<PathBuf> {
    let runner = format!("wasm-bindgen-test-runner{}", std::env::consts::EXE_SUFFIX);
    let runner = wasm_bindgen()?.with_file_name(runner);
    if runner.is_file() {
        return Ok(runner);
    }
    Err(format!("{} is missing beside wasm-bindgen: install the crate wasm-bindgen-cli.", runner.display()))
}

fn tool(name: &str, package: &str, version: &str, more: &[&str]) -> Result<PathBuf> {
    let other = match in_version(name, version) {
        Ok(path) => return Ok(path),
        Err(other) => other,
    };
    if let Some(other) = &other {
        say(&format!("found {other}, but {version} is needed"));
    }
    say(&format!("installing {package} {version}: a few minutes, once (cargo shows its progress)"));
    let home = places::own_tools();
    let mut install = command::cargo(&["install", "--locked", "--force", "--version", version]);
    install.arg("--root").arg(&home).args(more).arg(package);
    for (setting, value) in QUICK_PROFILE {
        install.env(setting, value);
    }
    // In a folder that outlives an interruption, so that the next try goes on from there.
    let workshop = places::target().join("tools");
    let installed = command::run(install.env("CARGO_TARGET_DIR", &workshop));
    if installed.is_ok() {
        let _ = std::fs::remove_dir_all(&workshop);
    }
    in_version(name, version).map_err(|_| {
        format!(
            "{package} {version} could not be installed ({}).\n\
             It is built from source, which needs the crate registry once and a C compiler.\n\
             Try it yourself: cargo install --locked {package}@{version} {}",
            installed.err().unwrap_or_else(|| "it does not start".into()),
            more.join(" ")
        )
    })
}

/// Tools run for seconds: building them quickly matters more than their speed.
const QUICK_PROFILE: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
];
