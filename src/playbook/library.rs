//! The part of a playbook for the business case: opened where it is needed, its settings as defaults of a plan, its use
//! cases as rows of an account.
use super::Playbook;
use super::data::{
    BenefitData, FigureData, GrainData, HowData, PerData, PlaybookData, ProcessData, SourceData, StepData, UseCaseData,
    ValueData,
};
use super::packed::Closed;
use super::unpack::{Packed, Unpack};
use crate::domain::row::{Row, RowKind, Rows, next_key, of};
use crate::domain::table::{Set, Table};
use crate::domain::value::defaults::Defaults;

/// That of the playbook that ships. Only what opens it brings it along.
const EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/value.bin"));

/// The part for the business case, or what stands in for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Library {
    pub data: ValueData,
    /// The playbook has such a part. Else there are no use cases, and the settings are those that ship with Fitproof,
    /// which their sources then say.
    pub own: bool,
    currency: String,
}

/// The part as it stands in the playbook.
pub fn part(value: &Closed<ValueData>) -> Option<ValueData> {
    value.open_or(shipped)
}

fn shipped() -> ValueData {
    ValueData::unpack(&mut Packed(EMBEDDED))
}

/// Said with every figure that isn't the playbook's own.
const STANDS_IN: &str = "; set by Fitproof, as this playbook has no business case";

fn borrowed_grain() -> Option<GrainData> {
    let mut grain = shipped().grain?;
    grain.source.locator.push_str("; set by Fitproof, as this playbook does not say");
    Some(grain)
}

impl Library {
    pub fn open(playbook: &Playbook) -> Self {
        Self::of(&playbook.data)
    }

    pub fn of(data: &PlaybookData) -> Self {
        let currency = data.currency.clone();
        match part(&data.value) {
            Some(mut data) => {
                data.grain = data.grain.or_else(borrowed_grain);
                Self { data, own: true, currency }
            }
            None => {
                let mut data = shipped();
                data.use_cases.clear();
                data.feeds.clear();
                data.grain = borrowed_grain();
                Self { data, own: false, currency }
            }
        }
    }

    /// What holds in a plan where nothing was typed.
    pub fn defaults(&self) -> Defaults {
        let mut fields = Table::new();
        for setting in &self.data.defaults {
            let about = &setting.about;
            put(&mut fields, &about.field, &setting.figure, &about.source);
            if !self.own {
                fields.at([&about.field, ".source"].concat()).push_str(STANDS_IN);
            }
        }
        fields.insert("currency".into(), self.currency.clone());
        for (tier, share) in self.data.grain.iter().flat_map(GrainData::shares) {
            fields.insert(["grain.", tier].concat(), share.to_owned());
        }
        Defaults { fields }
    }

    pub fn use_case(&self, id: &str) -> Option<&UseCaseData> {
        self.data.use_cases.iter().find(|use_case| use_case.id == id)
    }
}

/// A use case with what speaks for it in one account.
#[derive(Clone, Debug, PartialEq)]
pub struct Suited<'a> {
    pub use_case: &'a UseCaseData,
    /// Ids of its departments that the account names.
    pub departments: Vec<&'a str>,
    /// Ids of its apps that the account has.
    pub apps: Vec<&'a str>,
}

/// All use cases, those first that are for more of these departments, then those with more of these apps; the rest in
/// the playbook's order.
pub fn suited<'a>(use_cases: &'a [UseCaseData], departments: &Set, apps: &Set) -> Vec<Suited<'a>> {
    let among = |own: &'a [String], asked: &Set| -> Vec<&'a str> {
        own.iter().map(String::as_str).filter(|id| asked.contains(id)).collect()
    };
    let mut all: Vec<Suited> = use_cases
        .iter()
        .map(|use_case| Suited {
            use_case,
            departments: among(&use_case.departments, departments),
            apps: among(&use_case.apps, apps),
        })
        .collect();
    all.sort_by_key(|suited| std::cmp::Reverse((!suited.departments.is_empty(), suited.apps.len())));
    all
}

/// The use case as rows that refer to each other by keys of their own: see [`crate::domain::row::add`].
pub fn rows(use_case: &UseCaseData) -> Vec<Row> {
    rows_beside(use_case, &Rows::new())
}

/// The same, but who does the work is taken from the rows that are there when the name is the same.
pub fn rows_beside(use_case: &UseCaseData, existing: &Rows) -> Vec<Row> {
    let mut list = List { use_case, rows: Vec::new(), next: next_key(existing), roles: Vec::new() };
    let process = list.process(&use_case.process, existing);
    for benefit in &use_case.benefits {
        list.benefit(benefit, process);
    }
    list.rows
}

struct List<'a> {
    use_case: &'a UseCaseData,
    rows: Vec<Row>,
    next: u32,
    /// Keys of roles by their id.
    roles: Vec<(&'a str, u32)>,
}

impl<'a> List<'a> {
    fn add(&mut self, kind: RowKind, parent: Option<u32>, texts: &[(&str, &str)]) -> &mut Row {
        let at = self.rows.len();
        self.rows.push(Row::filled(self.next, kind, parent, texts));
        self.next += 1;
        &mut self.rows[at]
    }

