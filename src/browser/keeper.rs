//! Keeps cases and brings them back, also when several tabs do so at once: which texts go under which keys.
//! Every save adds a state beside the earlier ones, so that what was kept before is never touched.
use super::records::{Records, StoreFault, Swap, Write};
use crate::domain::account::Account;
use crate::domain::date::Moment;
use crate::domain::history::History;
use crate::domain::table::Table;
use crate::wire::Refusal;
use crate::wire::kept::{self, Device, Head};

const HEADS: &str = "head/";
const DEVICE: &str = "device";
/// The id of the case that the next start shows.
const PRESENT: &str = "present";
/// All accounts in one record, as the first version kept them.
const FIRST: &str = "accounts";
/// Other tabs may write again and again between two tries; after so many something is wrong.
const TRIES: usize = 8;

/// Where the head of a case is kept.
pub fn head_key(id: &str) -> String {
    [HEADS, id].concat()
}

/// How the keys of a case's states begin.
pub fn states_key(id: &str) -> String {
    ["state/", id, "/"].concat()
}

/// Where the state of a case is kept.
pub fn state_key(id: &str, number: u32) -> String {
    states_key(id) + &number.to_string()
}

/// A case in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    pub id: String,
    pub head: Result<Head, Refusal>,
    /// The head's text as it stands in the store.
    pub seen: String,
}

/// A case with the account that stands in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    pub id: String,
    pub account: Account,
    pub head: Head,
    /// The head's text as it stands in the store.
    pub seen: String,
    /// Its newest state can't be read, and this is an earlier one.
    pub is_earlier: bool,
}

/// What the store held.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Restored {
    pub cases: Vec<Listed>,
    pub present: Option<Case>,
    pub device: Device,
    /// The device's record as it stands in the store.
    pub seen_device: Option<String>,
    /// What could not be brought back, as a sentence.
    pub fault: Option<String>,
}

/// Brings back what was kept. What can't be read stays in the store, and is said.
///
/// # Errors
/// The store doesn't answer.
pub async fn restore(
    records: &impl Records,
    now: Moment,
    fresh: impl FnMut() -> String,
) -> Result<Restored, StoreFault> {
    let mut restored = Restored { fault: migrate(records, now, fresh).await?, ..Restored::default() };
    restored.cases = list(records).await?;
    restored.seen_device = records.get(DEVICE).await?;
    if let Some(Ok(device)) = restored.seen_device.as_deref().map(kept::read_device) {
        restored.device = device;
    }
    let pointed = records.get(PRESENT).await?;
    let newest = restored.cases.iter().filter(|case| case.head.is_ok()).max_by_key(|case| saved(case));
    let there = |id: &String| restored.cases.iter().any(|case| case.id == *id);
    if let Some(id) = pointed.filter(there).or_else(|| newest.map(|case| case.id.clone())) {
        match open(records, &id).await? {
            Ok(case) => {
                if case.is_earlier {
                    restored.fault = Some(EARLIER.into());
                }
                restored.present = Some(case);
            }
            Err(refusal) => restored.fault = Some(refusal.to_string()),
        }
    }
    Ok(restored)
}

/// What is said when the newest state of a case can't be read.
pub const EARLIER: &str = "The newest version of this account can’t be read any more; you see the one before.";

fn saved(case: &Listed) -> Moment {
    case.head.as_ref().map_or(Moment(0), |head| head.history.saved())
}

/// Gives each account of the first version's one record a record of its own; all of them or none. What can't be read
/// stays where it is, and is said.
async fn migrate(
    records: &impl Records,
    now: Moment,
    mut fresh: impl FnMut() -> String,
) -> Result<Option<String>, StoreFault> {
    let Some(text) = records.get(FIRST).await? else { return Ok(None) };
    let Ok(accounts) = kept::read_accounts(&text) else { return Ok(Some(Refusal::DamagedKept.to_string())) };
    let mut writes: Vec<Write> = vec![(FIRST.into(), None)];
    for (age, account) in (0..).zip(accounts.present.iter().chain(&accounts.aside)) {
        let id = fresh();
        let history = History::first(Moment(now.0.saturating_sub(age)));
        if age == 0 && accounts.present.is_some() {
            writes.push((PRESENT.into(), Some(id.clone())));
        }
        writes.extend(texts(&id, account, history));
    }
    // Another tab that was faster has done the same.
    records.swap(FIRST, Some(&text), &writes).await.map(|_| None)
}

