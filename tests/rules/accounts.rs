//! Accounts by a small, fixed generator: the same ones natively and in wasm, now and in ten years.
use fitproof::domain::account::{Account, Apps, Entry, Influence, Person, Rate, Said};
use fitproof::domain::question::Kind;
use fitproof::playbook::Playbook;
use fitproof::playbook::data::{KindData, QuestionData};
use fitproof::playbook::verdict::Verdict;
use std::fmt::Write;

/// Xorshift, 64 bits.
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed ^ 0x9e37_79b9_7f4a_7c15)
    }

    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// From 0 to one below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).expect("a small number");
        usize::try_from(self.next() % end).expect("a small number")
    }

    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}

const COUNTS: [&str; 26] = [
    "0",
    "1",
    "9",
    "39",
    "40",
    "46",
    "49",
    "50",
    "165",
    "199",
    "200",
    "240",
    "500",
    "799",
    "800",
    "999",
    "1,000",
    "1,001",
    "1,200",
    "1,201",
    "6.4k",
    "50-199",
    "5,001+",
    "under 50",
    "200-1,500",
    "a few",
];
const PERCENTS: [&str; 12] =
    ["-100", "-3.5", "0", "19.99", "20", "29.99", "30", "45 %", "20-30", "over 30", "under 0", "fast"];
const AMOUNTS: [&str; 22] = [
    "$0",
    "$9,999.99",
    "$10,000",
    "$10,000.01",
    "$100k",
    "$100,000.01",
    "$36,000",
    "$99,999,999.99",
    "$100M",
    "$120M",
    "$120,000,000.01",
    "$399,999,999.99",
    "$400M",
    "$499.99M",
    "$500M",
    "$1.9bn",
    "$10M-$50M",
    "$500M+",
    "EUR 92,592,592.59",
    "€92,592,592.60",
    "CHF 40M",
    "a lot",
];
const DAYS: [&str; 6] = ["2027-01-11", "2027-01-25", "2027-01-26", "2027-02-08", "2027-02-09", "soon"];
const TITLES: [&str; 14] = [
    "CTO",
    "Chief Operating Officer",
    "Co-founder",
    "Head of Operations",
    "IT Manager",
    "Recruiter",
    "CISO",
    "Chief Information Security Officer",
    "Procurement Manager",
    "Automation Engineer",
    "HR ops",
    "President",
    "",
    "Finance Director",
];

/// The account of this number.
pub fn account(playbook: &Playbook, number: u64) -> Account {
    let mut chance = Chance::new(number.wrapping_mul(0x2545_f491_4f6c_dd1d).wrapping_add(1));
    let mut account = Account::default();
    for question in &playbook.data.questions {
        if chance.below(5) > 0 {
            account.entries.insert(question.id.clone(), entry(playbook, question, &mut chance));
        }
    }
    if chance.below(2) == 0 {
        account.rates.insert("EUR".into(), Rate { text: "1.08".into(), date: "2026-11-23".into() });
    }
    for key in 0..chance.below(4) {
        account.people.push(Person {
            key: u32::try_from(key).expect("a small number"),
            name: "A person".into(),
            title: (*chance.pick(&TITLES)).into(),
            influence: *chance.pick(&[None, Some(Influence::Low), Some(Influence::Medium), Some(Influence::High)]),
            ..Person::default()
        });
    }
    account
}

fn entry(playbook: &Playbook, question: &QuestionData, chance: &mut Chance) -> Entry {
    let kind = playbook.questions.iter().find(|own| own.id == question.id).map_or(Kind::Text, |own| own.kind);
    match question.kind {
        KindData::Text => Entry::Text("Tallywren".into()),
        KindData::Count => Entry::Text((*chance.pick(&COUNTS)).into()),
        KindData::Percent => Entry::Text((*chance.pick(&PERCENTS)).into()),
        KindData::Money => Entry::Money { text: (*chance.pick(&AMOUNTS)).into(), currency: String::new() },
        KindData::Date => Entry::Text((*chance.pick(&DAYS)).into()),
        KindData::YesNo => Entry::Said(*chance.pick(&[Said::Yes, Said::No, Said::Unknown])),
        KindData::Several | KindData::One => {
            let most = if kind == Kind::One { 1 } else { 2 };
            let picks = (0..chance.below(most + 1)).map(|_| chance.pick(&question.options).id.clone());
            Entry::Picked(picks.collect())
        }
        KindData::Apps => {
            let picks = (0..chance.below(4)).map(|_| chance.pick(&playbook.data.apps).id.clone());
            Entry::Apps(Apps { known: picks.collect(), whole: chance.below(3) == 0, ..Apps::default() })
        }
    }
}

/// All that a verdict decides, without the sentences that may be reworded.
pub fn decisions(verdict: &Verdict) -> String {
    let mut text = String::new();
    let Verdict { answers, fit, next, changes, coverage, unplaced, deal, engagement, low_fit, .. } = verdict;
    let Verdict { preconditions, gates, warnings, days, problems, .. } = verdict;
    write!(text, "{answers:?}{fit:?}{next:?}{changes:?}{coverage:?}{unplaced:?}{deal:?}{engagement:?}{low_fit}")
        .expect("a string takes all");
    write!(text, "{preconditions:?}{gates:?}{warnings:?}{days:?}").expect("a string takes all");
    for problem in problems {
        write!(text, "{} {:?};", problem.field, problem.severity).expect("a string takes all");
    }
    text
}

/// Fowler, Noll and Vo's hash, 64 bits.
pub fn hash(start: u64, text: &str) -> u64 {
    text.bytes().fold(start, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

pub const HASH_START: u64 = 0xcbf2_9ce4_8422_2325;
