//! Numbers as people type them: `1.2M`, `48k`, `1,234.5`, `1.234,5`, `50-199`, `5,001+`, `under 50`.
use super::quantity::Quantity;
use super::span::Span;

/// What is being counted; it decides how a lone separator reads and what is too large.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Whole, not negative, up to a thousand billion.
    Count,
    /// Percent a year, from −100; a lone separator is a decimal point.
    Percent,
    /// An amount with at most two decimals, not negative, up to 1e15.
    Money,
    /// A positive decimal, such as an exchange rate; a lone separator is a decimal point.
    Rate,
    /// Anything that is counted or measured, with any decimals, not negative, up to 1e15.
    Figure,
}

/// Why a text isn't a number, and what to type instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub message: String,
    pub hint: String,
}

fn fault<T>(message: &str, hint: &str) -> Result<T, Fault> {
    Err(Fault { message: message.into(), hint: hint.into() })
}

/// No one types more for a number; it bounds the work on a paste.
const LONGEST: usize = 60;
/// An amount in cents times a rate this fine is still exact.
const MOST_PLACES: u32 = 12;

/// Reads a number or a band.
///
/// # Errors
/// Says what is wrong and what to type instead.
pub fn read(text: &str, unit: Unit) -> Result<Span, Fault> {
    let text = plain(text);
    if text.chars().count() > LONGEST {
        return fault("This is too long for a number", example(unit));
    }
    let span = band(&text, unit)?;
    check(span, unit)
}

/// Lower case, with one kind of digit, space, dash and quote.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.trim().chars().take(LONGEST + 1) {
        match c {
            '\u{2010}'..='\u{2015}' | '\u{2212}' => plain.push('-'),
            '\u{2018}' | '\u{2019}' | '\u{2bc}' => plain.push('\''),
            // Arabic, Persian and wide digits; of each the last four bits are its value.
            '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}' | '\u{ff10}'..='\u{ff19}' => {
                plain.push(char::from(b'0' + (c as u8 & 0xf)));
            }
            // They say which way a text runs, as in a figure copied from the page.
            '\u{61c}' | '\u{200e}' | '\u{200f}' => {}
            '\u{66b}' => plain.push('.'),
            '\u{66c}' => plain.push(','),
            '≥' => plain.push_str(">="),
            '≤' => plain.push_str("<="),
            c if c.is_whitespace() => plain.push(' '),
            c => plain.push(c.to_ascii_lowercase()),
        }
    }
    plain
}

/// A number, two with a dash or "to" between, or one with a word or sign that says above or below.
fn band(text: &str, unit: Unit) -> Result<Span, Fault> {
    let named = text.strip_prefix("between ").and_then(|rest| rest.split_once(" and "));
    if let Some((left, right)) = named.or_else(|| ends(text.strip_prefix("from ")?)) {
        return between(left.trim(), right.trim(), unit);
    }
    let whole_step = step(unit);
    for (prefix, inclusive) in [("under ", false), ("below ", false), ("less than ", false), ("<=", true), ("<", false)]
    {
        if let Some(rest) = text.strip_prefix(prefix) {
            let bound = single(rest, unit)?;
            let most = if inclusive { Some(bound) } else { bound.minus(whole_step) };
            let least = if unit == Unit::Percent { Quantity::whole(-100) } else { Quantity::ZERO };
            return ordered(least, most.filter(|most| *most >= least), unit);
        }
    }
    if let Some(rest) = text.strip_prefix("up to ") {
        return ordered(Quantity::ZERO, Some(single(rest, unit)?), unit);
    }
    for (prefix, inclusive) in [
        ("over ", false),
        ("above ", false),
        ("more than ", false),
        ("at least ", true),
        ("from ", true),
        (">=", true),
        (">", false),
    ] {
        if let Some(rest) = text.strip_prefix(prefix) {
            let bound = single(rest, unit)?;
            let least = if inclusive { Some(bound) } else { bound.plus(whole_step) };
            return least.map(|least| Span { least, most: None }).ok_or_else(|| too_large(unit));
        }
    }
    if let Some(rest) = text.strip_suffix('+').or_else(|| text.strip_suffix("or more")) {
        return Ok(Span { least: single(rest, unit)?, most: None });
    }
    if let Some((left, right)) = ends(text) {
        return between(left, right, unit);
    }
    single(text, unit).map(Span::exact)
}

fn between(left: &str, right: &str, unit: Unit) -> Result<Span, Fault> {
    let least = single(&inherit(left, right), unit)?;
    ordered(least, Some(single(right, unit)?), unit)
}

