//! Brings a field into view with the cursor in it.
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// What in a field takes the cursor, first match wins.
const TARGETS: &str = "input:checked, input, textarea, button";

/// Nothing happens when there is no such element.
pub fn bring(element: &str) {
    let Some(field) = gloo::utils::document().get_element_by_id(element) else { return };
    field.scroll_into_view();
    let target = field.query_selector(TARGETS).ok().flatten();
    if let Some(target) = target.and_then(|target| target.dyn_into::<HtmlElement>().ok()) {
        // A field that can't take the cursor is in view all the same.
        let _ = target.focus();
    }
}
