//! Gives the build its id, and the service worker the list of all files with their digests.
use super::html;
use super::site::Site;
use crate::{Result, stamp};

const SERVICE_WORKER: &str = "sw.js";
const BUILD: &str = "const BUILD = \"\";";
const FILES: &str = "const FILES = {};";

pub fn write(site: &mut Site) -> Result {
    let build = build_id(site);
    for page in site.pages() {
        let line = format!("<meta name=\"build\" content=\"{build}\">");
        let text = html::insert_in_head(site.text(&page)?, &line)?;
        site.set_text(&page, text);
    }
    let files = site.files.iter().filter(|(name, _)| *name != SERVICE_WORKER);
    let lines = files.map(|(name, bytes)| format!("  {name:?}: {:?},\n", stamp::hex(&stamp::sha256(bytes))));
    let files = format!("const FILES = {{\n{}}};", lines.collect::<String>());
    let script = site.text(SERVICE_WORKER)?;
    if !script.contains(BUILD) || !script.contains(FILES) {
        return Err(format!("{SERVICE_WORKER} must hold the lines `{BUILD}` and `{FILES}`"));
    }
    let script = script.replace(BUILD, &format!("const BUILD = \"{build}\";")).replace(FILES, &files);
    site.set_text(SERVICE_WORKER, script);
    Ok(())
}

/// One id for one set of bytes: the pages count as they are before they name the id.
fn build_id(site: &Site) -> String {
    let lines = site.files.iter();
    let lines: String = lines.map(|(name, bytes)| format!("{name} {}\n", stamp::hex(&stamp::sha256(bytes)))).collect();
    stamp::hex(&stamp::sha256(lines.as_bytes()))[..16].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_names_the_final_bytes() -> Result {
        let files = [
            ("index.html", "<meta charset=\"utf-8\">".to_owned()),
            ("a.js", "1".to_owned()),
            ("sw.js", format!("{BUILD}\n{FILES}")),
        ];
        let files = files.map(|(name, text)| (name.to_owned(), text.into_bytes()));
        let mut site = Site { files: files.into() };
        write(&mut site)?;
        let script = site.text("sw.js")?;
        for name in ["index.html", "a.js"] {
            let digest = stamp::hex(&stamp::sha256(&site.files[name]));
            assert!(script.contains(&format!("{name:?}: {digest:?}")), "{script}");
        }
        assert!(!script.contains("\"sw.js\":"));
        let page = site.text("index.html")?;
        let (_, rest) = page.split_once("name=\"build\" content=\"").unwrap_or_default();
        assert!(script.contains(&format!("const BUILD = {:?};", &rest[..16])));
        Ok(())
    }
}
