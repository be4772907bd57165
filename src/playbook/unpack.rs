//! Reads the embedded playbook, which the build has checked and packed (integers as variable-length numbers, texts and
//! lists with their length before them, one after the other without names). A general reader weighs eight times as
//! much; that this one reads the same as the strict reader of the file is tested.
use super::data::*;

/// What is left to read. Past the end there are only zeros: the bytes are our own.
pub struct Packed<'a>(pub &'a [u8]);

impl Packed<'_> {
    fn number(&mut self) -> u64 {
        let (mut number, mut shift) = (0, 0);
        while let Some((byte, rest)) = self.0.split_first() {
            self.0 = rest;
            number |= u64::from(byte & 127) << shift;
            shift += 7;
            if byte & 128 == 0 || shift > 63 {
                break;
            }
        }
        number
    }

    fn bytes(&mut self) -> &[u8] {
        let length = usize::try_from(self.number()).unwrap_or_default();
        let (bytes, rest) = self.0.split_at_checked(length).unwrap_or_default();
        self.0 = rest;
        bytes
    }
}

/// What can be read from packed bytes.
pub trait Unpack {
    fn unpack(packed: &mut Packed) -> Self;
}

impl Unpack for String {
    fn unpack(packed: &mut Packed) -> Self {
        Self::from_utf8(packed.bytes().to_vec()).unwrap_or_default()
    }
}

impl Unpack for bool {
    fn unpack(packed: &mut Packed) -> Self {
        packed.number() != 0
    }
}

impl Unpack for u32 {
    fn unpack(packed: &mut Packed) -> Self {
        packed.number() as Self
    }
}

impl Unpack for i64 {
    /// Signs stand in the last bit.
    fn unpack(packed: &mut Packed) -> Self {
        let number = packed.number();
        (number >> 1) as Self ^ -((number & 1) as Self)
    }
}

impl Unpack for [i64; 2] {
    fn unpack(packed: &mut Packed) -> Self {
        [Unpack::unpack(packed), Unpack::unpack(packed)]
    }
}

impl<T: Unpack> Unpack for Option<T> {
    fn unpack(packed: &mut Packed) -> Self {
        bool::unpack(packed).then(|| T::unpack(packed))
    }
}

impl<T: Unpack> Unpack for Vec<T> {
    fn unpack(packed: &mut Packed) -> Self {
        // No more than there are bytes left: each item takes one at least.
        let count = packed.number().min(packed.0.len() as u64);
        (0..count).map(|_| T::unpack(packed)).collect()
    }
}

macro_rules! fields {
    ($($name:ident { $($field:ident),* })*) => {
        $(impl Unpack for $name {
            fn unpack(packed: &mut Packed) -> Self {
                Self { $($field: Unpack::unpack(packed)),* }
            }
        })*
    };
}

/// Variants by their number; the last for any number beyond.
macro_rules! variants {
    ($($name:ident { $($number:literal $variant:ident),*; $last:ident })*) => {
        $(impl Unpack for $name {
            fn unpack(packed: &mut Packed) -> Self {
                match packed.number() {
                    $($number => Self::$variant,)*
                    _ => Self::$last,
                }
            }
        })*
    };
}

fields! {
    SourceData { title, locator, basis, note }
    PlaybookData {
        format, id, version, title, disclaimer, reviewed, currency, questions, apps, tiers, profiles, roles, personas, groups, deal, engagements, preconditions, gates, sections, approvals, window, warnings, advice, context, tips, archetypes, value, guide
    }
    EntryData { id, text, source }
    DealData { size, years, source }
    EngagementData {
        id, name, when, below, above, said, wants_fit, gated, relationship, influence, pros, cons, call, next, source, bound_source
    }
    GateData { id, name, question, action, answered, source }
    WarningData { id, text, any, source }
    AdviceData { id, text, enterprise_app, days, source }
    ArchetypeData { id, name, answers, people }
    SampleData { question, text, picks }
    SamplePersonData { name, title, influence }
    TiersData { levels, least_coverage, undecided, source }
    TierData { id, label, from }
    ProfileData { id, name, short, focus, who, size, criteria, values, problems, decision_maker, champion, source }
    CriterionData { id, label, states, weight, question, input, rule, source, weight_source }
    QuestionData { id, page, group, quick, label, short, hint, ask, kind, options, contains, context, source }
    OptionData { id, label, exclusive }
    AppData { id, name, cloud, enterprise_only, source }
    RoleData { id, name, who, needed, influence, words, except, titles, suggests, source }
    TitleData { title, profile, needed, source }
    PersonaData { id, role, title, words, measures, pains, wants, source }
    SectionData { id, name, author, written_by, holds, discovery, source }
    ApprovalData { id, name, joint, source }
    WindowData { start, end, decision, ideal, most, grace, source }
}

variants! {
    Basis { 0 Stated, 1 Derived; Judgement }
    PageData { 0 Account, 1 Deal; Proof }
    KindData { 0 Text, 1 Count, 2 Percent, 3 Money, 4 Several, 5 One, 6 YesNo, 7 Apps; Date }
    AuthorData { 0 Customer, 1 Partner; Both }
}

impl Unpack for InputData {
    fn unpack(packed: &mut Packed) -> Self {
        let kind = u32::unpack(packed);
        let mut text = || String::unpack(packed);
        match kind {
            0 => Self::Answer { question: text() },
            1 => Self::Growth { now: text(), then: text(), rate: text(), young: text() },
            _ => Self::Stack { said: text(), apps: text() },
        }
    }
}

impl Unpack for RuleData {
    fn unpack(packed: &mut Packed) -> Self {
        match u32::unpack(packed) {
            0 => Self::AtLeast { met: Unpack::unpack(packed), near: Unpack::unpack(packed) },
            1 => Self::Below { met: Unpack::unpack(packed), near: Unpack::unpack(packed) },
            2 => Self::Within { met: Unpack::unpack(packed), near: Unpack::unpack(packed) },
            3 => Self::AnyOf { met: Unpack::unpack(packed), near: Unpack::unpack(packed) },
            _ => Self::YesNo,
        }
    }
}

impl Unpack for TriggerData {
    fn unpack(packed: &mut Packed) -> Self {
        match u32::unpack(packed) {
            0 => Self::Above { question: Unpack::unpack(packed), bound: Unpack::unpack(packed) },
            1 => Self::Said { question: Unpack::unpack(packed) },
            _ => Self::EnterpriseApp { question: Unpack::unpack(packed) },
        }
    }
}

impl Unpack for NeedData {
    fn unpack(packed: &mut Packed) -> Self {
        match u32::unpack(packed) {
            0 => Self::Below { question: Unpack::unpack(packed), bound: Unpack::unpack(packed) },
            1 => Self::Above { question: Unpack::unpack(packed), bound: Unpack::unpack(packed) },
            _ => Self::Said { question: Unpack::unpack(packed) },
        }
    }
}
