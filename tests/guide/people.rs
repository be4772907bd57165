//! Who has which part in a section, who stands for a group, and who said what.
use super::{START, rows};
use fitproof::domain::account::Person;
use fitproof::domain::guide::{DUTIES, Duty, Gap, covered, duties, saying};
use fitproof::domain::row::RowKind::{Duty as Row, Evidence};

fn people(count: u32) -> Vec<Person> {
    (1..=count).map(|key| Person { key, name: format!("P{key}"), ..Person::default() }).collect()
}

/// Every way in which three people can have a part in a section or none.
#[test]
fn one_decides_and_somebody_does() {
    let parts: Vec<Option<(Duty, &str)>> = std::iter::once(None).chain(DUTIES.map(Some)).collect();
    let people = people(3);
    let mut right = 0;
    for a in &parts {
        for b in &parts {
            for c in &parts {
                let chosen: Vec<(String, &str)> =
                    (1..).zip([a, b, c]).filter_map(|(key, part)| part.map(|(_, id)| (format!("{key}"), id))).collect();
                let fields: Vec<[(&str, &str); 3]> = chosen
                    .iter()
                    .map(|(key, id)| [("section", "s"), ("person", key.as_str()), ("part", *id)])
                    .collect();
                let of: Vec<super::Typed> = fields.iter().map(|fields| (Row, fields.as_slice())).collect();
                let found = duties(&rows(&of), "s", &people);
                for (key, part) in (1..).zip([a, b, c]) {
                    assert_eq!(found.of(key), part.map(|(duty, _)| duty));
                }
                let count =
                    |wanted| [a, b, c].iter().filter(|part| part.is_some_and(|(duty, _)| duty == wanted)).count();
                let (does, decides) = (count(Duty::Does), count(Duty::Decides));
                let any = !chosen.is_empty();
                let gaps = found.gaps();
                assert_eq!(gaps.contains(&Gap::NobodyDoes), any && does == 0);
                assert_eq!(gaps.contains(&Gap::NobodyDecides), any && decides == 0);
                assert_eq!(gaps.contains(&Gap::SeveralDecide(decides)), decides > 1);
                right += usize::from(any && gaps.is_empty());
                assert_eq!(duties(&rows(&of), "other", &people).gaps(), []);
            }
        }
    }
    // One of three decides, and of the other two, with four choices besides deciding, at least one does.
    assert_eq!(right, 3 * (4 * 4 - 3 * 3));
}

#[test]
fn what_was_said_last_counts_and_people_who_are_gone_do_not() {
    let said: &[(&str, &str)] = &[("section", "s"), ("person", "1"), ("part", "asked")];
    let again: &[(&str, &str)] = &[("section", "s"), ("person", "1"), ("part", "decides")];
    let gone: &[(&str, &str)] = &[("section", "s"), ("person", "9"), ("part", "does")];
    let found = duties(&rows(&[(Row, said), (Row, again), (Row, gone)]), "s", &people(2));
    assert_eq!(found.of(1), Some(Duty::Decides));
    assert_eq!((found.of(2), found.of(9)), (None, None));
    assert_eq!(found.with(Duty::Does).count(), 0);
}

#[test]
fn a_group_is_covered_by_somebody_of_whom_something_is_known() {
    let mut all = people(3);
    for person in &mut all {
        person.group = Some("g".into());
    }
    all[0].name = " ".into();
    (all[1].name, all[1].title) = (String::new(), "COO".into());
    let keys: Vec<u32> = covered(&all, "g").map(|person| person.key).collect();
    assert_eq!(keys, [2, 3]);
    assert_eq!(covered(&all, "h").count(), 0);
}

#[test]
fn a_saying_holds_with_a_name_and_a_day_that_has_come() {
    let today = START.to_string();
    let tomorrow = START.plus(1).to_string();
    for (who, day, lacks) in [
        ("Ann", today.as_str(), None),
        ("", &today, Some("Name who said it")),
        (" ", &today, Some("Name who said it")),
        ("Ann", "", Some("Say on which day")),
        ("Ann", "soon", Some("Say on which day")),
        ("Ann", &tomorrow, Some("Choose a day that has come")),
    ] {
        let fields: &[(&str, &str)] = &[("subject", "gate"), ("who", who), ("day", day)];
        let found = saying(&rows(&[(Evidence, &[("subject", "gate"), ("who", "Old")]), (Evidence, fields)]), "gate");
        assert_eq!(found.lacks(START), lacks, "{who} {day}");
        assert_eq!(found.holds(START), lacks.is_none());
        assert_eq!(found.key, Some(2), "the last one counts");
    }
    assert_eq!(saying(&rows(&[]), "gate").lacks(START), Some("Name who said it"));
}
