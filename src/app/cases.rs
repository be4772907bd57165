//! The user's cases: the one in view, those in the list, and those that still wait to be saved.
use super::model::{Form, Keep, Model, Notice, Origin, Page};
use crate::domain::account::{Account, Rate};
use crate::domain::date::{Day, Moment};
use crate::domain::table::Table;
use std::rc::Rc;

/// A case in the list of those that are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// No other case has it, on any device.
    pub id: String,
    /// The account's name, empty when it has none; nothing when the case can't be read.
    pub name: Option<String>,
    pub saved: Moment,
}

/// A case as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    pub listed: Listed,
    pub account: Account,
    pub steps: Steps,
}

/// Whether there is something to undo, and something undone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Steps {
    pub back: bool,
    pub forward: bool,
}

/// Why a kept case is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It was chosen from the list.
    Chosen,
    /// A step was undone or done again.
    Turned,
    /// Another tab changed it.
    Followed,
}

/// An account that is not in view any more and not saved yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Left {
    pub id: String,
    pub account: Rc<Account>,
}

/// Days after which a backup counts as old, and after which having none is worth a word.
const BACKUP: i32 = 14;

impl Model {
    /// There is something in view that is the user's and worth keeping: not the empty form of a first visit.
    pub fn is_own(&self) -> bool {
        self.origin == Origin::Own && (!self.account.is_empty() || self.is_listed(&self.case))
    }

    /// What is in view is newer than what is kept.
    pub fn is_unsaved(&self) -> bool {
        self.is_own() && self.saved != self.revision
    }

    /// What can be undone and done again now.
    pub fn turns(&self) -> Steps {
        let Steps { back, forward } = self.steps;
        Steps { back: self.is_own() && (back || self.is_listed(&self.case) && self.is_unsaved()), forward }
    }

    fn is_listed(&self, id: &str) -> bool {
        self.cases.iter().any(|listed| listed.id == id)
    }

    /// The cases that are not in view: first those that wait to be saved, then the newest.
    pub fn others(&self) -> Vec<Listed> {
        let waits = |listed: &&Listed| self.left.iter().all(|left| left.id != listed.id);
        let mut others: Vec<Listed> = self.cases.iter().filter(waits).cloned().collect();
        others.extend(self.left.iter().map(|left| Listed {
            id: left.id.clone(),
            name: Some(left.account.text("account.name").trim().to_owned()),
            saved: Moment(u32::MAX),
        }));
        others.retain(|listed| self.origin != Origin::Own || listed.id != self.case);
        others.sort_by(|one, other| other.saved.cmp(&one.saved).then_with(|| one.id.cmp(&other.id)));
        others
    }

    /// A backup is worth a word: there never was one, or it is old, or its day is yet to come, as after a clock that
    /// went wrong. Nothing in the first two weeks, and nothing where nothing is kept.
    pub fn is_backup_due(&self) -> bool {
        let far = |day: Day| !(0..BACKUP).contains(&self.today.0.saturating_sub(day.0));
        let durable = matches!(self.keep, Keep::Pending | Keep::Saved(_) | Keep::Failed(_));
        durable && !self.cases.is_empty() && self.backup.or(self.since).is_some_and(far)
    }
}

/// Another account comes into view, under an id of its own.
pub(super) fn replaced(model: &Model, account: Account, origin: Origin) -> Model {
    let left = left(model);
    let covered = match (&origin, &model.origin) {
        (Origin::Copy, Origin::Own) if model.is_own() => {
            Some(Left { id: model.case.clone(), account: model.account.clone() })
        }
        (Origin::Copy, _) => model.covered.clone(),
        _ => None,
    };
    let made = model.made + 1;
    let case = [&model.chance, ".", &made.to_string()].concat();
    let next = Model {
        origin,
        left,
        covered,
        made,
        case,
        steps: Steps::default(),
        notice: None,
        ..model.with_account(account)
    };
    Model { saved: next.revision, ..next }
}

/// What waits to be saved once this account goes out of view.
fn left(model: &Model) -> Rc<Vec<Left>> {
    if !model.is_unsaved() {
        return model.left.clone();
    }
    let mut left = (*model.left).clone();
    left.push(Left { id: model.case.clone(), account: model.account.clone() });
    Rc::new(left)
}

/// There is something new to keep.
pub(super) fn touched(model: &Model) -> Model {
    let keep = match &model.keep {
        Keep::MemoryOnly => Keep::MemoryOnly,
        Keep::Opening => Keep::Opening,
        Keep::Nothing | Keep::Pending | Keep::Saved(_) | Keep::Failed(_) => Keep::Pending,
    };
    Model { revision: model.revision + 1, keep, ..model.clone() }
}

/// What stands in the store is in view: there is nothing to save.
fn shown(model: &Model, shown: Shown) -> Model {
    let revision = model.revision + 1;
    let keep = match &model.keep {
        Keep::MemoryOnly => Keep::MemoryOnly,
        _ => Keep::Saved(revision),
    };
    let Shown { listed, account, steps } = shown;
    let next = Model {
        origin: Origin::Own,
        case: listed.id.clone(),
        cases: with(&model.cases, listed),
        steps,
        revision,
        saved: revision,
        keep,
        typing: None,
        ..model.with_account(account)
    };
    // What was left unsaved under this id is what has just been read, or older.
    without_left(&next, &next.case)
}

fn with(cases: &[Listed], listed: Listed) -> Rc<Vec<Listed>> {
    let others = cases.iter().filter(|other| other.id != listed.id).cloned();
    Rc::new(others.chain([listed.clone()]).collect())
}

