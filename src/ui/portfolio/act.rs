//! What can be done with an account of the list, and undone.
use crate::app::{Action, NAME};
use crate::browser::records::StoreFault;
use crate::browser::shelf::{self, Removed};
use crate::browser::store::Store;
use crate::browser::{clock, keeper};
use crate::domain::account::{Account, Entry};
use crate::ui::desk::{desk, with};
use crate::ui::saving::{change_device, list_anew, stay, tell_saved};
use std::rc::Rc;
use yew::Callback;

/// Before the id of a case that is put away, among what holds for all of them.
const ARCHIVED: &str = "archived.";

/// The case is put away.
pub fn is_archived(id: &str) -> bool {
    desk(|desk| desk.device.preferences.contains_key(&[ARCHIVED, id].concat()))
}

/// Puts a case away or brings it back, then says so to `done`.
pub fn archive(id: &str, away: bool, send: &Callback<Action>, done: Callback<()>) {
    let key = [ARCHIVED, id].concat();
    with(send, move |store, send| async move {
        let kept = change_device(&store, |device| {
            if away {
                device.preferences.insert(key, "yes".into());
            } else {
                device.preferences.remove(&key);
            }
        });
        if let Err(fault) = kept.await {
            failed(fault, &send);
        }
        done.emit(());
    });
}

/// Adds the same account once more, under a name that says so.
pub fn duplicate(id: &str, send: &Callback<Action>) {
    let id = id.to_owned();
    with(send, move |store, send| async move {
        match keeper::open(&*store, &id).await {
            Ok(Ok(case)) => {
                let account = renamed(case.account);
                match keeper::keep(&*store, &clock::chance(), None, &account, clock::now(), clock::chance).await {
                    Ok(_) => written(&store, &send).await,
                    Err(fault) => failed(fault, &send),
                }
            }
            Ok(Err(refusal)) => send.emit(Action::Noticed { text: refusal.to_string(), fault: true }),
            Err(fault) => failed(fault, &send),
        }
    });
}

fn renamed(mut account: Account) -> Account {
    let name = account.text(NAME).trim();
    let name = if name.is_empty() { "Copy".to_owned() } else { [name, " (copy)"].concat() };
    account.entries.insert(NAME.to_owned(), Entry::Text(name));
    account
}

/// Takes a case off the device; what was there is given to `done`, so that it can come back.
pub fn remove(id: &str, send: &Callback<Action>, done: Callback<Rc<Removed>>) {
    let id = id.to_owned();
    with(send, move |store, send| async move {
        match shelf::remove(&*store, &id).await {
            Ok(Some(removed)) => {
                desk(|desk| desk.seen.remove(&id));
                send.emit(Action::CaseRemoved(id));
                tell_saved();
                done.emit(Rc::new(removed));
            }
            Ok(None) => {
                list_anew(&store, &send).await;
            }
            Err(fault) => failed(fault, &send),
        }
    });
}

/// Brings back what was taken away.
pub fn put_back(removed: Rc<Removed>, send: &Callback<Action>, done: Callback<()>) {
    with(send, move |store, send| async move {
        match shelf::put_back(&*store, &removed).await {
            Ok(_) => {
                written(&store, &send).await;
                done.emit(());
            }
            Err(fault) => failed(fault, &send),
        }
    });
}

/// Here and in the other tabs all cases are listed anew.
async fn written(store: &Store, send: &Callback<Action>) {
    stay(store, send).await;
    tell_saved();
}

fn failed(fault: StoreFault, send: &Callback<Action>) {
    send.emit(Action::Noticed { text: fault.to_string(), fault: true });
}
