//! Where the cursor is, and where it should be.
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// What in a field takes the cursor, first match wins.
const TARGETS: &str = "input:checked, input, select, textarea, button";

/// What one types into.
const TEXTS: &str = "input:not([type=radio], [type=checkbox]), textarea";

/// Brings a field into view with the cursor in it. Nothing happens when there is no such element.
pub fn bring(element: &str) {
    let Some(field) = document().get_element_by_id(element) else { return };
    // What is folded away can't be seen.
    if let Ok(Some(folded)) = field.closest("details:not([open])") {
        let _ = folded.set_attribute("open", "");
    }
    field.scroll_into_view();
    let target = field.query_selector(TARGETS).ok().flatten();
    if let Some(target) = target.and_then(|target| target.dyn_into::<HtmlElement>().ok()) {
        // A field that can't take the cursor is in view all the same.
        let _ = target.focus();
    }
}

/// Brings a part of the page into view, with the focus on it.
pub fn show(element: &str) {
    let Some(part) = document().get_element_by_id(element).and_then(|part| part.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    part.scroll_into_view();
    // What can't take the focus is in view all the same.
    let _ = part.focus();
}

/// Gives the focus to an element. `false` when there is no such element, or it doesn't take the focus.
pub fn at(element: &str) -> bool {
    let element = document().get_element_by_id(element).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| element.focus().is_ok())
}

/// Gives the focus to an element when it would be nowhere.
pub fn keep_at(element: &str) {
    let lost = document().active_element().is_none_or(|active| active.tag_name() == "BODY");
    let element = document().get_element_by_id(element).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element.filter(|_| lost) {
        let _ = element.focus();
    }
}

/// Tells when the page is pressed outside of the elements of a selector, until the listener is dropped.
pub fn on_press_outside(selector: &'static str, pressed: impl Fn() + 'static) -> EventListener {
    EventListener::new(&document(), "pointerdown", move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if target.is_some_and(|target| target.closest(selector).is_ok_and(|found| found.is_none())) {
            pressed();
        }
    })
}

/// Tells when the keys for undo (`false`) or redo (`true`) are pressed outside of a text, which has an undo of its own.
pub fn on_undo(pressed: impl Fn(bool) + 'static) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "keydown", options, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let is_text = target.is_some_and(|target| target.matches(TEXTS).is_ok_and(|matches| matches));
        let key = event.key().to_ascii_lowercase();
        if is_text || !(event.ctrl_key() || event.meta_key()) || !matches!(key.as_str(), "z" | "y") {
            return;
        }
        event.prevent_default();
        pressed(key == "y" || event.shift_key());
    })
}
