//! A small map and a small set with text keys, kept in order.
//!
//! The standard ones bring a tree and a sort for every type they hold, which is a tenth of what the page may weigh;
//! an account has some fifty entries, for which a sorted list is as quick.

/// A map from text, in the order of its keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table<V>(Vec<(String, V)>);

impl<V> Default for Table<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<V> Table<V> {
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    fn find(&self, key: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(own, _)| own.as_str().cmp(key))
    }

    pub fn get<K: AsRef<str> + ?Sized>(&self, key: &K) -> Option<&V> {
        self.find(key.as_ref()).ok().map(|at| &self.0[at].1)
    }

    pub fn contains_key<K: AsRef<str> + ?Sized>(&self, key: &K) -> bool {
        self.find(key.as_ref()).is_ok()
    }

    /// What was there before, if anything was.
    pub fn insert(&mut self, key: String, value: V) -> Option<V> {
        match self.find(&key) {
            Ok(at) => Some(std::mem::replace(&mut self.0[at].1, value)),
            Err(at) => {
                self.0.insert(at, (key, value));
                None
            }
        }
    }

    pub fn remove<K: AsRef<str> + ?Sized>(&mut self, key: &K) -> Option<V> {
        self.find(key.as_ref()).ok().map(|at| self.0.remove(at).1)
    }

    /// The value at a key, made by default when there is none.
    pub fn at(&mut self, key: String) -> &mut V
    where
        V: Default,
    {
        let at = self.find(&key).unwrap_or_else(|at| {
            self.0.insert(at, (key, V::default()));
            at
        });
        &mut self.0[at].1
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&String, &V)> + Clone {
        self.0.iter().map(|(key, value)| (key, value))
    }

    pub fn keys(&self) -> impl Iterator<Item = &String> {
        self.0.iter().map(|(key, _)| key)
    }

    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.0.iter().map(|(_, value)| value)
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<V> FromIterator<(String, V)> for Table<V> {
    fn from_iter<I: IntoIterator<Item = (String, V)>>(pairs: I) -> Self {
        let mut table = Self::new();
        for (key, value) in pairs {
            table.insert(key, value);
        }
        table
    }
}

impl<V, const N: usize> From<[(String, V); N]> for Table<V> {
    fn from(pairs: [(String, V); N]) -> Self {
        pairs.into_iter().collect()
    }
}

impl<V> IntoIterator for Table<V> {
    type Item = (String, V);
    type IntoIter = std::vec::IntoIter<(String, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// A set of texts, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Set(Vec<String>);

impl Set {
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    fn find(&self, item: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|own| own.as_str().cmp(item))
    }

    pub fn contains<K: AsRef<str> + ?Sized>(&self, item: &K) -> bool {
        self.find(item.as_ref()).is_ok()
    }

    /// Whether it was new.
    pub fn insert(&mut self, item: String) -> bool {
        match self.find(&item) {
            Ok(_) => false,
            Err(at) => {
                self.0.insert(at, item);
                true
            }
        }
    }

    /// Whether it was there.
    pub fn remove<K: AsRef<str> + ?Sized>(&mut self, item: &K) -> bool {
        self.find(item.as_ref()).is_ok_and(|at| {
            self.0.remove(at);
            true
        })
    }

    pub fn is_disjoint(&self, other: &Self) -> bool {
        !self.0.iter().any(|item| other.contains(item.as_str()))
    }

    pub fn retain(&mut self, keep: impl FnMut(&String) -> bool) {
        self.0.retain(keep);
    }

    pub fn iter(&self) -> std::slice::Iter<'_, String> {
        self.0.iter()
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<String> for Set {
    fn from_iter<I: IntoIterator<Item = String>>(items: I) -> Self {
        let mut set = Self::new();
        for item in items {
            set.insert(item);
        }
        set
    }
}

impl<const N: usize> From<[String; N]> for Set {
    fn from(items: [String; N]) -> Self {
        items.into_iter().collect()
    }
}

impl<'a> IntoIterator for &'a Set {
    type Item = &'a String;
    type IntoIter = std::slice::Iter<'a, String>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl IntoIterator for Set {
    type Item = String;
    type IntoIter = std::vec::IntoIter<String>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    /// The same doings as with the standard map and set give the same.
    #[test]
    fn behaves_as_the_standard_ones() {
        let (mut table, mut map) = (Table::new(), BTreeMap::new());
        let (mut set, mut standard) = (Set::new(), BTreeSet::new());
        let mut state = 7_u32;
        for round in 0..5_000 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let key = format!("k{}", (state >> 16) % 40);
            if state & 64 == 0 {
                assert_eq!(table.insert(key.clone(), round), map.insert(key.clone(), round));
                assert_eq!(set.insert(key.clone()), standard.insert(key));
            } else {
                assert_eq!(table.remove(key.as_str()), map.remove(&key));
                assert_eq!(set.remove(key.as_str()), standard.remove(&key));
            }
            assert!(table.iter().eq(map.iter()) && set.iter().eq(standard.iter()));
        }
    }
}