fn ordered(least: Quantity, most: Option<Quantity>, unit: Unit) -> Result<Span, Fault> {
    match most {
        Some(most) if most >= least => Ok(Span { least, most: Some(most) }),
        _ => fault(
            "The first number is larger than the second",
            match unit {
                Unit::Percent => "Type the smaller one first, for example 20-30",
                _ => "Type the smaller one first, for example 50-199",
            },
        ),
    }
}

/// The two ends of a band; a minus sign at the very start belongs to the number.
fn ends(text: &str) -> Option<(&str, &str)> {
    if let Some((left, right)) = text.split_once(" to ").or_else(|| text.split_once("..")) {
        return Some((left.trim(), right.trim()));
    }
    let dash = text.char_indices().skip(1).find(|(at, c)| *c == '-' && !text[..*at].trim().is_empty())?.0;
    Some((text[..dash].trim(), text[dash + 1..].trim()))
}

/// "1-2M" means one to two million: an end without a suffix takes the other's when that keeps the order.
fn inherit(left: &str, right: &str) -> String {
    let suffix: String = right.chars().skip_while(|c| !c.is_alphabetic()).collect();
    let bare = |text: &str| !text.chars().any(char::is_alphabetic);
    let value =
        |text: &str| digits_of(text.trim(), true).and_then(|(digits, places)| Quantity::decimal(digits, places));
    let number: String = right.chars().take_while(|c| !c.is_alphabetic()).collect();
    match (value(left), value(&number)) {
        (Some(first), Some(second)) if bare(left) && !suffix.is_empty() && first < second => format!("{left}{suffix}"),
        _ => left.to_owned(),
    }
}

/// One number with its suffix.
fn single(text: &str, unit: Unit) -> Result<Quantity, Fault> {
    let text = text.trim();
    let text = if unit == Unit::Percent { text.strip_suffix('%').unwrap_or(text).trim_end() } else { text };
    if text.is_empty() {
        return fault("There is no number here", example(unit));
    }
    let split = text.find(|c: char| c.is_alphabetic()).unwrap_or(text.len());
    let (digits, suffix) = (text[..split].trim(), text[split..].trim());
    let power = match suffix {
        "" => 0,
        "k" | "thousand" | "tsd" => 3,
        "lakh" | "lac" => 5,
        "m" | "mn" | "mln" | "mio" | "mil" | "mm" | "million" | "millions" => 6,
        "cr" | "crore" => 7,
        "b" | "bn" | "mld" | "mrd" | "billion" | "billions" => 9,
        _ => return fault("This isn't a number", example(unit)),
    };
    if power > 0 && matches!(unit, Unit::Percent | Unit::Rate) {
        return fault("Type the plain number, without k or M", example(unit));
    }
    let (negative, digits) = match digits.strip_prefix('-') {
        Some(rest) => (true, rest.trim_start()),
        None => (false, digits.strip_prefix('+').unwrap_or(digits).trim_start()),
    };
    let decimal_only = power > 0 || matches!(unit, Unit::Percent | Unit::Rate);
    let (mantissa, places) = digits_of(digits, decimal_only)
        .ok_or_else(|| Fault { message: "This isn't a number".into(), hint: example(unit).into() })?;
    if places > MOST_PLACES {
        return fault("This has too many decimals", example(unit));
    }
    let value = Quantity::decimal(mantissa, places)
        .and_then(|value| value.times(Quantity::whole(10_i64.pow(power))))
        .ok_or_else(|| too_large(unit))?;
    if negative { Quantity::ZERO.minus(value).ok_or_else(|| too_large(unit)) } else { Ok(value) }
}

