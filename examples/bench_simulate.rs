//! How fast and how close the simulation is, on a business case of ten triangular inputs over three years. Natively,
//! and as wasm by the runner of the wasm tests, which calls what is marked for it instead of `main`. Each line is a
//! name, a figure and its unit, so that `cargo xtask bench` can set it beside numpy's.
#[path = "../tests/simulate/sheets.rs"]
#[expect(dead_code, reason = "the tests use the rest of it")]
mod sheets;

use fitproof::domain::value::input::Spread;
use fitproof::domain::value::simulate::{Sequence, simulate};
use std::hint::black_box;

const RUNS: usize = 5;
const PLAIN: usize = 1_000_000;

/// The median time of a whole simulation, from the sheet to all its outcomes.
fn timed(milliseconds: &impl Fn() -> f64, spread: Spread, draws: usize, sequence: Sequence) -> f64 {
    let case = sheets::ten_inputs(spread);
    // As often as a clock of milliseconds needs.
    let rounds = (200_000 / draws).max(1);
    let run = || {
        let start = milliseconds();
        for seed in 0..rounds as u64 {
            black_box(simulate(black_box(&case.asked()), seed, draws, sequence));
        }
        (milliseconds() - start) / rounds as f64
    };
    run();
    let mut runs: Vec<f64> = (0..RUNS).map(|_| run()).collect();
    runs.sort_by(f64::total_cmp);
    runs[RUNS / 2]
}

fn times(milliseconds: impl Fn() -> f64) -> Vec<String> {
    let time = |spread, draws, sequence| timed(&milliseconds, spread, draws, sequence);
    let line = |name: &str, time: f64| format!("{name} {time:.3} ms");
    vec![
        line("plain-1000000", time(Spread::Triangular, PLAIN, Sequence::Plain)),
        line("quasi-65536", time(Spread::Triangular, 65_536, Sequence::Quasi)),
        line("quasi-65536-pert", time(Spread::Pert, 65_536, Sequence::Quasi)),
        line("quasi-2048", time(Spread::Triangular, 2_048, Sequence::Quasi)),
        line("quasi-2048-pert", time(Spread::Pert, 2_048, Sequence::Quasi)),
    ]
}

/// The errors of mean and median that many seeds make, as the root of the mean square.
#[cfg(not(target_arch = "wasm32"))]
fn errors(case: &sheets::Case, right: [f64; 2], draws: usize, sequence: Sequence) -> [f64; 2] {
    const SEEDS: u64 = 24;
    let off = (100..100 + SEEDS).filter_map(|seed| {
        let found = simulate(&case.asked(), seed, draws, sequence).npv.figures?;
        Some([found.mean - right[0], found.p50 - right[1]])
    });
    let squares = off.fold([0.0; 2], |sum, off| [sum[0] + off[0] * off[0], sum[1] + off[1] * off[1]]);
    squares.map(|sum| (sum / SEEDS as f64).sqrt())
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    let start = std::time::Instant::now();
    let clock = || start.elapsed().as_secs_f64() * 1_000.0;
    times(clock).iter().for_each(|line| println!("{line}"));
    let case = sheets::ten_inputs(Spread::Triangular);
    let Some(right) = simulate(&case.asked(), 1, 1 << 24, Sequence::Quasi).npv.figures else { return };
    let right = [right.mean, right.p50];
    println!("reference-mean {:.2} dollars", right[0]);
    println!("reference-p50 {:.2} dollars", right[1]);
    let plain = errors(&case, right, PLAIN, Sequence::Plain);
    println!("plain-error-mean {:.3} dollars\nplain-error-p50 {:.3} dollars", plain[0], plain[1]);
    for draws in (10..=20).map(|power| 1 << power) {
        let quasi = errors(&case, right, draws, Sequence::Quasi);
        println!("quasi-{draws}-error-mean {:.3} dollars\nquasi-{draws}-error-p50 {:.3} dollars", quasi[0], quasi[1]);
        if quasi[0] <= plain[0] && quasi[1] <= plain[1] {
            println!("quasi-enough {draws} draws");
            println!("quasi-enough-time {:.3} ms", timed(&clock, Spread::Triangular, draws, Sequence::Quasi));
            return;
        }
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}

/// The runner keeps what a passed test says to itself, so this writes past it.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen_test::wasm_bindgen_test]
fn bench() {
    let lines = times(js_sys::Date::now).join("\\n");
    js_sys::eval(&format!("process.stdout.write('{lines}\\n')")).expect("Node has a standard output");
}
