//! The customer reads what the allow-list holds, all of it, and nothing else.
use crate::formats::{all_formats, files};
use crate::sample::{Sample, today};
use fitproof::domain::account::{Account, Apps, Entry, Influence, Person, Rate, Said, SectionText};
use fitproof::domain::row::{PARTS, Row, RowKind, Rows};
use fitproof::domain::table::{Set, Table};
use fitproof::export::checklist::{Audience, Case, checklist};
use fitproof::export::document::Block;
use fitproof::export::{deck, email};
use fitproof::playbook::Playbook;
use fitproof::playbook::data::{AuthorData, KindData, PlaybookData};
use fitproof::playbook::verdict::judge;
use std::rc::Rc;

/// Makes words that occur nowhere else.
#[derive(Default)]
struct Markers(Vec<String>);

impl Markers {
    fn make(&mut self) -> String {
        let marker = format!("zq{:03}xq", self.0.len());
        self.0.push(marker.clone());
        marker
    }

    fn put(&mut self, text: &mut String) {
        *text = self.make();
    }
}

struct Marked {
    sample: Sample,
    secret: Vec<String>,
    allowed: Vec<String>,
}

/// A playbook and an account whose every text is a word of its own, secret or allowed.
fn marked() -> Marked {
    let (mut secret, mut allowed) = (Markers::default(), Markers::default());
    allowed.0.extend((0..5_000).map(|_| String::new()));
    let mut playbook = Playbook::embedded();
    hide(&mut playbook.data, &mut secret);
    show(&mut playbook.data, &mut allowed);
    let account = account(&playbook, &mut secret, &mut allowed);
    let sample = Sample::new(playbook, account);
    Marked { sample, secret: secret.0, allowed: allowed.0.into_iter().filter(|word| !word.is_empty()).collect() }
}

fn hide(data: &mut PlaybookData, secret: &mut Markers) {
    let plan = [&data.window.start, &data.window.end, &data.window.decision].map(Clone::clone);
    for question in &mut data.questions {
        secret.put(&mut question.label);
        secret.put(&mut question.hint);
        secret.put(&mut question.ask);
        if !plan.contains(&question.id) {
            secret.put(&mut question.short);
        }
        question.options.iter_mut().for_each(|option| secret.put(&mut option.label));
    }
    data.apps.iter_mut().for_each(|app| secret.put(&mut app.name));
    data.tiers.levels.iter_mut().for_each(|level| secret.put(&mut level.label));
    secret.put(&mut data.tiers.undecided);
    for profile in &mut data.profiles {
        for text in [&mut profile.name, &mut profile.short, &mut profile.who, &mut profile.champion] {
            secret.put(text);
        }
        profile.criteria.iter_mut().for_each(|criterion| secret.put(&mut criterion.label));
        profile.values.iter_mut().chain(&mut profile.problems).for_each(|entry| secret.put(&mut entry.text));
    }
    data.roles.iter_mut().for_each(|role| secret.put(&mut role.who));
    for kind in &mut data.engagements {
        for text in [&mut kind.name, &mut kind.when, &mut kind.relationship, &mut kind.influence] {
            secret.put(text);
        }
        kind.pros.iter_mut().chain(&mut kind.cons).for_each(|entry| secret.put(&mut entry.text));
        secret.put(&mut kind.call.text);
        secret.put(&mut kind.next.text);
    }
    for gate in data.preconditions.iter_mut().chain(&mut data.gates) {
        secret.put(&mut gate.name);
        secret.put(&mut gate.action);
    }
    data.approvals.iter_mut().for_each(|point| secret.put(&mut point.name));
    for section in &mut data.sections {
        secret.put(&mut section.written_by);
        section.discovery.iter_mut().for_each(|entry| secret.put(&mut entry.text));
        if section.author == AuthorData::Partner {
            section.holds.iter_mut().for_each(|entry| secret.put(&mut entry.text));
        }
    }
    data.warnings.iter_mut().for_each(|warning| secret.put(&mut warning.text));
    data.advice.iter_mut().for_each(|advice| secret.put(&mut advice.text));
    data.groups.iter_mut().chain(&mut data.context).chain(&mut data.tips).for_each(|entry| secret.put(&mut entry.text));
}

fn show(data: &mut PlaybookData, allowed: &mut Markers) {
    data.roles.iter_mut().for_each(|role| allowed.put(&mut role.name));
    data.approvals.iter_mut().for_each(|point| allowed.put(&mut point.joint));
    for section in &mut data.sections {
        allowed.put(&mut section.name);
        if section.author != AuthorData::Partner {
            section.holds.iter_mut().for_each(|entry| allowed.put(&mut entry.text));
        }
    }
    allowed.put(&mut data.version);
    allowed.put(&mut data.disclaimer);
}

