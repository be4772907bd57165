//! Saving: one thing at a time, in the order it was asked for, and in step with the other tabs of this device.
use super::Shared;
use crate::app::{Action, Keep, Model, Origin};
use crate::browser::download::file_name;
use crate::browser::store::{self, Store, StoreFault};
use crate::browser::tabs::{News, Tabs};
use crate::browser::{keeper, rescue};
use crate::wire::case;
use crate::wire::kept::Accounts;
use crate::wire::merge::follow;
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// So long after the last key the account is written.
const SAVE_AFTER: u32 = 250;

/// What this page knows of the store.
#[derive(Default)]
struct Desk {
    store: Option<Rc<Store>>,
    tabs: Option<Tabs>,
    /// What stands in the store, as this tab last saw it.
    seen: Option<String>,
    /// What is in view now, saved or not.
    latest: Option<Shared<Model>>,
    waiting: VecDeque<Job>,
    busy: bool,
    /// Grows with every erasing: what was asked for before is dropped.
    erasings: u32,
    /// The browser was asked to keep what is saved here.
    stays: bool,
}

enum Job {
    /// Everything as it is at this revision.
    Save(Shared<Model>),
    Erase,
    /// Another tab wrote.
    Follow,
}

thread_local! {
    static DESK: RefCell<Desk> = RefCell::default();
}

fn desk<T>(done: impl FnOnce(&mut Desk) -> T) -> T {
    DESK.with_borrow_mut(done)
}

/// Opens the store once, restores what it holds, then keeps every revision.
#[hook]
pub fn use_store(model: &Shared<Model>, send: &Callback<Action>) {
    desk(|desk| desk.latest = Some(model.clone()));
    {
        let send = send.clone();
        use_effect_with((), move |()| {
            spawn_local(open(send));
        });
    }
    {
        let model = model.clone();
        use_effect_with(model.revision, move |_| {
            let own = model.origin == Origin::Own && !model.account.is_empty();
            let text = if own { case_text(&model) } else { String::new() };
            rescue::hand_over(&text, &file_name(model.account_name(), case::EXTENSION));
        });
    }
    let (send, shared) = (send.clone(), model.clone());
    use_effect_with((model.revision, model.keep == Keep::Pending), move |(_, due)| {
        let timer = due.then(|| Timeout::new(SAVE_AFTER, move || ask(Job::Save(shared), &send)));
        move || drop(timer)
    });
}

/// Erases what the device keeps, in the other tabs too, once what is being written is done.
pub fn erase(send: &Callback<Action>) {
    send.emit(Action::Erased);
    desk(|desk| {
        desk.erasings += 1;
        desk.waiting.clear();
        if let Some(tabs) = &desk.tabs {
            tabs.tell(News::Erased);
        }
    });
    ask(Job::Erase, send);
}

async fn open(send: Callback<Action>) {
    let opened = Rc::new(Store::open().await);
    let kept = keeper::restore(&opened).await;
    if let Some(fault) = kept.fault {
        send.emit(Action::Noticed { text: fault, fault: true });
    }
    let durable = opened.is_durable() && !kept.newer;
    let told = {
        let send = send.clone();
        move |news: News| hear(news, &send)
    };
    desk(|desk| {
        desk.seen = kept.seen;
        // Nothing is written over what a newer version has saved.
        desk.store = durable.then_some(opened);
        desk.tabs = Tabs::join(told);
    });
    let (account, aside, rates) = (kept.account.map(Box::new), kept.aside, kept.rates);
    send.emit(Action::Restored { account, aside, rates, durable });
    let broken_off = rescue::take().and_then(|text| case::read(&text).ok());
    if let Some(case) = broken_off {
        send.emit(Action::Resumed(Box::new(case.account)));
    }
}

/// The account in view as a case file's text.
pub fn case_text(model: &Model) -> String {
    let data = &model.shipped.data;
    let head = case::Head { playbook: data.id.clone(), playbook_version: data.version.clone(), saved: model.today };
    case::write(&model.account, &head)
}

