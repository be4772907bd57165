//! A scale of values along a picture, with round numbers to label.

/// Values from one end to the other, laid over a length.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    low: f64,
    high: f64,
    /// Where the low end and the high end lie.
    from: f64,
    to: f64,
}

impl Scale {
    pub fn new((low, high): (f64, f64), (from, to): (f64, f64)) -> Self {
        let high = if high > low { high } else { low + 1.0 };
        Self { low, high, from, to }
    }

    pub fn at(&self, value: f64) -> f64 {
        let share = (value.clamp(self.low, self.high) - self.low) / (self.high - self.low);
        self.from + share * (self.to - self.from)
    }
}

/// The ends of all values, with zero among them.
pub fn with_zero(values: impl Iterator<Item = f64>) -> (f64, f64) {
    values.fold((0.0, 0.0), |(low, high), value| (f64::min(low, value), f64::max(high, value)))
}

/// The ends of all values.
pub fn ends(values: impl Iterator<Item = f64>) -> (f64, f64) {
    let ends = values.fold(None, |ends, value| match ends {
        None => Some((value, value)),
        Some((low, high)) => Some((f64::min(low, value), f64::max(high, value))),
    });
    ends.unwrap_or((0.0, 1.0))
}

/// About as many round numbers as asked for that cover the ends, from the least.
pub fn ticks((low, high): (f64, f64), about: u32) -> Vec<f64> {
    let step = step(high - low, about);
    let (first, last) = ((low / step).floor(), (high / step).ceil());
    let count = (last - first).clamp(1.0, 50.0) as u32;
    (0..=count).map(|at| (first + f64::from(at)) * step).collect()
}

/// 1, 2 or 5 of a power of ten.
fn step(length: f64, about: u32) -> f64 {
    let wanted = length / f64::from(about.max(1));
    if !(wanted > 1e-12 && wanted < 1e16) {
        return 1.0;
    }
    let mut power = 1.0;
    while power > wanted {
        power /= 10.0;
    }
    while power * 10.0 <= wanted {
        power *= 10.0;
    }
    let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|times| times * power).find(|step| *step >= wanted);
    step.unwrap_or(10.0 * power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_cover_the_ends() {
        assert_eq!(ticks((-140_000.0, 272_336.0), 4), [-200_000.0, 0.0, 200_000.0, 400_000.0]);
        assert_eq!(ticks((0.0, 9.0), 5), [0.0, 2.0, 4.0, 6.0, 8.0, 10.0]);
        assert_eq!(ticks((0.0, 0.0), 5), [0.0, 1.0]);
        for high in [1e-9, 0.3, 7.0, 1e15] {
            let ticks = ticks((-high / 3.0, high), 5);
            assert!(ticks.len() <= 8 && ticks[0] <= -high / 3.0 && ticks[ticks.len() - 1] >= high, "{ticks:?}");
        }
    }
}