/// The head and the newest state of a case, as they are written.
fn texts(id: &str, account: &Account, history: History) -> [Write; 2] {
    let state = (state_key(id, history.at()), Some(kept::write_state(account)));
    let head = Head { name: kept::name_of(account), history };
    [state, (head_key(id), Some(kept::write_head(&head)))]
}

/// The cases that are kept, in no order.
///
/// # Errors
/// The store doesn't answer.
pub async fn list(records: &impl Records) -> Result<Vec<Listed>, StoreFault> {
    let found = records.list(HEADS).await?;
    let listed = found.into_iter().filter_map(|(key, seen)| {
        let id = key.strip_prefix(HEADS)?.to_owned();
        Some(Listed { id, head: kept::read_head(&seen), seen })
    });
    let mut listed: Vec<Listed> = listed.collect();
    if let Some(seen) = records.get(FIRST).await? {
        listed.push(Listed { id: FIRST.into(), head: Err(Refusal::DamagedKept), seen });
    }
    Ok(listed)
}

/// Whatever texts are there of a case that can't be read.
///
/// # Errors
/// The store doesn't answer.
pub async fn raw(records: &impl Records, id: &str) -> Result<String, StoreFault> {
    let mut texts: Vec<String> = records.get(&head_key(id)).await?.into_iter().collect();
    texts.extend(records.get(id).await?.filter(|_| id == FIRST));
    texts.extend(records.list(&states_key(id)).await?.into_iter().map(|(_, text)| text));
    Ok(texts.join("\n"))
}

/// A case as it stands; when its newest state can't be read, the newest one that can.
///
/// # Errors
/// The store doesn't answer; inside: the case isn't there or can't be read.
pub async fn open(records: &impl Records, id: &str) -> Result<Result<Case, Refusal>, StoreFault> {
    let Some(seen) = records.get(&head_key(id)).await? else { return Ok(Err(Refusal::DamagedKept)) };
    let head = match kept::read_head(&seen) {
        Ok(head) => head,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let mut refused = Refusal::DamagedKept;
    let at = head.history.at();
    let earlier = head.history.states().iter().rev().map(|state| state.number).filter(|number| *number != at);
    for number in std::iter::once(at).chain(earlier) {
        match state(records, id, number).await? {
            Ok(account) => {
                return Ok(Ok(Case { id: id.to_owned(), account, head, seen, is_earlier: number != at }));
            }
            Err(refusal) if number == at => refused = refusal,
            Err(_) => {}
        }
    }
    Ok(Err(refused))
}

/// What stood in a case after one save.
///
/// # Errors
/// The store doesn't answer; inside: the state isn't there or can't be read.
pub async fn state(records: &impl Records, id: &str, number: u32) -> Result<Result<Account, Refusal>, StoreFault> {
    let text = records.get(&state_key(id, number)).await?;
    Ok(text.map_or(Err(Refusal::DamagedKept), |text| kept::read_state(&text)))
}

/// A case that was kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// Another one than asked for when another tab had changed the case: what was changed here is a case of its own.
    pub id: String,
    pub head: Head,
    /// The head's text as it stands in the store.
    pub seen: String,
}

/// Keeps the account as the newest state of its case, which stands as it was `seen` (nowhere, when it is new). When
/// another tab has changed the case since, both stay: this one under a `fresh` id.
///
/// # Errors
/// The store refused, and what it held before is still there; or it is [`StoreFault::Gone`].
pub async fn keep(
    records: &impl Records,
    id: &str,
    seen: Option<&str>,
    account: &Account,
    now: Moment,
    fresh: impl FnOnce() -> String,
) -> Result<Kept, StoreFault> {
    if let Some(kept) = save(records, id, seen, account, now).await? {
        return Ok(kept);
    }
    // Our own save may have been kept although the browser didn't say so in time.
    if let Ok(case) = open(records, id).await?
        && case.account == *account
        && !case.is_earlier
    {
        return Ok(Kept { id: case.id, head: case.head, seen: case.seen });
    }
    save(records, &fresh(), None, account, now).await?.ok_or(StoreFault::Busy)
}

