//! What the device keeps.
use crate::generate::{accounts, spoilt, usual};
use fitproof::domain::account::Account;
use fitproof::domain::date::Moment;
use fitproof::domain::history::History;
use fitproof::wire::Refusal::{DamagedKept, NewerKept};
use fitproof::wire::kept::{
    Device, Head, name_of, read_accounts, read_device, read_head, read_state, write_device, write_head, write_state,
};

#[test]
fn reads_what_it_writes() {
    let mut history = History::first(Moment(1));
    for (account, second) in accounts(60).zip(2..) {
        assert_eq!(read_state(&write_state(&account)), Ok(account.clone()));
        let head = Head { name: name_of(&account), history: history.clone() };
        assert_eq!(read_head(&write_head(&head)), Ok(head));
        history = history.grown(Moment(second)).0;
        if second % 3 == 0 {
            history = history.back().expect("there is one before it");
        }
        let device = Device { rates: account.rates, preferences: account.settings };
        assert_eq!(read_device(&write_device(&device)), Ok(device));
    }
}

#[test]
fn refuses_what_it_did_not_write() {
    let head = write_head(&Head { name: "A".into(), history: History::first(Moment(1)) });
    let (state, device) = (write_state(&usual()), write_device(&Device::default()));
    for text in ["", "{}", "[]", "null", &device] {
        assert_eq!(read_head(text), Err(DamagedKept), "{text}");
        assert_eq!(read_state(text), Err(DamagedKept), "{text}");
        assert_eq!(read_accounts(text), Err(DamagedKept), "{text}");
    }
    assert_eq!(read_device(&head), Err(DamagedKept));
    let newer = |text: &str| text.replacen("\"version\":1", "\"version\":3", 1);
    assert_eq!(read_head(&newer(&head)), Err(NewerKept));
    assert_eq!(read_state(&newer(&state)), Err(NewerKept));
    assert_eq!(read_device(&newer(&device)), Err(NewerKept));
    for numbers in ["[1,0]", "[1,0,1,1,0,1]", "[2,0,1]", "[1,1,1]", "[1,0,99999999999]", "[]"] {
        assert_eq!(read_head(&head.replace("[1,0,1]", numbers)), Err(DamagedKept), "{numbers}");
    }
    for text in spoilt(&device).chain(spoilt(&head)).chain(spoilt(&write_state(&Account::default()))) {
        let _ = (read_head(&text), read_state(&text), read_device(&text));
    }
}
