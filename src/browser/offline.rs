//! The page's side of `offline.js`: whether the app starts without a network, and changing over to a newer build.
use super::reach;
use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::Event;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Not known yet, or the files are being fetched.
    Pending,
    Ready,
    /// A newer build lies ready.
    Update,
    /// The browser refuses: private mode, a frame of another site, an insecure address.
    Unavailable,
}

impl State {
    fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "pending" => Self::Pending,
            "ready" => Self::Ready,
            "update" => Self::Update,
            "unavailable" => Self::Unavailable,
            _ => return None,
        })
    }
}

/// How it stands now.
pub fn state() -> State {
    reach::global("fitproofOffline").and_then(|page| read(&page, "state")).unwrap_or(State::Pending)
}

/// This page came from what the device keeps of the app: somebody has been here before.
pub fn is_return() -> bool {
    reach::global("navigator")
        .and_then(|navigator| reach::get(&navigator, "serviceWorker"))
        .is_some_and(|workers| reach::get(&workers, "controller").is_some())
}

/// Tells how it stands now and whenever that changes, until the listener is dropped.
pub fn watch(told: impl Fn(State) + 'static) -> EventListener {
    told(state());
    EventListener::new(&gloo::utils::window(), "fitproof:offline", move |event| {
        if let Some(state) = read(event, "detail") {
            told(state);
        }
    })
}

/// Changes over to the newer build; the page loads anew.
pub fn apply_update() {
    if let Ok(event) = Event::new("fitproof:apply-update") {
        let _ = gloo::utils::window().dispatch_event(&event);
    }
}

fn read(holder: &JsValue, name: &str) -> Option<State> {
    State::parse(&reach::get(holder, name)?.as_string()?)
}
