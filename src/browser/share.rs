//! The page's address, links to an account, and the clipboard.
use super::reach::{self, IN_BROWSER};
use crate::wire::link;
use gloo::events::EventListener;
use gloo::utils::{document, window};
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ClipboardEvent, HtmlTextAreaElement};

/// Why nothing was copied or handed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareFault {
    Clipboard,
    Refused,
}

impl std::fmt::Display for ShareFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Clipboard => "The browser doesn't let this page copy. Select the text and copy it with the keyboard.",
            Self::Refused => "The browser didn't hand it on. Copy the link and send it yourself.",
        })
    }
}

/// The page stands in a frame of another page.
pub fn is_framed() -> bool {
    if !IN_BROWSER {
        return false;
    }
    // Even reading who is on top may be refused, and is refused to frames alone.
    window().top().map_or(true, |top| top.is_none_or(|top| *top != *window()))
}

/// The address of the page without its fragment.
pub fn page() -> String {
    if !IN_BROWSER {
        return String::new();
    }
    let address = window().location().href().unwrap_or_default();
    address.split(['#', '?']).next().unwrap_or_default().to_owned()
}

/// A link to the account in the fragment; to the empty app when there is none.
pub fn link_to(fragment: &str) -> String {
    if fragment.is_empty() { page() } else { [&page(), "#", fragment].concat() }
}

/// The account in the address, taken out of it: loading the page anew shows the user's own account again.
pub fn take_fragment() -> Option<String> {
    let hash = window().location().hash().ok()?;
    let fragment = hash.strip_prefix('#').filter(|fragment| link::is_link(fragment))?.to_owned();
    if let Ok(history) = window().history() {
        // Refused in some frames; the fragment then stays where it is.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&page()));
    }
    Some(fragment)
}

/// Tells when the fragment of the address changes, until the listener is dropped.
pub fn on_fragment(changed: impl Fn() + 'static) -> EventListener {
    EventListener::new(&window(), "hashchange", move |_| changed())
}

/// Opens the account of a fragment in a tab of its own, out of the frame.
pub fn open_own_tab(fragment: &str) {
    // With `noopener` the answer is the same whether a tab opened or not.
    let _ = window().open_with_url_and_target_and_features(&link_to(fragment), "_blank", "noopener");
}

/// Copies plain text.
///
/// # Errors
/// No way of copying is allowed here.
pub async fn copy(text: &str) -> Result<(), ShareFault> {
    if let Some(clipboard) = reach::get(&window().navigator(), "clipboard")
        && reach::settle(&clipboard, "writeText", &[text.into()]).await.is_ok()
    {
        return Ok(());
    }
    command(text, None)
}

/// Copies text with its formatting, and plain text for programs that take no other.
///
/// # Errors
/// No way of copying is allowed here.
pub async fn copy_rich(html: &str, plain: &str) -> Result<(), ShareFault> {
    if let Some(clipboard) = reach::get(&window().navigator(), "clipboard")
        && let Some(item) = item(html, plain)
        && reach::settle(&clipboard, "write", &[Array::of1(&item).into()]).await.is_ok()
    {
        return Ok(());
    }
    match command(plain, Some(html.to_owned())) {
        Ok(()) => Ok(()),
        Err(_) => copy(plain).await,
    }
}

fn item(html: &str, plain: &str) -> Option<JsValue> {
    let class = reach::global("ClipboardItem")?;
    let blob = |text: &str, mime: &str| {
        let kind = reach::object(&[("type", mime.into())]);
        reach::build(&reach::global("Blob")?, &[Array::of1(&text.into()).into(), kind]).ok()
    };
    let parts = [("text/html", blob(html, "text/html")?), ("text/plain", blob(plain, "text/plain")?)];
    reach::build(&class, &[reach::object(&parts)]).ok()
}

/// The old way, which works in frames that may not use the clipboard otherwise: text selected out of sight.
fn command(plain: &str, html: Option<String>) -> Result<(), ShareFault> {
    let area = document().create_element("textarea").ok().and_then(|area| area.dyn_into::<HtmlTextAreaElement>().ok());
    let (area, body) = area.zip(document().body()).ok_or(ShareFault::Clipboard)?;
    area.set_value(plain);
    area.set_read_only(true);
    area.set_class_name("visually-hidden");
    let before = document().active_element();
    let _ = body.append_child(&area);
    focus(&area);
    area.select();
    let text = plain.to_owned();
    let rich = html.map(|html| {
        EventListener::new_with_options(
            &document(),
            "copy",
            gloo::events::EventListenerOptions::enable_prevent_default(),
            move |event| {
                if let Some(data) = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data)
                    && data.set_data("text/html", &html).is_ok()
                    && data.set_data("text/plain", &text).is_ok()
                {
                    event.prevent_default();
                }
            },
        )
    });
    let copied = reach::call(&document(), "execCommand", &["copy".into()]);
    drop(rich);
    area.remove();
    if let Some(before) = before {
        focus(&before);
    }
    if copied.is_ok_and(|copied| copied.is_truthy()) { Ok(()) } else { Err(ShareFault::Clipboard) }
}

/// The cursor goes there; the page stays where it is.
fn focus(element: &JsValue) {
    let _ = reach::call(element, "focus", &[reach::object(&[("preventScroll", true.into())])]);
}
