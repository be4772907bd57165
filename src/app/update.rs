//! One fact in, the next state out.
use super::action::{Action, Changed};
use super::cases::{Why, erase, finish_save, fork, remove, replace, restore, show_case, touch, uncover};
use super::chapter::{Place, ProofPart};
use super::model::{Form, Keep, Model, Notice, Origin, Page, Part, Sought};
use super::rows;
use super::sample::{example, sample_entry};
use crate::domain::account::{Account, Apps, Author, Entry, Person, Rate};
use crate::domain::date::Day;
use crate::domain::exchange;
use crate::domain::row;
use crate::domain::table::{Set, Table};
use crate::playbook::Playbook;
use crate::playbook::data::{PlaybookData, SampleData};
use crate::playbook::settings;
use std::rc::Rc;

/// The next state after a fact. The state is copied once, and what changes is put in: a copy for each kind of fact
/// would be most of what all this weighs.
pub fn update(model: &Model, action: Action) -> Model {
    let mut next = model.clone();
    if closes_menu(model, &action) {
        close_menu(&mut next);
    }
    happen(&mut next, action);
    next
}

fn happen(model: &mut Model, action: Action) {
    match action {
        Action::Changed(_) if !model.is_editable() => {}
        Action::Changed(changed) => {
            model.typing = changed.typed_field();
            model.origin = Origin::Own;
            let account = change(&model.shipped.data, model.today, (*model.account).clone(), changed);
            model.take(account);
            touch(model);
        }
        Action::DayBegan(day) => model.today = day,
        Action::FieldLeft => model.typing = None,
        Action::FieldSought(field) => seek(model, field),
        Action::Toggled(part) => toggle_part(model, part),
        Action::PageOpened(page) => model.page = page,
        Action::ChapterOpened(chapter) => (model.page, model.chapter) = (Page::Value, chapter),
        Action::ProofOpened(part) => (model.page, model.proof) = (Page::Proof, part),
        Action::AudienceChosen(audience) => model.audience = audience,
        Action::FormChosen(form) => (model.form, model.page) = (form, Page::Account),
        Action::ExampleChosen(id) => {
            if let Some(account) = example(&model.shipped, &id, model.today) {
                replace(model, account, Origin::Example(id));
            }
        }
        Action::NewStarted => {
            let fresh = Account { rates: model.account.rates.clone(), ..Account::default() };
            replace(model, fresh, Origin::Own);
            model.page = Page::Account;
        }
        Action::CaseOpened(account) => {
            replace(model, *account, Origin::Own);
            touch(model);
        }
        Action::CopyOpened(account) => {
            replace(model, *account, Origin::Copy);
            model.form = Form::Full;
        }
        Action::GuestOpened { id, account } => {
            replace(model, *account, Origin::Own);
            (model.case, model.page, model.form) = (id, Page::Proof, Form::Full);
            touch(model);
        }
        Action::ReplyOpened(reply) => {
            (model.reply, model.page, model.proof) = (Some(Rc::new(*reply)), Page::Proof, ProofPart::Exchange);
        }
        Action::ReplyClosed => model.reply = None,
        Action::CopyKept => {
            replace(model, (*model.account).clone(), Origin::Own);
            touch(model);
        }
        Action::CopyClosed => uncover(model),
        Action::Restored { present, cases, rates, backup, since, durable } => {
            (model.backup, model.since) = (backup, since);
            restore(model, present.map(|present| *present), cases, rates, durable);
        }
        Action::CaseShown { shown, asked, why } => show_case(model, *shown, asked, why),
        Action::VersionChosen { account, asked } if asked == model.revision => {
            model.take(*account);
            touch(model);
        }
        Action::VersionChosen { .. } => {}
        Action::CaseRemoved(id) => remove(model, &id),
        Action::CasesListed(cases) => model.cases = Rc::new(cases),
        Action::Resumed { case, account } => {
            if let Some(case) = case {
                model.case = case;
            }
            load(model, *account);
        }
        Action::SaveFinished { revision, listed, steps } => finish_save(model, revision, listed, steps),
        Action::SaveFailed(reason) => {
            model.keep = Keep::Failed(reason);
            model.failures += 1;
        }
        Action::Forked { from, to } => fork(model, &from, to),
        Action::Prefilled(answers) => prefill(model, &answers),
        Action::Loaded(account) => load(model, *account),
        Action::PlaybookConfigured(playbook) => configure(model, *playbook),
        Action::AccessSet(access) => model.access = access,
        Action::BackupMade(day) => model.backup = Some(day),
        Action::OfflineChanged(offline) => model.offline = offline,
        Action::Noticed { text, fault } => model.notice = Some(Notice { text, fault }),
        Action::NoticeDismissed => model.notice = None,
        Action::Erased => erase(model),
    }
}

/// An account given from outside stands in for the one in view, as the user's own.
fn load(model: &mut Model, account: Account) {
    model.take(account);
    (model.origin, model.form) = (Origin::Own, Form::Full);
    touch(model);
}

