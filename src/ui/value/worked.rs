//! What the rows of an account mean and what they come to, worked out once for each change of them.
use crate::domain::problem::Problem;
use crate::domain::row::{self, Row, RowKind, Rows};
use crate::domain::value::build::Model;
use crate::domain::value::defaults::Defaults;
use crate::domain::value::input::Evidence;
use crate::domain::value::result::{Results, likely};
use crate::domain::value::warning::warnings;
use crate::domain::value::{Plan, build, plan, print, reach};

#[derive(Debug, PartialEq)]
pub struct Worked {
    pub plan: Plan,
    pub problems: Vec<Problem>,
    pub model: Model,
    pub results: Results,
}

pub fn work(rows: &Rows, defaults: &Defaults) -> Worked {
    let (plan, mut problems) = plan::read(rows, defaults);
    let model = build(&plan);
    let results = likely(&model);
    problems.extend(warnings(&plan, &model, &results));
    Worked { plan, problems, model, results }
}

impl Worked {
    /// How well the least known of all figures that the result rests on is known.
    pub fn weakest(&self) -> Evidence {
        let tiers = reach::tiers(&self.model.sheet);
        tiers.get(self.model.figures.npv).copied().flatten().unwrap_or(Evidence::Customer)
    }

    /// A figure of the case as it is tried out, until it is kept.
    pub fn trial(&self, place: usize, value: f64) -> Option<Tried> {
        let cell = self.model.sheet.cells.get(place)?;
        let range = self.model.sheet.input_at(place)?.range;
        let typed = |value| print::typed(value, cell.unit);
        let ends = [typed(range.low), typed(range.high)];
        Some(Tried { field: cell.id.clone(), likely: typed(value), ends: (!range.is_certain()).then_some(ends) })
    }

    /// There is something to work out.
    pub fn says_something(&self) -> bool {
        !self.model.figures.benefits.is_empty() || !self.model.figures.costs.is_empty()
    }
}

/// A row's key and kind.
pub type Of = (u32, RowKind);

/// A figure that is tried out: nothing of it is in the account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tried {
    /// As problems name it: `row.12.volume`, `plan.days`.
    pub field: String,
    pub likely: String,
    /// Its range, which a default would lose when a figure takes its place.
    pub ends: Option<[String; 2]>,
}

impl Tried {
    /// The row that holds the figure, and what to put where.
    pub fn texts(&self, rows: &Rows) -> Option<(Of, Vec<(String, String)>)> {
        let (kind, rest) = self.field.split_once('.')?;
        let (row, name) = if kind == RowKind::Plan.shape().id {
            (row::sole(rows, RowKind::Plan).map_or((0, RowKind::Plan), |row| (row.key, row.kind)), rest)
        } else {
            let (key, name) = rest.split_once('.')?;
            let row = row::find(rows, key.parse().ok()?)?;
            ((row.key, row.kind), name)
        };
        let mut texts = vec![(name.to_owned(), self.likely.clone())];
        if let Some([low, high]) = &self.ends {
            texts.push(([name, ".low"].concat(), low.clone()));
            texts.push(([name, ".high"].concat(), high.clone()));
        }
        Some((row, texts))
    }
}

/// The rows with what is tried out.
pub fn tried_out(rows: &Rows, tried: &[Tried]) -> Rows {
    let mut rows = rows.clone();
    for tried in tried {
        let Some(((key, kind), texts)) = tried.texts(&rows) else { continue };
        let mut key = key;
        if row::find(&rows, key).is_none() {
            row::add(&mut rows, vec![Row::new(0, kind, None)], None);
            key = row::sole(&rows, kind).map_or(key, |row| row.key);
        }
        texts.into_iter().for_each(|(field, text)| row::put(&mut rows, key, &field, text));
    }
    rows
}
