//! How far a proof is: every section, every point, and the one thing to do next, as screen and documents say it.
use super::case::Case;
use super::words;
use crate::domain::account::SectionText;
use crate::domain::guide::{
    self, Check, Closing, Found, Next, Point, Readiness, Saying, Section, Seen, Short, ShortKind, Stage, State, Status,
};
use crate::domain::pov::{self, Plan};
use crate::domain::problem::{Problem, sentence};
use crate::domain::row::{self, Row, RowKind};
use crate::playbook::data::{AuthorData, CheckData, PlanKindData, SectionData};
use crate::playbook::guide::Guide;
use crate::playbook::verdict::GateState;

/// Everything about how far a case is.
#[derive(Clone, Debug)]
pub struct Progress<'a> {
    pub case: Case<'a>,
    pub guide: Guide,
    pub plan: Plan,
    pub closing: Closing,
    /// What is wrong with the plan's texts and days, and the closing; the window's own rules are the verdict's.
    pub problems: Vec<Problem>,
    /// Which plan is shown.
    pub kind: PlanKindData,
    /// Somebody chose it, rather than the deal.
    pub chosen: bool,
}

/// A section with everything that is known of it.
#[derive(Clone, Debug)]
pub struct Looked<'a> {
    pub data: &'a SectionData,
    pub text: SectionText,
    pub section: Section,
    pub checks: Vec<(&'a CheckData, Found)>,
    pub saying: Saying,
}

/// One thing to do, and the field to do it at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub text: String,
    pub field: Option<String>,
}

impl<'a> Progress<'a> {
    pub fn of(case: &Case<'a>) -> Self {
        let guide = Guide::open(case.playbook);
        let rows = &case.account.rows;
        let (plan, mut problems) = pov::read(rows, case.verdict.days);
        problems.extend(pov::check(&case.playbook.window, &plan, case.today));
        let (closing, unread) = Closing::read(rows);
        problems.extend(unread);
        problems.extend(closing.check(&case.playbook.window, &plan, case.today));
        let own = parse(row::sole_text(rows, RowKind::Engagement, "plan"));
        let by_deal = case.verdict.engagement.settled().map(|id| guide.plan(id));
        let kind = own.or(by_deal).unwrap_or(PlanKindData::Proof);
        Self { case: *case, guide, plan, closing, problems, kind, chosen: own.is_some() }
    }

