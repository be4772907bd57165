//! Several tabs keep the accounts of one device. Each writes only over what it has seen; what another tab wrote
//! meanwhile is brought together with its own, so that nobody's work is lost.
use super::kept::Accounts;
use crate::domain::account::Account;

/// What two tabs have together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Merged {
    pub accounts: Accounts,
    /// Both changed the same account: both versions are there.
    pub conflict: bool,
}

/// Brings `mine` together with `theirs`, both changed since `seen`. What the other tab added or changed comes along;
/// what it replaced or removed goes, unless it was changed here too. The present account stays mine.
pub fn merge(seen: &Accounts, mine: &Accounts, theirs: &Accounts) -> Merged {
    let was = |account: &Account| all(seen).any(|other| other == account);
    let is_theirs = |account: &Account| all(theirs).any(|other| other == account);
    let gone = |account: &Account| was(account) && !is_theirs(account);
    let mut aside: Vec<Account> = Vec::new();
    let kept = mine.aside.iter().filter(|account| !gone(account));
    let new = all(theirs).filter(|account| !was(account));
    for account in kept.chain(new) {
        if mine.present.as_ref() != Some(account) && !aside.contains(account) {
            aside.push(account.clone());
        }
    }
    let own = seen.present.as_ref();
    let changed =
        mine.present.is_some() && mine.present != seen.present && !mine.aside.iter().any(|other| Some(other) == own);
    let conflict = changed && own.is_some_and(gone) && aside.iter().any(|account| !was(account) && is_theirs(account));
    Merged { accounts: Accounts { present: mine.present.clone(), aside }, conflict }
}

/// What a tab with nothing unsaved shows after another tab wrote `theirs`: its own account, or what became of it.
pub fn follow(mine: &Accounts, theirs: &Accounts) -> Accounts {
    let present = match &mine.present {
        Some(own) if all(theirs).any(|other| other == own) => Some(own),
        Some(_) => theirs.present.as_ref(),
        // It shows nothing of the user's yet, and need not jump to anything.
        None => None,
    };
    let aside = all(theirs).filter(|account| Some(*account) != present).cloned();
    Accounts { present: present.cloned(), aside: aside.collect() }
}

fn all(accounts: &Accounts) -> impl Iterator<Item = &Account> {
    accounts.present.iter().chain(&accounts.aside)
}
