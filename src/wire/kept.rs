//! What the device keeps between visits: the user's accounts, and what holds for all of them.
use super::bounds::{self, cut};
use super::envelope::{self, Refusals, VERSION};
use super::refusal::Refusal;
use super::twin::{AccountTwin, RateTwin};
use super::unique::Map;
use crate::domain::account::{Account, Rate};
use crate::domain::table::Table;
use serde::{Deserialize, Serialize};

/// The account in work and those put aside, newest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Accounts {
    pub present: Option<Account>,
    pub aside: Vec<Account>,
}

/// What holds for every account on this device.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Device {
    pub rates: Table<Rate>,
    /// Choices about the app itself, name to value.
    pub preferences: Table<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct AccountsTwin {
    fitproof: String,
    version: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    present: Option<AccountTwin>,
    aside: Vec<AccountTwin>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct DeviceTwin {
    fitproof: String,
    version: u32,
    rates: Map<RateTwin>,
    preferences: Map<String>,
}

const REFUSALS: Refusals =
    Refusals { foreign: Refusal::DamagedKept, newer: Refusal::NewerKept, damaged: Refusal::DamagedKept };

/// The accounts as one text. Always readable again; accounts beyond [`bounds::fits`] are cut to the bounds.
pub fn write_accounts<'a>(present: Option<&Account>, aside: impl IntoIterator<Item = &'a Account>) -> String {
    let twin = |account: &Account| AccountTwin::of(&cut(account, bounds::TEXT));
    let twin = AccountsTwin {
        fitproof: "accounts".into(),
        version: VERSION,
        present: present.map(twin),
        aside: aside.into_iter().map(twin).collect(),
    };
    serde_json::to_string(&twin).unwrap_or_default()
}

/// Reads what [`write_accounts`] wrote.
///
/// # Errors
/// Written by a newer version, or unreadable.
pub fn read_accounts(text: &str) -> Result<Accounts, Refusal> {
    let twin: AccountsTwin = envelope::open(text, "accounts", &REFUSALS)?;
    let accounts = Accounts {
        present: twin.present.map(AccountTwin::into_account),
        aside: twin.aside.into_iter().map(AccountTwin::into_account).collect(),
    };
    let all_fit = accounts.present.iter().chain(&accounts.aside).all(bounds::fits);
    if all_fit { Ok(accounts) } else { Err(Refusal::DamagedKept) }
}

/// What holds for every account, as one text.
pub fn write_device(device: &Device) -> String {
    let twin = DeviceTwin {
        fitproof: "device".into(),
        version: VERSION,
        rates: Map::of(&device.rates, RateTwin::of),
        preferences: Map(device.preferences.clone()),
    };
    serde_json::to_string(&twin).unwrap_or_default()
}

/// Reads what [`write_device`] wrote.
///
/// # Errors
/// Written by a newer version, or unreadable.
pub fn read_device(text: &str) -> Result<Device, Refusal> {
    let twin: DeviceTwin = envelope::open(text, "device", &REFUSALS)?;
    Ok(Device { rates: twin.rates.into(RateTwin::into_rate), preferences: twin.preferences.0 })
}
