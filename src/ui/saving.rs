//! Saving what is in view, and staying in step with the other tabs of this device. A part of its own: nothing here is
//! needed to show the page.
use super::Shared;
use super::desk::{Job, ask, desk, forget, is_idle, with};
use super::part::Keeping;
use crate::app::{Action, Listed, Model, Shown, Steps, Why};
use crate::browser::download::{self, file_name};
use crate::browser::keeper::{self, Case};
use crate::browser::records::StoreFault;
use crate::browser::store::{self, Store};
use crate::browser::tabs::{News, Tabs};
use crate::browser::{clock, rescue};
use crate::domain::account::Account;
use crate::domain::date::Day;
use crate::wire::case;
use crate::wire::kept::{Device, Head};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

/// The days of the first save and of the last backup, among what holds for all cases.
const SINCE: &str = "since";
const BACKUP: &str = "backup";

/// What the page knows of the part that keeps, and all that it asks of it: see `keeping`.
pub static KEEPING: Keeping = Keeping { see, open: open_store, save: save_soon, again, hand_over, save_file, then_new };

/// This is in view now, saved or not.
fn see(model: &Shared<Model>) {
    desk(|desk| desk.latest = Some(model.clone()));
}

fn open_store(send: &Callback<Action>) {
    ask(Job::Open, send);
}

fn save_soon(send: &Callback<Action>) {
    ask(Job::Save, send);
}

/// What is in view is safe from the program itself.
fn hand_over(model: &Model) {
    let text = if model.is_own() { case_text(model) } else { String::new() };
    rescue::hand_over(&text, &file_name(model.account_name(), case::EXTENSION), &model.case);
}

/// A new account, after everything in view is saved.
fn then_new(send: &Callback<Action>) {
    with(send, |_, send| async move { send.emit(Action::NewStarted) });
}

/// Tries again what failed, from what is in view now.
fn again(send: &Callback<Action>) {
    ask(Job::Again, send);
    ask(Job::Save, send);
}

/// Erases what the device keeps, in the other tabs too, once what is being written is done.
pub fn erase(send: &Callback<Action>) {
    send.emit(Action::Erased);
    forget();
    tell(News::Erased);
    ask(Job::Erase, send);
}

/// What was cleared is written anew, because somebody asked for it.
pub async fn forget_cleared(store: &Store) {
    let Ok(cases) = keeper::list(store).await else { return };
    desk(|desk| {
        let cleared = desk.seen.keys().filter(|id| cases.iter().all(|case| case.id != **id)).cloned();
        for id in cleared.collect::<Vec<_>>() {
            desk.seen.remove(&id);
        }
    });
}

pub async fn erase_now(store: Option<&Store>, send: &Callback<Action>) {
    if let Some(Store::Memory(memory)) = store {
        memory.clear();
    }
    if let Err(fault) = store::erase().await {
        send.emit(Action::Noticed { text: fault.to_string(), fault: true });
    }
}

/// Offers what is in view as a case file.
pub fn save_file(model: &Model) {
    download::save(model.account_name(), case::EXTENSION, case::MIME, case_text(model).as_bytes());
}

/// The account in view as a case file's text.
pub fn case_text(model: &Model) -> String {
    let data = &model.shipped.data;
    let head = case::Head { playbook: data.id.clone(), playbook_version: data.version.clone(), saved: model.today };
    case::write(&model.account, &head)
}

/// Opens the store and brings back what it holds.
pub async fn open(send: &Callback<Action>) {
    let case = rescue::case();
    let opened = match Store::open().await {
        Ok(store) => keeper::restore(&store, clock::now(), clock::chance).await.map(|kept| (store, kept)),
        Err(fault) => Err(fault),
    };
    match opened {
        Ok((store, kept)) => {
            let durable = store.is_durable();
            let told = {
                let send = send.clone();
                move |news: News| hear(news, &send)
            };
            let cases = listed(&kept.cases);
            let present = kept.present.as_ref().map(|case| Box::new(shown(case)));
            let day = |name| kept.device.preferences.get(name).and_then(|day: &String| Day::parse(day));
            let (backup, since) = (day(BACKUP), day(SINCE));
            send.emit(Action::Restored { present, cases, rates: kept.device.rates.clone(), backup, since, durable });
            if let Some(text) = kept.fault {
                send.emit(Action::Noticed { text, fault: true });
            }
            desk(|desk| {
                if let Some(case) = kept.present {
                    desk.seen.insert(case.id, case.seen);
                }
                (desk.device, desk.seen_device) = (kept.device, kept.seen_device);
                desk.store = Some(Rc::new(store));
                desk.tabs = durable.then(|| Tabs::join(told)).flatten();
            });
        }
        Err(fault) => send.emit(Action::SaveFailed(fault.to_string())),
    }
    if let Some(read) = rescue::take().and_then(|text| case::read(&text).ok()) {
        send.emit(Action::Resumed { case, account: Box::new(read.account) });
    }
}

fn hear(news: News, send: &Callback<Action>) {
    match news {
        News::Saved => ask(Job::Follow, send),
        News::Erased => {
            forget();
            send.emit(Action::Erased);
        }
    }
}

fn tell(news: News) {
    desk(|desk| {
        if let Some(tabs) = &desk.tabs {
            tabs.tell(news);
        }
    });
}

/// The other tabs list what is kept anew.
pub fn tell_saved() {
    tell(News::Saved);
}

