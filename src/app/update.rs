//! One fact in, the next state out.
use super::action::{Action, Changed};
use super::cases::{Why, case_shown, erased, forked, removed, replaced, restored, save_finished, touched, uncovered};
use super::model::{Chapter, Form, Keep, Model, Notice, Origin, Page, Part, Sought};
use super::rows;
use crate::domain::account::{Account, Apps, Author, Entry, Person, Rate, Said};
use crate::domain::date::Day;
use crate::domain::exchange;
use crate::domain::row::{self, RowKind};
use crate::domain::table::{Set, Table};
use crate::playbook::Playbook;
use crate::playbook::data::{KindData, PageData, PlaybookData, SampleData};
use crate::playbook::settings;
use std::rc::Rc;

/// The next state after a fact.
pub fn update(model: &Model, action: Action) -> Model {
    let closed = closes_menu(model, &action).then(|| without_menu(model));
    let model = closed.as_ref().unwrap_or(model);
    match action {
        Action::Changed(_) if !model.is_editable() => model.clone(),
        Action::Changed(changed) => {
            let typing = changed.typed_field();
            let account = change(&model.shipped.data, model.today, (*model.account).clone(), changed);
            touched(&Model { typing, ..own(model).with_account(account) })
        }
        Action::FieldLeft => Model { typing: None, ..model.clone() },
        Action::FieldSought(field) => sought(model, field),
        Action::Toggled(part) => toggled(model, part),
        Action::PageOpened(page) => Model { page, ..model.clone() },
        Action::ChapterOpened(chapter) => Model { page: Page::Value, chapter, ..model.clone() },
        Action::AudienceChosen(audience) => Model { audience, ..model.clone() },
        Action::FormChosen(form) => Model { form, page: Page::Account, ..model.clone() },
        Action::ExampleChosen(id) => match example(&model.shipped, &id) {
            Some(account) => replaced(model, account, Origin::Example(id)),
            None => model.clone(),
        },
        Action::NewStarted => {
            let fresh = Account { rates: model.account.rates.clone(), ..Account::default() };
            Model { page: Page::Account, ..replaced(model, fresh, Origin::Own) }
        }
        Action::CaseOpened(account) => touched(&replaced(model, *account, Origin::Own)),
        Action::CopyOpened(account) => Model { form: Form::Full, ..replaced(model, *account, Origin::Copy) },
        Action::GuestOpened { id, account } => {
            let page = Page::Proof;
            touched(&Model { case: id, page, form: Form::Full, ..replaced(model, *account, Origin::Own) })
        }
        Action::ReplyOpened(reply) => Model { reply: Some(Rc::new(*reply)), page: Page::Proof, ..model.clone() },
        Action::ReplyClosed => Model { reply: None, ..model.clone() },
        Action::CopyKept => touched(&replaced(model, (*model.account).clone(), Origin::Own)),
        Action::CopyClosed => uncovered(model),
        Action::Restored { present, cases, rates, backup, since, durable } => {
            let model = Model { backup, since, ..model.clone() };
            restored(&model, present.map(|present| *present), cases, rates, durable)
        }
        Action::CaseShown { shown, asked, why } => case_shown(model, *shown, asked, why),
        Action::VersionChosen { account, asked } if asked == model.revision => touched(&model.with_account(*account)),
        Action::VersionChosen { .. } => model.clone(),
        Action::CaseRemoved(id) => removed(model, &id),
        Action::CasesListed(cases) => Model { cases: Rc::new(cases), ..model.clone() },
        Action::Resumed { case, account } => {
            let case = case.unwrap_or_else(|| model.case.clone());
            touched(&Model { origin: Origin::Own, case, form: Form::Full, ..model.with_account(*account) })
        }
        Action::SaveFinished { revision, listed, steps } => save_finished(model, revision, listed, steps),
        Action::SaveFailed(reason) => {
            Model { keep: Keep::Failed(reason), failures: model.failures + 1, ..model.clone() }
        }
        Action::Forked { from, to } => forked(model, &from, to),
        Action::Prefilled(answers) => prefilled(model, &answers),
        Action::Loaded(account) => {
            touched(&Model { origin: Origin::Own, form: Form::Full, ..model.with_account(*account) })
        }
        Action::PlaybookConfigured(playbook) => configured(model, *playbook),
        Action::AccessSet(access) => Model { access, ..model.clone() },
        Action::BackupMade(day) => Model { backup: Some(day), ..model.clone() },
        Action::OfflineChanged(offline) => Model { offline, ..model.clone() },
        Action::Noticed { text, fault } => Model { notice: Some(Notice { text, fault }), ..model.clone() },
        Action::NoticeDismissed => Model { notice: None, ..model.clone() },
        Action::Erased => erased(model),
    }
}

/// Whoever changes an example makes it their own.
fn own(model: &Model) -> Model {
    Model { origin: Origin::Own, ..model.clone() }
}

