//! A cost, once or every year, and adjusted for risk.
use super::CostFigures;
use super::writer::{Writer, at};
use crate::domain::row::RowKind;
use crate::domain::value::input::Unit;
use crate::domain::value::plan::{Amount, Cost};
use crate::domain::value::sheet::Expr;

pub fn write(writer: &mut Writer, cost: &Cost) -> Option<CostFigures> {
    let (key, name) = (cost.key, cost.name.as_str());
    let amount = match &cost.amount {
        Amount::Sum(input) => at(writer.input(RowKind::Cost, key, name, "amount", input)),
        Amount::Units { units, cost } => {
            let units = writer.input(RowKind::Cost, key, name, "units", units);
            let cost = writer.input(RowKind::Cost, key, name, "unit-cost", cost);
            Expr::Product(vec![at(units), at(cost)])
        }
        Amount::Hours { hours, hourly } => {
            let hours = writer.input(RowKind::Cost, key, name, "hours", hours);
            let hourly = writer.hourly(RowKind::Cost, key, name, hourly)?;
            Expr::Product(vec![at(hours), at(hourly)])
        }
        Amount::Missing => return None,
    };
    let start = ["cost.", &key.to_string(), "."].concat();
    let when = if cost.once { ": cost, once" } else { ": cost a year" };
    let label = [name, when].concat();
    let amount = writer.yearly(&[&start, "amount"].concat(), &label, Unit::Money, amount, cost.per);
    let plan = writer.plan;
    let adjustment = match &cost.adjustment {
        Some(own) => writer.input(RowKind::Cost, key, name, "adjustment", own),
        None => writer.setting(RowKind::Plan, "cost-adjustment", &plan.cost_adjustment),
    };
    let adjusted = Expr::Product(vec![at(amount), Expr::Sum(vec![Expr::Number(1.0), at(adjustment)])]);
    let label = [&label, ", adjusted for risk"].concat();
    let adjusted = writer.formula(&[&start, "adjusted"].concat(), &label, Unit::Money, adjusted);
    Some(CostFigures { key, once: cost.once, amount, adjusted })
}
