//! What is still open, as a table; days for a calendar, as the page hands them on.
use crate::sample::{Sample, archetype, hostile};
use fitproof::domain::date::Day;
use fitproof::domain::row::{Row, RowKind};
use fitproof::export::agenda::{Agenda, agenda};
use fitproof::export::checklist::Audience;
use fitproof::export::tasks::{Task, csv, tasks};
use std::rc::Rc;

/// Rows of the plan, as `kind field=value field=value`.
pub fn with_rows(mut sample: Sample, lines: &[&str]) -> Sample {
    for (key, line) in (100..).zip(lines) {
        let mut words = line.split(' ');
        let kind = words.next().and_then(RowKind::parse).expect("a kind");
        let mut row = Row::new(key, kind, None);
        for (field, text) in words.map(|word| word.split_once('=').expect("a field")) {
            row.fields.insert(field.to_owned(), text.replace('_', " "));
        }
        sample.account.rows.push(Rc::new(row));
    }
    Sample::new(sample.playbook, sample.account)
}

/// The plan of the scale-up, which starts on Monday, January 11, 2027. By the deal it would be a trial.
pub fn planned() -> Sample {
    with_rows(
        archetype("archetype.scale-up"),
        &[
            "engagement plan=proof",
            "event name=Kick-off who=Mira after=0",
            "event name=Contract who=Legal after=3 type=legal",
            "event name=Board after=9 type=decision",
            "event name=Ready day=2027-01-05 phase=prepare done=yes",
            "event name=Some_day",
            "prerequisite what=Sandbox who=Jonas available=2027-01-08",
            "prerequisite what=Account available=2027-01-07 done=yes",
            "criterion use-case=Orders measure=minutes target=2 owner=Mira due=2027-01-20 result-note=secret",
            "criterion use-case=Leads due=2027-01-21 result=met",
            "holiday day=2027-01-13 name=Holiday",
        ],
    )
}

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn of(sample: &Sample, audience: Audience) -> Agenda {
    agenda(&sample.case(), audience, "c4se.0", "").0
}

#[test]
fn a_calendar_holds_every_day_of_the_plan_in_order() {
    let agenda = of(&planned(), Audience::Partner);
    let found: Vec<(String, &str)> =
        agenda.entries.iter().map(|entry| (entry.day.to_string(), entry.name.as_str())).collect();
    let expected = [
        ("2027-01-05", "Ready (Tallywren)"),
        ("2027-01-07", "Available: Account (Tallywren)"),
        ("2027-01-08", "Available: Sandbox (Tallywren)"),
        ("2027-01-11", "Start (Tallywren)"),
        ("2027-01-11", "Kick-off (Tallywren)"),
        // Three working days after the start, of which one is a holiday.
        ("2027-01-15", "Contract (legal review) (Tallywren)"),
        ("2027-01-20", "Criterion due: Orders (Tallywren)"),
        ("2027-01-21", "Criterion due: Leads (Tallywren)"),
        ("2027-01-22", "Decision meeting (Tallywren)"),
        ("2027-01-25", "End (Tallywren)"),
        // Nine working days after the start, a weekend and a holiday in between.
        ("2027-01-25", "Board (decision meeting) (Tallywren)"),
    ];
    assert_eq!(found, expected.map(|(day, name)| (day.to_owned(), name)));
    let kick_off = &agenda.entries[4];
    assert_eq!((kick_off.id.as_str(), kick_off.about.as_str()), ("c4se.0.row-101@fitproof", "Who: Mira\nOpen"));
    assert_eq!(agenda.entries[3].id, "c4se.0.plan.start@fitproof");
    let mut ids: Vec<&String> = agenda.entries.iter().map(|entry| &entry.id).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), agenda.entries.len(), "each has a name of its own");
}

#[test]
fn a_meeting_that_is_planned_as_a_step_stands_once() {
    let rows = ["engagement plan=proof", "event name=Board day=2027-01-22 type=decision"];
    let sample = with_rows(archetype("archetype.scale-up"), &rows);
    let agenda = of(&sample, Audience::Partner);
    let there: Vec<&str> =
        agenda.entries.iter().filter(|entry| entry.day == day("2027-01-22")).map(|entry| entry.name.as_str()).collect();
    assert_eq!(there, ["Board (decision meeting) (Tallywren)"]);
}

