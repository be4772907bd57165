//! Accounts to write documents about.
use fitproof::app::{Model, Start};
use fitproof::domain::account::{Account, Apps, Entry, Influence, Person, Said, SectionText};
use fitproof::domain::date::Day;
use fitproof::domain::table::{Set, Table};
use fitproof::export::checklist::Case;
use fitproof::export::document::{Block, Check, Document};
use fitproof::playbook::Playbook;
use fitproof::playbook::data::KindData;
use fitproof::playbook::verdict::{Verdict, judge};

/// An account with the rules it is judged by.
pub struct Sample {
    pub playbook: Playbook,
    pub account: Account,
    pub verdict: Verdict,
}

impl Sample {
    pub fn new(playbook: Playbook, account: Account) -> Self {
        let verdict = judge(&playbook, &account);
        Self { playbook, account, verdict }
    }

    pub fn case(&self) -> Case<'_> {
        Case { playbook: &self.playbook, account: &self.account, verdict: &self.verdict, today: today() }
    }
}

pub fn today() -> Day {
    Day::parse("2026-11-23").expect("a day")
}

pub fn archetype(id: &str) -> Sample {
    let model =
        Model::new(Playbook::embedded(), Start { today: today(), chance: String::new(), example: Some(id.into()) });
    assert!(!model.account.is_empty(), "no archetype {id}");
    Sample::new(Playbook::embedded(), (*model.account).clone())
}

pub fn blank() -> Sample {
    Sample::new(Playbook::embedded(), Account::default())
}

/// Texts that would be more than text, were they not escaped.
pub const HOSTILE: [&str; 14] = [
    "</style></title><script>alert(1)</script><img src=x onerror=alert(2)>",
    "# no heading\n+ no list\n> no quote\n1. no number\n```\nno code\n```",
    "[no link](javascript:alert(3)) ![no image](x) <https://no.link> [ref]: x",
    "a | b || c \\| d `code` **bold** _under_ ~~gone~~ $x$ &amp; &#x3c; \\",
    "line\n===\nline\n---\n***\n+ plus\n=\n\t tab\n    four",
    "👩‍💻 🚀 naïve café 東京 ∑",
    "שלום (עולם) مرحبا، العالم",
    "\u{202e}turned\u{2066} and \u{0}null\u{7}bell\u{feff}\u{fffe}",
    "\"quoted\" 'single' & < > ]]> --> ${js} {{mustache}}",
    "=1+1",
    "- [x] not agreed",
    "* * *",
    "windows\r\nline\rmac\u{2028}separator",
    "x\" onclick=\"alert(4)",
];

/// A name of 60 letters and signs.
pub const NAME: &str = "<b>Ärger & Söhne</b> | \"Ünïcode\" *GmbH* `& Co.` KG[مرحبا] #🚀";

/// Every text field hostile, every choice ticked, two people without words and one who fits.
pub fn hostile() -> Sample {
    let playbook = Playbook::embedded();
    let mut texts = HOSTILE.iter().cycle().map(|text| (*text).to_owned());
    let mut next = || texts.next().expect("it cycles");
    let mut account = Account::default();
    for question in &playbook.data.questions {
        let entry = match question.kind {
            KindData::Text => Entry::Text(next()),
            KindData::Count | KindData::Percent => Entry::Text("1,234,567".into()),
            KindData::Date => Entry::Text("2026-12-01".into()),
            KindData::Money => Entry::Money { text: "1,234,567,890.5".into(), currency: "EUR".into() },
            KindData::YesNo => Entry::Said(Said::Unknown),
            KindData::Several | KindData::One => {
                Entry::Picked(question.options.iter().map(|option| option.id.clone()).collect())
            }
            KindData::Apps => Entry::Apps(Apps { other: Set::from([next(), next()]), whole: true, ..Apps::default() }),
        };
        account.entries.insert(question.id.clone(), entry);
    }
    assert_eq!(NAME.chars().count(), 60);
    account.entries.insert("account.name".into(), Entry::Text(NAME.into()));
    account.entries.insert("plan.end".into(), Entry::Text("2027-01-31".into()));
    account.entries.insert("deal.years".into(), Entry::Text(next()));
    let rate = fitproof::domain::account::Rate { text: "1.08".into(), date: "2026-11-01".into() };
    account.rates = Table::from([("EUR".into(), rate)]);
    for key in 0..12 {
        let influence = [None, Some(Influence::Low), Some(Influence::High)][key as usize % 3];
        let role = (key % 4 == 0).then(|| "role.champion".into());
        account.people.push(Person { key, name: next(), title: next(), contact: next(), influence, role, group: None });
    }
    account.people.push(Person { key: 12, title: "CTO".into(), ..Person::default() });
    for section in &playbook.data.sections {
        account.sections.insert(section.id.clone(), SectionText { text: next(), done: true, ..SectionText::default() });
    }
    account.approvals = playbook.data.approvals.iter().step_by(2).map(|point| point.id.clone()).collect();
    Sample::new(playbook, account)
}

/// A document with a text in every place that holds one.
pub fn around(text: &str) -> Document {
    let text = text.to_owned();
    Document {
        title: text.clone(),
        subtitle: text.clone(),
        running: text.clone(),
        footer: vec![text.clone()],
        blocks: vec![
            Block::Heading { level: 2, text: text.clone() },
            Block::Paragraph(text.clone()),
            Block::Note(text.clone()),
            Block::List(vec![text.clone()]),
            Block::Checks(vec![Check { done: false, text: text.clone() }]),
            Block::Table { head: vec![text.clone(), "B".into()], rows: vec![vec![text.clone(), text.clone()]] },
            Block::QuotedList(vec![text.clone()]),
            Block::Quote(text),
        ],
    }
}
