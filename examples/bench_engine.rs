//! How many verdicts a second: 200 varied accounts, the median of five runs. Natively, and as wasm by the runner
//! of the wasm tests, which calls what is marked for it instead of `main`.
#[path = "../tests/rules/accounts.rs"]
#[expect(dead_code, reason = "the tests use the rest of it")]
mod accounts;

use fitproof::playbook::Playbook;
use fitproof::playbook::verdict::judge;
use std::hint::black_box;

const ACCOUNTS: u64 = 200;
const RUNS: usize = 5;
/// Times each run judges all accounts, so that a clock of milliseconds will do.
const ROUNDS: u32 = 20;

/// Median, slowest and fastest run, in verdicts a second.
fn measure(milliseconds: impl Fn() -> f64) -> String {
    let playbook = Playbook::embedded();
    let accounts: Vec<_> = (0..ACCOUNTS).map(|number| accounts::account(&playbook, number)).collect();
    let run = || {
        let start = milliseconds();
        for _ in 0..ROUNDS {
            for account in &accounts {
                black_box(judge(&playbook, black_box(account)));
            }
        }
        1_000.0 * f64::from(ROUNDS) * accounts.len() as f64 / (milliseconds() - start)
    };
    run();
    let mut runs: Vec<f64> = (0..RUNS).map(|_| run()).collect();
    runs.sort_by(f64::total_cmp);
    let [slowest, median, fastest] = [runs[0], runs[RUNS / 2], runs[RUNS - 1]];
    format!("{median:.0} verdicts per second (median of {RUNS} runs, {slowest:.0} to {fastest:.0})")
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    let start = std::time::Instant::now();
    println!("{}", measure(|| start.elapsed().as_secs_f64() * 1_000.0));
}

#[cfg(target_arch = "wasm32")]
fn main() {}

/// The runner keeps what a passed test says to itself, so this writes past it.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen_test::wasm_bindgen_test]
fn bench() {
    let line = measure(js_sys::Date::now);
    js_sys::eval(&format!("process.stdout.write('{line}\\n')")).expect("Node has a standard output");
}
