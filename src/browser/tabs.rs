//! What the tabs of one device tell each other. Where the browser has no such way, a tab learns it when it saves.
use super::{reach, store};
use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::EventTarget;

/// What happened in another tab.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// It has saved.
    Saved,
    /// It erases everything.
    Erased,
}

impl News {
    fn name(self) -> &'static str {
        match self {
            Self::Saved => "saved",
            Self::Erased => "erased",
        }
    }
}

/// The line between the tabs, until it is dropped.
#[derive(Debug)]
pub struct Tabs {
    channel: JsValue,
    _listener: EventListener,
}

impl Tabs {
    /// Listens to the other tabs.
    pub fn join(told: impl Fn(News) + 'static) -> Option<Self> {
        let channel = reach::build(&reach::global("BroadcastChannel")?, &[store::name()?.into()]).ok()?;
        let listener = EventListener::new(channel.unchecked_ref::<EventTarget>(), "message", move |event| {
            let text = reach::get(event, "data").and_then(|data| data.as_string()).unwrap_or_default();
            if let Some(news) = [News::Saved, News::Erased].into_iter().find(|news| news.name() == text) {
                told(news);
            }
        });
        Some(Self { channel, _listener: listener })
    }

    pub fn tell(&self, news: News) {
        // Refused only when the line is closed, and then nobody listens.
        let _ = reach::call(&self.channel, "postMessage", &[news.name().into()]);
    }
}
