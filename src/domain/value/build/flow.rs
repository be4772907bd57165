//! The cash-flow table, year by year, and what it comes to.
use super::writer::{Writer, at, sum};
use super::{BenefitFigures, CostFigures, Figures, Year};
use crate::domain::row::RowKind;
use crate::domain::value::input::{Input, Unit};
use crate::domain::value::plan::{Kind, Ramp};
use crate::domain::value::sheet::Expr;

pub fn write(writer: &mut Writer, mut benefits: Vec<BenefitFigures>, costs: Vec<CostFigures>) -> Figures {
    let plan = writer.plan;
    let horizon = plan.horizon;
    let adoption = adoption(writer, horizon);
    for benefit in &mut benefits {
        benefit_years(writer, benefit, &adoption);
    }
    let hours = released(writer, &benefits);
    let rate = writer.setting(RowKind::Plan, "discount-rate", &plan.discount_rate);
    let parts = Parts { benefits: &benefits, costs: &costs, adoption: &adoption, hours, rate };
    let mut years: Vec<Year> = Vec::new();
    for year in 0..=horizon as usize {
        let own = parts.write(writer, year, years.last());
        years.push(own);
    }
    let mut figures = Figures { horizon, years, benefits, costs, ..Figures::default() };
    totals(writer, &mut figures);
    figures
}

/// The share of the yearly benefit that arrives in each year from the first on.
fn adoption(writer: &mut Writer, horizon: u32) -> Vec<usize> {
    let plan = writer.plan;
    match &plan.ramp {
        Ramp::Years(shares) => {
            let mut places: Vec<usize> = Vec::new();
            for (year, share) in (1..=horizon).zip(shares) {
                let name = ["ramp-", &year.to_string()].concat();
                let given = share.as_ref().map(|share| writer.setting(RowKind::Plan, &name, share));
                places.extend(given.or_else(|| places.last().copied()));
            }
            places
        }
        Ramp::Months(months) => (1..=horizon).map(|year| by_month(writer, year, months)).collect(),
    }
}

/// The mean over a year's months, where in month k of m to go the share is k/m.
fn by_month(writer: &mut Writer, year: u32, months: &Input) -> usize {
    let months = writer.setting(RowKind::Plan, "ramp-months", months);
    let shares = (12 * (year - 1) + 1..=12 * year).map(|month| {
        let months = Expr::most(at(months), Expr::Number(1.0));
        Expr::least(Expr::quotient(Expr::Number(f64::from(month)), months), Expr::Number(1.0))
    });
    let mean = Expr::quotient(Expr::Sum(shares.collect()), Expr::Number(12.0));
    let year = year.to_string();
    writer.formula(&["adoption.", &year].concat(), &["Adoption in year ", &year].concat(), Unit::Share, mean)
}

fn benefit_years(writer: &mut Writer, benefit: &mut BenefitFigures, adoption: &[usize]) {
    for line in &mut benefit.lines {
        for (year, adopted) in (1_u32..).zip(adoption) {
            let year = year.to_string();
            let id = ["benefit.", &benefit.key.to_string(), ".", line.kind.id(), ".", &year].concat();
            let name = writer.plan.benefits.iter().find(|own| own.key == benefit.key).map_or("", |own| &own.name);
            let label = [name, ", year ", &year].concat();
            let value = Expr::Product(vec![at(line.adjusted), at(*adopted)]);
            line.years.push(writer.formula(&id, &label, Unit::Money, value));
        }
    }
}

/// Hours a year that counted benefits release at full adoption, adjusted for risk like their value.
fn released(writer: &mut Writer, benefits: &[BenefitFigures]) -> usize {
    let counted = benefits.iter().filter(|benefit| benefit.counted);
    let terms = counted.filter_map(|benefit| {
        let left = Expr::difference(Expr::Number(1.0), at(benefit.adjustment));
        Some(Expr::Product(vec![at(benefit.hours?), left]))
    });
    let all = sum(terms.collect());
    writer.formula("hours", "Hours released a year at full adoption, adjusted for risk", Unit::Hours, all)
}

/// What each year of the table is made of.
struct Parts<'a> {
    benefits: &'a [BenefitFigures],
    costs: &'a [CostFigures],
    adoption: &'a [usize],
    hours: usize,
    rate: usize,
}

