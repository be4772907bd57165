//! Thousands of outcomes of the case in view, drawn a moment after each change of it.
use super::worked::Worked;
use crate::domain::row::Rows;
use crate::domain::value::defaults::Defaults;
use crate::domain::value::simulate::Outcomes;
use crate::ui::Shared;
use crate::wire::simulation::{Order, STEPS, Simulator};
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use yew::prelude::*;

/// So many milliseconds after the last change.
const AFTER: u32 = 40;

/// What has been drawn so far.
#[derive(Clone, PartialEq)]
pub struct Drawn {
    pub outcomes: Option<Shared<Outcomes>>,
    /// They are of the case as it is now.
    pub is_fresh: bool,
}

/// The outcomes of a case.
pub fn outcomes(rows: &Rows, defaults: &Defaults, draws: usize) -> Outcomes {
    Simulator::default().outcomes(Order::new(rows, &defaults.fields, draws))
}

/// Draws as long as it is wanted, anew for every change. The last outcomes stay until newer ones are there.
#[hook]
pub fn use_draws(worked: &Shared<Worked>, rows: &Rows, defaults: &Shared<Defaults>, wanted: bool) -> Drawn {
    let drawn = use_state(|| None::<(Shared<Worked>, Shared<Outcomes>)>);
    let (setter, rows, defaults) = (drawn.setter(), rows.clone(), defaults.clone());
    use_effect_with((worked.clone(), wanted), move |(worked, wanted)| {
        let worked = worked.clone();
        let draw = move || setter.set(Some((worked, Shared(Rc::new(outcomes(&rows, &defaults, STEPS[0]))))));
        let timer = wanted.then(|| Timeout::new(AFTER, draw));
        move || drop(timer)
    });
    let of_now = |(of, _): &(Shared<Worked>, _)| of == worked;
    Drawn {
        outcomes: drawn.as_ref().map(|(_, outcomes)| outcomes.clone()),
        is_fresh: drawn.as_ref().is_some_and(of_now),
    }
}
