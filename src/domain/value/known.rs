//! How well the result is known: as its least known figure. Which figures those are, and what would come of knowing them
//! better.
use super::build::Model;
use super::input::Evidence;
use super::reach;

#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    pub tier: Evidence,
    /// The places of the figures of that tier, those first that the result depends on most.
    pub holding: Vec<usize>,
    /// The tier that it would be with all of those better known; none where there are no others.
    pub then: Option<Evidence>,
    /// How many figures it rests on.
    pub of: usize,
}

/// None where it rests on nothing yet. `values` are those of all cells.
pub fn known(model: &Model, values: &[f64]) -> Option<Known> {
    let (sheet, npv) = (&model.sheet, model.figures.npv);
    let tier = |place: usize| sheet.input_at(place).map(|input| input.evidence);
    let all = reach::inputs(sheet, npv);
    let lowest = all.iter().filter_map(|place| tier(*place)).max()?;
    let slopes = reach::slopes(sheet, values, npv);
    let at = |list: &[f64], place: usize| list.get(place).copied().unwrap_or(0.0);
    // What a hundredth more of the figure does to the result.
    let pull = |place: usize| (at(&slopes, place) * at(values, place)).abs();
    let (mut holding, others): (Vec<usize>, Vec<usize>) = all.iter().partition(|place| tier(**place) == Some(lowest));
    holding.sort_by(|one, other| pull(*other).total_cmp(&pull(*one)).then(one.cmp(other)));
    let then = others.iter().filter_map(|place| tier(*place)).max();
    Some(Known { tier: lowest, holding, then, of: all.len() })
}
