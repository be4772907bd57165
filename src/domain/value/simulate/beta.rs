//! The distribution between 0 and 1 that PERT is made of: beta with two shapes whose sum is six.

/// A beta distribution whose shapes are both from 1 to 5.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beta {
    alpha: f64,
    beta: f64,
    /// The integral of the density before it is divided by this.
    whole: f64,
}

/// Both shapes together.
pub const SHAPES: f64 = 6.0;

impl Beta {
    pub fn new(alpha: f64) -> Self {
        let beta = SHAPES - alpha;
        // The gamma function at six is 120.
        Self { alpha, beta, whole: libm::tgamma(alpha) * libm::tgamma(beta) / 120.0 }
    }

    /// Seen from its other end.
    pub fn mirrored(self) -> Self {
        Self { alpha: self.beta, beta: self.alpha, whole: self.whole }
    }

    /// How densely the draws lie there.
    pub fn density(self, at: f64) -> f64 {
        let logarithm = (self.alpha - 1.0) * libm::log(at) + (self.beta - 1.0) * libm::log1p(-at);
        libm::exp(logarithm) / self.whole
    }

    /// The share of draws below, given the density there.
    fn below(self, at: f64, density: f64) -> f64 {
        match at <= 0.5 {
            true => self.tail(at, density),
            false => 1.0 - self.mirrored().tail(1.0 - at, density),
        }
    }

    /// The series of positive terms (DLMF 8.17.8), which ends soon where at most half lies below.
    fn tail(self, at: f64, density: f64) -> f64 {
        let mut term = at * (1.0 - at) * density / self.alpha;
        let mut sum = 0.0;
        let mut number = 0.0;
        while term > sum * 1e-15 {
            sum += term;
            term *= at * (SHAPES + number) / (self.alpha + 1.0 + number);
            number += 1.0;
        }
        sum
    }

    /// Where that small a share lies below: what the density comes to when its second factor is one.
    pub fn first_guess(self, share: f64) -> f64 {
        libm::exp(libm::log(share * self.alpha * self.whole) / self.alpha)
    }

    /// Where that share of draws lies below, by Halley's method from a good guess; with the density there.
    pub fn quantile(self, share: f64, guess: f64) -> (f64, f64) {
        let mut at = guess;
        let mut density = self.density(at);
        for _ in 0..20 {
            let newton = (self.below(at, density) - share) / density;
            let bend = (self.alpha - 1.0) / at - (self.beta - 1.0) / (1.0 - at);
            let step = newton / (1.0 - 0.5 * newton * bend).max(0.5);
            let next = at - step;
            // Never out of the interval: half of the way to its end instead.
            at = if next <= 0.0 {
                at / 2.0
            } else if next >= 1.0 {
                (at + 1.0) / 2.0
            } else {
                next
            };
            density = self.density(at);
            // The error left is about the cube of the step.
            if step.abs() <= 1e-5 * at {
                break;
            }
        }
        (at, density)
    }
}
