//! How many times in one run of its process a step is done, where not every run comes to it: from the shares of the
//! ways out of decisions, each an input like any other.
use super::time::sided;
use super::writer::{Writer, at, product, sum};
use crate::domain::row::RowKind;
use crate::domain::value::input::Unit;
use crate::domain::value::plan::{Arrival, Side, Way, Work, WorkStep};
use crate::domain::value::sheet::Expr;
use std::collections::{BTreeMap, BTreeSet};

/// The cells of one side of a process.
#[derive(Default)]
pub struct Visits {
    /// By step.
    cells: BTreeMap<u32, usize>,
    /// Of each decision: the shares of its ways out, and what they add up to.
    splits: BTreeMap<u32, (Vec<Expr>, usize)>,
}

impl Visits {
    /// Writes what the hours of the side need, and no more.
    pub fn write(writer: &mut Writer, work: &Work, side: Side) -> Self {
        let mut visits = Self::default();
        let steps: BTreeMap<u32, &WorkStep> =
            work.steps.iter().filter(|step| step.side == side).map(|step| (step.key, step)).collect();
        if steps.values().all(|step| step.always) {
            return visits;
        }
        let mut needed = BTreeSet::new();
        for key in work.order.iter().rev() {
            let Some(step) = steps.get(key).filter(|step| !step.always) else { continue };
            if step.takes_time() || needed.contains(key) {
                needed.insert(*key);
                needed.extend(step.arrivals.iter().map(|arrival| arrival.from));
            }
        }
        for key in &work.order {
            let Some(step) = steps.get(key).filter(|step| !step.always && needed.contains(key)) else { continue };
            let terms = step.arrivals.iter().map(|arrival| visits.term(writer, &steps, arrival)).collect();
            let id = ["step.", &key.to_string(), ".visits"].concat();
            let label = [&sided(step), ": times a run"].concat();
            let place = writer.formula(&id, &label, Unit::Ratio, sum(terms));
            visits.cells.insert(*key, place);
        }
        visits
    }

    /// Nothing for a step that every run comes to.
    pub fn of(&self, step: &WorkStep) -> Option<Expr> {
        self.cells.get(&step.key).map(|place| at(*place))
    }

    /// How many times a run comes this way.
    fn term(&mut self, writer: &mut Writer, steps: &BTreeMap<u32, &WorkStep>, arrival: &Arrival) -> Expr {
        let Some(from) = steps.get(&arrival.from) else { return Expr::Number(0.0) };
        let factors = self.of(from).into_iter().chain(self.share(writer, from, arrival.way)).collect();
        product(factors)
    }

    /// The share of a decision's runs that go one way; nothing where there is but one.
    fn share(&mut self, writer: &mut Writer, step: &WorkStep, way: usize) -> Option<Expr> {
        let ahead: Vec<&Way> = step.ways.iter().filter(|way| !way.back).collect();
        let own = step.ways.get(way)?;
        let total: f64 = ahead.iter().map(|way| way.share).sum();
        if total <= 0.0 {
            return Some(Expr::Number(0.0));
        }
        if ahead.len() == 1 {
            return None;
        }
        if ahead.iter().all(|way| way.said.is_none()) {
            return Some(Expr::Number(own.share / total));
        }
        let (shares, all) = self.splits.entry(step.key).or_insert_with(|| split(writer, step));
        Some(Expr::quotient(shares.get(way)?.clone(), at(*all)))
    }
}

/// The share of each way out, and what those that count add up to.
fn split(writer: &mut Writer, step: &WorkStep) -> (Vec<Expr>, usize) {
    let name = sided(step);
    let start = ["step.", &step.key.to_string()].concat();
    let open = step.ways.iter().filter(|way| way.said.is_none()).count();
    let said: Vec<Option<usize>> = step
        .ways
        .iter()
        .map(|way| {
            let label = if way.label.is_empty() { "way out" } else { way.label.as_str() };
            let of = [&name, ", ", label].concat();
            // What leads back says only how much is left for those that nobody said.
            let share = way.said.as_ref().filter(|_| !way.back || open > 0)?;
            Some(writer.input(RowKind::Branch, way.branch, &of, "share", share))
        })
        .collect();
    // What is left is shared out evenly.
    let rest = (open > 0).then(|| {
        let left = Expr::difference(Expr::Number(1.0), sum(said.iter().flatten().map(|place| at(*place)).collect()));
        let rest = Expr::quotient(Expr::most(Expr::Number(0.0), left), Expr::Number(open as f64));
        let label = [&name, ": each other way out"].concat();
        writer.formula(&[&start, ".rest"].concat(), &label, Unit::Share, rest)
    });
    let shares: Vec<Expr> = said.iter().map(|place| place.or(rest).map_or(Expr::Number(0.0), at)).collect();
    let ahead = shares.iter().zip(&step.ways).filter(|(_, way)| !way.back).map(|(share, _)| share.clone()).collect();
    let label = [&name, ": all ways out"].concat();
    let all = writer.formula(&[&start, ".ways"].concat(), &label, Unit::Share, sum(ahead));
    (shares, all)
}
