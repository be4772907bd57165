//! Splits the program where it says so: the first load, and parts that are fetched when they are needed.
//! Trunk's build holds everything in one piece; this puts the split program in its place.
use crate::{Result, command, places, sections};
use std::path::{Path, PathBuf};
use wasm_split_cli_support::{Options, transform};

/// Where the site keeps the parts: nothing in here belongs to the first load.
pub const PARTS: &str = "parts/";
/// The linker must leave the marks that splitting goes by.
pub const LINKER_FLAG: &str = "-Clink-arg=--emit-relocs";

const NAME: &str = "fitproof";
const LINK: &str = "./split.js";
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Calls compress better than copies of what is called: measured 1 % below plain `-Oz`.
const SMALLER: [&str; 8] = ["--flatten", "--rereloop", "-Oz", "-Oz", "-pii=0", "-fimfs=0", "-ocimfs=10", "-aimfs=3"];

/// Worker programs, which Trunk leaves as the compiler made them, and how each is made better: what is fetched should
/// be small, what reckons should be quick.
const WORKERS: [(&str, &[&str]); 2] = [("documents", &["-Oz", "-Oz"]), ("simulate", &["-O3"])];
/// What only workers use.
const WORKER_FEATURES: [&str; 1] = ["--enable-simd"];

/// Replaces program and glue in Trunk's output.
pub fn split(site: &Path, tools: &[PathBuf]) -> Result {
    let folder = places::target().join("split");
    let _ = std::fs::remove_dir_all(&folder);
    let program = places::target().join("wasm32-unknown-unknown/release").join(format!("{NAME}.wasm"));
    let whole = std::fs::read(&program).map_err(|error| problem(&program, &error))?;
    let main = folder.join("main.wasm");
    let mut options = Options::new(&whole);
    options.output_dir = &folder;
    options.main_out_path = &main;
    options.link_name = LINK;
    let parts = transform(options).map_err(|error| format!("the program can't be split: {error:?}"))?.split_modules;

    let glue = folder.join("glue");
    let (main, glue_text) = (main.to_string_lossy(), glue.to_string_lossy());
    let bindgen = [
        "--target",
        "web",
        "--no-typescript",
        "--keep-lld-exports",
        "--out-name",
        NAME,
        "--out-dir",
        &glue_text,
        &main,
    ];
    tool(tools, "wasm-bindgen", &bindgen)?;
    let smaller = |from: &Path, to: &Path| {
        let (from, to) = (from.to_string_lossy(), to.to_string_lossy());
        let arguments: Vec<&str> = FEATURES.into_iter().chain(SMALLER).chain([&*from, "-o", &*to]).collect();
        tool(tools, "wasm-opt", &arguments)
    };
    workers(site, tools)?;
    let (script, module) = trunks(site)?;
    smaller(&glue.join(format!("{NAME}_bg.wasm")), &site.join(&module))?;
    std::fs::create_dir_all(site.join(PARTS)).map_err(|error| problem(site, &error))?;
    for part in &parts {
        smaller(part, &site.join(PARTS).join(part.file_name().unwrap_or_default()))?;
    }
    let text = |path: PathBuf| std::fs::read_to_string(&path).map_err(|error| problem(&path, &error));
    let joined = join(&text(glue.join(format!("{NAME}.js")))?, &text(folder.join(LINK))?)?;
    let joined = joined.replace(&format!("{NAME}_bg.wasm"), &module);
    std::fs::write(site.join(&script), joined).map_err(|error| problem(site, &error))
}

fn workers(site: &Path, tools: &[PathBuf]) -> Result {
    for (name, passes) in WORKERS {
        let module = site.join(format!("{name}_bg.wasm"));
        let bytes = std::fs::read(&module).map_err(|error| problem(&module, &error))?;
        std::fs::write(&module, sections::without_marks(&bytes)?).map_err(|error| problem(&module, &error))?;
        let text = module.to_string_lossy();
        let features = FEATURES.into_iter().chain(WORKER_FEATURES);
        let arguments: Vec<&str> = features.chain(passes.iter().copied()).chain([&*text, "-o", &*text]).collect();
        tool(tools, "wasm-opt", &arguments)?;
    }
    Ok(())
}

fn tool(tools: &[PathBuf], name: &str, arguments: &[&str]) -> Result {
    let mut tool = command::command(name, arguments);
    command::run(tool.env("PATH", command::path_with(tools)))
}

/// Trunk's names for the glue and the program.
fn trunks(site: &Path) -> Result<(String, String)> {
    let entries = std::fs::read_dir(site).map_err(|error| problem(site, &error))?;
    let names: Vec<String> = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    let find = |ending: &str| {
        let found = names.iter().find(|name| name.starts_with(NAME) && name.ends_with(ending));
        found.cloned().ok_or_else(|| format!("Trunk made no {NAME}…{ending}"))
    };
    Ok((find(".js")?, find("_bg.wasm")?))
}

/// The loaders stand in the glue itself: as a file of their own the two would refer to each other in a ring.
fn join(glue: &str, link: &str) -> Result<String> {
    let mut exported = Vec::new();
    let mut own = String::new();
    for line in link.lines().filter(|line| !line.starts_with("import ")) {
        let line = match line.strip_prefix("export const ") {
            Some(rest) => {
                exported.extend(rest.split_whitespace().next());
                format!("const {rest}")
            }
            None => line.to_owned(),
        };
        own.push_str(&line.replace("new URL(\"./", &format!("new URL(\"./{PARTS}")));
        own.push('\n');
    }
    // One import per part, all of the same loaders.
    let (imports, rest): (Vec<&str>, Vec<&str>) = glue.lines().partition(|line| is_import(line));
    if imports.is_empty() {
        return Err("the glue imports no loaders".into());
    }
    let tables = imports.iter().filter_map(|import| import.split_whitespace().nth(3));
    let tables = tables.map(|name| format!("const {name} = {{ {} }};\n", exported.join(", ")));
    Ok(format!("{}\n{own}{}", rest.join("\n"), tables.collect::<String>()))
}

fn is_import(line: &str) -> bool {
    line.starts_with("import * as ") && line.contains(LINK)
}

fn problem(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", path.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loaders_stand_in_the_glue() -> Result {
        let glue = "import * as import1 from \"./split.js\"\nimport * as import2 from \"./split.js\"\nrest();";
        let link =
            "import { initSync } from \"./main.js\";\nexport const load = () => fetch(new URL(\"./a.wasm\", x));";
        let joined = join(glue, link)?;
        assert!(!joined.contains("import *") && !joined.contains("export"), "{joined}");
        assert!(joined.contains("const load = () => fetch(new URL(\"./parts/a.wasm\", x));"), "{joined}");
        assert!(joined.contains("const import1 = { load };\nconst import2 = { load };"), "{joined}");
        assert!(join("rest();", link).is_err(), "a glue without parts is not what was built");
        Ok(())
    }
}
