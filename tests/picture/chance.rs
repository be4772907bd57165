//! Made-up data, the same every time.

/// A plain generator of numbers: what matters here is that every run gets the same ones.
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// From 0 up to, not including, `below`.
    pub fn below(&mut self, below: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % below.max(1)
    }

    pub fn share(&mut self) -> f64 {
        self.below(1_000_001) as f64 / 1e6
    }

    /// Amounts of every size and sign, now and then one without a value.
    pub fn amount(&mut self) -> f64 {
        let size = [1.0, 1e3, 1e6, 1e9, 1e15][self.below(5) as usize];
        match self.below(40) {
            0 => f64::NAN,
            1 => f64::INFINITY,
            2 => 0.0,
            _ => (self.share() * 2.0 - 1.0) * size,
        }
    }

    pub fn words(&mut self) -> String {
        const WORDS: [&str; 10] = [
            "Minutes",
            "per",
            "invoice",
            "Wiederbeschaffungszeitwertermittlung",
            "a",
            "<b>&\"",
            "株式会社の請求書",
            "MMMMWWWW",
            "Okta",
            "\u{202e}gnp",
        ];
        let count = self.below(9);
        (0..count).map(|_| WORDS[self.below(10) as usize]).collect::<Vec<_>>().join(" ")
    }
}
