//! A picture as pixels, painted by the browser.
use super::reach;
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Url;

pub const LABEL: &str = "Picture (PNG)";
pub const MIME: &str = "image/png";
pub const EXTENSION: &str = "png";

/// Pixels for each unit of the picture, so that it is sharp in print too.
const SHARP: f64 = 2.0;
/// No browser paints longer sides than this, and not all paint so many pixels.
const LONGEST: f64 = 16_000.0;
const PIXELS: f64 = 60_000_000.0;

/// The browser couldn't paint the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotPainted;

impl std::fmt::Display for NotPainted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("The browser couldn’t make a PNG of this picture. Save it as SVG: every program for text or slides takes that too.")
    }
}

/// Paints a whole SVG file of this size.
///
/// # Errors
/// The browser lacks what it takes, or the picture is too large for it.
pub async fn png(svg: &str, (width, height): (f64, f64)) -> Result<Vec<u8>, NotPainted> {
    let image = loaded(svg).await.ok_or(NotPainted)?;
    paint(&image, size(width, height)).await.ok_or(NotPainted)
}

/// As sharp as it can be.
fn size(width: f64, height: f64) -> (f64, f64) {
    let (width, height) = (width.max(1.0), height.max(1.0));
    let scale = SHARP.min(LONGEST / width).min(LONGEST / height).min((PIXELS / (width * height)).sqrt());
    ((width * scale).floor().max(1.0), (height * scale).floor().max(1.0))
}

async fn loaded(svg: &str) -> Option<JsValue> {
    let parts = js_sys::Array::of1(&svg.into());
    let kind = reach::object(&[("type", "image/svg+xml".into())]);
    let blob = reach::build(&reach::global("Blob")?, &[parts.into(), kind]).ok()?;
    let url = Url::create_object_url_with_blob(blob.unchecked_ref()).ok()?;
    let image = reach::build(&reach::global("Image")?, &[]).ok()?;
    js_sys::Reflect::set(&image, &"src".into(), &url.as_str().into()).ok()?;
    let decoded = reach::settle(&image, "decode", &[]).await;
    let _ = Url::revoke_object_url(&url);
    decoded.ok().map(|_| image)
}

async fn paint(image: &JsValue, (width, height): (f64, f64)) -> Option<Vec<u8>> {
    let canvas = reach::build(&reach::global("OffscreenCanvas")?, &[width.into(), height.into()]).ok()?;
    let context = reach::call(&canvas, "getContext", &["2d".into()]).ok().filter(|context| !context.is_null())?;
    reach::call(&context, "drawImage", &[image.clone(), 0.into(), 0.into(), width.into(), height.into()]).ok()?;
    let kind = reach::object(&[("type", MIME.into())]);
    let blob = reach::settle(&canvas, "convertToBlob", &[kind]).await.ok()?;
    let bytes = reach::settle(&blob, "arrayBuffer", &[]).await.ok()?;
    Some(Uint8Array::new(&bytes).to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_sharp_until_it_is_too_large() {
        assert_eq!(size(1000.0, 400.0), (2000.0, 800.0));
        let (width, height) = size(1000.0, 40_000.0);
        assert!(height <= LONGEST && width * height <= PIXELS);
        assert!((height / width - 40.0).abs() < 0.5);
        assert_eq!(size(0.0, 0.0), (2.0, 2.0));
    }
}
