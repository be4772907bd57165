//! What the rows of an account mean and what they come to, worked out once for each change of them.
use crate::domain::problem::Problem;
use crate::domain::row::Rows;
use crate::domain::value::build::Model;
use crate::domain::value::defaults::Defaults;
use crate::domain::value::input::Evidence;
use crate::domain::value::result::{Results, likely};
use crate::domain::value::{Plan, build, plan};

#[derive(Debug, PartialEq)]
pub struct Worked {
    pub plan: Plan,
    pub problems: Vec<Problem>,
    pub model: Model,
    pub results: Results,
}

pub fn work(rows: &Rows, defaults: &Defaults) -> Worked {
    let (plan, problems) = plan::read(rows, defaults);
    let model = build(&plan);
    let results = likely(&model);
    Worked { plan, problems, model, results }
}

impl Worked {
    /// How well the least known of all inputs is known.
    pub fn weakest(&self) -> Evidence {
        let sheet = &self.model.sheet;
        let all = (0..sheet.inputs.len()).filter_map(|number| sheet.input(number));
        all.map(|input| input.evidence).max().unwrap_or(Evidence::Customer)
    }

    /// There is something to work out.
    pub fn says_something(&self) -> bool {
        !self.model.figures.benefits.is_empty() || !self.model.figures.costs.is_empty()
    }
}
