//! The table of rules once more, by hand, and accounts written in short: an independent statement to test by.
use fitproof::domain::account::{Account, Apps, Entry, Rate, Said};
use fitproof::domain::answer::Answers;
use fitproof::domain::criterion::{Criterion, Input, Rule};
use fitproof::domain::engagement::Engagement;
use fitproof::domain::fit::{Fit, Profile, Tiers, assess};
use fitproof::domain::growth::GrowthInput;
use fitproof::domain::question::{Kind, Question};
use fitproof::domain::reading::{Reading, read};
use fitproof::domain::table::Set;

/// Short name, id, kind, options; in the order of the form.
const QUESTIONS: &[(&str, &str, Kind, &[&str])] = &[
    ("employees", "account.employees", Kind::Count, &[]),
    ("before", "account.employees-before", Kind::Count, &[]),
    ("growth", "account.growth", Kind::Percent, &[]),
    ("young", "account.young", Kind::YesNo, &[]),
    ("revenue", "account.revenue", Kind::Money, &[]),
    ("model", "account.business-model", Kind::Several, &["saas", "e-commerce", "other-online", "none"]),
    ("native", "account.digital-native", Kind::YesNo, &[]),
    ("pressure", "account.pressure", Kind::YesNo, &[]),
    ("sensitive", "account.sensitive-data", Kind::YesNo, &[]),
    (
        "departments",
        "deal.departments",
        Kind::Several,
        &["marketing", "sales", "support", "internal-startup", "hr", "it", "finance", "operations", "other"],
    ),
    ("people", "deal.department-employees", Kind::Count, &[]),
    ("volume", "deal.transactions", Kind::Count, &[]),
    ("stack", "account.stack", Kind::Apps, &[]),
    ("cloud", "account.cloud-stack", Kind::YesNo, &[]),
    ("prototyping", "account.prototyping", Kind::YesNo, &[]),
    ("online", "account.online-presence", Kind::YesNo, &[]),
    ("critical", "account.critical-processes", Kind::YesNo, &[]),
    ("drive", "account.drive", Kind::YesNo, &[]),
    ("size", "deal.size", Kind::Money, &[]),
    ("years", "deal.years", Kind::Count, &[]),
    ("oem", "deal.oem", Kind::YesNo, &[]),
    ("poc-type", "deal.poc-type", Kind::One, &["technical", "value", "oem"]),
    ("start", "plan.start", Kind::Date, &[]),
    ("end", "plan.end", Kind::Date, &[]),
    ("decision", "plan.decision", Kind::Date, &[]),
];

/// The apps that prove a modern cloud stack.
const CLOUD: [&str; 8] =
    ["salesforce", "hubspot", "workday", "marketo", "servicenow", "zendesk", "monday", "greenhouse"];

pub fn id(short: &str) -> String {
    find(short).map_or(short, |(_, id, _, _)| id).to_owned()
}

fn find(short: &str) -> Option<&'static (&'static str, &'static str, Kind, &'static [&'static str])> {
    QUESTIONS.iter().find(|(name, id, _, _)| *name == short || *id == short)
}

pub fn questions() -> Vec<Question> {
    let question = |(_, id, kind, options): &(&str, &str, Kind, &[&str])| Question {
        id: (*id).into(),
        short: (*id).into(),
        kind: *kind,
        contains: (*id == "account.employees").then(|| "deal.department-employees".into()),
        options: options.iter().map(|option| ((*option).into(), *option == "none")).collect(),
    };
    QUESTIONS.iter().map(question).collect()
}

pub fn order() -> Vec<String> {
    QUESTIONS.iter().map(|(_, id, _, _)| (*id).to_owned()).collect()
}

pub fn tiers() -> Tiers {
    Tiers { from: vec![2 * 75, 2 * 50, 0], least_coverage: 40 }
}

pub fn engagements() -> Vec<Engagement> {
    let kind = |id: &str, below, above, said: Option<&str>| Engagement {
        id: format!("engagement.{id}"),
        below,
        above,
        said: said.map(Into::into),
    };
    vec![
        kind("self-service", Some(10_000), None, None),
        kind("guided-trial", None, None, None),
        kind("pov", None, Some(100_000), Some("deal.oem")),
    ]
}

fn set(ids: &[&str]) -> Set {
    ids.iter().map(|id| (*id).to_owned()).collect()
}

