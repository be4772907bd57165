//! What the device keeps between visits: the user's accounts, and what holds for all of them.
use super::account;
use super::bounds::{self, cut};
use super::envelope::{self, Refusals};
use super::json::Value;
use super::refusal::Refusal;
use crate::domain::account::{Account, Rate};
use crate::domain::table::Table;

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

const REFUSALS: Refusals =
    Refusals { foreign: Refusal::DamagedKept, newer: Refusal::NewerKept, damaged: Refusal::DamagedKept };

/// The accounts as one text. Always readable again; accounts beyond [`bounds::fits`] are cut to the bounds.
pub fn write_accounts<'a>(present: Option<&Account>, aside: impl IntoIterator<Item = &'a Account>) -> String {
    let mut writer = envelope::begin("accounts", false);
    if let Some(account) = present {
        writer.key("present");
        account::write(&mut writer, &cut(account, bounds::TEXT));
    }
    writer.key("aside");
    writer.open('[');
    for account in aside {
        writer.item();
        account::write(&mut writer, &cut(account, bounds::TEXT));
    }
    writer.close(']');
    writer.close('}');
    writer.text
}

/// Reads what [`write_accounts`] wrote.
///
/// # Errors
/// Written by a newer version, or unreadable.
pub fn read_accounts(text: &str) -> Result<Accounts, Refusal> {
    parse_accounts(envelope::open(text, "accounts", &REFUSALS)?).ok_or(Refusal::DamagedKept)
}

fn parse_accounts(mut map: Table<Value>) -> Option<Accounts> {
    let mut accounts = Accounts::default();
    if let Some(account) = map.remove("present") {
        accounts.present = Some(parse_account(account)?);
    }
    for account in map.remove("aside")?.list()? {
        accounts.aside.push(parse_account(account)?);
    }
    map.is_empty().then_some(accounts)
}

fn parse_account(value: Value) -> Option<Account> {
    account::read(value).filter(bounds::fits)
}

/// What holds for every account, as one text.
pub fn write_device(device: &Device) -> String {
    let mut writer = envelope::begin("device", false);
    writer.key("rates");
    account::write_rates(&mut writer, &device.rates);
    writer.key("preferences");
    account::write_texts(&mut writer, &device.preferences);
    writer.close('}');
    writer.text
}

/// Reads what [`write_device`] wrote.
///
/// # Errors
/// Written by a newer version, or unreadable.
pub fn read_device(text: &str) -> Result<Device, Refusal> {
    parse_device(envelope::open(text, "device", &REFUSALS)?).ok_or(Refusal::DamagedKept)
}

fn parse_device(mut map: Table<Value>) -> Option<Device> {
    let device = Device {
        rates: account::read_rates(map.remove("rates")?)?,
        preferences: account::read_texts(map.remove("preferences")?)?,
    };
    map.is_empty().then_some(device)
}
