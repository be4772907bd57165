//! Writes cells, each input once however often it is used.
use super::ProcessFigures;
use super::time::WorkCells;
use crate::domain::row::RowKind;
use crate::domain::value::field;
use crate::domain::value::input::{Input, Unit};
use crate::domain::value::plan::{Hourly, Per, Plan};
use crate::domain::value::sheet::{Content, Expr, Sheet};

pub struct Writer<'a> {
    pub plan: &'a Plan,
    pub sheet: Sheet,
    /// Settings and costs of roles that are written already.
    shared: Vec<(String, usize)>,
    /// Processes that are written already.
    pub works: Vec<WorkCells>,
}

/// The cell at a place.
pub fn at(place: usize) -> Expr {
    Expr::Cell(place)
}

/// A sum that is no sum where there is less than two to add.
pub fn sum(mut terms: Vec<Expr>) -> Expr {
    match (terms.pop(), terms.is_empty()) {
        (None, _) => Expr::Number(0.0),
        (Some(only), true) => only,
        (Some(last), false) => {
            terms.push(last);
            Expr::Sum(terms)
        }
    }
}

/// A product that is none where there is only one factor.
pub fn product(mut factors: Vec<Expr>) -> Expr {
    match (factors.pop(), factors.is_empty()) {
        (None, _) => Expr::Number(1.0),
        (Some(only), true) => only,
        (Some(last), false) => {
            factors.push(last);
            Expr::Product(factors)
        }
    }
}

impl<'a> Writer<'a> {
    pub fn new(plan: &'a Plan) -> Self {
        Self { plan, sheet: Sheet::default(), shared: Vec::new(), works: Vec::new() }
    }

    pub fn formula(&mut self, id: &str, label: &str, unit: Unit, formula: Expr) -> usize {
        self.sheet.add(id, label, unit, Content::Formula(formula))
    }

    /// A figure of a row's own.
    pub fn input(&mut self, kind: RowKind, key: u32, of: &str, name: &str, input: &Input) -> usize {
        let id = ["row.", &key.to_string(), ".", name].concat();
        let (label, unit) = labeled(kind, name);
        self.sheet.add(id, [of, ": ", label].concat(), unit, Content::Input(input.clone()))
    }

    /// A setting of the plan, written when first used.
    pub fn setting(&mut self, kind: RowKind, name: &str, input: &Input) -> usize {
        let (label, unit) = labeled(kind, name);
        self.once(["plan.", name].concat(), label.to_owned(), unit, input)
    }

    /// What an hour costs, as a cell.
    pub fn hourly(&mut self, kind: RowKind, key: u32, of: &str, hourly: &Hourly) -> Option<usize> {
        match hourly {
            Hourly::Own(input) => {
                let id = ["row.", &key.to_string(), ".hourly-cost"].concat();
                let (label, unit) = labeled(kind, "hourly-cost");
                Some(self.once(id, [of, ": ", label].concat(), unit, input))
            }
            Hourly::Role(role) => self.role(*role),
        }
    }

    pub fn role(&mut self, key: u32) -> Option<usize> {
        let plan = self.plan;
        let role = plan.role(key)?;
        let (label, unit) = labeled(RowKind::Role, "hourly-cost");
        let id = ["row.", &key.to_string(), ".hourly-cost"].concat();
        Some(self.once(id, [&role.name, ": ", label].concat(), unit, &role.hourly_cost))
    }

    fn once(&mut self, id: String, label: String, unit: Unit, input: &Input) -> usize {
        if let Some((_, place)) = self.shared.iter().find(|(own, _)| *own == id) {
            return *place;
        }
        let place = self.sheet.add(id.clone(), label, unit, Content::Input(input.clone()));
        self.shared.push((id, place));
        place
    }

    /// How many times a volume's period comes in a year.
    pub fn times_a_year(&mut self, per: Per) -> Option<Expr> {
        match per {
            Per::Day => {
                let plan = self.plan;
                Some(at(self.setting(RowKind::Plan, "days", &plan.days)))
            }
            Per::Week => Some(Expr::Number(52.0)),
            Per::Month => Some(Expr::Number(12.0)),
            Per::Year => None,
        }
    }

    /// An amount of each period as one of a year, with a label that says so.
    pub fn yearly(&mut self, id: &str, label: &str, unit: Unit, amount: Expr, per: Per) -> usize {
        let mut factors = vec![amount];
        factors.extend(self.times_a_year(per));
        self.formula(id, label, unit, product(factors))
    }

    pub fn processes(&self) -> Vec<ProcessFigures> {
        self.works
            .iter()
            .map(|work| ProcessFigures {
                key: work.key,
                before: work.before.hours,
                after: work.after.hours,
                released: work.released,
            })
            .collect()
    }
}

fn labeled(kind: RowKind, name: &str) -> (&'static str, Unit) {
    field::field(kind, name).map_or(("", Unit::Ratio), |field| (field.label, field.unit))
}