/// Saves what is in view, and what went out of view before it was saved.
pub async fn save(store: &Store, send: &Callback<Action>) {
    let Some(model) = desk(|desk| desk.latest.clone()) else { return };
    let left = model.left.iter().map(|left| (left.id.clone(), left.account.clone(), 0));
    let present = model.is_unsaved().then(|| (model.case.clone(), model.account.clone(), model.revision));
    let mut wrote = false;
    for (id, account, revision) in left.chain(present) {
        match save_one(store, &id, &account, revision, send).await {
            Ok(()) => wrote = true,
            Err(fault) => {
                send.emit(Action::SaveFailed(fault.to_string()));
                if fault == StoreFault::Gone {
                    list_anew(store, send).await;
                }
                return;
            }
        }
    }
    wrote |= keep_device(store, &model).await;
    if wrote && store.is_durable() {
        tell(News::Saved);
        if !desk(|desk| std::mem::replace(&mut desk.stays, true)) {
            // Some browsers ask the person, who may take their time.
            spawn_local(async {
                store::stay().await;
            });
        }
    }
}

async fn save_one(
    store: &Store,
    id: &str,
    account: &Account,
    revision: u64,
    send: &Callback<Action>,
) -> Result<(), StoreFault> {
    let (seen, erasings) = desk(|desk| (desk.seen.get(id).cloned(), desk.erasings));
    let kept = keeper::keep(store, id, seen.as_deref(), account, clock::now(), clock::chance).await?;
    // Erased meanwhile, here or in another tab: an erasing that waits takes what was just written.
    if desk(|desk| desk.erasings == erasings) {
        if kept.id != id {
            send.emit(Action::Forked { from: id.to_owned(), to: kept.id.clone() });
            list_anew(store, send).await;
        }
        let (listed, steps) = (entry(&kept.id, Some(&kept.head)), steps(&kept.head));
        desk(|desk| desk.seen.insert(kept.id, kept.seen));
        send.emit(Action::SaveFinished { revision, listed, steps });
    }
    Ok(())
}

/// Keeps what holds for all cases, when it has changed. What can't be kept stands in the case too, or is a mere hint.
async fn keep_device(store: &Store, model: &Model) -> bool {
    let kept = change_device(store, |device| {
        for (code, rate) in model.account.rates.iter().filter(|_| model.is_own()) {
            device.rates.insert(code.clone(), rate.clone());
        }
        for (name, day) in [(BACKUP, model.backup), (SINCE, model.since.or(model.is_own().then_some(model.today)))] {
            if let Some(day) = day {
                device.preferences.insert(name.into(), day.to_string());
            }
        }
    });
    kept.await.unwrap_or(false)
}

/// Changes what holds for all cases; `false` when there was nothing to keep.
///
/// # Errors
/// The store refused, and all stays as it was.
pub async fn change_device(store: &Store, change: impl FnOnce(&mut Device)) -> Result<bool, StoreFault> {
    let (before, mut seen, erasings) = desk(|desk| (desk.device.clone(), desk.seen_device.clone(), desk.erasings));
    let mut device = before.clone();
    change(&mut device);
    if device == before {
        return Ok(false);
    }
    let device = keeper::keep_device(store, &mut seen, &device, clock::chance).await?;
    desk(|desk| {
        if desk.erasings == erasings {
            (desk.device, desk.seen_device) = (device, seen);
        }
    });
    Ok(true)
}

/// After other cases were written: the account in view stays the one that the next start shows, and all are listed anew.
pub async fn stay(store: &Store, send: &Callback<Action>) {
    if let Some(model) = desk(|desk| desk.latest.clone()).filter(|model| model.is_own()) {
        // If it is refused, the next start shows another one: nothing is lost.
        let _ = keeper::point_at(store, &model.case).await;
    }
    list_anew(store, send).await;
}

/// Shows what another tab wrote, unless something here waits to be saved: that finds it out by itself.
pub async fn follow(store: &Store, send: &Callback<Action>) {
    let Some(id) = list_anew(store, send).await else { return };
    let Ok(Ok(case)) = keeper::open(store, &id).await else { return };
    let latest = desk(|desk| desk.latest.clone());
    if let Some(model) = latest.filter(|model| is_idle() && !model.is_unsaved() && model.case == id) {
        desk(|desk| desk.seen.insert(id, case.seen.clone()));
        send.emit(Action::CaseShown { shown: Box::new(shown(&case)), asked: model.revision, why: Why::Followed });
    }
}

/// Lists what is kept; the id of the case in view, when it is not as this page has seen it.
pub async fn list_anew(store: &Store, send: &Callback<Action>) -> Option<String> {
    let cases = keeper::list(store).await.ok()?;
    send.emit(Action::CasesListed(listed(&cases)));
    let id = desk(|desk| desk.latest.as_ref().filter(|model| model.is_own()).map(|model| model.case.clone()))?;
    let there = cases.into_iter().find(|case| case.id == id)?;
    (desk(|desk| desk.seen.get(&id).cloned()).as_ref() != Some(&there.seen)).then_some(id)
}

pub fn shown(case: &Case) -> Shown {
    Shown { listed: entry(&case.id, Some(&case.head)), account: case.account.clone(), steps: steps(&case.head) }
}

fn steps(head: &Head) -> Steps {
    Steps { back: head.history.back().is_some(), forward: head.history.forward().is_some() }
}

fn listed(cases: &[keeper::Listed]) -> Vec<Listed> {
    cases.iter().map(|case| entry(&case.id, case.head.as_ref().ok())).collect()
}

fn entry(id: &str, head: Option<&Head>) -> Listed {
    let saved = head.map(|head| head.history.saved()).unwrap_or_default();
    Listed { id: id.to_owned(), name: head.map(|head| head.name.clone()), saved }
}
