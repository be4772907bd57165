//! The one thing to do next with a proof, from the first precondition to the last thing wound down.
use super::closing::{Closing, NextStep};
use super::section::Status;
use crate::domain::date::Day;
use crate::domain::pov::{Plan, Verdict};
use crate::domain::problem::Problem;

/// Points are met in this order; within one, what is known to fail goes before what nobody has asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    Precondition,
    Gate,
    Approval,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Met,
    NotMet,
    NotAsked,
}

/// A precondition, gate or approval point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point<'a> {
    pub id: &'a str,
    pub stage: Stage,
    pub state: State,
    /// It is noted who said it, and when.
    pub backed: bool,
}

/// All that the next step depends on.
#[derive(Clone, Copy, Debug)]
pub struct Readiness<'a> {
    pub points: &'a [Point<'a>],
    /// In the order of the guide.
    pub sections: &'a [(&'a str, Status)],
    /// What is broken of the rules of the clock and the closing, the first first.
    pub broken: &'a [Problem],
    pub plan: &'a Plan,
    pub closing: &'a Closing,
    /// Ids of what winding down takes.
    pub wind_down: &'a [&'a str],
    pub today: Day,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next<'a> {
    /// It is known not to be met.
    Meet(&'a str),
    /// Nobody has asked.
    Ask(&'a str),
    /// Start and end are to be set.
    SetDays,
    /// A section isn't complete.
    Write(&'a str),
    Mend(&'a Problem),
    /// It is met, and nobody is named who said so.
    Back(&'a str),
    Agree,
    /// A step of the plan, by its key.
    Do(u32),
    /// Nothing until this day.
    Await(Day),
    /// A criterion whose result is to be written down, by its key.
    Judge(u32),
    /// To agree on buying, extending or stopping.
    Decide,
    /// The end is to be moved to the one that was agreed.
    MoveEnd(Day),
    WindDown(&'a str),
    Closed,
}

/// What to do next. It always names something that is open, and says that all is done only when it is.
pub fn next<'a>(readiness: &Readiness<'a>) -> Next<'a> {
    let Readiness { plan, closing, today, .. } = *readiness;
    let has_started = plan.days.start.is_some_and(|start| start <= today);
    let is_over = plan.days.end.is_some_and(|end| end < today);
    match closing.next {
        Some(step) => decided(readiness, step),
        None if is_over => over(readiness),
        None if has_started && plan.days.end.is_some() => running(readiness),
        None => before(readiness),
    }
}

fn before<'a>(readiness: &Readiness<'a>) -> Next<'a> {
    let Readiness { plan, .. } = *readiness;
    let steps = [
        open_point(readiness, Stage::Precondition),
        open_point(readiness, Stage::Gate),
        (plan.days.start.is_none() || plan.days.end.is_none()).then_some(Next::SetDays),
        open_section(readiness),
        readiness.broken.first().map(Next::Mend),
        open_point(readiness, Stage::Approval),
        unbacked(readiness),
        plan.agreed.is_none().then_some(Next::Agree),
        plan.events.iter().find(|event| !event.done && event.day.is_some()).map(|event| Next::Do(event.key)),
    ];
    first(steps).unwrap_or_else(|| plan.days.start.map_or(Next::SetDays, Next::Await))
}

fn running<'a>(readiness: &Readiness<'a>) -> Next<'a> {
    let Readiness { plan, today, .. } = *readiness;
    let event = |until: Option<Day>| {
        let due = |day: Option<Day>| day.is_some_and(|day| until.is_none_or(|until| day <= until));
        plan.events.iter().find(|event| !event.done && due(event.day)).map(|event| Next::Do(event.key))
    };
    let due = |due: Option<Day>| due.is_some_and(|due| due <= today);
    let judged = plan.criteria.iter().find(|criterion| criterion.result == Verdict::Open && due(criterion.due));
    let steps = [
        event(Some(today)),
        judged.map(|criterion| Next::Judge(criterion.key)),
        readiness.broken.first().map(Next::Mend),
        open_point(readiness, Stage::Precondition),
        open_point(readiness, Stage::Gate),
        open_point(readiness, Stage::Approval),
        open_section(readiness),
        unbacked(readiness),
        event(None),
    ];
    first(steps).unwrap_or_else(|| plan.days.end.map_or(Next::SetDays, Next::Await))
}

/// The end has passed and nothing was agreed.
fn over<'a>(readiness: &Readiness<'a>) -> Next<'a> {
    let open = readiness.plan.criteria.iter().find(|criterion| criterion.result == Verdict::Open);
    open.map_or(Next::Decide, |criterion| Next::Judge(criterion.key))
}

fn decided<'a>(readiness: &Readiness<'a>, step: NextStep) -> Next<'a> {
    let Readiness { plan, closing, .. } = *readiness;
    if let Some(problem) = readiness.broken.iter().find(|problem| Closing::holds(problem)) {
        return Next::Mend(problem);
    }
    match (step, closing.new_end) {
        (NextStep::Extend, Some(end)) if plan.days.end != Some(end) => Next::MoveEnd(end),
        (NextStep::Extend, _) => match plan.days.end.is_some_and(|end| end < readiness.today) {
            true => over(readiness),
            false => running(readiness),
        },
        (NextStep::Buy | NextStep::Stop, _) => {
            let open = readiness.wind_down.iter().find(|id| !closing.is_wound_down(id));
            open.map_or(Next::Closed, |id| Next::WindDown(id))
        }
    }
}

fn first<'a>(steps: impl IntoIterator<Item = Option<Next<'a>>>) -> Option<Next<'a>> {
    steps.into_iter().flatten().next()
}

fn open_point<'a>(readiness: &Readiness<'a>, stage: Stage) -> Option<Next<'a>> {
    let with = |state: State| {
        readiness.points.iter().find(|point| point.stage == stage && point.state == state).map(|point| point.id)
    };
    with(State::NotMet).map(Next::Meet).or_else(|| with(State::NotAsked).map(Next::Ask))
}

fn unbacked<'a>(readiness: &Readiness<'a>) -> Option<Next<'a>> {
    let point = |stage: Stage| {
        readiness.points.iter().find(|point| point.stage == stage && point.state == State::Met && !point.backed)
    };
    let found = [Stage::Precondition, Stage::Gate, Stage::Approval].into_iter().find_map(point);
    found.map(|point| Next::Back(point.id))
}

/// One that was begun goes before one that wasn't.
fn open_section<'a>(readiness: &Readiness<'a>) -> Option<Next<'a>> {
    let with = |status: Status| readiness.sections.iter().find(|(_, own)| *own == status).map(|(id, _)| *id);
    with(Status::InProgress).or_else(|| with(Status::NotStarted)).map(Next::Write)
}
