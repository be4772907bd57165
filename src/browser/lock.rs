//! One tab of this device at a time does something with what is kept.
use super::{reach, store};
use gloo::utils::window;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Where the way to let go stands in the page.
const RELEASE: &str = "fitproofUnlock";
/// Milliseconds to wait for the others. Each writing compares what it has seen anyway, so after that it goes on.
const WAITING: i32 = 2_000;

/// The lock, until it is dropped. Where the browser knows no locks, or another tab doesn't let go, it holds nothing.
#[derive(Debug)]
pub struct Lock(Option<Function>);

impl Drop for Lock {
    fn drop(&mut self) {
        if let Some(release) = &self.0 {
            // Settling a promise refuses nothing.
            let _ = release.call0(release);
        }
    }
}

/// Waits for its turn.
pub async fn take() -> Lock {
    let locks = reach::get(&window().navigator(), "locks");
    let signal =
        reach::global("AbortSignal").and_then(|signal| reach::call(&signal, "timeout", &[WAITING.into()]).ok());
    let (Some(locks), Some(signal), Some(name)) = (locks, signal, store::name()) else { return Lock(None) };
    let granted = Promise::new(&mut |granted, _| {
        let given_up = granted.clone();
        // It is held as long as the promise that this answers with is open.
        let hold = Closure::once_into_js(move || {
            Promise::new(&mut |release, _| {
                let _ = granted.call1(&granted, &release);
            })
        });
        let options = reach::object(&[("signal", signal.clone())]);
        let (locks, name) = (locks.clone(), name.clone());
        spawn_local(async move {
            // It ends when the lock is released, or was never granted.
            let _ = reach::settle(&locks, "request", &[name.into(), options, hold]).await;
            let _ = given_up.call0(&given_up);
        });
    });
    let release: Option<Function> = JsFuture::from(granted).await.ok().and_then(|release| release.dyn_into().ok());
    if let Some(release) = &release {
        // For whoever finds this program broken: it would hold on for as long as the page lives.
        let _ = Reflect::set(&js_sys::global(), &RELEASE.into(), release);
    }
    Lock(release)
}
