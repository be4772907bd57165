//! The site in memory: every file by its path below the site's folder, with `/` between names.
use crate::Result;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub struct Site {
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Site {
    pub fn read(folder: &Path) -> Result<Self> {
        let mut files = BTreeMap::new();
        read_into(&mut files, folder, "").map_err(|error| problem(folder, &error))?;
        Ok(Self { files })
    }

    pub fn text(&self, name: &str) -> Result<&str> {
        let bytes = self.files.get(name);
        let bytes = bytes.ok_or_else(|| format!("the site holds no {name}"))?;
        std::str::from_utf8(bytes).map_err(|_| format!("{name} is not UTF-8"))
    }

    pub fn set_text(&mut self, name: &str, text: String) {
        self.files.insert(name.to_owned(), text.into_bytes());
    }

    /// The pages: all HTML files.
    pub fn pages(&self) -> Vec<String> {
        self.names_ending(".html")
    }

    pub fn names_ending(&self, ending: &str) -> Vec<String> {
        let names = self.files.keys();
        names.filter(|name| name.ends_with(ending)).cloned().collect()
    }

    /// Writes beside the folder first, then swaps.
    pub fn write(&self, folder: &Path) -> Result {
        let fresh = folder.with_extension("new");
        remove(&fresh)?;
        for (name, bytes) in &self.files {
            let path: PathBuf = fresh.join(name);
            let parent = path.parent().unwrap_or(&fresh);
            std::fs::create_dir_all(parent)
                .and_then(|()| std::fs::write(&path, bytes))
                .map_err(|error| problem(&path, &error))?;
        }
        remove(folder)?;
        std::fs::rename(&fresh, folder).map_err(|error| problem(folder, &error))
    }
}

fn read_into(files: &mut BTreeMap<String, Vec<u8>>, folder: &Path, prefix: &str) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            read_into(files, &entry.path(), &format!("{name}/"))?;
        } else if !entry.file_name().to_string_lossy().starts_with('.') {
            files.insert(name, std::fs::read(entry.path())?);
        }
    }
    Ok(())
}

fn remove(folder: &Path) -> Result {
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(problem(folder, &error)),
        _ => Ok(()),
    }
}

fn problem(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", path.display())
}
