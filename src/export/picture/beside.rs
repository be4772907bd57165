//! Two figures of the same kind beside each other, such as before and after, for several kinds.
use super::axis::{Scale, with_zero};
use super::{Anchor, Area, Fill, Ink, SMALL, Scene, Shape, drawn, measure, strings};

/// One kind of figure. Each is drawn on a scale of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    pub label: String,
    pub first: Option<f64>,
    pub second: Option<f64>,
    /// The same in words, with the unit.
    pub first_text: String,
    pub second_text: String,
}

const BAR: f64 = 16.0;
const LINE: f64 = 22.0;

/// `names` are those of the two sides, as "Before" and "After".
pub fn beside(title: &str, description: String, names: [&str; 2], pairs: &[Pair], width: f64) -> Scene {
    let mut scene = Scene::new(title, description, width);
    scene.table.head = strings(&["", names[0], names[1]]);
    let row = |pair: &Pair| vec![pair.label.clone(), pair.first_text.clone(), pair.second_text.clone()];
    scene.table.rows = pairs.iter().map(row).collect();

    let left = names.iter().map(|name| measure::width(name, SMALL)).fold(0.0, f64::max).min(scene.width / 4.0) + 10.0;
    let texts = pairs.iter().flat_map(|pair| [&pair.first_text, &pair.second_text]);
    let right = texts.map(|text| measure::width(text, SMALL)).fold(0.0, f64::max).min(scene.width * 0.4) + 10.0;
    let mut y = 0.0;
    for pair in pairs {
        let label = measure::cut(&pair.label, SMALL, scene.width / measure::BOLD);
        scene.add(Shape::bold((0.0, y + 13.0), label, Anchor::Start, SMALL, Ink::Text));
        let sides = [
            (names[0], pair.first, &pair.first_text, Fill::Hatched(Ink::Second), Ink::Second),
            (names[1], pair.second, &pair.second_text, Fill::Solid(Ink::Main), Ink::Main),
        ];
        let ends = with_zero([pair.first, pair.second].into_iter().flatten().map(drawn));
        let scale = Scale::new(ends, (left, scene.width - right));
        for (at, (name, value, text, fill, ink)) in sides.into_iter().enumerate() {
            let top = y + 20.0 + at as f64 * LINE;
            let name = measure::cut(name, SMALL, left - 10.0);
            scene.add(Shape::text((0.0, top + 12.0), name, Anchor::Start, SMALL, Ink::Muted));
            let (zero, end) = (scale.at(0.0), value.map_or(scale.at(0.0), |value| scale.at(drawn(value))));
            if value.is_some() {
                let area = Area::new(zero.min(end), top, (end - zero).abs().max(1.0), BAR);
                scene.add(Shape::rect(area, fill, Some(ink)));
            }
            let text = measure::cut(text, SMALL, right - 10.0);
            scene.add(Shape::text((zero.max(end) + 6.0, top + 12.0), text, Anchor::Start, SMALL, Ink::Text));
        }
        y += 20.0 + 2.0 * LINE + 10.0;
    }
    scene.height = y;
    scene
}
