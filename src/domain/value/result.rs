//! The headline figures of a model at given inputs. A figure that has no value is none, never "not a number".
use super::build::Model;
use super::flow::{self, Payback, Return};
use super::sheet::figure;

#[derive(Clone, Debug, PartialEq)]
pub struct Results {
    /// The value of every cell; ask [`figure`] before showing one.
    pub values: Vec<f64>,
    pub npv: Option<f64>,
    pub pv_benefits: Option<f64>,
    pub pv_costs: Option<f64>,
    pub pv_cash: Option<f64>,
    pub pv_time: Option<f64>,
    pub pv_risk: Option<f64>,
    /// None where nothing is spent.
    pub roi: Option<f64>,
    pub roi_undiscounted: Option<f64>,
    pub payback: Payback,
    pub payback_discounted: Payback,
    pub internal_rate: Return,
    pub hours: Option<f64>,
    pub full_time: Option<f64>,
    pub delay_month: Option<f64>,
}

impl Results {
    /// It pays back within so many months, not discounted. Unknown where there is no figure.
    pub fn pays_within(&self, months: f64) -> Option<bool> {
        match self.payback {
            Payback::After(own) => Some(own <= months),
            Payback::AtOnce => Some(true),
            Payback::Never { .. } => Some(false),
            Payback::Unknown => None,
        }
    }
}

/// Works the model out at these inputs, which stand in the order of the sheet's.
pub fn results(model: &Model, inputs: &[f64]) -> Results {
    of(model, model.sheet.evaluate(inputs))
}

/// With every input at its likely figure.
pub fn likely(model: &Model) -> Results {
    results(model, &model.sheet.likely())
}

/// From the values of all cells.
pub fn of(model: &Model, values: Vec<f64>) -> Results {
    let figures = &model.figures;
    let at = |place: usize| values.get(place).copied().and_then(figure);
    let row =
        |places: Vec<usize>| -> Vec<f64> { places.into_iter().map(|place| at(place).unwrap_or(f64::NAN)).collect() };
    let net = row(figures.row(|year| year.net));
    let discounted = row(figures.row(|year| year.discounted));
    let npv = at(figures.npv);
    // A return on sums that mean nothing means nothing either.
    let share = |place: usize| at(place).filter(|_| npv.is_some());
    Results {
        npv,
        pv_benefits: at(figures.pv_benefits),
        pv_costs: at(figures.pv_costs),
        pv_cash: at(figures.pv_cash),
        pv_time: at(figures.pv_time),
        pv_risk: at(figures.pv_risk),
        roi: share(figures.roi),
        roi_undiscounted: share(figures.roi_undiscounted),
        payback: flow::payback(&net),
        payback_discounted: flow::payback(&discounted),
        internal_rate: flow::internal_rate(&net),
        hours: at(figures.hours),
        full_time: at(figures.full_time),
        delay_month: at(figures.delay_month),
        values,
    }
}
