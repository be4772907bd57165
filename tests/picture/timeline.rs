//! The plan along its days: labels keep apart at every width, whatever the plan; nothing is drawn outside.
use crate::chance::Chance;
use crate::charts::check;
pub use crate::window::{START, window};
use fitproof::domain::date::Day;
use fitproof::domain::poc::Days;
use fitproof::domain::pov::{self, Plan};
use fitproof::domain::row::{Row, RowKind, Rows};
use fitproof::export::picture::{Scene, Shape, timeline};
use std::rc::Rc;

fn put(rows: &mut Rows, kind: RowKind, fields: &[(&str, String)]) {
    let mut row = Row::new(u32::try_from(rows.len()).expect("few") + 1, kind, None);
    row.fields = fields.iter().map(|(field, text)| ((*field).to_owned(), text.clone())).collect();
    rows.push(Rc::new(row));
}

/// A plan of so many rows, sane or not.
fn plan(chance: &mut Chance) -> Plan {
    let mut rows = Rows::default();
    for _ in 0..chance.below(14) {
        let (kind, phase) = (chance.below(4) as usize, chance.below(3) as usize);
        let day = START.plus(chance.below(90) as i32 - 30);
        let fixed = chance.below(3) == 0;
        put(
            &mut rows,
            RowKind::Event,
            &[
                ("name", chance.words()),
                ("type", ["meeting", "legal", "it", "decision"][kind].into()),
                ("phase", ["prepare", "execute", "follow-up"][phase].into()),
                if fixed { ("day", day.to_string()) } else { ("after", (chance.below(40) as i32 - 15).to_string()) },
                ("done", if chance.below(2) == 0 { "yes".into() } else { String::new() }),
            ],
        );
        put(&mut rows, RowKind::Prerequisite, &[("what", chance.words()), ("available", day.to_string())]);
        put(&mut rows, RowKind::Holiday, &[("day", day.to_string())]);
    }
    let mut day = |most: u64| (chance.below(5) > 0).then(|| START.plus(chance.below(most) as i32 - 5));
    let days = Days { start: day(10), end: day(60), decision: day(400) };
    pov::read(&rows, days).0
}

fn inside(scene: &Scene, what: &str) {
    for shape in &scene.shapes {
        let ends = match shape {
            Shape::Rect { area, .. } => vec![(area.x, area.y), (area.right(), area.bottom())],
            Shape::Path { points, .. } => points.clone(),
            Shape::Text { .. } => Vec::new(),
        };
        for (x, y) in ends {
            assert!((-1.5..=scene.width + 1.5).contains(&x), "{what} at {}: {shape:?}", scene.width);
            assert!((-1.5..=scene.height + 1.5).contains(&y), "{what} at {}: {shape:?}", scene.width);
        }
    }
}

#[test]
fn any_plan_at_any_width() {
    for seed in 0..300 {
        let mut chance = Chance::new(seed);
        let plan = plan(&mut chance);
        let dated = plan.events.iter().filter(|event| event.day.is_some()).count();
        for width in [280.0, 360.0, 519.0, 640.0, 1000.0] {
            let scene = timeline(&plan, &window(), START.plus(3), width);
            check(&scene, &format!("plan {seed}"));
            inside(&scene, &format!("plan {seed}"));
            let named = plan.events.len() + plan.prerequisites.len();
            assert!(scene.table.rows.len() >= named, "all are in the table");
            assert!(dated == 0 || scene.shapes.len() > dated, "what has a day is drawn");
        }
    }
}

#[test]
fn days_far_apart_are_drawn_and_none_at_all_are_said() {
    let none = timeline(&Plan::default(), &window(), START, 360.0);
    assert!(none.shapes.iter().any(|shape| matches!(shape, Shape::Text { text, .. } if text == "No day is set yet.")));
    assert_eq!(none.table.rows.len(), 0);
    let day = |text: &str| Day::parse(text);
    for (start, end) in [("2026-12-07", "2028-01-11"), ("1900-01-01", "2999-12-31"), ("2026-12-18", "2026-12-07")] {
        let plan = Plan { days: Days { start: day(start), end: day(end), decision: None }, ..Plan::default() };
        for width in [280.0, 720.0] {
            let scene = timeline(&plan, &window(), START, width);
            check(&scene, start);
            inside(&scene, start);
            assert!(scene.shapes.len() < 400, "{start}: {}", scene.shapes.len());
        }
    }
}
