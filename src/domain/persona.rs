//! Roles in the buying group, and who fills them.
use super::account::{Influence, Person};
use super::answer::Answers;
use super::condition::{Condition, Holds};

/// A role as far as matching cares. Roles are matched in order: the first that fits a title wins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    pub id: String,
    /// Title patterns of whole words; `*` stands for one or more words, `?` for one letter.
    pub words: Vec<String>,
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
        None => roles.iter().find(|role| role.words.iter().any(|pattern| matches(pattern, &person.title))),
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
    let pattern = words(pattern, |c| c.is_alphanumeric() || matches!(c, '*' | '?'));
    let title = words(title, char::is_alphanumeric);
    (0..title.len()).any(|start| matches_here(&pattern, &title[start..]))
}

fn words(text: &str, part_of_word: impl Fn(char) -> bool) -> Vec<String> {
    let split = text.split(|c: char| !part_of_word(c));
    split.filter(|word| !word.is_empty()).map(str::to_ascii_lowercase).collect()
}

fn matches_here(pattern: &[String], title: &[String]) -> bool {
    match (pattern.split_first(), title.split_first()) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some((wild, rest)), Some((_, more))) if wild == "*" => matches_here(rest, more) || matches_here(pattern, more),
        (Some((word, rest)), Some((own, more))) => same(word, own) && matches_here(rest, more),
    }
}

fn same(pattern: &str, word: &str) -> bool {
    pattern.chars().count() == word.chars().count()
        && pattern.chars().zip(word.chars()).all(|(wanted, is)| wanted == is || wanted == '?')
}
