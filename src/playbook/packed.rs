//! Parts of a playbook that are held closed: most of the program never looks inside, so their types and their texts must
//! not come with the first load. They are packed as the embedded playbook is.
use super::data::*;
use super::unpack::{Packed, Unpack};
use serde::{Deserialize, Deserializer};
use std::marker::PhantomData;
use std::rc::Rc;

/// Whether a playbook has the part, and where it stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Closed<T> {
    /// The playbook has none.
    #[default]
    Absent,
    /// That of the playbook that ships: it stands in the program where it is needed.
    Shipped,
    /// That of a playbook which was read from a file.
    Own(Rc<[u8]>, PhantomData<T>),
}

impl<T: Pack + Unpack> Closed<T> {
    pub fn close(part: &T) -> Self {
        let mut bytes = Vec::new();
        part.pack(&mut bytes);
        Self::Own(bytes.into(), PhantomData)
    }

    /// Whatever there is; `shipped` opens the one that ships, whose bytes stand where it is needed.
    pub fn open_or(&self, shipped: fn() -> T) -> Option<T> {
        if matches!(self, Self::Shipped) { Some(shipped()) } else { self.open() }
    }

    /// What was read from a file. The one that ships is opened where its bytes stand: see `library` and `guide`.
    pub fn open(&self) -> Option<T> {
        match self {
            Self::Own(bytes, _) => Some(T::unpack(&mut Packed(bytes))),
            Self::Absent | Self::Shipped => None,
        }
    }
}

/// Strict, as any other part of the file.
impl<'de, T: Deserialize<'de> + Pack + Unpack> Deserialize<'de> for Closed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let part = Option::<T>::deserialize(deserializer)?;
        Ok(part.map_or(Self::Absent, |part| Self::close(&part)))
    }
}

/// Takes no bytes in the embedded playbook, whose part has a file of its own.
impl<T> Unpack for Closed<T> {
    fn unpack(_: &mut Packed) -> Self {
        Self::Shipped
    }
}

/// What can be packed, so that it is read back the same.
pub trait Pack {
    fn pack(&self, into: &mut Vec<u8>);
}

fn number(mut number: u64, into: &mut Vec<u8>) {
    while number > 127 {
        into.push(number as u8 | 128);
        number >>= 7;
    }
    into.push(number as u8);
}

impl Pack for String {
    fn pack(&self, into: &mut Vec<u8>) {
        number(self.len() as u64, into);
        into.extend_from_slice(self.as_bytes());
    }
}

impl Pack for bool {
    fn pack(&self, into: &mut Vec<u8>) {
        into.push(u8::from(*self));
    }
}

impl Pack for u32 {
    fn pack(&self, into: &mut Vec<u8>) {
        number(*self as u64, into);
    }
}

impl Pack for i64 {
    /// Signs stand in the last bit.
    fn pack(&self, into: &mut Vec<u8>) {
        number(((self << 1) ^ (self >> 63)) as u64, into);
    }
}

impl<T: Pack> Pack for Option<T> {
    fn pack(&self, into: &mut Vec<u8>) {
        self.is_some().pack(into);
        self.iter().for_each(|some| some.pack(into));
    }
}

impl<T: Pack> Pack for Vec<T> {
    fn pack(&self, into: &mut Vec<u8>) {
        number(self.len() as u64, into);
        self.iter().for_each(|item| item.pack(into));
    }
}

macro_rules! pack_fields {
    ($($name:ident { $($field:ident),* })*) => {
        $(impl Pack for $name {
            fn pack(&self, into: &mut Vec<u8>) {
                $(self.$field.pack(into);)*
            }
        })*
    };
}

macro_rules! fields {
    ($($name:ident { $($field:ident),* })*) => {
        pack_fields! { $($name { $($field),* })* }
        $(impl Unpack for $name {
            fn unpack(packed: &mut Packed) -> Self {
                Self { $($field: Unpack::unpack(packed)),* }
            }
        })*
    };
}

/// Variants by their place; the last for any number beyond.
macro_rules! variants {
    ($($name:ident { $($variant:ident),*; $last:ident })*) => {
        $(impl Pack for $name {
            fn pack(&self, into: &mut Vec<u8>) {
                number(*self as u64, into);
            }
        }
        impl Unpack for $name {
            fn unpack(packed: &mut Packed) -> Self {
                let number = u32::unpack(packed);
                $(if number == Self::$variant as u32 {
                    return Self::$variant;
                })*
                Self::$last
            }
        })*
    };
}

// Their readers stand with those of the rest.
pack_fields! {
    SourceData { title, locator, basis, note }
    EntryData { id, text, source }
    OptionData { id, label, exclusive }
}

impl Pack for Basis {
    fn pack(&self, into: &mut Vec<u8>) {
        number(*self as u64, into);
    }
}

fields! {
    ValueData { defaults, drivers, costs, inputs, use_cases, feeds, grain }
    FieldData { id, field, label, unit, text, least, most, source }
    DefaultData { about, figure, options }
    FigureData { likely, low, high, source }
    DriverData { id, kind, name, text, category, inputs, caution, source }
    CostTypeData { id, kind, name, text, when, inputs, source }
    UseCaseData { id, name, kind, departments, apps, text, process, benefits, source }
    ProcessData { name, volume, per, roles, lanes, before, after, note, source, figure_source }
    WorkerData { id, name, hourly_cost }
    LaneData { id, name }
    StepData { id, name, lane, how, role, minutes, waiting, error_rate, fix_minutes, branches, then }
    BranchData { label, to, share }
    BenefitData { id, driver, name, of_process, role, per, figures, source }
    NamedFigureData { field, figure }
    FeedData { id, from, section, text, source }
    GrainData { customer, published, estimate, default, source }
    GuideData { checks, plans, steps, resources, wind_down, deck }
    CheckData { id, section, kind, count, words, text, source }
    PlanData { engagement, kind, lead, source }
    PlanStepData { id, name, who, after, phase, kind, source }
    SlideData { id, kind, title, text, source }
}

variants! {
    UnitData { Money, Percent, Minutes, Hours, Days, Months, Years, Count; Text }
    DriverKindData { Time, Errors, Tools, Hires, Revenue; Risk }
    CategoryData { Cash, Time; Risk }
    CostKindData { Subscription, Implementation, Training, Effort; Run }
    WhenData { Once; Yearly }
    UseCaseKindData { Point; CrossDepartment }
    PerData { Day, Week, Month; Year }
    HowData { Manual, Decision; Automatic }
    FeedKindData { CurrentState, Gap, Outcomes; SuccessCriteria }
    CheckKindData { LeastWords, MostWords, ShortLines, Figure, Day, AnyOf, Window, Decision, Criteria, Prerequisites, Steps, People; Groups }
    PlanKindData { SelfService, GuidedTrial; Proof }
    PhaseData { Prepare, Execute; FollowUp }
    StepKindData { Meeting, Legal, It; Decision }
    SlideKindData { Situation, Change, Results, Value, Plan, Risks; Ask }
}
