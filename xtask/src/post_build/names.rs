//! Names scripts, styles and modules by their final bytes, so that a name can be cached for ever
//! and never means two things. A file is named after all that it refers to, hence in this order:
//! wasm, scripts, pages. The service worker keeps its name: the browser knows it by that.
use super::html;
use super::site::Site;
use crate::split::PARTS;
use crate::{Result, stamp};
use std::collections::{BTreeMap, BTreeSet};

/// Known to browsers and hosts by their names.
const FIXED: [&str; 3] = ["sw.js", "sw-kill.js", "embed.js"];
/// Trunk's name for the script that starts a worker.
const LOADER: &str = "_loader.js";
const DIGITS: usize = 16;

/// Renames, and returns the names that the index page needs to start, itself included.
pub fn by_content(site: &mut Site) -> Result<Vec<String>> {
    let mut waiting: BTreeSet<String> = site.files.keys().cloned().collect();
    waiting.retain(|name| is_asset(name));
    let assets = waiting.clone();
    let mut renamed: BTreeMap<String, String> = BTreeMap::new();
    let mut needs: BTreeMap<String, Vec<String>> = BTreeMap::new();
    while !waiting.is_empty() {
        let ready = waiting
            .iter()
            .find(|name| {
                let mut referred = references(site, name, &assets).into_iter();
                referred.all(|other| renamed.contains_key(&other))
            })
            .cloned()
            .ok_or_else(|| format!("these files refer to each other in a ring: {waiting:?}"))?;
        needs.insert(ready.clone(), references(site, &ready, &assets));
        waiting.remove(&ready);
        update(site, &ready, &renamed);
        let bytes = site.files.remove(&ready).unwrap_or_default();
        let fresh = hashed(&ready, &bytes);
        site.files.insert(fresh.clone(), bytes);
        renamed.insert(ready, fresh);
    }
    for page in site.pages() {
        if site.text(&page)?.contains(" integrity=\"") {
            return Err(format!("{page}: set no_sri in Trunk.toml, the files change after Trunk"));
        }
        needs.insert(page.clone(), references(site, &page, &assets));
        update(site, &page, &renamed);
        announce_workers(site, &page, &renamed)?;
    }
    let first_load = reached("index.html", &needs);
    let fresh = |name: &String| renamed.get(name).unwrap_or(name).clone();
    Ok(first_load.iter().map(fresh).collect())
}