    /// The sections in order.
    pub fn sections(&self) -> Vec<Looked<'_>> {
        self.case.playbook.data.sections.iter().map(|data| self.section(data)).collect()
    }

    fn section<'p>(&'p self, data: &'p SectionData) -> Looked<'p> {
        let text = self.case.account.sections.get(&data.id).cloned().unwrap_or_default();
        let groups: Vec<&str> = self.case.playbook.data.groups.iter().map(|group| group.id.as_str()).collect();
        let seen = Seen {
            text: &text.text,
            plan: &self.plan,
            window: &self.case.playbook.window,
            people: &self.case.account.people,
            groups: &groups,
        };
        let looked: Vec<(&CheckData, Check, Found)> = self
            .guide
            .checks(&data.id)
            .map(|(data, check)| {
                let found = guide::look(&check, &seen);
                (data, check, found)
            })
            .collect();
        let planned = looked.iter().any(|(_, check, found)| check.is_of_plan() && *found != Found::Open);
        let section = Section::new(&text, data.author == AuthorData::Customer, planned);
        let checks = looked.into_iter().map(|(data, _, found)| (data, found)).collect();
        let saying = guide::saying(&self.case.account.rows, &data.id);
        Looked { data, text, section, checks, saying }
    }

    /// Preconditions, gates and approval points, in order.
    pub fn points(&self) -> Vec<Point<'a>> {
        let (data, verdict) = (&self.case.playbook.data, self.case.verdict);
        let backed = |id: &str| guide::saying(&self.case.account.rows, id).holds(self.case.today);
        let gates = |stage: Stage, gates: &'a [crate::playbook::verdict::Gate]| {
            gates.iter().map(move |gate| Point {
                id: gate.id.as_str(),
                stage,
                state: match gate.state {
                    GateState::Met | GateState::Suggested => State::Met,
                    GateState::NotMet => State::NotMet,
                    GateState::NotAsked => State::NotAsked,
                },
                backed: backed(&gate.id),
            })
        };
        let approvals = data.approvals.iter().map(|point| Point {
            id: point.id.as_str(),
            stage: Stage::Approval,
            state: if self.case.account.approvals.contains(&point.id) { State::Met } else { State::NotAsked },
            backed: backed(&point.id),
        });
        gates(Stage::Precondition, &verdict.preconditions)
            .chain(gates(Stage::Gate, &verdict.gates))
            .chain(approvals)
            .collect()
    }

    /// The shorter plan, where one is shown, with what it lacks.
    pub fn short(&self) -> Option<(Short, Vec<Problem>)> {
        let kind = match self.kind {
            PlanKindData::SelfService => ShortKind::SelfService,
            PlanKindData::GuidedTrial => ShortKind::GuidedTrial,
            PlanKindData::Proof => return None,
        };
        let (short, mut problems) = Short::read(kind, &self.case.account.rows, &self.plan);
        problems.extend(short.check(&self.case.playbook.window, self.case.today));
        Some((short, problems))
    }

    /// The one thing to do next.
    pub fn next(&self) -> Step {
        if let Some((short, problems)) = self.short() {
            return short_next(&short, problems.first(), self.case.today);
        }
        let points = self.points();
        let looked = self.sections();
        let sections: Vec<(&str, Status)> =
            looked.iter().map(|looked| (looked.data.id.as_str(), looked.section.status())).collect();
        let window = self.case.verdict.problems.iter().filter(|problem| self.is_of_window(problem));
        let broken: Vec<Problem> = window.chain(&self.problems).cloned().collect();
        let wind_down: Vec<&str> = self.guide.data.wind_down.iter().map(|entry| entry.id.as_str()).collect();
        let next = guide::next(&Readiness {
            points: &points,
            sections: &sections,
            broken: &broken,
            plan: &self.plan,
            closing: &self.closing,
            wind_down: &wind_down,
            today: self.case.today,
        });
        self.told(next)
    }

    fn is_of_window(&self, problem: &Problem) -> bool {
        let window = &self.case.playbook.window;
        [&window.start, &window.end, &window.decision].contains(&&problem.field)
    }

    fn told(&self, next: Next) -> Step {
        let data = &self.case.playbook.data;
        let gate = |id: &str| data.preconditions.iter().chain(&data.gates).find(|gate| gate.id == id);
        let approval = |id: &str| data.approvals.iter().find(|point| point.id == id);
        let name = |id: &str| {
            gate(id).map(|gate| &gate.name).or_else(|| approval(id).map(|point| &point.name)).map_or("", String::as_str)
        };
        let at = |field: String, text: String| Step { text, field: Some(field) };
        match next {
            Next::Meet(id) | Next::Ask(id) => match (gate(id), approval(id)) {
                (Some(gate), _) => at(gate.question.clone(), format!("{}: {}", gate.name, sentence(&gate.action))),
                (None, Some(point)) => {
                    at(subject_field(&point.id), format!("Agree on this: {}", sentence(&point.joint)))
                }
                (None, None) => Step { text: String::new(), field: None },
            },
            Next::Back(id) => at(subject_field(id), format!("Note who said it, and when: {}.", words::inner(name(id)))),
            Next::SetDays => at(data.window.start.clone(), "Agree on the days on which it starts and ends.".into()),
            Next::Write(id) => {
                let section = data.sections.iter().find(|section| section.id == id);
                let (name, author) = section.map_or(("", AuthorData::Both), |one| (one.name.as_str(), one.author));
                let text = match author {
                    AuthorData::Customer => format!("Get the section “{name}” from the customer, in their own words."),
                    AuthorData::Partner => format!("Write the section “{name}”."),
                    AuthorData::Both => format!("Write the section “{name}” together."),
                };
                at(id.to_owned(), text)
            }
            Next::Mend(problem) => at(problem.field.clone(), problem.sentences()),
            Next::Agree => at(guide::sole("agreed"), "Have both sides agree to the plan, and tick it.".into()),
            Next::Do(key) => {
                let event = self.plan.events.iter().find(|event| event.key == key);
                let text = event.map_or_else(String::new, |event| {
                    let name = if event.name.is_empty() { "the next step of the plan" } else { &event.name };
                    let day = event.day.map_or_else(String::new, |day| format!(" on {}", day.in_words()));
                    let who = if event.who.is_empty() { String::new() } else { format!(", by {}", event.who) };
                    sentence(&format!("{}{day}{who}", words::capital(name)))
                });
                at(Row::named(key, "done"), text)
            }
            Next::Await(day) => Step { text: format!("Nothing is open until {}.", day.in_words()), field: None },
            Next::Judge(key) => {
                let criterion = self.plan.criteria.iter().find(|criterion| criterion.key == key);
                let name = criterion.map_or("", |criterion| criterion.use_case.as_str());
                let text = match name {
                    "" => "Write down what came of the success criterion.".to_owned(),
                    name => format!("Write down what came of “{name}”."),
                };
                at(Row::named(key, "result"), text)
            }
            Next::Decide => at(guide::sole("next"), "Agree on the next step: buy, extend, or stop.".into()),
            Next::MoveEnd(day) => {
                at(data.window.end.clone(), format!("Move the end to {}, as agreed.", day.in_words()))
            }
            Next::WindDown(id) => {
                let entry = self.guide.data.wind_down.iter().find(|entry| entry.id == id);
                let text = entry.map_or_else(String::new, |entry| format!("Wind down: {}.", words::inner(&entry.text)));
                at(guide::sole("wound-down"), text)
            }
            Next::Closed => {
                Step { text: "All is done. Take the documents along and close the case.".into(), field: None }
            }
        }
    }
}

/// The name that the fields go by which say who said something.
pub fn subject_field(subject: &str) -> String {
    RowKind::Evidence.field(subject)
}

fn short_next(short: &Short, problem: Option<&Problem>, today: crate::domain::date::Day) -> Step {
    if let Some(problem) = problem {
        let text = problem.sentences();
        return Step { text, field: Some(problem.field.clone()) };
    }
    let text = match (short.kind, short.ends_on()) {
        (_, None) => String::new(),
        (ShortKind::SelfService, Some(day)) if day == today => "Ask today how it went.".to_owned(),
        (ShortKind::SelfService, Some(day)) => {
            format!("Send them the plan, and ask on {} how it went.", day.in_words())
        }
        (ShortKind::GuidedTrial, Some(day)) => format!("Keep to the plan, and decide together on {}.", day.in_words()),
    };
    Step { text, field: None }
}

fn parse(plan: &str) -> Option<PlanKindData> {
    PLANS.iter().find(|(_, id)| *id == plan).map(|(kind, _)| *kind)
}

/// The plans, as a row names them.
pub const PLANS: [(PlanKindData, &str); 3] = [
    (PlanKindData::SelfService, "self-service"),
    (PlanKindData::GuidedTrial, "guided-trial"),
    (PlanKindData::Proof, "proof"),
];
