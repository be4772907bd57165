//! The screen: how much room the page has, and when what it holds is seen.
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Element;

/// The page's place while it stays out of sight beside the words that it replaces.
const COMING: &str = "#app > div[hidden]";
/// Milliseconds after which nobody waits for a frame: a page that is out of sight gets none.
const NO_FRAME: u32 = 100;

/// Wide enough for form and verdict side by side: the same bound as in the style sheet.
pub fn is_wide() -> bool {
    let asked = window().match_media("(min-width: 64em)");
    asked.ok().flatten().is_none_or(|media| media.matches())
}

/// Does it once: when what the page holds now is on screen, or soon where nothing is drawn.
pub fn shown(done: impl FnOnce() + 'static) {
    let waiting = Rc::new(Cell::new(Some(done)));
    let end = move || waiting.take().into_iter().for_each(|done| done());
    let late = end.clone();
    // The second frame begins after the first was handed on to the screen.
    frame(move || frame(move || drop(Timeout::new(0, end).forget())));
    Timeout::new(NO_FRAME, late).forget();
}

/// Where the page is to be drawn: out of sight until `arrive`, as long as there are words to read instead.
pub fn place() -> Option<Element> {
    let app = document().get_element_by_id("app")?;
    if app.child_element_count() == 0 {
        return Some(app);
    }
    let place = document().create_element("div").ok()?;
    place.set_attribute("hidden", "").ok()?;
    app.append_child(&place).ok()?;
    Some(place)
}

/// The page takes the place of the words that were there before it; once it has, nothing.
pub fn arrive() {
    let Some(place) = document().query_selector(COMING).ok().flatten() else { return };
    while let Some(words) = place.previous_element_sibling() {
        words.remove();
    }
    let _ = place.remove_attribute("hidden");
}

fn frame(begun: impl FnOnce() + 'static) {
    let begun = Closure::once_into_js(begun);
    // A browser that refuses leaves it to the timer.
    let _ = window().request_animation_frame(begun.unchecked_ref());
}
