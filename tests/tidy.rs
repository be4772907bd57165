//! The house rules as code: which part may name what, how long a file may be, what must not be said.
use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).expect("a source file is readable");
                found.push((path, text));
            }
        }
    }
    assert!(!found.is_empty(), "{folder} holds no sources");
    found
}

/// The code without comments.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().map(|(at, line)| (at + 1, line)).filter(|(_, line)| !line.trim_start().starts_with("//"))
}

fn none_names(folder: &str, words: &[&str]) {
    for (path, text) in sources(folder) {
        for (at, line) in code(&text) {
            for word in words {
                assert!(!line.contains(word), "{}:{at} names {word}", path.display());
            }
        }
    }
}

#[test]
fn the_core_knows_no_browser() {
    let browser = ["yew", "web_sys", "js_sys", "wasm_bindgen", "gloo"];
    for folder in ["src/domain", "src/playbook", "src/export", "src/app", "src/wire"] {
        none_names(folder, &browser);
    }
}

#[test]
fn the_core_reads_no_clock_and_no_chance() {
    for folder in ["src/domain", "src/playbook", "src/export", "src/app", "src/wire"] {
        none_names(folder, &["SystemTime", "Instant::now", "std::env", "rand::", "fastrand"]);
    }
}

#[test]
fn directions_hold() {
    none_names(
        "src/domain",
        &["crate::playbook", "crate::app", "crate::export", "crate::wire", "crate::ui", "crate::browser"],
    );
    none_names("src/playbook", &["crate::app", "crate::export", "crate::wire", "crate::ui", "crate::browser"]);
    none_names("src/app", &["crate::export", "crate::wire", "crate::ui", "crate::browser"]);
    none_names("src/export", &["crate::app", "crate::wire", "crate::ui", "crate::browser"]);
    none_names("src/wire", &["crate::app", "crate::export", "crate::ui", "crate::browser"]);
    none_names("src/browser", &["crate::ui", "yew::"]);
}

#[test]
fn only_wire_and_playbook_know_serde() {
    for folder in ["src/domain", "src/export", "src/app", "src/ui", "src/browser"] {
        none_names(folder, &["serde"]);
    }
}

#[test]
fn the_engine_names_no_rule() {
    // Context questions such as the account's name are the form's own; a rule's id may stand only in a playbook.
    for folder in ["src/domain", "src/playbook"] {
        none_names(folder, &["\"fit.", "\"gate.", "\"role.", "\"engagement.", "\"deal.", "\"account.", "Make "]);
    }
}

#[test]
fn unknown_is_never_no() {
    for folder in ["src/domain", "src/playbook", "src/app", "src/export"] {
        none_names(folder, &["unwrap_or(false)"]);
    }
}

#[test]
fn html_is_never_set_as_text() {
    none_names("src", &["inner_html", "from_html_unchecked", "innerHTML"]);
}

#[test]
fn files_stay_small() {
    for folder in ["src", "xtask/src", "tests"] {
        for (path, text) in sources(folder) {
            let own = text.split("#[cfg(test)]").next().unwrap_or("").lines().count();
            assert!(own <= 400, "{} has {own} lines", path.display());
        }
    }
}

#[test]
fn folders_say_what_they_hold() {
    for (path, text) in sources("src") {
        assert!(text.starts_with("//!"), "{} begins without saying what it holds", path.display());
    }
    for word in ["utils", "helpers", "common", "types", "services", "manager"] {
        for (path, _) in sources("src") {
            assert!(path.file_stem().is_some_and(|stem| stem != word), "{} is named {word}", path.display());
        }
    }
}

/// Whoever gets the program must get the notice of the numbers that others worked out.
#[test]
fn the_notice_of_the_direction_numbers_ships_with_the_site() {
    let read = |path: &str| fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a file");
    let source = read("src/domain/value/simulate/directions.rs");
    let notice =
        source.split("//! ```text\n").nth(1).and_then(|rest| rest.split("//! ```\n").next()).expect("a notice");
    let notice: String =
        notice.lines().map(|line| format!("{}\n", line.trim_start_matches("//!").trim_start_matches(' '))).collect();
    let shipped: String =
        read("static/licenses.txt").lines().map(|line| format!("{}\n", line.trim_start_matches(' '))).collect();
    assert!(notice.contains("Stephen Joe") && shipped.contains(&notice), "{shipped}");
    assert!(read("README.md").contains("static/licenses.txt"));
}
