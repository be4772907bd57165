//! Files for readers of other makers, each beside what they should find in it. `cargo xtask campaign documents` runs
//! this, then those readers.
use crate::sample::{archetype, blank, hostile};
use crate::word;
use fitproof::export::checklist::{Audience, checklist};
use fitproof::export::docx;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("papers");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn put(folder: &Path, name: &str, bytes: &[u8], found: &serde_json::Value) {
    std::fs::write(folder.join(name), bytes).expect("a file");
    std::fs::write(folder.join(format!("{name}.json")), found.to_string()).expect("a file");
}

#[test]
#[ignore = "needs readers of other makers"]
fn files_for_other_readers() {
    let folder = folder();
    let samples = [("scale-up", archetype("archetype.scale-up")), ("hostile", hostile()), ("blank", blank())];
    for (name, sample) in &samples {
        for audience in Audience::ALL {
            let document = checklist(&sample.case(), audience);
            let file = docx::write(&document).expect("a Word file");
            let found = word::expected(&document);
            let found = found.iter().map(|(style, text)| [*style, text.as_str()]).collect::<Vec<_>>();
            put(&folder, &format!("{name}-{}.docx", audience.slug()), &file, &serde_json::json!(found));
        }
    }
    println!("written to {}", folder.display());
}