fn account(playbook: &Playbook, secret: &mut Markers, allowed: &mut Markers) -> Account {
    let mut account = Account::default();
    for question in &playbook.data.questions {
        let entry = match question.kind {
            KindData::Text => Entry::Text(secret.make()),
            KindData::Count | KindData::Percent => Entry::Text(figure(secret)),
            KindData::Money => Entry::Money { text: figure(secret), currency: "EUR".into() },
            KindData::YesNo => Entry::Said(Said::Yes),
            KindData::Several | KindData::One => {
                Entry::Picked(question.options.iter().map(|option| option.id.clone()).collect())
            }
            KindData::Apps => Entry::Apps(Apps {
                known: playbook.data.apps.iter().map(|app| app.id.clone()).collect(),
                other: Set::from([secret.make()]),
                whole: true,
            }),
            KindData::Date => continue,
        };
        account.entries.insert(question.id.clone(), entry);
    }
    account.entries.insert("account.name".into(), Entry::Text(allowed.make()));
    let window = &playbook.window;
    for (question, day, printed) in [
        (&window.start, "2027-03-01", "March 1, 2027"),
        (&window.end, "2027-03-14", "March 14, 2027"),
        (&window.decision, "2027-03-12", "March 12, 2027"),
    ] {
        account.entries.insert(question.clone(), Entry::Text(day.into()));
        allowed.0.push(printed.into());
    }
    account.rates = Table::from([("EUR".into(), Rate { text: "1.0837".into(), date: secret.make() })]);
    account.settings = Table::from([(secret.make(), secret.make())]);
    for (key, role) in (0..).zip(&playbook.data.roles) {
        let (name, title, contact) = (allowed.make(), allowed.make(), allowed.make());
        let (influence, role) = (Some(Influence::High), Some(role.id.clone()));
        account.people.push(Person { key, name, title, contact, influence, role, group: None });
    }
    for section in &playbook.data.sections {
        account
            .sections
            .insert(section.id.clone(), SectionText { text: allowed.make(), done: true, ..SectionText::default() });
    }
    account.rows = rows(secret, allowed);
    account.approvals = playbook.data.approvals.iter().map(|point| point.id.clone()).collect();
    account
}

/// A row of every kind with every field filled. A customer may read what both sides agree on of the plan, no more.
fn rows(secret: &mut Markers, allowed: &mut Markers) -> Rows {
    let theirs = |kind: RowKind, field: &str| match kind {
        RowKind::Criterion => ["use-case", "measure", "baseline", "target", "owner"].contains(&field),
        RowKind::Prerequisite => ["what", "who"].contains(&field),
        RowKind::Event => ["name", "who"].contains(&field),
        _ => false,
    };
    let days = ["due", "available", "day", "added"];
    let fixed = ["result", "done", "after", "phase", "type"];
    let row = |(key, kind): (u32, RowKind)| {
        let shape = kind.shape();
        let mut row = Row::new(key, kind, shape.parent.map(|parent| 1 + parent as u32));
        for field in [shape.texts, shape.inputs].concat() {
            let text = match field {
                field if fixed.contains(&field) => continue,
                field if days.contains(&field) => "2027-03-03".to_owned(),
                field if theirs(kind, field) => allowed.make(),
                _ => secret.make(),
            };
            row.fields.insert(field.to_owned(), text);
        }
        for input in shape.inputs {
            for part in PARTS {
                row.fields.insert(format!("{input}.{part}"), secret.make());
            }
        }
        Rc::new(row)
    };
    (1..).zip(RowKind::ALL).map(row).collect()
}

/// A number that occurs nowhere else, as it is typed and as it would be printed.
fn figure(secret: &mut Markers) -> String {
    let number = 7_300_001 + 17 * secret.0.len();
    let (million, rest) = (number / 1_000_000, number % 1_000_000);
    secret.0.push(number.to_string());
    secret.0.push(format!("{million},{:03},{:03}", rest / 1_000, rest % 1_000));
    number.to_string()
}

/// With everything done, and with everything still to do.
fn done_and_open() -> [Marked; 2] {
    let mut open = marked();
    open.sample.account.approvals = Set::default();
    let undone = |own: &SectionText| SectionText { done: false, ..own.clone() };
    let sections = open.sample.account.sections.iter().map(|(id, own)| (id.clone(), undone(own)));
    open.sample.account.sections = sections.collect();
    open.sample = Sample::new(open.sample.playbook, open.sample.account);
    [marked(), open]
}

