//! Gives the build its id, and the service worker the files with their digests, in two tiers: the first load,
//! which is taken whole or not at all, and the rest, which follows in the background.
use super::html;
use super::site::Site;
use crate::split::SOON;
use crate::{Result, stamp};

const SERVICE_WORKER: &str = "sw.js";
const BUILD: &str = "const BUILD = \"\";";
const FIRST: &str = "const FIRST = {};";
const LATER: &str = "const LATER = {};";

/// Of no use to a page without a network: what browsers fetch before an installation, and what hosts read.
fn is_for_pages(name: &str) -> bool {
    let beside = ["sw.js", "sw-kill.js", "embed.js"];
    !beside.contains(&name) && !["screenshots/", "hosting/"].iter().any(|folder| name.starts_with(folder))
}

pub fn write(site: &mut Site, first_load: &[String]) -> Result {
    let build = build_id(site);
    for page in site.pages() {
        let line = format!("<meta name=\"build\" content=\"{build}\">");
        let text = html::insert_in_head(site.text(&page)?, &line)?;
        site.set_text(&page, text);
    }
    let (mut first, mut later) = (String::new(), String::new());
    for (name, bytes) in site.files.iter().filter(|(name, _)| is_for_pages(name)) {
        // What keeps accounts counts as needed to start: a page without it could save nothing.
        let needed = first_load.contains(name) || name.starts_with(SOON);
        let tier = if needed { &mut first } else { &mut later };
        tier.push_str(&format!("  {name:?}: {:?},\n", stamp::hex(&stamp::sha256(bytes))));
    }
    let lines = [
        (BUILD, format!("const BUILD = \"{build}\";")),
        (FIRST, format!("const FIRST = {{\n{first}}};")),
        (LATER, format!("const LATER = {{\n{later}}};")),
    ];
    let mut script = site.text(SERVICE_WORKER)?.to_owned();
    for (mark, line) in lines {
        if !script.contains(mark) {
            return Err(format!("{SERVICE_WORKER} must hold the line `{mark}`"));
        }
        script = script.replace(mark, &line);
    }
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
    fn each_file_stands_in_its_tier_with_its_final_bytes() -> Result {
        let files = [
            ("index.html", "<meta charset=\"utf-8\">".to_owned()),
            ("a.js", "1".to_owned()),
            ("later.js", "2".to_owned()),
            ("parts/soon/b.wasm", "5".to_owned()),
            ("screenshots/wide.png", "3".to_owned()),
            ("sw.js", format!("{BUILD}\n{FIRST}\n{LATER}")),
            ("sw-kill.js", "4".to_owned()),
        ];
        let files = files.map(|(name, text)| (name.to_owned(), text.into_bytes()));
        let mut site = Site { files: files.into() };
        write(&mut site, &["index.html".to_owned(), "a.js".to_owned()])?;
        let script = site.text("sw.js")?;
        let (first, later) = script.split_once("const LATER").unwrap_or_default();
        for (tier, name) in [(first, "index.html"), (first, "a.js"), (first, "parts/soon/b.wasm"), (later, "later.js")]
        {
            let digest = stamp::hex(&stamp::sha256(&site.files[name]));
            assert!(tier.contains(&format!("{name:?}: {digest:?}")), "{script}");
        }
        for name in ["sw.js", "sw-kill.js", "screenshots/wide.png"] {
            assert!(!script.contains(&format!("{name:?}:")), "{name} is for no page");
        }
        let page = site.text("index.html")?;
        let (_, rest) = page.split_once("name=\"build\" content=\"").unwrap_or_default();
        assert!(script.contains(&format!("const BUILD = {:?};", &rest[..16])));
        Ok(())
    }
}
