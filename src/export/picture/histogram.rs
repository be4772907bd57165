//! How often each outcome came up, with the percentiles marked.
use super::axis::{Scale, ends, ticks};
use super::{Anchor, Area, Fill, Ink, SMALL, Scene, Shape, drawn, measure, said, strings};

/// Outcomes from `low` up to `high`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bin {
    pub low: f64,
    pub high: f64,
    pub count: u64,
}

/// A value with a name, as "P10".
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    pub label: String,
    pub value: f64,
}

const HEIGHT: f64 = 150.0;
const LINE: f64 = 20.0;

/// Outcomes below zero are hatched, those above solid.
pub fn histogram(
    title: &str,
    description: String,
    (bins, marks): (&[Bin], &[Mark]),
    print: &dyn Fn(f64) -> String,
    width: f64,
) -> Scene {
    let mut scene = Scene::new(title, description, width);
    scene.table.head = strings(&["From", "To", "Share of outcomes"]);
    let total = bins.iter().map(|bin| bin.count).sum::<u64>().max(1) as f64;
    let share = |bin: &Bin| format!("{:.1} %", bin.count as f64 / total * 100.0);
    let marked = marks.iter().map(|mark| vec![mark.label.clone(), said(mark.value, print), String::new()]);
    let rows = bins.iter().map(|bin| vec![said(bin.low, print), said(bin.high, print), share(bin)]);
    scene.table.rows = marked.chain(rows).collect();

    let (low, high) = ends(bins.iter().flat_map(|bin| [drawn(bin.low), drawn(bin.high)]));
    let scale = Scale::new((low, high), (8.0, scene.width - 8.0));
    let most = bins.iter().map(|bin| bin.count).max().unwrap_or(0).max(1) as f64;
    let top = marks.len() as f64 * LINE + 6.0;
    let foot = top + HEIGHT;
    // One outline for all losses and one for all gains: a picture that follows a slider has to be quickly drawn.
    let sides = bins.chunk_by(|one, next| is_loss(one) == is_loss(next));
    for side in sides.filter(|side| side.iter().any(|bin| bin.count > 0)) {
        let tall = |bin: &Bin| foot - bin.count as f64 / most * HEIGHT;
        let tops = side.iter().flat_map(|bin| [(bin.low, tall(bin)), (bin.high, tall(bin))]);
        let ends = |bin: Option<&Bin>, at: fn(&Bin) -> f64| bin.map(|bin| (at(bin), foot));
        let outline =
            ends(side.first(), |bin| bin.low).into_iter().chain(tops).chain(ends(side.last(), |bin| bin.high));
        let points = outline.map(|(value, y)| (scale.at(drawn(value)), y)).collect();
        let loss = side.first().is_some_and(is_loss);
        let fill = if loss { Fill::Hatched(Ink::Bad) } else { Fill::Solid(Ink::Main) };
        scene.add(Shape::area(points, fill, loss.then_some(Ink::Bad)));
    }
    scene.add(Shape::line((8.0, foot), (scene.width - 8.0, foot), Ink::Text));
    if low < 0.0 && high > 0.0 {
        scene.add(Shape::line((scale.at(0.0), top), (scale.at(0.0), foot), Ink::Text));
    }
    mark_percentiles(&mut scene, marks, print, (&scale, foot));
    label_axis(&mut scene, (low, high), print, (&scale, foot));
    scene.height = foot + 24.0;
    scene
}

fn is_loss(bin: &Bin) -> bool {
    bin.low + bin.high < 0.0
}

/// Each mark's words on a line of their own, with paper behind them where another mark's line passes.
fn mark_percentiles(scene: &mut Scene, marks: &[Mark], print: &dyn Fn(f64) -> String, (scale, foot): (&Scale, f64)) {
    let place = |at: usize| (at as f64 + 1.0) * LINE;
    for (at, mark) in marks.iter().enumerate() {
        let x = scale.at(drawn(mark.value));
        scene.add(Shape::line((x, place(at) - 14.0), (x, foot), Ink::Paper));
        scene.add(Shape::dashed((x, place(at) - 14.0), (x, foot), Ink::Text));
    }
    for (at, mark) in marks.iter().enumerate() {
        let x = scale.at(drawn(mark.value));
        let words = [&mark.label, " ", &said(mark.value, print)].concat();
        let words = measure::cut(&words, SMALL, scene.width / measure::BOLD - 12.0);
        let wide = measure::bold(&words, SMALL);
        let right = x + 6.0 + wide <= scene.width;
        let left = if right { x + 6.0 } else { (x - 6.0 - wide).max(0.0) };
        scene.add(Shape::rect(
            Area::new(left - 2.0, place(at) - 13.0, wide + 4.0, 17.0),
            Fill::Solid(Ink::Paper),
            None,
        ));
        scene.add(Shape::bold((left, place(at)), words, Anchor::Start, SMALL, Ink::Text));
    }
}

/// Round numbers under the bars, as far as they have room.
fn label_axis(scene: &mut Scene, (low, high): (f64, f64), print: &dyn Fn(f64) -> String, (scale, foot): (&Scale, f64)) {
    let mut free = 0.0;
    for mark in ticks((low, high), 5).into_iter().filter(|mark| (low..=high).contains(mark)) {
        let (x, word) = (scale.at(mark), print(mark));
        let half = measure::width(&word, SMALL) / 2.0;
        let middle = x.clamp(half.min(scene.width / 2.0), (scene.width - half).max(scene.width / 2.0));
        if middle - half < free || middle + half > scene.width {
            continue;
        }
        free = middle + half + 8.0;
        scene.add(Shape::line((x, foot), (x, foot + 5.0), Ink::Text));
        scene.add(Shape::text((middle, foot + 18.0), word, Anchor::Middle, SMALL, Ink::Muted));
    }
}
