//! The case file: one account as readable text, to save, send and open again.
use super::bounds::{self, cut};
use super::envelope::{self, Refusals, VERSION};
use super::refusal::Refusal;
use super::twin::AccountTwin;
use crate::domain::account::Account;
use crate::domain::date::Day;
use serde::{Deserialize, Serialize};

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

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    fitproof: String,
    version: u32,
    playbook: PlaybookTwin,
    saved: String,
    account: AccountTwin,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PlaybookTwin {
    id: String,
    version: String,
}

const REFUSALS: Refusals =
    Refusals { foreign: Refusal::ForeignFile, newer: Refusal::NewerFile, damaged: Refusal::DamagedFile };

/// The text of a case file: the same account and head give the same bytes. Always readable again; an account
/// beyond [`bounds::fits`] is cut to the bounds.
pub fn write(account: &Account, head: &Head) -> String {
    let mut most = bounds::TEXT;
    loop {
        let text = print(&cut(account, most), head);
        // Only beyond any real case: so many long texts that together they exceed a file.
        if text.len() <= bounds::FILE || most == 0 {
            return text;
        }
        most /= 2;
    }
}

fn print(account: &Account, head: &Head) -> String {
    let file = File {
        fitproof: "case".into(),
        version: VERSION,
        playbook: PlaybookTwin { id: head.playbook.clone(), version: head.playbook_version.clone() },
        saved: head.saved.to_string(),
        account: AccountTwin::of(account),
    };
    let mut text = serde_json::to_string_pretty(&file).unwrap_or_default();
    text.push('\n');
    text
}

/// Reads the text of a case file.
///
/// # Errors
/// The refusal says whether the file is foreign, newer, damaged or too large.
pub fn read(text: &str) -> Result<Case, Refusal> {
    if text.len() > bounds::FILE {
        return Err(Refusal::OversizedFile);
    }
    let file: File = envelope::open(text, "case", &REFUSALS)?;
    let saved = Day::parse(&file.saved).ok_or(Refusal::DamagedFile)?;
    let head = Head { playbook: file.playbook.id, playbook_version: file.playbook.version, saved };
    let account = file.account.into_account();
    if bounds::fits(&account) { Ok(Case { head, account }) } else { Err(Refusal::DamagedFile) }
}
