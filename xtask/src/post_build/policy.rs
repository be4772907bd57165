//! Writes the content security policy into each page: nothing but the site's own files may load,
//! and of inline scripts only those that stand in the page now, known by their hash.
use super::html;
use super::site::Site;
use crate::{Result, stamp};
use base64::Engine;

/// `frame-ancestors` is missing: browsers heed it in an HTTP header alone.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'HASHES; style-src 'self'; \
    img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; \
    base-uri 'self'; form-action 'none'; require-trusted-types-for 'script'; trusted-types fitproof";

/// The one page that shows frames: the demo for portal owners, with the calculator from wherever it is served.
const WITH_FRAMES: &str = "portal.html";
const FRAMES: &str = "; frame-src 'self' https: http://localhost:* http://127.0.0.1:*";

const TAG: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"";

pub fn insert(site: &mut Site) -> Result {
    for page in site.pages() {
        let text = site.text(&page)?;
        check_inline_style(text, &page)?;
        let frames = if page == WITH_FRAMES { FRAMES } else { "" };
        let policy = POLICY.replace("HASHES", &hashes(text)) + frames;
        let text = html::insert_in_head(text, &format!("{TAG}{policy}\">"))?;
        site.set_text(&page, text);
    }
    Ok(())
}

/// The policy that stands in a finished page, for a server to send as a header.
pub fn policy_of(page: &str) -> Option<&str> {
    let (_, rest) = page.split_once(TAG)?;
    rest.split_once('"').map(|(policy, _)| policy)
}

fn hashes(page: &str) -> String {
    let scripts = html::tags(page, "script");
    let inline = scripts.iter().filter(|script| script.attribute("src").is_none());
    let digests = inline.map(|script| stamp::sha256(script.text.as_bytes()));
    let encode = |digest| base64::engine::general_purpose::STANDARD.encode(digest);
    digests.map(|digest| format!(" 'sha256-{}'", encode(digest))).collect()
}

/// The policy would silently drop these, so the build refuses them.
fn check_inline_style(page: &str, name: &str) -> Result {
    match page.contains(" style=\"") || page.contains("<style") {
        true => Err(format!("{name}: move inline style into styles/, the policy blocks it")),
        false => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_scripts_are_named_by_their_hash() -> Result {
        let page = "<meta charset=\"utf-8\"><script>1</script><script src=\"a.js\"></script>";
        let mut site = Site { files: [("index.html".to_owned(), page.into())].into() };
        insert(&mut site)?;
        let policy = policy_of(site.text("index.html")?).unwrap_or_default();
        // printf 1 | openssl dgst -sha256 -binary | base64
        assert!(policy.contains("'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s='; style-src"));
        assert_eq!(policy.matches("sha256").count(), 1);
        Ok(())
    }

    #[test]
    fn inline_style_is_refused() {
        let page = "<meta charset=\"utf-8\"><p style=\"color:red\">";
        let mut site = Site { files: [("index.html".to_owned(), page.into())].into() };
        assert!(insert(&mut site).is_err());
    }
}
