//! The whole verdict on one account by a playbook's rules.
use super::data::{GateData, TitleData};
use super::{Playbook, build};
use crate::domain::account::{Account, Person};
use crate::domain::answer::{Answer, Answers};
use crate::domain::calendar::Calendar;
use crate::domain::change::{Changes, changes};
use crate::domain::condition::Holds;
use crate::domain::date::Day;
use crate::domain::engagement::{Recommendation, recommend, yearly};
use crate::domain::fit::{self, Fit};
use crate::domain::next::{NextQuestion, next_questions};
use crate::domain::persona::{self, Coverage, Status};
use crate::domain::poc::{self, Days};
use crate::domain::problem::Problem;
use crate::domain::reading::{Echo, read};
use crate::domain::row::{self, RowKind};
use crate::domain::span::Span;
use crate::domain::table::Table;

/// Everything that follows from what was typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    pub answers: Answers,
    /// How numbers were understood, by question id.
    pub echoes: Table<Echo>,
    pub problems: Vec<Problem>,
    pub fit: Fit,
    pub next: Vec<NextQuestion>,
    /// For the best profile; empty while there is none.
    pub changes: Changes,
    pub coverage: Vec<Coverage>,
    /// Indexes of people with a title or name whom no role fits.
    pub unplaced: Vec<usize>,
    /// The yearly size of the deal.
    pub deal: Option<Span>,
    pub engagement: Recommendation,
    /// Even the best that is possible is in the lowest tier.
    pub low_fit: bool,
    pub preconditions: Vec<Gate>,
    pub gates: Vec<Gate>,
    /// Ids of warnings, with whether they hold for certain or may.
    pub warnings: Vec<(String, Holds)>,
    pub days: Days,
}

/// Where a gate or precondition stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gate {
    pub id: String,
    pub state: GateState,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GateState {
    Met,
    /// Not answered itself, but other answers speak for it; counts as met.
    Suggested,
    NotMet,
    NotAsked,
}

impl GateState {
    pub fn is_met(self) -> bool {
        matches!(self, Self::Met | Self::Suggested)
    }
}

/// Judges an account. No part waits for another: what is known is answered, the rest is listed.
pub fn judge(playbook: &Playbook, account: &Account) -> Verdict {
    let currency = &playbook.data.currency;
    let reading = read(&playbook.questions, &playbook.profiles, currency, account);
    let (answers, mut problems) = (reading.answers, reading.problems);
    let fit = fit::assess(&playbook.profiles, &playbook.tiers, &answers);
    let order: Vec<String> = playbook.questions.iter().map(|question| question.id.clone()).collect();
    let next = next_questions(&playbook.profiles, &fit, &order, &answers);
    let changes = fit.best.map_or_else(Changes::default, |best| {
        changes(&playbook.profiles[best], &playbook.tiers, &playbook.questions, &answers)
    });
    let coverage = persona::coverage(&playbook.roles, &account.people, &answers);
    let deal = deal_size(playbook, &answers, &mut problems);
    let engagement = recommend(&playbook.engagements, deal, &answers);
    let low_fit = fit.best.is_some_and(|best| playbook.tiers.tier(fit.profiles[best].high) == playbook.tiers.lowest());
    let days = days(playbook, account);
    problems.extend(poc::check(&playbook.window, days, &Calendar::of(&account.rows), is_approved(account)));
    let gate = |data: &GateData| gate(playbook, data, &answers, &coverage);
    let warnings = playbook.data.warnings.iter().zip(&playbook.warnings).map(|(warning, any)| {
        let holds = any.iter().map(|condition| condition.holds(&answers));
        (warning.id.clone(), strongest(holds))
    });
    Verdict {
        unplaced: unplaced(playbook, &account.people),
        preconditions: playbook.data.preconditions.iter().map(gate).collect(),
        gates: playbook.data.gates.iter().map(gate).collect(),
        warnings: warnings.filter(|(_, holds)| *holds != Holds::No).collect(),
        echoes: reading.echoes,
        answers,
        problems,
        fit,
        next,
        changes,
        coverage,
        deal,
        engagement,
        low_fit,
        days,
    }
}

