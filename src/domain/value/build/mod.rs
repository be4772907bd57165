//! A plan as a sheet of cells: every input, every step of the calculation, and where its figures stand.
mod benefit;
mod cost;
mod flow;
mod time;
mod visits;
mod writer;

use super::plan::{Kind, Plan};
use super::reach;
use super::sheet::{Content, Sheet};
use crate::domain::row::RowKind;

/// A plan's calculation. Places are those of cells in the sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    pub sheet: Sheet,
    pub figures: Figures,
}

/// Where the figures stand in the sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    pub horizon: u32,
    /// From year 0 to the horizon.
    pub years: Vec<Year>,
    /// In the plan's order, those that can be worked out.
    pub benefits: Vec<BenefitFigures>,
    pub costs: Vec<CostFigures>,
    pub processes: Vec<ProcessFigures>,
    /// Present values of the three sums, whether or not they count, of what counts, and of the costs.
    pub pv_cash: usize,
    pub pv_time: usize,
    pub pv_risk: usize,
    pub pv_benefits: usize,
    pub pv_costs: usize,
    pub npv: usize,
    /// Net present value over the present value of the costs, as the Total Economic Impact method defines it.
    pub roi: usize,
    /// Benefits over costs less one, neither discounted.
    pub roi_undiscounted: usize,
    /// Undiscounted sums over all years.
    pub sum_benefits: usize,
    pub sum_costs: usize,
    /// Hours released in the last year, and how many full-time people that is.
    pub hours: usize,
    pub full_time: usize,
    /// What a month's delay forgoes: the net cash flow of a month, on average over the years after the first outlay.
    pub delay_month: usize,
}

/// One column of the cash-flow table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Year {
    /// The share of the yearly benefit that arrives; none in year 0.
    pub adoption: Option<usize>,
    /// The three sums, in the order of [`Kind::ALL`].
    pub kinds: [usize; 3],
    /// What counts of them.
    pub benefit: usize,
    pub cost: usize,
    pub net: usize,
    pub cumulative: usize,
    /// What money of this year is worth in year 0.
    pub factor: usize,
    pub discounted: usize,
    pub cumulative_discounted: usize,
    /// Hours released.
    pub hours: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub struct BenefitFigures {
    pub key: u32,
    pub counted: bool,
    /// Hours a year at full adoption, before adjustment.
    pub hours: Option<usize>,
    /// The share taken off for risk.
    pub adjustment: usize,
    pub lines: Vec<Line>,
}

/// What a benefit adds to one of the sums.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub kind: Kind,
    /// A year at full adoption.
    pub full: usize,
    /// The same adjusted for risk.
    pub adjusted: usize,
    /// From year 1 on, by adoption.
    pub years: Vec<usize>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct CostFigures {
    pub key: u32,
    pub once: bool,
    pub amount: usize,
    pub adjusted: usize,
}

/// Hours a year that a process takes people at full volume.
#[derive(Clone, Debug, PartialEq)]
pub struct ProcessFigures {
    pub key: u32,
    pub before: usize,
    pub after: usize,
    pub released: usize,
}

impl Year {
    pub fn kind(&self, kind: Kind) -> usize {
        let [cash, time, risk] = self.kinds;
        match kind {
            Kind::Cash => cash,
            Kind::Time => time,
            Kind::Risk => risk,
        }
    }
}

impl Figures {
    /// The places of a row of the table, year by year.
    pub fn row(&self, of: impl Fn(&Year) -> usize) -> Vec<usize> {
        self.years.iter().map(of).collect()
    }

    /// Every result that a summary shows.
    pub fn outputs(&self) -> Vec<usize> {
        let mut outputs = vec![self.pv_cash, self.pv_time, self.pv_risk, self.pv_benefits, self.pv_costs, self.npv];
        outputs.extend([self.roi, self.roi_undiscounted, self.hours, self.full_time, self.delay_month]);
        outputs
    }
}

impl Model {
    /// The name of the field that an input cell stands for.
    pub fn input_place(&self, id: &str) -> Option<usize> {
        self.sheet.inputs.iter().copied().find(|place| self.sheet.cells.get(*place).is_some_and(|cell| cell.id == id))
    }
}

/// Builds the whole calculation. What is incomplete is left out, so there is always a result.
pub fn build(plan: &Plan) -> Model {
    let mut writer = writer::Writer::new(plan);
    writer.setting(RowKind::Plan, "discount-rate", &plan.discount_rate);
    let benefits: Vec<BenefitFigures> =
        plan.benefits.iter().filter(|benefit| benefit.complete).map(|own| benefit::write(&mut writer, own)).collect();
    let costs: Vec<CostFigures> = plan.costs.iter().filter_map(|own| cost::write(&mut writer, own)).collect();
    let mut figures = flow::write(&mut writer, benefits, costs);
    figures.processes = writer.processes();
    let mut model = Model { sheet: writer.sheet, figures };
    orient(&mut model);
    model
}

/// Says of each input whether more of it is worse, by how the results really move with it: what an hour costs may be
/// both in a benefit and in a cost. Where no result moves, what the field says stands.
fn orient(model: &mut Model) {
    let sheet = &model.sheet;
    let values = sheet.evaluate(&sheet.likely());
    let figures = &model.figures;
    let targets = [figures.npv, figures.pv_cash, figures.pv_time, figures.pv_risk, figures.full_time];
    let mut adverse: Vec<(usize, Option<bool>)> = sheet.inputs.iter().map(|place| (*place, None)).collect();
    for target in targets {
        let slopes = reach::slopes(sheet, &values, target);
        for (place, known) in adverse.iter_mut().filter(|(_, known)| known.is_none()) {
            let slope = slopes.get(*place).copied().filter(|slope| slope.is_finite() && *slope != 0.0);
            *known = slope.map(|slope| slope < 0.0);
        }
    }
    for (place, known) in adverse {
        let content = model.sheet.cells.get_mut(place).map(|cell| &mut cell.content);
        if let (Some(Content::Input(input)), Some(known)) = (content, known) {
            input.adverse = known;
        }
    }
}
