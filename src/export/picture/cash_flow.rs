//! Cash flow by year as bars, what it adds up to as a line.
use super::axis::{Scale, ticks, with_zero};
use super::{Anchor, Area, Fill, Ink, SMALL, Scene, Shape, dot, drawn, measure, said, strings};

/// A year or another stretch of time.
#[derive(Clone, Debug, PartialEq)]
pub struct Period {
    pub label: String,
    pub benefits: f64,
    pub costs: f64,
    pub net: f64,
    /// The net cash flow up to its end.
    pub cumulative: f64,
}

const HEIGHT: f64 = 190.0;

/// `print` says an amount in few letters, as "$1.2M".
pub fn cash_flow(
    title: &str,
    description: String,
    periods: &[Period],
    print: &dyn Fn(f64) -> String,
    width: f64,
) -> Scene {
    let mut scene = Scene::new(title, description, width);
    scene.table.head = strings(&["Period", "Benefits", "Costs", "Net", "Cumulative"]);
    scene.table.rows = periods.iter().map(|period| row(period, print)).collect();
    let loss = periods.iter().any(|period| period.net < 0.0);
    let mut legend = vec![(Fill::Solid(Ink::Main), "Net cash flow"), (Fill::None, "Adds up to")];
    if loss {
        legend.insert(1, (Fill::Hatched(Ink::Bad), "Net cost"));
    }
    let top = scene.legend(0.0, &legend) + 12.0;
    let marks = ticks(with_zero(periods.iter().flat_map(|p| [drawn(p.net), drawn(p.cumulative)])), 4);
    let words: Vec<String> = marks.iter().map(|mark| print(*mark)).collect();
    let left = words.iter().map(|word| measure::width(word, SMALL)).fold(0.0, f64::max).min(width / 3.0) + 8.0;
    let ends = (marks.first().copied().unwrap_or(0.0), marks.last().copied().unwrap_or(1.0));
    let scale = Scale::new(ends, (top + HEIGHT, top));
    for (mark, word) in marks.iter().zip(&words) {
        let y = scale.at(*mark);
        let ink = if *mark == 0.0 { Ink::Text } else { Ink::Line };
        scene.add(Shape::line((left, y), (scene.width, y), ink));
        let word = measure::cut(word, SMALL, left - 8.0);
        scene.add(Shape::text((left - 8.0, y + 4.0), word, Anchor::End, SMALL, Ink::Muted));
    }
    let slot = (scene.width - left) / (periods.len().max(1) as f64);
    let middle = |at: usize| left + (at as f64 + 0.5) * slot;
    for (at, period) in periods.iter().enumerate() {
        let (net, zero) = (scale.at(drawn(period.net)), scale.at(0.0));
        let wide = (slot * 0.6).min(64.0);
        let area = Area::new(middle(at) - wide / 2.0, net.min(zero), wide, (net - zero).abs());
        let fill = if period.net < 0.0 { Fill::Hatched(Ink::Bad) } else { Fill::Solid(Ink::Main) };
        scene.add(Shape::rect(area, fill, Some(if period.net < 0.0 { Ink::Bad } else { Ink::Main })));
    }
    let points: Vec<(f64, f64)> =
        periods.iter().enumerate().map(|(at, period)| (middle(at), scale.at(drawn(period.cumulative)))).collect();
    halo(&mut scene, &points);
    scene.add(Shape::path(points.clone(), Ink::Text));
    for point in points {
        scene.add(dot(point, Ink::Text));
    }
    let bottom = label(&mut scene, periods, print, (left, slot, top + HEIGHT + 20.0));
    scene.height = bottom;
    scene
}

/// Paper around the line, so that it is seen on a bar too.
fn halo(scene: &mut Scene, points: &[(f64, f64)]) {
    for (dx, dy) in [(0.0, -2.0), (0.0, -1.0), (0.0, 1.0), (0.0, 2.0), (-1.0, 0.0), (1.0, 0.0)] {
        scene.add(Shape::path(points.iter().map(|(x, y)| (x + dx, y + dy)).collect(), Ink::Paper));
    }
    for (x, y) in points {
        let area = Area::new(x - 4.5, y - 4.5, 9.0, 9.0);
        scene.add(Shape::Rect { area, radius: 4.5, fill: Fill::Solid(Ink::Paper), stroke: None });
    }
}

fn row(period: &Period, print: &dyn Fn(f64) -> String) -> Vec<String> {
    let figures = [period.benefits, period.costs, period.net, period.cumulative];
    std::iter::once(period.label.clone()).chain(figures.map(|figure| said(figure, print))).collect()
}

/// Under each bar its name and, where all have room, its figure; a name without room is left to the table.
fn label(
    scene: &mut Scene,
    periods: &[Period],
    print: &dyn Fn(f64) -> String,
    (left, slot, y): (f64, f64, f64),
) -> f64 {
    let nets: Vec<String> = periods.iter().map(|period| said(period.net, print)).collect();
    let fits = |word: &str| measure::bold(word, SMALL) + 6.0 <= slot;
    let figures = nets.iter().all(|word| fits(word));
    let mut free = 0.0;
    for (at, (period, net)) in periods.iter().zip(&nets).enumerate() {
        let x = left + (at as f64 + 0.5) * slot;
        let word = measure::cut(&period.label, SMALL, (scene.width / 2.0).max(slot - 6.0));
        let half = measure::width(&word, SMALL) / 2.0;
        let middle = x.clamp(half, scene.width - half);
        if middle - half >= free {
            free = middle + half + 6.0;
            scene.add(Shape::text((middle, y), word, Anchor::Middle, SMALL, Ink::Muted));
        }
        if figures {
            scene.add(Shape::bold((x, y + 18.0), net, Anchor::Middle, SMALL, Ink::Text));
        }
    }
    if figures { y + 24.0 } else { y + 6.0 }
}
