//! `cargo xtask bench`: how fast the engine is, natively and as wasm, the simulation beside numpy, and the page.
//! Each measurement is taken where its program exists, and skipped aloud where it does not.
use crate::{Result, build, command, places, setup, simulation};

const ENGINE: &str = "examples/bench_engine.rs";
const PAGE: &str = "tests/browser/bench.mjs";

/// All measurements, or the one that is named.
pub fn run(arguments: &[String]) -> Result {
    let wanted = |part: &str| arguments.is_empty() || arguments.iter().any(|argument| argument == part);
    if wanted("engine") && exists(ENGINE) {
        engine_natively()?;
        engine_as_wasm()?;
    }
    let simulation = if wanted("simulation") { simulation::bench() } else { Ok(()) };
    if wanted("page") && exists(PAGE) {
        page()?;
    }
    simulation
}

fn exists(program: &str) -> bool {
    let there = places::root().join(program).is_file();
    if !there {
        println!("skipped: there is no {program}");
    }
    there
}

const EXAMPLE: [&str; 5] = ["run", "--release", "--no-default-features", "--example", "bench_engine"];

fn engine_natively() -> Result {
    println!("engine, native");
    command::run(&mut command::cargo(&EXAMPLE))
}

/// The program is run by Node, through the runner of the wasm tests.
fn engine_as_wasm() -> Result {
    println!("engine, wasm");
    let runner = setup::for_wasm_tests()?;
    let mut example = command::cargo(&EXAMPLE);
    example.args(["--target", "wasm32-unknown-unknown"]);
    command::run(example.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner))
}

fn page() -> Result {
    println!("page, in Chromium");
    setup::packages()?;
    build::if_needed()?;
    let xtask = std::env::current_exe().map_err(|error| format!("this program's own path is unknown: {error}"))?;
    let mut page = command::command("node", &[PAGE]);
    command::run(page.env("CHROMIUM", setup::chromium()?).env("XTASK", xtask))
}
