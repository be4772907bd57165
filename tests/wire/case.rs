//! The case file.
use crate::generate::{accounts, spoilt, usual};
use fitproof::domain::account::{Account, Entry, Person, SectionText};
use fitproof::domain::date::Day;
use fitproof::wire::Refusal::{DamagedFile, ForeignFile, NewerFile, OversizedFile};
use fitproof::wire::bounds;
use fitproof::wire::case::{Head, read, write};

/// The first file format, as it was written. It must be read for ever.
const FIRST: &str = include_str!("case-v1.json");

fn head() -> Head {
    Head {
        playbook: "make-enterprise".into(),
        playbook_version: "2026.11".into(),
        saved: Day::parse("2026-11-23").unwrap(),
    }
}

fn again(account: &Account) -> Account {
    let case = read(&write(account, &head())).unwrap();
    assert_eq!(case.head, head());
    case.account
}

#[test]
fn reads_what_it_writes() {
    for account in accounts(500) {
        assert_eq!(again(&account), account);
        assert_eq!(write(&account, &head()), write(&account.clone(), &head()));
    }
    assert_eq!(again(&Account::default()), Account::default());
}

#[test]
fn the_first_format_is_read_and_still_written() {
    let case = read(FIRST).unwrap();
    assert_eq!((case.account, case.head), (usual(), head()));
    assert_eq!(write(&usual(), &head()), FIRST);
}

#[test]
fn what_editors_and_mail_add_is_accepted() {
    let crlf = FIRST.replace('\n', "\r\n");
    for text in [format!("\u{feff}{FIRST}"), crlf.clone(), format!("\u{feff}{crlf}\r\n\r\n")] {
        assert_eq!(read(&text).unwrap().account, usual());
    }
}

#[test]
fn a_spoilt_file_is_refused_or_read_but_never_panics() {
    for text in spoilt(FIRST) {
        if let Ok(case) = read(&text) {
            assert_eq!(read(&write(&case.account, &case.head)).unwrap(), case);
        }
    }
    for end in 0..FIRST.trim_end().len() {
        assert!(read(&FIRST[..end]).is_err(), "cut at {end}");
    }
}

#[test]
fn refuses_with_the_right_sentence() {
    let small = write(&Account::default(), &head());
    let with = |from: &str, to: &str| {
        assert!(small.contains(from), "{from}");
        small.replace(from, to)
    };
    let cases = [
        (String::new(), ForeignFile),
        ("   \n".into(), ForeignFile),
        ("\u{feff}".into(), ForeignFile),
        ("hello".into(), ForeignFile),
        ("null".into(), ForeignFile),
        ("[]".into(), ForeignFile),
        ("{}".into(), ForeignFile),
        ("[\"case\",1]".into(), ForeignFile),
        ("{\"name\":\"package\",\"version\":\"1.0.0\"}".into(), ForeignFile),
        ("PK\u{3}\u{4}".into(), ForeignFile),
        ("{\"fitproof\":\"accounts\",\"version\":1,\"aside\":[]}".into(), ForeignFile),
        (with("\"version\": 1", "\"version\": 3"), NewerFile),
        (with("\"version\": 1", "\"new\": true, \"version\": 4000000000000"), NewerFile),
        (with("\"version\": 1", "\"version\": 0"), DamagedFile),
        (with("\"version\": 1", "\"version\": -1"), DamagedFile),
        (with("\"version\": 1", "\"version\": 1.5"), DamagedFile),
        (with("\"version\": 1", "\"version\": \"1\""), DamagedFile),
        (with("\"version\": 1", "\"version\": 1, \"version\": 1"), DamagedFile),
        (with("\"version\": 1,", ""), DamagedFile),
        (with("\"version\": 1", "\"version\": 1, \"extra\": 1"), DamagedFile),
        (with("\"saved\": \"2026-11-23\"", "\"saved\": \"2026-02-30\""), DamagedFile),
        (with("\"entries\": {}", "\"entries\": []"), DamagedFile),
        (with("\"entries\": {}", "\"entries\": {\"a\": 5}"), DamagedFile),
        (with("\"entries\": {}", "\"entries\": {\"a\": {\"shout\": \"x\"}}"), DamagedFile),
        (with("\"entries\": {}", "\"entries\": {\"a\": {\"said\": \"maybe\"}}"), DamagedFile),
        (with("\"entries\": {}", "\"entries\": {\"a\": {\"text\": \"x\"}, \"a\": {\"text\": \"y\"}}"), DamagedFile),
        (with("\"entries\": {}", "\"entries\": {\"a\": {\"text\": \"x\", \"said\": \"yes\"}}"), DamagedFile),
        (with("\"approvals\": []", "\"approvals\": [\"a\", \"a\"]"), DamagedFile),
        (with("\"approvals\": []", "\"approvals\": {}"), DamagedFile),
        (with("\"people\": []", "\"people\": [{}]"), DamagedFile),
        (with("\"people\": []", "\"people\": null"), DamagedFile),
        (with("\"people\": [],", ""), DamagedFile),
        (with("\"settings\": {}", "\"settings\": {\"a\": \"\\ud800\"}"), DamagedFile),
        (with("\n}", "\n} {}"), DamagedFile),
    ];
    for (text, refusal) in cases {
        assert_eq!(read(&text).unwrap_err(), refusal, "{text}");
    }
}

