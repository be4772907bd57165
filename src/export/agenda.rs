//! The days of a plan for a calendar: what happens on each, whole days without a time zone. A later version of the same
//! plan replaces an earlier one: what names an entry stays, a count of versions goes up.
use super::case::Case;
use super::checklist::{Audience, Stamp};
use super::document::{clean, line};
use super::parcel::Parcel;
use super::progress::Progress;
use super::{plan, words};
use crate::domain::date::Day;
use crate::domain::guide::{Short, ShortKind};
use crate::domain::pov::{EventKind, Plan};

/// A calendar without any day is none.
pub const NO_DAYS: &str = "No day is set yet, so there is nothing for a calendar. Set one first.";

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agenda {
    /// What a program for calendars may call it.
    pub name: String,
    /// Date, version, and that it is unofficial.
    pub about: String,
    /// The day of writing, as `YYYY-MM-DD`.
    pub written: String,
    /// How often the days changed since a calendar was first written.
    pub version: u32,
    pub entries: Vec<Entry>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The same in every version, and nowhere else in the world.
    pub id: String,
    pub day: Day,
    pub name: String,
    pub about: String,
}

/// The agenda for one audience, and what the account must keep so that the next version is known as one. `id` is the
/// case's, `kept` what was kept last.
pub fn agenda(case: &Case, audience: Audience, id: &str, kept: &str) -> (Agenda, String) {
    let short = Progress::of(case).short().map(|(short, _)| short);
    // Whoever it is for: their versions are those of the whole.
    let whole = entries(case, short.as_ref(), Audience::Partner, id);
    let (version, keep) = next_version(&whole, kept);
    let stamp = Stamp::of(case);
    let agenda = Agenda {
        name: format!("{}: {}", words::capital(kind(short.as_ref())), stamp.account),
        about: format!("{}, playbook {}. {}", stamp.date.in_words(), stamp.version, clean(&stamp.disclaimer)),
        written: case.today.to_string(),
        version,
        entries: if audience == Audience::Partner { whole } else { entries(case, short.as_ref(), audience, id) },
    };
    (agenda, keep)
}

/// What is kept is the version and a mark of what it held.
fn next_version(entries: &[Entry], kept: &str) -> (u32, String) {
    let mark = format!("{:016x}", mark(entries));
    let (version, before) = kept.split_once(' ').unwrap_or_default();
    let version = match version.parse::<u32>() {
        Ok(version) if before == mark => version,
        Ok(version) => version.saturating_add(1),
        Err(_) => 0,
    };
    (version, format!("{version} {mark}"))
}

