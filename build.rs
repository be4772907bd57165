//! Reads the playbook strictly and stores it in the few bytes that the app starts from.
#[path = "src/playbook/data/mod.rs"]
#[allow(dead_code, unused_imports)]
mod data;

use std::{env, error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let file = "playbooks/make-enterprise.json";
    println!("cargo::rerun-if-changed={file}");
    println!("cargo::rerun-if-changed=src/playbook/data");
    let playbook: data::PlaybookData = serde_json::from_str(&fs::read_to_string(file)?)?;
    let bytes = postcard::to_allocvec(&playbook)?;
    fs::write(Path::new(&env::var("OUT_DIR")?).join("playbook.bin"), bytes)?;
    Ok(())
}
