//! How much an account may hold on its way in or out. What is written always keeps within, so it can be read again.
use crate::domain::account::{Account, Entry};
use crate::domain::row::{Row, RowKind, Rows};
use crate::domain::table::{Set, Table};
use std::rc::Rc;

/// Characters of one text. A field that stops the typing there loses nothing.
pub const TEXT: usize = 20_000;
/// People of an account.
pub const PEOPLE: usize = 500;
/// Answers, rates, changed rules, sections.
pub const ENTRIES: usize = 500;
/// Items picked at one question, apps, approvals.
pub const ITEMS: usize = 1_000;
/// Rows of the business case.
pub const ROWS: usize = 10_000;
/// Bytes of a case file.
pub const FILE: usize = 8 << 20;
/// Characters of a link after the `#`.
pub const FRAGMENT: usize = 32 << 10;
/// Bytes that a link may unfold to.
pub const UNFOLDED: usize = 1 << 20;
/// A person's or row's key; one more can always be counted.
const KEY: u32 = 1_000_000_000;

/// The account keeps within the bounds, and people's keys are their own.
pub fn fits(account: &Account) -> bool {
    let texts = account.people.iter().all(|person| {
        [&person.name, &person.title, &person.contact]
            .into_iter()
            .chain(&person.role)
            .chain(&person.group)
            .all(|text| is_short(text))
    });
    texts
        && account.people.len() <= PEOPLE
        && own_keys(account)
        && map_fits(&account.entries, entry_fits)
        && map_fits(&account.rates, |rate| is_short(&rate.text) && is_short(&rate.date))
        && map_fits(&account.settings, |text| is_short(text))
        && map_fits(&account.sections, |section| is_short(&section.text))
        && set_fits(&account.approvals)
        && rows_fit(&account.rows)
}

/// Each row has a key of its own, and the parent its kind asks for.
fn rows_fit(rows: &Rows) -> bool {
    let mut kinds: Vec<_> = rows.iter().map(|row| (row.key, row.kind)).collect();
    kinds.sort_unstable();
    let has_parent = |row: &Row| match (row.kind.shape().parent, row.parent) {
        (Some(kind), Some(parent)) => kinds.binary_search(&(parent, kind)).is_ok(),
        (kind, parent) => kind.is_none() && parent.is_none(),
    };
    rows.len() <= ROWS
        && kinds.windows(2).all(|pair| pair[0].0 < pair[1].0)
        && kinds.last().is_none_or(|(key, _)| *key <= KEY)
        && rows.iter().all(|row| has_parent(row) && row.fields.values().all(|text| is_short(text)))
}

/// The account cut to the bounds: every text to so many characters. An account that fits stays as it is.
pub(super) fn cut(account: &Account, text: usize) -> Account {
    let mut cut = account.clone();
    cut.entries = cut_map(&cut.entries, text, |entry| match entry {
        Entry::Text(words) => shorten(words, text),
        Entry::Money { text: words, currency } => {
            shorten(words, text);
            shorten(currency, text);
        }
        Entry::Said(_) => {}
        Entry::Picked(picked) => cut_set(picked, text),
        Entry::Apps(apps) => {
            cut_set(&mut apps.known, text);
            cut_set(&mut apps.other, text);
        }
    });
    cut.people.truncate(PEOPLE);
    let own_keys = own_keys(&cut);
    for (person, number) in cut.people.iter_mut().zip(0..) {
        let own = [&mut person.name, &mut person.title, &mut person.contact];
        for words in own.into_iter().chain(&mut person.role).chain(&mut person.group) {
            shorten(words, text);
        }
        if !own_keys {
            person.key = number;
        }
    }
    cut.rates = cut_map(&cut.rates, text, |rate| {
        shorten(&mut rate.text, text);
        shorten(&mut rate.date, text);
    });
    cut.settings = cut_map(&cut.settings, text, |words| shorten(words, text));
    cut.sections = cut_map(&cut.sections, text, |section| shorten(&mut section.text, text));
    cut_set(&mut cut.approvals, text);
    for row in &mut cut.rows {
        if row.fields.values().any(|words| !is_within(words, text)) {
            let fields = &mut Rc::make_mut(row).fields;
            *fields = cut_map(fields, text, |words| shorten(words, text));
        }
    }
    if !rows_fit(&cut.rows) {
        keep_fitting(&mut cut.rows);
    }
    cut
}

/// Leaves out rows beyond the most, and what then has no parent. Two rows of one key are never made, so all rows go.
fn keep_fitting(rows: &mut Rows) {
    rows.truncate(ROWS);
    for _ in 0..RowKind::ALL.len() {
        let mut keys: Vec<u32> = rows.iter().map(|row| row.key).collect();
        keys.sort_unstable();
        rows.retain(|row| row.parent.is_none_or(|parent| keys.binary_search(&parent).is_ok()));
    }
    if !rows_fit(rows) {
        rows.clear();
    }
}

/// No two people share a key, and there is room to count on.
fn own_keys(account: &Account) -> bool {
    let keys = || account.people.iter().map(|person| person.key);
    let twice = |(at, key): (usize, u32)| keys().skip(at + 1).any(|other| other == key);
    keys().all(|key| key <= KEY) && !keys().enumerate().any(twice)
}

fn is_short(text: &str) -> bool {
    is_within(text, TEXT)
}

/// No longer than so many characters.
pub(super) fn is_within(text: &str, most: usize) -> bool {
    text.len() <= most || text.chars().count() <= most
}

fn map_fits<T>(map: &Table<T>, fits: impl Fn(&T) -> bool) -> bool {
    map.len() <= ENTRIES && map.iter().all(|(key, value)| is_short(key) && fits(value))
}

fn set_fits(set: &Set) -> bool {
    set.len() <= ITEMS && set.iter().all(|item| is_short(item))
}

fn entry_fits(entry: &Entry) -> bool {
    match entry {
        Entry::Text(text) => is_short(text),
        Entry::Money { text, currency } => is_short(text) && is_short(currency),
        Entry::Said(_) => true,
        Entry::Picked(picked) => set_fits(picked),
        Entry::Apps(apps) => set_fits(&apps.known) && set_fits(&apps.other),
    }
}

/// No more than so many characters of a text.
pub(super) fn short(text: &str, most: usize) -> &str {
    text.char_indices().nth(most).map_or(text, |(end, _)| &text[..end])
}

fn shorten(text: &mut String, most: usize) {
    text.truncate(short(text, most).len());
}

fn cut_map<T: Clone>(map: &Table<T>, text: usize, cut: impl Fn(&mut T)) -> Table<T> {
    let shortened = map.iter().take(ENTRIES).map(|(key, value)| {
        let (mut key, mut value) = (key.clone(), value.clone());
        shorten(&mut key, text);
        cut(&mut value);
        (key, value)
    });
    shortened.collect()
}

fn cut_set(set: &mut Set, text: usize) {
    let shortened = std::mem::take(set).into_iter().take(ITEMS).map(|mut item| {
        shorten(&mut item, text);
        item
    });
    *set = shortened.collect();
}
