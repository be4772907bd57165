//! Makes one style sheet of the entry file and what it imports, and takes out comments and spare
//! white space. While developing, the browser follows the imports itself.
use super::html;
use super::site::Site;
use crate::Result;

pub fn bundle(site: &mut Site) -> Result {
    let mut entries: Vec<String> = Vec::new();
    for page in site.pages() {
        let links = html::tags(site.text(&page)?, "link");
        let sheets = links.iter().filter(|link| link.attribute("rel") == Some("stylesheet"));
        let names = sheets.filter_map(|link| link.attribute("href"));
        entries.extend(names.map(|name| name.trim_start_matches("./").to_owned()));
    }
    entries.sort();
    entries.dedup();
    let bundles = entries
        .iter()
        .map(|entry| Ok((entry.clone(), minified(&flattened(site, entry, &[])?))))
        .collect::<Result<Vec<_>>>()?;
    site.files.retain(|name, _| !name.ends_with(".css"));
    for (entry, css) in bundles {
        site.set_text(&entry, css);
    }
    Ok(())
}

/// A sheet that comes with parts of the program: no page links it, their loaders do.
const LATER: (&str, &str) = ("styles/pages.css", crate::split::STYLES);

/// Takes it out of the pages, to where the loaders look for it.
pub fn put_off(site: &mut Site) -> Result {
    let (name, place) = LATER;
    let sheet = site.files.remove(name).ok_or_else(|| format!("the site holds no {name}"))?;
    site.files.insert(place.to_owned(), sheet);
    let loader = format!("\"./{place}\"");
    let mut scripts = site.names_ending(".js").into_iter();
    if !scripts.any(|script| site.text(&script).is_ok_and(|text| text.contains(&loader))) {
        return Err(format!("no script loads {place}"));
    }
    for page in site.pages() {
        let text = site.text(&page)?.replace(&format!("<link rel=\"stylesheet\" href=\"{name}\">"), "");
        if text.contains(name) {
            return Err(format!("{page} links {name} in another way than its loaders know"));
        }
        site.set_text(&page, text);
    }
    Ok(())
}

/// The sheet with each `@import "name" layer(layer);` replaced by what it names.
fn flattened(site: &Site, name: &str, above: &[&str]) -> Result<String> {
    if above.contains(&name) {
        return Err(format!("{name} imports itself"));
    }
    let chain: Vec<&str> = above.iter().copied().chain([name]).collect();
    let folder = name.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    let css = without_comments(site.text(name)?);
    check_urls(&css, name)?;
    let mut flat = String::new();
    let mut rest = css.as_str();
    while let Some((before, after)) = rest.split_once("@import") {
        let (rule, after) = after.split_once(';').ok_or_else(|| format!("{name}: an @import has no end"))?;
        let (file, layer) =
            import(rule).ok_or_else(|| format!("{name}: write @import \"file.css\" layer(name), not{rule}"))?;
        let inner = flattened(site, &format!("{folder}{file}"), &chain)?;
        flat.push_str(before);
        match layer {
            Some(layer) => flat.push_str(&format!("@layer {layer}{{{inner}}}")),
            None => flat.push_str(&inner),
        }
        rest = after;
    }
    flat.push_str(rest);
    Ok(flat)
}

/// The file and the layer of `"file.css" layer(name)` or `url("file.css") layer(name)`.
fn import(rule: &str) -> Option<(&str, Option<&str>)> {
    let quote = rule.find(['"', '\''])?;
    let mark = rule[quote..].chars().next()?;
    let (file, rest) = rule[quote + 1..].split_once(mark)?;
    match rest.trim_start_matches(')').trim() {
        "" => Some((file.trim_start_matches("./"), None)),
        layer => {
            let layer = layer.strip_prefix("layer(")?.strip_suffix(')')?;
            Some((file.trim_start_matches("./"), Some(layer)))
        }
    }
}

