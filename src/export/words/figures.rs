//! Figures in plain American English, the same on every device.
use crate::domain::quantity::Quantity;
use crate::domain::span::Span;

/// Half-points as points: "7.5".
pub fn points(half: u32) -> String {
    if half.is_multiple_of(2) { (half / 2).to_string() } else { format!("{}.5", half / 2) }
}

/// A number with at most two decimals: "1,234,567", "2.5".
pub fn number(value: Quantity) -> String {
    let printed = value.to_hundredths();
    grouped(printed.trim_end_matches('0').trim_end_matches('.'))
}

/// A number or a band: "480", "51 to 200", "5,001 or more", "up to 49".
pub fn span(span: Span) -> String {
    band(span, number)
}

/// A percentage or a band of them: "30%", "20% to 30%".
pub fn percent(span: Span) -> String {
    let all_below = span.least == Quantity::whole(-100) && span.most.is_some();
    let span = if all_below { Span { least: Quantity::ZERO, ..span } } else { span };
    match (all_below, span.most) {
        (true, Some(most)) => format!("up to {}%", number(most)),
        _ => band(span, |value| format!("{}%", number(value))),
    }
}

/// An amount or a band of them in a currency: "$1,234,567", "€2.50", "CHF 10,000 or more".
pub fn money(span: Span, currency: &str) -> String {
    band(span, |value| amount(value, currency))
}

/// An amount and what it is worth in the playbook's currency: "€40,000 (about $43,200)".
pub fn worth(typed: Span, currency: &str, converted: Option<Span>, into: &str) -> String {
    match converted {
        Some(converted) => format!("{} (about {})", money(typed, currency), money(converted, into)),
        None => money(typed, currency),
    }
}

fn band(span: Span, print: impl Fn(Quantity) -> String) -> String {
    match span.most {
        Some(most) if most == span.least => print(most),
        Some(most) if span.least == Quantity::ZERO => format!("up to {}", print(most)),
        Some(most) => format!("{} to {}", print(span.least), print(most)),
        None => format!("{} or more", print(span.least)),
    }
}

fn amount(value: Quantity, currency: &str) -> String {
    let printed = if value.is_whole() { number(value) } else { grouped(&value.to_hundredths()) };
    match currency {
        "USD" => format!("${printed}"),
        "EUR" => format!("€{printed}"),
        "GBP" => format!("£{printed}"),
        "" => printed,
        code => format!("{code} {printed}"),
    }
}

/// Commas between thousands.
fn grouped(plain: &str) -> String {
    let (sign, plain) = plain.strip_prefix('-').map_or(("", plain), |rest| ("-", rest));
    let (whole, fraction) = plain.split_once('.').map_or((plain, None), |(whole, fraction)| (whole, Some(fraction)));
    let mut text = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push('.');
        text.push_str(fraction);
    }
    if text == "-0" { "0".into() } else { text }
}
