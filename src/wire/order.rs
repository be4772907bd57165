//! What a page asks its worker for: which document, and all that goes into it. Both are of one build, so there are no
//! versions; what can't be read is refused all the same.
use super::account;
use super::json::{self, Value, Writer};
use crate::domain::account::Account;
use crate::domain::date::Day;
use crate::domain::row::{RowKind, Rows};
use crate::domain::table::Table;

/// A document that only the worker can write, with all that it takes.
#[derive(Clone, Debug, PartialEq)]
pub enum Order {
    /// The business case as a workbook.
    Workbook(Workbook),
    /// A written document as a Word file.
    Word(Parts),
    /// Days for a calendar.
    Calendar(Parts),
}

/// Rows of texts, of which the first says what the row holds.
pub type Parts = Vec<Vec<String>>;

#[derive(Clone, Debug, PartialEq)]
pub struct Workbook {
    /// The account's name.
    pub name: String,
    pub today: Day,
    /// Of the playbook: its version, its line that this is unofficial, and what holds in a plan where nothing was typed.
    pub version: String,
    pub disclaimer: String,
    pub defaults: Table<String>,
    /// Those of the business case.
    pub rows: Rows,
}

const WORKBOOK: &str = "workbook";
const WORD: &str = "word";
const CALENDAR: &str = "calendar";

/// What a business case is made of; the rest of the account never leaves the page.
pub const fn is_of_the_case(kind: RowKind) -> bool {
    matches!(
        kind,
        RowKind::Plan
            | RowKind::Role
            | RowKind::Process
            | RowKind::Lane
            | RowKind::Step
            | RowKind::Branch
            | RowKind::Benefit
            | RowKind::Cost
    )
}

pub fn write(order: &Order) -> String {
    let mut writer = Writer::new(false);
    writer.open('{');
    match order {
        Order::Workbook(workbook) => write_workbook(&mut writer, workbook),
        Order::Word(parts) => write_parts(&mut writer, WORD, parts),
        Order::Calendar(parts) => write_parts(&mut writer, CALENDAR, parts),
    }
    writer.close('}');
    writer.text
}

fn write_workbook(writer: &mut Writer, workbook: &Workbook) {
    account::write_text(writer, "wanted", WORKBOOK);
    account::write_text(writer, "name", &workbook.name);
    account::write_text(writer, "today", &workbook.today.to_string());
    account::write_text(writer, "version", &workbook.version);
    account::write_text(writer, "disclaimer", &workbook.disclaimer);
    writer.key("defaults");
    account::write_texts(writer, &workbook.defaults);
    writer.key("account");
    let rows = workbook.rows.iter().filter(|row| is_of_the_case(row.kind)).cloned().collect();
    account::write(writer, &Account { rows, ..Account::default() });
}

fn write_parts(writer: &mut Writer, wanted: &str, parts: &Parts) {
    account::write_text(writer, "wanted", wanted);
    writer.key("parts");
    writer.open('[');
    for texts in parts {
        writer.item();
        writer.open('[');
        for text in texts {
            writer.item();
            writer.string(text);
        }
        writer.close(']');
    }
    writer.close(']');
}

pub fn read(text: &str) -> Option<Order> {
    let mut map = json::read(text).and_then(Value::map)?;
    match account::take_text(&mut map, "wanted")?.as_str() {
        WORKBOOK => read_workbook(&mut map).map(Order::Workbook),
        WORD => read_parts(&mut map).map(Order::Word),
        CALENDAR => read_parts(&mut map).map(Order::Calendar),
        _ => None,
    }
}

fn read_workbook(map: &mut Table<Value>) -> Option<Workbook> {
    Some(Workbook {
        name: account::take_text(map, "name")?,
        today: Day::parse(&account::take_text(map, "today")?)?,
        version: account::take_text(map, "version")?,
        disclaimer: account::take_text(map, "disclaimer")?,
        defaults: account::read_texts(map.remove("defaults")?)?,
        rows: account::read(map.remove("account")?)?.rows,
    })
}

fn read_parts(map: &mut Table<Value>) -> Option<Parts> {
    let row = |row: Value| row.list()?.into_iter().map(Value::text).collect();
    map.remove("parts")?.list()?.into_iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::row::Row;
    use std::rc::Rc;

    #[test]
    fn an_order_arrives_as_it_was_given_without_what_is_none_of_its_business() {
        let kinds = [RowKind::Plan, RowKind::Benefit, RowKind::Cost];
        let mut rows: Rows = (1..).zip(kinds).map(|(key, kind)| Rc::new(Row::new(key, kind, None))).collect();
        let order = Workbook {
            name: "\"A\" & B\n".into(),
            today: Day(20_000),
            version: "1".into(),
            disclaimer: "Unofficial".into(),
            defaults: [("days".to_owned(), "220".to_owned())].into_iter().collect(),
            rows: rows.clone(),
        };
        let back = |order: &Workbook| read(&write(&Order::Workbook(order.clone())));
        assert_eq!(back(&order), Some(Order::Workbook(order.clone())));
        let other = RowKind::ALL.into_iter().find(|kind| !is_of_the_case(*kind));
        rows.extend(other.map(|kind| Rc::new(Row::new(9, kind, None))));
        let whole = Workbook { rows, ..order.clone() };
        assert_eq!(back(&whole), Some(Order::Workbook(order)));
        assert_eq!(read("{}"), None);
    }

    #[test]
    fn written_parts_arrive_text_for_text() {
        let parts = vec![vec!["a \"b\"".to_owned(), "line\nbreak".to_owned(), String::new()], Vec::new()];
        for order in [Order::Word(parts.clone()), Order::Calendar(parts)] {
            assert_eq!(read(&write(&order)), Some(order));
        }
        assert_eq!(read("{\"wanted\":\"word\",\"parts\":[[1]]}"), None);
        assert_eq!(read("{\"wanted\":\"else\",\"parts\":[]}"), None);
    }
}
