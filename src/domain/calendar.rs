//! Working days: Monday to Friday, less the holidays that the user entered.
use super::date::Day;
use super::row::{self, Row, RowKind};
use std::rc::Rc;

/// Which days nobody works besides weekends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// In order, none twice.
    holidays: Vec<Day>,
}

/// So far ahead or back that no plan gets there: it bounds the search for a working day.
const FARTHEST: i32 = 4_000;

impl Calendar {
    pub fn new(mut holidays: Vec<Day>) -> Self {
        holidays.sort_unstable();
        holidays.dedup();
        Self { holidays }
    }

    /// With the holidays among the rows, as far as they are days.
    pub fn of(rows: &[Rc<Row>]) -> Self {
        Self::new(row::of(rows, RowKind::Holiday).filter_map(|row| Day::parse(row.text("day"))).collect())
    }

    pub fn is_holiday(&self, day: Day) -> bool {
        self.holidays.binary_search(&day).is_ok()
    }

    pub fn is_working(&self, day: Day) -> bool {
        !day.is_weekend() && !self.is_holiday(day)
    }

    /// The day itself when somebody works on it, else the next one on which somebody does.
    pub fn next_working(&self, day: Day) -> Day {
        (0..FARTHEST).map(|days| day.plus(days)).find(|day| self.is_working(*day)).unwrap_or(day)
    }

    /// The last working day before.
    pub fn working_before(&self, day: Day) -> Day {
        (1..FARTHEST).map(|days| day.plus(-days)).find(|day| self.is_working(*day)).unwrap_or(day)
    }

    /// So many working days later, or earlier when negative; none is the day itself, if somebody works on it.
    pub fn plus_working(&self, start: Day, days: i32) -> Day {
        let mut day = self.next_working(start);
        for _ in 0..days.unsigned_abs().min(FARTHEST.unsigned_abs()) {
            day = if days > 0 { self.next_working(day.plus(1)) } else { self.working_before(day) };
        }
        day
    }

    /// The last of so many working days after a day, which itself need not be one.
    pub fn working_after(&self, day: Day, days: i32) -> Day {
        self.plus_working(self.working_before(day.plus(1)), days)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    #[test]
    fn weekends_and_holidays_do_not_count() {
        let calendar = Calendar::new(vec![day("2026-12-25"), day("2026-12-24"), day("2026-12-25")]);
        // 2026-12-23 is a Wednesday.
        for (start, days, expected) in [
            ("2026-12-23", 0, "2026-12-23"),
            ("2026-12-23", 1, "2026-12-28"),
            ("2026-12-24", 0, "2026-12-28"),
            ("2026-12-28", -1, "2026-12-23"),
            ("2026-12-26", -1, "2026-12-23"),
            ("2026-12-23", 5, "2027-01-01"),
        ] {
            assert_eq!(calendar.plus_working(day(start), days), day(expected), "{start} {days}");
        }
    }

    #[test]
    fn days_after_a_weekend_are_counted_from_its_first_working_day() {
        let calendar = Calendar::new(vec![day("2026-12-01")]);
        // 2026-11-27 is a Friday.
        for end in ["2026-11-27", "2026-11-28", "2026-11-29"] {
            assert_eq!(calendar.working_after(day(end), 1), day("2026-11-30"), "{end}");
            assert_eq!(calendar.working_after(day(end), 5), day("2026-12-07"), "{end}");
        }
    }

    #[test]
    fn there_and_back_is_the_same_day() {
        let calendar = Calendar::new(vec![day("2027-01-01"), day("2027-01-06")]);
        for at in 0..60 {
            let start = calendar.next_working(day("2026-12-01").plus(at));
            for days in 0..25 {
                assert_eq!(calendar.plus_working(calendar.plus_working(start, days), -days), start);
            }
        }
    }
}
