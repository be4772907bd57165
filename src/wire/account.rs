//! The account as every format carries it, under names a person can read.
use super::bounds;
use super::envelope;
use super::json::{Value, Writer};
use crate::domain::account::{Account, Apps, Author, Entry, Influence, Person, Rate, Said, SectionText};
use crate::domain::row::{Row, RowKind};
use crate::domain::table::{Set, Table};
use std::rc::Rc;

/// The least version of a format that can hold this account.
pub fn version(account: &Account) -> u32 {
    let first = account.rows.is_empty()
        && account.people.iter().all(|person| person.group.is_none())
        && account.sections.values().all(|section| section.author == Author::Partner);
    if first { envelope::FIRST } else { envelope::WITH_ROWS }
}

pub fn write(writer: &mut Writer, account: &Account) {
    writer.open('{');
    writer.key("entries");
    writer.open('{');
    for (id, entry) in account.entries.iter() {
        writer.key(id);
        write_entry(writer, entry);
    }
    writer.close('}');
    writer.key("people");
    writer.open('[');
    for person in &account.people {
        writer.item();
        write_person(writer, person);
    }
    writer.close(']');
    writer.key("rates");
    write_rates(writer, &account.rates);
    writer.key("settings");
    write_texts(writer, &account.settings);
    writer.key("sections");
    writer.open('{');
    for (id, section) in account.sections.iter() {
        writer.key(id);
        writer.open('{');
        write_text(writer, "text", &section.text);
        writer.key("done");
        writer.bool(section.done);
        if section.author == Author::Customer {
            write_text(writer, "author", "customer");
        }
        writer.close('}');
    }
    writer.close('}');
    write_set(writer, "approvals", &account.approvals);
    if !account.rows.is_empty() {
        writer.key("rows");
        writer.open('[');
        for row in &account.rows {
            writer.item();
            write_row(writer, row);
        }
        writer.close(']');
    }
    writer.close('}');
}

pub fn write_rates(writer: &mut Writer, rates: &Table<Rate>) {
    writer.open('{');
    for (code, rate) in rates.iter() {
        writer.key(code);
        writer.open('{');
        write_text(writer, "text", &rate.text);
        write_text(writer, "date", &rate.date);
        writer.close('}');
    }
    writer.close('}');
}

pub fn write_texts(writer: &mut Writer, texts: &Table<String>) {
    writer.open('{');
    for (id, text) in texts.iter() {
        write_text(writer, id, text);
    }
    writer.close('}');
}

pub fn write_text(writer: &mut Writer, key: &str, text: &str) {
    writer.key(key);
    writer.string(text);
}

fn write_set(writer: &mut Writer, key: &str, set: &Set) {
    writer.key(key);
    writer.open('[');
    for item in set {
        writer.item();
        writer.string(item);
    }
    writer.close(']');
}

fn write_entry(writer: &mut Writer, entry: &Entry) {
    writer.open('{');
    match entry {
        Entry::Text(text) => write_text(writer, "text", text),
        Entry::Money { text, currency } => {
            writer.key("money");
            writer.open('{');
            write_text(writer, "text", text);
            write_text(writer, "currency", currency);
            writer.close('}');
        }
        Entry::Said(said) => {
            let said = match said {
                Said::Yes => "yes",
                Said::No => "no",
                Said::Unknown => "unknown",
            };
            write_text(writer, "said", said);
        }
        Entry::Picked(picked) => write_set(writer, "picked", picked),
        Entry::Apps(apps) => {
            writer.key("apps");
            writer.open('{');
            write_set(writer, "known", &apps.known);
            write_set(writer, "other", &apps.other);
            writer.key("whole");
            writer.bool(apps.whole);
            writer.close('}');
        }
    }
    writer.close('}');
}

fn write_row(writer: &mut Writer, row: &Row) {
    writer.open('{');
    writer.key("key");
    writer.number(row.key);
    write_text(writer, "kind", row.kind.shape().id);
    if let Some(parent) = row.parent {
        writer.key("parent");
        writer.number(parent);
    }
    writer.key("fields");
    write_texts(writer, &row.fields);
    writer.close('}');
}

fn write_person(writer: &mut Writer, person: &Person) {
    writer.open('{');
    writer.key("key");
    writer.number(person.key);
    write_text(writer, "name", &person.name);
    write_text(writer, "title", &person.title);
    write_text(writer, "contact", &person.contact);
    if let Some(influence) = person.influence {
        let influence = match influence {
            Influence::Low => "low",
            Influence::Medium => "medium",
            Influence::High => "high",
        };
        write_text(writer, "influence", influence);
    }
    if let Some(role) = &person.role {
        write_text(writer, "role", role);
    }
    if let Some(group) = &person.group {
        write_text(writer, "group", group);
    }
    writer.close('}');
}

