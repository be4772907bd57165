//! What was measured beside what was projected: the same calculation with the measured figures put in.
use super::build::Model;
use super::result::{self, Results};

#[derive(Clone, Debug, PartialEq)]
pub struct Realized {
    pub projected: Results,
    pub measured: Results,
    /// Every input that was measured, in the order of the sheet.
    pub inputs: Vec<Measured>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    /// The place of the input.
    pub place: usize,
    pub projected: f64,
    pub measured: f64,
    /// It lies within the range that was given.
    pub within: bool,
}

impl Measured {
    pub fn difference(&self) -> f64 {
        self.measured - self.projected
    }
}

/// Nothing where nothing was measured.
pub fn realized(model: &Model) -> Option<Realized> {
    let sheet = &model.sheet;
    let mut inputs = Vec::new();
    let mut values = Vec::with_capacity(sheet.inputs.len());
    for place in sheet.inputs.iter().copied() {
        let Some(input) = sheet.input_at(place) else { continue };
        let range = input.range;
        values.push(input.measured.unwrap_or(range.likely));
        if let Some(measured) = input.measured {
            let within = (range.low..=range.high).contains(&measured);
            inputs.push(Measured { place, projected: range.likely, measured, within });
        }
    }
    if inputs.is_empty() {
        return None;
    }
    Some(Realized { projected: result::likely(model), measured: result::results(model, &values), inputs })
}