fn hear(news: News, send: &Callback<Action>) {
    match news {
        News::Saved => ask(Job::Follow, send),
        News::Erased => {
            desk(|desk| {
                desk.erasings += 1;
                desk.waiting.clear();
                desk.seen = None;
            });
            send.emit(Action::Erased);
        }
    }
}

/// Does it now, or after what is being done.
fn ask(job: Job, send: &Callback<Action>) {
    let idle = desk(|desk| {
        desk.waiting.push_back(job);
        !std::mem::replace(&mut desk.busy, true)
    });
    if idle {
        let send = send.clone();
        spawn_local(async move {
            while let Some(job) = desk(|desk| desk.waiting.pop_front()) {
                perform(job, &send).await;
            }
            desk(|desk| desk.busy = false);
        });
    }
}

async fn perform(job: Job, send: &Callback<Action>) {
    let store = desk(|desk| desk.store.clone());
    match (job, store) {
        (Job::Erase, _) => match Store::erase().await {
            Ok(()) => desk(|desk| desk.seen = None),
            Err(fault) => send.emit(Action::Noticed { text: fault.to_string(), fault: true }),
        },
        (Job::Save(model), Some(store)) => save(&store, &model, send).await,
        (Job::Follow, Some(store)) => show_theirs(&store, send).await,
        (Job::Save(_) | Job::Follow, None) => {}
    }
}

async fn save(store: &Store, model: &Model, send: &Callback<Action>) {
    let mine = accounts(model);
    let (mut seen, erasings) = desk(|desk| (desk.seen.clone(), desk.erasings));
    let mut kept = keeper::keep(store, &mut seen, &mine, &model.account.rates).await;
    if desk(|desk| desk.erasings != erasings) {
        // It was erased meanwhile, here or in another tab; an erasing that waits takes what was just written.
        return;
    }
    if kept == Err(StoreFault::Gone) {
        // The browser cleared it under our feet: what is in view goes in again.
        seen = None;
        kept = keeper::keep(store, &mut seen, &mine, &model.account.rates).await;
    }
    match kept {
        Ok(merged) => {
            desk(|desk| desk.seen = seen);
            if let Some(merged) = merged {
                let (sent, aside) = (mine.aside, merged.accounts.aside);
                send.emit(Action::Merged { sent, aside, conflict: merged.conflict });
            }
            send.emit(Action::SaveFinished(model.revision));
            after_save().await;
        }
        Err(fault) => send.emit(Action::SaveFailed(fault.to_string())),
    }
}

/// Tells the other tabs, and asks the browser once to let what is saved stay: now it is the user's.
async fn after_save() {
    let asked = desk(|desk| {
        if let Some(tabs) = &desk.tabs {
            tabs.tell(News::Saved);
        }
        std::mem::replace(&mut desk.stays, true)
    });
    if !asked {
        // Some browsers ask the person, who may take their time.
        spawn_local(store::stay());
    }
}

/// Shows what another tab wrote, unless something here waits to be saved: that brings both together.
async fn show_theirs(store: &Store, send: &Callback<Action>) {
    let idle = || {
        let latest = desk(|desk| desk.latest.clone().filter(|_| desk.waiting.is_empty()));
        latest.filter(|model| !matches!(model.keep, Keep::Pending | Keep::Failed(_)))
    };
    let seen = desk(|desk| desk.seen.clone());
    let Some((text, theirs)) = keeper::written(store, seen.as_deref()).await else { return };
    if let Some(model) = idle() {
        let now = follow(&accounts(&model), &theirs);
        desk(|desk| desk.seen = Some(text));
        send.emit(Action::Followed { account: now.present.map(Box::new), aside: now.aside });
    }
}

fn accounts(model: &Model) -> Accounts {
    let own = model.origin == Origin::Own && !model.account.is_empty();
    Accounts {
        present: own.then(|| (*model.account).clone()),
        aside: model.aside.iter().map(|account| (**account).clone()).collect(),
    }
}