fn without_left(model: &Model, id: &str) -> Model {
    if model.left.iter().all(|left| left.id != id) {
        return model.clone();
    }
    Model { left: Rc::new(model.left.iter().filter(|left| left.id != id).cloned().collect()), ..model.clone() }
}

/// What was typed before the store answered is newer than what it holds, and stays in view.
pub(super) fn restored(
    model: &Model,
    present: Option<Shown>,
    cases: Vec<Listed>,
    rates: Table<Rate>,
    durable: bool,
) -> Model {
    let keep = match (durable, model.is_unsaved()) {
        (false, _) => Keep::MemoryOnly,
        (true, true) => Keep::Pending,
        (true, false) => Keep::Nothing,
    };
    let model = Model { keep, cases: Rc::new(cases), ..model.clone() };
    match present {
        Some(_) if model.is_unsaved() => model,
        Some(kept) if model.origin == Origin::Copy => {
            let covered = Some(Left { id: kept.listed.id, account: Rc::new(kept.account) });
            Model { covered, ..model }
        }
        Some(kept) => Model { form: Form::Full, ..shown(&model, kept) },
        None => {
            let mut account = (*model.account).clone();
            for (code, rate) in rates {
                if !account.rates.contains_key(&code) {
                    account.rates.insert(code, rate);
                }
            }
            model.with_account(account)
        }
    }
}

/// A kept case comes into view, unless it was asked for before something else was typed or chosen.
pub(super) fn case_shown(model: &Model, kept: Shown, asked: u64, why: Why) -> Model {
    match why {
        Why::Chosen => {
            let model = Model { left: left(model), form: Form::Full, notice: None, covered: None, ..model.clone() };
            match model.left.iter().find(|left| left.id == kept.listed.id) {
                // What waits to be saved is newer than what was read.
                Some(waiting) => {
                    let account = (*waiting.account).clone();
                    touched(&shown(&model, Shown { account, ..kept }))
                }
                None => shown(&model, kept),
            }
        }
        Why::Turned if asked == model.revision => shown(model, kept),
        Why::Followed if model.origin == Origin::Own && kept.listed.id == model.case && !model.is_unsaved() => {
            let text = "This account was changed in another tab; you see it as it is now.";
            let notice = (kept.account != *model.account).then(|| Notice { text: text.into(), fault: false });
            Model { notice: notice.or_else(|| model.notice.clone()), ..shown(model, kept) }
        }
        Why::Turned | Why::Followed => model.clone(),
    }
}

/// The own account that a copy was looked at in front of comes back; without one the form is empty.
pub(super) fn uncovered(model: &Model) -> Model {
    let Some(covered) = model.covered.clone() else { return replaced(model, Account::default(), Origin::Own) };
    let waits = model.left.iter().any(|left| left.id == covered.id);
    let next = Model {
        origin: Origin::Own,
        case: covered.id,
        covered: None,
        ..model.with_account((*covered.account).clone())
    };
    let next = without_left(&next, &next.case);
    if waits { touched(&next) } else { Model { saved: next.revision, ..next } }
}

/// A save of what is in view is done for good.
pub(super) fn save_finished(model: &Model, revision: u64, listed: Listed, steps: Steps) -> Model {
    let ours = listed.id == model.case;
    let next = without_left(&Model { cases: with(&model.cases, listed.clone()), ..model.clone() }, &listed.id);
    if !ours {
        return next;
    }
    let keep = match &next.keep {
        Keep::MemoryOnly => Keep::MemoryOnly,
        _ if revision == next.revision => Keep::Saved(revision),
        keep => keep.clone(),
    };
    Model { keep, saved: next.saved.max(revision), steps, since: next.since.or(Some(next.today)), ..next }
}

/// Another tab has changed the case too: what is here goes on as a case of its own.
pub(super) fn forked(model: &Model, from: &str, to: String) -> Model {
    let text = "This account was changed in another tab too. You see your version; the other one is in the menu, among your accounts.";
    let notice = Some(Notice { text: text.into(), fault: false });
    let rename = |id: &String| if id == from { to.clone() } else { id.clone() };
    let left = model.left.iter().map(|left| Left { id: rename(&left.id), ..left.clone() });
    Model { case: rename(&model.case), left: Rc::new(left.collect()), notice, ..model.clone() }
}

/// A case is on the device no more. When it was in view, an empty one takes its place.
pub(super) fn removed(model: &Model, id: &str) -> Model {
    let cases = model.cases.iter().filter(|listed| listed.id != id).cloned().collect();
    let model = Model { cases: Rc::new(cases), ..without_left(model, id) };
    if model.case != id || model.origin != Origin::Own {
        return model;
    }
    let rates = model.account.rates.clone();
    without_left(&replaced(&model, Account { rates, ..Account::default() }, Origin::Own), id)
}

pub(super) fn erased(model: &Model) -> Model {
    let keep = match model.keep {
        Keep::MemoryOnly => Keep::MemoryOnly,
        _ => Keep::Nothing,
    };
    let nothing =
        Model { left: Rc::default(), cases: Rc::default(), origin: Origin::Own, covered: None, ..model.clone() };
    let blank = replaced(&nothing, Account::default(), Origin::Own);
    let notice = Some(Notice { text: "Everything kept on this device has been erased.".into(), fault: false });
    let (left, backup, since) = (Rc::default(), None, None);
    Model { left, backup, since, page: Page::Account, form: Form::Quick, keep, notice, ..blank }
}
