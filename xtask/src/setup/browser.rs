//! Programs of the system that tests open things with: a Chromium (the one named by `CHROMIUM`, or the system's), and
//! an office program for workbooks and texts (`SOFFICE`).
use super::say;
use crate::{Result, command};
use std::path::PathBuf;

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

const OFFICES: [&str; 2] = ["soffice", "libreoffice"];

pub fn chromium() -> Result<PathBuf> {
    let debian = ["chromium", "chromium-driver"];
    program(
        "CHROMIUM",
        "Chromium",
        &NAMES,
        &debian,
        "Elsewhere install Chromium or Chrome, or set CHROMIUM to its path.",
    )
}

pub fn office() -> Result<PathBuf> {
    let elsewhere = "Elsewhere install LibreOffice, or set SOFFICE to its path.";
    program(
        "SOFFICE",
        "LibreOffice",
        &OFFICES,
        &["--no-install-recommends", "libreoffice-calc", "libreoffice-writer"],
        elsewhere,
    )
}

/// The one that the environment names, else the system's, else Debian's packages.
fn program(variable: &str, name: &str, names: &[&str], packages: &[&str], elsewhere: &str) -> Result<PathBuf> {
    if let Some(named) = std::env::var_os(variable) {
        let named = PathBuf::from(named);
        return match named.is_file() {
            true => Ok(named),
            false => Err(format!("{variable} names {}, which is no file.", named.display())),
        };
    }
    let found = || names.iter().find_map(|name| command::candidates(name).next());
    if let Some(found) = found() {
        return Ok(found);
    }
    let tried = install(packages);
    let packages = packages.join(" ");
    found().ok_or_else(|| {
        format!(
            "{name} is missing ({}).\n\
             On Debian, as root: apt-get update && apt-get install -y {packages}\n\
             {elsewhere}",
            tried.err().unwrap_or_else(|| "not found".into())
        )
    })
}

fn install(packages: &[&str]) -> Result {
    if command::candidates("apt-get").next().is_none() {
        return Err("this system has no apt-get".into());
    }
    if command::output(&mut command::command("id", &["-u"])).as_deref() != Some("0") {
        return Err("installing it needs root".into());
    }
    say(&format!("installing Debian's {}", packages.join(" and ")));
    command::run(&mut command::command("apt-get", &["update"]))?;
    let mut install = command::command("apt-get", &["install", "-y"]);
    command::run(install.args(packages).env("DEBIAN_FRONTEND", "noninteractive"))
}
