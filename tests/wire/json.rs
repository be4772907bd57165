//! The small JSON against a general one: what it writes is the same to the byte, what it accepts means the same.
use crate::generate::{Random, spoilt};
use fitproof::wire::json::{Value, Writer, read};
use serde_json::{Value as General, json};

fn made_up(random: &mut Random, depth: usize) -> General {
    match random.below(if depth == 0 { 4 } else { 6 }) {
        0 => General::Null,
        1 => General::Bool(random.below(2) == 1),
        2 => {
            let bits = random.below(33) as u32;
            json!((random.next() & ((1_u64 << bits) - 1)) as u32)
        }
        3 => General::String(random.text()),
        4 => (0..random.below(5)).map(|_| made_up(random, depth - 1)).collect(),
        _ => (0..random.below(5)).map(|_| (random.text(), made_up(random, depth - 1))).collect(),
    }
}

fn write(writer: &mut Writer, value: &General) {
    match value {
        General::Null => unreachable!("no format writes it"),
        General::Bool(bool) => writer.bool(*bool),
        General::Number(number) => writer.number(number.as_u64().unwrap() as u32),
        General::String(text) => writer.string(text),
        General::Array(list) => {
            writer.open('[');
            for item in list {
                writer.item();
                write(writer, item);
            }
            writer.close(']');
        }
        General::Object(map) => {
            writer.open('{');
            for (key, value) in map {
                writer.key(key);
                write(writer, value);
            }
            writer.close('}');
        }
    }
}

/// What the general reader would have made of it.
fn general(value: Value) -> General {
    match value {
        Value::Null => General::Null,
        Value::Bool(bool) => General::Bool(bool),
        Value::Number(number) => General::from(number),
        Value::Text(text) => General::String(text),
        Value::List(list) => list.into_iter().map(general).collect(),
        Value::Map(map) => map.into_iter().map(|(key, value)| (key, general(value))).collect(),
    }
}

fn means_the_same(text: &str) {
    if let Some(value) = read(text) {
        assert_eq!(general(value), serde_json::from_str::<General>(text).unwrap(), "{text}");
    }
}

#[test]
fn reads_what_a_general_one_writes() {
    for seed in 0..3_000 {
        let value = made_up(&mut Random(seed), 5);
        for text in [serde_json::to_string(&value).unwrap(), serde_json::to_string_pretty(&value).unwrap()] {
            assert_eq!(read(&text).map(general).as_ref(), Some(&value), "{text}");
        }
    }
}

#[test]
fn writes_the_same_bytes_as_a_general_one() {
    let without_null = (0..3_000).map(|seed| made_up(&mut Random(seed), 5)).filter(|value| {
        let text = value.to_string();
        !text.contains("null")
    });
    let mut count = 0;
    for value in without_null {
        for lines in [false, true] {
            let mut writer = Writer::new(lines);
            write(&mut writer, &value);
            let expected = if lines { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) };
            assert_eq!(writer.text, expected.unwrap());
        }
        count += 1;
    }
    assert!(count > 500, "{count}");
    for code in 0..0x3000 {
        let text: String = char::from_u32(code).into_iter().chain("a\"".chars()).collect();
        let mut writer = Writer::new(false);
        writer.string(&text);
        assert_eq!(writer.text, serde_json::to_string(&text).unwrap());
    }
}

#[test]
fn a_spoilt_text_is_refused_or_means_the_same_to_both() {
    for seed in 0..400 {
        let text = serde_json::to_string(&made_up(&mut Random(seed), 3)).unwrap();
        if text.len() < 300 {
            spoilt(&text).for_each(|text| means_the_same(&text));
        }
    }
}

/// Texts put together from the pieces that a reader could trip over.
#[test]
fn a_jumble_is_refused_or_means_the_same_to_both() {
    let pieces = [
        "{", "}", "[", "]", ",", ":", "\"", "\"a\"", "\"b\":", "\\", "\\u", "\\ud834", "\\udd1e", "d800", "00e9",
        "\\n", "\\/", "\\x", "0", "1", "-", "01", "1.5", "e9", "true", "false", "null", "nul", " ", "\t", "\r\n",
        "\u{a0}", "\u{feff}", "\0", "é", "[]", "{}", "\"\"",
    ];
    let mut random = Random(3);
    let mut accepted = 0;
    for _ in 0..300_000 {
        let length = 1 + random.below(9);
        let text: String = (0..length).map(|_| pieces[random.below(pieces.len())]).collect();
        means_the_same(&text);
        accepted += u32::from(read(&text).is_some());
    }
    assert!(accepted > 1_000, "{accepted}");
}

#[test]
fn escapes_are_read_in_full() {
    let cases = [
        (r#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"),
        (r#""\u00e9\u00E9\u0000""#, "éé\0"),
        (r#""\ud834\udd1e \uDBFF\uDFFF \ud800\udc00""#, "\u{1d11e} \u{10ffff} \u{10000}"),
        (r#""\ud7ff\ue000\uffff""#, "\u{d7ff}\u{e000}\u{ffff}"),
    ];
    for (text, expected) in cases {
        assert_eq!(read(text), Some(Value::Text(expected.into())), "{text}");
        means_the_same(text);
    }
}

#[test]
fn half_a_pair_is_refused() {
    for text in [
        r#""\ud834""#,
        r#""\ud834x""#,
        r#""\udd1e""#,
        r#""\udd1e\ud834""#,
        r#""\ud834\ud834""#,
        r#""\ud834\ue000""#,
        r#""\ud834\u0041""#,
        r#""\ud834\n""#,
        r#""\ud834\u""#,
        r#""\ud834\udd1""#,
        r#""\u00g0""#,
        r#""\u+0e9""#,
    ] {
        assert_eq!(read(text), None, "{text}");
        assert!(serde_json::from_str::<General>(text).is_err());
    }
}

#[test]
fn what_the_formats_never_need_is_refused() {
    for text in ["1.5", "1e3", "1E3", "-1", "-0", "1.0", "18446744073709551616", "[1.5]", "{\"a\":1,\"a\":2}"] {
        assert!(serde_json::from_str::<General>(text).is_ok());
        assert_eq!(read(text), None, "{text}");
    }
    for text in ["", " ", "01", "00", "+1", "[1,]", "[,]", "{,}", "{\"a\":1,}", "{a:1}", "'a'", "[1 2]", "1 1", "{}{}"]
    {
        assert_eq!(read(text), None, "{text}");
    }
    assert_eq!(read("999999999999999"), Some(Value::Number(999_999_999_999_999)));
    assert_eq!(read("9999999999999999"), None);
}

#[test]
fn depth_and_keys_are_bounded() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let nested = |depth: usize| open.repeat(depth) + "1" + &close.repeat(depth);
        assert!(read(&nested(16)).is_some());
        assert_eq!(read(&nested(17)), None);
        assert_eq!(read(&nested(1_000_000)), None);
        assert_eq!(read(&open.repeat(1_000_000)), None);
    }
    let map = |count: usize| {
        let keys: Vec<_> = (0..count).rev().map(|at| format!("\"{at:05}\":0")).collect();
        format!("{{{}}}", keys.join(","))
    };
    assert!(read(&map(1_000)).is_some());
    assert_eq!(read(&map(1_001)), None);
}
