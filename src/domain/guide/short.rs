//! The shorter plans of engagements that are no proof: a trial alone with a check-in, or a trial with help, a scope, an
//! end and limits.
use super::sole;
use crate::domain::calendar::Calendar;
use crate::domain::date::{Day, day_count};
use crate::domain::poc::{Days, Window};
use crate::domain::pov::{Plan, free_day};
use crate::domain::problem::Problem;
use crate::domain::row::{self, Row, RowKind};
use std::rc::Rc;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShortKind {
    /// They try it alone.
    SelfService,
    /// They are helped along.
    GuidedTrial,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Short {
    pub kind: ShortKind,
    /// What they are given.
    pub resources: String,
    pub check_in: Option<Day>,
    pub scope: String,
    /// What is not part of it.
    pub limits: String,
    pub days: Days,
    calendar: Calendar,
}

const RESOURCES: &str = "resources";
const CHECK_IN: &str = "check-in";
const SCOPE: &str = "scope";
const LIMITS: &str = "limits";

impl Short {
    pub fn read(kind: ShortKind, rows: &[Rc<Row>], plan: &Plan) -> (Self, Vec<Problem>) {
        let text = |field: &str| row::sole_text(rows, RowKind::Engagement, field).trim().to_owned();
        let check_in = text("check-in");
        let short = Self {
            kind,
            resources: text("resources"),
            check_in: Day::parse(&check_in),
            scope: text("scope"),
            limits: text("limits"),
            days: plan.days,
            calendar: plan.calendar.clone(),
        };
        let unread = short.check_in.is_none() && !check_in.is_empty();
        (short, unread.then(|| Problem::no_day(&sole(CHECK_IN))).into_iter().collect())
    }

    /// What it lacks, in the order in which to mend it, each with what to do; the window's own rules are said at its days
    /// (see [`crate::domain::poc::check`]).
    pub fn check(&self, window: &Window, today: Day) -> Vec<Problem> {
        match self.kind {
            ShortKind::SelfService => self.alone(window, today),
            ShortKind::GuidedTrial => self.helped(window, today),
        }
    }

    /// The day on which it comes to something.
    pub fn ends_on(&self) -> Option<Day> {
        match self.kind {
            ShortKind::SelfService => self.check_in,
            ShortKind::GuidedTrial => self.days.decision.or(self.days.end),
        }
    }

    /// Of the plan, a trial has its days alone: what was planned for a proof waits until there is one.
    pub fn plan(&self) -> Plan {
        Plan { days: self.days, ..Plan::default() }
    }

    fn alone(&self, window: &Window, today: Day) -> Vec<Problem> {
        let mut problems = Vec::new();
        if self.resources.is_empty() {
            let hint = "Write down the first use case, the start guide and where to ask";
            problems.push(Problem::warning(&sole(RESOURCES), "Nothing is given to them yet", hint));
        }
        let proposed = self.calendar.next_working(today.plus(day_count(window.ideal)));
        match self.check_in {
            None => {
                let hint = format!("Agree on a day, such as {proposed}");
                problems.push(Problem::warning(&sole(CHECK_IN), "No check-in is set", hint));
            }
            Some(day) if day < today => {
                let hint = format!("Ask how it went, and set the next one or move the deal on; {proposed} is free");
                problems.push(Problem::warning(&sole(CHECK_IN), "The check-in has passed", hint));
            }
            Some(day) => {
                let away = day.0.saturating_sub(today.0);
                if away > day_count(window.most) {
                    let message = format!("The check-in is {away} days away");
                    problems.push(Problem::warning(
                        &sole(CHECK_IN),
                        message,
                        format!("Choose an earlier one, such as {proposed}"),
                    ));
                }
                problems.extend(free_day(&self.calendar, &sole(CHECK_IN), day));
            }
        }
        problems
    }

    fn helped(&self, window: &Window, today: Day) -> Vec<Problem> {
        let mut problems = Vec::new();
        if self.scope.is_empty() {
            let hint = "Name the one use case that you try together";
            problems.push(Problem::warning(&sole(SCOPE), "No scope is set", hint));
        }
        let start = self.days.start.unwrap_or(today);
        match self.days.end {
            None => {
                let hint = format!(
                    "Agree on a day, such as {}",
                    self.calendar.next_working(start.plus(day_count(window.ideal)))
                );
                problems.push(Problem::warning(&window.end, "No end is set", hint));
            }
            Some(end) if end < today => {
                let hint = "Look at what came of it, and buy, agree on a proof, or stop";
                problems.push(Problem::warning(&window.end, "The end has passed", hint));
            }
            Some(_) => {}
        }
        let set = window.named(self.days);
        problems.extend(set.into_iter().filter_map(|(field, day)| free_day(&self.calendar, field, day?)));
        if self.limits.is_empty() {
            let hint = "Say what you will not build, and how many hours you give";
            problems.push(Problem::warning(&sole(LIMITS), "No limits are set", hint));
        }
        if self.days.decision.is_none() {
            let hint = "Book it now, so that the trial ends in a decision";
            problems.push(Problem::warning(&window.decision, "No meeting follows it", hint));
        }
        problems
    }
}