/// Nothing when anything is missing, is too much, or is of no known name. The account may still exceed the bounds.
pub fn read(value: Value) -> Option<Account> {
    let mut map = value.map()?;
    let mut people = Vec::new();
    for person in map.remove("people")?.list()? {
        people.push(read_person(person)?);
    }
    let mut rows = Vec::new();
    for row in map.remove("rows").map_or(Some(Vec::new()), Value::list)? {
        rows.push(Rc::new(read_row(row)?));
    }
    let account = Account {
        entries: read_table(map.remove("entries")?, read_entry)?,
        people,
        rates: read_rates(map.remove("rates")?)?,
        settings: read_texts(map.remove("settings")?)?,
        sections: read_table(map.remove("sections")?, read_section)?,
        approvals: take_set(&mut map, "approvals")?,
        rows,
    };
    map.is_empty().then_some(account)
}

pub fn read_rates(value: Value) -> Option<Table<Rate>> {
    read_table(value, read_rate)
}

pub fn read_texts(value: Value) -> Option<Table<String>> {
    read_table(value, Value::text)
}

pub fn take_text(map: &mut Table<Value>, key: &str) -> Option<String> {
    map.remove(key)?.text()
}

fn read_table<T>(value: Value, read: fn(Value) -> Option<T>) -> Option<Table<T>> {
    let map = value.map()?;
    if map.len() > bounds::ENTRIES {
        return None;
    }
    let mut table = Table::new();
    for (key, value) in map {
        table.insert(key, read(value)?);
    }
    Some(table)
}

fn read_set(value: Value) -> Option<Set> {
    let list = value.list()?;
    if list.len() > bounds::ITEMS {
        return None;
    }
    let mut set = Set::new();
    for item in list {
        if !set.insert(item.text()?) {
            return None;
        }
    }
    Some(set)
}

fn take_set(map: &mut Table<Value>, key: &str) -> Option<Set> {
    read_set(map.remove(key)?)
}

fn read_entry(value: Value) -> Option<Entry> {
    let mut kinds = value.map()?.into_iter();
    let (kind, value) = kinds.next()?;
    if kinds.next().is_some() {
        return None;
    }
    Some(match kind.as_str() {
        "text" => Entry::Text(value.text()?),
        "money" => {
            let mut map = value.map()?;
            let (text, currency) = (take_text(&mut map, "text")?, take_text(&mut map, "currency")?);
            return map.is_empty().then_some(Entry::Money { text, currency });
        }
        "said" => Entry::Said(match value.text()?.as_str() {
            "yes" => Said::Yes,
            "no" => Said::No,
            "unknown" => Said::Unknown,
            _ => return None,
        }),
        "picked" => Entry::Picked(read_set(value)?),
        "apps" => {
            let mut map = value.map()?;
            let (known, other) = (take_set(&mut map, "known")?, take_set(&mut map, "other")?);
            let whole = map.remove("whole")?.bool()?;
            return map.is_empty().then_some(Entry::Apps(Apps { known, other, whole }));
        }
        _ => return None,
    })
}

fn read_row(value: Value) -> Option<Row> {
    let mut map = value.map()?;
    let kind = RowKind::parse(&take_text(&mut map, "kind")?)?;
    let parent = match map.remove("parent") {
        Some(parent) => Some(read_key(parent)?),
        None => None,
    };
    let row = Row { key: read_key(map.remove("key")?)?, kind, parent, fields: read_texts(map.remove("fields")?)? };
    (map.is_empty() && row.fields.keys().all(|field| kind.shape().holds(field))).then_some(row)
}

fn read_key(value: Value) -> Option<u32> {
    u32::try_from(value.number()?).ok()
}

fn read_person(value: Value) -> Option<Person> {
    let mut map = value.map()?;
    let mut person = Person {
        key: read_key(map.remove("key")?)?,
        name: take_text(&mut map, "name")?,
        title: take_text(&mut map, "title")?,
        contact: take_text(&mut map, "contact")?,
        influence: None,
        role: None,
        group: None,
    };
    if let Some(influence) = map.remove("influence") {
        person.influence = Some(Influence::parse(&influence.text()?)?);
    }
    if let Some(role) = map.remove("role") {
        person.role = Some(role.text()?);
    }
    if let Some(group) = map.remove("group") {
        person.group = Some(group.text()?);
    }
    map.is_empty().then_some(person)
}

fn read_rate(value: Value) -> Option<Rate> {
    let mut map = value.map()?;
    let rate = Rate { text: take_text(&mut map, "text")?, date: take_text(&mut map, "date")? };
    map.is_empty().then_some(rate)
}

fn read_section(value: Value) -> Option<SectionText> {
    let mut map = value.map()?;
    let author = match map.remove("author") {
        None => Author::Partner,
        Some(author) => (author.text()? == "customer").then_some(Author::Customer)?,
    };
    let section = SectionText { text: take_text(&mut map, "text")?, done: map.remove("done")?.bool()?, author };
    map.is_empty().then_some(section)
}
