//! The user's cases: the one in view, those in the list, and those that still wait to be saved.
use super::exchange::NAME;
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
            name: Some(left.account.text(NAME).trim().to_owned()),
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
pub(super) fn replace(model: &mut Model, account: Account, origin: Origin) {
    model.covered = match (&origin, &model.origin) {
        (Origin::Copy, Origin::Own) if model.is_own() => {
            Some(Left { id: model.case.clone(), account: model.account.clone() })
        }
        (Origin::Copy, _) => model.covered.take(),
        _ => None,
    };
    leave(model);
    model.made += 1;
    model.case = [&model.chance, ".", &model.made.to_string()].concat();
    model.origin = origin;
    model.steps = Steps::default();
    model.notice = None;
    model.take(account);
    model.saved = model.revision;
}

/// What is in view goes out of it, and waits to be saved if it isn't.
fn leave(model: &mut Model) {
    if model.is_unsaved() {
        let left = Left { id: model.case.clone(), account: model.account.clone() };
        Rc::make_mut(&mut model.left).push(left);
    }
}

/// There is something new to keep.
pub(super) fn touch(model: &mut Model) {
    model.revision += 1;
    if !matches!(model.keep, Keep::MemoryOnly | Keep::Opening) {
        model.keep = Keep::Pending;
    }
}

/// What stands in the store is in view: there is nothing to save.
fn show(model: &mut Model, Shown { listed, account, steps }: Shown) {
    model.revision += 1;
    model.saved = model.revision;
    if model.keep != Keep::MemoryOnly {
        model.keep = Keep::Saved(model.revision);
    }
    model.origin = Origin::Own;
    model.case = listed.id.clone();
    list(model, listed);
    (model.steps, model.typing) = (steps, None);
    model.take(account);
    // What was left unsaved under this id is what has just been read, or older.
    forget_left(model, &model.case.clone());
}

fn list(model: &mut Model, listed: Listed) {
    let cases = Rc::make_mut(&mut model.cases);
    cases.retain(|other| other.id != listed.id);
    cases.push(listed);
}

fn forget_left(model: &mut Model, id: &str) {
    if model.left.iter().any(|left| left.id == id) {
        Rc::make_mut(&mut model.left).retain(|left| left.id != id);
    }
}

/// What was typed before the store answered is newer than what it holds, and stays in view.
pub(super) fn restore(
    model: &mut Model,
    present: Option<Shown>,
    cases: Vec<Listed>,
    rates: Table<Rate>,
    durable: bool,
) {
    let unsaved = model.is_unsaved();
    model.keep = match (durable, unsaved) {
        (false, _) => Keep::MemoryOnly,
        (true, true) => Keep::Pending,
        (true, false) => Keep::Nothing,
    };
    model.cases = Rc::new(cases);
    match present {
        Some(_) if model.is_unsaved() => {}
        Some(kept) if model.origin == Origin::Copy => {
            model.covered = Some(Left { id: kept.listed.id, account: Rc::new(kept.account) });
        }
        Some(kept) => {
            show(model, kept);
            model.form = Form::Full;
        }
        None => {
            let mut account = (*model.account).clone();
            for (code, rate) in rates {
                if !account.rates.contains_key(&code) {
                    account.rates.insert(code, rate);
                }
            }
            model.take(account);
        }
    }
}

/// A kept case comes into view, unless it was asked for before something else was typed or chosen.
pub(super) fn show_case(model: &mut Model, mut kept: Shown, asked: u64, why: Why) {
    match why {
        Why::Chosen => {
            leave(model);
            (model.form, model.notice, model.covered) = (Form::Full, None, None);
            let waiting = model.left.iter().find(|left| left.id == kept.listed.id).map(|left| left.account.clone());
            let waits = waiting.is_some();
            if let Some(account) = waiting {
                // What waits to be saved is newer than what was read.
                kept.account = (*account).clone();
            }
            show(model, kept);
            if waits {
                touch(model);
            }
        }
        Why::Turned if asked == model.revision => show(model, kept),
        Why::Followed if model.origin == Origin::Own && kept.listed.id == model.case && !model.is_unsaved() => {
            if kept.account != *model.account {
                let text = "This account was changed in another tab; you see it as it is now.";
                model.notice = Some(Notice { text: text.into(), fault: false });
            }
            show(model, kept);
        }
        Why::Turned | Why::Followed => {}
    }
}

/// The own account that a copy was looked at in front of comes back; without one the form is empty.
pub(super) fn uncover(model: &mut Model) {
    let Some(covered) = model.covered.take() else { return replace(model, Account::default(), Origin::Own) };
    let waits = model.left.iter().any(|left| left.id == covered.id);
    model.origin = Origin::Own;
    model.take((*covered.account).clone());
    forget_left(model, &covered.id);
    model.case = covered.id;
    if waits {
        touch(model);
    } else {
        model.saved = model.revision;
    }
}

/// A save of what is in view is done for good.
pub(super) fn finish_save(model: &mut Model, revision: u64, listed: Listed, steps: Steps) {
    let ours = listed.id == model.case;
    forget_left(model, &listed.id);
    list(model, listed);
    if !ours {
        return;
    }
    if model.keep != Keep::MemoryOnly && revision == model.revision {
        model.keep = Keep::Saved(revision);
    }
    model.saved = model.saved.max(revision);
    model.steps = steps;
    model.since = model.since.or(Some(model.today));
}

/// Another tab has changed the case too: what is here goes on as a case of its own.
pub(super) fn fork(model: &mut Model, from: &str, to: String) {
    let text = "This account was changed in another tab too. You see your version; the other one is in the menu, among your accounts.";
    model.notice = Some(Notice { text: text.into(), fault: false });
    for left in Rc::make_mut(&mut model.left).iter_mut().filter(|left| left.id == from) {
        left.id.clone_from(&to);
    }
    if model.case == from {
        model.case = to;
    }
}

/// A case is on the device no more. When it was in view, an empty one takes its place.
pub(super) fn remove(model: &mut Model, id: &str) {
    Rc::make_mut(&mut model.cases).retain(|listed| listed.id != id);
    forget_left(model, id);
    if model.case == id && model.origin == Origin::Own {
        let rates = model.account.rates.clone();
        replace(model, Account { rates, ..Account::default() }, Origin::Own);
        forget_left(model, id);
    }
}

pub(super) fn erase(model: &mut Model) {
    (model.left, model.cases, model.covered) = (Rc::default(), Rc::default(), None);
    // Whatever was in view is gone too, so nothing of it waits to be saved.
    model.origin = Origin::Own;
    replace(model, Account::default(), Origin::Own);
    (model.left, model.backup, model.since) = (Rc::default(), None, None);
    (model.page, model.form) = (Page::Account, Form::Quick);
    if model.keep != Keep::MemoryOnly {
        model.keep = Keep::Nothing;
    }
    let text = "Everything kept on this device has been erased.";
    model.notice = Some(Notice { text: text.into(), fault: false });
}