fn toggle_part(model: &mut Model, part: Part) {
    match model.open.iter().position(|other| *other == part) {
        Some(at) => {
            model.open.remove(at);
        }
        None => model.open.push(part),
    }
}

/// What is chosen from the menu closes it, and so does what it would cover.
fn closes_menu(model: &Model, action: &Action) -> bool {
    match action {
        Action::PageOpened(_)
        | Action::ChapterOpened(_)
        | Action::ProofOpened(_)
        | Action::ExampleChosen(_)
        | Action::NewStarted
        | Action::CaseOpened(_)
        | Action::GuestOpened { .. }
        | Action::ReplyOpened(_)
        | Action::CaseShown { why: Why::Chosen, .. }
        | Action::Erased => true,
        // A link that couldn't be copied stays to be selected.
        Action::Noticed { fault, .. } => !(*fault && model.is_open(Part::Link)),
        _ => false,
    }
}

fn close_menu(model: &mut Model) {
    model.open.retain(|part| !matches!(part, Part::Menu | Part::Link | Part::Erase));
}

/// Opens the page that holds a field, so that it can be brought into view.
fn seek(model: &mut Model, field: String) {
    let slow = model.playbook.question(&field).is_some_and(|question| !question.quick);
    match Place::of(model, &field) {
        Place::Page(page) => model.page = page,
        Place::Proof(part) => (model.page, model.proof) = (Page::Proof, part),
        Place::Value(chapter) => (model.page, model.chapter) = (Page::Value, chapter),
    }
    if slow {
        model.form = Form::Full;
    }
    let count = model.sought.as_ref().map_or(0, |sought| sought.count) + 1;
    model.sought = Some(Sought { field, count });
    model.typing = None;
}

fn change(playbook: &PlaybookData, today: Day, mut account: Account, changed: Changed) -> Account {
    match changed {
        Changed::TextTyped { question, text } => {
            if question == playbook.window.end {
                rows::note_end(&mut account, &question, &text);
            }
            put(&mut account, question, Entry::Text(text));
        }
        Changed::AmountTyped { question, text } => {
            let currency = currency(&account, &question);
            put(&mut account, question, Entry::Money { text, currency });
        }
        Changed::CurrencyTyped { question, currency } => {
            let text = account.text(&question).to_owned();
            put(&mut account, question, Entry::Money { text, currency });
        }
        Changed::RateTyped { currency, text } => {
            account.rates.insert(currency, Rate { text, date: today.to_string() });
        }
        Changed::SaidChosen { question, said: Some(said) } => put(&mut account, question, Entry::Said(said)),
        Changed::SaidChosen { question, said: None } => {
            account.entries.remove(&question);
        }
        Changed::OptionToggled { question, option } => toggle(playbook, &mut account, question, option),
        Changed::OptionChosen { question, option: Some(option) } => {
            put(&mut account, question, Entry::Picked(Set::from([option])));
        }
        Changed::OptionChosen { question, option: None } => {
            account.entries.remove(&question);
        }
        Changed::AppAdded { question, name } => {
            let mut apps = stack(&account, &question);
            add_app(playbook, &mut apps, &name);
            put(&mut account, question, Entry::Apps(apps));
        }
        Changed::AppRemoved { question, name } => {
            let mut apps = stack(&account, &question);
            apps.known.remove(&name);
            apps.other.remove(&name);
            put(&mut account, question, Entry::Apps(apps));
        }
        Changed::StackDeclared { question, whole } => {
            let apps = Apps { whole, ..stack(&account, &question) };
            put(&mut account, question, Entry::Apps(apps));
        }
        Changed::PersonAdded => {
            let key = account.people.iter().map(|person| person.key + 1).max().unwrap_or(0);
            account.people.push(Person { key, ..Person::default() });
        }
        Changed::PersonRemoved(key) => account.people.retain(|person| person.key != key),
        Changed::PersonNamed { key, name } => person(&mut account, key, |person| person.name = name),
        Changed::PersonTitled { key, title } => person(&mut account, key, |person| person.title = title),
        Changed::PersonContactTyped { key, contact } => person(&mut account, key, |person| person.contact = contact),
        Changed::PersonJudged { key, influence } => person(&mut account, key, |person| person.influence = influence),
        Changed::PersonPlaced { key, role } => person(&mut account, key, |person| person.role = role),
        Changed::PersonGrouped { key, group } => person(&mut account, key, |person| person.group = group),
        Changed::SettingTyped { setting, text } => {
            account.settings.insert(setting, text);
        }
        Changed::SettingReset(setting) => {
            account.settings.remove(&setting);
        }
        Changed::SettingsReset => account.settings.clear(),
        // What the partner types in the customer's words makes them a draft again.
        Changed::SectionTyped { section, text } => {
            let author = if exchange::is_guest(&account) { Author::Customer } else { Author::Partner };
            let own = account.sections.at(section);
            (own.text, own.author) = (text, author);
        }
        Changed::SectionsMerged { sections, by, day } => rows::merge(&mut account, sections, &by, &day),
        Changed::SectionAttributed { section, author } => account.sections.at(section).author = author,
        Changed::SectionTicked { section, done } => account.sections.at(section).done = done,
        Changed::ApprovalTicked { approval, done: true } => {
            account.approvals.insert(approval);
        }
        Changed::ApprovalTicked { approval, done: false } => {
            account.approvals.remove(&approval);
        }
        Changed::RowsAdded { rows, before } => row::add(&mut account.rows, rows, before),
        Changed::RowRemoved(key) => row::remove(&mut account.rows, key),
        Changed::RowMoved { key, before } => row::shift(&mut account.rows, key, before),
        Changed::RowTyped { key, field, text } => row::put(&mut account.rows, key, &field, text),
        Changed::SoleTyped { kind, field, text } => rows::put_sole(&mut account.rows, kind, &field, text),
    }
    account
}