/// Digits as a mantissa and a number of decimals. Spaces and apostrophes group thousands. Of two kinds of
/// separator the last is the decimal point; one that repeats groups thousands; a lone one followed by exactly
/// three digits means thousands, unless the unit or a suffix says decimal.
fn digits_of(text: &str, decimal_only: bool) -> Option<(i128, u32)> {
    let compact = ungroup(text)?;
    let separators: Vec<(usize, char)> = compact.char_indices().filter(|(_, c)| matches!(c, '.' | ',')).collect();
    let decimal_at = match separators.as_slice() {
        [] => None,
        [(at, _)] => {
            let after = compact.len() - at - 1;
            let thousands = !decimal_only && after == 3 && *at > 0 && *at <= 3 && !compact.starts_with('0');
            (!thousands).then_some(*at)
        }
        [first @ .., (at, last)] => {
            let others_differ = first.iter().all(|(_, c)| c != last);
            let same_kind = first.windows(2).all(|pair| pair[0].1 == pair[1].1);
            if others_differ && same_kind {
                Some(*at)
            } else if first.iter().all(|(_, c)| c == last) {
                None
            } else {
                return None;
            }
        }
    };
    let (whole, fraction) = match decimal_at {
        Some(at) => (&compact[..at], &compact[at + 1..]),
        None => (compact.as_str(), ""),
    };
    let groups: Vec<&str> = whole.split(['.', ',']).collect();
    if groups.len() > 1 && !are_groups(&groups, whole.contains(',')) {
        return None;
    }
    let digits: String = groups.concat() + fraction;
    let all_digits = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    if !all_digits || digits.len() > 30 || (decimal_at.is_some() && fraction.is_empty()) {
        return None;
    }
    Some((digits.parse().ok()?, u32::try_from(fraction.len()).ok()?))
}

/// Groups of three digits, or, parted by commas as in India, of two before the last three: `6,45,00,000`.
fn are_groups(groups: &[&str], by_comma: bool) -> bool {
    let [first, middle @ .., last] = groups else { return false };
    let all = |size: usize| (1..=size).contains(&first.len()) && middle.iter().all(|group| group.len() == size);
    last.len() == 3 && (all(3) || by_comma && all(2))
}

/// Takes out spaces and apostrophes, which may only stand before groups of three digits.
fn ungroup(text: &str) -> Option<String> {
    if !text.contains([' ', '\'']) {
        return Some(text.to_owned());
    }
    let parts: Vec<&str> = text.split([' ', '\'']).collect();
    let (first, rest) = parts.split_first()?;
    let group = |part: &str| part.len() == 3 && part.bytes().all(|b| b.is_ascii_digit());
    let (last, middle) = rest.split_last()?;
    let last_digits = last.split(['.', ',']).next()?;
    let fits = (1..=3).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_digit());
    (fits && middle.iter().all(|part| group(part)) && group(last_digits)).then(|| parts.concat())
}

/// The smallest difference between two numbers of a unit.
pub fn step(unit: Unit) -> Quantity {
    match unit {
        Unit::Count => Quantity::whole(1),
        _ => Quantity::decimal(1, 2).unwrap_or(Quantity::ZERO),
    }
}

fn check(span: Span, unit: Unit) -> Result<Span, Fault> {
    let ends = [Some(span.least), span.most];
    let mut ends = ends.iter().flatten();
    match unit {
        Unit::Count if span.least.is_negative() => fault("A count can't be below 0", example(unit)),
        Unit::Count if ends.clone().any(|end| !end.is_whole()) => fault("Type a whole number", example(unit)),
        Unit::Count if ends.any(|end| *end > Quantity::whole(1_000_000_000_000)) => Err(too_large(unit)),
        Unit::Money if span.least.is_negative() => fault("An amount can't be below 0", example(unit)),
        Unit::Money if ends.any(|end| !end.is_in_hundredths()) => {
            fault("Type an amount with at most two decimals", example(unit))
        }
        Unit::Figure if span.least.is_negative() => fault("This can't be below 0", example(unit)),
        Unit::Rate if span.single().is_none() => fault("Type one rate, not a range", example(unit)),
        Unit::Rate if span.least <= Quantity::ZERO => fault("A rate must be above 0", example(unit)),
        Unit::Rate if span.least > Quantity::whole(1_000_000) => Err(too_large(unit)),
        Unit::Percent if span.least < Quantity::whole(-100) => {
            fault("A company can't shrink by more than 100 %", example(unit))
        }
        Unit::Percent if ends.any(|end| *end > Quantity::whole(1_000_000)) => Err(too_large(unit)),
        _ => Ok(span),
    }
}

fn too_large(unit: Unit) -> Fault {
    Fault { message: "This number is too large to be right".into(), hint: example(unit).into() }
}

fn example(unit: Unit) -> &'static str {
    match unit {
        Unit::Count => "Type a number such as 480, 1,200 or 1.2k, or a range such as 200-499 or 5,000+",
        Unit::Percent => "Type a percentage such as 30 or 12.5, or a range such as 20-30",
        Unit::Money => "Type an amount such as 2.5M, 48k or 1,234.50, or a range such as 10M-50M",
        Unit::Rate => "Type what one unit is worth, such as 1.08",
        Unit::Figure => "Type a number such as 8, 2.5, 1,200 or 1.2k",
    }
}
