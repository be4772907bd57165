//! The case file: one account as readable text, to save, send and open again.
use super::account;
use super::bounds::{self, cut};
use super::envelope::{self, Refusals};
use super::json::Value;
use super::refusal::Refusal;
use crate::domain::account::Account;
use crate::domain::date::Day;
use crate::domain::table::Table;

pub const MIME: &str = "application/json";
/// After the account's name.
pub const EXTENSION: &str = "fitproof.json";

/// What stands before the account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Id and version of the playbook that the account was judged by.
    pub playbook: String,
    pub playbook_version: String,
    /// The day of writing.
    pub saved: Day,
}

/// A case file that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    pub head: Head,
    pub account: Account,
}

const REFUSALS: Refusals =
    Refusals { foreign: Refusal::ForeignFile, newer: Refusal::NewerFile, damaged: Refusal::DamagedFile };

/// The text of a case file: the same account and head give the same bytes. Always readable again; an account
/// beyond [`bounds::fits`] is cut to the bounds.
pub fn write(account: &Account, head: &Head) -> String {
    let mut most = bounds::TEXT;
    loop {
        let text = print(&cut(account, most), head, true);
        // Only beyond any real case: so many long texts that together they exceed a file.
        if text.len() <= bounds::FILE || most == 0 {
            return text;
        }
        most /= 2;
    }
}

/// The same on one line, for a file of many cases.
pub fn line(account: &Account, head: &Head) -> String {
    print(&cut(account, bounds::TEXT), head, false)
}

fn print(account: &Account, head: &Head, lines: bool) -> String {
    let mut writer = envelope::begin("case", account::version(account), lines);
    writer.key("playbook");
    writer.open('{');
    account::write_text(&mut writer, "id", &head.playbook);
    account::write_text(&mut writer, "version", &head.playbook_version);
    writer.close('}');
    account::write_text(&mut writer, "saved", &head.saved.to_string());
    writer.key("account");
    account::write(&mut writer, account);
    writer.close('}');
    writer.text.push('\n');
    writer.text
}

/// Reads the text of a case file.
///
/// # Errors
/// The refusal says whether the file is foreign, newer, damaged or too large.
pub fn read(text: &str) -> Result<Case, Refusal> {
    if text.len() > bounds::FILE {
        return Err(Refusal::OversizedFile);
    }
    let map = envelope::open(text, "case", envelope::WITH_ROWS, &REFUSALS)?;
    match parse(map) {
        Some(case) if bounds::fits(&case.account) => Ok(case),
        _ => Err(Refusal::DamagedFile),
    }
}

fn parse(mut map: Table<Value>) -> Option<Case> {
    let mut playbook = map.remove("playbook")?.map()?;
    let head = Head {
        playbook: account::take_text(&mut playbook, "id")?,
        playbook_version: account::take_text(&mut playbook, "version")?,
        saved: Day::parse(&account::take_text(&mut map, "saved")?)?,
    };
    let account = account::read(map.remove("account")?)?;
    (map.is_empty() && playbook.is_empty()).then_some(Case { head, account })
}
