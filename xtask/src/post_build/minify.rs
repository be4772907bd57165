//! Makes the scripts small: what people read in them is in the repository.
use super::site::Site;
use crate::{Result, command, places};
use std::io::Write;
use std::process::Stdio;

/// The service worker is written by later steps, which go by its lines.
const KEPT: &str = "sw.js";

pub fn scripts(site: &mut Site) -> Result {
    for name in site.names_ending(".js").into_iter().filter(|name| name != KEPT) {
        let small = minify(&name, site.text(&name)?)?;
        site.set_text(&name, small);
    }
    Ok(())
}

fn minify(name: &str, script: &str) -> Result<String> {
    let problem = |error: std::io::Error| format!("{name} could not be made smaller: {error}");
    let program = places::browser_tests().join("node_modules/terser/bin/terser");
    let mut terser = command::command("node", &[]);
    terser.arg(program).args(["--module", "--compress", "passes=2", "--mangle"]);
    let mut running = terser.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().map_err(problem)?;
    // Terser reads to the end before it writes, so the one pipe can't block the other; dropping it ends the input.
    running.stdin.take().map_or(Ok(()), |mut input| input.write_all(script.as_bytes())).map_err(problem)?;
    let output = running.wait_with_output().map_err(problem)?;
    let small = String::from_utf8(output.stdout).map_err(|_| format!("{name}: terser wrote no text"))?;
    if output.status.success() && !small.is_empty() { Ok(small) } else { Err(format!("{name}: terser failed")) }
}
