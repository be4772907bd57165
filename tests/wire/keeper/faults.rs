//! One call of the store goes wrong, at every place and in every way.
use super::{ids, keep, named, names, now, put};
use fitproof::browser::keeper;
use fitproof::browser::records::{Memory, Records, StoreFault, Swap, Write};
use fitproof::domain::date::Moment;
use fitproof::wire::kept::{self, Device};
use std::cell::Cell;

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
            put(&records, "accounts", Some(include_str!("../kept-v1.json").trim_end()));
            let first = kept::read_accounts(include_str!("../kept-v1.json")).expect("it can be read");
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
