//! Parts of the program that are fetched when they are first needed, so that the first load holds the form and the
//! verdict alone. A part is a table of plain functions: once it is here, calling into it costs nothing more.
use super::cases;
use super::exchange;
use super::hosting;
use super::menu;
use super::people::people;
use super::portfolio;
use super::proof::{export, proof};
use super::rules::rules;
use super::saving::KEEPING;
use super::value::value as value_page;
use super::verdict::{DETAILS, Details};
use super::{Shared, View};
use crate::app::{Action, Model};
use crate::domain::account::Account;
use crate::wire::message::Format;
use crate::wire::{Refusal, link};
use std::future::Future;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

/// The pages beyond the form.
pub struct Pages {
    pub people: fn(&View) -> Html,
    pub proof: fn(&View) -> Html,
    /// The page of a customer who was asked for sections.
    pub guest: fn(&View) -> Html,
    pub rules: fn(&View) -> Html,
    /// The checklist as a file: its name, its media type, its text.
    pub export: fn(&Model, Format) -> (String, &'static str, String),
}

/// What the menu holds, and the links to accounts.
pub struct Sharing {
    pub menu: fn(&View) -> Html,
    /// The page of all accounts.
    pub accounts: fn(&View) -> Html,
    pub open_file: fn(File, &Callback<Action>),
    /// Undoes, or does again when `true`.
    pub turn: fn(&Callback<Action>, bool),
    /// The fragment of a link; `true` takes people along.
    pub encode: fn(&Account, bool) -> Result<String, Refusal>,
    /// Opens what the fragment of a link holds.
    pub open_link: fn(&str, &Callback<Action>),
}

/// The business case.
pub struct Value {
    pub value: fn(&View) -> Html,
}

static VALUE: Value = Value { value: value_page };

static PAGES: Pages = Pages { people, proof, guest: exchange::guest, rules, export };

/// The talk with the page around a frame.
pub struct Hosting {
    pub start: fn(&Callback<Action>),
    /// Something in view changed.
    pub changed: fn(&Model),
    /// Hands the case over; with nobody's question to answer.
    pub save: fn(&Model, Option<&str>),
}

static HOSTING: Hosting = Hosting { start: hosting::start, changed: hosting::changed, save: hosting::save };

/// What the page needs next, fetched right after it is shown.
pub struct Soon {
    pub details: &'static Details,
    pub keeping: &'static Keeping,
}

static SOON: Soon = Soon { details: &DETAILS, keeping: &KEEPING };

/// What keeps accounts on the device.
pub struct Keeping {
    /// This is in view now.
    pub see: fn(&Shared<Model>),
    pub open: fn(&Callback<Action>),
    /// Everything that is not saved yet.
    pub save: fn(&Callback<Action>),
    /// What failed, from what is in view now.
    pub again: fn(&Callback<Action>),
    /// What is in view is safe from the program itself.
    pub hand_over: fn(&Model),
    /// Offers what is in view as a case file.
    pub save_file: fn(&Model),
    /// A new account, after everything in view is saved.
    pub then_new: fn(&Callback<Action>),
}

static SHARING: Sharing = Sharing {
    menu: menu::panel,
    accounts: portfolio::accounts,
    open_file: menu::open_file,
    turn: cases::turn,
    encode: link::encode,
    open_link: exchange::open_link,
};

/// The part didn't arrive: no network, and not kept for use without one yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missing;

impl std::fmt::Display for Missing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("This part of Fitproof couldn’t be fetched. Check the network and try again; your work is safe.")
    }
}

/// How far a part is.
pub enum Fetched<T: 'static> {
    Absent,
    Here(&'static T),
    Missing,
}

impl<T> Clone for Fetched<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Fetched<T> {}

impl<T> PartialEq for Fetched<T> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Here(one), Self::Here(other)) => std::ptr::eq(*one, *other),
            (one, other) => std::mem::discriminant(one) == std::mem::discriminant(other),
        }
    }
}

#[cfg(feature = "split")]
mod fetch {
    use super::{HOSTING, Hosting, Missing, PAGES, Pages, SHARING, SOON, Sharing, Soon, VALUE, Value};
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    impl From<SplitLoaderError> for Missing {
        fn from(_: SplitLoaderError) -> Self {
            Self
        }
    }

    #[wasm_split(soon, fallible)]
    pub fn soon() -> Result<&'static Soon, Missing> {
        Ok(&SOON)
    }

    #[wasm_split(pages, fallible)]
    pub fn pages() -> Result<&'static Pages, Missing> {
        Ok(&PAGES)
    }

    #[wasm_split(sharing, fallible)]
    pub fn sharing() -> Result<&'static Sharing, Missing> {
        Ok(&SHARING)
    }

    #[wasm_split(value, fallible)]
    pub fn value() -> Result<&'static Value, Missing> {
        Ok(&VALUE)
    }

    #[wasm_split(hosting, fallible)]
    pub fn hosting() -> Result<&'static Hosting, Missing> {
        Ok(&HOSTING)
    }
}

/// In one piece, as `trunk serve` builds it.
#[cfg(not(feature = "split"))]
mod fetch {
    use super::{HOSTING, Hosting, Missing, PAGES, Pages, SHARING, SOON, Sharing, Soon, VALUE, Value};

    pub async fn soon() -> Result<&'static Soon, Missing> {
        Ok(&SOON)
    }

    pub async fn pages() -> Result<&'static Pages, Missing> {
        Ok(&PAGES)
    }

    pub async fn sharing() -> Result<&'static Sharing, Missing> {
        Ok(&SHARING)
    }

    pub async fn value() -> Result<&'static Value, Missing> {
        Ok(&VALUE)
    }

    pub async fn hosting() -> Result<&'static Hosting, Missing> {
        Ok(&HOSTING)
    }
}

pub use fetch::{hosting, pages, sharing, value};

pub async fn details() -> Result<&'static Details, Missing> {
    Ok(fetch::soon().await?.details)
}

pub async fn keeping() -> Result<&'static Keeping, Missing> {
    Ok(fetch::soon().await?.keeping)
}

/// Fetches a part as soon as it is wanted, and again after a failure when it is wanted for something else.
#[hook]
pub fn use_part<T, W, F, R>(wanted: Option<W>, fetch: F) -> Fetched<T>
where
    T: 'static,
    W: PartialEq + 'static,
    F: Fn() -> R + 'static,
    R: Future<Output = Result<&'static T, Missing>> + 'static,
{
    let part = use_state(|| Fetched::Absent);
    let setter = part.setter();
    let here = matches!(*part, Fetched::Here(_));
    use_effect_with(wanted.filter(|_| !here), move |due| {
        if due.is_some() {
            let fetched = fetch();
            spawn_local(async move {
                setter.set(match fetched.await {
                    Ok(part) => Fetched::Here(part),
                    Err(Missing) => Fetched::Missing,
                });
            });
        }
    });
    *part
}
