//! The page's side of `rescue.js`, which outlives the program: it holds the last state, for when the program breaks.
use super::reach;
use js_sys::Function;
use wasm_bindgen::JsCast;

/// Hands over the text of a case file and the name to save it under; empty when nothing of the user's is in view.
pub fn hand_over(text: &str, name: &str) {
    if let Some(hand) = function("fitproofSnapshot") {
        // It only remembers.
        let _ = hand.call2(&hand, &text.into(), &name.into());
    }
}

/// What was handed over before the program broke, when this is a fresh instance on the same page.
pub fn take() -> Option<String> {
    let take = function("fitproofResume")?;
    take.call0(&take).ok()?.as_string().filter(|text| !text.is_empty())
}

fn function(name: &str) -> Option<Function> {
    reach::global(name)?.dyn_into().ok()
}