/// The two profiles, scale-up first.
pub fn profiles() -> Vec<Profile> {
    let growth =
        Input::Growth(GrowthInput { now: id("employees"), then: id("before"), rate: id("growth"), young: id("young") });
    let million = 1_000_000;
    let models = Rule::AnyOf { met: set(&["saas", "e-commerce"]), near: set(&["other-online"]) };
    let departments =
        Rule::AnyOf { met: set(&["marketing", "sales", "support", "internal-startup"]), near: set(&["hr"]) };
    let scale_up = vec![
        ("growth", 25, "before", growth, Rule::AtLeast { met: 30, near: Some(20) }),
        plain("online-product", 15, "model", models),
        plain("revenue", 15, "revenue", Rule::Below { met: 100 * million, near: Some(120 * million) }),
        plain("digital-native", 15, "native", Rule::YesNo),
        plain("employees", 10, "employees", Rule::Within { met: (50, 1_000), near: Some((40, 1_200)) }),
    ];
    let front_office = vec![
        plain("employees", 20, "employees", Rule::AtLeast { met: 1_000, near: Some(800) }),
        plain("front-office", 20, "departments", departments),
        plain("revenue", 15, "revenue", Rule::AtLeast { met: 500 * million, near: Some(400 * million) }),
        plain("volume", 15, "volume", Rule::AtLeast { met: 1_000, near: Some(200) }),
        plain("pressure", 10, "pressure", Rule::YesNo),
    ];
    vec![profile("scale-up", scale_up), profile("front-office", front_office)]
}

type Row = (&'static str, u32, &'static str, Input, Rule);

fn plain(name: &'static str, weight: u32, question: &'static str, rule: Rule) -> Row {
    (name, weight, question, Input::Answer(id(question)), rule)
}

fn profile(name: &str, own: Vec<Row>) -> Profile {
    let stack = Input::Stack { said: id("cloud"), apps: id("stack"), named: set(&CLOUD) };
    let joint = [
        ("cloud-stack", 4, "cloud", stack, Rule::YesNo),
        plain("prototyping", 4, "prototyping", Rule::YesNo),
        plain("online-presence", 4, "online", Rule::YesNo),
        plain("critical-processes", 4, "critical", Rule::YesNo),
        plain("drive", 4, "drive", Rule::YesNo),
    ];
    let criterion = |(short, weight, question, input, rule): Row| Criterion {
        id: format!("fit.{name}.{short}"),
        question: id(question),
        weight,
        input,
        rule,
    };
    Profile {
        id: name.into(),
        criteria: own.into_iter().chain(joint).map(criterion).collect(),
        size: vec![format!("fit.{name}.employees"), format!("fit.{name}.revenue")],
    }
}

/// An account in short: `employees=46; revenue=EUR 80M; model=saas, none; stack=slack !; rate EUR=1.08`.
/// An exclamation mark in the stack says that it is the whole stack.
pub fn account(given: &str) -> Account {
    let mut account = Account::default();
    for part in given.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        let (name, value) = part.split_once('=').unwrap_or_else(|| panic!("no = in {part}"));
        let (name, value) = (name.trim(), value.trim());
        if let Some(code) = name.strip_prefix("rate ") {
            account.rates.insert(code.into(), Rate { text: value.into(), date: "2026-11-23".into() });
            continue;
        }
        let (_, id, kind, _) = find(name).unwrap_or_else(|| panic!("no question {name}"));
        account.entries.insert((*id).into(), entry(*kind, value));
    }
    account
}

/// What a person would have typed or picked at a question of this kind.
pub fn entry(kind: Kind, value: &str) -> Entry {
    let picks = || value.split(',').map(|pick| pick.trim().to_owned()).filter(|pick| !pick.is_empty());
    match kind {
        Kind::Money => Entry::Money { text: value.into(), currency: String::new() },
        Kind::YesNo => Entry::Said(match value {
            "yes" => Said::Yes,
            "no" => Said::No,
            _ => Said::Unknown,
        }),
        Kind::Several | Kind::One => Entry::Picked(picks().collect()),
        Kind::Apps => Entry::Apps(Apps {
            known: value.split([',', '!']).map(|app| app.trim().to_owned()).filter(|app| !app.is_empty()).collect(),
            other: Set::new(),
            whole: value.contains('!'),
        }),
        Kind::Text | Kind::Count | Kind::Percent | Kind::Date => Entry::Text(value.into()),
    }
}

pub fn reading(given: &str) -> Reading {
    read(&questions(), &profiles(), "USD", &account(given))
}

pub fn answers(given: &str) -> Answers {
    reading(given).answers
}

pub fn fit(given: &str) -> Fit {
    assess(&profiles(), &tiers(), &answers(given))
}

/// All of the scale-up's criteria met, unless something else is given after it.
pub const SCALE_UP: &str = "employees=500; before=300; revenue=$40M; model=saas; native=yes; cloud=yes; \
     prototyping=yes; online=yes; critical=yes; drive=yes; ";

/// All of the front office's criteria met.
pub const FRONT_OFFICE: &str = "employees=5000; revenue=$2bn; departments=sales; volume=9000; pressure=yes; \
     cloud=yes; prototyping=yes; online=yes; critical=yes; drive=yes; ";