#[test]
fn a_customer_never_reads_what_is_not_theirs() {
    for marked in done_and_open() {
        nothing_secret(&marked);
    }
}

fn nothing_secret(marked: &Marked) {
    for (extension, written) in files(&marked.sample.case(), Audience::Customer) {
        for word in &marked.secret {
            assert!(!written.contains(word.as_str()), "{word} leaks into {extension}:\n{written}");
        }
        for word in ["score", "gate", "influence", "champion", "tier", "PoV", "USD", "EUR", "$"] {
            let title = marked.sample.playbook.data.roles.iter().any(|role| role.name.contains(word));
            let body = written.split("<body>").last().unwrap_or_default();
            assert!(title || !body.to_lowercase().contains(&word.to_lowercase()), "{word} stands in {extension}");
        }
    }
}

#[test]
fn a_customer_reads_all_that_is_theirs() {
    let marked = marked();
    for (extension, written) in all_formats(&checklist(&marked.sample.case(), Audience::Customer)) {
        for word in &marked.allowed {
            assert!(written.contains(word.as_str()), "{word} is missing from {extension}:\n{written}");
        }
    }
}

/// A registration holds facts, size, engagement, use cases, days and chosen contacts: nothing that either side wrote.
#[test]
fn a_registration_names_chosen_contacts_alone_and_no_judgement() {
    let mut marked = marked();
    let [chosen, other] = [0, 1].map(|at| marked.sample.account.people[at].clone());
    let engagement = marked.sample.account.rows.iter_mut().find(|row| row.kind == RowKind::Engagement);
    Rc::make_mut(engagement.expect("it is there")).fields.insert("contacts".into(), chosen.key.to_string());
    let account = &marked.sample.account;
    let data = &marked.sample.playbook.data;
    let text = |kind: RowKind, field: &str| {
        let row = account.rows.iter().find(|row| row.kind == kind).expect("one of each");
        row.text(field).to_owned()
    };
    let mut hidden: Vec<String> = account.sections.values().map(|section| section.text.clone()).collect();
    hidden.extend([other.name, other.title, other.contact]);
    hidden.extend(account.settings.values().cloned());
    hidden.extend(data.gates.iter().map(|gate| gate.name.clone()));
    hidden.extend(data.tiers.levels.iter().map(|level| level.label.clone()));
    hidden.extend(data.engagements.iter().flat_map(|kind| kind.cons.iter().map(|con| con.text.clone())));
    for kind in RowKind::ALL.into_iter().filter(|kind| *kind != RowKind::Criterion && *kind != RowKind::Process) {
        let row = account.rows.iter().find(|row| row.kind == kind).expect("one of each");
        let words = row.fields.iter().filter(|(field, text)| *field != "contacts" && text.starts_with("zq"));
        hidden.extend(words.map(|(_, text)| text.clone()));
    }
    hidden
        .extend(["measure", "baseline", "target", "owner", "result-note"].map(|field| text(RowKind::Criterion, field)));
    let shown = [chosen.name, chosen.title, chosen.contact, account.text("account.name").to_owned()];
    let shown = shown.into_iter().chain([text(RowKind::Criterion, "use-case"), text(RowKind::Process, "name")]);
    for (extension, written) in all_formats(&checklist(&marked.sample.case(), Audience::Registration)) {
        for word in shown.clone() {
            assert!(written.contains(&word), "{word} is missing from {extension}:\n{written}");
        }
    }
    for (extension, written) in files(&marked.sample.case(), Audience::Registration) {
        for word in &hidden {
            assert!(!written.contains(word.as_str()), "{word} leaks into {extension}:\n{written}");
        }
    }
}

#[test]
fn the_partner_reads_much_of_both() {
    let marked = marked();
    for (extension, written) in all_formats(&checklist(&marked.sample.case(), Audience::Partner)) {
        for point in &marked.sample.playbook.data.approvals {
            assert!(written.contains(&point.name), "{extension}");
        }
        for gate in &marked.sample.playbook.data.gates {
            assert!(written.contains(&gate.name), "{extension}");
        }
        for section in marked.sample.account.sections.values() {
            assert!(written.contains(&section.text), "{extension}");
        }
    }
}