impl Verdict {
    /// The profile whose words to use: the best, else the nearer one, else none.
    pub fn leaning(&self) -> Option<usize> {
        self.fit.best.or(match &self.fit.label {
            fit::Label::Between { nearer, .. } | fit::Label::Neither { nearer, .. } => Some(*nearer),
            fit::Label::None => None,
        })
    }

    /// Gates met, not met and not asked.
    pub fn gate_count(&self) -> (usize, usize, usize) {
        let count = |wanted: &dyn Fn(GateState) -> bool| self.gates.iter().filter(|gate| wanted(gate.state)).count();
        (
            count(&GateState::is_met),
            count(&|state| state == GateState::NotMet),
            count(&|state| state == GateState::NotAsked),
        )
    }

    /// The problems at one field.
    pub fn problems_at<'a>(&'a self, field: &'a str) -> impl Iterator<Item = &'a Problem> {
        self.problems.iter().filter(move |problem| problem.field == field)
    }
}

/// Whether a title is one to look for, given the answers.
pub fn title_needed(title: &TitleData, answers: &Answers) -> Holds {
    title.needed.as_ref().map_or(Holds::Yes, |needed| build::need(needed).holds(answers))
}

fn deal_size(playbook: &Playbook, answers: &Answers, problems: &mut Vec<Problem>) -> Option<Span> {
    let deal = &playbook.data.deal;
    let size = answers.number(&deal.size)?;
    let yearly = yearly(size, answers.number(&deal.years));
    if yearly.is_none() {
        problems.push(Problem::error(
            &deal.years,
            "A deal can't cover 0 years",
            "Leave this empty for a yearly value, or type 1 or more",
        ));
    }
    yearly
}

/// Who approved the longer run is named.
fn is_approved(account: &Account) -> bool {
    row::of(&account.rows, RowKind::Engagement).any(|row| !row.text("approved-by").trim().is_empty())
}

fn days(playbook: &Playbook, account: &Account) -> Days {
    let day = |question: &str| Day::parse(account.text(question));
    let window = &playbook.window;
    Days { start: day(&window.start), end: day(&window.end), decision: day(&window.decision) }
}

/// The explicit answer wins over what people or other answers suggest.
fn gate(playbook: &Playbook, data: &GateData, answers: &Answers, coverage: &[Coverage]) -> Gate {
    let suggesting = playbook.data.roles.iter().filter(|role| role.suggests.as_ref() == Some(&data.id));
    let by_people = suggesting
        .into_iter()
        .any(|role| coverage.iter().any(|row| row.role == role.id && row.status == Status::Covered));
    let by_answers = !data.answered.is_empty() && data.answered.iter().all(|id| *answers.get(id) != Answer::Blank);
    let state = match answers.said(&data.question) {
        Some(true) => GateState::Met,
        Some(false) => GateState::NotMet,
        None if by_people || by_answers => GateState::Suggested,
        None => GateState::NotAsked,
    };
    Gate { id: data.id.clone(), state }
}

fn unplaced(playbook: &Playbook, people: &[Person]) -> Vec<usize> {
    let named = |person: &Person| !(person.title.trim().is_empty() && person.name.trim().is_empty());
    let lost = people
        .iter()
        .enumerate()
        .filter(|(_, person)| named(person) && persona::role_of(&playbook.roles, person).is_none());
    lost.map(|(at, _)| at).collect()
}

fn strongest(all: impl Iterator<Item = Holds>) -> Holds {
    all.fold(Holds::No, |strongest, holds| match (strongest, holds) {
        (Holds::Yes, _) | (_, Holds::Yes) => Holds::Yes,
        (Holds::Maybe, _) | (_, Holds::Maybe) => Holds::Maybe,
        (Holds::No, Holds::No) => Holds::No,
    })
}
