//! The screen: how much room the page has, and when what it holds is seen.
use gloo::timers::callback::Timeout;
use gloo::utils::window;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

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

fn frame(begun: impl FnOnce() + 'static) {
    let begun = Closure::once_into_js(begun);
    // A browser that refuses leaves it to the timer.
    let _ = window().request_animation_frame(begun.unchecked_ref());
}
