//! Payback and internal rate of return at the edges of what they can say.
use crate::sample::close;
use fitproof::domain::value::flow::{NoReturn, Payback, Return, internal_rate, payback};

#[test]
fn payback_is_linear_inside_the_year() {
    let cases: [(&str, &[f64], Payback); 12] = [
        ("within the first year", &[-60.0, 120.0], Payback::After(6.0)),
        ("within the first month", &[-10.0, 240.0], Payback::After(0.5)),
        ("exactly at a year's end", &[-100.0, 50.0, 50.0, 50.0], Payback::After(24.0)),
        ("at the last year's end", &[-150.0, 50.0, 50.0, 50.0], Payback::After(36.0)),
        ("rounding at a year's end", &[-0.3, 0.1, 0.1, 0.1], Payback::After(36.0)),
        ("in the third year", &[-100.0, 40.0, 40.0, 40.0], Payback::After(12.0 * (2.0 + 20.0 / 40.0))),
        ("never", &[-100.0, 30.0, 30.0, 30.0], Payback::Never { missing: 10.0 }),
        ("nothing comes", &[-100.0, 0.0, 0.0], Payback::Never { missing: 100.0 }),
        ("nothing goes out", &[0.0, 5.0, 5.0], Payback::AtOnce),
        ("no flow at all", &[0.0, 0.0], Payback::AtOnce),
        ("falls back and is caught up", &[-100.0, 150.0, -100.0, 100.0], Payback::After(12.0 * 2.5)),
        ("no figure", &[-100.0, f64::NAN], Payback::Unknown),
    ];
    for (name, net, expected) in cases {
        match (payback(net), expected) {
            (Payback::After(found), Payback::After(expected)) => close(found, expected, name),
            (Payback::Never { missing }, Payback::Never { missing: expected }) => close(missing, expected, name),
            (found, expected) => assert_eq!(found, expected, "{name}"),
        }
    }
}

#[test]
fn a_loss_after_the_start_is_paid_back_from_there() {
    assert_eq!(payback(&[0.0, -5.0, 10.0]), Payback::After(12.0 * 1.5));
}

#[test]
fn the_rate_of_return_is_told_only_where_there_is_one() {
    let cases: [(&str, &[f64], Return); 15] = [
        ("ten percent", &[-100.0, 110.0], Return::Rate(0.1)),
        ("doubles", &[-100.0, 200.0], Return::Rate(1.0)),
        ("nothing gained", &[-100.0, 50.0, 50.0], Return::Rate(0.0)),
        ("halves", &[-100.0, 50.0], Return::Rate(-0.5)),
        ("two years", &[-100.0, 0.0, 121.0], Return::Rate(0.1)),
        ("a loan taken", &[100.0, -110.0], Return::Rate(0.1)),
        ("later start", &[0.0, -100.0, 110.0], Return::Rate(0.1)),
        ("at −99 %", &[-100.0, 1.0], Return::Rate(-0.99)),
        ("at −99 % over two years", &[-10_000.0, 0.0, 1.0], Return::Rate(-0.99)),
        ("below −99 %", &[-101.0, 1.0], Return::None(NoReturn::BelowLeast)),
        ("two roots", &[-100.0, 230.0, -132.0], Return::None(NoReturn::Several(2))),
        ("no root", &[-100.0, 100.0, -100.0], Return::None(NoReturn::Several(2))),
        ("only out", &[-100.0, -1.0], Return::None(NoReturn::OnlyOut)),
        ("only in", &[0.0, 1.0], Return::None(NoReturn::OnlyIn)),
        ("nothing", &[0.0, 0.0], Return::None(NoReturn::Nothing)),
    ];
    for (name, net, expected) in cases {
        match (internal_rate(net), expected) {
            (Return::Rate(found), Return::Rate(expected)) => close(found, expected, name),
            (found, expected) => assert_eq!(found, expected, "{name}"),
        }
    }
    assert_eq!(internal_rate(&[f64::INFINITY, -1.0]), Return::None(NoReturn::Unknown));
}

/// At the rate that is told, the flows are worth nothing; checked over many sizes and shapes.
#[test]
fn the_rate_of_return_brings_the_worth_to_nothing() {
    let mut state = 11_u64;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((state >> 33) as f64) / f64::from(1_u32 << 31)
    };
    let mut rates = 0;
    for _ in 0..2_000 {
        let years = 1 + (next() * 10.0) as usize;
        let size = 10_f64.powi((next() * 12.0) as i32);
        let mut net = vec![-size * next()];
        net.extend((0..years).map(|_| size * next()));
        let worth = |rate: f64| net.iter().rev().fold(0.0, |sum, flow| sum / (1.0 + rate) + flow);
        if let Return::Rate(rate) = internal_rate(&net) {
            rates += 1;
            let turnover: f64 = net.iter().rev().fold(0.0, |sum, flow| sum / (1.0 + rate) + flow.abs());
            assert!(worth(rate).abs() <= 1e-9 * turnover, "{net:?} at {rate}: {}", worth(rate));
        }
    }
    assert!(rates > 1_900, "{rates}");
}
