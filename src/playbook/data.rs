//! The shape of a playbook file. Unknown keys are refused, so a misspelt rule cannot pass for a missing one.
//!
//! Every text is for a person; every disputable figure stands beside the `source` it rests on.
use serde::{Deserialize, Serialize};

/// Where a rule comes from and how far it may be trusted.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SourceData {
    /// The work it stands in, as it is cited on screen.
    pub title: String,
    /// Where in that work.
    pub locator: String,
    pub basis: Basis,
    /// A disagreement between sources, or how an unclear one was read.
    #[serde(default)]
    pub note: Option<String>,
}

/// How a rule follows from its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// The source says so.
    Stated,
    /// Follows from what the source says.
    Derived,
    /// Our judgement: no source gives it.
    Judgement,
}

/// A whole playbook file.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct PlaybookData {
    /// Version of this file format: 1.
    pub format: u32,
    pub id: String,
    /// Version of the content, e.g. `2026.11`.
    pub version: String,
    pub title: String,
    /// Says that this is unofficial.
    pub disclaimer: String,
    /// ISO date of the last review of the content against its sources.
    pub reviewed: String,
    /// ISO 4217 code that all money bounds are in.
    pub currency: String,
    pub questions: Vec<QuestionData>,
    pub apps: Vec<AppData>,
    pub tiers: TiersData,
    pub profiles: Vec<ProfileData>,
    pub roles: Vec<RoleData>,
    pub personas: Vec<PersonaData>,
    pub groups: Vec<EntryData>,
    /// Which questions tell the yearly size of the deal.
    pub deal: DealData,
    pub engagements: Vec<EngagementData>,
    pub preconditions: Vec<GateData>,
    pub gates: Vec<GateData>,
    pub sections: Vec<SectionData>,
    pub approvals: Vec<ApprovalData>,
    pub window: WindowData,
    pub warnings: Vec<WarningData>,
    pub advice: Vec<AdviceData>,
    pub context: Vec<EntryData>,
    pub tips: Vec<EntryData>,
    pub archetypes: Vec<ArchetypeData>,
}

/// One question of the form.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionData {
    pub id: String,
    /// The page of the form it stands on.
    pub page: PageData,
    /// Heading of the questions it stands among.
    #[serde(default)]
    pub group: String,
    /// Belongs to the 30-second mode.
    #[serde(default)]
    pub quick: bool,
    /// The question in the partner's words: "How many people do they employ?"
    pub label: String,
    /// A noun phrase for tables and sentences: "employees".
    pub short: String,
    #[serde(default)]
    pub hint: String,
    /// How to find the answer out, for "ask next": "Ask how many people they employed a year ago".
    #[serde(default)]
    pub ask: String,
    pub kind: KindData,
    /// Answers to pick for choices; for numbers, bands to pick ("51-200").
    #[serde(default)]
    pub options: Vec<OptionData>,
    /// Another count that this one can't be below (a department's people, for the whole company's).
    #[serde(default)]
    pub contains: Option<String>,
    /// Context only: no rule reads it.
    #[serde(default)]
    pub context: bool,
    pub source: SourceData,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PageData {
    Account,
    Deal,
    Proof,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum KindData {
    /// Free text.
    Text,
    /// A whole number, or a band of them.
    Count,
    /// A percentage, or a band.
    Percent,
    /// An amount with its currency, or a band.
    Money,
    /// Several may be ticked.
    Several,
    /// One may be chosen.
    One,
    YesNo,
    /// The tool stack.
    Apps,
    /// A day.
    Date,
}

/// An answer to pick.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct OptionData {
    pub id: String,
    pub label: String,
    /// Ticking it unticks all others ("none of these").
    #[serde(default)]
    pub exclusive: bool,
}

/// An app of the tool stack.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct AppData {
    pub id: String,
    pub name: String,
    /// Proves a modern cloud stack.
    #[serde(default)]
    pub cloud: bool,
    /// Reached only with the Enterprise plan.
    #[serde(default)]
    pub enterprise_only: bool,
    pub source: SourceData,
}

/// Bounds of the tiers, best first; the last begins at 0.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct TiersData {
    pub levels: Vec<TierData>,
    /// Below this coverage (0 to 100) no tier is named.
    pub least_coverage: u32,
    pub undecided: String,
    pub source: SourceData,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct TierData {
    pub id: String,
    pub label: String,
    /// Least score in points, 0 to 100.
    pub from: u32,
}

/// An ideal customer profile.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ProfileData {
    pub id: String,
    pub name: String,
    /// Lower-case, for the middle of a sentence.
    pub short: String,
    /// "80 %": the share of focus. It never scores.
    pub focus: String,
    pub who: String,
    /// The criteria whose certain failing puts an account between the profiles.
    pub size: Vec<String>,
    pub criteria: Vec<CriterionData>,
    pub values: Vec<EntryData>,
    pub problems: Vec<EntryData>,
    pub decision_maker: String,
    pub champion: String,
    pub source: SourceData,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct CriterionData {
    pub id: String,
    pub label: String,
    /// The rule in words: "grows by at least 30 % a year in number of employees".
    pub states: String,
    /// Points, 0 to 100; those of a profile sum to 100.
    pub weight: u32,
    /// The question that settles it.
    pub question: String,
    pub input: InputData,
    pub rule: RuleData,
    pub source: SourceData,
    /// Where weight and near band come from.
    pub weight_source: SourceData,
}

/// What a rule looks at.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case", deny_unknown_fields)]
pub enum InputData {
    /// An answer as it is.
    Answer { question: String },
    /// Yearly growth in percent: from two headcounts, else from a typed rate.
    Growth { now: String, then: String, rate: String, young: String },
    /// An explicit yes or no, else what the named cloud apps of the stack prove.
    Stack { said: String, apps: String },
}

