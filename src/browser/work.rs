//! A worker's side of the talk with its page: orders come in, answers go out, one at a time. The page's side, and what
//! the messages hold, is in [`super::worker`].
use super::reach;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Does one order; told along the way how much of it is done, from 0 to 1. What can't be done is a sentence.
pub type Make = fn(order: &str, progress: &mut dyn FnMut(f64)) -> Result<Vec<u8>, String>;

/// Waits for orders for as long as the page keeps the worker.
pub fn serve(make: Make) {
    let heard = Closure::<dyn Fn(JsValue)>::new(move |event: JsValue| {
        let Some(message) = reach::get(&event, "data") else { return };
        let id = reach::get(&message, "id").unwrap_or(JsValue::UNDEFINED);
        let Some(order) = reach::get(&message, "order").and_then(|order| order.as_string()) else { return };
        let mut progress = |done: f64| post(&[("id", id.clone()), ("progress", done.into())], None);
        match make(&order, &mut progress) {
            Ok(bytes) => {
                let bytes = Uint8Array::from(bytes.as_slice());
                post(&[("id", id.clone()), ("done", bytes.clone().into())], Some(&bytes));
            }
            Err(sentence) => post(&[("id", id.clone()), ("failed", sentence.into())], None),
        }
    });
    let listener = heard.into_js_value();
    // A worker's global object has both.
    let _ = reach::call(&js_sys::global(), "addEventListener", &["message".into(), listener]);
    post(&[("ready", true.into())], None);
}

/// Bytes are handed over rather than copied.
fn post(message: &[(&str, JsValue)], handed: Option<&Uint8Array>) {
    let handed: Array = handed.iter().map(|bytes| bytes.buffer()).collect();
    let _ = reach::call(&js_sys::global(), "postMessage", &[reach::object(message), handed.unchecked_into()]);
}
