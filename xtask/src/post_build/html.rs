//! Just enough reading of our own pages: the tags of one name, their attributes, their text.

/// One `<script …>text</script>` or `<link …>`.
pub struct Tag<'a> {
    pub attributes: &'a str,
    /// What follows the tag, up to its closing tag if it has one.
    pub text: &'a str,
}

impl<'a> Tag<'a> {
    /// The value of a double-quoted attribute.
    pub fn attribute(&self, name: &str) -> Option<&'a str> {
        let mark = format!("{name}=\"");
        let place = self
            .attributes
            .match_indices(&mark)
            .map(|(place, _)| place)
            .find(|place| self.attributes[..*place].ends_with(char::is_whitespace))?;
        let value = &self.attributes[place + mark.len()..];
        value.split_once('"').map(|(value, _)| value)
    }
}

pub fn tags<'a>(html: &'a str, name: &str) -> Vec<Tag<'a>> {
    let (opening, closing) = (format!("<{name} "), format!("</{name}>"));
    let bare = format!("<{name}>");
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(place) = [&opening, &bare].iter().filter_map(|mark| html[from..].find(mark.as_str())).min() {
        let start = from + place;
        let inside = start + name.len() + 1;
        let Some(end) = html[inside..].find('>').map(|end| inside + end) else {
            break;
        };
        let rest = &html[end + 1..];
        let text = rest.split_once(&closing).map_or("", |(text, _)| text);
        found.push(Tag { attributes: &html[inside..end], text });
        from = end + 1;
    }
    found
}

/// Puts lines right after `<meta charset=…>`, where nothing has been loaded yet.
pub fn insert_in_head(html: &str, lines: &str) -> Result<String, String> {
    if lines.is_empty() {
        return Ok(html.to_owned());
    }
    let place = html.find("<meta charset");
    let place = place.and_then(|start| html[start..].find('>').map(|end| start + end + 1));
    let place = place.ok_or("a page has no <meta charset> to start from")?;
    Ok(format!("{}\n{lines}{}", &html[..place], &html[place..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_whole_words() {
        let page = r#"<link data-href="no" href="a.css" rel="stylesheet"><link rel="icon">"#;
        let links = tags(page, "link");
        assert_eq!(links.len(), 2);
        assert_eq!(links[0].attribute("href"), Some("a.css"));
        assert_eq!(links[1].attribute("href"), None);
    }

    #[test]
    fn a_script_has_its_text() {
        let page = "<p></p><script>one</script><script src=\"a.js\"></script>";
        let scripts = tags(page, "script");
        assert_eq!((scripts[0].text, scripts[1].text), ("one", ""));
    }
}
