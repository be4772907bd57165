//! What a section is looked at for: a closed set of kinds, each of which says what holds, what lacks and what can't be
//! told yet. It reads signs, not sense, so all of it is advice.
use crate::domain::account::Person;
use crate::domain::date::day_count;
use crate::domain::persona;
use crate::domain::poc::Window;
use crate::domain::pov::Plan;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Check {
    /// So many words at least.
    LeastWords(usize),
    /// So many words at most.
    MostWords(usize),
    /// Two lines at least, none of more words.
    ShortLines(usize),
    /// A figure.
    Figure,
    /// A day.
    Day,
    /// One of these words or phrases, whole, in any case.
    AnyOf(Vec<String>),
    /// Start and end are set, in order, and not too far apart.
    Window,
    /// The final decision meeting is booked.
    Decision,
    /// Each success criterion has a measure, today's figure and a target.
    Criteria,
    /// Each prerequisite has a provider and a day.
    Prerequisites,
    /// Each step has a name, a day and someone who does it.
    Steps,
    /// Everyone has a name, a title and a contact.
    People,
    /// Each customer group has someone.
    Groups,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    Holds,
    Lacks,
    /// There is nothing to look at yet.
    Open,
}

/// What a section is looked at in.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    pub text: &'a str,
    pub plan: &'a Plan,
    pub window: &'a Window,
    pub people: &'a [Person],
    /// Ids of the customer groups.
    pub groups: &'a [&'a str],
}

impl Check {
    /// It looks at the plan or the people rather than the text.
    pub fn is_of_plan(&self) -> bool {
        use Check::{AnyOf, Day, Figure, LeastWords, MostWords, ShortLines};
        !matches!(self, LeastWords(_) | MostWords(_) | ShortLines(_) | Figure | Day | AnyOf(_))
    }
}

pub fn look(check: &Check, seen: &Seen) -> Found {
    let text = |holds: fn(&str) -> bool| written(seen.text, holds(seen.text));
    match check {
        Check::LeastWords(least) => written(seen.text, words(seen.text) >= *least),
        Check::MostWords(most) => written(seen.text, words(seen.text) <= *most),
        Check::ShortLines(most) => written(seen.text, short_lines(seen.text, *most)),
        Check::Figure => text(has_figure),
        Check::Day => text(has_day),
        Check::AnyOf(any) => {
            let says = |word: &String| seen.text.lines().any(|line| persona::matches(word, line));
            written(seen.text, any.iter().any(says))
        }
        Check::Window => window(seen),
        Check::Decision => if_any(
            seen.plan.days.start.or(seen.plan.days.end).is_some() || seen.plan.decision().is_some(),
            seen.plan.decision().is_some(),
        ),
        Check::Criteria => each(&seen.plan.criteria, |one| {
            [&one.use_case, &one.measure, &one.baseline, &one.target].iter().all(|text| !text.is_empty())
        }),
        Check::Prerequisites => {
            each(&seen.plan.prerequisites, |one| !one.what.is_empty() && !one.who.is_empty() && one.available.is_some())
        }
        Check::Steps => each(&seen.plan.events, |one| !one.name.is_empty() && !one.who.is_empty() && one.day.is_some()),
        Check::People => each(seen.people, |person| {
            [&person.name, &person.title, &person.contact].iter().all(|text| !text.trim().is_empty())
        }),
        Check::Groups => {
            let has = |group: &&str| super::covered(seen.people, group).next().is_some();
            if_any(seen.people.iter().any(|person| person.group.is_some()), seen.groups.iter().all(has))
        }
    }
}

fn if_any(there: bool, holds: bool) -> Found {
    match (there, holds) {
        (false, _) => Found::Open,
        (true, true) => Found::Holds,
        (true, false) => Found::Lacks,
    }
}

fn written(text: &str, holds: bool) -> Found {
    if_any(!text.trim().is_empty(), holds)
}

fn each<T>(all: &[T], holds: impl Fn(&T) -> bool) -> Found {
    if_any(!all.is_empty(), all.iter().all(holds))
}

fn window(seen: &Seen) -> Found {
    let days = seen.plan.days;
    let longest = day_count(seen.window.most);
    let kept = days.start.zip(days.end).is_some_and(|(start, end)| (0..=longest).contains(&(end.0 - start.0)));
    if_any(days.start.or(days.end).is_some(), kept)
}

/// Stretches that hold a letter or a digit.
fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

fn short_lines(text: &str, most: usize) -> bool {
    let lines: Vec<usize> = text.lines().map(words).filter(|count| *count > 0).collect();
    lines.len() >= 2 && lines.iter().all(|count| *count <= most)
}

/// A digit of any script; the number of a list's point isn't a figure.
fn has_figure(text: &str) -> bool {
    text.lines().any(|line| {
        let line = line.trim_start();
        let digits = line.chars().take_while(char::is_ascii_digit).count();
        let rest = line.get(digits..).unwrap_or("");
        let point = rest.strip_prefix(['.', ')']).filter(|rest| digits > 0 && rest.starts_with(char::is_whitespace));
        point.unwrap_or(line).chars().any(char::is_numeric)
    })
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// `2027-03-15`, `15.3.2027`, `3/15/27`, `15 March`, `March 15`.
fn has_day(text: &str) -> bool {
    let parts = |word: &str, sign: char| {
        let mut numbers =
            word.split(sign).map(|part| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()));
        numbers.by_ref().take(3).filter(|digits| *digits).count() == 3 && numbers.next().is_none()
    };
    let clean = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let words: Vec<String> = text.split_whitespace().map(clean).collect();
    let is_number = |word: Option<&String>| {
        word.is_some_and(|word| {
            let digits = word.trim_end_matches(char::is_alphabetic);
            digits.parse::<u32>().is_ok_and(|day| (1..=31).contains(&day))
        })
    };
    words.iter().enumerate().any(|(at, word)| {
        // "may" and "march" are words of their own: a number must stand beside them.
        let month = word.len() >= 3 && MONTHS.iter().any(|month| month.starts_with(word.as_str()));
        let beside = is_number(words.get(at + 1)) || at.checked_sub(1).is_some_and(|at| is_number(words.get(at)));
        (month && beside) || ['-', '.', '/'].iter().any(|sign| parts(word, *sign))
    })
}
