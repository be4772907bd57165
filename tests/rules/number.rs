//! Numbers as people type them.
use fitproof::domain::number::{Unit, read};
use fitproof::domain::quantity::Quantity;
use fitproof::domain::span::Span;

/// Reads as one number: `hundredths / 100`.
fn check(unit: Unit, text: &str, hundredths: i128) {
    let expected = Quantity::ratio(hundredths, 100).expect("in range");
    let span = read(text, unit).unwrap_or_else(|fault| panic!("{unit:?} “{text}”: {}", fault.message));
    assert_eq!(span.single(), Some(expected), "{unit:?} “{text}” reads as {span:?}");
}

fn check_band(unit: Unit, text: &str, least: i128, most: Option<i128>) {
    let hundredths = |value| Quantity::ratio(value, 100).expect("in range");
    let expected = Span { least: hundredths(least), most: most.map(hundredths) };
    assert_eq!(read(text, unit), Ok(expected), "{unit:?} “{text}”");
}

/// Refused, with a message that holds these words and a hint.
fn check_fault(unit: Unit, text: &str, words: &str) {
    let fault = read(text, unit).expect_err(&format!("{unit:?} “{text}” is taken"));
    assert!(fault.message.contains(words), "{unit:?} “{text}” says {}", fault.message);
    assert!(!fault.hint.is_empty(), "{unit:?} “{text}” gives no hint");
}

#[test]
fn counts() {
    for (text, whole) in [
        ("0", 0),
        ("7", 7),
        ("480", 480),
        ("00480", 480),
        ("+480", 480),
        (" 480 ", 480),
        ("\t480\n", 480),
        ("1200", 1_200),
        ("1,200", 1_200),
        ("1.200", 1_200),
        ("1 200", 1_200),
        ("1'200", 1_200),
        ("1’200", 1_200),
        ("1‘200", 1_200),
        ("1ʼ200", 1_200),
        ("1\u{a0}200", 1_200),
        ("1\u{202f}200", 1_200),
        ("1\u{2009}200", 1_200),
        ("12,345,678", 12_345_678),
        ("12.345.678", 12_345_678),
        ("12 345 678", 12_345_678),
        ("12'345'678", 12_345_678),
        ("1,000.00", 1_000),
        ("1.000,00", 1_000),
        ("1 000,0", 1_000),
        ("48k", 48_000),
        ("48K", 48_000),
        ("48 k", 48_000),
        ("48 thousand", 48_000),
        ("48 Tsd", 48_000),
        ("1.2k", 1_200),
        ("1,2k", 1_200),
        ("1.234k", 1_234),
        ("1,234k", 1_234),
        ("1,234.5k", 1_234_500),
        ("1.234,5k", 1_234_500),
        (".5k", 500),
        (",5k", 500),
        ("0.001k", 1),
        ("1.2M", 1_200_000),
        ("1,2 Mio", 1_200_000),
        ("1,2 mln", 1_200_000),
        ("1.2 million", 1_200_000),
        ("2 millions", 2_000_000),
        ("1.234M", 1_234_000),
        ("2bn", 2_000_000_000),
        ("2 mrd", 2_000_000_000),
        ("2 mld", 2_000_000_000),
        ("1 billion", 1_000_000_000),
        ("1,000,000,000,000", 1_000_000_000_000),
        ("４８０", 480),
        ("۱٬۲۵۰", 1_250),
        ("١٬٢٥٠", 1_250),
        ("\u{200f}١٬٢٥٠\u{200e}", 1_250),
        ("1,00,000", 100_000),
        ("6,45,00,000", 64_500_000),
        ("12,34,56,789.0", 123_456_789),
        ("48 lakh", 4_800_000),
        ("1.5 lac", 150_000),
        ("2 crore", 20_000_000),
        ("2.5cr", 25_000_000),
    ] {
        check(Unit::Count, text, 100 * whole);
    }
}

