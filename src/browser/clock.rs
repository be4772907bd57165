//! The one place that asks what day it is.
use super::reach::IN_BROWSER;
use crate::domain::date::Day;

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
