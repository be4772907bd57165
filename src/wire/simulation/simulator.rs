//! Does orders one after the other, and keeps what the next may need: the run, when only more draws are asked for, and
//! the tables of shapes, when a figure moved.
use super::{answer, order::Order};
use crate::domain::value::simulate::pert::Tables;
use crate::domain::value::simulate::{Asked, Outcomes, Run};
use crate::domain::value::{Defaults, build, plan};

#[derive(Default)]
pub struct Simulator {
    tables: Tables,
    last: Option<(Order, Run)>,
}

impl Simulator {
    /// Answers the text of an order.
    ///
    /// # Errors
    /// A sentence to the person.
    pub fn answer(&mut self, text: &str) -> Result<String, String> {
        let order = Order::read(text).ok_or("This part of Fitproof is of another version: load the page again.")?;
        Ok(answer::write(&self.outcomes(order)))
    }

    /// Draws as many as are wanted. What was drawn for the same case is not drawn again.
    pub fn outcomes(&mut self, order: Order) -> Outcomes {
        let kept = self.last.take().filter(|(last, run)| {
            let same = last.rows == order.rows && last.defaults == order.defaults && last.sequence == order.sequence;
            same && run.drawn() <= order.draws
        });
        let mut run = kept.map_or_else(|| start(&order, &mut self.tables), |(_, run)| run);
        run.draw_to(order.draws);
        let outcomes = run.outcomes();
        self.last = Some((order, run));
        outcomes
    }
}

fn start(order: &Order, tables: &mut Tables) -> Run {
    let (plan, _) = plan::read(&order.rows, &Defaults { fields: order.defaults.clone() });
    let model = build(&plan);
    Run::new(&Asked::of(&model, plan.within()), plan.seed, order.sequence, tables)
}
