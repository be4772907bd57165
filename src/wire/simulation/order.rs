//! An order: the rows of a business case, what holds where nothing was typed, and how many draws.
use super::MOST;
use crate::domain::account::Account;
use crate::domain::row::{Row, Rows};
use crate::domain::table::Table;
use crate::domain::value::simulate::Sequence;
use crate::wire::account;
use crate::wire::json::{self, Value, Writer};
use crate::wire::order::is_of_the_case;
use std::rc::Rc;

#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    pub draws: usize,
    pub sequence: Sequence,
    /// The playbook's, as texts that are read like typed ones.
    pub defaults: Table<String>,
    /// The plan with its seed, and everything that it is worked out from.
    pub rows: Rows,
}

impl Order {
    /// Of all rows of an account, those that count.
    pub fn new(rows: &[Rc<Row>], defaults: &Table<String>, draws: usize) -> Self {
        let rows = rows.iter().filter(|row| is_of_the_case(row.kind)).cloned().collect();
        Self { draws, sequence: Sequence::Quasi, defaults: defaults.clone(), rows }
    }

    pub fn write(&self) -> String {
        let mut writer = Writer::new(false);
        writer.open('{');
        writer.key("draws");
        writer.number(self.draws.min(MOST) as u32);
        writer.key("plain");
        writer.bool(self.sequence == Sequence::Plain);
        writer.key("defaults");
        account::write_texts(&mut writer, &self.defaults);
        writer.key("account");
        account::write(&mut writer, &Account { rows: self.rows.clone(), ..Account::default() });
        writer.close('}');
        writer.text
    }

    pub fn read(text: &str) -> Option<Self> {
        let mut map = json::read(text).and_then(Value::map)?;
        let draws = usize::try_from(map.remove("draws")?.number()?).ok()?;
        let plain = map.remove("plain")?.bool()?;
        let order = Self {
            draws,
            sequence: if plain { Sequence::Plain } else { Sequence::Quasi },
            defaults: account::read_texts(map.remove("defaults")?)?,
            rows: account::read(map.remove("account")?)?.rows,
        };
        (map.is_empty() && draws <= MOST).then_some(order)
    }
}