#[test]
fn the_registration_gets_the_window_alone_and_no_note_is_told_to_anybody() {
    let sample = planned();
    let names: Vec<String> = of(&sample, Audience::Registration).entries.into_iter().map(|entry| entry.name).collect();
    assert_eq!(names, ["Start (Tallywren)", "Decision meeting (Tallywren)", "End (Tallywren)"]);
    for audience in Audience::ALL {
        assert!(of(&sample, audience).entries.iter().all(|entry| !entry.about.contains("secret")));
    }
}

#[test]
fn a_moved_start_keeps_what_names_an_entry_and_raises_the_version_for_everybody() {
    let before = planned();
    let (first, kept) = agenda(&before.case(), Audience::Customer, "c4se.0", "");
    let (again, same) = agenda(&before.case(), Audience::Partner, "c4se.0", &kept);
    assert_eq!((first.version, again.version), (0, 0));
    assert_eq!(same, kept, "whom it is for makes no other version");
    let mut moved = planned();
    let start = fitproof::domain::account::Entry::Text("2027-01-12".into());
    moved.account.entries.insert("plan.start".into(), start);
    let moved = Sample::new(moved.playbook, moved.account);
    let (second, kept) = agenda(&moved.case(), Audience::Partner, "c4se.0", &kept);
    assert_eq!(second.version, 1);
    let ids = |agenda: &Agenda| {
        let mut ids: Vec<String> = agenda.entries.iter().map(|entry| entry.id.clone()).collect();
        ids.sort();
        ids
    };
    assert_eq!(ids(&again), ids(&second));
    let of =
        |agenda: &Agenda, name: &str| agenda.entries.iter().find(|own| own.name.starts_with(name)).map(|own| own.day);
    assert_eq!((of(&again, "Kick-off"), of(&second, "Kick-off")), (Some(day("2027-01-11")), Some(day("2027-01-12"))));
    let (third, _) = agenda(&moved.case(), Audience::Registration, "c4se.0", &kept);
    assert_eq!(third.version, 1);
}

/// A trial with one of the two shorter plans, and everything that a whole proof would say too.
fn tried(plan: &str) -> Sample {
    let mut sample = planned();
    let fields = [("plan", plan), ("check-in", "2027-01-20"), ("scope", "Orders")];
    let row = Row::filled(900, RowKind::Engagement, None, &fields);
    sample.account.rows.retain(|row| row.kind != RowKind::Engagement);
    sample.account.rows.push(row.into());
    Sample::new(sample.playbook, sample.account)
}

#[test]
fn a_trial_has_its_own_days_and_is_called_one() {
    let names = |plan: &str, audience| {
        let agenda = of(&tried(plan), audience);
        (agenda.name, agenda.entries.into_iter().map(|entry| (entry.day.to_string(), entry.name)).collect::<Vec<_>>())
    };
    let (name, entries) = names("self-service", Audience::Customer);
    assert_eq!(name, "Trial: Tallywren");
    assert_eq!(entries, [("2027-01-20".to_owned(), "Check-in (trial)".to_owned())]);
    assert!(names("self-service", Audience::Registration).1.is_empty());
    let (name, entries) = names("guided-trial", Audience::Customer);
    assert_eq!(name, "Trial: Tallywren");
    let days = [("2027-01-11", "Start"), ("2027-01-22", "Decision meeting"), ("2027-01-25", "End")];
    assert_eq!(entries, days.map(|(day, name)| (day.to_owned(), format!("{name} (trial)"))), "no step of a proof");
    let (name, entries) = names("proof", Audience::Customer);
    assert_eq!(name, "Proof of concept: Tallywren");
    assert!(entries.iter().all(|(_, name)| name.ends_with("(proof of concept)")), "{entries:?}");
}

#[test]
fn the_tasks_of_a_trial_are_its_days_and_what_its_plan_lacks() {
    let told = |plan: &str, audience| {
        let all = tasks(&tried(plan).case(), audience);
        all.into_iter().map(|task| (task.what, task.due.map(|day| day.to_string()))).collect::<Vec<_>>()
    };
    let on = |what: &str, day: &str| (what.to_owned(), Some(day.to_owned()));
    let check_in = [on("Check-in", "2027-01-20")];
    let days = [on("Start", "2027-01-11"), on("Decision meeting", "2027-01-22"), on("End", "2027-01-25")];
    assert_eq!(told("self-service", Audience::Customer), check_in);
    assert_eq!(told("guided-trial", Audience::Customer), days, "no step, section or gate of a proof");
    let partner = told("guided-trial", Audience::Partner);
    assert_eq!(partner[..3], days);
    assert!(partner[3].0.starts_with("No limits are set"), "{partner:?}");
    assert_eq!(told("guided-trial", Audience::Registration), told("proof", Audience::Registration));
}

