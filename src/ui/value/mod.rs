//! The business case: use cases, processes, benefits and costs go in; what they come to, how sure that is and what must
//! be true come out. Does no arithmetic: every figure is the domain's.
mod benefits;
mod break_even;
mod cards;
mod costs;
mod desk;
mod documents;
mod draws;
mod empty;
pub mod fields;
pub mod figures;
mod formula;
mod guide;
mod headline;
pub mod input;
mod known;
mod left_out;
mod measured;
mod notes;
mod page;
mod pictures;
mod result;
mod scenarios;
mod settings;
mod table;
mod uncertainty;
mod use_cases;
mod workbook;
mod worked;

pub use desk::Desk;
pub use draws::outcomes;
pub use page::ValuePage;
pub use uncertainty::Outlook;
pub use worked::{Worked, work};

use super::View;
use yew::prelude::*;

pub fn value(view: &View) -> Html {
    html! { <ValuePage view={view.clone()} /> }
}
