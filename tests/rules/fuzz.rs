//! Whatever is typed, nothing breaks, and what is read is in range; what is printed reads back as itself.
use crate::accounts::Chance;
use fitproof::domain::money;
use fitproof::domain::number::{Unit, read};
use fitproof::domain::quantity::Quantity;
use fitproof::domain::span::Span;
use fitproof::export::words;

const PIECES: [&str; 52] = [
    "0",
    "1",
    "2",
    "5",
    "9",
    "10",
    "48",
    "50",
    "199",
    "200",
    "999",
    "000",
    "1000",
    "123456",
    ",",
    ".",
    " ",
    "'",
    "-",
    "–",
    "−",
    "+",
    "%",
    "k",
    "M",
    "bn",
    "mio",
    "thousand",
    "e",
    "$",
    "€",
    "US$",
    "USD",
    "EUR ",
    "zł",
    "under ",
    "over ",
    "up to ",
    "at least ",
    "from ",
    "between ",
    " and ",
    " to ",
    "..",
    "<",
    ">=",
    "≥",
    "🙂",
    "\u{a0}",
    "\t",
    "İ",
    "九",
];

fn text(chance: &mut Chance) -> String {
    (0..chance.below(12)).map(|_| *chance.pick(&PIECES)).collect()
}

fn in_range(text: &str, unit: Unit, span: Span) {
    let whole = Quantity::whole;
    let (least, most) = match unit {
        Unit::Count => (whole(0), whole(1_000_000_000_000)),
        Unit::Percent => (whole(-100), whole(1_000_000)),
        Unit::Money | Unit::Figure => (whole(0), whole(1_000_000_000_000_000)),
        Unit::Rate => (whole(0), whole(1_000_000)),
    };
    assert!(span.least >= least && span.least <= most, "{unit:?} “{text}” reads as {span:?}");
    if let Some(end) = span.most {
        assert!(end >= span.least && end <= most, "{unit:?} “{text}” reads as {span:?}");
    }
    let whole_ends = span.least.is_whole() && span.most.is_none_or(Quantity::is_whole);
    assert!(unit != Unit::Count || whole_ends, "{unit:?} “{text}” reads as {span:?}");
    assert!(unit != Unit::Rate || span.single().is_some(), "{unit:?} “{text}” reads as {span:?}");
}

#[test]
fn no_text_breaks_the_reading() {
    let mut chance = Chance::new(7);
    let mut taken = [0; 6];
    for _ in 0..100_000 {
        let text = text(&mut chance);
        for (at, unit) in [Unit::Count, Unit::Percent, Unit::Money, Unit::Rate, Unit::Figure].into_iter().enumerate() {
            match read(&text, unit) {
                Ok(span) => {
                    taken[at] += 1;
                    in_range(&text, unit, span);
                }
                Err(fault) => assert!(!fault.message.is_empty() && !fault.hint.is_empty(), "{unit:?} “{text}”"),
            }
        }
        if let Ok(amount) = money::read(&text) {
            taken[5] += 1;
            in_range(&text, Unit::Money, amount.span);
            assert!(amount.currency.iter().all(|code| money::is_code(code)), "“{text}” is in {:?}", amount.currency);
        }
    }
    assert!(taken.iter().all(|taken| *taken > 1_000), "the texts are too wild to test by: {taken:?}");
}

#[test]
fn no_characters_break_the_reading() {
    let mut chance = Chance::new(11);
    for _ in 0..50_000 {
        let length = chance.below(10);
        let text: String = (0..length)
            .filter_map(|_| char::from_u32(u32::try_from(chance.below(0x11_0000)).expect("a character's number")))
            .collect();
        for unit in [Unit::Count, Unit::Percent, Unit::Money, Unit::Rate, Unit::Figure] {
            let _ = read(&text, unit);
        }
        let _ = money::read(&text);
    }
}

/// A number of some size, more often small than large.
fn size(chance: &mut Chance) -> i64 {
    let digits = u32::try_from(chance.below(12)).expect("small");
    i64::try_from(chance.next() % 10_u64.pow(digits + 1)).expect("below 10^12")
}

fn grouped(value: i64, separator: char) -> String {
    let digits = value.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

#[test]
fn plain_numbers_read_back() {
    let mut chance = Chance::new(13);
    for _ in 0..5_000 {
        let value = size(&mut chance);
        let expected = Ok(Span::whole(value));
        assert_eq!(read(&value.to_string(), Unit::Count), expected);
        for separator in [',', '.', ' ', '\'', '’', '\u{a0}', '\u{202f}'] {
            let text = grouped(value, separator);
            assert_eq!(read(&text, Unit::Count), expected, "{text}");
            assert_eq!(read(&text, Unit::Money), expected, "{text}");
        }
        let cents = chance.below(100);
        let exact = Quantity::ratio(i128::from(value) * 100 + i128::try_from(cents).expect("small"), 100);
        for (thousands, decimal) in [(',', '.'), ('.', ','), (' ', ','), (' ', '.'), ('\'', '.')] {
            let text = format!("{}{decimal}{cents:02}", grouped(value, thousands));
            assert_eq!(read(&text, Unit::Money).map(Span::single), Ok(exact), "{text}");
        }
    }
}

#[test]
fn what_the_page_prints_reads_back() {
    let mut chance = Chance::new(17);
    for _ in 0..5_000 {
        let (one, other) = (size(&mut chance), size(&mut chance));
        for span in [Span::whole(one), Span::between(one.min(other), one.max(other)), Span::from(one)] {
            let text = words::span(span);
            assert_eq!(read(&text, Unit::Count), Ok(span), "{text}");
            for code in ["USD", "EUR", "GBP", "CHF"] {
                let text = words::money(span, code);
                let amount = money::read(&text).unwrap_or_else(|fault| panic!("{text}: {}", fault.message));
                assert_eq!((amount.span, amount.currency.as_deref()), (span, Some(code)), "{text}");
            }
            let percent = Span { least: Quantity::whole(one % 900), most: Some(Quantity::whole(one % 900 + 5)) };
            let text = words::percent(percent);
            assert_eq!(read(&text, Unit::Percent), Ok(percent), "{text}");
        }
    }
}
