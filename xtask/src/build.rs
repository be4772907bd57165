//! `cargo xtask build`: Trunk makes the site in `target/site`, [`post_build`] finishes it in `dist/`.
use crate::{Result, command, places, post_build, setup, split, stamp};
use std::fs::File;
use std::path::PathBuf;
use std::time::Instant;

/// Builds, and fails when the first load is over its budget.
pub fn run() -> Result {
    let _alone = alone()?;
    refuse(build()?)
}

/// The same, but a finished build of the same sources will do.
pub fn judged() -> Result {
    let _alone = alone()?;
    refuse(kept().map_or_else(build, Ok)?)
}

/// A site to look at or to test: one that is too large is still a site.
pub fn if_needed() -> Result {
    let _alone = alone()?;
    let complaint = kept().map_or_else(build, Ok)?;
    if !complaint.is_empty() {
        eprintln!("warning: {complaint}");
    }
    Ok(())
}

/// Keeps the folders of this machine out of the finished program's panic messages, and leaves marks for splitting.
fn compiler_flags() -> String {
    let home = std::env::var_os("HOME").map(PathBuf::from).unwrap_or_default();
    let cargo = std::env::var_os("CARGO_HOME").map_or_else(|| home.join(".cargo"), PathBuf::from);
    let registry = cargo.join("registry").join("src");
    let folders = std::fs::read_dir(&registry).into_iter().flatten().flatten().map(|entry| entry.path());
    let prefixes = folders.chain([cargo, places::root()]);
    let remapped = prefixes.map(|prefix| format!("--remap-path-prefix={}=", prefix.display()));
    let flags: Vec<String> = remapped.chain([split::LINKER_FLAG.to_owned()]).collect();
    flags.join("\u{1f}")
}

fn refuse(complaint: String) -> Result {
    if complaint.is_empty() { Ok(()) } else { Err(complaint) }
}

/// Two builds at once would take each other's files: the later one waits.
fn alone() -> Result<File> {
    let path = places::target().join("build.lock");
    let problem = |error: std::io::Error| format!("{}: {error}", path.display());
    std::fs::create_dir_all(places::target()).map_err(problem)?;
    let file = File::create(&path).map_err(problem)?;
    if file.try_lock().is_err() {
        println!("waiting for another build to end");
        file.lock().map_err(problem)?;
    }
    Ok(file)
}

/// Makes `dist/`, and returns what is to be said against it: nothing, when all is well.
fn build() -> Result<String> {
    let tools = setup::for_build()?;
    let started = Instant::now();
    let state = sources();
    let raw = places::target().join("site");
    let raw_text = raw.to_string_lossy();
    let mut trunk = command::command(
        &tools.trunk,
        &["build", "--release", "--offline", "--features", "split", "--dist", &raw_text],
    );
    trunk.env("PATH", command::path_with(&tools.folders));
    trunk.env("CARGO_ENCODED_RUSTFLAGS", compiler_flags());
    // Trunk refuses the value "1" that some terminals set.
    command::run(trunk.env_remove("NO_COLOR").env_remove("RUST_BACKTRACE"))?;
    split::split(&raw, &tools.folders)?;
    let complaint = post_build::finish(&raw, &places::dist())?;
    stamp::keep(&stamp_file(), &format!("{state}\n{complaint}"))?;
    println!("built dist/ in {:.1} s", started.elapsed().as_secs_f64());
    Ok(complaint)
}

/// What was said against the finished build, if it was made from the sources as they are.
fn kept() -> Option<String> {
    let kept = std::fs::read_to_string(stamp_file()).ok()?;
    let (state, complaint) = kept.split_once('\n')?;
    (places::dist().join("index.html").is_file() && state == sources()).then(|| complaint.to_owned())
}

fn stamp_file() -> PathBuf {
    places::target().join("built-from")
}

/// The state of everything that the site is made of.
fn sources() -> String {
    let root = places::root();
    let names = [
        "Cargo.toml",
        "Cargo.lock",
        "build.rs",
        "Trunk.toml",
        "index.html",
        "src",
        "styles",
        "static",
        "playbooks",
        "xtask",
    ];
    stamp::of_files(&names.map(|name| root.join(name)))
}
