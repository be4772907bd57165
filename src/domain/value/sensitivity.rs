//! How far each uncertain input alone moves the net present value.
use super::build::Model;
use super::probe::Probe;
use super::sheet::figure;

/// One bar of a tornado.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Swing {
    /// The place of the input.
    pub place: usize,
    /// The net present value at the input's low and high end, all others likely.
    pub at_low: f64,
    pub at_high: f64,
}

impl Swing {
    pub fn size(&self) -> f64 {
        (self.at_high - self.at_low).abs()
    }
}

/// The widest first; those that move nothing are left out.
pub fn sensitivity(model: &Model) -> Vec<Swing> {
    let mut probe = Probe::new(&model.sheet, model.figures.npv);
    let mut swings = Vec::new();
    for place in model.sheet.inputs.iter().copied() {
        let Some(input) = model.sheet.input_at(place).filter(|input| !input.range.is_certain()) else { continue };
        let (low, high) = (input.range.low, input.range.high);
        let way = probe.way(place);
        if way.is_none() {
            continue;
        }
        if let (Some(at_low), Some(at_high)) = (figure(probe.at(&way, low)), figure(probe.at(&way, high))) {
            swings.push(Swing { place, at_low, at_high });
        }
    }
    swings.retain(|swing| swing.size() > 0.0);
    swings.sort_by(|one, other| other.size().total_cmp(&one.size()).then(one.place.cmp(&other.place)));
    swings
}
