//! One account in the list, judged by today's rules rather than by those of the day it was saved.
use crate::app::{Listed, NAME};
use crate::domain::account::Account;
use crate::domain::criterion::HalfPoints;
use crate::domain::date::{Day, Moment};
use crate::domain::exchange::{asked_by, is_guest};
use crate::domain::guide::{Short, ShortKind};
use crate::domain::pov::{self, Due, What};
use crate::domain::row::{self, RowKind};
use crate::export::checklist::Case;
use crate::export::progress::Progress;
use crate::playbook::Playbook;
use crate::playbook::settings;
use crate::playbook::verdict::judge;
use crate::ui::verdict::{engagement, fit};
use std::cmp::Reverse;

#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub listed: Listed,
    pub name: String,
    pub fit: String,
    pub engagement: String,
    /// The least and the most points of the profile in front, in that order; nothing where none leads.
    pub points: Option<(HalfPoints, HalfPoints)>,
    pub due: Option<Due>,
    pub archived: bool,
    /// It can't be read.
    pub broken: bool,
}

/// How the list is ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// What was saved last comes first.
    Saved,
    Name,
    /// The best fit comes first.
    Fit,
    /// What is due first comes first.
    Due,
}

impl Entry {
    pub fn of(shipped: &Playbook, listed: Listed, account: &Account, today: Day, archived: bool) -> Self {
        let (playbook, _) = settings::apply(shipped, &account.settings);
        let verdict = judge(&playbook, account);
        let name = account.text(NAME).trim().to_owned();
        if is_guest(account) {
            let (partner, _) = asked_by(account);
            let asks = if partner.is_empty() { "a partner" } else { partner };
            let engagement = ["Your part, asked for by ", asks].concat();
            return Self {
                listed,
                name,
                fit: String::new(),
                engagement,
                points: None,
                due: None,
                archived,
                broken: false,
            };
        }
        let points = verdict.leaning().map(|at| {
            let fit = &verdict.fit.profiles[at];
            (fit.low, fit.high)
        });
        let due = due(&Case { playbook: &playbook, account, verdict: &verdict, today });
        let (fit, engagement) = (fit(&playbook, &verdict), engagement(&playbook, &verdict));
        Self { listed, name, fit, engagement, points, due, archived, broken: false }
    }

    /// One that can't be read is in the list too, so that its texts can be saved.
    pub fn broken(listed: Listed, archived: bool) -> Self {
        let name = listed.name.clone().unwrap_or_default();
        let (fit, engagement) = (String::new(), String::new());
        Self { listed, name, fit, engagement, points: None, due: None, archived, broken: true }
    }

    pub fn shown_name(&self) -> &str {
        if self.name.is_empty() { "Unnamed account" } else { &self.name }
    }

    /// What is due, in words.
    pub fn due_text(&self) -> &str {
        match self.due.as_ref().map(|due| &due.what) {
            None => "",
            Some(What::Start) => "Start",
            Some(What::End) => "End",
            Some(What::Decision) => "Decision meeting",
            Some(What::CheckIn) => "Check-in",
            Some(What::Named(name)) => name,
        }
    }

    /// All words of a search stand somewhere in what is shown.
    pub fn matches(&self, search: &str) -> bool {
        let text = [&self.name, &self.fit, &self.engagement, self.due_text()].join("\n").to_lowercase();
        search.to_lowercase().split_whitespace().all(|word| text.contains(word))
    }
}

/// The same for names that differ in case, spaces and signs alone.
pub fn plain(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Puts the list in order; what has no such thing comes last.
pub fn sort(entries: &mut [Entry], order: Order) {
    let saved = |entry: &Entry| Moment(u32::MAX - entry.listed.saved.0);
    match order {
        Order::Saved => entries.sort_by_key(saved),
        Order::Name => entries.sort_by_key(|entry| (entry.name.is_empty(), entry.name.to_lowercase(), saved(entry))),
        Order::Fit => entries.sort_by_key(|entry| {
            let points = entry.points.map(|(low, high)| (Reverse(low + high), Reverse(low)));
            (points.is_none(), points, saved(entry))
        }),
        Order::Due => entries.sort_by_key(|entry| {
            let day = entry.due.as_ref().map(|due| due.day);
            (day.is_none(), day, saved(entry))
        }),
    }
}

/// A trial alone waits for its check-in, one with help for its days, everything else for its plan. The guide is opened
/// only where there is something to wait for.
fn due(case: &Case) -> Option<Due> {
    let rows = &case.account.rows;
    let check_in = Day::parse(row::sole_text(rows, RowKind::Engagement, "check-in"));
    let due = pov::next(&pov::read(rows, case.verdict.days).0, case.today);
    if due.is_none() && check_in.is_none() {
        return None;
    }
    match Progress::of(case).short().map(|(short, _)| short) {
        Some(Short { kind: ShortKind::SelfService, check_in, .. }) => {
            check_in.map(|day| Due { day, what: What::CheckIn })
        }
        Some(short) => pov::next(&short.plan(), case.today),
        None => due,
    }
}
