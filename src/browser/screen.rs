//! How much room the page has.

/// Wide enough for form and verdict side by side: the same bound as in the style sheet.
pub fn is_wide() -> bool {
    let asked = gloo::utils::window().match_media("(min-width: 64em)");
    asked.ok().flatten().is_none_or(|media| media.matches())
}
