//! An agenda as a calendar file: whole days without a time zone, so that a day is the same day everywhere.
use super::agenda::{Agenda, Entry, NO_DAYS};
use super::document::{clean, line};
use crate::domain::date::Day;
use icalendar::{Calendar, Component, Event, Property};
use std::fmt::Write;

pub const LABEL: &str = "Calendar";
pub const MIME: &str = "text/calendar";
pub const EXTENSION: &str = "ics";

/// The whole file.
///
/// # Errors
/// In a sentence: [`NO_DAYS`].
pub fn write(agenda: &Agenda) -> Result<Vec<u8>, String> {
    if agenda.entries.is_empty() {
        return Err(NO_DAYS.into());
    }
    let mut calendar = Calendar::empty();
    for (name, value) in [
        ("VERSION", "2.0"),
        ("PRODID", "-//Fitproof//Fitproof//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("X-WR-CALNAME", &line(&agenda.name)),
        ("X-WR-CALDESC", &line(&agenda.about)),
    ] {
        calendar.append_property(Property::new(name, value));
    }
    for entry in &agenda.entries {
        calendar.push(event(agenda, entry));
    }
    let mut text = String::new();
    write!(text, "{calendar}").map_err(|_| "The calendar did not come together.".to_owned())?;
    Ok(text.into_bytes())
}

fn event(agenda: &Agenda, entry: &Entry) -> Event {
    let mut event = Event::new();
    let about = [clean(&entry.about), clean(&agenda.about)].into_iter().filter(|text| !text.is_empty());
    event
        .uid(&line(&entry.id))
        .sequence(agenda.version)
        .summary(&line(&entry.name))
        .description(&about.collect::<Vec<_>>().join("\n\n"))
        .add_property("DTSTAMP", format!("{}T000000Z", compact(&agenda.written)))
        // Nobody is busy all day because something is due.
        .add_property("TRANSP", "TRANSPARENT")
        .append_property(day("DTSTART", entry.day))
        .append_property(day("DTEND", entry.day.plus(1)));
    event
}

fn day(name: &str, day: Day) -> Property {
    Property::new(name, compact(&day.to_string())).add_parameter("VALUE", "DATE").done()
}

fn compact(day: &str) -> String {
    day.replace('-', "")
}
