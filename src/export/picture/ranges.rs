//! Ranges on one scale: low to high as a bar, the likely figure as a mark.
use super::axis::{Scale, with_zero};
use super::{Anchor, Area, Fill, Ink, NARROW, SMALL, Scene, Shape, drawn, measure, said, strings};

#[derive(Clone, Debug, PartialEq)]
pub struct Reach {
    pub label: String,
    pub low: f64,
    pub likely: f64,
    pub high: f64,
}

pub fn ranges(title: &str, description: String, reaches: &[Reach], print: &dyn Fn(f64) -> String, width: f64) -> Scene {
    let mut scene = Scene::new(title, description, width);
    scene.table.head = strings(&["", "Low", "Likely", "High"]);
    let row = |reach: &Reach| {
        let figures = [reach.low, reach.likely, reach.high].map(|figure| said(figure, print));
        std::iter::once(reach.label.clone()).chain(figures).collect()
    };
    scene.table.rows = reaches.iter().map(row).collect();

    let beside = scene.width >= NARROW;
    let left = if beside { (scene.width * 0.3).min(260.0) } else { 0.0 };
    let ends = with_zero(reaches.iter().flat_map(|reach| [drawn(reach.low), drawn(reach.likely), drawn(reach.high)]));
    let scale = Scale::new(ends, (left + 4.0, scene.width - 4.0));
    let zero = scale.at(0.0);
    let (tall, down) = if beside { (48.0, 0.0) } else { (68.0, 20.0) };
    for (at, reach) in reaches.iter().enumerate() {
        let y = 5.0 + at as f64 * tall;
        let room = if beside { left - 10.0 } else { scene.width };
        let label = measure::cut(&reach.label, SMALL, room);
        scene.add(Shape::text((0.0, y + 13.0), label, Anchor::Start, SMALL, Ink::Text));
        let top = y + down;
        let (from, to, mark) = (scale.at(drawn(reach.low)), scale.at(drawn(reach.high)), scale.at(drawn(reach.likely)));
        let area = Area::new(from.min(to), top, (to - from).abs(), 16.0);
        scene.add(Shape::rect(area, Fill::Hatched(Ink::Main), Some(Ink::Main)));
        scene.add(Shape::rect(Area::new(mark - 2.0, top - 3.0, 4.0, 22.0), Fill::Solid(Ink::Text), None));
        if ends.0 < 0.0 {
            scene.add(Shape::dashed((zero, top - 4.0), (zero, top + 20.0), Ink::Text));
        }
        words(&mut scene, reach, (left, from, mark, to), top + 33.0, print);
    }
    scene.height = 5.0 + reaches.len() as f64 * tall;
    scene
}

/// The three figures under the bar: the likely one first, the ends as far as they have room.
fn words(
    scene: &mut Scene,
    reach: &Reach,
    (left, from, mark, to): (f64, f64, f64, f64),
    y: f64,
    print: &dyn Fn(f64) -> String,
) {
    let mut taken: Vec<Area> = Vec::new();
    for (value, x, bold) in [(reach.likely, mark, true), (reach.low, from, false), (reach.high, to, false)] {
        let word = said(value, print);
        let half = measure::width(&word, SMALL) / 2.0 * if bold { measure::BOLD } else { 1.0 };
        let (least, most) = (left + half, (scene.width - half).max(left + half));
        let x = x.clamp(least, most);
        let area = Area::new(x - half - 5.0, y - SMALL, 2.0 * half + 10.0, SMALL);
        if taken.iter().any(|taken| taken.overlaps(&area)) {
            continue;
        }
        taken.push(area);
        let ink = if bold { Ink::Text } else { Ink::Muted };
        scene.add(Shape::Text { at: (x, y), text: word, anchor: Anchor::Middle, size: SMALL, ink, bold });
    }
}
