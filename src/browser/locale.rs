//! Numbers and days in the reader's own way of writing them. Where the browser can't, plain ones.
use super::reach::{self, IN_BROWSER};
use crate::domain::date::{Day, Moment};
use crate::domain::quantity::Quantity;
use crate::domain::table::Table;
use crate::domain::value;
use js_sys::Function;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};

/// Decimals of a number that is no money; exchange rates need them.
const DECIMALS: u32 = 6;
const DAY: f64 = 86_400_000.0;

thread_local! {
    /// The language tag that the page around us asked for.
    static ASKED: RefCell<Option<String>> = const { RefCell::new(None) };
    /// Making a formatter takes far longer than using it. `None`: the browser refused it.
    static FORMATTERS: RefCell<Table<Option<Function>>> = const { RefCell::new(Table::new()) };
}

/// From now on numbers and days are written as in this language, if the browser knows it.
pub fn ask_for(locale: &str) {
    let known = reach::global("Intl").and_then(|intl| reach::call(&intl, "getCanonicalLocales", &[locale.into()]).ok());
    if known.is_some() {
        ASKED.set(Some(locale.to_owned()));
        FORMATTERS.with_borrow_mut(Table::clear);
    }
}

/// 1234.5 as `1,234.5`.
pub fn number(value: Quantity) -> String {
    let options = || reach::object(&[("maximumFractionDigits", DECIMALS.into())]);
    print("number", "NumberFormat", options, value.to_f64()).unwrap_or_else(|| plain(value))
}

/// 8.5 as `8.5%`.
pub fn percent(value: Quantity) -> String {
    let options = || reach::object(&[("style", "percent".into()), ("maximumFractionDigits", 2.into())]);
    print("percent", "NumberFormat", options, value.to_f64() / 100.0).unwrap_or_else(|| format!("{}%", plain(value)))
}

/// An amount with its currency, without minor units when it is whole.
pub fn money(value: Quantity, code: &str) -> String {
    let whole = value.is_whole();
    let options = || {
        let mut options = vec![("style", "currency".into()), ("currency", code.into())];
        if whole {
            options.extend([("minimumFractionDigits", 0.into()), ("maximumFractionDigits", 0.into())]);
        }
        reach::object(&options)
    };
    let name = [code, if whole { " whole" } else { "" }].concat();
    print(&name, "NumberFormat", options, value.to_f64())
        .unwrap_or_else(|| format!("{} {code}", plain(value)).trim().to_owned())
}

/// 1234.567 as `1,234.57`, with at most so many decimals.
pub fn decimal(value: f64, most: u32) -> String {
    let options = || reach::object(&[("maximumFractionDigits", most.into())]);
    let name = ["decimal ", &most.to_string()].concat();
    print(&name, "NumberFormat", options, value).unwrap_or_else(|| value::print::number(value, most as usize))
}

/// 0.085 as `8.5%`.
pub fn share(value: f64) -> String {
    let options = || reach::object(&[("style", "percent".into()), ("maximumFractionDigits", 1.into())]);
    print("share", "NumberFormat", options, value)
        .unwrap_or_else(|| [&value::print::number(value * 100.0, 1), "%"].concat())
}

/// An amount with its currency, whole from a hundred on.
pub fn amount(value: f64, code: &str) -> String {
    let decimals = if value.abs() >= 99.995 || value == 0.0 { 0 } else { 2 };
    let options = || {
        reach::object(&[
            ("style", "currency".into()),
            ("currency", code.into()),
            ("minimumFractionDigits", 0.into()),
            ("maximumFractionDigits", decimals.into()),
        ])
    };
    let name = [code, " to ", &decimals.to_string()].concat();
    print(&name, "NumberFormat", options, value).unwrap_or_else(|| value::print::money(value, code))
}

/// An amount in few letters, as `$1.2M`.
pub fn short_amount(value: f64, code: &str) -> String {
    let options = || {
        reach::object(&[
            ("style", "currency".into()),
            ("currency", code.into()),
            ("notation", "compact".into()),
            ("maximumSignificantDigits", 3.into()),
        ])
    };
    print(&[code, " short"].concat(), "NumberFormat", options, value)
        .unwrap_or_else(|| value::print::money(value, code))
}

/// A day as `Nov 23, 2026`.
pub fn date(day: Day) -> String {
    let options = || reach::object(&[("dateStyle", "medium".into()), ("timeZone", "UTC".into())]);
    print("date", "DateTimeFormat", options, f64::from(day.0) * DAY).unwrap_or_else(|| day.to_string())
}

/// A moment as `Nov 23, 2026, 2:05 PM`, where the user is.
pub fn moment(moment: Moment) -> String {
    let options = || reach::object(&[("dateStyle", "medium".into()), ("timeStyle", "short".into())]);
    let seconds = f64::from(moment.0);
    print("moment", "DateTimeFormat", options, seconds * 1_000.0)
        .unwrap_or_else(|| Day(i32::try_from(moment.0 / 86_400).unwrap_or_default()).to_string())
}

/// Without trailing zeros.
fn plain(value: Quantity) -> String {
    value.to_hundredths().trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Formats with the formatter of this name, which is made the first time.
fn print(name: &str, class: &str, options: impl Fn() -> JsValue, value: f64) -> Option<String> {
    if !IN_BROWSER || !value.is_finite() {
        return None;
    }
    let known = FORMATTERS.with_borrow(|known| known.get(name).cloned());
    let format = known.unwrap_or_else(|| {
        let made = formatter(class, &options());
        FORMATTERS.with_borrow_mut(|known| known.insert(name.to_owned(), made.clone()));
        made
    });
    // Adding zero takes the sign off a zero.
    format?.call1(&JsValue::UNDEFINED, &(value + 0.0).into()).ok()?.as_string()
}

fn formatter(class: &str, options: &JsValue) -> Option<Function> {
    let class = reach::get(&reach::global("Intl")?, class)?;
    let asked = ASKED.with_borrow(|asked| asked.as_deref().map_or(JsValue::UNDEFINED, JsValue::from));
    let formatter = reach::build(&class, &[asked, options.clone()]).ok()?;
    // The getter answers with a function that is bound to its formatter.
    reach::get(&formatter, "format")?.dyn_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_browser_it_prints_plainly() {
        let exact = |mantissa, places| Quantity::decimal(mantissa, places).unwrap();
        assert_eq!(number(exact(12_345, 1)), "1234.5");
        assert_eq!(percent(exact(85, 1)), "8.5%");
        assert_eq!(money(Quantity::whole(48_000_000), "EUR"), "48000000 EUR");
        assert_eq!(money(Quantity::whole(1), ""), "1");
        assert_eq!(date(Day(0)), "1970-01-01");
        assert_eq!(decimal(1_234.567, 1), "1,234.6");
        assert_eq!(share(0.085), "8.5%");
        assert_eq!(amount(1_234.5, "USD"), "$1,235");
    }
}
