//! Maps and sets that refuse the same key twice, since the second could hide the first, and more than fit: putting
//! ever more into a sorted list gets slow.
use super::bounds;
use crate::domain::table::{self, Table};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};
use std::fmt;
use std::marker::PhantomData;

pub struct Map<T>(pub Table<T>);

#[derive(Default)]
pub struct Set(pub table::Set);

impl<T> Map<T> {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The twin of a map of the domain.
    pub fn of<'a, D: 'a>(map: &'a Table<D>, twin: impl Fn(&'a D) -> T) -> Self {
        Self(map.iter().map(|(key, value)| (key.clone(), twin(value))).collect())
    }

    /// The map of the domain that this is the twin of.
    pub fn into<D>(self, domain: impl Fn(T) -> D) -> Table<D> {
        self.0.into_iter().map(|(key, value)| (key, domain(value))).collect()
    }
}

impl Set {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T> Default for Map<T> {
    fn default() -> Self {
        Self(Table::new())
    }
}

impl<T: Serialize> Serialize for Map<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter())
    }
}

impl Serialize for Set {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Map<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MapVisitor(PhantomData))
    }
}

impl<'de> Deserialize<'de> for Set {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(SetVisitor)
    }
}

struct MapVisitor<T>(PhantomData<T>);
struct SetVisitor;

impl<'de, T: Deserialize<'de>> Visitor<'de> for MapVisitor<T> {
    type Value = Map<T>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        let mut map = Table::new();
        while let Some((key, value)) = access.next_entry()? {
            if map.len() == bounds::ENTRIES || map.insert(key, value).is_some() {
                return Err(A::Error::custom("twice, or too many"));
            }
        }
        Ok(Map(map))
    }
}

impl<'de> Visitor<'de> for SetVisitor {
    type Value = Set;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        let mut set = table::Set::new();
        while let Some(item) = access.next_element()? {
            if set.len() == bounds::ITEMS || !set.insert(item) {
                return Err(A::Error::custom("twice, or too many"));
            }
        }
        Ok(Set(set))
    }
}