/// Stronger than any list of words: without the rest of the account the document is the same, byte for byte.
#[test]
fn the_rest_of_the_account_makes_no_difference_to_a_customer() {
    let Marked { sample, .. } = marked();
    let window = &sample.playbook.window;
    let own = ["account.name", &window.start, &window.end, &window.decision];
    let entries = sample.account.entries.iter().filter(|(id, _)| own.contains(&id.as_str()));
    let bare = |person: &Person| Person { influence: None, key: 0, ..person.clone() };
    let text = |own: &SectionText| SectionText { text: own.text.clone(), done: own.done, ..SectionText::default() };
    let agreed = [RowKind::Criterion, RowKind::Prerequisite, RowKind::Event];
    let stripped = Account {
        entries: entries.map(|(id, entry)| (id.clone(), entry.clone())).collect(),
        people: sample.account.people.iter().map(bare).collect(),
        sections: sample.account.sections.iter().map(|(id, own)| (id.clone(), text(own))).collect(),
        approvals: sample.account.approvals.clone(),
        rows: sample.account.rows.iter().filter(|row| agreed.contains(&row.kind)).cloned().collect(),
        ..Account::default()
    };
    let verdict = judge(&sample.playbook, &stripped);
    assert_ne!(verdict, sample.verdict);
    let case = Case { playbook: &sample.playbook, account: &stripped, verdict: &verdict, today: today() };
    let (with, without) = (files(&sample.case(), Audience::Customer), files(&case, Audience::Customer));
    for (with, without) in with.into_iter().zip(without) {
        assert!(with == without, "{} tells more than the customer may know", with.0);
    }
}

/// The champion is a customer.
#[test]
fn the_outline_of_the_deck_holds_what_a_customer_may_see() {
    for marked in done_and_open() {
        let outline = deck::document(&deck::DeckView::of(&marked.sample.case()));
        let quoted = outline.blocks.iter().filter(|block| matches!(block, Block::Quote(_))).count();
        assert!(quoted >= 6, "sections are in it");
        for (extension, written) in all_formats(&outline) {
            for word in &marked.secret {
                assert!(!written.contains(word.as_str()), "{word} leaks into {extension}:\n{written}");
            }
        }
    }
}

/// The plan of a trial holds what is agreed for it, and nothing else that was typed.
#[test]
fn the_plan_of_a_trial_holds_nothing_else() {
    for (plan, theirs) in [("self-service", &["resources"][..]), ("guided-trial", &["scope", "limits"])] {
        let mut marked = marked();
        let row = marked.sample.account.rows.iter_mut().find(|row| row.kind == RowKind::Engagement);
        let row = Rc::make_mut(row.expect("it is there"));
        row.fields.insert("plan".into(), plan.into());
        let told: Vec<String> = theirs.iter().map(|field| row.text(field).to_owned()).collect();
        for (extension, written) in all_formats(&checklist(&marked.sample.case(), Audience::Customer)) {
            for word in &told {
                assert!(written.contains(word), "{word} is missing from {extension}:\n{written}");
            }
            for word in marked.secret.iter().filter(|word| !told.contains(word)) {
                assert!(!written.contains(word.as_str()), "{word} leaks into {extension}:\n{written}");
            }
        }
    }
}

#[test]
fn an_email_holds_nothing_of_the_verdict() {
    let marked = marked();
    let draft = email::write(&marked.sample.case());
    let asked: Vec<&String> = marked
        .sample
        .playbook
        .data
        .sections
        .iter()
        .filter_map(|section| Some(&section.discovery.as_ref()?.text))
        .collect();
    assert_eq!(asked.len(), 4);
    for word in &marked.secret {
        let leaks = draft.subject.contains(word.as_str()) || draft.body.contains(word.as_str());
        assert_eq!(leaks, asked.contains(&word), "{word}: {draft:?}");
    }
}

/// What is offered as a start for a section's text may be read by the customer once it is there.
#[test]
fn what_is_known_for_a_section_names_no_verdict() {
    let marked = marked();
    let (data, verdict) = (&marked.sample.playbook.data, &marked.sample.verdict);
    for section in &data.sections {
        let facts = fitproof::export::checklist::known(&marked.sample.case(), &section.id).join("\n");
        let gates = data.preconditions.iter().chain(&data.gates).map(|gate| &gate.name);
        let kinds = data.engagements.iter().map(|kind| &kind.name);
        let tiers = data.tiers.levels.iter().map(|level| &level.label);
        for word in gates.chain(kinds).chain(tiers) {
            assert!(!facts.contains(word.as_str()), "{word} in {facts}");
        }
        let size = verdict.deal.map(|size| fitproof::export::words::money(size, "USD")).unwrap_or_default();
        assert!(size.is_empty() || !facts.contains(&size), "{facts}");
        assert!(!facts.contains("high"), "{facts}");
    }
}
