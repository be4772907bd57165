//! Thousands of outcomes of the case in view, drawn by a worker anew for every change: a few at once, then more.
use super::worked::Worked;
use crate::browser::worker::{self, Kind, Told};
use crate::domain::row::Rows;
use crate::domain::value::defaults::Defaults;
use crate::domain::value::simulate::Outcomes;
use crate::ui::Shared;
use crate::wire::simulation::{Order, STEPS, Simulator, read_answer};
use gloo::timers::callback::Timeout;
use std::cell::Cell;
use std::rc::Rc;
use yew::prelude::*;

/// So many milliseconds of rest before the largest number is drawn: the worker must be free for the next change.
const REST: u32 = 400;

/// What has been drawn so far.
#[derive(Clone, PartialEq)]
pub struct Drawn {
    pub outcomes: Option<Shared<Outcomes>>,
    /// They are of the case as it is now.
    pub is_fresh: bool,
}

type Known = Option<(Shared<Worked>, Shared<Outcomes>)>;

/// The outcomes of a case, drawn on the spot.
pub fn outcomes(rows: &Rows, defaults: &Defaults, draws: usize) -> Outcomes {
    Simulator::default().outcomes(Order::new(rows, &defaults.fields, draws))
}

/// Draws as long as it is wanted. The last outcomes stay until newer ones are there.
#[hook]
pub fn use_draws(worked: &Shared<Worked>, rows: &Rows, defaults: &Shared<Defaults>, wanted: bool) -> Drawn {
    let drawn: UseStateHandle<Known> = use_state(|| None);
    let (setter, rows, defaults) = (drawn.setter(), rows.clone(), defaults.clone());
    // The worker couldn't be had: this page draws by itself from then on.
    let alone = use_mut_ref(|| Rc::new(Cell::new(false)));
    use_effect_with((worked.clone(), wanted), move |(worked, wanted)| {
        let alone = alone.borrow().clone();
        let wanted = Rc::new(Cell::new(*wanted));
        let run = Run { worked: worked.clone(), rows, defaults, setter, wanted: wanted.clone(), alone };
        if wanted.get() {
            Rc::new(run).draw(0);
        }
        move || wanted.set(false)
    });
    let of_now = |(of, _): &(Shared<Worked>, _)| of == worked;
    Drawn {
        outcomes: drawn.as_ref().map(|(_, outcomes)| outcomes.clone()),
        is_fresh: drawn.as_ref().is_some_and(of_now),
    }
}

/// The draws of one state of the case.
struct Run {
    worked: Shared<Worked>,
    rows: Rows,
    defaults: Shared<Defaults>,
    setter: UseStateSetter<Known>,
    wanted: Rc<Cell<bool>>,
    alone: Rc<Cell<bool>>,
}

impl Run {
    fn draw(self: Rc<Self>, step: usize) {
        let Some(draws) = STEPS.get(step) else { return };
        if self.alone.get() {
            return self.draw_here();
        }
        let order = Order::new(&self.rows, &self.defaults.fields, *draws).write();
        worker::ask_instead(Kind::Simulate, order, move |told| self.clone().hear(step, told));
    }

    fn hear(self: Rc<Self>, step: usize, told: Told) {
        if !self.wanted.get() {
            return;
        }
        let answer = match told {
            Told::Progress(_) => return,
            Told::Done(bytes) => String::from_utf8(bytes).ok().and_then(|text| read_answer(&text)),
            Told::Failed(_) => None,
        };
        match answer {
            Some(outcomes) => {
                self.show(outcomes);
                self.go_on(step + 1);
            }
            None => {
                self.alone.set(true);
                self.draw_here();
            }
        }
    }

    fn go_on(self: Rc<Self>, step: usize) {
        let rest = if step + 1 == STEPS.len() { REST } else { 0 };
        Timeout::new(rest, move || {
            if self.wanted.get() {
                self.draw(step);
            }
        })
        .forget();
    }

    /// Few, and not before the page shows what was typed.
    fn draw_here(self: Rc<Self>) {
        let draw = move || {
            if self.wanted.get() {
                self.show(outcomes(&self.rows, &self.defaults, STEPS[0]));
            }
        };
        Timeout::new(0, draw).forget();
    }

    fn show(&self, outcomes: Outcomes) {
        self.setter.set(Some((self.worked.clone(), Shared(Rc::new(outcomes)))));
    }
}
