//! What must be true: the value of each input at which the net present value is nothing, all others being likely.
use super::build::Model;
use super::input::Input;
use super::probe::{Probe, Way};

/// Where the case breaks even for one input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum BreakEven {
    /// At this value; of several the one next to the likely figure.
    At(f64),
    /// At no value it can have: the case pays whatever it is.
    AlwaysPays,
    /// At no value it can have: the case doesn't pay whatever it is.
    NeverPays,
    /// The result doesn't rest on it.
    NoEffect,
    /// The result has no figure.
    Unknown,
}

/// For every input, by its place, in the order of the sheet.
pub fn break_even(model: &Model) -> Vec<(usize, BreakEven)> {
    let mut probe = Probe::new(&model.sheet, model.figures.npv);
    let slopes = probe.slopes();
    let mut all = Vec::with_capacity(model.sheet.inputs.len());
    for place in model.sheet.inputs.iter().copied() {
        let Some(input) = model.sheet.input_at(place) else { continue };
        let way = probe.way(place);
        let slope = slopes.get(place).copied().unwrap_or(f64::NAN);
        let found = Search { probe: &mut probe, way: &way, input, slope }.run();
        all.push((place, found));
    }
    all
}

/// The same, those first whose value lies nearest to the likely figure for its size; those without one last, as they were.
pub fn nearest_first(model: &Model, mut found: Vec<(usize, BreakEven)>) -> Vec<(usize, BreakEven)> {
    let away = |(place, even): &(usize, BreakEven)| {
        let likely = model.sheet.input_at(*place).map_or(0.0, |input| input.range.likely);
        match even {
            BreakEven::At(value) => ((value - likely) / if likely == 0.0 { 1.0 } else { likely }).abs(),
            _ => f64::INFINITY,
        }
    };
    found.sort_by(|one, other| away(one).total_cmp(&away(other)));
    found
}

/// Whether the case pays above the value at which it breaks even, rather than below it. `worth` is its worth at the likely
/// figure: whoever is on the right side must stay there, others must get there.
pub fn pays_above(even: f64, likely: f64, worth: f64) -> bool {
    (even < likely) == (worth > 0.0)
}

/// A tenth of a cent: nobody sees it.
const NOTHING: f64 = 0.001;
/// Where the result is no straight line, so many stretches are searched for a change of sign.
const STRETCHES: u32 = 200;

struct Search<'a, 'm> {
    probe: &'a mut Probe<'m>,
    way: &'a Way,
    input: &'a Input,
    /// Of the result over the input, at the likely figure.
    slope: f64,
}

impl Search<'_, '_> {
    fn worth(&mut self, value: f64) -> f64 {
        self.probe.at(self.way, value)
    }

    fn run(&mut self) -> BreakEven {
        let likely = self.input.range.likely;
        let worth = self.probe.likely();
        if !worth.is_finite() {
            return BreakEven::Unknown;
        }
        if self.way.is_none() {
            return BreakEven::NoEffect;
        }
        if worth == 0.0 {
            return BreakEven::At(likely);
        }
        match self.straight(likely, worth) {
            Some(found) => found,
            None => self.scan(likely, worth),
        }
    }

    /// The answer where the result is a straight line over the input, which is nearly always.
    fn straight(&mut self, likely: f64, worth: f64) -> Option<BreakEven> {
        let Input { least, most, .. } = *self.input;
        let slope = self.slope;
        let mut root = likely - worth / slope;
        if !root.is_finite() || !(least..=most).contains(&root) {
            // The line doesn't come to nothing; is it one as far as the ends?
            let lies_on = |value: f64, found: f64| {
                let rise = slope * (value - likely);
                (found - worth - rise).abs() <= (worth.abs() + rise.abs()) * 1e-9
            };
            let middle = least + (most - least) / 2.0;
            let straight = [least, middle, most].into_iter().all(|end| lies_on(end, self.worth(end)));
            let answer = if slope == 0.0 { BreakEven::NoEffect } else { otherwise(worth) };
            return straight.then_some(answer);
        }
        for _ in 0..4 {
            let left = self.worth(root);
            if left.abs() <= NOTHING {
                return Some(BreakEven::At(root));
            }
            if left.abs() > worth.abs() * 1e-6 {
                return None;
            }
            root = (root - left / slope).clamp(least, most);
        }
        Some(BreakEven::At(root))
    }

    /// Looks for changes of sign over stretches of the whole range, and halves the one next to the likely figure.
    fn scan(&mut self, likely: f64, worth: f64) -> BreakEven {
        let points = self.points(likely);
        let mut best: Option<f64> = None;
        let mut moves = false;
        let mut before: Option<(f64, f64)> = None;
        for point in points {
            let value = self.worth(point);
            moves |= value != worth;
            let changed = |(_, old): &(f64, f64)| {
                old.is_finite() && value.is_finite() && (*old == 0.0 || (*old > 0.0) != (value > 0.0))
            };
            if let Some((from, old)) = before.filter(changed) {
                let root = if old == 0.0 { from } else { self.halve(from, point, old > 0.0) };
                let nearer = best.is_none_or(|best| (root - likely).abs() < (best - likely).abs());
                best = if nearer { Some(root) } else { best };
            }
            before = Some((point, value));
        }
        match best {
            Some(root) => BreakEven::At(root),
            None if moves => otherwise(worth),
            None => BreakEven::NoEffect,
        }
    }

    /// Even over the range, and where that is very wide also around the likely figure at every size.
    fn points(&self, likely: f64) -> Vec<f64> {
        let Input { least, most, .. } = *self.input;
        let share = |part: u32| least + (most - least) * (f64::from(part) / f64::from(STRETCHES));
        let mut points: Vec<f64> = (0..=STRETCHES).map(share).collect();
        points.push(likely);
        let mut size = most - least;
        while size > 1e-6 && points.len() < 3 * STRETCHES as usize {
            size /= 2.0;
            points.extend([likely - size, likely + size].iter().filter(|point| (least..=most).contains(*point)));
        }
        points.sort_by(f64::total_cmp);
        points
    }

    fn halve(&mut self, mut low: f64, mut high: f64, above: bool) -> f64 {
        loop {
            let middle = low + (high - low) / 2.0;
            if middle <= low || middle >= high {
                return high;
            }
            let value = self.worth(middle);
            if value == 0.0 {
                return middle;
            }
            if (value > 0.0) == above { low = middle } else { high = middle }
        }
    }
}

fn otherwise(worth: f64) -> BreakEven {
    if worth > 0.0 { BreakEven::AlwaysPays } else { BreakEven::NeverPays }
}

#[cfg(test)]
mod tests {
    use super::pays_above;

    #[test]
    fn a_case_that_does_not_pay_yet_must_get_to_the_other_side() {
        assert!(pays_above(8.0, 10.0, 1.0));
        assert!(!pays_above(12.0, 10.0, 1.0));
        assert!(pays_above(12.0, 10.0, -1.0));
        assert!(!pays_above(8.0, 10.0, -1.0));
    }
}
