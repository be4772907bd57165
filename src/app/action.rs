//! Everything that can happen, as past-tense facts.
use super::cases::{Listed, Shown, Steps, Why};
use super::chapter::{Chapter, ProofPart};
use super::model::{Access, Form, Offline, Page, Part};
use crate::domain::account::Rate;
use crate::domain::account::{Account, Author, Influence, Said, SectionText};
use crate::domain::audience::Audience;
use crate::domain::date::Day;
use crate::domain::exchange::Reply;
use crate::domain::row::{Row, RowKind};
use crate::domain::table::Table;
use crate::playbook::Playbook;

#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// One thing about the account changed.
    Changed(Changed),
    /// The field being typed in was left.
    FieldLeft,
    /// It is another day than when the page was opened.
    DayBegan(Day),
    /// A field was asked for, by its id, from a list or the verdict.
    FieldSought(String),
    /// A part of the page was opened, or closed when it was open.
    Toggled(Part),
    PageOpened(Page),
    /// A part of the business case was opened.
    ChapterOpened(Chapter),
    /// A part of the proof was opened.
    ProofOpened(ProofPart),
    FormChosen(Form),
    AudienceChosen(Audience),
    /// An example took the place of the account in view.
    ExampleChosen(String),
    /// A new, empty account was asked for.
    NewStarted,
    /// A case file was opened.
    CaseOpened(Box<Account>),
    /// A link was followed: its account is looked at.
    CopyOpened(Box<Account>),
    /// Sections to write came in: they are the account in view, kept under this id.
    GuestOpened {
        id: String,
        account: Box<Account>,
    },
    /// What the customer wrote came back, and waits beside what is here.
    ReplyOpened(Box<Reply>),
    ReplyClosed,
    CopyKept,
    CopyClosed,
    /// The store answered with what it holds.
    Restored {
        present: Option<Box<Shown>>,
        cases: Vec<Listed>,
        rates: Table<Rate>,
        backup: Option<Day>,
        since: Option<Day>,
        durable: bool,
    },
    /// A kept case was read, asked for at this revision.
    CaseShown {
        shown: Box<Shown>,
        asked: u64,
        why: Why,
    },
    /// An earlier state of the case in view was asked for, at this revision.
    VersionChosen {
        account: Box<Account>,
        asked: u64,
    },
    /// A case was taken off the device.
    CaseRemoved(String),
    /// What is kept was listed anew.
    CasesListed(Vec<Listed>),
    /// The program broke and starts again on the same page: this was in view.
    /// Without an id it is what the next start would show.
    Resumed {
        case: Option<String>,
        account: Box<Account>,
    },
    /// A case is kept for good, as it was at this revision.
    SaveFinished {
        revision: u64,
        listed: Listed,
        steps: Steps,
    },
    SaveFailed(String),
    /// Another tab had changed the case: what was changed here is a case of its own now.
    Forked {
        from: String,
        to: String,
    },
    /// The page around this one gave answers for an account that is still empty, by question.
    Prefilled(Table<String>),
    /// The page around this one gave the account to show.
    Loaded(Box<Account>),
    /// The page around this one gave another playbook.
    PlaybookConfigured(Box<Playbook>),
    /// The page around this one said what the user may do.
    AccessSet(Access),
    /// All cases were written into a file.
    BackupMade(Day),
    OfflineChanged(Offline),
    Noticed {
        text: String,
        fault: bool,
    },
    NoticeDismissed,
    /// Everything kept on this device was erased.
    Erased,
}

/// A change of the account in view.
#[derive(Clone, Debug, PartialEq)]
pub enum Changed {
    TextTyped {
        question: String,
        text: String,
    },
    AmountTyped {
        question: String,
        text: String,
    },
    CurrencyTyped {
        question: String,
        currency: String,
    },
    RateTyped {
        currency: String,
        text: String,
    },
    /// `None` takes the answer back.
    SaidChosen {
        question: String,
        said: Option<Said>,
    },
    /// One of several was ticked or unticked.
    OptionToggled {
        question: String,
        option: String,
    },
    /// One of few was chosen, or taken back.
    OptionChosen {
        question: String,
        option: Option<String>,
    },
    /// A known app's name or id, or any other name.
    AppAdded {
        question: String,
        name: String,
    },
    AppRemoved {
        question: String,
        name: String,
    },
    StackDeclared {
        question: String,
        whole: bool,
    },
    PersonAdded,
    PersonRemoved(u32),
    PersonNamed {
        key: u32,
        name: String,
    },
    PersonTitled {
        key: u32,
        title: String,
    },
    PersonContactTyped {
        key: u32,
        contact: String,
    },
    PersonJudged {
        key: u32,
        influence: Option<Influence>,
    },
    PersonPlaced {
        key: u32,
        role: Option<String>,
    },
    PersonGrouped {
        key: u32,
        group: Option<String>,
    },
    SettingTyped {
        setting: String,
        text: String,
    },
    SettingReset(String),
    SettingsReset,
    SectionTyped {
        section: String,
        text: String,
    },
    SectionTicked {
        section: String,
        done: bool,
    },
    /// It was said whose words a section holds.
    SectionAttributed {
        section: String,
        author: Author,
    },
    /// What the customer wrote was taken in, by this person on this day.
    SectionsMerged {
        sections: Vec<(String, SectionText)>,
        by: String,
        day: String,
    },
    ApprovalTicked {
        approval: String,
        done: bool,
    },
    /// Rows that refer to each other by keys of their own.
    RowsAdded {
        rows: Vec<Row>,
        before: Option<u32>,
    },
    /// With all that belong to it.
    RowRemoved(u32),
    RowMoved {
        key: u32,
        before: Option<u32>,
    },
    RowTyped {
        key: u32,
        field: String,
        text: String,
    },
    /// A field of the one row of its kind, which is made when it isn't there yet.
    SoleTyped {
        kind: RowKind,
        field: String,
        text: String,
    },
}

impl Changed {
    /// The field whose text this is, when it was typed key by key.
    pub(super) fn typed_field(&self) -> Option<String> {
        match self {
            Self::TextTyped { question, .. }
            | Self::AmountTyped { question, .. }
            | Self::CurrencyTyped { question, .. } => Some(question.clone()),
            Self::SettingTyped { setting, .. } => Some(setting.clone()),
            Self::RowTyped { key, field, .. } => Some(Row::named(*key, field)),
            Self::SoleTyped { kind, field, .. } => Some(kind.field(field)),
            _ => None,
        }
    }
}
