//! The answer to one request: a file of the site with the right headers, or a plain refusal.
use super::http::{Answer, Request};
use super::kind::{gains_by_packing, media_type};
use crate::post_build::{is_hashed, policy_of};
use crate::{Result, compress};
use std::path::{Component, Path, PathBuf};

/// A folder on offer, below a base path.
pub struct Shop {
    folder: PathBuf,
    base: String,
    frame_ancestors: String,
}

impl Shop {
    pub fn open(folder: &Path, base: &str, frame_ancestors: &str) -> Result<Self> {
        let folder = folder.canonicalize().map_err(|error| format!("{}: {error}", folder.display()))?;
        Ok(Self { folder, base: base.to_owned(), frame_ancestors: frame_ancestors.to_owned() })
    }

    pub fn answer(&self, request: &Request) -> Answer {
        match request.method.as_str() {
            "GET" | "HEAD" => self.get(&request.address, request.takes_brotli),
            _ => plain(405, "Only GET and HEAD are answered here."),
        }
    }

    fn get(&self, address: &str, takes_brotli: bool) -> Answer {
        let path = address.split(['?', '#']).next().unwrap_or_default();
        let Some(below) = path.strip_prefix(&self.base) else {
            return match path == "/" || format!("{path}/") == self.base {
                true => redirect(&self.base),
                false => plain(404, "Not found."),
            };
        };
        let below = match below {
            "" => "index.html",
            name => name,
        };
        match self.file(below).and_then(|path| std::fs::read(path).ok()) {
            Some(bytes) => self.found(below, bytes, takes_brotli),
            None => plain(404, "Not found."),
        }
    }

    /// The file of that name, if it lies in the folder: no way leads up or out.
    fn file(&self, name: &str) -> Option<PathBuf> {
        let name = percent_decoded(name)?;
        let tame = Path::new(&name).components().all(|part| match part {
            Component::Normal(part) => !part.to_string_lossy().starts_with('.'),
            _ => false,
        });
        if !tame || name.contains(['\\', '\0', ':']) {
            return None;
        }
        let path = self.folder.join(name).canonicalize().ok()?;
        (path.starts_with(&self.folder) && path.is_file()).then_some(path)
    }

    fn found(&self, name: &str, bytes: Vec<u8>, takes_brotli: bool) -> Answer {
        let mut headers = common_headers(media_type(name));
        let cache = match is_hashed(name) {
            true => "public, max-age=31536000, immutable",
            false => "no-cache",
        };
        headers.push(("Cache-Control", cache.into()));
        headers.push(("Content-Security-Policy", self.policy(name)));
        if !gains_by_packing(name) {
            return Answer { status: 200, body: bytes, headers };
        }
        headers.push(("Vary", "Accept-Encoding".into()));
        if !takes_brotli {
            return Answer { status: 200, body: bytes, headers };
        }
        headers.push(("Content-Encoding", "br".into()));
        Answer { status: 200, body: compress::brotli(&bytes), headers }
    }

    /// A page's own policy, for all other files, workers among them, that of the index page; and who may frame it.
    fn policy(&self, name: &str) -> String {
        let page = if name.ends_with(".html") { name } else { "index.html" };
        let page = self.file(page).and_then(|page| std::fs::read_to_string(page).ok()).unwrap_or_default();
        let policy = policy_of(&page).map(|policy| format!("{policy}; ")).unwrap_or_default();
        format!("{policy}frame-ancestors {}", self.frame_ancestors)
    }
}

fn common_headers(media_type: &str) -> Vec<(&'static str, String)> {
    vec![
        ("Content-Type", media_type.into()),
        ("X-Content-Type-Options", "nosniff".into()),
        ("Referrer-Policy", "no-referrer".into()),
    ]
}

fn plain(status: u16, text: &str) -> Answer {
    let mut headers = common_headers("text/plain; charset=utf-8");
    headers.push(("Cache-Control", "no-store".into()));
    Answer { status, body: text.into(), headers }
}

fn redirect(place: &str) -> Answer {
    let mut answer = plain(302, "");
    answer.headers.push(("Location", place.into()));
    answer
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut parts = text.split('%');
    bytes.extend_from_slice(parts.next()?.as_bytes());
    for part in parts {
        bytes.push(u8::from_str_radix(part.get(..2)?, 16).ok()?);
        bytes.extend_from_slice(&part.as_bytes()[2..]);
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// This very package's folder, below `/sub/`.
    fn shop() -> Shop {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        Shop::open(folder, "/sub/", "*").unwrap_or_else(|problem| panic!("{problem}"))
    }

    fn status(address: &str) -> u16 {
        shop().get(address, false).status
    }

    #[test]
    fn a_file_inside_is_found() {
        assert_eq!(status("/sub/Cargo.toml?a=b"), 200);
        assert_eq!(status("/sub/src/m%61in.rs"), 200);
    }

    #[test]
    fn nothing_outside_is_found() {
        for name in ["../Cargo.toml", "%2e%2e/Cargo.toml", "src/../../Cargo.toml", "/etc/passwd", "%2Fetc/passwd"] {
            assert_eq!(status(&format!("/sub/{name}")), 404, "{name}");
        }
        for name in ["src\\main.rs", "..%5cCargo.toml", "%", "%zz", "%00", ".cargo", "src", "src/"] {
            assert_eq!(status(&format!("/sub/{name}")), 404, "{name}");
        }
        assert_eq!(status("/Cargo.toml"), 404);
    }

    #[test]
    fn the_base_is_led_to() {
        assert_eq!((status("/"), status("/sub")), (302, 302));
    }

    #[test]
    fn a_refusal_is_no_page() {
        let answer = shop().get("/sub/none.js", true);
        assert!(answer.headers.contains(&("Content-Type", "text/plain; charset=utf-8".into())));
    }
}
