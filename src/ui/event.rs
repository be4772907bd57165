//! What an event says, without a panic when it says nothing.
use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

/// The text of the input that an event came from.
pub fn typed(event: &InputEvent) -> String {
    event.target_dyn_into::<HtmlInputElement>().map_or_else(String::new, |input| input.value())
}

/// The text of the area that an event came from.
pub fn written(event: &InputEvent) -> String {
    event.target_dyn_into::<HtmlTextAreaElement>().map_or_else(String::new, |area| area.value())
}

/// What is chosen in the list that an event came from.
pub fn picked(event: &Event) -> String {
    event.target_dyn_into::<HtmlSelectElement>().map_or_else(String::new, |list| list.value())
}

/// Chooses in a list.
pub fn pick(list: &NodeRef, value: &str) {
    if let Some(list) = list.cast::<HtmlSelectElement>() {
        list.set_value(value);
    }
}

/// Empties an input at once, so that the list of suggestions closes.
pub fn clear(input: &NodeRef) {
    if let Some(input) = input.cast::<HtmlInputElement>() {
        input.set_value("");
    }
}