#[test]
fn count_bands() {
    for (text, least, most) in [
        ("50-199", 50, Some(199)),
        ("50 - 199", 50, Some(199)),
        ("50–199", 50, Some(199)),
        ("50 — 199", 50, Some(199)),
        ("50‑199", 50, Some(199)),
        ("50−199", 50, Some(199)),
        ("50 to 199", 50, Some(199)),
        ("50..199", 50, Some(199)),
        ("from 50 to 199", 50, Some(199)),
        ("From 50 - 199", 50, Some(199)),
        ("between 50 and 199", 50, Some(199)),
        ("1,001-5,000", 1_001, Some(5_000)),
        ("1.001-5.000", 1_001, Some(5_000)),
        ("1 001 – 5 000", 1_001, Some(5_000)),
        ("1k-5k", 1_000, Some(5_000)),
        ("1-5k", 1_000, Some(5_000)),
        ("500-1k", 500, Some(1_000)),
        ("1-2M", 1_000_000, Some(2_000_000)),
        ("50-50", 50, Some(50)),
        ("5,001+", 5_001, None),
        ("5001 +", 5_001, None),
        ("5.001+", 5_001, None),
        ("5k+", 5_000, None),
        ("5,000 or more", 5_000, None),
        ("over 5,000", 5_001, None),
        ("Over 5,000", 5_001, None),
        ("above 5,000", 5_001, None),
        ("more than 5,000", 5_001, None),
        (">5000", 5_001, None),
        ("> 5000", 5_001, None),
        (">=5000", 5_000, None),
        ("≥ 5000", 5_000, None),
        ("at least 5000", 5_000, None),
        ("from 5000", 5_000, None),
        ("under 50", 0, Some(49)),
        ("UNDER 50", 0, Some(49)),
        ("below 50", 0, Some(49)),
        ("less than 50", 0, Some(49)),
        ("<50", 0, Some(49)),
        ("< 50", 0, Some(49)),
        ("<1", 0, Some(0)),
        ("<=50", 0, Some(50)),
        ("≤50", 0, Some(50)),
        ("up to 50", 0, Some(50)),
        ("1-49", 1, Some(49)),
    ] {
        check_band(Unit::Count, text, 100 * least, most.map(|most| 100 * most));
    }
}

#[test]
fn counts_refused() {
    for (text, words) in [
        ("", "no number"),
        (" ", "no number"),
        ("-", "isn't a number"),
        ("+", "no number"),
        ("a few", "isn't a number"),
        ("fifty", "isn't a number"),
        ("480 people", "isn't a number"),
        ("48x", "isn't a number"),
        ("x48", "isn't a number"),
        ("4 8", "isn't a number"),
        ("6,45,0000", "isn't a number"),
        ("6,45,00", "isn't a number"),
        ("123,45,000", "isn't a number"),
        ("6,45,000,000", "isn't a number"),
        ("6.45.000", "isn't a number"),
        ("٬٬", "isn't a number"),
        ("1 2000", "isn't a number"),
        ("12,34", "whole"),
        ("1.23.456", "isn't a number"),
        ("1,234,56", "isn't a number"),
        ("1.2.3", "isn't a number"),
        ("1,234.567.890", "isn't a number"),
        ("1..", "no number"),
        ("..1", "no number"),
        ("5.", "isn't a number"),
        (".", "isn't a number"),
        (",", "isn't a number"),
        ("'", "isn't a number"),
        ("1e6", "isn't a number"),
        ("∞", "isn't a number"),
        ("NaN", "isn't a number"),
        ("½", "isn't a number"),
        ("🙂", "isn't a number"),
        ("480🙂", "isn't a number"),
        ("४८०", "isn't a number"),
        ("480.5", "whole"),
        ("1.2345k", "whole"),
        ("0.123", "whole"),
        ("-5", "below 0"),
        ("−5", "below 0"),
        ("- 5", "below 0"),
        ("-5k", "below 0"),
        ("-5-10", "below 0"),
        ("199-50", "larger than the second"),
        ("5k-1k", "larger than the second"),
        ("under 0", "larger"),
        ("<-5", "larger"),
        ("50-", "no number"),
        ("50 to", "isn't a number"),
        ("50 to x", "isn't a number"),
        ("between 50", "isn't a number"),
        ("over", "isn't a number"),
        ("over ", "isn't a number"),
        ("under lots", "isn't a number"),
        ("1-2-3", "isn't a number"),
        ("++5", "isn't a number"),
        ("--5", "isn't a number"),
        ("5++", "isn't a number"),
        ("1,000,000,000,001", "too large"),
        ("999bn", ""),
        ("9999bn", "too large"),
        ("1234567890123456789012345678901234567890", "isn't a number"),
        ("99999999999999999999", "too large"),
        ("0.0000000000000001", "too many decimals"),
    ] {
        if words.is_empty() {
            check(Unit::Count, text, 100 * 999_000_000_000);
        } else {
            check_fault(Unit::Count, text, words);
        }
    }
}

#[test]
fn long_texts_are_refused_at_once() {
    for text in [
        "1".repeat(10_000),
        "1,".repeat(5_000),
        ",".repeat(10_000),
        "-".repeat(10_000),
        " 1".repeat(5_000),
        "🙂".repeat(10_000),
        "1 to ".repeat(2_000),
        "under ".repeat(2_000),
        "İ".repeat(10_000),
        "1".repeat(61),
    ] {
        for unit in [Unit::Count, Unit::Percent, Unit::Money, Unit::Rate] {
            let fault = read(&text, unit).expect_err("too long");
            assert!(fault.message.contains("too long"), "{unit:?} {}: {}", &text[..4], fault.message);
        }
    }
    let padded = format!("{}480{}", " ".repeat(5_000), " ".repeat(5_000));
    check(Unit::Count, &padded, 100 * 480);
}