#[test]
fn people_share_no_key_and_leave_room_to_count() {
    let person = |key: &str| format!("{{\"key\":{key},\"name\":\"\",\"title\":\"\",\"contact\":\"\"}}");
    let file = |people: &str| {
        write(&Account::default(), &head()).replace("\"people\": []", &format!("\"people\": [{people}]"))
    };
    assert!(read(&file(&person("7"))).is_ok());
    assert_eq!(read(&file(&format!("{},{}", person("7"), person("7")))).unwrap_err(), DamagedFile);
    for key in ["4294967295", "4294967296", "-1", "1.0"] {
        assert_eq!(read(&file(&person(key))).unwrap_err(), DamagedFile, "{key}");
    }
    let twins = Account { people: vec![Person::default(), Person::default()], ..Account::default() };
    assert_eq!(again(&twins).people.iter().map(|person| person.key).collect::<Vec<_>>(), [0, 1]);
    let last = Account { people: vec![Person { key: u32::MAX, ..Person::default() }], ..Account::default() };
    assert_eq!(again(&last).people[0].key, 0);
}

#[test]
fn deep_nesting_is_refused() {
    let small = write(&Account::default(), &head());
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let deep = open.repeat(200_000) + "1" + &close.repeat(200_000);
        assert!(read(&deep).is_err());
        assert_eq!(read(&small.replace("\"entries\": {}", &format!("\"entries\": {deep}"))), Err(DamagedFile));
        assert_eq!(read(&small.replace("\"version\": 1", &format!("\"version\": 1, \"x\": {deep}"))), Err(DamagedFile));
    }
}

#[test]
fn endless_lists_are_refused_at_once() {
    let small = write(&Account::default(), &head());
    let list = |item: &dyn Fn(usize) -> String| (0..400_000).rev().map(item).collect::<Vec<_>>().join(",");
    let start = std::time::Instant::now();
    let approvals = format!("\"approvals\": [{}]", list(&|at| format!("\"{at:06}\"")));
    assert_eq!(read(&small.replace("\"approvals\": []", &approvals)), Err(DamagedFile));
    let settings = format!("\"settings\": {{{}}}", list(&|at| format!("\"{at:06}\":\"\"")));
    assert_eq!(read(&small.replace("\"settings\": {}", &settings)), Err(DamagedFile));
    assert!(start.elapsed().as_secs() < 5, "{:?}", start.elapsed());
}

#[test]
fn keeps_everything_up_to_the_bounds() {
    let long = "é".repeat(bounds::TEXT);
    let mut account = Account {
        people: (0..bounds::PEOPLE as u32).map(|key| Person { key, ..Person::default() }).collect(),
        entries: (0..bounds::ENTRIES).map(|at| (at.to_string(), Entry::Text(String::new()))).collect(),
        approvals: (0..bounds::ITEMS).map(|at| at.to_string()).collect(),
        ..Account::default()
    };
    account.people[0].name.clone_from(&long);
    account.entries.insert("0".into(), Entry::Text(long.clone()));
    assert!(bounds::fits(&account));
    assert_eq!(again(&account), account);

    account.sections.insert("scope".into(), SectionText { text: long + "x", done: true, ..SectionText::default() });
    assert!(!bounds::fits(&account));
    assert_eq!(again(&account).sections.get("scope").unwrap().text.chars().count(), bounds::TEXT);
}

#[test]
fn whatever_is_written_can_be_read() {
    let text = "\u{1}".repeat(bounds::TEXT + 9);
    let sections = (0..bounds::ENTRIES + 20)
        .map(|at| (at.to_string(), SectionText { text: text.clone(), done: true, ..SectionText::default() }));
    let picked = Entry::Picked((0..bounds::ITEMS + 5).map(|at| at.to_string()).collect());
    let huge = Account {
        sections: sections.collect(),
        people: (0..bounds::PEOPLE as u32 + 3).map(|key| Person { key, ..Person::default() }).collect(),
        entries: [("picked".to_owned(), picked)].into(),
        ..Account::default()
    };
    let read = again(&huge);
    assert!(bounds::fits(&read));
    assert_eq!((read.people.len(), read.sections.len()), (bounds::PEOPLE, bounds::ENTRIES));
    assert_eq!(again(&read), read);
}

#[test]
fn what_is_beyond_the_bounds_is_refused() {
    let padded = FIRST.to_owned() + &" ".repeat(bounds::FILE - FIRST.len());
    assert!(read(&padded).is_ok());
    assert_eq!(read(&(padded + " ")).unwrap_err(), OversizedFile);
    let long = FIRST.replace("Northwind", &"x".repeat(bounds::TEXT));
    assert_eq!(read(&long).unwrap_err(), DamagedFile);
}
