//! What must be true: at the value that is told, the net present value is nothing; where none is told, it never is.
use crate::sample::{Chance, close, model, plans};
use fitproof::domain::value::Model;
use fitproof::domain::value::break_even::{BreakEven, break_even};

/// The net present value with one input at this value and all others likely.
fn worth(model: &Model, place: usize, value: f64) -> f64 {
    let number = model.sheet.inputs.iter().position(|input| *input == place).expect("an input");
    let mut inputs = model.sheet.likely();
    inputs[number] = value;
    model.sheet.evaluate(&inputs)[model.figures.npv]
}

fn check(name: &str, model: &Model, told: &mut [usize; 4]) {
    let mut chance = Chance(5);
    for (place, found) in break_even(model) {
        let id = &model.sheet.cells[place].id;
        let input = model.sheet.input_at(place).expect("an input");
        let mut anywhere = || {
            let value = input.least + (input.most.min(input.range.high * 20.0 + 1.0) - input.least) * chance.next();
            worth(model, place, value)
        };
        match found {
            BreakEven::At(value) => {
                told[0] += 1;
                assert!((input.least..=input.most).contains(&value), "{name}: {id} at {value}");
                let left = worth(model, place, value);
                assert!(left.abs() < 0.01, "{name}: {id} at {value} leaves {left}");
            }
            BreakEven::AlwaysPays => {
                told[1] += 1;
                assert!((0..200).all(|_| anywhere() > 0.0), "{name}: {id} doesn't always pay");
            }
            BreakEven::NeverPays => {
                told[2] += 1;
                assert!((0..200).all(|_| anywhere() < 0.0), "{name}: {id} pays somewhere");
            }
            BreakEven::NoEffect => {
                told[3] += 1;
                let likely = worth(model, place, input.range.likely);
                assert!((0..50).all(|_| anywhere() == likely), "{name}: {id} has an effect");
            }
            BreakEven::Unknown => panic!("{name}: {id} is unknown"),
        }
    }
}

#[test]
fn at_the_value_told_nothing_is_left() {
    let mut told = [0; 4];
    for (name, lines) in plans() {
        check(name, &model(&lines), &mut told);
    }
    // A case that doesn't pay as it stands.
    let poor = [
        "plan include=all ramp-1=40 ramp-2=90 discount-rate=12",
        "benefit driver=time volume=2,400 minutes=8 automated=70 hourly-cost=45",
        "benefit driver=risk likelihood=1 impact=10k reduction=50",
        "cost type=implementation amount=60k",
        "cost type=run amount=900",
        "cost type=effort hours=20 hourly-cost=60",
    ];
    check("poor", &model(&poor), &mut told);
    assert!(told.iter().all(|count| *count > 2), "each answer is met: {told:?}");
}

#[test]
fn by_arithmetic() {
    let lines = [
        "plan discount-rate=0 horizon=2",
        "benefit driver=tools yearly-cost=5,000",
        "cost type=implementation amount=8,000",
    ];
    let model = model(&lines);
    let found = break_even(&model);
    let of = |id: &str| {
        let place = model.input_place(id).expect("an input");
        found.iter().find(|(own, _)| *own == place).expect("an answer").1
    };
    let BreakEven::At(benefit) = of("row.2.yearly-cost") else { panic!("{found:?}") };
    close(benefit, 8_000.0 / 2.0, "benefit");
    let BreakEven::At(cost) = of("row.3.amount") else { panic!("{found:?}") };
    close(cost, 2.0 * 5_000.0, "cost");
    let BreakEven::At(taken) = of("plan.benefit-adjustment") else { panic!("{found:?}") };
    close(taken, 1.0 - 8_000.0 / 10_000.0, "adjustment");
    // The rate at which 5,000 twice is worth 8,000: 8 (1 + r)² = 5 (1 + r) + 5.
    let BreakEven::At(rate) = of("plan.discount-rate") else { panic!("{found:?}") };
    close(rate, (5.0 + (25.0_f64 + 160.0).sqrt()) / 16.0 - 1.0, "rate");
    assert_eq!(of("plan.hours"), BreakEven::NoEffect);
    // First year's adoption carries on: 10,000 × share = 8,000.
    let BreakEven::At(share) = of("plan.ramp-1") else { panic!("{found:?}") };
    close(share, 0.8, "adoption");
}

/// Any sizes: still within a cent, or there is no such value.
#[test]
fn over_many_plans() {
    let mut chance = Chance(23);
    let mut told = [0; 4];
    for _ in 0..60 {
        let mut number = |most: f64| (most * chance.next() * 100.0).round() / 100.0;
        let lines = [
            format!("plan ramp-by=month ramp-months={} discount-rate={} horizon=3", number(36.0), number(40.0)),
            format!("role hourly-cost={}", number(90.0)),
            format!(
                "benefit driver=time volume={} volume-per=day minutes={} automated={} role=2",
                number(200.0),
                number(30.0),
                number(100.0)
            ),
            format!("benefit driver=revenue revenue={} uplift={} margin={}", number(1e7), number(3.0), number(50.0)),
            format!("cost type=implementation amount={}", number(3e5)),
            format!("cost type=effort hours={} role=2 when=yearly", number(4e3)),
        ];
        check("random", &model(&lines.iter().map(String::as_str).collect::<Vec<_>>()), &mut told);
    }
    assert!(told[0] > 200, "{told:?}");
}
