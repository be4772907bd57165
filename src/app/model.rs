//! What the page shows: an account, its verdict, and where the user stands.
use super::cases::{Left, Listed, Steps};
use super::chapter::{Chapter, ProofPart};
use crate::domain::account::Account;
use crate::domain::audience::Audience;
use crate::domain::date::Day;
use crate::domain::exchange::Reply;
use crate::domain::problem::Problem;
use crate::playbook::Playbook;
use crate::playbook::settings;
use crate::playbook::verdict::{Verdict, judge};
use std::rc::Rc;

/// The whole state. Everything below the account is derived from it and never set by hand.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// The rules as they ship.
    pub shipped: Rc<Playbook>,
    /// The rules with the account's changes.
    pub playbook: Rc<Playbook>,
    pub account: Rc<Account>,
    pub verdict: Rc<Verdict>,
    /// Problems of changed rules.
    pub setting_problems: Rc<Vec<Problem>>,
    pub origin: Origin,
    pub access: Access,
    /// The id of the case in view, when it is the user's own.
    pub case: String,
    /// The user's cases that are kept, the one in view among them once it was saved; in no order.
    pub cases: Rc<Vec<Listed>>,
    /// What went out of view before it was saved.
    pub left: Rc<Vec<Left>>,
    /// The user's own account behind the copy in view.
    pub covered: Option<Left>,
    pub steps: Steps,
    /// Grows with every change that must be kept.
    pub revision: u64,
    /// The revision that was saved last.
    pub saved: u64,
    /// Grows with every save that failed.
    pub failures: u32,
    /// The day of the last backup.
    pub backup: Option<Day>,
    /// The day from which cases have been kept here.
    pub since: Option<Day>,
    /// What makes ids of new cases this page's own, and how many it has made.
    pub chance: String,
    pub made: u32,
    pub keep: Keep,
    pub offline: Offline,
    pub page: Page,
    /// The part of the proof in view.
    pub proof: ProofPart,
    /// The part of the business case in view.
    pub chapter: Chapter,
    pub form: Form,
    /// Whom the document in view is for.
    pub audience: Audience,
    pub notice: Option<Notice>,
    /// What a customer wrote, not taken in yet.
    pub reply: Option<Rc<Reply>>,
    /// What is folded open.
    pub open: Vec<Part>,
    /// The field being typed in: its problems wait until it is left.
    pub typing: Option<String>,
    /// The field to bring into view.
    pub sought: Option<Sought>,
    pub today: Day,
}

/// A part of the page that opens and closes, or a choice between two ways to see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Menu,
    Link,
    /// People go into the link.
    LinkPeople,
    /// The customer is asked for the sections of both sides too.
    AskBoth,
    /// Erasing was asked for and waits for a yes.
    Erase,
}

/// A field to bring into view; the count tells one wish from the next for the same field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sought {
    pub field: String,
    pub count: u32,
}

/// What the world tells at the start.
#[derive(Clone, Debug)]
pub struct Start {
    pub today: Day,
    /// A text that no other page has.
    pub chance: String,
    /// Id of the example shown to a first visitor.
    pub example: Option<String>,
}

/// Where the account in view comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The user's own: edited and kept.
    Own,
    /// An invented one, by its id, until the user changes it.
    Example(String),
    /// Opened from a link: looked at, never edited, never kept unasked.
    Copy,
}

/// What a host lets the user do in its frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    Full,
    ReadOnly,
}

/// Whether the account is safe on this device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Keep {
    /// The store has not answered yet.
    Opening,
    /// Nothing of the user's to keep yet.
    Nothing,
    /// Changed since the last completed save.
    Pending,
    /// This revision is on the device.
    Saved(u64),
    /// The browser keeps nothing here: the account lives as long as the page.
    MemoryOnly,
    /// The last save failed, with the reason as a sentence.
    Failed(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offline {
    Pending,
    Ready,
    Update,
    Unavailable,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    Account,
    People,
    Deal,
    Proof,
    /// The business case.
    Value,
    /// Weights, bands, tiers and bounds.
    Rules,
    /// All accounts on this device.
    Accounts,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The 30-second mode.
    Quick,
    Full,
}

/// A sentence to the user that stays until it is dismissed or replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub text: String,
    /// Something went wrong.
    pub fault: bool,
}

impl Model {
    pub fn new(playbook: Playbook, start: Start) -> Self {
        let playbook = Rc::new(playbook);
        let example = start.example.and_then(|id| Some((super::sample::example(&playbook, &id, start.today)?, id)));
        let (account, origin) = match example {
            Some((account, id)) => (account, Origin::Example(id)),
            None => (Account::default(), Origin::Own),
        };
        let verdict = Rc::new(judge(&playbook, &account));
        let mut model = Self {
            shipped: playbook.clone(),
            playbook,
            account: Rc::default(),
            verdict,
            setting_problems: Rc::default(),
            origin,
            access: Access::Full,
            case: [&start.chance, ".0"].concat(),
            cases: Rc::default(),
            left: Rc::default(),
            covered: None,
            steps: Steps::default(),
            revision: 0,
            saved: 0,
            failures: 0,
            backup: None,
            since: None,
            chance: start.chance,
            made: 0,
            keep: Keep::Opening,
            offline: Offline::Pending,
            page: Page::Account,
            proof: ProofPart::Plan,
            chapter: Chapter::UseCases,
            form: Form::Quick,
            audience: Audience::Partner,
            notice: None,
            reply: None,
            open: Vec::new(),
            typing: None,
            sought: None,
            today: start.today,
        };
        model.take(account);
        model
    }

    /// Another account, with all that follows from it computed anew.
    pub(super) fn take(&mut self, account: Account) {
        if account.settings != self.account.settings {
            let (playbook, problems) = settings::apply(&self.shipped, &account.settings);
            self.playbook = Rc::new(playbook);
            self.setting_problems = Rc::new(problems);
        }
        self.verdict = Rc::new(judge(&self.playbook, &account));
        self.account = Rc::new(account);
    }

    pub fn is_open(&self, part: Part) -> bool {
        self.open.contains(&part)
    }

    /// The account may be edited.
    pub fn is_editable(&self) -> bool {
        self.origin != Origin::Copy && self.access == Access::Full
    }

    /// The problems to show: those at the field being typed in wait until it is left.
    pub fn problems(&self) -> impl Iterator<Item = &Problem> {
        let all = self.verdict.problems.iter().chain(self.setting_problems.iter());
        all.filter(|problem| self.typing.as_deref() != Some(problem.field.as_str()))
    }

    /// Those of them at one field.
    pub fn problems_at(&self, field: &str) -> Vec<Problem> {
        self.problems().filter(|problem| problem.field == field).cloned().collect()
    }

    /// The account's name, or a stand-in.
    pub fn account_name(&self) -> &str {
        let name = self.account.text(super::exchange::NAME).trim();
        if name.is_empty() { "Unnamed account" } else { name }
    }
}