/// Nothing when another tab has changed the case.
async fn save(
    records: &impl Records,
    id: &str,
    seen: Option<&str>,
    account: &Account,
    now: Moment,
) -> Result<Option<Kept>, StoreFault> {
    let known = seen.and_then(|seen| kept::read_head(seen).ok());
    let (history, gone) = known.map_or_else(|| (History::first(now), vec![]), |head| head.history.grown(now));
    let mut writes: Vec<Write> = texts(id, account, history.clone()).into();
    writes.push((PRESENT.into(), Some(id.to_owned())));
    writes.extend(gone.into_iter().map(|number| (state_key(id, number), None)));
    let head = Head { name: kept::name_of(account), history };
    match records.swap(&head_key(id), seen, &writes).await? {
        Swap::Done => {
            let seen = kept::write_head(&head);
            Ok(Some(Kept { id: id.to_owned(), head, seen }))
        }
        Swap::Changed(None) => Err(StoreFault::Gone),
        Swap::Changed(Some(_)) => Ok(None),
    }
}

/// Shows another of a case's states: an undoing or its opposite. Nothing when another tab has changed the case.
///
/// # Errors
/// The store refused; inside: the state can't be read, and the case stands as it did.
pub async fn turn(
    records: &impl Records,
    id: &str,
    seen: &str,
    history: History,
) -> Result<Result<Option<Case>, Refusal>, StoreFault> {
    let account = match state(records, id, history.at()).await? {
        Ok(account) => account,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let head = Head { name: kept::name_of(&account), history };
    let text = kept::write_head(&head);
    match records.swap(&head_key(id), Some(seen), &[(head_key(id), Some(text.clone()))]).await? {
        Swap::Done => Ok(Ok(Some(Case { id: id.to_owned(), account, head, seen: text, is_earlier: false }))),
        Swap::Changed(_) => Ok(Ok(None)),
    }
}

/// From now on the next start shows this case.
///
/// # Errors
/// The store refused; the next start then shows the case it would have shown.
pub async fn point_at(records: &impl Records, id: &str) -> Result<(), StoreFault> {
    let pointed = records.get(PRESENT).await?;
    records.swap(PRESENT, pointed.as_deref(), &[(PRESENT.into(), Some(id.to_owned()))]).await.map(|_| ())
}

/// Keeps what holds for all cases, together with what other tabs have changed since it was `seen`, which becomes what
/// is there now. What can't be read is put away beside it; what a newer version wrote stays.
///
/// # Errors
/// The store refused, and what it held before is still there.
pub async fn keep_device(
    records: &impl Records,
    seen: &mut Option<String>,
    mine: &Device,
    fresh: impl FnOnce() -> String,
) -> Result<Device, StoreFault> {
    let read = |text: Option<&str>| text.and_then(|text| kept::read_device(text).ok()).unwrap_or_default();
    let mut mine = mine.clone();
    let aside = ["unreadable/", &fresh()].concat();
    for _ in 0..TRIES {
        let text = kept::write_device(&mine);
        if seen.as_deref() == Some(&text) {
            return Ok(mine);
        }
        let mut writes: Vec<Write> = vec![(DEVICE.into(), Some(text.clone()))];
        match seen.as_deref().map(kept::read_device) {
            Some(Err(Refusal::NewerKept)) => return Err(StoreFault::Newer),
            Some(Err(_)) => writes.push((aside.clone(), seen.clone())),
            Some(Ok(_)) | None => {}
        }
        match records.swap(DEVICE, seen.as_deref(), &writes).await? {
            Swap::Done => {
                *seen = Some(text);
                return Ok(mine);
            }
            Swap::Changed(theirs) => {
                let (was, now) = (read(seen.as_deref()), read(theirs.as_deref()));
                mine = Device {
                    rates: together(&was.rates, &mine.rates, &now.rates),
                    preferences: together(&was.preferences, &mine.preferences, &now.preferences),
                };
                *seen = theirs;
            }
        }
    }
    Err(StoreFault::Busy)
}

/// What two tabs have changed since both saw the same: for each key mine when I changed it, else theirs.
fn together<T: Clone + PartialEq>(was: &Table<T>, mine: &Table<T>, theirs: &Table<T>) -> Table<T> {
    let mut all = theirs.clone();
    for (key, value) in mine.iter().filter(|(key, value)| was.get(*key) != Some(*value)) {
        all.insert(key.clone(), value.clone());
    }
    for key in was.keys().filter(|key| !mine.contains_key(*key)) {
        all.remove(key);
    }
    all
}
