//! The page's side of its workers: one of each kind, started when it is first needed and kept for the next order.
//!
//! An order is a text, an answer is bytes. The page sends `{ id, order }`; the worker says `{ ready }` once it listens,
//! then of each order `{ id, progress }` any number of times and `{ id, done }` or `{ id, failed }` once. A worker does
//! one order at a time, the others wait here, so that each can be taken back.
use super::reach::{self, IN_BROWSER};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use js_sys::Uint8Array;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::fmt;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{EventTarget, MessageEvent};

/// Milliseconds that a worker's files may take to arrive: a slow network is no failure.
const START_WITHIN: u32 = 60_000;
/// Milliseconds between two signs of life from a worker with an order.
const SIGN_WITHIN: u32 = 60_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Writes documents.
    Documents,
    /// Draws outcomes of a business case.
    Simulate,
}

impl Kind {
    /// The name of its program.
    fn program(self) -> &'static str {
        match self {
            Self::Documents => "documents",
            Self::Simulate => "simulate",
        }
    }
}

/// What becomes of an order.
pub enum Told {
    /// The share that is done, from 0 to 1.
    Progress(f64),
    Done(Vec<u8>),
    Failed(Failure),
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The worker's program didn't arrive, or the browser refuses to start it.
    Absent,
    /// The worker broke at the order.
    Broken,
    /// Nothing was heard of it for too long.
    Silent,
    /// The worker says in a sentence why it can't be done.
    Refused(String),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Absent => {
                "The part of Fitproof that does this couldn’t be started. Check the network and try again; your work is safe."
            }
            Self::Broken => "Something broke while this was being made. Try again; your work is safe.",
            Self::Silent => "This took too long and was stopped. Try again; your work is safe.",
            Self::Refused(sentence) => sentence,
        })
    }
}

/// An order that was given, to take it back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Job {
    kind: Kind,
    id: u32,
}

type Tell = Rc<dyn Fn(Told)>;

struct Order {
    id: u32,
    text: String,
    tell: Tell,
}

/// A started worker; dropping it ends it.
struct Live {
    worker: JsValue,
    ready: bool,
    /// Set anew at every sign of life that is waited for.
    watch: Option<Timeout>,
    _listeners: [EventListener; 2],
}

impl Drop for Live {
    fn drop(&mut self) {
        let _ = reach::call(&self.worker, "terminate", &[]);
    }
}

/// All about one kind of worker.
#[derive(Default)]
struct Desk {
    live: Option<Live>,
    current: Option<Order>,
    waiting: VecDeque<Order>,
    last: u32,
}

thread_local! {
    static DESKS: [RefCell<Desk>; 2] = Default::default();
}

/// Nothing of a desk stays borrowed while somebody is told.
fn at<T>(kind: Kind, act: impl FnOnce(&mut Desk) -> T) -> T {
    let place = match kind {
        Kind::Documents => 0,
        Kind::Simulate => 1,
    };
    DESKS.with(|desks| act(&mut desks[place].borrow_mut()))
}

/// Gives an order; `tell` hears how it goes, and nothing any more once the order was taken back.
pub fn ask(kind: Kind, order: String, tell: impl Fn(Told) + 'static) -> Job {
    let id = at(kind, |desk| {
        desk.last = desk.last.wrapping_add(1);
        desk.waiting.push_back(Order { id: desk.last, text: order, tell: Rc::new(tell) });
        desk.last
    });
    go_on(kind);
    Job { kind, id }
}

/// Gives an order that makes those needless which still wait: only the newest counts.
pub fn ask_instead(kind: Kind, order: String, tell: impl Fn(Told) + 'static) -> Job {
    let needless = at(kind, |desk| std::mem::take(&mut desk.waiting));
    drop(needless);
    ask(kind, order, tell)
}

impl Job {
    /// Takes the order back. One that is being done ends with its worker; the next order gets a fresh one.
    pub fn cancel(self) {
        let dropped = at(self.kind, |desk| {
            if desk.current.as_ref().is_some_and(|order| order.id == self.id) {
                return (desk.current.take(), desk.live.take());
            }
            let place = desk.waiting.iter().position(|order| order.id == self.id);
            (place.and_then(|place| desk.waiting.remove(place)), None)
        });
        drop(dropped);
        go_on(self.kind);
    }
}

