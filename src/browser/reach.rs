//! Reads and calls what a browser may lack or refuse: a missing thing is `None`, a thrown one an `Err`.
#[cfg(feature = "web")]
use js_sys::Promise;
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
#[cfg(feature = "web")]
use wasm_bindgen_futures::JsFuture;

/// There is a browser at all: a component may also be rendered to text on any machine.
#[cfg(feature = "web")]
pub const IN_BROWSER: bool = cfg!(target_arch = "wasm32");

/// A property that is neither missing nor null.
pub fn get(target: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(target, &name.into()).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

/// A property of the page's global object.
#[cfg(feature = "web")]
pub fn global(name: &str) -> Option<JsValue> {
    get(&js_sys::global(), name)
}

/// The method's answer.
pub fn call(target: &JsValue, method: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let method = get(target, method).and_then(|method| method.dyn_into::<Function>().ok()).ok_or(JsValue::NULL)?;
    method.apply(target, &list(arguments))
}

/// The method's answer once its promise is settled.
#[cfg(feature = "web")]
pub async fn settle(target: &JsValue, method: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    JsFuture::from(Promise::resolve(&call(target, method, arguments)?)).await
}

/// A new object of a class.
#[cfg(feature = "web")]
pub fn build(class: &JsValue, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    Reflect::construct(class.dyn_ref::<Function>().ok_or(JsValue::NULL)?, &list(arguments))
}

/// An object of these properties.
pub fn object(properties: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in properties {
        // A fresh object takes every property.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

fn list(items: &[JsValue]) -> Array {
    items.iter().collect()
}
