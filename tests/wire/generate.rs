//! Accounts made up by a small generator: every kind of entry, and texts that break careless writers.
use fitproof::domain::account::{Account, Apps, Author, Entry, Influence, Person, Rate, Said, SectionText};
use fitproof::domain::row::{Row, RowKind, Rows};
use fitproof::domain::table::{Set, Table};
use std::rc::Rc;

pub struct Random(pub u64);

const TEXTS: [&str; 22] = [
    "",
    "Northwind Logistics GmbH",
    "48M",
    "1.234,50",
    "2026-12-01",
    "51-200",
    "say \"yes\" \\ or 'no'",
    "<script>alert(1)</script>&amp;<!--",
    "nul \0 and bell \u{7} and escape \u{1b}",
    "שלום עולם",
    "مرحبا \u{202e}reversed\u{202c}",
    "日本語のテキスト",
    "👩‍👩‍👧‍👦 🏳️‍🌈 🇩🇪",
    "e\u{301} \u{fb01} \u{1d11e}",
    "line one\nline two\r\nline three\ttab",
    "\u{2028}\u{2029}\u{feff}\u{fffe}",
    "\u{7f}\u{85}\u{a0}",
    "{\"fitproof\":\"case\"}",
    "v1.eJyrVkrOT0lVslIyVKoFACCzBH4",
    "=HYPERLINK(\"http://example.com\")",
    "\u{10ffff}\u{e000}",
    "   ",
];