/// True for a name that this step gave.
pub fn is_hashed(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    stem.rsplit_once('-')
        .is_some_and(|(_, digest)| digest.len() == DIGITS && digest.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

fn is_asset(name: &str) -> bool {
    let endings = [".js", ".css", ".wasm"];
    !FIXED.contains(&name) && endings.iter().any(|ending| name.ends_with(ending))
}

/// `styles/main.css` becomes `main-0123456789abcdef.css`; Trunk's own digest gives way to ours.
fn hashed(name: &str, bytes: &[u8]) -> String {
    let name = match name.strip_prefix("styles/") {
        Some(sheet) => sheet,
        None => name,
    };
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let (stem, tail) = match stem.strip_suffix("_bg") {
        Some(stem) => (stem, "_bg"),
        None => (stem, ""),
    };
    let stem = match stem.rsplit_once('-') {
        Some((stem, old)) if old.len() > 12 && old.bytes().all(|b| b.is_ascii_hexdigit()) => stem,
        _ => stem,
    };
    let digest = &stamp::hex(&stamp::sha256(bytes))[..DIGITS];
    format!("{stem}{tail}-{digest}.{ending}")
}

/// The assets whose names stand in a text, quoted or after a slash.
fn references(site: &Site, name: &str, assets: &BTreeSet<String>) -> Vec<String> {
    if name.ends_with(".wasm") {
        return Vec::new();
    }
    let Ok(text) = site.text(name) else {
        return Vec::new();
    };
    let others = assets.iter().filter(|other| *other != name);
    others.filter(|other| occurrences(text, other).next().is_some()).cloned().collect()
}

fn update(site: &mut Site, name: &str, renamed: &BTreeMap<String, String>) {
    if name.ends_with(".wasm") {
        return;
    }
    let Ok(text) = site.text(name) else { return };
    let mut text = text.to_owned();
    for (old, fresh) in renamed {
        let places: Vec<usize> = occurrences(&text, old).collect();
        for place in places.into_iter().rev() {
            text.replace_range(place..place + old.len(), fresh);
        }
    }
    site.set_text(name, text);
}

fn occurrences<'a>(text: &'a str, name: &'a str) -> impl Iterator<Item = usize> + 'a {
    let begins = |before: &str| before.ends_with("./") || before.ends_with(['"', '\'', '`']);
    let ends = |after: &str| after.starts_with(['"', '\'', '`', '?', '#']);
    text.match_indices(name)
        .map(|(place, _)| place)
        .filter(move |place| begins(&text[..*place]) && ends(&text[place + name.len()..]))
}

/// Tells a page under which name each worker's loader stands now.
fn announce_workers(site: &mut Site, page: &str, renamed: &BTreeMap<String, String>) -> Result {
    let lines: String = renamed
        .iter()
        .filter(|(old, _)| old.ends_with(LOADER))
        .map(|(old, fresh)| format!("<meta name=\"asset:{old}\" content=\"{fresh}\">\n"))
        .collect();
    let text = html::insert_in_head(site.text(page)?, &lines)?;
    site.set_text(page, text);
    Ok(())
}

/// What a page fetches at its start: all that it leads to, but for the parts that wait until they are needed.
fn reached(start: &str, needs: &BTreeMap<String, Vec<String>>) -> Vec<String> {
    let mut found = vec![start.to_owned()];
    let mut next = 0;
    while let Some(name) = found.get(next).cloned() {
        let more = needs.get(&name).into_iter().flatten();
        let more = more.filter(|name| !found.contains(name) && !name.starts_with(PARTS));
        let more: Vec<String> = more.cloned().collect();
        found.extend(more);
        next += 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(files: &[(&str, &str)]) -> Site {
        let files = files.iter();
        let files = files.map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()));
        Site { files: files.collect() }
    }

    const PAGE: &str = "<meta charset=\"utf-8\"><script>import './app.js'; go('./app_bg.wasm')</script>";

    fn sample() -> Site {
        site(&[
            ("index.html", PAGE),
            ("app.js", "new URL('app_bg.wasm'); import './part/inline.js'; new URL('./parts/later.wasm')"),
            ("app_bg.wasm", "bytes"),
            ("part/inline.js", "1"),
            ("my-app.js", "import './bulk_loader.js'"),
            ("bulk_loader.js", "2"),
            ("sw.js", "3"),
            ("parts/later.wasm", "4"),
        ])
    }

    #[test]
    fn the_index_page_reaches_its_own_files_alone() -> Result {
        let mut site = sample();
        let first_load = by_content(&mut site)?;
        assert_eq!(first_load.len(), 4, "{first_load:?}");
        assert!(first_load[1..].iter().all(|name| is_hashed(name)));
        for name in &first_load[1..] {
            assert_eq!(&hashed(name, &site.files[name]), name, "named by its final bytes");
        }
        Ok(())
    }

    #[test]
    fn the_service_worker_keeps_its_name_and_workers_are_announced() -> Result {
        let mut site = sample();
        by_content(&mut site)?;
        assert!(site.files.contains_key("sw.js"));
        let page = site.text("index.html")?;
        assert!(page.contains("<meta name=\"asset:bulk_loader.js\" content=\"bulk_loader-"));
        Ok(())
    }

    #[test]
    fn a_change_deep_down_changes_every_name_above() -> Result {
        let (mut one, mut two) = (sample(), sample());
        two.set_text("app_bg.wasm", "other".into());
        let (one, two) = (by_content(&mut one)?, by_content(&mut two)?);
        let same: Vec<&String> = one.iter().filter(|name| two.contains(name)).collect();
        assert_eq!(same.len(), 2, "the page and the unrelated part: {same:?}");
        Ok(())
    }

    #[test]
    fn a_ring_is_refused() {
        let mut ring = site(&[("a.js", "import './b.js'"), ("b.js", "import './a.js'")]);
        assert!(by_content(&mut ring).is_err());
    }

    #[test]
    fn trunk_digest_gives_way() {
        assert!(hashed("app-0123456789abcdef_bg.wasm", b"").starts_with("app_bg-e3b0c44"));
        assert!(hashed("styles/main.css", b"").starts_with("main-e3b0c44"));
        assert!(!is_hashed("bulk_loader.js"));
    }
}
