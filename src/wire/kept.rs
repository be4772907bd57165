//! What the device keeps between visits: of each case its head and its states, and what holds for all of them.
use super::account;
use super::bounds::{self, cut};
use super::envelope::{self, Refusals};
use super::json::{Value, Writer};
use super::refusal::Refusal;
use crate::domain::account::{Account, Rate};
use crate::domain::date::Moment;
use crate::domain::exchange;
use crate::domain::history::{History, State};
use crate::domain::table::Table;

/// Characters of a case's name in a list.
const NAME: usize = 120;

/// What a list of cases shows of one, and which of its states there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The account's name, cut; empty when it has none.
    pub name: String,
    pub history: History,
}

/// The account in work and those put aside, newest first: all in one record, as it was kept at first.
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

/// The head of a case.
pub fn write_head(head: &Head) -> String {
    let mut writer = envelope::begin("head", envelope::FIRST, false);
    account::write_text(&mut writer, "name", &head.name);
    write_number(&mut writer, "at", head.history.at());
    writer.key("states");
    writer.open('[');
    for state in head.history.states() {
        for number in [state.number, state.from, state.saved.0] {
            writer.item();
            writer.number(number);
        }
    }
    writer.close(']');
    writer.close('}');
    writer.text
}

/// Reads what [`write_head`] wrote.
///
/// # Errors
/// Written by a newer version, or unreadable.
pub fn read_head(text: &str) -> Result<Head, Refusal> {
    parse_head(envelope::open(text, "head", envelope::FIRST, &REFUSALS)?).ok_or(Refusal::DamagedKept)
}

fn parse_head(mut map: Table<Value>) -> Option<Head> {
    let (name, at) = (account::take_text(&mut map, "name")?, take_number(map.remove("at")?)?);
    let mut numbers = Vec::new();
    for number in map.remove("states")?.list()? {
        numbers.push(take_number(number)?);
    }
    let (triples, rest) = numbers.as_chunks::<3>();
    let states =
        triples.iter().map(|[number, from, saved]| State { number: *number, from: *from, saved: Moment(*saved) });
    let history = History::of(states.collect(), at)?;
    (map.is_empty() && rest.is_empty()).then_some(Head { name, history })
}

fn write_number(writer: &mut Writer, key: &str, number: u32) {
    writer.key(key);
    writer.number(number);
}

fn take_number(value: Value) -> Option<u32> {
    u32::try_from(value.number()?).ok()
}

/// The name of an account in a list.
pub fn name_of(account: &Account) -> String {
    let name: String = account.text("account.name").trim().chars().take(NAME).collect();
    if exchange::is_guest(account) { name + ": your part" } else { name }
}

/// An account as it stood after one save. Always readable again; one beyond [`bounds::fits`] is cut to the bounds.
pub fn write_state(account: &Account) -> String {
    let mut writer = envelope::begin("state", account::version(account), false);
    writer.key("account");
    account::write(&mut writer, &cut(account, bounds::TEXT));
    writer.close('}');
    writer.text
}

/// Reads what [`write_state`] wrote.
///
/// # Errors
/// Written by a newer version, or unreadable.
pub fn read_state(text: &str) -> Result<Account, Refusal> {
    let mut map = envelope::open(text, "state", envelope::WITH_ROWS, &REFUSALS)?;
    let account = map.remove("account").and_then(parse_account).filter(|_| map.is_empty());
    account.ok_or(Refusal::DamagedKept)
}

/// Reads all accounts from one text, as they were kept before each had its own record.
///
/// # Errors
/// Written by a newer version, or unreadable.
pub fn read_accounts(text: &str) -> Result<Accounts, Refusal> {
    parse_accounts(envelope::open(text, "accounts", envelope::FIRST, &REFUSALS)?).ok_or(Refusal::DamagedKept)
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
    let mut writer = envelope::begin("device", envelope::FIRST, false);
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
    parse_device(envelope::open(text, "device", envelope::FIRST, &REFUSALS)?).ok_or(Refusal::DamagedKept)
}

fn parse_device(mut map: Table<Value>) -> Option<Device> {
    let device = Device {
        rates: account::read_rates(map.remove("rates")?)?,
        preferences: account::read_texts(map.remove("preferences")?)?,
    };
    map.is_empty().then_some(device)
}
