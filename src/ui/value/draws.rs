//! Thousands of outcomes of the case in view, drawn by a worker anew for every change: a few at once, then more. The
//! first few of a usual case are drawn on the spot, so that the pictures follow a slider in the same frame.
use super::worked::Worked;
use crate::browser::worker::{self, Kind, Told};
use crate::domain::row::Rows;
use crate::domain::value::defaults::Defaults;
use crate::domain::value::input::Spread;
use crate::domain::value::simulate::{Asked, Outcomes, Sequence, simulate};
use crate::ui::Shared;
use crate::wire::simulation::{Order, STEPS, Simulator, read_answer};
use gloo::timers::callback::Timeout;
use std::cell::Cell;
use std::rc::Rc;
use yew::prelude::*;

/// So many milliseconds of rest before each number but the first is drawn: the worker must be free for the next change,
/// and the page too.
const RESTS: [u32; STEPS.len()] = [0, 120, 400];

/// So many are drawn on the spot of a case of at most so many cells.
const AT_ONCE: usize = 256;
const SMALL: usize = 600;

/// What has been drawn so far.
#[derive(Clone, PartialEq)]
pub struct Drawn {
    /// With the case that they are of.
    pub outcomes: Option<(Shared<Worked>, Shared<Outcomes>)>,
    /// It is the case as it is now.
    pub is_fresh: bool,
}

impl Drawn {
    /// Those of the case as it is now.
    pub fn fresh(&self) -> Option<&Shared<Outcomes>> {
        self.outcomes.as_ref().filter(|_| self.is_fresh).map(|(_, outcomes)| outcomes)
    }

    /// They are the few that were drawn on the spot; more are on their way.
    pub fn is_first(outcomes: &Outcomes) -> bool {
        outcomes.draws <= AT_ONCE
    }
}

type Known = Option<(Shared<Worked>, Shared<Outcomes>)>;

/// The outcomes of a case, drawn on the spot.
pub fn outcomes(rows: &Rows, defaults: &Defaults, draws: usize) -> Outcomes {
    Simulator::default().outcomes(Order::new(rows, &defaults.fields, draws))
}

/// The first outcomes, where that takes no time that anybody notices: tables for a smooth bell would.
fn at_once(worked: &Worked) -> Option<Outcomes> {
    let sheet = &worked.model.sheet;
    let mut ranges = sheet.inputs.iter().filter_map(|place| sheet.input_at(*place)).map(|input| input.range);
    let quick =
        sheet.cells.len() <= SMALL && ranges.all(|range| range.is_certain() || range.spread == Spread::Triangular);
    let asked = Asked::of(&worked.model, worked.plan.within());
    quick.then(|| simulate(&asked, worked.plan.seed, AT_ONCE, Sequence::Quasi))
}

/// Draws as long as it is wanted. The last outcomes stay until newer ones are there.
#[hook]
pub fn use_draws(worked: &Shared<Worked>, rows: &Rows, defaults: &Shared<Defaults>, wanted: bool) -> Drawn {
    let drawn: UseStateHandle<Known> = use_state(|| None);
    let first = use_memo((worked.clone(), wanted), |(worked, wanted)| {
        let outcomes = if *wanted { at_once(worked) } else { None };
        outcomes.map(|outcomes| Shared(Rc::new(outcomes)))
    });
    let (setter, rows, defaults) = (drawn.setter(), rows.clone(), defaults.clone());
    // The worker couldn't be had: this page draws by itself from then on.
    let alone = use_mut_ref(|| Rc::new(Cell::new(false)));
    let step = usize::from(first.is_some());
    use_effect_with((worked.clone(), wanted), move |(worked, wanted)| {
        let alone = alone.borrow().clone();
        let wanted = Rc::new(Cell::new(*wanted));
        let run = Run { worked: worked.clone(), rows, defaults, setter, wanted: wanted.clone(), alone };
        if wanted.get() {
            Rc::new(run).go_on(step);
        }
        move || wanted.set(false)
    });
    let of_now = drawn.as_ref().filter(|(of, _)| of == worked).cloned();
    let of_now = of_now.or_else(|| first.as_ref().clone().map(|outcomes| (worked.clone(), outcomes)));
    Drawn { is_fresh: of_now.is_some(), outcomes: of_now.or_else(|| (*drawn).clone()) }
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

    /// After a rest, unless something changed meanwhile.
    fn go_on(self: Rc<Self>, step: usize) {
        let rest = match RESTS.get(step) {
            None => return,
            Some(0) => return self.draw(step),
            Some(rest) => *rest,
        };
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
