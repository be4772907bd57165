//! Whether a pointer is down: what would move under it waits until it is up.
use super::reach::IN_BROWSER;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use std::cell::RefCell;

#[derive(Default)]
struct Press {
    down: bool,
    waiting: Vec<Box<dyn FnOnce()>>,
    watched: bool,
}

thread_local! {
    static PRESS: RefCell<Press> = RefCell::default();
}

/// Follows the pointer from now on; asking again changes nothing.
pub fn watch() {
    if !IN_BROWSER || PRESS.with_borrow_mut(|press| std::mem::replace(&mut press.watched, true)) {
        return;
    }
    let listen = |name: &'static str, down: bool| {
        let options = EventListenerOptions::run_in_capture_phase();
        EventListener::new_with_options(&document(), name, options, move |_| {
            PRESS.with_borrow_mut(|press| press.down = down);
            if !down {
                // The click comes after the pointer is up.
                Timeout::new(0, run).forget();
            }
        })
        .forget();
    };
    listen("pointerdown", true);
    listen("pointerup", false);
    listen("pointercancel", false);
}

fn run() {
    let waiting = PRESS.with_borrow_mut(|press| std::mem::take(&mut press.waiting));
    waiting.into_iter().for_each(|done| done());
}

/// Does it now, or when the pointer that is down is up and its click was told.
pub fn released(done: impl FnOnce() + 'static) {
    let now = PRESS.with_borrow_mut(|press| match press.down {
        true => {
            press.waiting.push(Box::new(done));
            None
        }
        false => Some(done),
    });
    if let Some(done) = now {
        done();
    }
}
