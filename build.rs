//! Reads the playbook strictly and stores it in the few bytes that the app starts from; what the business case or the
//! guide alone needs goes into files of their own.
#[path = "src/playbook/data/mod.rs"]
#[allow(dead_code, unused_imports)]
mod data;
#[path = "src/playbook/packed.rs"]
#[allow(dead_code)]
mod packed;
#[path = "src/playbook/unpack.rs"]
#[allow(dead_code)]
mod unpack;

use std::{env, error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let file = "playbooks/make-enterprise.json";
    println!("cargo::rerun-if-changed={file}");
    for part in ["data", "packed.rs", "unpack.rs"] {
        println!("cargo::rerun-if-changed=src/playbook/{part}");
    }
    let playbook: data::PlaybookData = serde_json::from_str(&fs::read_to_string(file)?)?;
    let packed::Closed::Own(value, _) = &playbook.value else {
        return Err("the playbook that ships has no part for the business case".into());
    };
    let packed::Closed::Own(guide, _) = &playbook.guide else {
        return Err("the playbook that ships has no part for the guide".into());
    };
    let folder = env::var("OUT_DIR")?;
    fs::write(Path::new(&folder).join("value.bin"), value)?;
    fs::write(Path::new(&folder).join("guide.bin"), guide)?;
    fs::write(Path::new(&folder).join("playbook.bin"), postcard::to_allocvec(&playbook)?)?;
    Ok(())
}
