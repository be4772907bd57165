//! `cargo xtask build`: Trunk makes the site in `target/site`, [`post_build`] finishes it in `dist/`.
use crate::{Result, command, places, post_build, setup, stamp};
use std::path::PathBuf;
use std::time::Instant;

pub fn run() -> Result {
    let tools = setup::for_build()?;
    let started = Instant::now();
    let raw = places::target().join("site");
    let raw_text = raw.to_string_lossy();
    let mut trunk = command::command(&tools.trunk, &["build", "--release", "--offline", "--dist", &raw_text]);
    trunk.env("PATH", command::path_with(&tools.folders));
    // Trunk refuses the value "1" that some terminals set.
    command::run(trunk.env_remove("NO_COLOR").env_remove("RUST_BACKTRACE"))?;
    post_build::finish(&raw, &places::dist())?;
    stamp::keep(&stamp_file(), &sources())?;
    println!("built dist/ in {:.1} s", started.elapsed().as_secs_f64());
    Ok(())
}

/// Builds only when a source has changed since the last finished build.
pub fn if_needed() -> Result {
    match places::dist().join("index.html").is_file() && stamp::is_fresh(&stamp_file(), &sources()) {
        true => Ok(()),
        false => run(),
    }
}

fn stamp_file() -> PathBuf {
    places::target().join("built-from")
}

/// The state of everything that the site is made of.
fn sources() -> String {
    let root = places::root();
    let names =
        ["Cargo.toml", "Cargo.lock", "Trunk.toml", "index.html", "src", "styles", "static", "playbooks", "xtask"];
    stamp::of_files(&names.map(|name| root.join(name)))
}
