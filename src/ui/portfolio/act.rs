//! What can be done with an account of the list, and undone.
use crate::app::{Action, Model, NAME};
use crate::browser::records::StoreFault;
use crate::browser::shelf::{self, Removed};
use crate::browser::store::Store;
use crate::browser::{clock, keeper};
use crate::domain::account::{Account, Entry};
use crate::ui::desk::{desk, with};
use crate::ui::saving::{list_anew, tell_saved};
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
        let (mut device, mut seen) = desk(|desk| (desk.device.clone(), desk.seen_device.clone()));
        if away {
            device.preferences.insert(key, "yes".into());
        } else {
            device.preferences.remove(&key);
        }
        match keeper::keep_device(&*store, &mut seen, &device, clock::chance).await {
            Ok(device) => desk(|desk| (desk.device, desk.seen_device) = (device, seen)),
            Err(fault) => failed(fault, &send),
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
                    Ok(_) => stay(&store, &send).await,
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
                stay(&store, &send).await;
                done.emit(());
            }
            Err(fault) => failed(fault, &send),
        }
    });
}

/// The account in view stays the one that the next start shows.
async fn stay(store: &Store, send: &Callback<Action>) {
    if let Some(model) = latest().filter(|model| model.is_own()) {
        // If it is refused, the next start shows another one: nothing is lost.
        let _ = keeper::point_at(store, &model.case).await;
    }
    list_anew(store, send).await;
    tell_saved();
}

fn latest() -> Option<crate::ui::Shared<Model>> {
    desk(|desk| desk.latest.clone())
}

fn failed(fault: StoreFault, send: &Callback<Action>) {
    send.emit(Action::Noticed { text: fault.to_string(), fault: true });
}
