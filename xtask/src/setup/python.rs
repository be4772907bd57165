//! Python's side: packages in an environment of their own, in the versions that `tests/python` names.
use super::say;
use crate::{Result, command, places, stamp};
use std::path::PathBuf;

/// Python with the packages of `tests/python/requirements.txt`.
pub fn python() -> Result<PathBuf> {
    let home = places::target().join("python");
    let program = if cfg!(windows) { home.join("Scripts/python.exe") } else { home.join("bin/python") };
    let requirements = places::root().join("tests/python/requirements.txt");
    let wanted = stamp::of_files(std::slice::from_ref(&requirements));
    let installed = places::target().join("python-installed");
    if program.is_file() && stamp::is_fresh(&installed, &wanted) {
        return Ok(program);
    }
    say("installing the Python packages that tests/python/requirements.txt names");
    let system = if cfg!(windows) { "python" } else { "python3" };
    let advice = "Python 3.11 or newer with venv must be installed, and the packages once, with a network.";
    let problem = |problem| format!("{problem}.\n{advice}");
    command::run(command::command(system, &["-m", "venv"]).arg(&home)).map_err(problem)?;
    let mut install = command::command(&program, &["-m", "pip", "install", "--quiet", "--requirement"]);
    command::run(install.arg(&requirements)).map_err(problem)?;
    stamp::keep(&installed, &wanted)?;
    Ok(program)
}