impl Random {
    pub fn next(&mut self) -> u64 {
        // splitmix64
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    pub fn below(&mut self, most: usize) -> usize {
        (self.next() % most as u64) as usize
    }

    fn flag(&mut self) -> bool {
        self.next() & 1 == 1
    }

    pub fn text(&mut self) -> String {
        if self.below(3) > 0 {
            return TEXTS[self.below(TEXTS.len())].to_owned();
        }
        let length = self.below(30);
        (0..length).filter_map(|_| char::from_u32((self.next() % 0x11_0000) as u32)).collect()
    }

    fn set(&mut self) -> Set {
        let count = self.below(5);
        (0..count).map(|_| self.text()).collect()
    }

    fn map<T>(&mut self, most: usize, value: impl Fn(&mut Self) -> T) -> Table<T> {
        let count = self.below(most);
        (0..count).map(|number| (format!("{}{number}", self.text()), value(self))).collect()
    }

    fn entry(&mut self) -> Entry {
        match self.below(5) {
            0 => Entry::Text(self.text()),
            1 => Entry::Money { text: self.text(), currency: self.text() },
            2 => Entry::Said([Said::Yes, Said::No, Said::Unknown][self.below(3)]),
            3 => Entry::Picked(self.set()),
            _ => Entry::Apps(Apps { known: self.set(), other: self.set(), whole: self.flag() }),
        }
    }

    fn person(&mut self, key: u32) -> Person {
        Person {
            key,
            name: self.text(),
            title: self.text(),
            contact: self.text(),
            influence: [None, Some(Influence::Low), Some(Influence::Medium), Some(Influence::High)][self.below(4)],
            role: self.flag().then(|| self.text()),
            group: self.flag().then(|| self.text()),
        }
    }

    pub fn account(&mut self) -> Account {
        let people = self.below(6) as u32;
        Account {
            entries: self.map(12, Self::entry),
            people: (0..people).map(|number| self.person(number * 7)).collect(),
            rates: self.map(4, |random| Rate { text: random.text(), date: random.text() }),
            settings: self.map(4, Self::text),
            sections: self.map(6, |random| SectionText {
                text: random.text(),
                done: random.flag(),
                author: [Author::Partner, Author::Customer][random.below(2)],
            }),
            approvals: self.set(),
            rows: self.rows(),
        }
    }

    /// Rows of every kind, each below a parent of the kind it needs.
    fn rows(&mut self) -> Rows {
        let mut rows = Rows::new();
        for key in 0..self.below(12) as u32 {
            let shape = RowKind::ALL[self.below(RowKind::ALL.len())];
            let parents: Vec<u32> =
                rows.iter().filter(|row| Some(row.kind) == shape.shape().parent).map(|row| row.key).collect();
            let parent = match shape.shape().parent {
                None => None,
                Some(_) if parents.is_empty() => continue,
                Some(_) => Some(parents[self.below(parents.len())]),
            };
            let mut row = Row::new(key * 3 + 1, shape, parent);
            let names = [shape.shape().texts, shape.shape().references, shape.shape().inputs].concat();
            for name in names {
                if self.flag() {
                    row.fields.insert(name.to_owned(), self.text());
                }
            }
            if let Some(input) = shape.shape().inputs.first() {
                row.fields.insert(format!("{input}.low"), self.text());
            }
            rows.push(Rc::new(row));
        }
        rows
    }
}

pub fn accounts(count: u64) -> impl Iterator<Item = Account> {
    (0..count).map(|seed| Random(seed).account())
}

fn picked(items: &[&str]) -> Entry {
    Entry::Picked(items.iter().map(|item| (*item).to_owned()).collect())
}

/// An account as partners type them: some twenty answers, three people, two sections.
pub fn usual() -> Account {
    let text = |text: &str| Entry::Text(text.into());
    let set = |items: &[&str]| items.iter().map(|item| (*item).to_owned()).collect();
    let entries = [
        ("account.name", text("Northwind Logistics GmbH")),
        ("firm.employees", text("1,240")),
        ("firm.employees-before", text("1100")),
        ("firm.revenue", Entry::Money { text: "48M".into(), currency: "EUR".into() }),
        ("firm.industry", picked(&["professional-services"])),
        ("firm.department", text("51-200")),
        (
            "tech.stack",
            Entry::Apps(Apps {
                known: set(&["salesforce", "slack", "google-workspace", "netsuite", "jira", "hubspot"]),
                other: set(&["Personio", "Spendesk"]),
                whole: true,
            }),
        ),
        ("tech.automation", picked(&["in-house-scripts", "zapier"])),
        ("deal.budget", Entry::Said(Said::Yes)),
        ("deal.timeline", Entry::Said(Said::Unknown)),
        ("deal.legal", Entry::Said(Said::No)),
        ("deal.pain", picked(&["manual-work", "errors", "slow-reporting"])),
        ("proof.note", text("Ann wants it before the fair")),
        ("proof.start", text("2026-12-01")),
        ("proof.end", text("2026-12-15")),
    ];
    let person = |key, name: &str, title: &str, influence| Person {
        key,
        name: name.into(),
        title: title.into(),
        contact: "ann@northwind.example".into(),
        influence,
        role: None,
        group: None,
    };
    let section = |text: &str, done| SectionText { text: text.into(), done, ..SectionText::default() };
    Account {
        entries: entries.into_iter().map(|(id, entry)| (id.to_owned(), entry)).collect(),
        people: vec![
            person(0, "Ann Keller", "Head of Business Operations", Some(Influence::High)),
            Person {
                role: Some("decision-maker".into()),
                ..person(1, "Rui Costa", "Chief Information Officer", Some(Influence::Medium))
            },
            person(4, "Mia Wolf", "IT Architect", None),
        ],
        rates: Table::from([("EUR".into(), Rate { text: "1.08".into(), date: "2026-11-23".into() })]),
        settings: Table::from([("weight.employees".into(), "3".into())]),
        sections: Table::from([
            ("scope".into(), section("Order intake and invoice matching, with Ann's team for two weeks.", true)),
            ("team".into(), section("Rui grants access to the sandbox.", false)),
        ]),
        approvals: set(&["legal", "security"]),
        rows: Rows::new(),
    }
}

/// Every way to lose the end or spoil one byte, as text again.
pub fn spoilt(text: &str) -> impl Iterator<Item = String> {
    let bytes = text.as_bytes().to_vec();
    let (cut, flipped) = (bytes.clone(), bytes);
    let cut = (0..cut.len()).map(move |end| String::from_utf8_lossy(&cut[..end]).into_owned());
    let flipped = (0..flipped.len()).flat_map(move |at| {
        let bytes = flipped.clone();
        [1, 2, 4, 0x10, 0x20, 0x80, 0xff].into_iter().map(move |mask| {
            let mut bytes = bytes.clone();
            bytes[at] ^= mask;
            String::from_utf8_lossy(&bytes).into_owned()
        })
    });
    cut.chain(flipped)
}
