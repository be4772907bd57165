//! The root: one reducer, the effects, the frame with its pages.
use super::part::{self, use_part};
use super::shell::shell;
use super::{Shared, View, effects, keeping};
use crate::app::{Action, Changed, Keep, Model, Page, Part, Start, update};
use crate::browser::{clock, share};
use crate::domain::exchange::is_guest;
use crate::playbook::Playbook;
use std::rc::Rc;
use yew::prelude::*;

/// The model behind yew's reducer: every action goes through the pure `update`.
pub struct State(pub Rc<Model>);

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Self(Rc::new(update(&self.0, action))))
    }
}

/// The whole page.
#[component]
pub fn App() -> Html {
    let state = use_reducer(|| {
        let playbook = Playbook::embedded();
        let example = playbook.data.archetypes.first().map(|archetype| archetype.id.clone());
        State(Rc::new(Model::new(playbook, Start { today: clock::today(), chance: clock::chance(), example })))
    });
    let dispatcher = state.dispatcher();
    // Made once: what never changes never makes a part draw anew.
    let send = use_callback((), move |action: Action, ()| dispatcher.dispatch(action));
    let change = use_callback(send.clone(), |changed: Changed, send| send.emit(Action::Changed(changed)));
    let go = use_callback(send.clone(), |field: String, send| send.emit(Action::FieldSought(field)));
    let model = Shared(state.0.clone());
    effects::use_arrival(&model);
    keeping::use_keeping(&model, &send);
    effects::use_links(&send);
    effects::use_launch(&send);
    effects::use_offline(&send);
    effects::use_today(model.today, &send);
    effects::use_sought(&model);
    effects::use_menu(&model, &send);
    effects::use_undo(&send);
    let announced = effects::use_announcement(&model);
    let beyond = is_guest(&model.account) || matches!(model.page, Page::People | Page::Proof | Page::Rules);
    // After each answer and each save it is worth another try.
    let details = use_part(Some((model.revision, model.saved)), part::details);
    let pages = use_part(beyond.then_some(()), part::pages);
    let value = use_part((model.page == Page::Value).then_some(()), part::value);
    // A frame that keeps nothing offers its own tab, whose address holds the account: a click can't wait for that.
    let framed = model.keep == Keep::MemoryOnly && share::is_framed();
    let shared = framed || model.is_open(Part::Menu) || model.page == Page::Accounts;
    let sharing = use_part(shared.then_some(()), part::sharing);
    effects::use_host(&model, &send);
    shell(&View { model, send, change, details, pages, sharing, value }, &announced, &go)
}
