//! From rows to a process: lanes, steps, and the ways between them; a sentence for each that can't be.
use super::{Flow, How, Lane, Next, Process, Side, Step, flow};
use crate::domain::problem::Problem;
use crate::domain::row::{self, Row, RowKind};
use crate::domain::value::input::Input;
use std::rc::Rc;

/// Reads the figure at a field of a row, and tells what can't be read.
pub type Figures<'a> = &'a dyn Fn(&Row, &str, &mut Vec<Problem>) -> Option<Input>;

/// The process with this key; without a name and steps where no row has it.
pub fn read(rows: &[Rc<Row>], key: u32, figures: Figures) -> (Process, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut process = Process { key, ..Process::default() };
    if let Some(row) = row::find(rows, key).filter(|row| row.kind == RowKind::Process) {
        process.name = row.text("name").trim().to_owned();
        process.department = row.text("department").trim().to_owned();
        process.per = row.text("volume-per").to_owned();
        process.volume = figures(row, "volume", &mut problems);
    }
    process.lanes = row::below(rows, RowKind::Lane, key).enumerate().map(lane).collect();
    let mut branches: Vec<(u32, &Row)> =
        row::of(rows, RowKind::Branch).filter_map(|row| Some((row.parent?, row.as_ref()))).collect();
    branches.sort_by_key(|(step, _)| *step);
    for side in Side::BOTH {
        let steps = row::below(rows, RowKind::Step, key).filter(|row| Side::read(row.text("side")) == side);
        let reader = Reader::new(steps.map(Rc::as_ref).collect(), &branches, &process.lanes, figures);
        let flow = reader.flow(&mut problems);
        match side {
            Side::Before => process.before = flow,
            Side::After => process.after = flow,
        }
    }
    (process, problems)
}

fn lane((at, row): (usize, &Rc<Row>)) -> Lane {
    Lane { key: row.key, name: named(row, "Lane", at) }
}

fn named(row: &Row, word: &str, at: usize) -> String {
    let name = row.text("name").trim();
    if name.is_empty() { [word, " ", &(at + 1).to_string()].concat() } else { name.to_owned() }
}

/// One side's rows.
struct Reader<'a> {
    steps: Vec<&'a Row>,
    /// Each step's key with its place, in the order of keys.
    places: Vec<(u32, usize)>,
    /// The ways out of all decisions, in the order of the decisions' keys.
    branches: &'a [(u32, &'a Row)],
    lanes: &'a [Lane],
    figures: Figures<'a>,
}

impl<'a> Reader<'a> {
    fn new(steps: Vec<&'a Row>, branches: &'a [(u32, &'a Row)], lanes: &'a [Lane], figures: Figures<'a>) -> Self {
        let mut places: Vec<(u32, usize)> = steps.iter().enumerate().map(|(at, row)| (row.key, at)).collect();
        places.sort_unstable();
        Self { steps, places, branches, lanes, figures }
    }

    fn flow(&self, problems: &mut Vec<Problem>) -> Flow {
        let steps = self.steps.iter().enumerate().map(|(at, row)| self.step(at, row, problems)).collect();
        let mut flow = Flow { steps, order: Vec::new() };
        flow::count(&mut flow, problems);
        flow
    }

    fn step(&self, at: usize, row: &Row, problems: &mut Vec<Problem>) -> Step {
        let lane = row.reference("lane");
        let mut figure = |name: &str| (self.figures)(row, name, problems);
        let (minutes, waiting) = (figure("minutes"), figure("waiting"));
        let (error_rate, fix_minutes) = (figure("error-rate"), figure("fix-minutes"));
        let how = How::read(row.text("how"));
        Step {
            key: row.key,
            name: named(row, "Step", at),
            how,
            lane: lane.and_then(|key| self.lanes.iter().position(|lane| lane.key == key)),
            role: row.reference("role"),
            minutes,
            waiting,
            error_rate,
            fix_minutes,
            next: self.ways(at, row, how, problems),
            visits: 0.0,
            always: false,
        }
    }

    fn ways(&self, at: usize, row: &Row, how: How, problems: &mut Vec<Problem>) -> Vec<Next> {
        let from = self.branches.partition_point(|(step, _)| *step < row.key);
        let own = self.branches.get(from..).unwrap_or_default().iter().take_while(|(step, _)| *step == row.key);
        let own: Vec<&Row> = own.map(|(_, branch)| *branch).collect();
        if how == How::Decision && !own.is_empty() {
            return self.shared(at, &own, problems);
        }
        if how == How::Decision {
            let hint = "Add a way out for each answer, with the share that goes there";
            problems.push(Problem::warning(&row.field("how"), "This decision has no ways out yet", hint));
        }
        let to = self.target(at, row, "then", problems);
        vec![Next { to, share: 1.0, said: None, label: String::new(), branch: None, back: false }]
    }

    /// Where a step or a way out leads: where it says, else to the next one in order.
    fn target(&self, at: usize, row: &Row, field: &str, problems: &mut Vec<Problem>) -> Option<usize> {
        if row.text("ends") == "yes" {
            return None;
        }
        let following = Some(at + 1).filter(|next| *next < self.steps.len());
        let Some(key) = row.reference(field) else { return following };
        let found = self.places.binary_search_by_key(&key, |(key, _)| *key).ok();
        let place = found.and_then(|found| self.places.get(found)).map(|(_, place)| *place);
        if place.is_none() {
            let message = "The step this leads to is not on the same side of the process";
            problems.push(Problem::error(&row.field(field), message, "Choose a step of this side"));
        }
        place.or(following)
    }

    /// The ways out of a decision; what isn't said is shared out evenly.
    fn shared(&self, at: usize, branches: &[&Row], problems: &mut Vec<Problem>) -> Vec<Next> {
        let typed: Vec<Option<Input>> = branches.iter().map(|row| (self.figures)(row, "share", problems)).collect();
        let likely = |share: &Option<Input>| share.as_ref().map(|share| share.range.likely.clamp(0.0, 1.0));
        let said: Vec<Option<f64>> = typed.iter().map(likely).collect();
        let sum: f64 = said.iter().flatten().sum();
        let open = said.iter().filter(|share| share.is_none()).count();
        let rest = if open == 0 { 0.0 } else { (1.0 - sum).max(0.0) / open as f64 };
        let total = sum + rest * open as f64;
        let last = branches.iter().zip(&said).rev().find(|(_, share)| share.is_some());
        if let (Some((row, _)), true) = (last, (total - 1.0).abs() > 1e-6) {
            problems.push(uneven(row, total));
        }
        let even = 1.0 / branches.len() as f64;
        let way = |((row, likely), said): ((&&Row, &Option<f64>), Option<Input>)| {
            let share = if total > 0.0 { likely.unwrap_or(rest) / total } else { even };
            let to = self.target(at, row, "to", problems);
            Next { to, share, said, label: row.text("label").trim().to_owned(), branch: Some(row.key), back: false }
        };
        branches.iter().zip(&said).zip(typed).map(way).collect()
    }
}

fn uneven(row: &Row, total: f64) -> Problem {
    let percent = format!("{:.1}", total * 100.0);
    let percent = percent.trim_end_matches(".0");
    let message = if total > 1.0 {
        ["The ways out add up to ", percent, " %, which is more than all"].concat()
    } else {
        ["The ways out add up to ", percent, " % only"].concat()
    };
    Problem::warning(&row.field("share"), message, "They count in proportion; make them add up to 100 %")
}
