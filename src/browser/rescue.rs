//! The page's side of `rescue.js`, which outlives the program: it holds the last state, for when the program breaks.
use super::reach;
use gloo::utils::document;
use js_sys::Function;
use wasm_bindgen::JsCast;

/// Where the id of the case stands while the program is dead.
const CASE: &str = "data-case";

/// Hands over the text of a case file and the name to save it under, empty when nothing of the user's is in view; and
/// the id of the case.
pub fn hand_over(text: &str, name: &str, case: &str) {
    if let Some(hand) = function("fitproofSnapshot") {
        // It only remembers.
        let _ = hand.call2(&hand, &text.into(), &name.into());
    }
    if let Some(page) = document().document_element().filter(|_| !text.is_empty()) {
        // An attribute takes every text.
        let _ = page.set_attribute(CASE, case);
    }
}

/// The id of the case that was in view before the program broke; to be asked before anything is handed over.
pub fn case() -> Option<String> {
    document().document_element()?.get_attribute(CASE)
}

/// What was handed over before the program broke, when this is a fresh instance on the same page.
pub fn take() -> Option<String> {
    let take = function("fitproofResume")?;
    take.call0(&take).ok()?.as_string().filter(|text| !text.is_empty())
}

fn function(name: &str) -> Option<Function> {
    reach::global(name)?.dyn_into().ok()
}