/// The closed set of rule kinds. Bounds are whole numbers in the unit of the input.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum RuleData {
    AtLeast {
        met: i64,
        #[serde(default)]
        near: Option<i64>,
    },
    /// Met strictly below `met`; near from there to `near`, both in.
    Below {
        met: i64,
        #[serde(default)]
        near: Option<i64>,
    },
    /// Both ends in.
    Within {
        met: [i64; 2],
        #[serde(default)]
        near: Option<[i64; 2]>,
    },
    AnyOf {
        met: Vec<String>,
        #[serde(default)]
        near: Vec<String>,
    },
    YesNo,
}

/// A role in the buying group. The order of roles in the file is the order in which titles are matched.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct RoleData {
    pub id: String,
    pub name: String,
    pub who: String,
    /// Needed always, or only when this question's number is below or above a bound.
    #[serde(default)]
    pub needed: Option<NeedData>,
    /// Only a person with at least medium influence covers it.
    #[serde(default)]
    pub influence: bool,
    /// Title words: whole words, any case; `*` stands for one or more words, `?` for one letter.
    pub words: Vec<String>,
    /// Titles to look for.
    pub titles: Vec<TitleData>,
    /// The gate that a covered role suggests as met.
    #[serde(default)]
    pub suggests: Option<String>,
    pub source: SourceData,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum NeedData {
    Below { question: String, bound: i64 },
    Above { question: String, bound: i64 },
    Said { question: String },
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct TitleData {
    pub title: String,
    /// Shown for this profile only.
    #[serde(default)]
    pub profile: Option<String>,
    #[serde(default)]
    pub needed: Option<NeedData>,
    pub source: SourceData,
}

/// What one kind of person cares about.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct PersonaData {
    pub id: String,
    pub role: String,
    pub title: String,
    /// Title words that pick this persona, as in a role.
    pub words: Vec<String>,
    pub measures: Vec<String>,
    pub pains: Vec<String>,
    pub wants: Vec<String>,
    pub source: SourceData,
}

/// A text with an id and a source.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct EntryData {
    pub id: String,
    pub text: String,
    pub source: SourceData,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct DealData {
    /// A money question: the yearly value, or a total over `years`.
    pub size: String,
    /// A count question: the years the total covers; blank for a yearly value.
    pub years: String,
    pub source: SourceData,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct EngagementData {
    pub id: String,
    pub name: String,
    /// "deal under $10,000 a year"
    pub when: String,
    /// Strictly below this yearly deal size.
    #[serde(default)]
    pub below: Option<i64>,
    /// Strictly above this yearly deal size.
    #[serde(default)]
    pub above: Option<i64>,
    /// A yes to this question picks it at any size.
    #[serde(default)]
    pub said: Option<String>,
    /// The source wants a good fit first.
    #[serde(default)]
    pub wants_fit: bool,
    /// Goes through the gates.
    #[serde(default)]
    pub gated: bool,
    pub relationship: String,
    pub influence: String,
    pub pros: Vec<EntryData>,
    pub cons: Vec<EntryData>,
    pub call: EntryData,
    pub next: EntryData,
    pub source: SourceData,
    pub bound_source: SourceData,
}

/// A precondition or gate; its answer is the yes-no question of the same id with `question` as text.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct GateData {
    pub id: String,
    pub name: String,
    /// The yes-no question that answers it.
    pub question: String,
    /// What to do when it isn't met yet.
    pub action: String,
    /// Suggested as met when all these questions are answered.
    #[serde(default)]
    pub answered: Vec<String>,
    pub source: SourceData,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SectionData {
    pub id: String,
    pub name: String,
    pub author: AuthorData,
    /// "written by the customer, in their own words"
    pub written_by: String,
    pub holds: Vec<EntryData>,
    /// One discovery question, for the sections that the customer writes.
    #[serde(default)]
    pub discovery: Option<EntryData>,
    pub source: SourceData,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AuthorData {
    Customer,
    Partner,
    Both,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ApprovalData {
    pub id: String,
    pub name: String,
    /// The same point worded as a joint agreement, for the customer.
    pub joint: String,
    pub source: SourceData,
}

/// How long a proof of concept may run, in calendar days from start to end.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct WindowData {
    pub start: String,
    pub end: String,
    pub decision: String,
    pub ideal: u32,
    pub most: u32,
    /// Working days after the end within which a decision meeting is advice, not a breach.
    pub grace: u32,
    pub source: SourceData,
}

/// A warning that a number, a yes or an app brings.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct WarningData {
    pub id: String,
    pub text: String,
    /// Any of these brings it.
    pub any: Vec<TriggerData>,
    pub source: SourceData,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum TriggerData {
    Above { question: String, bound: i64 },
    Said { question: String },
    EnterpriseApp { question: String },
}

/// Advice when even the best that is possible is in the lowest tier.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct AdviceData {
    pub id: String,
    pub text: String,
    /// Used instead when an Enterprise-only app is in the stack.
    pub enterprise_app: String,
    /// Days from today until one should look again.
    pub days: u32,
    pub source: SourceData,
}

/// An invented account to load.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ArchetypeData {
    pub id: String,
    pub name: String,
    pub answers: Vec<SampleData>,
    pub people: Vec<SamplePersonData>,
}

/// An answer as a person would type it.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SampleData {
    pub question: String,
    /// Text, number or date as typed; `yes` or `no`; for money with its currency code ("USD 40M").
    #[serde(default)]
    pub text: String,
    /// Options or apps ticked.
    #[serde(default)]
    pub picks: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SamplePersonData {
    pub name: String,
    pub title: String,
    /// low, medium, high or empty.
    #[serde(default)]
    pub influence: String,
}