fn find<'a>(tasks: &'a [Task], what: &str) -> &'a Task {
    tasks.iter().find(|task| task.what.starts_with(what)).unwrap_or_else(|| panic!("no {what} in {tasks:#?}"))
}

#[test]
fn everything_open_is_a_task_with_who_and_by_when() {
    let mut sample = planned();
    sample.account.approvals.insert("approval.window".into());
    let section = fitproof::domain::account::SectionText { text: "Leads are copied.".into(), ..Default::default() };
    sample.account.sections.insert("section.current-state".into(), section.clone());
    // Of the sections that the customer writes, one is done when it is in their words.
    let author = fitproof::domain::account::Author::Customer;
    let done = fitproof::domain::account::SectionText { done: true, author, ..section };
    sample.account.sections.insert("section.gap".into(), done);
    let sample = Sample::new(sample.playbook, sample.account);
    let all = tasks(&sample.case(), Audience::Customer);
    let sandbox = find(&all, "Sandbox");
    assert_eq!((sandbox.kind, sandbox.who.as_str(), sandbox.due), ("Prerequisite", "Jonas", Some(day("2027-01-08"))));
    let orders = find(&all, "Orders: minutes: 2");
    assert_eq!((orders.kind, orders.due), ("Success criterion", Some(day("2027-01-20"))));
    assert_eq!(find(&all, "Kick-off").due, Some(day("2027-01-11")));
    assert_eq!(find(&all, "Some day").due, None);
    assert_eq!(find(&all, "Section 1").state, "Draft by the partner");
    assert_eq!(find(&all, "Section 2").state, "Open", "how far the partner is stays with the partner");
    for done in ["Section 4", "Ready", "Account", "Leads", "We agree on a start date"] {
        assert!(!all.iter().any(|task| task.what.starts_with(done)), "{done} is done");
    }
    let days: Vec<Day> = all.iter().filter_map(|task| task.due).collect();
    assert!(days.is_sorted() && all[days.len()..].iter().all(|task| task.due.is_none()));
    // Six of seven agreements, thirteen of fourteen sections.
    let count = |kind: &str| all.iter().filter(|task| task.kind == kind).count();
    assert_eq!((count("Agreement"), count("Section"), count("Gate")), (6, 13, 0));
    let partner = tasks(&sample.case(), Audience::Partner);
    assert_eq!(find(&partner, "Section 2").state, "Not started");
    let open = sample.verdict.gates.iter().chain(&sample.verdict.preconditions).filter(|gate| !gate.state.is_met());
    assert_eq!(partner.iter().filter(|task| task.kind == "Gate").count(), open.count());
}

#[test]
fn a_registration_says_what_it_lacks() {
    let all = tasks(&crate::sample::blank().case(), Audience::Registration);
    let facts = ["Account’s name", "Deal size", "Use cases", "Start", "Contacts to name"].len() + 8;
    assert_eq!(all.len(), facts, "{all:#?}");
    let all = tasks(&planned().case(), Audience::Registration);
    assert!(all.iter().any(|task| task.what == "Contacts to name"));
    assert!(!all.iter().any(|task| ["Use cases", "Start", "Account’s name"].contains(&task.what.as_str())), "{all:#?}");
}

#[test]
fn the_table_is_what_a_strict_reader_expects() {
    let table = csv(&tasks(&planned().case(), Audience::Partner));
    let lines: Vec<&str> = table.strip_prefix('\u{feff}').expect("the mark").split_terminator("\r\n").collect();
    assert_eq!(lines[0], "Task,Kind,Who,Due,State");
    assert_eq!(lines[1], "Sandbox,Prerequisite,Jonas,2027-01-08,Open");
    assert_eq!(lines.len(), 1 + tasks(&planned().case(), Audience::Partner).len());
    let hostile = csv(&tasks(&hostile().case(), Audience::Partner));
    assert!(!hostile.contains('\0'));
}
