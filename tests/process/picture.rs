//! The lanes as a picture: whatever the process, boxes and labels keep apart, wide and narrow.
use crate::figures::made;
use crate::metrics::onboarding;
use crate::rows::process;
use fitproof::domain::process::Side;
use fitproof::export::lanes::{lanes, list};
use fitproof::export::picture::{Area, Scene, Shape, svg};

/// A box holds words; a mark or a circle doesn't.
fn boxes(scene: &Scene) -> Vec<Area> {
    let found = scene.shapes.iter().filter_map(|shape| match shape {
        Shape::Rect { area, radius, .. } if *radius > 0.0 && area.width > 20.0 => Some(*area),
        _ => None,
    });
    found.collect()
}

fn within(inner: &Area, outer: &Area) -> bool {
    inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() && inner.bottom() <= outer.bottom()
}

fn check(scene: &Scene, what: &str) {
    let boxes = boxes(scene);
    let labels: Vec<(Area, &Shape)> = scene.shapes.iter().filter_map(|shape| Some((shape.label()?, shape))).collect();
    for (at, area) in boxes.iter().enumerate() {
        assert!(area.x >= 0.0 && area.right() <= scene.width && area.bottom() <= scene.height, "{what}: {area:?}");
        assert!(boxes[at + 1..].iter().all(|other| !area.overlaps(other)), "{what}: boxes overlap");
    }
    for (at, (area, shape)) in labels.iter().enumerate() {
        assert!(area.x >= 0.0 && area.right() <= scene.width + 0.01, "{what}: {shape:?} is beyond the edge");
        let inside = boxes.iter().any(|own| within(area, own));
        let apart = boxes.iter().all(|own| !area.overlaps(own));
        assert!(inside || apart, "{what}: {shape:?} lies across a box");
        for (other, second) in &labels[at + 1..] {
            assert!(!area.overlaps(other), "{what}: {shape:?} lies on {second:?}");
        }
    }
}

#[test]
fn nothing_overlaps_in_five_hundred_processes() {
    for seed in 0..500 {
        let (process, _) = process(&made(seed, seed % 2 == 0));
        for side in Side::BOTH {
            for width in [360.0, 1000.0] {
                let scene = lanes(&process, side, width);
                check(&scene, &format!("process {seed}, {} at {width}", side.id()));
                let steps = &process.side(side).steps;
                assert!(boxes(&scene).len() == steps.len(), "{seed}: a box for each step");
                assert_eq!(scene.table.rows.len(), steps.len());
                assert!(steps.iter().zip(&scene.table.rows).all(|(step, row)| row[0].ends_with(&step.name)));
                assert_eq!(svg::write(&scene), svg::write(&lanes(&process, side, width)));
            }
        }
    }
}

#[test]
fn the_list_says_every_step_with_its_ways() {
    let (process, _) = process(&onboarding());
    let list = list(&process, Side::Before);
    assert_eq!(list.len(), 12);
    assert_eq!(
        list[3],
        "HR reviews and updates employee checks (Manual, manual, 20\u{a0}min, waits 8\u{a0}h, 10\u{a0}% errors, 15\u{a0}min to fix one); to 5"
    );
    assert_eq!(list[11], "User created (Okta, automatic); ends");
    let scene = lanes(&process, Side::Before, 1000.0);
    assert_eq!(
        scene.description,
        "12 steps in 6 lanes: 3 by people, 0 decisions, 9 automatic. The table says the same in words."
    );
}
