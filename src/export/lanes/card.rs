//! A step as a box: told apart by word, pattern and shape as well as by color.
use super::words::{figures, how, ways};
use crate::domain::process::{How, Process, Side, Step};
use crate::export::picture::{Anchor, Area, Fill, Ink, SMALL, Scene, Shape, measure};

/// A step with its number and what is to be said in its box.
pub struct Card<'a> {
    pub at: usize,
    pub step: &'a Step,
    pub figures: String,
    pub ways: Vec<String>,
}

pub const LINE: f64 = 15.0;
const FINE: f64 = 11.0;
/// From the box's edge to its words: left of them is a strip with the pattern.
const LEFT: f64 = 14.0;
const RIGHT: f64 = 6.0;

pub fn cards(process: &Process, side: Side) -> Vec<Card<'_>> {
    let steps = &process.side(side).steps;
    let card = |(at, step)| Card { at, step, figures: figures(step), ways: ways(steps, at) };
    steps.iter().enumerate().map(card).collect()
}

/// The lines of a box.
pub struct Lines {
    name: Vec<String>,
    more: Vec<String>,
}

impl Card<'_> {
    /// The name in at most so many lines, then what it takes, then the ways if they are to be said here.
    pub fn lines(&self, width: f64, most: usize, ways: bool) -> Lines {
        let room = width - LEFT - RIGHT;
        let name = measure::wrap(&self.step.name, SMALL, room, most);
        let figures = measure::wrap(&self.figures, FINE, room, 2);
        let ways = self.ways.iter().filter(|_| ways).flat_map(|way| measure::wrap(way, FINE, room, 2));
        Lines { name, more: figures.into_iter().chain(ways).collect() }
    }

    pub fn draw(&self, scene: &mut Scene, area: Area, lines: &Lines) {
        let (ink, fill) = match self.step.how {
            How::Manual => (Ink::Second, Fill::Hatched(Ink::Second)),
            How::Decision => (Ink::Text, Fill::Dotted(Ink::Text)),
            How::Automatic => (Ink::Main, Fill::Solid(Ink::Main)),
        };
        let radius = if self.step.how == How::Automatic { 8.0 } else { 2.0 };
        scene.add(Shape::Rect { area, radius, fill: Fill::Solid(Ink::Paper), stroke: Some(ink) });
        let strip = Area::new(area.x + 2.0, area.y + radius.max(2.0), 6.0, area.height - 2.0 * radius.max(2.0));
        scene.add(Shape::rect(strip, fill, None));
        let mut y = area.y + 15.0;
        let number = (self.at + 1).to_string();
        let x = area.x + LEFT;
        let after = x + measure::bold(&number, SMALL) + 5.0;
        scene.add(Shape::bold((x, y), number, Anchor::Start, SMALL, Ink::Text));
        let word = measure::cut(how(self.step.how), FINE, area.right() - 18.0 - after);
        scene.add(Shape::text((after, y), word, Anchor::Start, FINE, Ink::Muted));
        self.mark(scene, (area.right() - 11.0, y - 4.0), ink);
        for line in &lines.name {
            y += LINE;
            scene.add(Shape::text((x, y), line, Anchor::Start, SMALL, Ink::Text));
        }
        for line in &lines.more {
            y += LINE;
            scene.add(Shape::text((x, y), line, Anchor::Start, FINE, Ink::Muted));
        }
    }

    /// A person, a diamond or a bolt.
    fn mark(&self, scene: &mut Scene, (x, y): (f64, f64), ink: Ink) {
        let closed = |points: &[(f64, f64)]| Shape::Path {
            points: points.iter().map(|(dx, dy)| (x + dx, y + dy)).collect(),
            closed: true,
            fill: Fill::Solid(ink),
            stroke: None,
            dashed: false,
            arrow: false,
        };
        match self.step.how {
            How::Manual => {
                let head = Area::new(x - 2.5, y - 6.0, 5.0, 5.0);
                scene.add(Shape::Rect { area: head, radius: 2.5, fill: Fill::Solid(ink), stroke: None });
                scene.add(closed(&[(-5.0, 6.0), (-3.5, 0.5), (3.5, 0.5), (5.0, 6.0)]));
            }
            How::Decision => scene.add(closed(&[(0.0, -6.0), (6.0, 0.0), (0.0, 6.0), (-6.0, 0.0)])),
            How::Automatic => {
                scene.add(closed(&[(1.5, -6.5), (-4.0, 1.0), (-0.5, 1.0), (-1.5, 6.5), (4.0, -1.0), (0.5, -1.0)]));
            }
        }
    }
}

impl Lines {
    /// How tall their box is.
    pub fn height(&self) -> f64 {
        20.0 + LINE * (self.name.len() + self.more.len()) as f64 + 6.0
    }
}
