//! Whatever stands beside a figure has a say too: its ends, its shape, how well it is known, its source, what was measured.
use crate::sample::{defaults, plans, rows};
use fitproof::domain::row::{self, Row, RowKind, Rows};
use fitproof::domain::value::input::{Evidence, Spread};
use fitproof::domain::value::realized::realized;
use fitproof::domain::value::result::likely;
use fitproof::domain::value::scenario::{Scenario, scenario};
use fitproof::domain::value::simulate::Outcomes;
use fitproof::domain::value::{Model, build, plan, print};
use fitproof::wire::simulation::{Order, Simulator};

const DRAWS: usize = 512;

fn model(rows: &Rows) -> Model {
    build(&plan::read(rows, &defaults()).0)
}

fn outcomes(rows: &Rows) -> Outcomes {
    Simulator::default().outcomes(Order::new(rows, &defaults().fields, DRAWS))
}

/// The row of an input and the field's name there; the plan's row comes first.
fn of(rows: &Rows, id: &str) -> (u32, String) {
    match id.strip_prefix("plan.") {
        Some(field) => (row::of(rows, RowKind::Plan).next().expect("a plan").key, field.to_owned()),
        None => {
            let mut parts = id.splitn(3, '.').skip(1);
            let key = parts.next().and_then(|key| key.parse().ok()).expect("a row's key");
            (key, parts.next().expect("a field").to_owned())
        }
    }
}

#[test]
fn every_part_of_every_input_moves_something() {
    let mut tried = 0;
    for (name, lines) in plans() {
        let mut start = rows(&lines);
        // A setting that stands by default has no row yet.
        if row::of(&start, RowKind::Plan).next().is_none() {
            row::add(&mut start, vec![Row::new(0, RowKind::Plan, None)], None);
        }
        let before = model(&start);
        let moves_npv = |place: usize| fitproof::domain::value::reach::under(&before.sheet, before.figures.npv)[place];
        for place in before.sheet.inputs.clone() {
            tried += 1;
            let cell = &before.sheet.cells[place];
            let what = format!("{name}: {}", cell.id);
            let (key, field) = of(&start, &cell.id);
            let input = before.sheet.input_at(place).expect("an input");
            let middle = input.range.likely;
            // Typed anew with one end, all else as it was.
            let with = |parts: &[(&str, String)]| {
                let mut rows = start.clone();
                row::put(&mut rows, key, &field, print::typed(middle, cell.unit));
                for part in ["low", "high"] {
                    row::put(&mut rows, key, &[&field, ".", part].concat(), String::new());
                }
                for (part, text) in parts {
                    row::put(&mut rows, key, &[&field, ".", part].concat(), text.clone());
                }
                rows
            };
            let typed = |value: f64| print::typed(value, cell.unit);
            let (low, high) = (typed((middle * 0.9).max(input.least)), typed((middle * 1.1).min(input.most)));
            let plain = with(&[]);
            let results = |rows: &Rows, which| scenario(&model(rows), which).values;
            for (part, text) in [("low", &low), ("high", &high)] {
                let rows = with(&[(part, text.clone())]);
                let moved = [Scenario::Cautious, Scenario::Favorable]
                    .iter()
                    .any(|which| results(&rows, *which) != results(&plain, *which));
                // An end that is the figure itself, as 100 % of 100 %, is no end.
                assert!(moved || *text == typed(middle), "{what}.{part} moves nothing");
            }
            if low != high && moves_npv(place) {
                let [even, bell] = ["", "pert"].map(|shape| {
                    outcomes(&with(&[("low", low.clone()), ("high", high.clone()), ("shape", shape.into())]))
                });
                assert_ne!(even.hash, bell.hash, "{what}.shape moves nothing");
            }
            let known = with(&[
                ("evidence", "b".into()),
                ("source", "A report".into()),
                ("shape", "pert".into()),
                ("measured", high.clone()),
            ]);
            let after = model(&known);
            let input = after.sheet.input_at(place).expect("an input");
            assert_eq!(
                (input.evidence, input.source.as_str(), input.range.spread),
                (Evidence::Published, "A report", Spread::Pert),
                "{what}"
            );
            if high != typed(middle) {
                let measured = realized(&after).expect("something was measured").measured;
                assert_ne!(measured.values, likely(&after).values, "{what}.measured moves nothing");
            }
        }
    }
    assert!(tried > 70, "{tried}");
}
