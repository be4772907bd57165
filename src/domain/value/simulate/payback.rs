//! Months until the costs are paid back, in one draw.

/// Straight inside the year; infinite when the horizon ends before, not a number when a year has no figure. The first
/// year is what is paid at the start.
pub fn months(net: &[f64]) -> f64 {
    let mut before = 0.0;
    let mut paid = f64::INFINITY;
    for (year, flow) in net.iter().enumerate() {
        let after = before + flow;
        if after.is_nan() {
            return f64::NAN;
        }
        if paid == f64::INFINITY && after >= 0.0 {
            paid = if year == 0 { 0.0 } else { 12.0 * ((year - 1) as f64 - before / flow) };
        }
        before = after;
    }
    paid
}