/// A relative address would point elsewhere once the sheets are one.
fn check_urls(css: &str, name: &str) -> Result {
    let relative = css.split("url(").skip(1).find(|after| {
        let address = after.trim_start_matches(['"', '\'']);
        !address.starts_with("data:") && !address.starts_with('#')
    });
    let imported = |after: &str| after.contains(".css");
    match relative {
        Some(after) if !after.split(')').next().is_some_and(imported) => {
            Err(format!("{name}: url(…) may hold data: or # alone"))
        }
        _ => Ok(()),
    }
}

fn without_comments(css: &str) -> String {
    let mut parts = css.split("/*");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push_str(part.split_once("*/").map_or("", |(_, after)| after));
    }
    text
}

/// Spare white space goes, but never inside a string, and never where it could carry a meaning.
fn minified(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut string: Option<char> = None;
    let mut space = false;
    for character in css.chars() {
        if let Some(mark) = string {
            out.push(character);
            string = (character != mark).then_some(mark);
        } else if character.is_whitespace() {
            space = true;
        } else {
            let tight = |c: char| "{};,".contains(c);
            let closes = character == '}' && out.ends_with(';');
            if closes {
                out.pop();
            } else if space && !tight(character) && !out.ends_with(tight) && !out.is_empty() {
                out.push(' ');
            }
            space = false;
            out.push(character);
            string = "\"'".contains(character).then_some(character);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bundled(files: &[(&str, &str)]) -> Result<String> {
        let page = "<link rel=\"stylesheet\" href=\"styles/main.css\">";
        let mut site = Site { files: [("index.html".to_owned(), page.into())].into() };
        for (name, text) in files {
            site.set_text(name, (*text).to_owned());
        }
        bundle(&mut site)?;
        assert_eq!(site.names_ending(".css"), ["styles/main.css"]);
        Ok(site.text("styles/main.css")?.to_owned())
    }

    #[test]
    fn imports_become_layers() {
        let files = [
            ("styles/main.css", "@layer a, b;\n@import \"a.css\" layer(a);\n@import './b.css';"),
            ("styles/a.css", "p { color: red; } /* } */\n"),
            ("styles/b.css", "q::after { content: \"a  ;  b\" }"),
        ];
        assert_eq!(bundled(&files).as_deref(), Ok("@layer a,b;@layer a{p{color: red}}q::after{content: \"a  ;  b\"}"));
    }

    #[test]
    fn the_sheet_of_later_pages_is_linked_by_none() -> Result {
        let page = "<link rel=\"stylesheet\" href=\"styles/a.css\"><link rel=\"stylesheet\" href=\"styles/pages.css\">";
        let mut site = Site { files: [("index.html".to_owned(), page.into())].into() };
        site.set_text("styles/pages.css", "p{}".to_owned());
        let mut without = Site { files: site.files.clone() };
        assert!(put_off(&mut without).is_err(), "nothing loads it");
        site.set_text("app.js", format!("new URL(\"./{}\")", crate::split::STYLES));
        put_off(&mut site)?;
        assert_eq!(site.text("index.html")?, "<link rel=\"stylesheet\" href=\"styles/a.css\">");
        assert_eq!(site.names_ending(".css"), [crate::split::STYLES]);
        site.set_text("index.html", "<link href='styles/pages.css'>".to_owned());
        site.set_text("styles/pages.css", String::new());
        assert!(put_off(&mut site).is_err());
        Ok(())
    }

    #[test]
    fn meaningful_spaces_stay() {
        let css = "a :hover , b { width: calc(1px  +  2px) ; }";
        let files = [("styles/main.css", css)];
        assert_eq!(bundled(&files).as_deref(), Ok("a :hover,b{width: calc(1px + 2px)}"));
    }

    #[test]
    fn faults_are_named() {
        for css in [
            "@import \"main.css\";",
            "@import \"none.css\";",
            "@import \"a.css\" screen;",
            "a { background: url(x.png) }",
        ] {
            assert!(bundled(&[("styles/main.css", css)]).is_err(), "{css}");
        }
    }
}