/// FNV-1a: tells versions apart, keeps no secret.
fn mark(entries: &[Entry]) -> u64 {
    let texts = entries
        .iter()
        .flat_map(|entry| [entry.id.clone(), entry.day.to_string(), entry.name.clone(), entry.about.clone()]);
    let bytes = texts.flat_map(|text| text.into_bytes().into_iter().chain([0]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

fn kind(short: Option<&Short>) -> &'static str {
    if short.is_some() { "trial" } else { "proof of concept" }
}

/// In the order of their days.
fn entries(case: &Case, short: Option<&Short>, audience: Audience, id: &str) -> Vec<Entry> {
    let plan = plan::read(case);
    let shares_steps = audience != Audience::Registration;
    let all = match short {
        Some(Short { kind: ShortKind::SelfService, check_in, .. }) => {
            check_in.filter(|_| shares_steps).map(checked).into_iter().collect()
        }
        Some(short) => window(case, &short.plan()),
        None if shares_steps => [window(case, &plan), agreed(&plan)].concat(),
        None => window(case, &plan),
    };
    let with = match audience {
        Audience::Customer => kind(short).to_owned(),
        Audience::Partner | Audience::Registration => case.name(),
    };
    let id: String = id.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-')).collect();
    let mut all: Vec<Entry> = all
        .into_iter()
        .map(|(key, day, name, about)| {
            let about = about.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
            Entry { id: format!("{id}.{key}@fitproof"), day, name: format!("{name} ({with})"), about }
        })
        .collect();
    all.sort_by_key(|entry| entry.day);
    all
}

/// A key within the case, the day, its name, and lines about it.
type Found = (String, Day, String, Vec<String>);

/// When it starts, ends and is decided.
fn window(case: &Case, plan: &Plan) -> Vec<Found> {
    let window = &case.playbook.window;
    let planned =
        |day: Day| plan.events.iter().any(|event| event.kind == EventKind::Decision && event.day == Some(day));
    let days = window.named(plan.days).into_iter().filter_map(|(question, day)| Some((question, day?)));
    // A step of the plan says more of the same meeting.
    let days = days.filter(|(question, day)| **question != window.decision || !planned(*day));
    days.map(|(question, day)| (question.clone(), day, case.short(question), Vec::new())).collect()
}

/// When somebody who tries it alone is asked how it went.
fn checked(day: Day) -> Found {
    ("check-in".to_owned(), day, "Check-in".to_owned(), Vec::new())
}

/// What both sides agreed on: no note on a result, nothing that one side keeps to itself.
fn agreed(plan: &Plan) -> Vec<Found> {
    let row = |key: u32| format!("row-{key}");
    let who = |who: &str| if who.is_empty() { String::new() } else { format!("Who: {}", line(who)) };
    let state = |done: bool| if done { "Done" } else { "Open" }.to_owned();
    let events = plan.events.iter().filter(|event| !event.name.is_empty()).filter_map(|event| {
        Some((row(event.key), event.day?, plan::step(event), vec![who(&event.who), state(event.done)]))
    });
    let prerequisites = plan.prerequisites.iter().filter(|one| !one.what.is_empty()).filter_map(|one| {
        let name = format!("Available: {}", line(&one.what));
        Some((row(one.key), one.available?, name, vec![who(&one.who), state(one.done)]))
    });
    let criteria = plan.criteria.iter().filter(|one| !one.use_case.is_empty()).filter_map(|one| {
        let goal = [&one.measure, &one.target].map(|text| line(text)).into_iter().filter(|text| !text.is_empty());
        let about =
            vec![goal.collect::<Vec<_>>().join(": "), who(&one.owner), words::capital(words::result(one.result))];
        Some((row(one.key), one.due?, format!("Criterion due: {}", line(&one.use_case)), about))
    });
    events.chain(prerequisites).chain(criteria).collect()
}

/// For the worker that writes it.
pub fn pack(agenda: &Agenda) -> Parcel {
    let head = [&agenda.name, &agenda.about, &agenda.written, &agenda.version.to_string()].map(Clone::clone);
    let entry = |entry: &Entry| vec![entry.id.clone(), entry.day.to_string(), entry.name.clone(), entry.about.clone()];
    std::iter::once(Vec::from(head)).chain(agenda.entries.iter().map(entry)).collect()
}

/// Nothing comes of rows that no agenda was packed into.
pub fn unpack(parcel: Parcel) -> Option<Agenda> {
    let mut rows = parcel.into_iter();
    let [name, about, written, version] = rows.next()?.try_into().ok()?;
    let entry = |row: Vec<String>| {
        let [id, day, name, about] = row.try_into().ok()?;
        Some(Entry { id, day: Day::parse(&day)?, name, about })
    };
    Day::parse(&written)?;
    Some(Agenda {
        name,
        about,
        written,
        version: version.parse().ok()?,
        entries: rows.map(entry).collect::<Option<_>>()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(day: &str) -> Entry {
        Entry { id: "1".into(), day: Day::parse(day).expect("a day"), name: "Kick-off".into(), about: String::new() }
    }

    #[test]
    fn a_version_goes_up_when_something_changed_and_only_then() {
        let (first, kept) = next_version(&[entry("2027-01-11")], "");
        assert_eq!(first, 0);
        assert_eq!(next_version(&[entry("2027-01-11")], &kept), (0, kept.clone()));
        let (second, kept) = next_version(&[entry("2027-01-12")], &kept);
        assert_eq!(second, 1);
        let (third, _) = next_version(&[entry("2027-01-11")], &kept);
        assert_eq!(third, 2, "back to the first day is a change too");
        assert_eq!(next_version(&[entry("2027-01-11")], "spoiled").0, 0);
    }

    #[test]
    fn what_was_packed_comes_out() {
        let agenda = Agenda {
            name: "A\nB".into(),
            about: "about".into(),
            written: "2026-11-23".into(),
            version: 7,
            entries: vec![entry("2027-01-11"), entry("2027-01-12")],
        };
        assert_eq!(unpack(pack(&agenda)), Some(agenda));
        assert_eq!(unpack(Vec::new()), None);
        assert_eq!(unpack(vec![["a", "b", "2026-11-23", "x"].map(String::from).into()]), None);
    }
}
