//! The hooks that reach the browser, each keyed by one part of the model.
use super::form::element_id;
use super::keeping::with_part;
use super::menu::SUMMARY;
use super::part::Fetched;
use super::verdict::summary;
use super::{Shared, part};
use crate::app::{Action, Keep, Model, Offline, Part, Sought};
use crate::browser::file::{self, Launch};
use crate::browser::offline::{self, State};
use crate::browser::share;
use crate::browser::{clock, focus, host, screen};
use crate::domain::date::Day;
use crate::domain::exchange::is_guest;
use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// So long after the last key the verdict is read out.
const ANNOUNCE_AFTER: u32 = 900;
/// So long a page waits at most for what the device keeps before it is shown.
const SHOW_WITHIN: u32 = 1_000;

/// Shows the page: at once to somebody new; who comes back sees their own account first, and no example before it.
#[hook]
pub fn use_arrival(model: &Shared<Model>) {
    use_effect_with(model.keep == Keep::Opening, |&opening| {
        let timer = (opening && offline::is_return()).then(|| Timeout::new(SHOW_WITHIN, screen::arrive));
        if timer.is_none() {
            screen::arrive();
        }
        move || drop(timer)
    });
}

/// Opens the account in the address, now and whenever another link is followed in this tab.
#[hook]
pub fn use_links(send: &Callback<Action>) {
    let send = send.clone();
    use_effect_with((), move |()| {
        let follow = move || match share::take_fragment() {
            None => {}
            Some(fragment) => spawn_local(open_link(fragment, send.clone())),
        };
        follow();
        let listener = share::on_fragment(follow);
        move || drop(listener)
    });
}

async fn open_link(fragment: String, send: Callback<Action>) {
    match part::sharing().await {
        Ok(sharing) => (sharing.open_link)(&fragment, &send),
        Err(missing) => send.emit(Action::Noticed { text: missing.to_string(), fault: true }),
    }
}

/// Follows whether the page is ready to work without a network.
#[hook]
pub fn use_offline(send: &Callback<Action>) {
    let send = send.clone();
    use_effect_with((), move |()| {
        let listener = offline::watch(move |state| {
            send.emit(Action::OfflineChanged(match state {
                State::Pending => Offline::Pending,
                State::Ready => Offline::Ready,
                State::Update => Offline::Update,
                State::Unavailable => Offline::Unavailable,
            }));
        });
        move || drop(listener)
    });
}

/// A page may stay open for days: what it says of today stays true.
#[hook]
pub fn use_today(today: Day, send: &Callback<Action>) {
    let send = send.clone();
    use_effect_with(today, move |&today| {
        let watch = clock::watch(move |day| {
            if day != today {
                send.emit(Action::DayBegan(day));
            }
        });
        move || drop(watch)
    });
}

/// Brings the field that was asked for into view, with the cursor in it.
#[hook]
pub fn use_sought(model: &Shared<Model>) {
    use_effect_with(model.sought.clone(), |sought: &Option<Sought>| {
        if let Some(sought) = sought {
            crate::browser::focus::bring(&element_id(&sought.field));
        }
    });
}

/// A click elsewhere closes the menu; when it closes with the focus in it, the focus stays where it was opened.
#[hook]
pub fn use_menu(model: &Shared<Model>, send: &Callback<Action>) {
    let send = send.clone();
    use_effect_with(model.is_open(Part::Menu), move |open| {
        let listener = open.then(|| focus::on_press_outside(".menu", move || send.emit(Action::Toggled(Part::Menu))));
        move || {
            if listener.is_some() {
                focus::keep_at(SUMMARY);
            }
        }
    });
}

/// The keys for undo and redo.
#[hook]
pub fn use_undo(send: &Callback<Action>) {
    let send = send.clone();
    use_effect_with((), move |()| {
        let listener = focus::on_undo(move |forward| turn(&send, forward));
        move || drop(listener)
    });
}

/// Undoes the last change, or does again what was undone last, once the part that knows how is there.
pub fn turn(send: &Callback<Action>, forward: bool) {
    let send = send.clone();
    spawn_local(async move {
        match part::sharing().await {
            Ok(sharing) => (sharing.turn)(&send, forward),
            Err(missing) => send.emit(Action::Noticed { text: missing.to_string(), fault: true }),
        }
    });
}

/// The verdict in one sentence, a moment after the last change.
#[hook]
pub fn use_announcement(model: &Shared<Model>) -> AttrValue {
    let announced = use_state_eq(AttrValue::default);
    let text = if is_guest(&model.account) { String::new() } else { summary(&model.playbook, &model.verdict) };
    let setter = announced.setter();
    let first = use_mut_ref(|| true);
    use_effect_with(text, move |text| {
        let text = text.clone();
        // The first verdict is on the page as it loads: only changes are read out.
        let quiet = std::mem::replace(&mut *first.borrow_mut(), false);
        let timer = (!quiet).then(|| Timeout::new(ANNOUNCE_AFTER, move || setter.set(AttrValue::from(text))));
        move || drop(timer)
    });
    (*announced).clone()
}

/// In the entry for frames, talks with the page around it.
#[hook]
pub fn use_host(model: &Shared<Model>, send: &Callback<Action>) {
    let hosting = part::use_part(host::is_embed().then_some(()), part::hosting);
    let here = if let Fetched::Here(hosting) = hosting { Some(hosting) } else { None };
    let send = send.clone();
    use_effect_with(here.is_some(), move |_| {
        if let Some(hosting) = here {
            (hosting.start)(&send);
        }
    });
    let changed = model.clone();
    use_effect_with((model.revision, model.case.clone(), here.is_some()), move |_| {
        if let Some(hosting) = here {
            (hosting.changed)(&changed);
        }
    });
}

/// Does what the installed app was launched for.
#[hook]
pub fn use_launch(send: &Callback<Action>) {
    let send = send.clone();
    use_effect_with((), move |()| {
        let listener = file::on_launch(move |launch| match launch {
            Launch::New => with_part(&send, |keeping, send| (keeping.then_new)(send)),
            Launch::File(picked) => {
                let send = send.clone();
                spawn_local(async move {
                    match part::sharing().await {
                        Ok(sharing) => (sharing.open_file)(picked, &send),
                        Err(missing) => send.emit(Action::Noticed { text: missing.to_string(), fault: true }),
                    }
                });
            }
        });
        move || drop(listener)
    });
}
