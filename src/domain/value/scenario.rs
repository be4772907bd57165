//! Three named cases: every input at its unfavorable end, at its likely figure, at its favorable end.
use super::build::Model;
use super::input::Input;
use super::result::{Results, results};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scenario {
    Cautious,
    Expected,
    Favorable,
}

impl Scenario {
    pub const ALL: [Self; 3] = [Self::Cautious, Self::Expected, Self::Favorable];

    pub const fn id(self) -> &'static str {
        match self {
            Self::Cautious => "cautious",
            Self::Expected => "expected",
            Self::Favorable => "favorable",
        }
    }

    fn value(self, input: &Input) -> f64 {
        match (self, input.adverse) {
            (Self::Expected, _) => input.range.likely,
            (Self::Cautious, true) | (Self::Favorable, false) => input.range.high,
            (Self::Cautious, false) | (Self::Favorable, true) => input.range.low,
        }
    }

    /// The value of every input, in the order of the sheet's.
    pub fn inputs(self, model: &Model) -> Vec<f64> {
        let sheet = &model.sheet;
        sheet.inputs.iter().filter_map(|place| sheet.input_at(*place)).map(|input| self.value(input)).collect()
    }
}

/// The results of a scenario.
pub fn scenario(model: &Model, scenario: Scenario) -> Results {
    results(model, &scenario.inputs(model))
}