/// Starts what can be started: a worker when there is an order, an order when there is a worker that listens.
fn go_on(kind: Kind) {
    let (idle, due) = at(kind, |desk| (desk.live.is_none(), !desk.waiting.is_empty() || desk.current.is_some()));
    if idle && due {
        match start(kind) {
            Some(live) => at(kind, |desk| desk.live = Some(live)),
            // Later, like every other answer: whoever gives an order isn't told before they know its job.
            None => drop(Timeout::new(0, move || end(kind, &Failure::Absent)).forget()),
        }
        return;
    }
    at(kind, |desk| {
        let Some(live) = desk.live.as_mut().filter(|live| live.ready) else { return };
        if desk.current.is_some() {
            return;
        }
        let Some(order) = desk.waiting.pop_front() else { return };
        let message = reach::object(&[("id", order.id.into()), ("order", order.text.as_str().into())]);
        let _ = reach::call(&live.worker, "postMessage", &[message]);
        live.watch = Some(watch(kind, SIGN_WITHIN));
        desk.current = Some(order);
    });
}

fn start(kind: Kind) -> Option<Live> {
    let open = reach::global("fitproofWorker").filter(|_| IN_BROWSER)?;
    let worker = open.dyn_ref::<js_sys::Function>()?.call1(&open, &kind.program().into()).ok()?;
    let target: &EventTarget = worker.unchecked_ref();
    let message = EventListener::new(target, "message", move |event| hear(kind, event));
    let options = EventListenerOptions::enable_prevent_default();
    let error = EventListener::new_with_options(target, "error", options, move |event| {
        // The page itself is well.
        event.prevent_default();
        let ready = at(kind, |desk| desk.live.as_ref().is_some_and(|live| live.ready));
        // Not from within the worker's own event: its listeners are dropped.
        let failure = if ready { Failure::Broken } else { Failure::Absent };
        Timeout::new(0, move || end(kind, &failure)).forget();
    });
    let watch = Some(watch(kind, START_WITHIN));
    Some(Live { worker, ready: false, watch, _listeners: [message, error] })
}

fn watch(kind: Kind, within: u32) -> Timeout {
    Timeout::new(within, move || {
        let ready = at(kind, |desk| desk.live.as_ref().is_some_and(|live| live.ready));
        end(kind, if ready { &Failure::Silent } else { &Failure::Absent });
    })
}

fn hear(kind: Kind, event: &web_sys::Event) {
    let Some(message) = event.dyn_ref::<MessageEvent>().map(MessageEvent::data) else { return };
    if reach::get(&message, "ready").is_some() {
        at(kind, |desk| {
            if let Some(live) = &mut desk.live {
                live.ready = true;
                live.watch = None;
            }
        });
        return go_on(kind);
    }
    let Some(id) = reach::get(&message, "id").and_then(|id| id.as_f64()) else { return };
    let progress = reach::get(&message, "progress").and_then(|done| done.as_f64());
    let tell = at(kind, |desk| {
        // An order that was taken back has no place here any more.
        let tell = desk.current.as_ref().filter(|order| f64::from(order.id) == id)?.tell.clone();
        if progress.is_none() {
            desk.current = None;
        }
        if let Some(live) = &mut desk.live {
            live.watch = progress.map(|_| watch(kind, SIGN_WITHIN));
        }
        Some(tell)
    });
    let Some(tell) = tell else { return };
    if let Some(done) = progress {
        return tell(Told::Progress(done.clamp(0.0, 1.0)));
    }
    go_on(kind);
    let done = reach::get(&message, "done").and_then(|bytes| bytes.dyn_into::<Uint8Array>().ok());
    let failed = reach::get(&message, "failed").and_then(|sentence| sentence.as_string());
    tell(match (done, failed) {
        (Some(bytes), _) => Told::Done(bytes.to_vec()),
        (None, Some(sentence)) => Told::Failed(Failure::Refused(sentence)),
        (None, None) => Told::Failed(Failure::Broken),
    });
}

/// Ends a worker that failed. The order it had fails with it; when it never listened, all that wait do.
fn end(kind: Kind, failure: &Failure) {
    let (live, failed) = at(kind, |desk| {
        let mut failed: Vec<Order> = desk.current.take().into_iter().collect();
        if *failure == Failure::Absent {
            failed.extend(std::mem::take(&mut desk.waiting));
        }
        (desk.live.take(), failed)
    });
    drop(live);
    for order in failed {
        (order.tell)(Told::Failed(failure.clone()));
    }
    go_on(kind);
}