/// An entry that says nothing leaves no trace, so an emptied form is an empty account.
pub(super) fn put(account: &mut Account, question: String, entry: Entry) {
    let empty = match &entry {
        Entry::Text(text) => text.is_empty(),
        Entry::Money { text, currency } => text.is_empty() && currency.is_empty(),
        Entry::Said(_) => false,
        Entry::Picked(picked) => picked.is_empty(),
        Entry::Apps(apps) => *apps == Apps::default(),
    };
    if empty {
        account.entries.remove(&question);
    } else {
        account.entries.insert(question, entry);
    }
}

fn currency(account: &Account, question: &str) -> String {
    match account.entries.get(question) {
        Some(Entry::Money { currency, .. }) => currency.clone(),
        _ => String::new(),
    }
}

fn stack(account: &Account, question: &str) -> Apps {
    match account.entries.get(question) {
        Some(Entry::Apps(apps)) => apps.clone(),
        _ => Apps::default(),
    }
}

/// Several names may come at once, with commas between, as in a pasted list.
fn add_app(playbook: &PlaybookData, apps: &mut Apps, names: &str) {
    for name in names.split([',', ';', '\n']).map(str::trim).filter(|name| !name.is_empty()) {
        let lower = name.to_ascii_lowercase();
        match playbook.apps.iter().find(|app| app.id == lower || app.name.to_ascii_lowercase() == lower) {
            Some(app) => apps.known.insert(app.id.clone()),
            None => apps.other.insert(name.chars().take(80).collect()),
        };
    }
}

fn toggle(playbook: &PlaybookData, account: &mut Account, question: String, option: String) {
    let mut picked = match account.entries.get(&question) {
        Some(Entry::Picked(picked)) => picked.clone(),
        _ => Set::new(),
    };
    let data = playbook.questions.iter().find(|data| data.id == question);
    let alone =
        |id: &str| data.is_some_and(|data| data.options.iter().any(|option| option.id == id && option.exclusive));
    if !picked.remove(&option) {
        if alone(&option) {
            picked.clear();
        }
        picked.retain(|id| !alone(id));
        picked.insert(option);
    }
    put(account, question, Entry::Picked(picked));
}

fn person(account: &mut Account, key: u32, change: impl FnOnce(&mut Person)) {
    if let Some(person) = account.people.iter_mut().find(|person| person.key == key) {
        change(person);
    }
}

/// Answers for an account of the user's own that has none yet. What is no question of the playbook is passed over.
fn prefill(model: &mut Model, answers: &Table<String>) {
    if model.is_own() || model.origin == Origin::Copy {
        return;
    }
    let mut account = Account { rates: model.account.rates.clone(), ..Account::default() };
    for (question, text) in answers.iter() {
        let picks = text.split(',').map(|pick| pick.trim().to_owned()).collect();
        let sample = SampleData { question: question.clone(), text: text.clone(), picks };
        if let Some(entry) = sample_entry(&model.shipped, &sample) {
            put(&mut account, question.clone(), entry);
        }
    }
    if !account.is_empty() {
        replace(model, account, Origin::Own);
        model.form = Form::Full;
        touch(model);
    }
}

/// The same account by another playbook. An example of the former one gives way to the first of the new one.
fn configure(model: &mut Model, playbook: Playbook) {
    let shipped = Rc::new(playbook);
    let (now, setting_problems) = settings::apply(&shipped, &model.account.settings);
    let first = shipped.data.archetypes.first().map(|archetype| archetype.id.clone());
    (model.playbook, model.setting_problems, model.shipped) = (Rc::new(now), Rc::new(setting_problems), shipped);
    let account = match (&model.origin, first.and_then(|id| Some((example(&model.shipped, &id, model.today)?, id)))) {
        (Origin::Example(_), Some((account, id))) => {
            model.origin = Origin::Example(id);
            account
        }
        _ => (*model.account).clone(),
    };
    model.take(account);
}
