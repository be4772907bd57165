//! The simulation set beside numpy and scipy: how fast it is and whether it says the same.
use crate::{Result, command, setup};
use std::process::{Command, Stdio};

/// The program's time over numpy's for a million plain draws, at most.
const PLAIN_AT_MOST: f64 = 0.75;
/// The same for evenly spread draws that come as close, at most.
const QUASI_AT_MOST: f64 = 1.0 / 8.0;

const BENCH: &str = "bench_simulate";

/// The numbers of one run; numpy's turn is between two of the program's.
pub fn bench() -> Result {
    println!("simulation, native and numpy by turns");
    let python = setup::python()?;
    let before = told(&mut example(BENCH))?;
    let numpy = told(&mut command::command(&python, &["tests/python/bench.py"]))?;
    let after = told(&mut example(BENCH))?;
    let both = |name: &str| Ok::<f64, String>((figure(&before, name)? + figure(&after, name)?) / 2.0);
    let theirs = figure(&numpy, "numpy-1000000")?;
    let plain = both("plain-1000000")? / theirs;
    let quasi = both("quasi-enough-time")? / theirs;
    print!("{after}{numpy}");
    println!("a million plain draws take {plain:.2} of numpy's time (at most {PLAIN_AT_MOST})");
    println!("as close by evenly spread draws takes {quasi:.3} of numpy's time (at most {QUASI_AT_MOST})");
    println!("simulation, wasm");
    let runner = setup::for_wasm_tests()?;
    let mut wasm = example(BENCH);
    wasm.args(["--target", "wasm32-unknown-unknown"]).env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner);
    command::run(&mut wasm)?;
    match plain <= PLAIN_AT_MOST && quasi <= QUASI_AT_MOST {
        true => Ok(()),
        false => Err("the simulation is slower beside numpy than it may be".into()),
    }
}

/// 200 random models, drawn here and again by numpy.
pub fn campaign() -> Result {
    let python = setup::python()?;
    let mut models = example("random_models").stdout(Stdio::piped()).spawn().map_err(|error| error.to_string())?;
    let written = models.stdout.take().ok_or("the models can't be read")?;
    let checked = command::run(command::command(&python, &["tests/python/simulation.py"]).stdin(written));
    let drawn = models.wait().map_err(|error| error.to_string())?;
    checked.and(if drawn.success() { Ok(()) } else { Err("the models were not all written".into()) })
}

/// An example in the profile of the workers.
fn example(name: &str) -> Command {
    command::cargo(&["run", "--quiet", "--profile", "quick", "--no-default-features", "--example", name])
}

fn told(command: &mut Command) -> Result<String> {
    let output = command.stderr(Stdio::inherit()).output().map_err(|error| error.to_string())?;
    match output.status.success() {
        true => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
        false => Err(format!("a measurement ended with {}", output.status)),
    }
}

/// The figure on the line that begins with this name.
fn figure(lines: &str, name: &str) -> Result<f64> {
    let line = lines.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    let figure = line.and_then(|line| line.split(' ').next()?.parse().ok());
    figure.ok_or_else(|| format!("nothing was measured as {name}"))
}

#[cfg(test)]
mod tests {
    use super::figure;

    #[test]
    fn a_figure_is_found_by_its_whole_name() {
        let lines = "plain-10 7 ms\nplain 3.5 ms\n";
        assert_eq!(figure(lines, "plain"), Ok(3.5));
        assert!(figure(lines, "plai").is_err());
    }
}
