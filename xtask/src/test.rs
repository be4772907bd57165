//! `cargo xtask test`: every stage runs, also after a failure, and the summary tells all.
use crate::tally::{Tally, count};
use crate::{Result, build, command, lint, places, setup};
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

/// The release site in a real Chromium.
fn browser(filter: &[&str]) -> (Tally, Result) {
    match browser_command(filter) {
        Ok(mut tests) => count(&mut tests),
        Err(problem) => (Tally::default(), Err(problem)),
    }
}

fn browser_command(filter: &[&str]) -> Result<Command> {
    let chromium = setup::chromium()?;
    setup::packages()?;
    build::if_needed()?;
    let folder = places::browser_tests();
    let entries = std::fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|path| path.to_string_lossy().ends_with(".test.mjs"));
    files.sort();
    let mut tests = command::command("node", &["--test", "--test-concurrency=2", "--test-reporter=spec"]);
    tests.args(filter.iter().map(|filter| format!("--test-name-pattern={filter}"))).args(files);
    let xtask = std::env::current_exe().map_err(|error| format!("this program's own path is unknown: {error}"))?;
    tests.env("CHROMIUM", chromium).env("XTASK", xtask);
    Ok(tests)
}
