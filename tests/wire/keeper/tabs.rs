//! Several tabs do anything in any order, and nothing acknowledged is lost.
use super::{ids, named, now};
use crate::generate::Random;
use fitproof::browser::keeper;
use fitproof::browser::records::{Memory, Records};
use fitproof::domain::date::Moment;
use fitproof::wire::kept;
use std::cell::RefCell;
use std::collections::BTreeMap;

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