impl Parts<'_> {
    /// The sum of one kind of benefit in a year.
    fn kind(&self, kind: Kind, year: usize) -> Expr {
        let counted = self.benefits.iter().filter(|benefit| benefit.counted);
        let lines = counted.flat_map(|benefit| &benefit.lines).filter(|line| line.kind == kind);
        let places = lines.filter_map(|line| line.years.get(year.checked_sub(1)?).copied());
        sum(places.map(at).collect())
    }

    /// One-off costs in year 0, yearly ones after it.
    fn cost(&self, year: usize) -> Expr {
        let due = self.costs.iter().filter(|cost| cost.once == (year == 0));
        sum(due.map(|cost| at(cost.adjusted)).collect())
    }

    fn write(&self, writer: &mut Writer, year: usize, before: Option<&Year>) -> Year {
        let include = writer.plan.include;
        let number = year.to_string();
        let mut cell = |id: &str, label: &str, unit: Unit, formula: Expr| {
            writer.formula(&[id, ".", &number].concat(), &[label, ", year ", &number].concat(), unit, formula)
        };
        let adoption = year.checked_sub(1).and_then(|at| self.adoption.get(at)).copied();
        let kinds = [
            cell("cash", "Cash", Unit::Money, self.kind(Kind::Cash, year)),
            cell("time", "Released time", Unit::Money, self.kind(Kind::Time, year)),
            cell("risk", "Risk avoided", Unit::Money, self.kind(Kind::Risk, year)),
        ];
        let counted = Kind::ALL.into_iter().zip(kinds).filter(|(kind, _)| include.counts(*kind));
        let counted = sum(counted.map(|(_, place)| at(place)).collect());
        let benefit = cell("benefit", "Benefits that count", Unit::Money, counted);
        let cost = cell("cost", "Costs", Unit::Money, self.cost(year));
        let net = cell("net", "Net cash flow", Unit::Money, Expr::difference(at(benefit), at(cost)));
        let running = |before: Option<usize>, own: usize| sum(before.into_iter().chain([own]).map(at).collect());
        let cumulative = running(before.map(|year| year.cumulative), net);
        let cumulative = cell("cumulative", "Cumulative net cash flow", Unit::Money, cumulative);
        let growth = Expr::Sum(vec![Expr::Number(1.0), at(self.rate)]);
        let power = u32::try_from(year).unwrap_or(u32::MAX);
        let factor = if year == 0 {
            Expr::Number(1.0)
        } else {
            Expr::quotient(Expr::Number(1.0), Expr::Power(Box::new(growth), power))
        };
        let factor = cell("factor", "Discount factor", Unit::Ratio, factor);
        let discounted = Expr::Product(vec![at(net), at(factor)]);
        let discounted = cell("discounted", "Discounted net cash flow", Unit::Money, discounted);
        let total = running(before.map(|year| year.cumulative_discounted), discounted);
        let cumulative_discounted = cell("cumulative-discounted", "Cumulative, discounted", Unit::Money, total);
        let hours = adoption.map_or(Expr::Number(0.0), |adopted| Expr::Product(vec![at(self.hours), at(adopted)]));
        let hours = cell("hours", "Hours released", Unit::Hours, hours);
        Year { adoption, kinds, benefit, cost, net, cumulative, factor, discounted, cumulative_discounted, hours }
    }
}

/// What the table comes to.
fn totals(writer: &mut Writer, figures: &mut Figures) {
    let plan = writer.plan;
    let years = figures.years.clone();
    let discounted = |of: &dyn Fn(&Year) -> usize| {
        let terms = years.iter().map(|year| Expr::Product(vec![at(of(year)), at(year.factor)]));
        sum(terms.collect())
    };
    let plain = |of: &dyn Fn(&Year) -> usize| sum(years.iter().map(|year| at(of(year))).collect());
    let mut money = |id: &str, label: &str, formula: Expr| writer.formula(id, label, Unit::Money, formula);
    figures.pv_cash = money("pv-cash", "Present value of cash", discounted(&|year| year.kind(Kind::Cash)));
    figures.pv_time = money("pv-time", "Present value of released time", discounted(&|year| year.kind(Kind::Time)));
    figures.pv_risk = money("pv-risk", "Present value of risk avoided", discounted(&|year| year.kind(Kind::Risk)));
    figures.pv_benefits = money("pv-benefits", "Present value of benefits", discounted(&|year| year.benefit));
    figures.pv_costs = money("pv-costs", "Present value of costs", discounted(&|year| year.cost));
    figures.sum_benefits = money("sum-benefits", "Sum of benefits, undiscounted", plain(&|year| year.benefit));
    figures.sum_costs = money("sum-costs", "Sum of costs, undiscounted", plain(&|year| year.cost));
    let npv = Expr::difference(at(figures.pv_benefits), at(figures.pv_costs));
    figures.npv = money("npv", "Net present value", npv);
    let after = years.iter().skip(1).map(|year| at(year.net));
    let months = Expr::Number(12.0 * f64::from(figures.horizon));
    let delay = Expr::quotient(sum(after.collect()), months);
    figures.delay_month = money("delay-month", "Cost of delay per month", delay);
    let roi = Expr::quotient(at(figures.npv), at(figures.pv_costs));
    let label = "Return on investment (net present value over present value of costs)";
    figures.roi = writer.formula("roi", label, Unit::Share, roi);
    let net = Expr::difference(at(figures.sum_benefits), at(figures.sum_costs));
    let label = "Return on investment, undiscounted (benefits less costs, over costs)";
    let roi = Expr::quotient(net, at(figures.sum_costs));
    figures.roi_undiscounted = writer.formula("roi-undiscounted", label, Unit::Share, roi);
    figures.hours = years.last().map_or(0, |year| year.hours);
    let days = writer.setting(RowKind::Plan, "days", &plan.days);
    let hours = writer.setting(RowKind::Plan, "hours", &plan.hours);
    let year = Expr::Product(vec![at(days), at(hours)]);
    let full_time = Expr::quotient(at(figures.hours), year);
    let label = "Full-time equivalents released in the last year";
    figures.full_time = writer.formula("full-time", label, Unit::Count, full_time);
}