    fn process(&mut self, process: &'a ProcessData, existing: &Rows) -> u32 {
        for role in &process.roles {
            let same = of(existing, RowKind::Role).find(|row| row.text("name") == role.name);
            let key = same.map_or_else(
                || {
                    let row = self.add(RowKind::Role, None, &[("name", &role.name)]);
                    put(&mut row.fields, "hourly-cost", &role.hourly_cost, &process.figure_source);
                    row.key
                },
                |row| row.key,
            );
            self.roles.push((&role.id, key));
        }
        let department = self.use_case.departments.first().map_or("", String::as_str);
        let texts = [
            ("name", process.name.as_str()),
            ("department", department),
            ("use-case", &self.use_case.id),
            ("volume-per", per(process.per)),
        ];
        let row = self.add(RowKind::Process, None, &texts);
        put(&mut row.fields, "volume", &process.volume, &process.figure_source);
        let key = row.key;
        let lanes: Vec<(&str, u32)> = process
            .lanes
            .iter()
            .map(|lane| (lane.id.as_str(), self.add(RowKind::Lane, Some(key), &[("name", &lane.name)]).key))
            .collect();
        for (side, steps) in [("before", &process.before), ("after", &process.after)] {
            self.side(key, side, steps, &lanes, &process.figure_source);
        }
        key
    }

    /// The steps in order, then the ways out of decisions.
    fn side(&mut self, process: u32, side: &str, steps: &[StepData], lanes: &[(&str, u32)], source: &SourceData) {
        let first = self.next;
        let keys: Vec<(&str, u32)> = steps.iter().map(|step| step.id.as_str()).zip(first..).collect();
        let roles = self.roles.clone();
        for step in steps {
            let row = self.add(
                RowKind::Step,
                Some(process),
                &[("name", step.name.as_str()), ("side", side), ("how", how(step.how))],
            );
            let mut refer = |field: &str, id: &str, among: &[(&str, u32)]| {
                if let Some((_, key)) = among.iter().find(|(own, _)| *own == id) {
                    row.fields.insert(field.to_owned(), key.to_string());
                }
            };
            refer("lane", &step.lane, lanes);
            step.role.iter().for_each(|role| refer("role", role, &roles));
            step.then.iter().for_each(|then| refer("then", then, &keys));
            if step.then.as_deref() == Some(END) {
                row.fields.insert("ends".to_owned(), "yes".to_owned());
            }
            let figures = [
                ("minutes", &step.minutes),
                ("waiting", &step.waiting),
                ("error-rate", &step.error_rate),
                ("fix-minutes", &step.fix_minutes),
            ];
            for (field, figure) in figures {
                figure.iter().for_each(|figure| put(&mut row.fields, field, figure, source));
            }
        }
        for (step, (_, key)) in steps.iter().zip(&keys) {
            for branch in &step.branches {
                let row = self.add(RowKind::Branch, Some(*key), &[("label", branch.label.as_str())]);
                match keys.iter().find(|(own, _)| *own == branch.to) {
                    Some((_, to)) => row.fields.insert("to".to_owned(), to.to_string()),
                    None => row.fields.insert("ends".to_owned(), "yes".to_owned()),
                };
                put(&mut row.fields, "share", &branch.share, source);
            }
        }
    }

    fn benefit(&mut self, benefit: &BenefitData, process: u32) {
        let role =
            benefit.role.as_ref().and_then(|role| self.roles.iter().find(|(id, _)| id == role)).map(|(_, key)| *key);
        let use_case = self.use_case.id.as_str();
        let texts = [
            ("driver", benefit.driver.id()),
            ("name", &benefit.name),
            ("use-case", use_case),
            ("volume-per", benefit.per.map_or("", per)),
        ];
        let row = self.add(RowKind::Benefit, None, &texts);
        if benefit.of_process {
            row.fields.insert("process".to_owned(), process.to_string());
        }
        role.iter().for_each(|role| _ = row.fields.insert("role".to_owned(), role.to_string()));
        for named in &benefit.figures {
            put(&mut row.fields, &named.field, &named.figure, &benefit.source);
        }
    }
}

/// Where a step or branch says that nothing follows.
pub const END: &str = "end";

/// A figure with its range, marked as a default of the playbook's, and its source.
fn put(fields: &mut Table<String>, field: &str, figure: &FigureData, source: &SourceData) {
    let source = figure.source.as_ref().unwrap_or(source);
    let cited = [&source.title, ", ", &source.locator].concat();
    let parts = [
        ("", figure.likely.as_str()),
        (".low", &figure.low),
        (".high", &figure.high),
        (".evidence", "d"),
        (".source", &cited),
    ];
    for (part, text) in parts.into_iter().filter(|(_, text)| !text.is_empty()) {
        fields.insert([field, part].concat(), text.to_owned());
    }
}

fn per(per: PerData) -> &'static str {
    match per {
        PerData::Day => "day",
        PerData::Week => "week",
        PerData::Month => "month",
        PerData::Year => "year",
    }
}

fn how(how: HowData) -> &'static str {
    match how {
        HowData::Manual => "manual",
        HowData::Decision => "decision",
        HowData::Automatic => "automatic",
    }
}
