//! An exact number. Money times a rate, and a growth rate, must compare with a bound without rounding.
use std::cmp::Ordering;

/// An exact rational number in lowest terms, between −1e15 and 1e15.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Quantity {
    numerator: i128,
    denominator: i128,
}

/// Keeps every cross product within `i128`: 1e23 × 1e14 < 1.7e38.
const LARGEST_DENOMINATOR: i128 = 100_000_000_000_000;
/// Values beyond this are a problem, not a number.
pub const LARGEST: i128 = 1_000_000_000_000_000;

impl Quantity {
    pub const ZERO: Self = Self::whole(0);

    /// A whole number; those beyond the largest are cut to it.
    pub const fn whole(value: i64) -> Self {
        let value = value as i128;
        let cut = if value > LARGEST {
            LARGEST
        } else if value < -LARGEST {
            -LARGEST
        } else {
            value
        };
        Self { numerator: cut, denominator: 1 }
    }

    /// `numerator / denominator`, or nothing when it has no value or is out of range.
    pub fn ratio(numerator: i128, denominator: i128) -> Option<Self> {
        if denominator == 0 {
            return None;
        }
        let divisor = gcd(numerator.unsigned_abs(), denominator.unsigned_abs());
        let divisor = i128::try_from(divisor).ok()?;
        let sign = denominator.signum();
        let (numerator, denominator) = (sign * (numerator / divisor), (denominator / divisor).checked_abs()?);
        let in_range = numerator.checked_abs()? <= LARGEST.checked_mul(denominator).unwrap_or(i128::MAX);
        (denominator <= LARGEST_DENOMINATOR && in_range).then_some(Self { numerator, denominator })
    }

    /// A decimal: `mantissa / 10^places`.
    pub fn decimal(mantissa: i128, places: u32) -> Option<Self> {
        Self::ratio(mantissa, 10_i128.checked_pow(places)?)
    }

    pub fn times(self, other: Self) -> Option<Self> {
        let numerator = self.numerator.checked_mul(other.numerator)?;
        Self::ratio(numerator, self.denominator.checked_mul(other.denominator)?)
    }

    pub fn over(self, other: Self) -> Option<Self> {
        let numerator = self.numerator.checked_mul(other.denominator)?;
        Self::ratio(numerator, self.denominator.checked_mul(other.numerator)?)
    }

    pub fn plus(self, other: Self) -> Option<Self> {
        let left = self.numerator.checked_mul(other.denominator)?;
        let right = other.numerator.checked_mul(self.denominator)?;
        Self::ratio(left.checked_add(right)?, self.denominator.checked_mul(other.denominator)?)
    }

    pub fn minus(self, other: Self) -> Option<Self> {
        self.plus(Self { numerator: -other.numerator, denominator: other.denominator })
    }

    /// The largest whole number not above it.
    pub fn floor(self) -> i64 {
        i64::try_from(self.numerator.div_euclid(self.denominator)).unwrap_or(i64::MAX)
    }

    pub fn is_whole(self) -> bool {
        self.denominator == 1
    }

    /// Has at most two decimals.
    pub fn is_in_hundredths(self) -> bool {
        100 % self.denominator == 0
    }

    pub fn is_negative(self) -> bool {
        self.numerator < 0
    }

    /// Rounded to the nearest hundredth, halves away from zero: "1234.50".
    pub fn to_hundredths(self) -> String {
        let twice = 2 * (self.numerator.abs() * 100) + self.denominator;
        let hundredths = twice / (2 * self.denominator);
        let sign = if self.numerator < 0 && hundredths > 0 { "-" } else { "" };
        format!("{sign}{}.{:02}", hundredths / 100, hundredths % 100)
    }

    /// For display alone: never compared with a bound.
    pub fn to_f64(self) -> f64 {
        self.numerator as f64 / self.denominator as f64
    }
}

impl PartialOrd for Quantity {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Quantity {
    fn cmp(&self, other: &Self) -> Ordering {
        // Denominators are at most 1e14 and values at most 1e15, so a product may reach 1e43: split whole and rest.
        let (left, right) =
            (self.numerator.div_euclid(self.denominator), other.numerator.div_euclid(other.denominator));
        left.cmp(&right).then_with(|| {
            let (left, right) =
                (self.numerator.rem_euclid(self.denominator), other.numerator.rem_euclid(other.denominator));
            (left * other.denominator).cmp(&(right * self.denominator))
        })
    }
}

fn gcd(a: u128, b: u128) -> u128 {
    if b == 0 { a.max(1) } else { gcd(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compares_without_rounding() {
        let third = Quantity::ratio(1, 3).unwrap();
        assert!(third > Quantity::decimal(333_333_333, 9).unwrap());
        assert!(third < Quantity::decimal(333_333_334, 9).unwrap());
        assert!(Quantity::ratio(-1, 3).unwrap() > Quantity::ratio(-1, 2).unwrap());
        assert_eq!(Quantity::ratio(2, -4), Quantity::ratio(-1, 2));
    }

    #[test]
    fn refuses_what_has_no_value() {
        assert_eq!(Quantity::ratio(1, 0), None);
        assert_eq!(Quantity::ratio(LARGEST + 1, 1), None);
        assert_eq!(Quantity::decimal(1, 40), None);
        assert_eq!(Quantity::whole(i64::MAX).times(Quantity::whole(2)), None);
    }

    #[test]
    fn prints_to_the_nearest_hundredth() {
        let printed = |numerator, denominator| Quantity::ratio(numerator, denominator).unwrap().to_hundredths();
        assert_eq!(
            [printed(1, 3), printed(2, 3), printed(1, 200), printed(-1, 200)],
            ["0.33", "0.67", "0.01", "-0.01"]
        );
        assert_eq!([printed(-1, 1000), printed(0, 1), printed(LARGEST, 1)], ["0.00", "0.00", "1000000000000000.00"]);
    }

    #[test]
    fn floors_towards_less() {
        assert_eq!(Quantity::ratio(-1, 2).unwrap().floor(), -1);
        assert_eq!(Quantity::ratio(7, 2).unwrap().floor(), 3);
    }
}
