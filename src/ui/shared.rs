//! What every part of the screen shares: cheap-to-compare data, and the way to say that something happened.
use crate::app::{Action, Changed};
use std::ops::Deref;
use std::rc::Rc;
use yew::prelude::*;

/// Shared data that counts as changed only when it was made anew: comparing props costs one pointer.
#[derive(Debug)]
pub struct Shared<T>(pub Rc<T>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> From<&Rc<T>> for Shared<T> {
    fn from(shared: &Rc<T>) -> Self {
        Self(shared.clone())
    }
}

/// The only thing in context: it never changes, so its consumers never re-render because of it.
#[derive(Clone, PartialEq)]
pub struct Sender(pub Callback<Action>);

/// Tells the page that something happened.
#[hook]
pub fn use_send() -> Callback<Action> {
    use_context::<Sender>().map_or_else(Callback::noop, |sender| sender.0)
}

/// Tells the page that something about the account changed.
#[hook]
pub fn use_change() -> Callback<Changed> {
    let send = use_send();
    use_callback(send, |changed, send| send.emit(Action::Changed(changed)))
}
