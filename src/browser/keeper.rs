//! Keeps the user's accounts and rates in the store, and brings them back.
use super::store::{Store, StoreFault};
use crate::domain::account::{Account, Rate};
use crate::domain::table::Table;
use crate::wire::kept::{self, Device};

const ACCOUNTS: &str = "accounts";
const DEVICE: &str = "device";
/// A record that can't be read is moved here, so that a later save never destroys it.
const UNREADABLE: &str = "accounts-unreadable";

/// What the store held.
#[derive(Debug, Default)]
pub struct Restored {
    pub account: Option<Account>,
    pub aside: Vec<Account>,
    pub rates: Table<Rate>,
    /// What could not be brought back, as a sentence.
    pub fault: Option<String>,
}

/// Brings back what was kept. What can't be read stays in the store, and is said.
pub async fn restore(store: &Store) -> Restored {
    let mut restored = Restored::default();
    match store.get(ACCOUNTS).await {
        Ok(None) => {}
        Ok(Some(text)) => match kept::read_accounts(&text) {
            Ok(accounts) => (restored.account, restored.aside) = (accounts.present, accounts.aside),
            Err(refusal) => {
                // Kept as it is; a failure to move it leaves it in its place until the next save.
                let moved = store.put(UNREADABLE, text).await;
                restored.fault = Some(match moved {
                    Ok(()) => refusal.to_string(),
                    Err(fault) => format!("{refusal} {fault}"),
                });
            }
        },
        Err(fault) => restored.fault = Some(fault.to_string()),
    }
    if let Ok(Some(text)) = store.get(DEVICE).await
        && let Ok(device) = kept::read_device(&text)
    {
        restored.rates = device.rates;
    }
    restored
}

/// Writes the accounts and the rates; done only when the store has completed both.
///
/// # Errors
/// The store refused; what it held before is still there.
pub async fn keep(
    store: &Store,
    present: Option<&Account>,
    aside: &[&Account],
    rates: &Table<Rate>,
) -> Result<(), StoreFault> {
    let accounts = kept::write_accounts(present, aside.iter().copied());
    store.put(ACCOUNTS, accounts).await?;
    let device = Device { rates: rates.clone(), ..Device::default() };
    store.put(DEVICE, kept::write_device(&device)).await
}
