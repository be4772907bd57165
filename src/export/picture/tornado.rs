//! What matters most: how far the outcome moves while each input goes through its range.
use super::axis::{Scale, ends};
use super::{Anchor, Area, Fill, Ink, NARROW, SMALL, Scene, Shape, drawn, measure, said, strings};

/// One input: the outcome with it at its low and at its high end.
#[derive(Clone, Debug, PartialEq)]
pub struct Swing {
    pub label: String,
    pub low: f64,
    pub high: f64,
}

const BAR: f64 = 20.0;
/// Of a label: its most lines, and how far apart they are.
const LINES: usize = 3;
const LINE: f64 = 14.0;

/// In the order given, which is the widest first; `base` is the outcome with every input at its likely figure.
pub fn tornado(
    title: &str,
    description: String,
    (base, swings): (f64, &[Swing]),
    print: &dyn Fn(f64) -> String,
    width: f64,
) -> Scene {
    let mut scene = Scene::new(title, description, width);
    scene.table.head = strings(&["Input", "Outcome at its low end", "Outcome at its high end"]);
    let row = |swing: &Swing| vec![swing.label.clone(), said(swing.low, print), said(swing.high, print)];
    scene.table.rows = swings.iter().map(row).collect();

    let legend =
        [(Fill::Hatched(Ink::Second), "Input at its low end"), (Fill::Solid(Ink::Main), "Input at its high end")];
    let top = scene.legend(0.0, &legend) + 8.0;
    let beside = scene.width >= NARROW;
    let left = if beside { (scene.width * 0.34).min(300.0) } else { 0.0 };
    let values = swings.iter().flat_map(|swing| [swing.low, swing.high]);
    let widest = values.clone().map(|value| measure::width(&said(value, print), SMALL)).fold(0.0, f64::max);
    let margin = (widest + 6.0).min(scene.width / 4.0);
    let ends = ends(values.chain([base]).map(drawn));
    let scale = Scale::new(ends, (left + margin, scene.width - margin));
    let room = if beside { left - 10.0 } else { scene.width };
    let labels: Vec<Vec<String>> = swings.iter().map(|swing| measure::wrap(&swing.label, SMALL, room, LINES)).collect();
    let lines = labels.iter().map(Vec::len).max().unwrap_or(1).max(1) as f64;
    // Above the bar, or beside it.
    let head = LINE * lines + 4.0;
    let tall = if beside { head.max(30.0) } else { head + 28.0 };
    let bar_at = |at: usize| {
        let y = top + 20.0 + at as f64 * tall;
        if beside { y + (tall - 10.0 - BAR) / 2.0 } else { y + head }
    };
    for (at, (swing, label)) in swings.iter().zip(labels).enumerate() {
        let bar_y = bar_at(at);
        // Beside the bar around its middle, above it close to it.
        let count = label.len() as f64;
        let first = if beside { bar_y + 15.0 - LINE * (count - 1.0) / 2.0 } else { bar_y - 6.0 - LINE * (count - 1.0) };
        for (number, line) in label.into_iter().enumerate() {
            let y = first + LINE * number as f64;
            scene.add(Shape::text((0.0, y), line, Anchor::Start, SMALL, Ink::Text));
        }
        bar(&mut scene, swing, base, &scale, bar_y, print, margin);
    }
    let foot = top + 20.0 + swings.len() as f64 * tall;
    let x = scale.at(drawn(base));
    let words = ["Likely ", &said(base, print)].concat();
    let half = measure::bold(&words, SMALL) / 2.0;
    let middle = x.clamp(half.min(scene.width / 2.0), (scene.width - half).max(scene.width / 2.0));
    scene.add(Shape::bold((middle, top + 11.0), words, Anchor::Middle, SMALL, Ink::Text));
    for at in 0..swings.len() {
        let y = bar_at(at);
        scene.add(Shape::line((x, y - 3.0), (x, y + BAR + 3.0), Ink::Text));
    }
    scene.height = foot + 4.0;
    scene
}

/// Both sides from the base, and the figures beyond their ends.
fn bar(scene: &mut Scene, swing: &Swing, base: f64, scale: &Scale, y: f64, print: &dyn Fn(f64) -> String, margin: f64) {
    let middle = scale.at(drawn(base));
    let sides = [(swing.low, Fill::Hatched(Ink::Second), Ink::Second), (swing.high, Fill::Solid(Ink::Main), Ink::Main)];
    for (value, fill, ink) in sides {
        let end = scale.at(drawn(value));
        let area = Area::new(end.min(middle), y, (end - middle).abs(), BAR);
        scene.add(Shape::rect(area, fill, Some(ink)));
    }
    let (low, high) = (scale.at(drawn(swing.low)), scale.at(drawn(swing.high)));
    let ((least, less), (most, more)) =
        if low <= high { ((low, swing.low), (high, swing.high)) } else { ((high, swing.high), (low, swing.low)) };
    let word = |value: f64| measure::cut(&said(value, print), SMALL, margin - 6.0);
    scene.add(Shape::text((least.min(middle) - 6.0, y + 14.0), word(less), Anchor::End, SMALL, Ink::Muted));
    scene.add(Shape::text((most.max(middle) + 6.0, y + 14.0), word(more), Anchor::Start, SMALL, Ink::Muted));
}
