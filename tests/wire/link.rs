//! The link to share.
use crate::generate::{Random, accounts, spoilt, usual};
use fitproof::app::{Model, Start};
use fitproof::domain::account::{Account, Entry, SectionText};
use fitproof::domain::date::Day;
use fitproof::playbook::Playbook;
use fitproof::wire::Refusal::{DamagedLink, ForeignLink, NewerLink, OversizedLink, TooLongForLink};
use fitproof::wire::bounds;
use fitproof::wire::link::{decode, encode, is_link};
use miniz_oxide::deflate::compress_to_vec_zlib;
use std::time::{Duration, Instant};

/// The first link format, as it was written. It must be read for ever.
const FIRST: &str = include_str!("link-v1.txt");

/// A fragment around any bytes, by another base64url than the one under test.
fn fragment(json: &[u8]) -> String {
    spelled(&compress_to_vec_zlib(json, 6))
}

fn spelled(packed: &[u8]) -> String {
    let letters: Vec<char> = ('A'..='Z').chain('a'..='z').chain('0'..='9').chain(['-', '_']).collect();
    let bits: Vec<u8> = packed.iter().flat_map(|byte| (0..8).rev().map(move |at| byte >> at & 1)).collect();
    let letter = |six: &[u8]| {
        let value = six.iter().fold(0, |value, bit| value << 1 | usize::from(*bit)) << (6 - six.len());
        letters[value]
    };
    "v1.".chars().chain(bits.chunks(6).map(letter)).collect()
}

#[test]
fn reads_what_it_writes() {
    for account in accounts(500) {
        let link = encode(&account, true).unwrap();
        assert_eq!(decode(&link).unwrap(), account);
        assert_eq!(decode(&format!("#{link}")).unwrap(), account);
        assert_eq!(encode(&account.clone(), true).unwrap(), link);
        let impersonal = decode(&encode(&account, false).unwrap()).unwrap();
        assert_eq!(decode(&encode(&impersonal, false).unwrap()).unwrap(), impersonal);
    }
}

#[test]
fn the_first_format_is_read() {
    assert_eq!(decode(FIRST.trim_end()).unwrap(), usual());
}

#[test]
fn a_usual_account_is_a_short_link() {
    let (with, without) = (encode(&usual(), true).unwrap(), encode(&usual(), false).unwrap());
    assert!(with.len() < 1_000, "{}", with.len());
    assert!(without.len() < 800, "{}", without.len());
    assert!(encode(&Account::default(), true).unwrap().len() < 150);
    assert!(with.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte)));
}

#[test]
fn without_people_no_one_can_be_told() {
    let shared = decode(&encode(&usual(), false).unwrap()).unwrap();
    let printed = format!("{shared:?}");
    for word in ["Ann", "Rui", "Mia", "Keller", "ann@", "Operations", "Officer", "Architect", "sandbox"] {
        assert!(!printed.contains(word), "{word}: {printed}");
    }
    assert_eq!(shared.text("account.name"), "Northwind Logistics GmbH");
    let lost: Vec<_> = usual().entries.keys().filter(|id| !shared.entries.contains_key(*id)).cloned().collect();
    assert_eq!(lost, ["proof.note"]);
    assert_eq!(shared.people.len(), 3);
    assert_eq!(shared.people[1].role.as_deref(), Some("decision-maker"));
    assert_eq!(
        shared.sections.into_iter().collect::<Vec<_>>(),
        [("scope".to_owned(), SectionText { done: true, ..SectionText::default() })]
    );
}

#[test]
fn a_spoilt_link_is_refused_or_means_the_same() {
    let small = accounts(40).filter_map(|account| encode(&account, true).ok()).filter(|link| link.len() < 500);
    for link in small.chain([FIRST.trim_end().to_owned()]) {
        let account = decode(&link).unwrap();
        for text in spoilt(&link) {
            if let Ok(other) = decode(&text) {
                assert_eq!(other, account, "{text}");
            }
        }
        for end in 0..link.len() {
            assert!(decode(&link[..end]).is_err());
        }
        assert!(decode(&(link + "A")).is_err());
    }
}

#[test]
fn nothing_may_follow_what_was_squeezed() {
    let json = r#"{"entries":{},"people":[],"rates":{},"settings":{},"sections":{},"approvals":[]}"#;
    let packed = compress_to_vec_zlib(json.as_bytes(), 6);
    assert_eq!(decode(&spelled(&packed)), Ok(Account::default()));
    for more in [&b"\0"[..], b"\0\0\0", b"{}", &packed] {
        assert_eq!(decode(&spelled(&[&packed, more].concat())), Err(DamagedLink));
    }
}

#[test]
fn noise_is_refused() {
    let mut random = Random(7);
    for _ in 0..20_000 {
        let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        let length = random.below(60);
        let noise: String = (0..length).map(|_| char::from(letters[random.below(64)])).collect();
        assert_eq!(decode(&format!("v1.{noise}")), Err(DamagedLink));
        assert_eq!(decode(&format!("v1.eNo{noise}")), Err(DamagedLink));
        assert!(decode(&random.text()).is_err());
    }
}

