//! Amounts of money with their currency, and what they are worth in the playbook's currency.
use super::number::{self, Fault, Unit};
use super::quantity::Quantity;
use super::span::Span;

/// An amount as typed: a number or a band, and the currency that the text itself names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    pub span: Span,
    pub currency: Option<String>,
}

/// Signs that name one currency beyond doubt. A bare `$` is read as US dollars, and the reading is echoed.
const SIGNS: [(&str, &str); 11] = [
    ("us$", "USD"),
    ("$", "USD"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("¥", "JPY"),
    ("₹", "INR"),
    ("zł", "PLN"),
    ("zŁ", "PLN"),
    ("kč", "CZK"),
    ("kČ", "CZK"),
    ("₴", "UAH"),
];

/// Three letters that are part of a number.
const NOT_CODES: [&str; 8] = ["and", "lac", "mil", "mio", "mld", "mln", "mrd", "tsd"];

/// Currencies offered first; any other three-letter code may be typed.
pub const COMMON: [&str; 12] = ["USD", "EUR", "GBP", "CHF", "CZK", "PLN", "SEK", "DKK", "CAD", "AUD", "JPY", "INR"];

/// Reads `$2.5m`, `EUR 40M`, `1.234,50 €`, `10M-50M`.
///
/// # Errors
/// Says what is wrong and what to type instead.
pub fn read(text: &str) -> Result<Amount, Fault> {
    let (currency, rest) = split_currency(text);
    Ok(Amount { span: number::read(&rest, Unit::Money)?, currency })
}

/// Reads an amount with any number of decimals, such as what a single unit costs: `$0.0012`, `€45`.
///
/// # Errors
/// Says what is wrong and what to type instead.
pub fn read_fine(text: &str) -> Result<Amount, Fault> {
    let (currency, rest) = split_currency(text);
    Ok(Amount { span: number::read(&rest, Unit::Figure)?, currency })
}

/// Takes the currency out of a text, wherever it stands.
fn split_currency(text: &str) -> (Option<String>, String) {
    let lower = text.to_ascii_lowercase();
    for (sign, code) in SIGNS {
        if lower.contains(sign) {
            return (Some(code.into()), lower.replace(sign, " ").trim().to_owned());
        }
    }
    let words = lower.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() == 3);
    for word in words {
        if is_code(&word.to_ascii_uppercase()) && !NOT_CODES.contains(&word) {
            return (Some(word.to_ascii_uppercase()), lower.replace(word, " ").trim().to_owned());
        }
    }
    (None, lower)
}

/// Three capital letters.
pub fn is_code(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase())
}

/// Amount × rate, exact.
pub fn convert(span: Span, rate: Quantity) -> Option<Span> {
    span.map(|amount| amount.times(rate))
}
