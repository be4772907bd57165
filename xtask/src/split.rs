//! Splits the program where it says so: the first load, and parts that are fetched when they are needed.
//! Trunk's build holds everything in one piece; this puts the split program in its place.
//!
//! Should the program break at someone's, their browser names functions by numbers: `target/split/names` says which.
use crate::{Result, command, glue, panics, places, sections};
use std::path::{Path, PathBuf};
use wasm_split_cli_support::{Options, transform};

/// Where the site keeps the parts: nothing in here belongs to the first load.
pub const PARTS: &str = "parts/";
/// What is fetched right after the page is shown: a part and all that it shares with others.
pub const SOON: &str = "parts/soon/";
const SOON_PART: &str = "split_soon.wasm";
/// The linker must leave the marks that splitting goes by.
pub const LINKER_FLAG: &str = "-Clink-arg=--emit-relocs";

/// Styles that come with these parts, before they are shown: the first load's sheet doesn't hold them.
pub const STYLES: &str = "parts/pages.css";
const STYLED: [&str; 3] = ["split_pages.wasm", "split_value.wasm", "split_sharing.wasm"];
/// Loads them as the loaders load a part: once, and anew after a failure.
const STYLES_LOADER: &str = "const __styles = makeLoad(() => {
    const link = Object.assign(document.createElement(\"link\"), { rel: \"stylesheet\" });
    const here = new Promise((resolve, reject) => {
        link.onload = resolve;
        link.onerror = () => { link.remove(); reject(new Error(link.href)); };
    });
    link.href = new URL(\"./pages.css\", import.meta.url);
    document.head.append(link);
    return () => here;
}, []);
";

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

/// Calls compress better than copies of what is called, and functions better beside those of like names: measured 1 %
/// and 0.3 % below plain `-Oz`.
const SMALLER: [&str; 10] = [
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "-pii=0",
    "-fimfs=0",
    "-ocimfs=10",
    "-aimfs=3",
    "--skip-pass=reorder-functions",
    "--reorder-functions-by-name",
];

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
    let quiet = panics::silenced(&whole)?;
    let mut options = Options::new(&quiet);
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
    let text = |path: PathBuf| std::fs::read_to_string(&path).map_err(|error| problem(&path, &error));
    let link = text(folder.join(LINK))?;
    let soon = soon(&link)?;
    let names = folder.join("names");
    let made = [&names, &site.join(SOON)].map(std::fs::create_dir_all);
    made.into_iter().collect::<std::io::Result<()>>().map_err(|error| problem(site, &error))?;
    let smaller = |from: &Path, to: &Path| {
        let (from_text, to) = (from.to_string_lossy(), to.to_string_lossy());
        let arguments = FEATURES.into_iter().chain(SMALLER).chain(["--print-function-map", &*from_text, "-o", &*to]);
        let map = names.join(from.file_stem().unwrap_or_default()).with_extension("txt");
        let map = std::fs::File::create(&map).map_err(|error| problem(&map, &error))?;
        let mut smaller = command::command("wasm-opt", &arguments.collect::<Vec<_>>());
        command::run(smaller.env("PATH", command::path_with(tools)).stdout(map))
    };
    workers(site, tools)?;
    let (script, module) = trunks(site)?;
    let program = glue.join("small.wasm");
    smaller(&glue.join(format!("{NAME}_bg.wasm")), &program)?;
    let bytes = std::fs::read(&program).map_err(|error| problem(&program, &error))?;
    let (bytes, glue) = glue::shortened(&bytes, &text(glue.join(format!("{NAME}.js")))?, "_bg.js")?;
    std::fs::write(site.join(&module), bytes).map_err(|error| problem(site, &error))?;
    for part in &parts {
        let name = part.file_name().unwrap_or_default();
        let place = if soon.iter().any(|soon| **soon == *name) { SOON } else { PARTS };
        smaller(part, &site.join(place).join(name))?;
    }
    let mut joined = join(&glue, &styled(&link)?)?;
    for name in &soon {
        joined = joined.replace(&format!("\"./{PARTS}{name}\""), &format!("\"./{SOON}{name}\""));
    }
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

/// The loaders, each of a part with styles loading those too.
fn styled(link: &str) -> Result<String> {
    let first = link.find("\nexport const ").ok_or("there are no loaders")?;
    let mut styled = format!("{}\n{STYLES_LOADER}{}", &link[..first], &link[first + 1..]);
    for part in STYLED {
        let loader = styled.find(part).ok_or_else(|| format!("there is no {part}"))?;
        let needs =
            styled[loader..].find(", [").ok_or_else(|| format!("the loader of {part} says nothing of its needs"))?;
        styled.insert_str(loader + needs + ", [".len(), "__styles, ");
    }
    Ok(styled)
}

/// The files of the part that comes first, by what its loader loads.
fn soon(link: &str) -> Result<Vec<String>> {
    let (_, loader) = link.split_once(SOON_PART).ok_or_else(|| format!("there is no {SOON_PART}"))?;
    let shared = loader.split_once(", [").and_then(|(_, rest)| rest.split_once(']'));
    let (shared, _) = shared.ok_or_else(|| format!("the loader of {SOON_PART} says nothing of what it shares"))?;
    let names =
        shared.split(", ").filter(|name| !name.is_empty()).map(|name| format!("{}.wasm", name.trim_start_matches('_')));
    Ok([SOON_PART.to_owned()].into_iter().chain(names).collect())
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
    fn parts_with_pages_wait_for_their_styles() -> Result {
        let part = |name: &str| format!("export const {name} = load(\"./split_{name}.wasm\", [__chunk_6]);\n");
        let link = ["start;\n", &part("hosting"), &part("pages"), &part("sharing"), &part("value")].concat();
        let styled = styled(&link)?;
        assert!(styled.contains("split_hosting.wasm\", [__chunk_6]"), "{styled}");
        let joined = join("import * as import1 from \"./split.js\"", &styled)?;
        assert!(joined.contains(&format!("new URL(\"./{STYLES}\"")), "{joined}");
        for name in ["pages", "sharing", "value"] {
            assert!(styled.contains(&format!("split_{name}.wasm\", [__styles, __chunk_6]")), "{styled}");
        }
        Ok(())
    }

    #[test]
    fn what_the_first_part_shares_comes_with_it() -> Result {
        let link =
            "load(\"./split_soon.wasm\")\n}\n, [__chunk_6, __chunk_7]));\nload(\"./split_b.wasm\")\n, [__chunk_8]";
        assert_eq!(soon(link)?, ["split_soon.wasm", "chunk_6.wasm", "chunk_7.wasm"]);
        assert!(soon("load(\"./split_b.wasm\")\n, [__chunk_8]").is_err());
        Ok(())
    }

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
