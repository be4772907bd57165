//! What the device keeps.
use crate::generate::{accounts, spoilt, usual};
use fitproof::domain::account::Account;
use fitproof::wire::Refusal::{DamagedKept, NewerKept};
use fitproof::wire::kept::{Accounts, Device, read_accounts, read_device, write_accounts, write_device};

#[test]
fn reads_what_it_writes() {
    let all: Vec<Account> = accounts(60).collect();
    for aside in [0, 1, 20, 60] {
        for present in [None, Some(&all[7])] {
            let text = write_accounts(present, &all[..aside]);
            let expected = Accounts { present: present.cloned(), aside: all[..aside].to_vec() };
            assert_eq!(read_accounts(&text), Ok(expected));
        }
    }
    for account in all {
        let device = Device { rates: account.rates, preferences: account.settings };
        assert_eq!(read_device(&write_device(&device)), Ok(device));
    }
}

#[test]
fn refuses_what_it_did_not_write() {
    let (accounts, device) = (write_accounts(Some(&usual()), [&usual()]), write_device(&Device::default()));
    for text in ["", "{}", "[]", "null", &device] {
        assert_eq!(read_accounts(text), Err(DamagedKept), "{text}");
    }
    assert_eq!(read_device(&accounts), Err(DamagedKept));
    assert_eq!(read_accounts(&accounts.replacen("\"version\":1", "\"version\":2", 1)), Err(NewerKept));
    assert_eq!(read_device(&device.replace("\"version\":1", "\"version\":2")), Err(NewerKept));
    for text in spoilt(&device).chain(spoilt(&write_accounts(Some(&Account::default()), []))) {
        let _ = (read_accounts(&text), read_device(&text));
    }
}
