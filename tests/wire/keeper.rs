//! Cases are kept, found again and never lost: by several tabs at once, and whatever goes wrong in the store.
use crate::generate::{Random, accounts};
use fitproof::browser::keeper::{self, Kept};
use fitproof::browser::records::{Memory, Records, StoreFault, Swap, Write};
use fitproof::domain::account::{Account, Entry, Rate};
use fitproof::domain::date::Moment;
use fitproof::domain::table::Table;
use fitproof::wire::kept::{self, Device};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
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
    let first = include_str!("kept-v1.json").trim_end();
    put(&records, "accounts", Some(first));
    put(&records, "device", Some(include_str!("device-v1.json").trim_end()));
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

/// A store in which one call goes wrong.
struct Faulty {
    memory: Memory,
    /// Calls until then.
    left: Cell<u32>,
    wrong: Wrong,
}

#[derive(Clone, Copy, Debug)]
enum Wrong {
    /// Nothing is done.
    Refused(StoreFault),
    /// It is done, and the answer is lost.
    Unheard,
    /// Everything was cleared just before.
    Cleared,
}

impl Faulty {
    fn turn(&self) -> Option<Wrong> {
        let left = self.left.get();
        self.left.set(left.wrapping_sub(1));
        (left == 0).then_some(self.wrong)
    }
}

impl Records for Faulty {
    async fn get(&self, key: &str) -> Result<Option<String>, StoreFault> {
        match self.turn() {
            Some(Wrong::Refused(fault)) => return Err(fault),
            Some(Wrong::Unheard) => return Err(StoreFault::Slow),
            Some(Wrong::Cleared) => self.memory.clear(),
            None => {}
        }
        self.memory.get(key).await
    }

    async fn list(&self, start: &str) -> Result<Vec<(String, String)>, StoreFault> {
        match self.turn() {
            Some(Wrong::Refused(fault)) => return Err(fault),
            Some(Wrong::Unheard) => return Err(StoreFault::Slow),
            Some(Wrong::Cleared) => self.memory.clear(),
            None => {}
        }
        self.memory.list(start).await
    }

    async fn swap(&self, key: &str, seen: Option<&str>, writes: &[Write]) -> Result<Swap, StoreFault> {
        match self.turn() {
            Some(Wrong::Refused(fault)) => return Err(fault),
            Some(Wrong::Unheard) => {
                self.memory.swap(key, seen, writes).await?;
                return Err(StoreFault::Slow);
            }
            Some(Wrong::Cleared) => self.memory.clear(),
            None => {}
        }
        self.memory.swap(key, seen, writes).await
    }
}

#[test]
fn a_fault_at_any_call_leaves_what_was_kept_and_the_next_try_keeps_the_rest() {
    use StoreFault::{Busy, Full, Newer, Refused, Slow};
    let faults = [Full, Busy, Slow, Refused, Newer].map(Wrong::Refused);
    let mut gone_wrong = 0;
    for wrong in faults.into_iter().chain([Wrong::Unheard]) {
        for call in 0..24 {
            let records = Faulty { memory: Memory::default(), left: Cell::new(u32::MAX), wrong };
            put(&records, "accounts", Some(include_str!("kept-v1.json").trim_end()));
            let first = kept::read_accounts(include_str!("kept-v1.json")).expect("it can be read");
            let expected = 1 + first.aside.len();
            records.left.set(call);
            // A start, three saves, an undo, another case, rates: each tried until it succeeds, as the page does.
            fn twice<T>(faults: &mut u32, mut done: impl FnMut() -> Result<T, StoreFault>) -> T {
                done().unwrap_or_else(|_| {
                    *faults += 1;
                    done().expect("the second time nothing is wrong")
                })
            }
            let mut tries = 0;
            let start = twice(&mut tries, || now(keeper::restore(&records, Moment(1), ids("old"))));
            assert_eq!(start.cases.len(), expected, "{wrong:?} at {call}");
            let mut case = start.present.expect("it was migrated");
            for text in ["a", "ab", "abc"] {
                let before = case.account.clone();
                let kept = twice(&mut tries, || {
                    let kept = keep(&records, &case.id, Some(&case.seen), &named(text), 5);
                    if kept.is_err() && !matches!(wrong, Wrong::Unheard) {
                        let there = now(keeper::open(&records.memory, &case.id)).expect("memory answers");
                        assert_eq!(there.expect("it is there").account, before, "{wrong:?} at {call}");
                    }
                    kept
                });
                assert_eq!(kept.id, case.id, "no copy is made of one's own save: {wrong:?} at {call}");
                case = twice(&mut tries, || now(keeper::open(&records, &kept.id))).expect("it can be read");
                assert_eq!(case.account, named(text));
            }
            let other = twice(&mut tries, || keep(&records, "other", None, &named("other"), 6));
            assert_eq!(other.id, "other");
            let mut seen = None;
            let device = Device::default();
            twice(&mut tries, || now(keeper::keep_device(&records, &mut seen, &device, ids("aside"))));
            assert_eq!(names(&records.memory).len(), expected + 1, "{wrong:?} at {call}");
            gone_wrong += tries;
        }
    }
    assert!(gone_wrong >= 6 * 15, "the faults are met: {gone_wrong}");
}

#[test]
fn what_was_cleared_is_not_written_anew_unasked() {
    for call in 0..3 {
        let records = Faulty { memory: Memory::default(), left: Cell::new(u32::MAX), wrong: Wrong::Cleared };
        let kept = keep(&records, "one", None, &named("a"), 1).expect("kept");
        records.left.set(call);
        let ends: Vec<bool> =
            (0..3).map(|_| keep(&records, "one", Some(&kept.seen), &named("ab"), 2).is_ok()).collect();
        assert!(ends[call as usize..].iter().all(|kept| !kept), "{ends:?}");
        assert_eq!(keep(&records, "one", None, &named("ab"), 3).expect("asked for").id, "one");
    }
}

