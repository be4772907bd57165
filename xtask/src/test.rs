//! `cargo xtask test`: every stage runs, also after a failure, and the summary tells all.
use crate::tally::{Tally, count, count_and};
use crate::{Result, build, command, lint, places, setup};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// A stage either checks (and counts as one test only when it fails) or runs tests.
type Work = fn(filter: &[&str]) -> (Tally, Result);

const STAGES: [(&str, &str, Work); 8] = [
    ("", "format", |_| check(&["fmt", "--all", "--check"])),
    ("", "clippy", |_| (Tally::default(), lint::native())),
    ("", "clippy, wasm32", |_| (Tally::default(), lint::wasm())),
    ("", "engine without web", |_| check(&["check", "--lib", "--no-default-features"])),
    ("native", "native tests", native),
    ("wasm", "wasm tests", wasm),
    ("", "release build", |_| (Tally::default(), build::judged())),
    ("browser", "browser tests", browser),
];

struct Outcome {
    name: &'static str,
    seconds: f64,
    tally: Tally,
    result: Result,
}

pub fn run(arguments: &[String]) -> Result {
    let (wanted, filter) = match arguments.split_first() {
        Some((stage, filter)) => (Some(stage.as_str()), filter),
        None => (None, arguments),
    };
    let filter: Vec<&str> = filter.iter().map(String::as_str).collect();
    let stages =
        STAGES.iter().filter(|(stage, _, _)| wanted.is_none_or(|wanted| wanted == *stage && !stage.is_empty()));
    let outcomes: Vec<Outcome> = stages.map(|(_, name, work)| perform(name, *work, &filter)).collect();
    if outcomes.is_empty() {
        return Err("the stages are: native, wasm, browser".into());
    }
    summary(&outcomes)
}

fn perform(name: &'static str, work: Work, filter: &[&str]) -> Outcome {
    println!("\n── {name} ──");
    let started = Instant::now();
    let (mut tally, result) = work(filter);
    if let Err(problem) = &result {
        eprintln!("{name}: {problem}");
        tally.failed = tally.failed.max(1);
    }
    Outcome { name, seconds: started.elapsed().as_secs_f64(), tally, result }
}

/// A table of the stages, and as the last line what the runners counted.
fn summary(outcomes: &[Outcome]) -> Result {
    println!();
    let mut total = Tally::default();
    for outcome in outcomes {
        let word = if outcome.result.is_ok() { "ok" } else { "FAILED" };
        println!("{:<20} {word:<7} {:>7.1} s", outcome.name, outcome.seconds);
        total += outcome.tally;
    }
    if total.unsteady > 0 {
        println!("{} passed at the second try only: to be mended", total.unsteady);
    }
    println!("{} passed, {} failed", total.passed, total.failed);
    let failed: Vec<&str> = outcomes.iter().filter(|o| o.result.is_err()).map(|o| o.name).collect();
    match failed.is_empty() {
        true => Ok(()),
        false => Err(format!("these stages failed: {}", failed.join("; "))),
    }
}

fn check(arguments: &[&str]) -> (Tally, Result) {
    (Tally::default(), command::run(&mut command::cargo(arguments)))
}

/// The engine alone, then everything with the web side and the crates for documents, then the task runner.
fn native(filter: &[&str]) -> (Tally, Result) {
    let mut total = (Tally::default(), Ok(()));
    for arguments in
        [&["--no-default-features"][..], &["--features", "documents"], &["--profile", "xtask", "-p", "xtask"]]
    {
        let (tally, result) = count(command::cargo(&["test", "--no-fail-fast"]).args(arguments).args(filter));
        total.0 += tally;
        total.1 = total.1.and(result);
    }
    total
}

/// The same engine as wasm, in Node.
fn wasm(filter: &[&str]) -> (Tally, Result) {
    if !places::root().join("tests/wasm.rs").is_file() {
        println!("there is no tests/wasm.rs yet");
        return (Tally::default(), Ok(()));
    }
    let runner = match setup::for_wasm_tests() {
        Ok(runner) => runner,
        Err(problem) => return (Tally::default(), Err(problem)),
    };
    let target = ["--target", "wasm32-unknown-unknown", "--no-default-features", "--test", "wasm"];
    let mut tests = command::cargo(&["test"]);
    tests.args(target).args(filter).env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner);
    count(&mut tests)
}

/// The release site in a real Chromium. On a busy machine a test can be late, so the files of those that failed run once
/// more, one by one; what passes only then is counted as unsteady, to be mended.
fn browser(filter: &[&str]) -> (Tally, Result) {
    browser_tries(filter).unwrap_or_else(|problem| (Tally::default(), Err(problem)))
}

fn browser_tries(filter: &[&str]) -> Result<(Tally, Result)> {
    let chromium = setup::chromium()?;
    setup::packages()?;
    build::if_needed()?;
    let files = browser_files()?;
    let mut failed = BTreeSet::new();
    let mut tests = browser_command(&chromium, filter, "2", &files)?;
    let (mut tally, result) = count_and(&mut tests, |line| failed.extend(file_of(line)));
    let again: Vec<PathBuf> = files.into_iter().filter(|path| failed.iter().any(|name| path.ends_with(name))).collect();
    if result.is_ok() || again.is_empty() {
        return Ok((tally, result));
    }
    println!("\nonce more, one by one: {}", failed.into_iter().collect::<Vec<_>>().join(", "));
    let (_, result) = count(&mut browser_command(&chromium, filter, "1", &again)?);
    if result.is_ok() {
        tally.unsteady = std::mem::take(&mut tally.failed);
        tally.passed += tally.unsteady;
    }
    Ok((tally, result))
}

/// The file that a failure's headline names, as in `test at tests/browser/form.test.mjs:12:3`.
fn file_of(line: &str) -> Option<String> {
    let place = line.trim().strip_prefix("test at ")?;
    let (path, _) = place.split_once(".mjs:")?;
    Some(format!("{}.mjs", path.rsplit('/').next()?))
}

fn browser_files() -> Result<Vec<PathBuf>> {
    let folder = places::browser_tests();
    let entries = std::fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|path| path.to_string_lossy().ends_with(".test.mjs"));
    files.sort();
    Ok(files)
}

fn browser_command(chromium: &Path, filter: &[&str], at_once: &str, files: &[PathBuf]) -> Result<Command> {
    let at_once = format!("--test-concurrency={at_once}");
    let mut tests = command::command("node", &["--test", &at_once, "--test-reporter=spec"]);
    tests.args(filter.iter().map(|filter| format!("--test-name-pattern={filter}"))).args(files);
    let xtask = std::env::current_exe().map_err(|error| format!("this program's own path is unknown: {error}"))?;
    tests.env("CHROMIUM", chromium).env("XTASK", xtask);
    Ok(tests)
}

#[cfg(test)]
mod tests {
    use super::file_of;

    #[test]
    fn a_failure_names_its_file() {
        for (line, file) in [
            ("test at tests/browser/form.test.mjs:12:3", Some("form.test.mjs")),
            ("  test at /checked/out/tests/browser/form.test.mjs:12:3", Some("form.test.mjs")),
            ("✖ a test at the form (12.5ms)", None),
            ("        at deploy (tests/browser/lib/deploys.mjs:98:16) {", None),
        ] {
            assert_eq!(file_of(line).as_deref(), file, "{line}");
        }
    }
}
