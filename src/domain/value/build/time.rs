//! The hours a process takes people in a year, before and after, step by step and by who does them.
use super::visits::Visits;
use super::writer::{Writer, at, product, sum};
use crate::domain::row::RowKind;
use crate::domain::value::input::{Input, Unit};
use crate::domain::value::plan::{Side, Work, WorkStep};
use crate::domain::value::sheet::Expr;

/// A process in the sheet.
#[derive(Clone, Debug)]
pub struct WorkCells {
    pub key: u32,
    /// How often it runs in a year.
    pub volume: usize,
    pub before: SideCells,
    pub after: SideCells,
    pub released: usize,
}

#[derive(Clone, Debug)]
pub struct SideCells {
    pub hours: usize,
    /// Hours by role; none for steps that name nobody whose hour has a cost.
    pub roles: Vec<(Option<u32>, usize)>,
}

/// A step often stands on both sides under one name.
pub fn sided(step: &WorkStep) -> String {
    match step.side {
        Side::Before => [&step.name, " (before)"].concat(),
        Side::After => [&step.name, " (after)"].concat(),
    }
}

/// The hours of a piece of work: how often × (minutes + error rate × minutes to fix one) ÷ 60.
pub fn hours(often: Vec<Expr>, minutes: Option<Expr>, errors: Option<[Expr; 2]>) -> Expr {
    let terms = minutes.into_iter().chain(errors.map(|errors| Expr::Product(errors.into()))).collect();
    let mut factors = often;
    factors.push(sum(terms));
    Expr::quotient(product(factors), Expr::Number(60.0))
}

/// The process's cells, written when first used; nothing when it has no volume.
pub fn work(writer: &mut Writer, key: u32) -> Option<WorkCells> {
    if let Some(cells) = writer.works.iter().find(|work| work.key == key) {
        return Some(cells.clone());
    }
    let plan = writer.plan;
    let work = plan.process(key)?;
    let volume = volume(writer, work, work.volume.as_ref()?);
    let before = side(writer, work, Side::Before, volume);
    let after = side(writer, work, Side::After, volume);
    let released = Expr::difference(at(before.hours), at(after.hours));
    let label = [&work.name, ": hours released a year"].concat();
    let id = ["process.", &key.to_string(), ".released"].concat();
    let released = writer.formula(&id, &label, Unit::Hours, released);
    let cells = WorkCells { key, volume, before, after, released };
    writer.works.push(cells.clone());
    Some(cells)
}

fn volume(writer: &mut Writer, work: &Work, input: &Input) -> usize {
    let place = writer.input(RowKind::Process, work.key, &work.name, "volume", input);
    let id = ["process.", &work.key.to_string(), ".volume"].concat();
    let label = [&work.name, ": volume a year"].concat();
    writer.yearly(&id, &label, Unit::Count, at(place), work.per)
}

fn side(writer: &mut Writer, work: &Work, side: Side, volume: usize) -> SideCells {
    let mut by_role: Vec<(Option<u32>, Vec<Expr>)> = Vec::new();
    let visits = Visits::write(writer, work, side);
    for step in work.steps.iter().filter(|step| step.side == side) {
        let Some(place) = step_hours(writer, step, volume, &visits) else { continue };
        let role = writer.plan.hourly(step);
        match by_role.iter_mut().find(|(own, _)| *own == role) {
            Some((_, terms)) => terms.push(at(place)),
            None => by_role.push((role, vec![at(place)])),
        }
    }
    let (word, said) = match side {
        Side::Before => ("before", "before"),
        Side::After => ("after", "after"),
    };
    let start = ["process.", &work.key.to_string(), ".", word].concat();
    let roles: Vec<(Option<u32>, usize)> = by_role
        .into_iter()
        .map(|(role, terms)| {
            let known = role.and_then(|key| writer.plan.role(key));
            let (id, name) = known.map_or_else(
                || ([&start, ".others"].concat(), "others"),
                |role| ([&start, ".role.", &role.key.to_string()].concat(), role.name.as_str()),
            );
            let label = [&work.name, ": hours a year ", said, ", ", name].concat();
            (role, writer.formula(&id, &label, Unit::Hours, sum(terms)))
        })
        .collect();
    let all = sum(roles.iter().map(|(_, place)| at(*place)).collect());
    let label = [&work.name, ": hours a year ", said].concat();
    SideCells { hours: writer.formula(&start, &label, Unit::Hours, all), roles }
}

/// Nothing where a step takes nobody's time.
fn step_hours(writer: &mut Writer, step: &WorkStep, volume: usize, visits: &Visits) -> Option<usize> {
    if !step.takes_time() {
        return None;
    }
    let of = sided(step);
    let mut input = |name: &str, input: &Option<Input>| {
        input.as_ref().map(|input| at(writer.input(RowKind::Step, step.key, &of, name, input)))
    };
    let minutes = if step.automatic { None } else { input("minutes", &step.minutes) };
    let errors = match (&step.error_rate, &step.fix_minutes) {
        (Some(_), Some(_)) => {
            input("error-rate", &step.error_rate).zip(input("fix-minutes", &step.fix_minutes)).map(|(a, b)| [a, b])
        }
        _ => None,
    };
    let mut often = vec![at(volume)];
    often.extend(visits.of(step));
    let id = ["step.", &step.key.to_string(), ".hours"].concat();
    let label = [&of, ": hours a year"].concat();
    Some(writer.formula(&id, &label, Unit::Hours, hours(often, minutes, errors)))
}
