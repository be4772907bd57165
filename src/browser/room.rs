//! How wide an element is, in pixels at the usual text size: with larger text there is room for less.
use super::reach;
use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Node};

/// Watches until it is dropped.
pub struct Watch {
    observer: JsValue,
    _told: Closure<dyn FnMut(Array)>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        // An observer that is gone observes nothing either.
        let _ = reach::call(&self.observer, "disconnect", &[]);
    }
}

/// Tells the width now and whenever it changes. Nothing in a browser that can't observe it.
pub fn watch(node: &Option<Node>, tell: impl Fn(f64) + 'static) -> Option<Watch> {
    if !reach::IN_BROWSER {
        return None;
    }
    let element: Element = node.clone()?.dyn_into().ok()?;
    let told = {
        let element = element.clone();
        Closure::<dyn FnMut(Array)>::new(move |_| {
            let width = element.get_bounding_client_rect().width() / scale(&element);
            if width > 0.0 {
                tell(width.floor());
            }
        })
    };
    let observer = reach::build(&reach::global("ResizeObserver")?, &[told.as_ref().clone()]).ok()?;
    reach::call(&observer, "observe", &[element.into()]).ok()?;
    Some(Watch { observer, _told: told })
}

/// The size of the element's text over the usual 16 pixels.
fn scale(element: &Element) -> f64 {
    let style = reach::call(&js_sys::global(), "getComputedStyle", &[element.clone().into()]).ok();
    let size = style.and_then(|style| reach::get(&style, "fontSize")).and_then(|size| size.as_string());
    let pixels = size.and_then(|size| size.trim_end_matches("px").parse::<f64>().ok());
    pixels.filter(|pixels| *pixels > 0.0).map_or(1.0, |pixels| pixels / 16.0)
}
