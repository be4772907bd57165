//! A Chromium for the browser tests: the one named by `CHROMIUM`, or the system's.
use super::say;
use crate::{Result, command};
use std::path::PathBuf;

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

pub fn chromium() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("CHROMIUM") {
        let named = PathBuf::from(named);
        return match named.is_file() {
            true => Ok(named),
            false => Err(format!("CHROMIUM names {}, which is no file.", named.display())),
        };
    }
    if let Some(found) = found() {
        return Ok(found);
    }
    let tried = install();
    found().ok_or_else(|| {
        format!(
            "Chromium is missing ({}).\n\
             On Debian, as root: apt-get update && apt-get install -y chromium chromium-driver\n\
             Elsewhere install Chromium or Chrome, or set CHROMIUM to its path.",
            tried.err().unwrap_or_else(|| "not found".into())
        )
    })
}

fn found() -> Option<PathBuf> {
    NAMES.iter().find_map(|name| command::candidates(name).next())
}

fn install() -> Result {
    if command::candidates("apt-get").next().is_none() {
        return Err("this system has no apt-get".into());
    }
    if command::output(&mut command::command("id", &["-u"])).as_deref() != Some("0") {
        return Err("installing it needs root".into());
    }
    say("installing Debian's chromium and chromium-driver");
    command::run(&mut command::command("apt-get", &["update"]))?;
    let packages = ["install", "-y", "chromium", "chromium-driver"];
    let mut install = command::command("apt-get", &packages);
    command::run(install.env("DEBIAN_FRONTEND", "noninteractive"))
}
