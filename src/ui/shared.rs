//! What every part of the screen shares: cheap-to-compare data, and the way to say that something happened.
use super::part::{Fetched, Pages, Sharing, Value};
use super::verdict::Details;
use crate::app::{Action, Changed, Model};
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

/// What the parts of the page are drawn from. Most parts are plain functions of it: a component of its own costs
/// more bytes than what it draws, and pays only where it saves drawing.
#[derive(Clone)]
pub struct View {
    pub model: Shared<Model>,
    pub send: Callback<Action>,
    pub change: Callback<Changed>,
    pub details: Fetched<Details>,
    pub pages: Fetched<Pages>,
    pub sharing: Fetched<Sharing>,
    pub value: Fetched<Value>,
}

/// The parts of the program are the frame's alone: what is drawn on a page doesn't change with them.
impl PartialEq for View {
    fn eq(&self, other: &Self) -> bool {
        self.model == other.model && self.send == other.send && self.change == other.change
    }
}

impl View {
    /// Of a page by itself.
    pub fn of(model: Shared<Model>, send: Callback<Action>, change: Callback<Changed>) -> Self {
        let (details, pages, sharing, value) = (Fetched::Absent, Fetched::Absent, Fetched::Absent, Fetched::Absent);
        Self { model, send, change, details, pages, sharing, value }
    }

    /// A click that is this fact.
    pub fn click(&self, action: Action) -> Callback<MouseEvent> {
        let send = self.send.clone();
        Callback::from(move |_| send.emit(action.clone()))
    }

    /// A click that changes this about the account.
    pub fn click_change(&self, changed: Changed) -> Callback<MouseEvent> {
        let change = self.change.clone();
        Callback::from(move |_| change.emit(changed.clone()))
    }

    /// A choice that changes this about the account.
    pub fn choose(&self, changed: Changed) -> Callback<Event> {
        let change = self.change.clone();
        Callback::from(move |_| change.emit(changed.clone()))
    }

    /// A choice that is this fact.
    pub fn choose_action(&self, action: Action) -> Callback<Event> {
        let send = self.send.clone();
        Callback::from(move |_| send.emit(action.clone()))
    }

    /// What is typed, as a change of the account.
    pub fn typed(&self, made: impl Fn(String) -> Changed + 'static) -> Callback<InputEvent> {
        let change = self.change.clone();
        Callback::from(move |event: InputEvent| change.emit(made(super::event::typed(&event))))
    }
}
