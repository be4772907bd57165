//! What stands in a page, and what must not.
#[track_caller]
pub fn holds(html: &str, words: &[&str]) {
    for word in words {
        assert!(html.contains(word), "“{word}” is missing in {html}");
    }
}

#[track_caller]
pub fn lacks(html: &str, words: &[&str]) {
    for word in words {
        assert!(!html.contains(word), "“{word}” stands in {html}");
    }
}
