//! A figure as an English text, for documents and for sentences to the person. A screen may format by locale instead.
use super::input::Unit;

/// `1,234.5`: thousands grouped, at most so many decimals, none that end in zero.
pub fn number(value: f64, decimals: usize) -> String {
    let text = fixed(value, decimals);
    match text.split_once('.') {
        Some((whole, rest)) => {
            let rest = rest.trim_end_matches('0');
            let whole = if rest.is_empty() && whole == "-0" { "0" } else { whole };
            if rest.is_empty() { whole.to_owned() } else { [whole, ".", rest].concat() }
        }
        None => text,
    }
}

/// `1,234.50`: thousands grouped, exactly so many decimals, halves away from zero as people and spreadsheets do it.
pub fn fixed(value: f64, decimals: usize) -> String {
    let scale = (0..decimals).fold(1.0, |scale, _| scale * 10.0);
    let scaled = value * scale;
    // Beyond this there are no decimals left to round.
    let value = if scaled.abs() < 1e15 { scaled.round() / scale } else { value };
    let text = format!("{value:.decimals$}");
    let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |digits| ("-", digits));
    let sign = if digits.bytes().any(|b| b.is_ascii_digit() && b != b'0') { sign } else { "" };
    let (whole, rest) = digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    let mut grouped = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) && digit.is_ascii_digit() {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if let Some(rest) = rest {
        grouped.push('.');
        grouped.push_str(rest);
    }
    grouped
}

/// The sign of a currency, or its code with a space.
pub fn currency(code: &str) -> String {
    match code {
        "USD" => "$".into(),
        "EUR" => "€".into(),
        "GBP" => "£".into(),
        "JPY" => "¥".into(),
        "INR" => "₹".into(),
        code => [code, "\u{a0}"].concat(),
    }
}

/// An amount: whole from a hundred on, with cents below, and finer below a cent.
pub fn money(value: f64, code: &str) -> String {
    let size = value.abs();
    let digits = if size >= 99.995 || size == 0.0 {
        fixed(size, 0)
    } else if size >= 0.01 {
        let text = fixed(size, 2);
        text.strip_suffix(".00").map_or_else(|| text.clone(), str::to_owned)
    } else {
        number(size, 6)
    };
    let minus = if value < 0.0 && digits.bytes().any(|b| (b'1'..=b'9').contains(&b)) { "−" } else { "" };
    [minus, &currency(code), &digits].concat()
}

/// A figure as one would type it: a share in percent, nothing grouped, no unit.
pub fn typed(value: f64, unit: Unit) -> String {
    let value = if unit == Unit::Share { value * 100.0 } else { value };
    number(value, 6).replace(',', "")
}

/// A value with its unit: `$45`, `70 %`, `8 min`, `2,400`.
pub fn value(value: f64, unit: Unit, code: &str) -> String {
    let plain = |decimals| number(value, decimals).replace('-', "−");
    match unit {
        Unit::Money => money(value, code),
        Unit::Share => [&number(value * 100.0, 2).replace('-', "−"), " %"].concat(),
        Unit::Minutes => [&plain(2), " min"].concat(),
        Unit::Hours => [&plain(2), " h"].concat(),
        Unit::Count => plain(2),
        Unit::Days => [&plain(1), " days"].concat(),
        Unit::Months => [&plain(1), " months"].concat(),
        Unit::Ratio => plain(4),
    }
}
