//! A case goes off the device whole, and comes back as it was.
use super::{keep, named, names, now};
use fitproof::browser::keeper;
use fitproof::browser::records::{Memory, Records};
use fitproof::browser::shelf::{put_back, remove};

#[test]
fn what_is_taken_away_leaves_nothing_and_comes_back_whole() {
    let records = Memory::default();
    let first = keep(&records, "a", None, &named("Quillmoor"), 1).expect("kept");
    keep(&records, "a", Some(&first.seen), &named("Quillmoor 2"), 2).expect("kept");
    keep(&records, "b", None, &named("Hooli"), 3).expect("kept");
    let before = now(records.list("")).expect("listed");
    let removed = now(remove(&records, "a")).expect("the store answers").expect("it was there");
    assert_eq!(names(&records), ["Hooli"]);
    let left = now(records.list("")).expect("listed");
    assert!(left.iter().all(|(key, text)| !key.contains("/a") && !text.contains("Quillmoor")), "{left:?}");
    assert_eq!(now(put_back(&records, &removed)), Ok(true));
    assert_eq!(now(records.list("")).expect("listed"), before);
    let case = now(keeper::open(&records, "a")).expect("the store answers").expect("read");
    assert_eq!(case.account, named("Quillmoor 2"));
    assert_eq!(now(keeper::state(&records, "a", 1)).map(|state| state.is_ok()), Ok(true), "its history too");
}

#[test]
fn nothing_is_overwritten_by_coming_back() {
    let records = Memory::default();
    keep(&records, "a", None, &named("Quillmoor"), 1).expect("kept");
    let removed = now(remove(&records, "a")).expect("the store answers").expect("it was there");
    assert_eq!(now(remove(&records, "a")), Ok(None), "gone already");
    keep(&records, "a", None, &named("Another"), 2).expect("kept");
    assert_eq!(now(put_back(&records, &removed)), Ok(false));
    assert_eq!(names(&records), ["Another"]);
}
