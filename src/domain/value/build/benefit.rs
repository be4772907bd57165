//! A benefit's yearly value by its driver, at full adoption.
use super::time::{self, WorkCells};
use super::writer::{Writer, at, product, sum};
use super::{BenefitFigures, Line};
use crate::domain::row::RowKind;
use crate::domain::value::input::Unit;
use crate::domain::value::plan::{Benefit, Driver, Kind, Per};
use crate::domain::value::sheet::Expr;

/// Writes all of a benefit but its years.
pub fn write(writer: &mut Writer, benefit: &Benefit) -> BenefitFigures {
    let mut of = Of { writer, benefit };
    let (hours, values) = match benefit.driver {
        Driver::Time => of.time(),
        Driver::Errors => of.errors(),
        Driver::Tools => (None, vec![(Kind::Cash, of.tools())]),
        Driver::Hires => (None, vec![(Kind::Cash, of.times(&["hires", "yearly-cost"]))]),
        Driver::Revenue => (None, vec![(Kind::Cash, of.times(&["revenue", "uplift", "margin"]))]),
        Driver::Risk => (None, vec![(Kind::Risk, of.times(&["likelihood", "impact", "reduction"]))]),
    };
    let adjustment = of.adjustment();
    let lines = values.into_iter().map(|(kind, value)| of.line(kind, value, adjustment)).collect();
    BenefitFigures { key: benefit.key, counted: benefit.counted, hours, adjustment, lines }
}

struct Of<'a, 'w, 'p> {
    writer: &'w mut Writer<'p>,
    benefit: &'a Benefit,
}

type Values = (Option<usize>, Vec<(Kind, Expr)>);

impl Of<'_, '_, '_> {
    fn id(&self, name: &str) -> String {
        ["benefit.", &self.benefit.key.to_string(), ".", name].concat()
    }

    fn label(&self, name: &str) -> String {
        [&self.benefit.name, ": ", name].concat()
    }

    fn formula(&mut self, id: &str, label: &str, unit: Unit, formula: Expr) -> usize {
        let (id, label) = (self.id(id), self.label(label));
        self.writer.formula(&id, &label, unit, formula)
    }

    /// One of the benefit's own figures, which is there: an incomplete benefit is not written.
    fn input(&mut self, name: &str) -> Option<Expr> {
        let benefit = self.benefit;
        let input = benefit.input(name)?;
        Some(at(self.writer.input(RowKind::Benefit, benefit.key, &benefit.name, name, input)))
    }

    fn times(&mut self, names: &[&str]) -> Expr {
        let factors = names.iter().filter_map(|name| self.input(name)).collect();
        product(factors)
    }

    fn hourly(&mut self) -> Option<Expr> {
        let benefit = self.benefit;
        let hourly = benefit.hourly.as_ref()?;
        self.writer.hourly(RowKind::Benefit, benefit.key, &benefit.name, hourly).map(at)
    }

    /// The volume a year: the process's, or one's own.
    fn volume(&mut self) -> Option<Expr> {
        let benefit = self.benefit;
        if let Some(work) = benefit.process.and_then(|key| time::work(self.writer, key)) {
            return Some(at(work.volume));
        }
        let volume = self.input("volume")?;
        if benefit.per == Per::Year {
            return Some(volume);
        }
        let (id, label) = (self.id("volume"), self.label("volume a year"));
        Some(at(self.writer.yearly(&id, &label, Unit::Count, volume, benefit.per)))
    }

    fn time(&mut self) -> Values {
        if let Some(work) = self.benefit.process.and_then(|key| time::work(self.writer, key)) {
            return self.released(&work);
        }
        let often: Vec<Expr> = self.volume().into_iter().collect();
        let minutes = self.input("minutes");
        let errors = self.input("error-rate").zip(self.input("fix-minutes")).map(|(rate, fix)| [rate, fix]);
        let spent = self.formula("spent", "hours a year today", Unit::Hours, time::hours(often, minutes, errors));
        let share = self.input("automated");
        let released: Vec<Expr> = std::iter::once(at(spent)).chain(share.clone()).collect();
        let hours = self.formula("hours", "hours released a year", Unit::Hours, product(released));
        let value = std::iter::once(at(spent)).chain(self.hourly()).chain(share).collect();
        (Some(hours), vec![(Kind::Time, product(value))])
    }

    /// Hours before less hours after, each at what the one who does them costs.
    fn released(&mut self, work: &WorkCells) -> Values {
        let mut roles: Vec<Option<u32>> = work.before.roles.iter().map(|(role, _)| *role).collect();
        for (role, _) in &work.after.roles {
            if !roles.contains(role) {
                roles.push(*role);
            }
        }
        let mut terms = Vec::new();
        for role in roles {
            let of = |side: &time::SideCells| side.roles.iter().find(|(own, _)| *own == role).map(|(_, place)| *place);
            let hours = match (of(&work.before), of(&work.after)) {
                (Some(before), Some(after)) => Expr::difference(at(before), at(after)),
                (Some(before), None) => at(before),
                (None, after) => Expr::difference(Expr::Number(0.0), after.map_or(Expr::Number(0.0), at)),
            };
            let hourly = match role {
                Some(key) => self.writer.role(key).map(at),
                None => self.hourly(),
            };
            terms.push(product(std::iter::once(hours).chain(hourly).collect()));
        }
        (Some(work.released), vec![(Kind::Time, sum(terms))])
    }

    fn errors(&mut self) -> Values {
        let factors = [self.volume(), self.input("error-rate"), self.input("avoided")];
        let errors = product(factors.into_iter().flatten().collect());
        let errors = self.formula("errors", "errors avoided a year", Unit::Count, errors);
        let mut values = Vec::new();
        if let Some(cost) = self.input("error-cost") {
            values.push((Kind::Cash, Expr::Product(vec![at(errors), cost])));
        }
        let hours = self.input("fix-minutes").map(|minutes| {
            let hours = time::hours(vec![at(errors)], Some(minutes), None);
            self.formula("hours", "hours released a year", Unit::Hours, hours)
        });
        if let Some(hours) = hours {
            let value = std::iter::once(at(hours)).chain(self.hourly()).collect();
            values.push((Kind::Time, product(value)));
        }
        (hours, values)
    }

    fn tools(&mut self) -> Expr {
        let value = self.input("yearly-cost").unwrap_or_else(|| self.times(&["units", "unit-cost"]));
        let times = self.writer.times_a_year(self.benefit.per);
        product(std::iter::once(value).chain(times).collect())
    }

    fn adjustment(&mut self) -> usize {
        let (plan, benefit) = (self.writer.plan, self.benefit);
        match &benefit.adjustment {
            Some(own) => self.writer.input(RowKind::Benefit, benefit.key, &benefit.name, "adjustment", own),
            None => self.writer.setting(RowKind::Plan, "benefit-adjustment", &plan.benefit_adjustment),
        }
    }

    fn line(&mut self, kind: Kind, value: Expr, adjustment: usize) -> Line {
        let full = self.formula(kind.id(), full_label(kind), Unit::Money, value);
        let adjusted = Expr::Product(vec![at(full), Expr::difference(Expr::Number(1.0), at(adjustment))]);
        let id = [kind.id(), ".adjusted"].concat();
        let label = [full_label(kind), ", adjusted for risk"].concat();
        let adjusted = self.formula(&id, &label, Unit::Money, adjusted);
        Line { kind, full, adjusted, years: Vec::new() }
    }
}

const fn full_label(kind: Kind) -> &'static str {
    match kind {
        Kind::Cash => "cash a year",
        Kind::Time => "released time a year",
        Kind::Risk => "risk avoided a year",
    }
}