fn toggled(model: &Model, part: Part) -> Model {
    let mut open = model.open.clone();
    match open.iter().position(|other| *other == part) {
        Some(at) => {
            open.remove(at);
        }
        None => open.push(part),
    }
    Model { open, ..model.clone() }
}

/// What is chosen from the menu closes it, and so does what it would cover.
fn closes_menu(model: &Model, action: &Action) -> bool {
    match action {
        Action::PageOpened(_)
        | Action::ChapterOpened(_)
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

fn without_menu(model: &Model) -> Model {
    let mut next = model.clone();
    next.open.retain(|part| !matches!(part, Part::Menu | Part::Link | Part::Erase));
    next
}

/// Opens the page that holds a field, so that it can be brought into view.
fn sought(model: &Model, field: String) -> Model {
    let question = model.playbook.question(&field);
    let kind = if question.is_none() { kind_of(&model.account, &field) } else { None };
    let chapter = kind.and_then(Chapter::of);
    let page = match question.map(|question| question.page) {
        Some(PageData::Account) => Page::Account,
        Some(PageData::Deal) => Page::Deal,
        Some(PageData::Proof) => Page::Proof,
        None if chapter.is_some() => Page::Value,
        None if kind.is_some() => Page::Proof,
        None => Page::Rules,
    };
    let chapter = chapter.unwrap_or(model.chapter);
    let form = if question.is_some_and(|question| !question.quick) { Form::Full } else { model.form };
    let count = model.sought.as_ref().map_or(0, |sought| sought.count) + 1;
    Model { page, chapter, form, sought: Some(Sought { field, count }), typing: None, ..model.clone() }
}

/// The kind of row that holds a field such as `row.12.minutes` or `plan.days`.
fn kind_of(account: &Account, field: &str) -> Option<RowKind> {
    let (kind, rest) = field.split_once('.')?;
    if kind != "row" {
        return RowKind::parse(kind);
    }
    let key = rest.split('.').next()?.parse().ok()?;
    row::find(&account.rows, key).map(|row| row.kind)
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
fn put(account: &mut Account, question: String, entry: Entry) {
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
fn prefilled(model: &Model, answers: &Table<String>) -> Model {
    if model.is_own() || model.origin == Origin::Copy {
        return model.clone();
    }
    let mut account = Account { rates: model.account.rates.clone(), ..Account::default() };
    for (question, text) in answers.iter() {
        let picks = text.split(',').map(|pick| pick.trim().to_owned()).collect();
        let sample = SampleData { question: question.clone(), text: text.clone(), picks };
        if let Some(entry) = sample_entry(&model.shipped, &sample) {
            put(&mut account, question.clone(), entry);
        }
    }
    if account.is_empty() {
        return model.clone();
    }
    touched(&Model { form: Form::Full, ..replaced(model, account, Origin::Own) })
}

/// The same account by another playbook. An example of the former one gives way to the first of the new one.
fn configured(model: &Model, playbook: Playbook) -> Model {
    let shipped = Rc::new(playbook);
    let (now, setting_problems) = settings::apply(&shipped, &model.account.settings);
    let first = shipped.data.archetypes.first().map(|archetype| archetype.id.clone());
    let model = Model { playbook: Rc::new(now), setting_problems: Rc::new(setting_problems), shipped, ..model.clone() };
    match (&model.origin, first.and_then(|id| Some((example(&model.shipped, &id)?, id)))) {
        (Origin::Example(_), Some((account, id))) => {
            Model { origin: Origin::Example(id), ..model.with_account(account) }
        }
        _ => model.with_account((*model.account).clone()),
    }
}

/// An invented account of the playbook, as if it had been typed.
pub(super) fn example(playbook: &Playbook, id: &str) -> Option<Account> {
    let archetype = playbook.data.archetypes.iter().find(|archetype| archetype.id == id)?;
    let mut account = Account::default();
    for sample in &archetype.answers {
        if let Some(entry) = sample_entry(playbook, sample) {
            put(&mut account, sample.question.clone(), entry);
        }
    }
    let people = archetype.people.iter().zip(0..).map(|(sample, key)| Person {
        key,
        name: sample.name.clone(),
        title: sample.title.clone(),
        influence: crate::domain::account::Influence::parse(&sample.influence),
        ..Person::default()
    });
    account.people = people.collect();
    Some(account)
}

fn sample_entry(playbook: &Playbook, sample: &SampleData) -> Option<Entry> {
    let picks = || sample.picks.iter().cloned().collect();
    Some(match playbook.question(&sample.question)?.kind {
        KindData::Text | KindData::Count | KindData::Percent | KindData::Date => Entry::Text(sample.text.clone()),
        KindData::Money => Entry::Money { text: sample.text.clone(), currency: String::new() },
        KindData::YesNo => Entry::Said(match sample.text.as_str() {
            "yes" => Said::Yes,
            "no" => Said::No,
            _ => Said::Unknown,
        }),
        KindData::Several | KindData::One => Entry::Picked(picks()),
        KindData::Apps => Entry::Apps(Apps { known: picks(), ..Apps::default() }),
    })
}
