//! `cargo xtask fmt` and `cargo xtask lint`.
use crate::{Result, command, setup};

pub fn fmt() -> Result {
    command::run(&mut command::cargo(&["fmt", "--all"]))
}

/// Clippy over all that is built natively, then over what only the browser gets.
pub fn lint() -> Result {
    native()?;
    wasm()
}

pub fn native() -> Result {
    command::run(&mut command::cargo(&[
        "clippy",
        "--workspace",
        "--all-targets",
        "--features",
        "fitproof/documents",
        "--",
        "-D",
        "warnings",
    ]))
}

pub fn wasm() -> Result {
    setup::for_wasm_lint()?;
    let target = [
        "clippy",
        "--lib",
        "--bins",
        "--features",
        "documents",
        "--target",
        "wasm32-unknown-unknown",
        "--",
        "-D",
        "warnings",
    ];
    command::run(&mut command::cargo(&target))
}