#[test]
fn percentages() {
    for (text, hundredths) in [
        ("30", 30_00),
        ("30%", 30_00),
        ("30 %", 30_00),
        ("+30%", 30_00),
        ("12.5", 12_50),
        ("12,5", 12_50),
        ("12.5 %", 12_50),
        ("29.99", 29_99),
        ("1.234", 123),
        ("-3.5", -3_50),
        ("−3,5 %", -3_50),
        ("-100", -100_00),
        ("0", 0),
        ("-0", 0),
        (".5", 50),
        ("1,200.5", 1_200_50),
        ("1.200,5", 1_200_50),
        ("1 200", 1_200_00),
    ] {
        if text == "1.234" {
            let expected = Quantity::ratio(1_234, 1_000).expect("in range");
            assert_eq!(read(text, Unit::Percent).map(Span::single), Ok(Some(expected)), "a lone point is a decimal");
        } else {
            check(Unit::Percent, text, hundredths);
        }
    }
    for (text, least, most) in [
        ("20-30", 20_00, Some(30_00)),
        ("20%-30%", 20_00, Some(30_00)),
        ("20-29.99", 20_00, Some(29_99)),
        ("-5-10", -5_00, Some(10_00)),
        ("-20 - -10", -20_00, Some(-10_00)),
        ("-20--10", -20_00, Some(-10_00)),
        ("-20 to -10", -20_00, Some(-10_00)),
        ("below 0", -100_00, Some(-1)),
        ("under 30%", -100_00, Some(29_99)),
        ("<=30", -100_00, Some(30_00)),
        ("over 30", 30_01, None),
        ("at least 30%", 30_00, None),
        ("50+", 50_00, None),
        ("50%+", 50_00, None),
    ] {
        check_band(Unit::Percent, text, least, most);
    }
    for (text, words) in [
        ("-100.01", "shrink"),
        ("-101-5", "shrink"),
        ("2M", "plain number"),
        ("3k", "plain number"),
        ("30%%", "isn't a number"),
        ("%", "no number"),
        ("1,000,001", "too large"),
        ("30 or so", "isn't a number"),
        ("30-20", "larger than the second"),
    ] {
        check_fault(Unit::Percent, text, words);
    }
}

#[test]
fn rates() {
    for (text, numerator, denominator) in [
        ("1.08", 108, 100),
        ("1,08", 108, 100),
        ("1.085", 1_085, 1_000),
        ("1,085", 1_085, 1_000),
        ("0.0067", 67, 10_000),
        ("25", 25, 1),
        (".9", 9, 10),
        ("1.081234567891", 1_081_234_567_891, 1_000_000_000_000),
        ("1000000", 1_000_000, 1),
    ] {
        let span = read(text, Unit::Rate).unwrap_or_else(|fault| panic!("{text}: {}", fault.message));
        assert_eq!(span.single(), Quantity::ratio(numerator, denominator), "{text}");
    }
    for (text, words) in [
        ("0", "above 0"),
        ("-1.08", "above 0"),
        ("1-2", "one rate"),
        ("1+", "one rate"),
        ("1.08k", "plain number"),
        ("1000001", "too large"),
        ("1.08123456789123456", "too many decimals"),
        ("1.08 USD", "isn't a number"),
        ("", "no number"),
    ] {
        check_fault(Unit::Rate, text, words);
    }
}

#[test]
fn plain_amounts() {
    for (text, cents) in [
        ("0", 0),
        ("0.01", 1),
        ("2.5m", 2_500_000_00),
        ("2,5m", 2_500_000_00),
        ("48k", 48_000_00),
        ("1,234.5", 1_234_50),
        ("1.234,5", 1_234_50),
        ("1,234.50", 1_234_50),
        ("1.234,50", 1_234_50),
        ("1,234", 1_234_00),
        ("1.234", 1_234_00),
        ("12.34", 12_34),
        ("12,34", 12_34),
        ("12.3", 12_30),
        ("0.500", 50),
        ("99,999,999.99", 99_999_999_99),
        ("99.999.999,99", 99_999_999_99),
        ("99 999 999,99", 99_999_999_99),
        ("99'999'999.99", 99_999_999_99),
        ("1.9bn", 1_900_000_000_00),
        ("1,000,000,000,000,000", 1_000_000_000_000_000_00),
    ] {
        check(Unit::Money, text, cents);
    }
    for (text, least, most) in [
        ("under 10M", 0, Some(10_000_000_00 - 1)),
        ("10M-99.99M", 10_000_000_00, Some(99_990_000_00)),
        ("10-50M", 10_000_000_00, Some(50_000_000_00)),
        ("500M+", 500_000_000_00, None),
        ("over 100k", 100_000_00 + 1, None),
        ("10k-100k", 10_000_00, Some(100_000_00)),
        ("up to 10k", 0, Some(10_000_00)),
    ] {
        check_band(Unit::Money, text, least, most);
    }
    for (text, words) in [
        ("-5", "below 0"),
        ("1.2345", "two decimals"),
        ("1234,567", "two decimals"),
        ("0.005", "two decimals"),
        ("1,000,000,000,000,000.01", "too large"),
        ("2000000bn", "too large"),
        ("lots", "isn't a number"),
    ] {
        check_fault(Unit::Money, text, words);
    }
}
