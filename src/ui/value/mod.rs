//! The business case: use cases, processes, benefits and costs go in; what they come to, how sure that is and what must
//! be true come out. Does no arithmetic: every figure is the domain's.
mod desk;
pub mod input;
mod page;
mod reading;

pub use desk::Desk;

use super::View;
use yew::prelude::*;

pub fn value(view: &View) -> Html {
    html! { <page::ValuePage view={view.clone()} /> }
}
