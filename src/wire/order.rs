//! What a page asks its worker for: which document, of which business case. Both are of one build, so there are no
//! versions; what can't be read is refused all the same.
use super::account;
use super::json::{self, Value, Writer};
use crate::domain::account::Account;
use crate::domain::date::Day;
use crate::domain::row::{RowKind, Rows};
use crate::domain::table::Table;

/// A document that only the worker can write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// The business case as a workbook.
    Workbook,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    pub wanted: Wanted,
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

impl Wanted {
    pub const ALL: [Self; 1] = [Self::Workbook];

    const fn id(self) -> &'static str {
        match self {
            Self::Workbook => "workbook",
        }
    }
}

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
    account::write_text(&mut writer, "wanted", order.wanted.id());
    account::write_text(&mut writer, "name", &order.name);
    account::write_text(&mut writer, "today", &order.today.to_string());
    account::write_text(&mut writer, "version", &order.version);
    account::write_text(&mut writer, "disclaimer", &order.disclaimer);
    writer.key("defaults");
    account::write_texts(&mut writer, &order.defaults);
    writer.key("account");
    let rows = order.rows.iter().filter(|row| is_of_the_case(row.kind)).cloned().collect();
    account::write(&mut writer, &Account { rows, ..Account::default() });
    writer.close('}');
    writer.text
}

pub fn read(text: &str) -> Option<Order> {
    let mut map = json::read(text).and_then(Value::map)?;
    let wanted = account::take_text(&mut map, "wanted")?;
    Some(Order {
        wanted: Wanted::ALL.into_iter().find(|own| own.id() == wanted)?,
        name: account::take_text(&mut map, "name")?,
        today: Day::parse(&account::take_text(&mut map, "today")?)?,
        version: account::take_text(&mut map, "version")?,
        disclaimer: account::take_text(&mut map, "disclaimer")?,
        defaults: account::read_texts(map.remove("defaults")?)?,
        rows: account::read(map.remove("account")?)?.rows,
    })
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
        let mut order = Order {
            wanted: Wanted::Workbook,
            name: "\"A\" & B\n".into(),
            today: Day(20_000),
            version: "1".into(),
            disclaimer: "Unofficial".into(),
            defaults: [("days".to_owned(), "220".to_owned())].into_iter().collect(),
            rows: rows.clone(),
        };
        assert_eq!(read(&write(&order)), Some(order.clone()));
        let other = RowKind::ALL.into_iter().find(|kind| !is_of_the_case(*kind));
        rows.extend(other.map(|kind| Rc::new(Row::new(9, kind, None))));
        let whole = Order { rows, ..order.clone() };
        order.wanted = Wanted::Workbook;
        assert_eq!(read(&write(&whole)), Some(order));
        assert_eq!(read("{}"), None);
    }
}
