//! Roles in the buying group, and who fills them.
use super::account::{Influence, Person};
use super::answer::Answers;
use super::condition::{Condition, Holds};
use std::ops::Range;

/// A role as far as matching cares. Roles are matched in order: the first that fits a title wins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    pub id: String,
    /// Title patterns of whole words; `*` stands for one or more words, `?` for one letter.
    pub words: Vec<String>,
    /// Patterns of what is taken out of a title before those words are looked for: a vice president is no president.
    pub except: Vec<String>,
    /// Without a condition the role is always needed.
    pub needed: Option<Condition>,
    /// Only a person with at least medium influence covers it.
    pub influence: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Covered,
    /// Named, but with too little influence.
    TooWeak,
    /// Named, but their influence hasn't been judged.
    NotJudged,
    Missing,
}

/// One row of the coverage table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    pub role: String,
    pub needed: Holds,
    pub status: Status,
    /// Indexes of the people matched to it.
    pub people: Vec<usize>,
}

/// Who fills each role. People whom no role fits are left for the user to place: see [`role_of`].
pub fn coverage(roles: &[Role], people: &[Person], answers: &Answers) -> Vec<Coverage> {
    let filled: Vec<Option<&Role>> = people.iter().map(|person| role_of(roles, person)).collect();
    let row = |role: &Role| {
        let own: Vec<usize> =
            (0..people.len()).filter(|at| filled[*at].is_some_and(|filled| filled.id == role.id)).collect();
        let needed = role.needed.as_ref().map_or(Holds::Yes, |condition| condition.holds(answers));
        let status = status(role, own.iter().map(|at| &people[*at]));
        Coverage { role: role.id.clone(), needed, status, people: own }
    };
    roles.iter().map(row).collect()
}

/// A role chosen by hand wins, then the first whose words are in the title.
pub fn role_of<'a>(roles: &'a [Role], person: &Person) -> Option<&'a Role> {
    match &person.role {
        Some(chosen) => roles.iter().find(|role| role.id == *chosen),
        None => {
            let title = title_words(&person.title);
            roles.iter().find(|role| {
                let title = without(&role.except, &title);
                role.words.iter().any(|pattern| found(&pattern_words(pattern), &title).is_some())
            })
        }
    }
}

fn status<'a>(role: &Role, people: impl Iterator<Item = &'a Person>) -> Status {
    let rank = |person: &Person| match person.influence {
        _ if !role.influence => Status::Covered,
        Some(Influence::Medium | Influence::High) => Status::Covered,
        Some(Influence::Low) => Status::TooWeak,
        None => Status::NotJudged,
    };
    let order = [Status::Covered, Status::NotJudged, Status::TooWeak];
    let ranks: Vec<Status> = people.map(rank).collect();
    order.into_iter().find(|status| ranks.contains(status)).unwrap_or(Status::Missing)
}

/// Whether the words of a pattern stand one after another in a title, whole words, any case.
pub fn matches(pattern: &str, title: &str) -> bool {
    found(&pattern_words(pattern), &title_words(title)).is_some()
}

/// A title without what these patterns find in it.
fn without(patterns: &[String], title: &[String]) -> Vec<String> {
    let mut left = title.to_vec();
    for pattern in patterns.iter().map(|pattern| pattern_words(pattern)).filter(|pattern| !pattern.is_empty()) {
        while let Some(range) = found(&pattern, &left) {
            left.drain(range);
        }
    }
    left
}

fn pattern_words(pattern: &str) -> Vec<String> {
    words(pattern, |c| c.is_alphanumeric() || matches!(c, '*' | '?'))
}

fn title_words(title: &str) -> Vec<String> {
    words(title, char::is_alphanumeric)
}

fn words(text: &str, part_of_word: impl Fn(char) -> bool) -> Vec<String> {
    let split = text.split(|c: char| !part_of_word(c));
    split.filter(|word| !word.is_empty()).map(str::to_ascii_lowercase).collect()
}

/// Where the words of a pattern stand: the first place, and as many words as they can take there.
fn found(pattern: &[String], title: &[String]) -> Option<Range<usize>> {
    (0..title.len()).find_map(|start| longest(pattern, title.get(start..)?).map(|taken| start..start + taken))
}

/// How many words from the start of a title a pattern takes at most.
fn longest(pattern: &[String], title: &[String]) -> Option<usize> {
    let Some((wanted, rest)) = pattern.split_first() else { return Some(0) };
    let (word, more) = title.split_first()?;
    let taken = match wanted.as_str() {
        "*" => longest(pattern, more).or_else(|| longest(rest, more)),
        wanted if same(wanted, word) => longest(rest, more),
        _ => None,
    };
    taken.map(|taken| taken + 1)
}

fn same(pattern: &str, word: &str) -> bool {
    pattern.chars().count() == word.chars().count()
        && pattern.chars().zip(word.chars()).all(|(wanted, is)| wanted == is || wanted == '?')
}
