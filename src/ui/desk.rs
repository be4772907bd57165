//! The desk at which this page keeps cases: one thing at a time, in the order it was asked for.
use super::{Shared, saving};
use crate::app::{Action, Model};
use crate::browser::lock;
use crate::browser::store::Store;
use crate::browser::tabs::Tabs;
use crate::domain::table::Table;
use crate::wire::kept::Device;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

/// What this page knows of the store.
#[derive(Default)]
pub struct Desk {
    /// None until it was opened, and while it can't be.
    pub store: Option<Rc<Store>>,
    pub tabs: Option<Tabs>,
    /// The heads of cases as this page last saw them in the store, by id.
    pub seen: Table<String>,
    /// What holds for all cases, as it was last kept.
    pub device: Device,
    pub seen_device: Option<String>,
    /// What is in view now, saved or not.
    pub latest: Option<Shared<Model>>,
    /// Grows with every erasing: what was asked for before is dropped.
    pub erasings: u32,
    /// The browser was asked to keep what is saved here.
    pub stays: bool,
    waiting: VecDeque<Job>,
    busy: bool,
}

type Done = Pin<Box<dyn Future<Output = ()>>>;

pub enum Job {
    Open,
    /// Everything that is not saved yet, as it is when it comes to it.
    Save,
    Erase,
    /// Whatever failed is to be tried again.
    Again,
    /// Another tab wrote.
    Follow,
    /// Whatever else is done with what is kept.
    With(Box<dyn FnOnce(Rc<Store>, Callback<Action>) -> Done>),
}

thread_local! {
    static DESK: RefCell<Desk> = RefCell::default();
}

pub fn desk<T>(done: impl FnOnce(&mut Desk) -> T) -> T {
    DESK.with_borrow_mut(done)
}

/// What was asked for before is dropped.
pub fn forget() {
    desk(|desk| {
        desk.erasings += 1;
        desk.waiting.clear();
        desk.seen.clear();
        desk.device = Device::default();
        desk.seen_device = None;
    });
}

/// Nothing waits to be done.
pub fn is_idle() -> bool {
    desk(|desk| desk.waiting.is_empty())
}

/// Does it now, or after what is being done.
pub fn ask(job: Job, send: &Callback<Action>) {
    let idle = desk(|desk| {
        desk.waiting.push_back(job);
        !std::mem::replace(&mut desk.busy, true)
    });
    if idle {
        let send = send.clone();
        spawn_local(async move {
            while let Some(job) = desk(|desk| desk.waiting.pop_front()) {
                let _alone = lock::take().await;
                perform(job, &send).await;
            }
            desk(|desk| desk.busy = false);
        });
    }
}

/// Does something with what is kept, after everything in view is saved.
pub fn with<F>(send: &Callback<Action>, done: impl FnOnce(Rc<Store>, Callback<Action>) -> F + 'static)
where
    F: Future<Output = ()> + 'static,
{
    ask(Job::Save, send);
    ask(Job::With(Box::new(|store, send| Box::pin(done(store, send)))), send);
}

async fn perform(job: Job, send: &Callback<Action>) {
    if desk(|desk| desk.store.is_none()) && !matches!(job, Job::Erase) {
        saving::open(send).await;
    }
    let store = desk(|desk| desk.store.clone());
    match (job, store) {
        (Job::Erase, store) => saving::erase_now(store.as_deref(), send).await,
        (Job::Again, Some(store)) => saving::forget_cleared(&store).await,
        (Job::Save, Some(store)) => saving::save(&store, send).await,
        (Job::Follow, Some(store)) => saving::follow(&store, send).await,
        (Job::With(done), Some(store)) => done(store, send.clone()).await,
        (Job::Open, _) | (_, None) => {}
    }
}
