//! Keeps the user's accounts and rates in the store, and brings them back, also when several tabs do so at once.
use super::store::{Store, StoreFault, Swap};
use crate::domain::account::{Account, Rate};
use crate::domain::table::Table;
use crate::wire::Refusal;
use crate::wire::kept::{self, Accounts, Device};
use crate::wire::merge::{Merged, merge};

const ACCOUNTS: &str = "accounts";
const DEVICE: &str = "device";
/// A record that can't be read is moved here, so that a later save never destroys it.
const UNREADABLE: &str = "accounts-unreadable";
/// Other tabs may write again and again between two tries; after so many something is wrong.
const TRIES: usize = 8;

/// What the store held.
#[derive(Debug, Default)]
pub struct Restored {
    pub account: Option<Account>,
    pub aside: Vec<Account>,
    pub rates: Table<Rate>,
    /// What could not be brought back, as a sentence.
    pub fault: Option<String>,
    /// A newer version wrote it: nothing may be written over it.
    pub newer: bool,
    /// The text as it stands in the store.
    pub seen: Option<String>,
}

/// Brings back what was kept. What can't be read stays in the store, and is said.
pub async fn restore(store: &Store) -> Restored {
    let mut restored = Restored::default();
    match store.get(ACCOUNTS).await {
        Ok(None) => {}
        Ok(Some(text)) => {
            match kept::read_accounts(&text) {
                Ok(accounts) => (restored.account, restored.aside) = (accounts.present, accounts.aside),
                Err(refusal) => {
                    restored.newer = refusal == Refusal::NewerKept;
                    restored.fault = Some(put_away(store, &text, refusal).await);
                }
            }
            restored.seen = Some(text);
        }
        Err(fault) => restored.fault = Some(fault.to_string()),
    }
    if let Ok(Some(text)) = store.get(DEVICE).await
        && let Ok(device) = kept::read_device(&text)
    {
        restored.rates = device.rates;
    }
    restored
}

/// Kept as it is beside the record that the next save replaces.
async fn put_away(store: &Store, text: &str, refusal: Refusal) -> String {
    match store.put(UNREADABLE, text.to_owned()).await {
        Ok(()) => refusal.to_string(),
        Err(fault) => format!("{refusal} {fault}"),
    }
}

/// Writes the accounts and the rates over what was `seen`, together with what other tabs wrote meanwhile; done only
/// when the store has completed it. `seen` becomes what is there now. `Some`: other tabs had written.
///
/// # Errors
/// The store refused, and what it held before is still there; or it is [`StoreFault::Gone`].
pub async fn keep(
    store: &Store,
    seen: &mut Option<String>,
    mine: &Accounts,
    rates: &Table<Rate>,
) -> Result<Option<Merged>, StoreFault> {
    let mut merged = None;
    let mut conflict = false;
    for _ in 0..TRIES {
        let present = merged.as_ref().unwrap_or(mine);
        let text = kept::write_accounts(present.present.as_ref(), &present.aside);
        let device = kept::write_device(&Device { rates: rates.clone(), ..Device::default() });
        match store.swap(seen.as_deref(), &[(ACCOUNTS, text.clone()), (DEVICE, device)]).await? {
            Swap::Done => {
                *seen = Some(text);
                return Ok(merged.map(|accounts| Merged { accounts, conflict }));
            }
            Swap::Changed(None) if seen.is_some() => return Err(StoreFault::Gone),
            Swap::Changed(theirs) => {
                let together =
                    merge(&read(store, seen.as_deref()).await, present, &read(store, theirs.as_deref()).await);
                conflict |= together.conflict;
                merged = Some(together.accounts);
                *seen = theirs;
            }
        }
    }
    Err(StoreFault::Busy)
}

/// What another tab has written, when it is not what was `seen`.
pub async fn written(store: &Store, seen: Option<&str>) -> Option<(String, Accounts)> {
    let text = store.get(ACCOUNTS).await.ok().flatten().filter(|text| Some(text.as_str()) != seen)?;
    let accounts = kept::read_accounts(&text).ok()?;
    Some((text, accounts))
}

/// The accounts of a record; none when it can't be read, which is then put away.
async fn read(store: &Store, text: Option<&str>) -> Accounts {
    let Some(text) = text else { return Accounts::default() };
    match kept::read_accounts(text) {
        Ok(accounts) => accounts,
        Err(refusal) => {
            put_away(store, text, refusal).await;
            Accounts::default()
        }
    }
}
