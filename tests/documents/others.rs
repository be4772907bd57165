//! Files for readers of other makers, each beside what they should find in it. `cargo xtask campaign documents` runs
//! this, then those readers.
use crate::book::{self, stamp, whole};
use crate::calendar;
use crate::nasty::Chance;
use crate::sample::{HOSTILE, NAME, archetype, blank, hostile};
use crate::word;
use fitproof::export::agenda::{Agenda, agenda};
use fitproof::export::business::{Business, annex, summary};
use fitproof::export::checklist::{Audience, checklist};
use fitproof::export::document::{Block, Check, Document, clean, line};
use fitproof::export::tasks::{Task, csv};
use fitproof::export::{docx, ics};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Documents of generated texts.
const DOCUMENTS: usize = 120;
/// Calendars of generated texts.
const CALENDARS: usize = 200;
/// Generated texts in one table.
const TEXTS: usize = 100_000;

#[test]
#[ignore = "needs readers of other makers"]
fn files_for_other_readers() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("papers");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    let samples = [("scale-up", archetype("archetype.scale-up")), ("hostile", hostile()), ("blank", blank())];
    for (name, sample) in &samples {
        for audience in Audience::ALL {
            let name = format!("{name}-{}", audience.slug());
            put_word(&folder, &name, &checklist(&sample.case(), audience));
            let (agenda, _) = agenda(&sample.case(), audience, "c4se.0", "");
            put_calendar(&folder, &name, &agenda);
        }
    }
    business(&folder);
    let mut chance = Chance(3);
    for at in 0..DOCUMENTS {
        put_word(&folder, &format!("random-{at}"), &random(&mut chance));
    }
    for at in 0..CALENDARS {
        let texts: Vec<String> = (0..=chance.below(9)).map(|_| chance.text()).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        put_calendar(&folder, &format!("random-{at}"), &calendar::agenda(&texts));
    }
    table(&folder, &mut chance);
    println!("written to {}", folder.display());
}

fn put(folder: &Path, name: &str, bytes: &[u8], found: &Value) {
    std::fs::write(folder.join(name), bytes).expect("a file");
    std::fs::write(folder.join(format!("{name}.json")), found.to_string()).expect("a file");
}

fn put_word(folder: &Path, name: &str, document: &Document) {
    let file = docx::write(document).expect("a Word file");
    let texts: Vec<Value> = word::expected(document).into_iter().map(|(style, text)| json!([style, text])).collect();
    put(folder, &format!("{name}.docx"), &file, &json!({ "title": line(&document.title), "texts": texts }));
}

fn put_calendar(folder: &Path, name: &str, agenda: &Agenda) {
    let Ok(file) = ics::write(agenda) else { return };
    let entry = |entry: &fitproof::export::agenda::Entry| {
        let about = [clean(&entry.about), clean(&agenda.about)].into_iter().filter(|text| !text.is_empty());
        let about = about.collect::<Vec<_>>().join("\n\n");
        json!([
            entry.id,
            entry.day.to_string(),
            entry.day.plus(1).to_string(),
            line(&entry.name),
            about,
            agenda.version
        ])
    };
    put(folder, &format!("{name}.ics"), &file, &agenda.entries.iter().map(entry).collect());
}

/// The business case's documents, whose pictures are told by their tables.
fn business(folder: &Path) {
    let sample = book::Sample::of(&whole());
    let (results, stamp) = (sample.results(), stamp());
    let business = Business {
        stamp: &stamp,
        plan: &sample.plan,
        model: &sample.model,
        results: &results,
        problems: &[],
        uncertain: None,
    };
    for (name, document) in [("business-summary", summary(&business)), ("business-annex", annex(&business))] {
        put_word(folder, name, &document);
    }
}

fn random(chance: &mut Chance) -> Document {
    let long = "0123456789".repeat(1_000);
    let mut text = |chance: &mut Chance| match chance.below(60) {
        0 => long.clone(),
        1 => NAME.to_owned(),
        2 => HOSTILE[chance.below(HOSTILE.len())].repeat(50),
        _ => chance.text(),
    };
    let texts = |chance: &mut Chance, text: &mut dyn FnMut(&mut Chance) -> String| -> Vec<String> {
        (0..=chance.below(5)).map(|_| text(chance)).collect()
    };
    let mut document =
        Document { title: text(chance), subtitle: "For readers".into(), running: text(chance), ..Document::default() };
    for _ in 0..chance.below(40) {
        document.blocks.push(match chance.below(9) {
            0 | 1 => Block::Heading { level: 2 + chance.below(2) as u8, text: text(chance) },
            2 => Block::Paragraph(text(chance)),
            3 => Block::Note(text(chance)),
            4 => Block::Quote(text(chance)),
            5 => Block::List(texts(chance, &mut text)),
            6 => Block::QuotedList(texts(chance, &mut text)),
            7 => Block::Checks(vec![Check { done: chance.below(2) == 0, text: text(chance) }]),
            _ => {
                let head = texts(chance, &mut text);
                let rows = (0..chance.below(6)).map(|_| head.iter().map(|_| text(chance)).collect()).collect();
                Block::Table { head, rows }
            }
        });
    }
    document.footer = vec![text(chance)];
    document
}

fn table(folder: &Path, chance: &mut Chance) {
    let task = |_| Task { what: chance.text(), kind: "Step", who: chance.text(), due: None, state: "Open".into() };
    let tasks: Vec<Task> = (0..TEXTS / 2).map(task).collect();
    let found: Vec<[String; 2]> = tasks.iter().map(|task| [line(&task.what), line(&task.who)]).collect();
    put(folder, "tasks.csv", csv(&tasks).as_bytes(), &json!(found));
}
