//! What to do next, in whatever order things are met: it always names something open, in the right order, and comes to an
//! end.
use super::{START, days, plan};
use fitproof::domain::date::Day;
use fitproof::domain::guide::{Closing, Next, NextStep, Point, Readiness, Stage, State, Status, next};
use fitproof::domain::poc::Days;
use fitproof::domain::pov::{Plan, Verdict};
use fitproof::domain::problem::Problem;
use fitproof::domain::row::RowKind::{Criterion, Event};

const IDS: [(&str, Stage); 6] = [
    ("p1", Stage::Precondition),
    ("p2", Stage::Precondition),
    ("g1", Stage::Gate),
    ("g2", Stage::Gate),
    ("a1", Stage::Approval),
    ("a2", Stage::Approval),
];
const SECTIONS: [&str; 2] = ["s1", "s2"];
const WIND_DOWN: [&str; 2] = ["w1", "w2"];

/// A case that can be led to its end by doing what is said.
#[derive(Clone, Debug)]
struct Proof {
    points: Vec<Point<'static>>,
    sections: Vec<(&'static str, Status)>,
    broken: Vec<Problem>,
    plan: Plan,
    closing: Closing,
    today: Day,
}

impl Proof {
    fn new() -> Self {
        let event: &[(&str, &str)] = &[("name", "Kick-off"), ("after", "0")];
        let criterion: &[(&str, &str)] = &[("use-case", "Leads"), ("due", "2026-12-15")];
        let points = IDS.map(|(id, stage)| Point { id, stage, state: State::NotAsked, backed: false });
        Self {
            points: points.into(),
            sections: SECTIONS.map(|id| (id, Status::NotStarted)).into(),
            broken: Vec::new(),
            plan: plan(&[(Event, event), (Criterion, criterion)], Days::default()),
            closing: Closing::default(),
            today: START.plus(-20),
        }
    }

    fn next(&self) -> Next<'_> {
        next(&Readiness {
            points: &self.points,
            sections: &self.sections,
            broken: &self.broken,
            plan: &self.plan,
            closing: &self.closing,
            wind_down: &WIND_DOWN,
            today: self.today,
        })
    }

    fn point(&mut self, id: &str) -> &mut Point<'static> {
        self.points.iter_mut().find(|point| point.id == id).expect("it is one of them")
    }

    /// Does what is said; tells what it was.
    fn follow(&mut self, answer: impl Fn(&str) -> State, then: NextStep) -> String {
        let said = self.clone();
        let said = said.next();
        match said {
            Next::Ask(id) => self.point(id).state = answer(id),
            Next::Meet(id) => self.point(id).state = State::Met,
            Next::Back(id) => self.point(id).backed = true,
            Next::SetDays => {
                self.plan.days = days(11, Some(10));
                for event in &mut self.plan.events {
                    event.day = Some(START);
                }
            }
            Next::Write(id) => self
                .sections
                .iter_mut()
                .filter(|(own, _)| *own == id)
                .for_each(|(_, status)| *status = Status::Complete),
            Next::Mend(problem) => {
                let at = self.broken.iter().position(|own| own == problem).expect("it is one of them");
                self.broken.remove(at);
            }
            Next::Agree => self.plan.agreed = Some(self.today),
            Next::Do(key) => {
                self.plan.events.iter_mut().filter(|event| event.key == key).for_each(|event| event.done = true)
            }
            Next::Await(day) => {
                assert!(day >= self.today, "{day} has passed on {}", self.today);
                self.today = if day > self.today { day } else { day.plus(1) };
            }
            Next::Judge(key) => {
                self.plan.criteria.iter_mut().filter(|one| one.key == key).for_each(|one| one.result = Verdict::Met);
            }
            Next::Decide => self.closing.next = Some(then),
            Next::MoveEnd(day) => self.plan.days.end = Some(day),
            Next::WindDown(id) => self.closing.wound_down.push(id.to_owned()),
            Next::Closed => {}
        }
        format!("{said:?}")
    }
}

/// All states of six points, backed or not: the right one is named.
#[test]
fn the_first_open_point_of_the_first_open_stage_is_named() {
    let states = [State::Met, State::NotMet, State::NotAsked];
    for code in 0..3_usize.pow(6) * 2 {
        let mut proof = Proof::new();
        proof.plan.days = days(11, Some(10));
        proof.sections.iter_mut().for_each(|(_, status)| *status = Status::Complete);
        for (at, point) in proof.points.iter_mut().enumerate() {
            point.state = states[code / 2 / 3_usize.pow(u32::try_from(at).expect("small")) % 3];
            point.backed = code % 2 == 0;
        }
        let with = |stage: Stage, state: State| {
            proof.points.iter().find(|point| point.stage == stage && point.state == state).map(|point| point.id)
        };
        let stages = [Stage::Precondition, Stage::Gate, Stage::Approval];
        let open = stages.into_iter().find_map(|stage| {
            with(stage, State::NotMet).map(Next::Meet).or_else(|| with(stage, State::NotAsked).map(Next::Ask))
        });
        let unbacked = (code % 2 == 1).then_some(Next::Back("p1"));
        assert_eq!(proof.next(), open.or(unbacked).unwrap_or(Next::Agree), "{code}");
    }
}

