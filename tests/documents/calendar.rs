//! Calendar files as they are written: each line within what the format allows, each text as it was.
use crate::sample::{HOSTILE, NAME};
use fitproof::domain::date::Day;
use fitproof::export::agenda::{Agenda, Entry, NO_DAYS};
use fitproof::export::ics;

pub fn agenda(texts: &[&str]) -> Agenda {
    let day = Day::parse("2027-02-27").expect("a day");
    let entry = |(at, text): (i32, &&str)| Entry {
        id: format!("c4se.0.row-{at}@fitproof"),
        day: day.plus(at),
        name: (*text).to_owned(),
        about: format!("Who: {text}\nOpen"),
    };
    Agenda {
        name: texts.first().map_or_else(String::new, |text| (*text).to_owned()),
        about: "November 23, 2026, playbook 1; unofficial".into(),
        written: "2026-11-23".into(),
        version: 3,
        entries: (0..).zip(texts).map(entry).collect(),
    }
}

fn written(agenda: &Agenda) -> String {
    String::from_utf8(ics::write(agenda).expect("a calendar is written")).expect("UTF-8")
}

/// The lines of a calendar, put together again.
fn unfolded(text: &str) -> Vec<String> {
    text.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

fn meant(text: &str) -> String {
    text.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
}

#[test]
fn a_day_is_a_day_without_a_time_zone() {
    let lines = unfolded(&written(&agenda(&["Kick-off, both; sides"])));
    assert_eq!(
        lines,
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Fitproof//Fitproof//EN",
            "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH",
            "X-WR-CALNAME:Kick-off\\, both\\; sides",
            "X-WR-CALDESC:November 23\\, 2026\\, playbook 1\\; unofficial",
            "BEGIN:VEVENT",
            "DESCRIPTION:Who: Kick-off\\, both\\; sides\\nOpen\\n\\nNovember 23\\, 2026\\, playbook 1\\; unofficial",
            "DTEND;VALUE=DATE:20270228",
            "DTSTAMP:20261123T000000Z",
            "DTSTART;VALUE=DATE:20270227",
            "SEQUENCE:3",
            "SUMMARY:Kick-off\\, both\\; sides",
            "TRANSP:TRANSPARENT",
            "UID:c4se.0.row-0@fitproof",
            "END:VEVENT",
            "END:VCALENDAR",
        ]
    );
}

#[test]
fn the_end_of_a_month_and_a_leap_day_are_days_like_others() {
    let lines = unfolded(&written(&agenda(&["a", "b", "c"])));
    let ends: Vec<&str> = lines.iter().filter_map(|line| line.strip_prefix("DTEND;VALUE=DATE:")).collect();
    assert_eq!(ends, ["20270228", "20270301", "20270302"]);
}

#[test]
fn every_text_is_kept_in_lines_that_every_reader_takes() {
    let long = "👩‍💻 שלום \\n, ; ".repeat(700);
    let texts: Vec<&str> =
        HOSTILE.iter().copied().chain([NAME, long.as_str(), "BEGIN:VEVENT\r\nEND:VCALENDAR"]).collect();
    let file = written(&agenda(&texts));
    assert_eq!(file, written(&agenda(&texts)), "the same input gives the same bytes");
    for line in file.split_terminator("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.contains(['\r', '\n', '\0', '\u{7}']), "{line:?}");
    }
    let lines = unfolded(&file);
    let count = |line: &str| lines.iter().filter(|own| *own == line).count();
    assert_eq!((count("BEGIN:VEVENT"), count("END:VEVENT"), count("END:VCALENDAR")), (texts.len(), texts.len(), 1));
    let names: Vec<String> = lines
        .iter()
        .filter_map(|line| line.strip_prefix("SUMMARY:"))
        .map(|text| meant(&text.replace("\\\\", "\u{1}")).replace('\u{1}', "\\"))
        .collect();
    let expected: Vec<String> = texts.iter().map(|text| fitproof::export::document::line(text)).collect();
    assert_eq!(names, expected);
}

#[test]
fn a_calendar_without_a_day_is_refused_in_a_sentence() {
    assert_eq!(ics::write(&agenda(&[])), Err(NO_DAYS.to_owned()));
}
