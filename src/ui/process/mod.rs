//! The editor of processes before and after: who and what takes part, every step, what the two sides come to.
//! By keyboard and touch alone: whatever moves does so by a button, and the focus goes along. Does no arithmetic.
mod card;
mod compare;
mod deed;
mod editor;
mod exchange;
mod flow;
mod heading;
mod lanes;
mod mend;
mod open;
mod picture;
mod place;
mod roles;
mod start;
mod steps;
mod text;
mod turns;

use super::value::Desk;
use yew::prelude::*;

/// The processes of the account, one of them in view.
pub fn processes(desk: &Desk) -> Html {
    html! {
        <editor::Editor view={desk.view.clone()} library={desk.library.clone()} defaults={desk.defaults.clone()} worked={desk.worked.clone()} />
    }
}
