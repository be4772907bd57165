//! One file of all cases: saved from the menu, with a word when the last one is old, and brought back from it.
use super::View;
use super::desk::{desk, with};
use super::saving::stay;
use crate::app::Action;
use crate::browser::download::Parts;
use crate::browser::store::Store;
use crate::browser::{clock, file, keeper, locale};
use crate::domain::account::Account;
use crate::wire::{backup, case, kept};
use web_sys::File;
use yew::prelude::*;

/// Saves all accounts, and says when that was done last.
pub fn entry(view: &View) -> Html {
    let model = &view.model;
    let last = match model.backup {
        Some(day) => format!("Last backup: {}.", locale::date(day)),
        None => "No backup yet.".to_owned(),
    };
    let send = view.send.clone();
    let onclick = Callback::from(move |_: MouseEvent| save_all(&send));
    let due = model.is_backup_due().then_some("menu__hint--due");
    let entry = || {
        html! {
            <>
                <button type="button" class="menu__item" {onclick}>{ "Save a backup of all accounts" }</button>
                <p class={classes!("menu__hint", due)}>
                    { last }{ due.is_some().then_some(" A new one keeps your work safe if this device is lost.") }
                </p>
            </>
        }
    };
    html! { <div class="menu__group" key="backup">{ (!model.cases.is_empty()).then(entry) }</div> }
}

/// Writes all cases that can be read into one file; into several when they are more than one file may hold.
fn save_all(send: &Callback<Action>) {
    with(send, |store, send| async move {
        let (mut file, mut files, mut count, mut unread) = (begun(), 1, 0, 0);
        let Ok(cases) = keeper::list(&*store).await else { return refused(&send) };
        for listed in cases {
            match keeper::open(&*store, &listed.id).await {
                Ok(Ok(read)) => {
                    let line = backup::line(&read.account, &head());
                    if file.length + line.len() > backup::FILE {
                        if !offered(std::mem::replace(&mut file, begun()), files) {
                            return refused(&send);
                        }
                        files += 1;
                    }
                    file.push(line.as_bytes());
                    count += 1;
                }
                Ok(Err(_)) => unread += 1,
                Err(_) => return refused(&send),
            }
        }
        if !offered(file, files) {
            return refused(&send);
        }
        send.emit(Action::BackupMade(clock::today()));
        let left_out = if unread > 0 { format!(" {unread} can’t be read and were left out.") } else { String::new() };
        let several = if files > 1 { format!(" They are {files} files: keep them all.") } else { String::new() };
        let text = format!("{} saved to your downloads.{several}{left_out}", accounts(count));
        send.emit(Action::Noticed { text, fault: unread > 0 });
    });
}

fn begun() -> Parts {
    let mut file = Parts::default();
    file.push(backup::first_line().as_bytes());
    file
}

fn offered(file: Parts, number: usize) -> bool {
    let part = if number > 1 { format!(" {number}") } else { String::new() };
    let name = ["fitproof backup ", &clock::today().to_string(), &part].concat();
    file.save(&name, backup::EXTENSION, backup::MIME)
}

fn refused(send: &Callback<Action>) {
    let text = "The backup couldn’t be made. Try again.".into();
    send.emit(Action::Noticed { text, fault: true });
}

fn accounts(count: usize) -> String {
    if count == 1 { "1 account".into() } else { format!("{count} accounts") }
}

fn head() -> case::Head {
    let latest = desk(|desk| desk.latest.clone());
    let (playbook, playbook_version) = latest
        .map_or_else(Default::default, |model| (model.shipped.data.id.clone(), model.shipped.data.version.clone()));
    case::Head { playbook, playbook_version, saved: clock::today() }
}

/// Adds every case of a backup to those on this device, except those that are here already.
pub fn bring_back(file: File, send: &Callback<Action>) {
    with(send, move |store, send| async move {
        let (mut first, mut new, mut same, mut bad) = (true, 0, 0, 0);
        let mut refusal = None;
        let here = keeper::list(&*store).await.unwrap_or_default();
        let read = file::lines(&file, async |line| {
            if std::mem::replace(&mut first, false) {
                refusal = backup::begins(line).err();
                return;
            }
            if refusal.is_some() {
                return;
            }
            match backup::read_line(line) {
                Ok(case) if is_here(&store, &here, &case.account).await => same += 1,
                Ok(case) => {
                    let id = clock::chance();
                    match keeper::keep(&*store, &id, None, &case.account, clock::now(), clock::chance).await {
                        Ok(_) => new += 1,
                        Err(_) => bad += 1,
                    }
                }
                Err(_) => bad += 1,
            }
        });
        let read = read.await;
        let text = match (refusal, read) {
            (Some(refusal), _) => refusal.to_string(),
            (None, Err(fault)) => fault.to_string(),
            (None, Ok(())) => said(new, same, bad),
        };
        stay(&store, &send).await;
        send.emit(Action::Noticed { text, fault: bad > 0 || refusal.is_some() || read.is_err() });
    });
}

fn said(new: usize, same: usize, bad: usize) -> String {
    let mut text = format!("{} brought back from the backup; find them in the menu.", accounts(new));
    if same > 0 {
        text.push_str(&format!(" {same} {} here already.", if same == 1 { "was" } else { "were" }));
    }
    if bad > 0 {
        text.push_str(&format!(" {bad} couldn’t be read or kept."));
    }
    text
}

/// An account with all of this stands among these already.
async fn is_here(store: &Store, here: &[keeper::Listed], account: &Account) -> bool {
    let name = kept::name_of(account);
    for listed in here.iter().filter(|listed| listed.head.as_ref().is_ok_and(|head| head.name == name)) {
        let read = keeper::open(store, &listed.id).await;
        if read.is_ok_and(|read| read.is_ok_and(|case| case.account == *account)) {
            return true;
        }
    }
    false
}
