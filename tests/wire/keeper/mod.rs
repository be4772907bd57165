//! Cases are kept, found again and never lost: by several tabs at once, and whatever goes wrong in the store.
mod faults;
mod shelf;
mod tabs;

use crate::generate::accounts;
use fitproof::browser::keeper::{self, Kept};
use fitproof::browser::records::{Memory, Records, StoreFault};
use fitproof::domain::account::{Account, Entry, Rate};
use fitproof::domain::date::Moment;
use fitproof::domain::table::Table;
use fitproof::wire::kept::{self, Device};
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// Nothing here ever waits.
fn now<T>(done: impl Future<Output = T>) -> T {
    match pin!(done).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("it waits"),
    }
}

fn named(name: &str) -> Account {
    let mut account = Account::default();
    account.entries.insert("account.name".into(), Entry::Text(name.into()));
    account
}

fn ids(start: &str) -> impl FnMut() -> String {
    let mut count = 0;
    let start = start.to_owned();
    move || {
        count += 1;
        format!("{start}{count}")
    }
}

fn keep(records: &impl Records, id: &str, seen: Option<&str>, account: &Account, at: u32) -> Result<Kept, StoreFault> {
    now(keeper::keep(records, id, seen, account, Moment(at), || format!("{id}+{at}")))
}

fn restore(records: &impl Records) -> keeper::Restored {
    now(keeper::restore(records, Moment(9), ids("new"))).expect("the store answers")
}

fn names(records: &impl Records) -> Vec<String> {
    let cases = now(keeper::list(records)).expect("the store answers");
    let mut names: Vec<String> =
        cases.iter().map(|case| case.head.clone().map_or("?".into(), |head| head.name)).collect();
    names.sort();
    names
}

fn put(records: &impl Records, key: &str, text: Option<&str>) {
    let there = now(records.get(key)).expect("the store answers");
    now(records.swap(key, there.as_deref(), &[(key.into(), text.map(Into::into))])).expect("the store takes it");
}

#[test]
fn every_account_comes_back_as_it_was() {
    let records = Memory::default();
    for (account, at) in accounts(60).zip(1..) {
        let id = format!("case{at}");
        let kept = keep(&records, &id, None, &account, at).expect("kept");
        let read = now(keeper::open(&records, &id)).expect("the store answers").expect("it is there");
        assert_eq!((read.account, &read.seen), (account.clone(), &kept.seen));
        let restored = restore(&records);
        assert_eq!(restored.cases.len(), at as usize);
        assert_eq!(restored.present.expect("the last one").account, account);
    }
}

#[test]
fn undo_goes_back_through_reloads_and_a_version_is_never_written_over() {
    let records = Memory::default();
    let mut seen: Option<String> = None;
    for text in ["a", "ab", "abc"] {
        seen = Some(keep(&records, "one", seen.as_deref(), &named(text), 1).expect("kept").seen);
    }
    for expected in ["ab", "a"] {
        let present = restore(&records).present.expect("it is there");
        let back = present.head.history.back().expect("there is one before it");
        let case = now(keeper::turn(&records, "one", &present.seen, back)).expect("the store answers");
        let case = case.expect("it can be read").expect("nobody else changed it");
        assert_eq!(case.account.text("account.name"), expected);
        assert_eq!(restore(&records).present.expect("it is there").account, case.account);
    }
    let present = restore(&records).present.expect("it is there");
    assert!(present.head.history.back().is_none());
    keep(&records, "one", Some(&present.seen), &named("x"), 2).expect("kept");
    let read = |number| now(keeper::state(&records, "one", number)).expect("the store answers").expect("it is there");
    assert_eq!([1, 2, 3, 4].map(|number| read(number).text("account.name").to_owned()), ["a", "ab", "abc", "x"]);
}

