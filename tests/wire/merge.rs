//! Several tabs keep the accounts of one device: whatever the order, nothing that was saved is lost.
use crate::generate::Random;
use fitproof::domain::account::{Account, Entry};
use fitproof::wire::kept::Accounts;
use fitproof::wire::merge::{follow, merge};

/// A version of an account, by its number: all that these tests need of it.
fn account(version: usize) -> Account {
    let mut account = Account::default();
    account.entries.insert("account.name".into(), Entry::Text(version.to_string()));
    account
}

fn version(account: &Account) -> usize {
    account.text("account.name").parse().unwrap_or(usize::MAX)
}

fn accounts(present: Option<usize>, aside: &[usize]) -> Accounts {
    Accounts { present: present.map(account), aside: aside.iter().map(|version| account(*version)).collect() }
}

fn all(accounts: &Accounts) -> impl Iterator<Item = usize> {
    accounts.present.iter().chain(&accounts.aside).map(version)
}

#[test]
fn two_tabs_one_case_at_a_time() {
    struct Case {
        name: &'static str,
        seen: Accounts,
        mine: Accounts,
        theirs: Accounts,
        together: Accounts,
        conflict: bool,
    }
    let case = |name, seen, mine, theirs, together, conflict| Case { name, seen, mine, theirs, together, conflict };
    let cases = [
        case(
            "another account there, mine changed here",
            accounts(Some(1), &[]),
            accounts(Some(2), &[]),
            accounts(Some(9), &[1]),
            accounts(Some(2), &[9]),
            false,
        ),
        case(
            "the same account changed in both",
            accounts(Some(1), &[]),
            accounts(Some(2), &[]),
            accounts(Some(3), &[]),
            accounts(Some(2), &[3]),
            true,
        ),
        case(
            "mine put aside here, changed there",
            accounts(Some(1), &[]),
            accounts(Some(9), &[1]),
            accounts(Some(2), &[]),
            accounts(Some(9), &[2]),
            false,
        ),
        case(
            "both began with nothing",
            accounts(None, &[]),
            accounts(Some(1), &[]),
            accounts(Some(2), &[]),
            accounts(Some(1), &[2]),
            false,
        ),
        case(
            "the same in both",
            accounts(Some(1), &[5]),
            accounts(Some(2), &[5]),
            accounts(Some(2), &[5]),
            accounts(Some(2), &[5]),
            false,
        ),
    ];
    for Case { name, seen, mine, theirs, together, conflict } in cases {
        let merged = merge(&seen, &mine, &theirs);
        assert_eq!((merged.accounts, merged.conflict), (together, conflict), "{name}");
    }
}

#[test]
fn a_tab_with_nothing_unsaved_shows_what_became_of_its_account() {
    assert_eq!(follow(&accounts(Some(1), &[]), &accounts(Some(2), &[])), accounts(Some(2), &[]), "changed there");
    assert_eq!(follow(&accounts(Some(1), &[]), &accounts(Some(2), &[1])), accounts(Some(1), &[2]), "put aside there");
    assert_eq!(follow(&accounts(None, &[]), &accounts(Some(2), &[])), accounts(None, &[2]), "an example in view stays");
}

/// A tab as the page has it: what it shows, what it last saw in the store, whether something waits to be saved.
#[derive(Clone, Default)]
struct Tab {
    mine: Accounts,
    seen: Accounts,
    unsaved: bool,
}

/// The store, the tabs, and which version each version was made from.
struct World {
    store: Accounts,
    tabs: Vec<Tab>,
    parents: Vec<Option<usize>>,
    acknowledged: Vec<usize>,
}

impl World {
    fn new_version(&mut self, parent: Option<usize>) -> Account {
        self.parents.push(parent);
        account(self.parents.len() - 1)
    }

    fn save(&mut self, at: usize) {
        let tab = &mut self.tabs[at];
        if !tab.unsaved {
            return;
        }
        if tab.seen != self.store {
            tab.mine = merge(&tab.seen, &tab.mine, &self.store).accounts;
        }
        self.store = tab.mine.clone();
        (tab.seen, tab.unsaved) = (tab.mine.clone(), false);
        self.acknowledged.extend(all(&tab.mine));
    }

    fn act(&mut self, random: &mut Random) {
        let at = random.below(self.tabs.len());
        match random.below(10) {
            0..4 => {
                let parent = self.tabs[at].mine.present.as_ref().map(version);
                let changed = self.new_version(parent);
                let tab = &mut self.tabs[at];
                (tab.mine.present, tab.unsaved) = (Some(changed), true);
            }
            4 => {
                let tab = &mut self.tabs[at];
                if let Some(before) = tab.mine.present.take() {
                    tab.mine.aside.insert(0, before);
                    tab.unsaved = true;
                }
            }
            5 => {
                let tab = &mut self.tabs[at];
                if !tab.mine.aside.is_empty() {
                    let back = tab.mine.aside.remove(random.below(tab.mine.aside.len()));
                    let before = tab.mine.present.replace(back);
                    tab.mine.aside.splice(0..0, before);
                    tab.unsaved = true;
                }
            }
            6 => {
                let tab = &mut self.tabs[at];
                if !tab.unsaved {
                    tab.mine = follow(&tab.mine, &self.store);
                    tab.seen = self.store.clone();
                }
            }
            // The tab is killed, and opened anew.
            7 => self.tabs[at] = Tab { mine: self.store.clone(), seen: self.store.clone(), unsaved: false },
            _ => self.save(at),
        }
    }

    fn descends(&self, version: usize, from: usize) -> bool {
        std::iter::successors(Some(version), |version| self.parents[*version]).any(|version| version == from)
    }
}

#[test]
fn nothing_acknowledged_is_lost_in_ten_thousand_sequences_of_two_to_four_tabs() {
    for seed in 0..10_000 {
        let mut random = Random(seed);
        let tabs = vec![Tab::default(); 2 + random.below(3)];
        let mut world = World { store: Accounts::default(), tabs, parents: Vec::new(), acknowledged: Vec::new() };
        for _ in 0..30 {
            world.act(&mut random);
            for saved in &world.acknowledged {
                let there = all(&world.store).any(|stored| world.descends(stored, *saved));
                assert!(there, "seed {seed}: version {saved} is gone");
            }
        }
        for at in 0..world.tabs.len() {
            world.save(at);
        }
        let stored: Vec<usize> = all(&world.store).collect();
        let twice = stored.iter().enumerate().any(|(at, version)| stored[..at].contains(version));
        assert!(!twice, "seed {seed}: {stored:?}");
    }
}
