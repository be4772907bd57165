//! What a row of yearly net cash flows says by itself: when it has paid back, and at which rate it breaks even.

/// When a cash flow has paid back, for good within its years.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Payback {
    /// Months from the start; money comes evenly over each year.
    After(f64),
    /// There is nothing to pay back: at no time more has gone out than came in.
    AtOnce,
    /// So much is missing at the end.
    Never { missing: f64 },
    /// A year has no figure.
    Unknown,
}

/// The rate of return at which the cash flow is worth nothing, where there is exactly one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Return {
    Rate(f64),
    None(NoReturn),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoReturn {
    /// Nothing goes out and nothing comes in.
    Nothing,
    /// Money only comes in: every rate pays.
    OnlyIn,
    /// Money only goes out: no rate pays.
    OnlyOut,
    /// The sign changes so many times, so there may be several rates or none.
    Several(usize),
    /// It loses more than 99 % a year.
    BelowLeast,
    /// A year has no figure.
    Unknown,
}

/// The worst rate of return that is looked for.
pub const LEAST_RETURN: f64 = -0.99;

/// 1 ÷ (1 + rate) at that rate.
const MOST_X: f64 = 100.0;

/// Sums this small beside the flows they are made of are zero but for rounding.
const ROUNDING: f64 = 1e-12;

/// When the sum of the net flows, the first being year 0, stops being below zero for the last time.
pub fn payback(net: &[f64]) -> Payback {
    if net.iter().any(|flow| !flow.is_finite()) {
        return Payback::Unknown;
    }
    let mut turnover = 0.0;
    let mut sum = 0.0;
    let mut back = Payback::AtOnce;
    let mut year = -1.0;
    for flow in net {
        let before = sum;
        sum += flow;
        turnover += flow.abs();
        if sum.abs() <= turnover * ROUNDING {
            sum = 0.0;
        }
        if sum < 0.0 {
            back = Payback::Never { missing: -sum };
        } else if before < 0.0 {
            back = Payback::After(12.0 * (year + -before / flow));
        }
        year += 1.0;
    }
    back
}

/// The rate at which the flows, the first being year 0, are worth nothing together.
pub fn internal_rate(net: &[f64]) -> Return {
    if net.iter().any(|flow| !flow.is_finite()) {
        return Return::None(NoReturn::Unknown);
    }
    let signs: Vec<bool> = net.iter().filter(|flow| **flow != 0.0).map(|flow| *flow > 0.0).collect();
    let changes = signs.windows(2).filter(|pair| pair[0] != pair[1]).count();
    match (signs.first(), changes) {
        (None, _) => Return::None(NoReturn::Nothing),
        (Some(true), 0) => Return::None(NoReturn::OnlyIn),
        (Some(false), 0) => Return::None(NoReturn::OnlyOut),
        (Some(first), 1) => root(net, *first),
        (_, several) => Return::None(NoReturn::Several(several)),
    }
}

/// With one change of sign there is exactly one x = 1 ÷ (1 + rate) above zero at which the flows come to nothing.
fn root(net: &[f64], starts_above: bool) -> Return {
    // Leading years without a flow only shift all: without them the sign at zero is that of the first flow.
    let from = net.iter().position(|flow| *flow != 0.0).unwrap_or(0);
    let flows = net.get(from..).unwrap_or(net);
    let worth = |x: f64| flows.iter().rev().fold(0.0, |sum, flow| sum * x + flow);
    let (mut low, mut high) = (0.0, MOST_X);
    let at_end = worth(high);
    let turnover = flows.iter().rev().fold(0.0, |sum, flow| sum * high + flow.abs());
    if at_end.abs() <= turnover * ROUNDING {
        return Return::Rate(LEAST_RETURN);
    }
    if (at_end > 0.0) == starts_above {
        return Return::None(NoReturn::BelowLeast);
    }
    loop {
        let middle = low + (high - low) / 2.0;
        if middle <= low || middle >= high {
            break;
        }
        let value = worth(middle);
        if value == 0.0 {
            return Return::Rate(1.0 / middle - 1.0);
        }
        if (value > 0.0) == starts_above { low = middle } else { high = middle }
    }
    Return::Rate(1.0 / high - 1.0)
}
