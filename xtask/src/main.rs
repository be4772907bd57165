//! The project's tasks, one command each: `cargo xtask help` lists them.
//!
//! Reading order: [`setup`] finds or installs the tools, [`build`] makes the site with Trunk,
//! [`post_build`] finishes it, [`serve`] shows it, [`test`] judges it.
mod bench;
mod build;
mod campaign;
mod command;
mod compress;
mod documents;
mod glue;
mod lint;
mod panics;
mod places;
mod post_build;
mod sections;
mod serve;
mod setup;
mod simulation;
mod split;
mod stamp;
mod tally;
mod test;

/// What went wrong and what to do about it, as sentences for the person at the terminal.
type Result<T = ()> = std::result::Result<T, String>;

const HELP: &str = "\
cargo xtask serve [--port N] [--no-build] [--base /sub/path/] [--dir DIR] [--frame-ancestors LIST]
                                 set up, build and show the app on a loopback address
cargo xtask build                build the finished site into dist/
cargo xtask test                 everything that must hold: format, lints, native, wasm, browser
cargo xtask test STAGE [FILTER]  one of: native, wasm, browser
cargo xtask fmt                  format the code
cargo xtask lint                 clippy, native and wasm32, warnings refused
cargo xtask bench [PART]         measure the engine, the simulation beside numpy, and the page
cargo xtask campaign NAME        a long search for faults, by name
cargo xtask help                 this list";

fn main() -> std::process::ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("\nxtask: {problem}");
            std::process::ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result {
    let (task, rest) = match arguments.split_first() {
        Some((task, rest)) => (task.as_str(), rest),
        None => ("help", arguments),
    };
    match task {
        "serve" => serve::run(rest),
        "build" => build::run(),
        "test" => test::run(rest),
        "fmt" => lint::fmt(),
        "lint" => lint::lint(),
        "bench" => bench::run(rest),
        "campaign" => campaign::run(rest),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        other => Err(format!("there is no task \"{other}\".\n{HELP}")),
    }
}
