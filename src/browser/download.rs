//! Bytes to a file on the user's device.
use super::reach;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlAnchorElement, Url};

/// So long the browser may take to fetch what it was given.
const KEPT: u32 = 60_000;
/// Bytes of a file's name before its extension: every system takes more.
const LONGEST: usize = 180;
/// Names that Windows keeps for devices.
const RESERVED: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Offers the bytes as a file named after the account. `false` when the browser refused.
pub fn save(name: &str, extension: &str, mime: &str, bytes: &[u8]) -> bool {
    let mut parts = Parts::default();
    parts.push(bytes);
    parts.save(name, extension, mime)
}

/// A file made of parts, held by the browser rather than by the program, which never gives back what it has grown to.
#[derive(Debug, Default)]
pub struct Parts {
    parts: Array,
    /// Bytes of all parts.
    pub length: usize,
}

impl Parts {
    pub fn push(&mut self, bytes: &[u8]) {
        self.parts.push(&Uint8Array::from(bytes));
        self.length += bytes.len();
    }

    /// Offers the parts as one file. `false` when the browser refused.
    pub fn save(self, name: &str, extension: &str, mime: &str) -> bool {
        start(&file_name(name, extension), mime, self.parts).is_some()
    }
}

fn start(name: &str, mime: &str, parts: Array) -> Option<()> {
    let kind = reach::object(&[("type", mime.into())]);
    let blob = reach::build(&reach::global("Blob")?, &[parts.into(), kind]).ok()?;
    let url = Url::create_object_url_with_blob(blob.unchecked_ref()).ok()?;
    let clicked = click(&url, name);
    Timeout::new(KEPT, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    clicked
}

fn click(url: &str, name: &str) -> Option<()> {
    let document = gloo::utils::document();
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(url);
    link.set_download(name);
    document.body()?.append_child(&link).ok()?;
    let clicked = reach::call(&link, "click", &[] as &[JsValue]).ok().map(|_| ());
    link.remove();
    clicked
}

/// A name that every system takes: letters, digits and hyphens.
pub fn file_name(name: &str, extension: &str) -> String {
    [&slug(name), ".", extension.trim_start_matches('.')].concat()
}

fn slug(name: &str) -> String {
    let mut slug = String::new();
    for letter in name.to_ascii_lowercase().chars() {
        match plain(letter) {
            Some(letters) => slug.push_str(letters),
            None if letter.is_alphanumeric() => slug.push(letter),
            // A mark on the letter before it, as decomposed text has them.
            None if ('\u{300}'..='\u{36f}').contains(&letter) || letter == '\'' || letter == '’' => {}
            None if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            None => {}
        }
    }
    slug.truncate(slug.floor_char_boundary(LONGEST));
    slug.truncate(slug.trim_end_matches('-').len());
    let device = |start: &str| slug.strip_prefix(start).is_some_and(|rest| matches!(rest.as_bytes(), [b'0'..=b'9']));
    if slug.is_empty() || RESERVED.contains(&slug.as_str()) || device("com") || device("lpt") {
        slug.insert_str(0, if slug.is_empty() { "account" } else { "account-" });
    }
    slug
}

/// The usual letters for those with marks in western European names.
fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'à' | 'á' | 'â' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' => "a",
        'ä' | 'æ' => "ae",
        'ç' | 'ć' | 'č' => "c",
        'ď' | 'đ' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => "e",
        'ğ' => "g",
        'ì' | 'í' | 'î' | 'ï' | 'ı' => "i",
        'ł' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ő' => "o",
        'ö' | 'ø' | 'œ' => "oe",
        'ř' => "r",
        'ś' | 'š' | 'ş' | 'ș' => "s",
        'ß' => "ss",
        'ť' | 'ț' => "t",
        'ù' | 'ú' | 'û' | 'ů' | 'ű' => "u",
        'ü' => "ue",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_system_takes_the_name() {
        let cases = [
            ("Northwind Logistics GmbH", "northwind-logistics-gmbh"),
            ("  Müller & Söhne  ", "mueller-soehne"),
            ("Café Ne\u{301}e", "cafe-nee"),
            ("O'Neill’s", "oneills"),
            ("../../etc/passwd", "etc-passwd"),
            ("a<b>:\"|?*\\c\0\n.", "a-b-c"),
            ("日本 株式会社", "日本-株式会社"),
            ("\u{202e}gpj.exe", "gpj-exe"),
            ("", "account"),
            ("…", "account"),
            ("CON", "account-con"),
            ("com7", "account-com7"),
            ("company", "company"),
        ];
        for (name, expected) in cases {
            assert_eq!(slug(name), expected, "{name}");
        }
        assert_eq!(file_name("Acme", ".json"), "acme.json");
        assert_eq!(slug(&"ab ".repeat(90)).len(), 179);
        assert_eq!(slug(&"日".repeat(90)), "日".repeat(60));
    }
}
