//! The one place that asks what time it is, and for chance.
use super::reach::{self, IN_BROWSER};
use crate::domain::date::{Day, Moment};
use gloo::events::EventListener;
use gloo::timers::callback::Interval;
use gloo::utils::document;

const MINUTE: f64 = 60_000.0;
const DAY: f64 = 86_400_000.0;

/// Today where the user is.
pub fn today() -> Day {
    if !IN_BROWSER {
        return Day(0);
    }
    let ahead = -js_sys::Date::new_0().get_timezone_offset() * MINUTE;
    Day(((js_sys::Date::now() + ahead) / DAY).floor() as i32)
}

/// Tells once a minute, and whenever the page comes into view, which day it is, until what is returned is dropped.
pub fn watch(told: impl Fn(Day) + Clone + 'static) -> (Interval, EventListener) {
    let again = told.clone();
    let listener = EventListener::new(&document(), "visibilitychange", move |_| again(today()));
    (Interval::new(MINUTE as u32, move || told(today())), listener)
}

/// Now; 1970 for a clock that is before it.
pub fn now() -> Moment {
    Moment(if IN_BROWSER { (js_sys::Date::now() / 1_000.0) as u32 } else { 0 })
}

/// A text that no other tab or device has: 128 bits of chance.
pub fn chance() -> String {
    if !IN_BROWSER {
        return "0".into();
    }
    let crypto = reach::global("crypto");
    let made = crypto.and_then(|crypto| reach::call(&crypto, "randomUUID", &[]).ok()?.as_string());
    // Only without a secure connection there is no such method.
    made.unwrap_or_else(|| {
        [js_sys::Date::now(), js_sys::Math::random() * 1e15].map(|part| (part as u64).to_string()).join("-")
    })
}
