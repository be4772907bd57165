//! No label on another and none beyond the edge, at any width, for any figures.
use crate::chance::Chance;
use fitproof::export::picture::{
    Bin, Mark, Pair, Period, Reach, Scene, Shape, Swing, beside, cash_flow, histogram, ranges, svg, tornado,
};

const WIDTHS: [f64; 5] = [280.0, 360.0, 519.0, 640.0, 1000.0];

pub fn print(value: f64) -> String {
    let (size, letter) = [(1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "K")]
        .into_iter()
        .find(|(size, _)| value.abs() >= *size)
        .unwrap_or((1.0, ""));
    format!("${:.1}{letter}", value / size)
}

pub fn check(scene: &Scene, what: &str) {
    let labels: Vec<_> = scene.shapes.iter().filter_map(|shape| Some((shape.label()?, shape))).collect();
    for (at, (area, shape)) in labels.iter().enumerate() {
        assert!(
            area.x >= -0.01 && area.right() <= scene.width + 0.01,
            "{what}: {shape:?} at {} is beyond the edge",
            scene.width
        );
        assert!(area.y >= -0.01 && area.bottom() <= scene.height + 0.01, "{what}: {shape:?} is above or below");
        for (other, second) in &labels[at + 1..] {
            assert!(!area.overlaps(other), "{what} at {}: {shape:?} lies on {second:?}", scene.width);
        }
    }
    for shape in &scene.shapes {
        let finite = match shape {
            Shape::Rect { area, .. } => [area.x, area.y, area.width, area.height].iter().all(|part| part.is_finite()),
            Shape::Path { points, .. } => points.iter().all(|(x, y)| x.is_finite() && y.is_finite()),
            Shape::Text { at: (x, y), .. } => x.is_finite() && y.is_finite(),
        };
        assert!(finite, "{what}: {shape:?}");
    }
    for row in &scene.table.rows {
        assert_eq!(row.len(), scene.table.head.len(), "{what}: {row:?}");
    }
    assert_eq!(svg::write(scene), svg::write(&scene.clone()));
}

#[test]
fn cash_flows() {
    for seed in 0..400 {
        let mut chance = Chance::new(seed);
        let periods: Vec<Period> = (0..chance.below(13))
            .map(|at| Period {
                label: if seed % 3 == 0 { chance.words() } else { format!("Year {at}") },
                benefits: chance.amount(),
                costs: chance.amount(),
                net: chance.amount(),
                cumulative: chance.amount(),
            })
            .collect();
        for width in WIDTHS {
            check(&cash_flow("Cash flow", String::new(), &periods, &print, width), &format!("cash flow {seed}"));
        }
    }
}

#[test]
fn histograms() {
    for seed in 0..400 {
        let mut chance = Chance::new(seed);
        let (mut low, step) = (chance.amount(), chance.amount().abs());
        let bins: Vec<Bin> = (0..chance.below(60))
            .map(|_| {
                let bin = Bin { low, high: low + step, count: chance.below(10_000) };
                low += step;
                bin
            })
            .collect();
        let marks = ["P10", "P50", "P90"].map(|label| Mark { label: label.into(), value: chance.amount() });
        for width in WIDTHS {
            let scene = histogram("Outcomes", String::new(), (&bins, &marks), &print, width);
            check(&scene, &format!("histogram {seed}"));
        }
    }
}

#[test]
fn tornados_and_ranges() {
    for seed in 0..400 {
        let mut chance = Chance::new(seed);
        let count = chance.below(12);
        let swings: Vec<Swing> =
            (0..count).map(|_| Swing { label: chance.words(), low: chance.amount(), high: chance.amount() }).collect();
        let reaches: Vec<Reach> = (0..count)
            .map(|_| {
                let mut figures = [chance.amount(), chance.amount(), chance.amount()];
                figures.sort_by(f64::total_cmp);
                Reach { label: chance.words(), low: figures[0], likely: figures[1], high: figures[2] }
            })
            .collect();
        let base = chance.amount();
        for width in WIDTHS {
            check(&tornado("What matters", String::new(), (base, &swings), &print, width), &format!("tornado {seed}"));
            check(&ranges("Scenarios", String::new(), &reaches, &print, width), &format!("ranges {seed}"));
        }
    }
}

#[test]
fn sides() {
    for seed in 0..200 {
        let mut chance = Chance::new(seed);
        let pairs: Vec<Pair> = (0..chance.below(7))
            .map(|_| {
                let (first, second) = (chance.amount(), chance.amount());
                let known = chance.below(5) > 0;
                Pair {
                    label: chance.words(),
                    first: Some(first),
                    second: known.then_some(second),
                    first_text: print(first),
                    second_text: if known { print(second) } else { "not known yet".into() },
                }
            })
            .collect();
        for width in WIDTHS {
            check(
                &beside("Before and after", String::new(), ["Before", "After"], &pairs, width),
                &format!("sides {seed}"),
            );
        }
    }
}