#[test]
fn what_the_first_version_kept_in_one_record_is_taken_over_once() {
    let records = Memory::default();
    let first = include_str!("../kept-v1.json").trim_end();
    put(&records, "accounts", Some(first));
    put(&records, "device", Some(include_str!("../device-v1.json").trim_end()));
    let accounts = kept::read_accounts(first).expect("it can be read");
    let restored = restore(&records);
    assert_eq!(restored.fault, None);
    assert_eq!(restored.present.as_ref().map(|case| &case.account), accounts.present.as_ref());
    assert_eq!(restored.cases.len(), 1 + accounts.aside.len());
    assert_eq!(restored.device.rates.get("EUR").map(|rate| rate.text.as_str()), Some("1.08"));
    assert_eq!(now(records.get("accounts")), Ok(None));
    assert_eq!(restore(&records), restored, "nothing is left to do");
}

#[test]
fn what_can_not_be_read_is_said_listed_and_left_as_it_is() {
    let records = Memory::default();
    put(&records, "accounts", Some("{\"fitproof\":\"accounts\",\"version\":1,\"aside\":["));
    let restored = restore(&records);
    assert!(restored.fault.is_some() && restored.cases[0].head.is_err());
    assert_eq!(
        now(keeper::raw(&records, "accounts")).as_deref(),
        Ok("{\"fitproof\":\"accounts\",\"version\":1,\"aside\":[")
    );
    put(&records, "accounts", None);

    let first = keep(&records, "one", None, &named("a"), 1).expect("kept");
    let second = keep(&records, "one", Some(&first.seen), &named("ab"), 2).expect("kept");
    let whole = now(records.get("state/one/2")).expect("the store answers").expect("it is there");
    for (bad, refusal) in [(Some("{"), false), (None, false), (Some("\u{0}"), false)] {
        put(&records, "state/one/2", bad);
        let read = now(keeper::open(&records, "one")).expect("the store answers").expect("the one before is there");
        assert_eq!((read.account.text("account.name"), read.is_earlier), ("a", true), "{refusal}");
        assert_eq!(restore(&records).fault.as_deref(), Some(keeper::EARLIER));
    }
    put(&records, "state/one/2", Some(&whole));
    for bad in ["{", "", &second.seen.replacen("\"version\":1", "\"version\":2", 1)] {
        put(&records, "head/one", Some(bad));
        assert!(restore(&records).present.is_none());
        assert!(now(keeper::list(&records)).expect("the store answers")[0].head.is_err());
        assert!(now(keeper::raw(&records, "one")).expect("the store answers").contains("\"ab\""));
        // A tab that still has it in view goes on beside it.
        let beside = keep(&records, "one", Some(&second.seen), &named("abc"), 3).expect("kept");
        assert_ne!(beside.id, "one");
        assert_eq!(now(records.get("head/one")).expect("the store answers").as_deref(), Some(bad));
        put(&records, &format!("head/{}", beside.id), None);
    }
}

#[test]
fn rates_of_two_tabs_come_together_and_a_newer_record_stays() {
    let rate = |text: &str| Rate { text: text.into(), date: "2026-11-01".into() };
    let device = |rates: &[(&str, &str)]| Device {
        rates: rates.iter().map(|(code, text)| ((*code).to_owned(), rate(text))).collect(),
        preferences: Table::new(),
    };
    let records = Memory::default();
    let keep =
        |seen: &mut Option<String>, device: &Device| now(keeper::keep_device(&records, seen, device, ids("aside")));
    let mut one = None;
    keep(&mut one, &device(&[("EUR", "1.08")])).expect("kept");
    let mut two = one.clone();
    keep(&mut two, &device(&[("EUR", "1.08"), ("GBP", "1.3")])).expect("kept");
    let both = keep(&mut one, &device(&[("EUR", "1.1")])).expect("kept");
    assert_eq!(both, device(&[("EUR", "1.1"), ("GBP", "1.3")]));

    put(&records, "device", Some("{"));
    keep(&mut two, &device(&[("EUR", "1.2")])).expect("kept");
    assert_eq!(now(records.list("unreadable/")).map(|found| found.len()), Ok(1), "what can't be read is put away");
    let newer = "{\"fitproof\":\"device\",\"version\":2}";
    put(&records, "device", Some(newer));
    assert_eq!(keep(&mut two, &device(&[("EUR", "1.3")])), Err(StoreFault::Newer));
    assert_eq!(now(records.get("device")).expect("the store answers").as_deref(), Some(newer));
}
