//! The part of a playbook for the business case, held closed: most of the program never looks inside, so its types and
//! its texts must not come with the first load. It is packed as the embedded playbook is.
use super::data::*;
use super::unpack::{Packed, Unpack};
use serde::{Deserialize, Deserializer};
use std::rc::Rc;

/// Whether a playbook has the part, and where it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Closed {
    /// The playbook has none.
    #[default]
    Absent,
    /// That of the playbook that ships: it stands in the program where it is needed.
    Shipped,
    /// That of a playbook which was read from a file.
    Own(Rc<[u8]>),
}

impl Closed {
    pub fn close(value: &ValueData) -> Self {
        let mut bytes = Vec::new();
        value.pack(&mut bytes);
        Self::Own(bytes.into())
    }

    /// What was read from a file. The one that ships is opened where its bytes stand: see `library`.
    pub fn open(&self) -> Option<ValueData> {
        match self {
            Self::Own(bytes) => Some(ValueData::unpack(&mut Packed(bytes))),
            Self::Absent | Self::Shipped => None,
        }
    }
}

/// Strict, as any other part of the file.
impl<'de> Deserialize<'de> for Closed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Option::<ValueData>::deserialize(deserializer)?;
        Ok(value.map_or(Self::Absent, |value| Self::close(&value)))
    }
}

/// Takes no bytes in the embedded playbook, whose part has a file of its own.
impl Unpack for Closed {
    fn unpack(_: &mut Packed) -> Self {
        Self::Shipped
    }
}

/// What can be packed, so that it is read back the same.
pub trait Pack {
    fn pack(&self, into: &mut Vec<u8>);
}

fn number(mut number: usize, into: &mut Vec<u8>) {
    while number > 127 {
        into.push(number as u8 | 128);
        number >>= 7;
    }
    into.push(number as u8);
}

impl Pack for String {
    fn pack(&self, into: &mut Vec<u8>) {
        number(self.len(), into);
        into.extend_from_slice(self.as_bytes());
    }
}

impl Pack for bool {
    fn pack(&self, into: &mut Vec<u8>) {
        into.push(u8::from(*self));
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
        number(self.len(), into);
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
                number(*self as usize, into);
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
        number(*self as usize, into);
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
}