/// Every order in which six points can be met before anybody looks: from there it goes on to the end.
#[test]
fn whatever_was_met_first_it_comes_to_an_end() {
    let mut orders = vec![vec![]];
    for _ in IDS {
        orders = orders
            .iter()
            .flat_map(|order: &Vec<usize>| {
                (0..6).filter(|at| !order.contains(at)).map(|at| [order.as_slice(), &[at]].concat())
            })
            .collect();
    }
    assert_eq!(orders.len(), 6 * 5 * 4 * 3 * 2);
    for (count, order) in orders.iter().enumerate() {
        let mut proof = Proof::new();
        for at in order.iter().take(count % 7) {
            proof.points[*at].state = State::Met;
        }
        lead(&mut proof, |id| if id.len() % 2 == count % 2 { State::NotMet } else { State::Met }, NextStep::Buy);
        assert!(proof.points.iter().all(|point| point.state == State::Met && point.backed));
        assert!(proof.sections.iter().all(|(_, status)| *status == Status::Complete));
        assert!(proof.plan.agreed.is_some() && proof.plan.events.iter().all(|event| event.done));
        assert!(proof.plan.criteria.iter().all(|criterion| criterion.result == Verdict::Met));
        assert_eq!(proof.closing.wound_down, WIND_DOWN);
    }
}

/// Does what is said until all is done; no step is said twice in a row.
fn lead(proof: &mut Proof, answer: impl Fn(&str) -> State, then: NextStep) {
    let mut last = String::new();
    for _ in 0..60 {
        if proof.next() == Next::Closed {
            return;
        }
        let said = proof.follow(&answer, then);
        assert_ne!(said, last, "following it changes something");
        last = said;
    }
    panic!("it never ends: {proof:?}");
}

#[test]
fn stopping_ends_it_too_and_extending_goes_on() {
    let mut stopped = Proof::new();
    stopped.plan.days = days(11, None);
    stopped.today = START.plus(12);
    assert!(matches!(stopped.next(), Next::Judge(_)), "the end has passed: {:?}", stopped.next());
    stopped.closing.next = Some(NextStep::Stop);
    assert_eq!(stopped.next(), Next::WindDown("w1"));
    lead(&mut stopped, |_| State::Met, NextStep::Stop);

    let mut longer = Proof::new();
    longer.plan.days = days(11, None);
    longer.today = START.plus(12);
    (longer.closing.next, longer.closing.new_end) = (Some(NextStep::Extend), Some(START.plus(18)));
    assert_eq!(longer.next(), Next::MoveEnd(START.plus(18)));
    longer.plan.days.end = Some(START.plus(18));
    assert!(matches!(longer.next(), Next::Do(_) | Next::Judge(_)), "it runs again: {:?}", longer.next());
    longer.today = START.plus(19);
    longer.plan.criteria.clear();
    assert_eq!(longer.next(), Next::Decide, "an extension that is over is to be decided anew");
}

#[test]
fn a_broken_rule_is_named_before_approval_and_what_is_due_while_it_runs() {
    let mut proof = Proof::new();
    proof.broken = vec![Problem::warning("plan.end", "No legal review is planned", "Add it")];
    for point in &mut proof.points[..4] {
        point.state = State::Met;
    }
    assert_eq!(proof.next(), Next::SetDays);
    proof.plan.days = days(11, None);
    assert_eq!(proof.next(), Next::Write("s1"));
    proof.sections[1].1 = Status::InProgress;
    assert_eq!(proof.next(), Next::Write("s2"), "what was begun goes first");
    proof.sections.iter_mut().for_each(|(_, status)| *status = Status::Complete);
    assert_eq!(proof.next(), Next::Mend(&proof.broken[0]));
    proof.broken.clear();
    assert_eq!(proof.next(), Next::Ask("a1"));

    let mut running = Proof::new();
    running.broken = vec![Problem::warning("plan.end", "No legal review is planned", "Add it")];
    running.plan.days = days(11, None);
    running.plan.events[0].day = Some(START);
    running.today = START;
    let event = running.plan.events[0].key;
    assert_eq!(running.next(), Next::Do(event));
    running.plan.events[0].done = true;
    assert_eq!(running.next(), Next::Mend(&running.broken[0]));
    running.today = START.plus(8);
    assert!(matches!(running.next(), Next::Judge(_)), "the criterion is due that day");
    running.today = START.plus(7);
    assert!(matches!(running.next(), Next::Mend(_)));
}
