//! Where things are, in the checkout and in the cargo home.
use std::path::PathBuf;

/// The checkout's top folder: the one that holds `xtask/`.
pub fn root() -> PathBuf {
    // Asked of cargo first: two checkouts that share an output folder share this program too.
    let told = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).filter(|folder| folder.ends_with("xtask"));
    let xtask = told.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")));
    xtask.parent().map_or_else(|| xtask.clone(), PathBuf::from)
}

/// The finished site: only whole builds ever stand here.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Cargo's output folder, which also keeps what the tasks remember between runs.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

pub fn browser_tests() -> PathBuf {
    root().join("tests/browser")
}

/// Tools that set-up had to build: beside the person's own, never over them.
pub fn own_tools() -> PathBuf {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    home.unwrap_or_else(target).join("fitproof")
}
