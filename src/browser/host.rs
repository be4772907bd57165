//! The page around our frame: who it is, what it says, how high we are. Only `embed.html` listens to one.
use super::reach;
use gloo::events::EventListener;
use gloo::utils::{document, window};
use js_sys::Function;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, MessageEvent};

/// This page is the entry for frames.
pub fn is_embed() -> bool {
    reach::IN_BROWSER && root().is_some_and(|root| root.get_attribute("data-entry").as_deref() == Some("embed"))
}

fn root() -> Option<Element> {
    document().document_element()
}

/// What stands in the frame's address after the `#`.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default().trim_start_matches('#').to_owned()
}

/// The name under which the host wants this frame's case to be kept on the device; none, and nothing is kept.
pub fn key() -> Option<String> {
    let fragment = fragment();
    let key = fragment.split('&').find_map(|part| part.strip_prefix("key="))?;
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.%".contains(&byte);
    ((1..=100).contains(&key.len()) && key.bytes().all(plain)).then(|| key.to_owned())
}

/// The page we stand in; none when we stand alone.
fn parent() -> Option<JsValue> {
    let parent = reach::get(&window(), "parent")?;
    (parent != JsValue::from(window())).then_some(parent)
}

/// The origins that may use the frame, named when it was built or set up; empty: the first that begins.
pub fn allowed() -> Vec<String> {
    let meta = document().query_selector("meta[name=fitproof-hosts]").ok().flatten();
    let named = meta.and_then(|meta| meta.get_attribute("content")).unwrap_or_default();
    named.split_whitespace().map(str::to_owned).collect()
}

/// Gives each text that the page around us posts, with the origin it comes from, until the listener is dropped.
/// Whatever comes from elsewhere, or is no text, is dropped.
pub fn listen(heard: impl Fn(&str, &str) + 'static) -> EventListener {
    EventListener::new(&window(), "message", move |event| {
        let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
        let source = event.source().map(JsValue::from);
        if source.is_none() || source != parent() {
            return;
        }
        if let Some(text) = event.data().as_string() {
            heard(&text, &event.origin());
        }
    })
}

/// Posts to the page around us, if it is of this origin.
pub fn post(text: &str, origin: &str) {
    if let Some(parent) = parent() {
        // An origin that can't be named, as of a page from a file, hears nothing.
        let _ = reach::call(&parent, "postMessage", &[text.into(), origin.into()]);
    }
}

/// Sets an attribute of the whole page, or takes it away.
pub fn mark(name: &str, value: Option<&str>) {
    if let Some(root) = root() {
        let _ = match value {
            Some(value) => root.set_attribute(name, value),
            None => root.remove_attribute(name),
        };
    }
}

/// Tells how high the content is, at first and whenever that changes, as long as the page lives.
pub fn watch_height(told: impl Fn(u32) + 'static) {
    let Some(content) = document().query_selector("#app").ok().flatten() else { return };
    let measured = content.clone();
    let measure = Closure::<dyn FnMut()>::new(move || {
        let height = measured.get_bounding_client_rect().height();
        told(height.ceil().clamp(0.0, 100_000.0) as u32);
    });
    let callback: Function = measure.into_js_value().unchecked_into();
    let observer = reach::global("ResizeObserver").and_then(|class| reach::build(&class, &[callback.into()]).ok());
    if let Some(observer) = observer {
        let _ = reach::call(&observer, "observe", &[content.into()]);
    }
}