#[test]
fn refuses_with_the_right_sentence() {
    for text in ["", "#", "people", "#/rules", "v.", "v1", "vx.abc", "version.1", "v0.abc", "v9999999999.abc"] {
        assert_eq!(decode(text), Err(ForeignLink), "{text}");
    }
    for text in ["v3.abc", "v10.", "#v3."] {
        assert_eq!(decode(text), Err(NewerLink), "{text}");
    }
    for text in ["v1.", "v1.é", "v1.A", "v1.%65", "v1.eJw="] {
        assert_eq!(decode(text), Err(DamagedLink), "{text}");
    }
    assert!(is_link("#v1.abc") && is_link("v2.x") && !is_link("#people") && !is_link(""));
}

#[test]
fn what_the_payload_says_is_read_strictly() {
    let empty = [
        ("entries", "{}"),
        ("people", "[]"),
        ("rates", "{}"),
        ("settings", "{}"),
        ("sections", "{}"),
        ("approvals", "[]"),
    ];
    let with = |key: &str, value: &str| {
        let part = |(own, empty): &(&str, &str)| format!("\"{own}\":{}", if *own == key { value } else { empty });
        format!("{{{}}}", empty.iter().map(part).collect::<Vec<_>>().join(","))
    };
    assert_eq!(decode(&fragment(with("", "").as_bytes())), Ok(Account::default()));
    let person = |rest: &str| format!("[{{\"name\":\"\",\"title\":\"\",\"contact\":\"\"{rest}}}]");
    assert!(decode(&fragment(with("people", &person(",\"key\":0,\"influence\":\"low\"")).as_bytes())).is_ok());
    let deep = "[".repeat(100_000);
    let cases = [
        String::new(),
        "null".into(),
        "{}".into(),
        "{\"x\":1}".into(),
        with("", "").replace(",\"rates\":{}", ""),
        with("", "").replace("{\"entries", "{\"x\":1,\"entries"),
        with("", "").replace("\"rates\":{}", "\"rates\":{},\"rates\":{}"),
        with("entries", "{\"a\":\"text\"}"),
        with("entries", "{\"a\":{}}"),
        with("entries", "{\"a\":{\"text\":1}}"),
        with("entries", "{\"a\":{\"text\":\"x\"},\"a\":{\"text\":\"y\"}}"),
        with("entries", "{\"a\":{\"query\":\"x\"}}"),
        with("entries", "{\"a\":{\"money\":{\"text\":\"1\"}}}"),
        with("entries", "{\"a\":{\"money\":{\"text\":\"1\",\"currency\":\"EUR\",\"x\":1}}}"),
        with("entries", "{\"a\":{\"apps\":{\"known\":[],\"other\":[],\"whole\":1}}}"),
        with("entries", "{\"a\":{\"apps\":{\"known\":[],\"other\":[],\"whole\":true,\"x\":1}}}"),
        with("rates", "{\"EUR\":{\"text\":\"1\",\"date\":\"\",\"x\":1}}"),
        with("sections", "{\"a\":{\"text\":\"\",\"done\":false,\"x\":1}}"),
        with("settings", "{\"a\":null}"),
        with("people", &person("")),
        with("people", &person(",\"key\":0,\"x\":1")),
        with("people", &person(",\"key\":0,\"influence\":\"x\"")),
        with("people", &person(",\"key\":0,\"role\":null")),
        with("people", &person(",\"key\":4294967295")),
        with("people", &person(",\"key\":4294967296")),
        with("people", "[{\"key\":0},{\"key\":0}]"),
        with("approvals", "[\"x\",\"x\"]"),
        with("", "") + " {}",
        with("entries", &deep),
    ];
    for json in cases {
        assert_eq!(decode(&fragment(json.as_bytes())), Err(DamagedLink), "{json}");
    }
    assert_eq!(decode(&fragment(b"{\"a\":[\"\xff\"]}")), Err(DamagedLink));
}

#[test]
fn a_bomb_is_refused_at_once() {
    let bomb = fragment(&vec![b' '; 20 << 20]);
    assert!(bomb.len() < bounds::FRAGMENT);
    let start = Instant::now();
    assert_eq!(decode(&bomb), Err(OversizedLink));
    assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
    assert_eq!(decode(&format!("v1.{}", "A".repeat(bounds::FRAGMENT))), Err(OversizedLink));
}

#[test]
fn what_is_too_long_for_a_link_is_said_before_it_is_sent() {
    let mut random = Random(1);
    let noise: String = (0..bounds::TEXT).filter_map(|_| char::from_u32((random.next() % 0xd800) as u32)).collect();
    let mut account = usual();
    for at in 0..4 {
        account.entries.insert(at.to_string(), Entry::Text(noise.clone()));
    }
    assert_eq!(encode(&account, true), Err(TooLongForLink));
    assert!(encode(&account, false).is_ok());

    let mut flat = usual();
    for at in 0..60 {
        flat.entries.insert(at.to_string(), Entry::Text("x".repeat(bounds::TEXT)));
    }
    assert_eq!(encode(&flat, true), Err(TooLongForLink));
}

#[test]
fn every_example_is_a_short_link() {
    let playbook = Playbook::embedded();
    for archetype in &playbook.data.archetypes {
        let start = Start { today: Day(20_780), chance: String::new(), example: Some(archetype.id.clone()) };
        let account = (*Model::new(playbook.clone(), start).account).clone();
        let link = encode(&account, true).unwrap();
        assert_eq!(decode(&link).unwrap(), account);
        assert!(link.len() < 1_000, "{}: {}", archetype.id, link.len());
    }
}