/// What a tab shows: a case, as it saw it in the store.
#[derive(Clone, Default)]
struct Tab {
    id: String,
    seen: Option<String>,
    /// The number of the version in view.
    version: usize,
    unsaved: bool,
}

struct World {
    store: Memory,
    tabs: Vec<Tab>,
    /// What each version was typed over.
    parents: Vec<usize>,
    acknowledged: RefCell<Vec<usize>>,
    clock: u32,
    made: u32,
}

impl World {
    fn type_in(&mut self, at: usize, fresh: bool) {
        self.parents.push(if fresh { 0 } else { self.tabs[at].version });
        let tab = &mut self.tabs[at];
        (tab.version, tab.unsaved) = (self.parents.len() - 1, true);
    }

    fn save(&mut self, at: usize) {
        let tab = self.tabs[at].clone();
        if !tab.unsaved {
            return;
        }
        self.made += 1;
        let (account, fresh) = (named(&tab.version.to_string()), format!("fork{}", self.made));
        let kept = keeper::keep(&self.store, &tab.id, tab.seen.as_deref(), &account, Moment(self.clock), || fresh);
        let kept = now(kept).expect("nothing is wrong with the store");
        self.acknowledged.borrow_mut().push(tab.version);
        self.tabs[at] = Tab { id: kept.id, seen: Some(kept.seen), version: tab.version, unsaved: false };
    }

    fn open(&mut self, at: usize, id: &str) {
        let case = now(keeper::open(&self.store, id)).expect("memory answers").expect("it can be read");
        let version = case.account.text("account.name").parse().expect("a number");
        self.tabs[at] = Tab { id: case.id, seen: Some(case.seen), version, unsaved: false };
    }

    fn act(&mut self, random: &mut Random) {
        let at = random.below(self.tabs.len());
        self.clock = self.clock.wrapping_add_signed(random.below(900) as i32 - 100);
        match random.below(12) {
            0..4 => self.type_in(at, false),
            // A new account.
            4 => {
                self.save(at);
                self.made += 1;
                self.tabs[at] = Tab { id: format!("new{}", self.made), ..Tab::default() };
                self.type_in(at, true);
            }
            // Another one from the list.
            5 => {
                self.save(at);
                let cases = now(keeper::list(&self.store)).expect("memory answers");
                if !cases.is_empty() {
                    self.open(at, &cases[random.below(cases.len())].id);
                }
            }
            // Undo or redo.
            6 => {
                self.save(at);
                let tab = self.tabs[at].clone();
                let head = tab.seen.as_deref().and_then(|seen| kept::read_head(seen).ok());
                let to = head.and_then(
                    |head| {
                        if random.below(2) == 0 { head.history.back() } else { head.history.forward() }
                    },
                );
                if let (Some(history), Some(seen)) = (to, tab.seen) {
                    let case = now(keeper::turn(&self.store, &tab.id, &seen, history)).expect("memory answers");
                    if case.expect("it can be read").is_some() {
                        self.open(at, &tab.id);
                    }
                }
            }
            // What others wrote is shown.
            7 => {
                let tab = self.tabs[at].clone();
                if !tab.unsaved && tab.seen.is_some() {
                    self.open(at, &tab.id);
                }
            }
            // The tab is killed, and opened anew.
            8 => match now(keeper::restore(&self.store, Moment(self.clock), ids("never")))
                .expect("memory answers")
                .present
            {
                Some(case) => self.open(at, &case.id),
                None => {
                    self.made += 1;
                    self.tabs[at] = Tab { id: format!("new{}", self.made), ..Tab::default() };
                }
            },
            _ => self.save(at),
        }
    }

    /// All versions that can still be gone back to.
    fn there(&self) -> BTreeMap<String, Vec<usize>> {
        let mut there: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (key, text) in now(self.store.list("state/")).expect("memory answers") {
            let id = key.rsplit_once('/').expect("a number ends it").0.to_owned();
            let account = kept::read_state(&text).expect("it can be read");
            there.entry(id).or_default().push(account.text("account.name").parse().expect("a number"));
        }
        there
    }

    fn descends(&self, version: usize, from: usize) -> bool {
        std::iter::successors(Some(version), |version| Some(self.parents[*version]).filter(|parent| *parent > 0))
            .any(|version| version == from)
    }
}

#[test]
fn nothing_acknowledged_is_lost_in_ten_thousand_sequences_of_two_to_four_tabs() {
    let mut forks = 0;
    for seed in 0..10_000 {
        let mut random = Random(seed);
        let count = 2 + random.below(3);
        let tabs = (0..count).map(|at| Tab { id: format!("tab{at}"), ..Tab::default() }).collect();
        let mut world = World {
            store: Memory::default(),
            tabs,
            parents: vec![0],
            acknowledged: RefCell::default(),
            clock: 5_000,
            made: 0,
        };
        for _ in 0..30 {
            world.act(&mut random);
        }
        let there = world.there();
        let all: Vec<usize> = there.values().flatten().copied().collect();
        for saved in world.acknowledged.borrow().iter() {
            let found = all.iter().any(|version| world.descends(*version, *saved));
            assert!(found, "seed {seed}: version {saved} is gone");
        }
        // With so few changes nothing is thinned: each saved version itself can be gone back to.
        for saved in world.acknowledged.borrow().iter() {
            assert!(all.contains(saved), "seed {seed}: version {saved} can't be gone back to");
        }
        forks += there.keys().filter(|id| id.contains("fork")).count();
    }
    assert!(forks > 1_000, "conflicts are met: {forks}");
}
