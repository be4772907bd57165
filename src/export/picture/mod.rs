//! A picture before it has a medium: a few shapes with inks by role, its title, what it shows, and the same as a table.
//! Functions turn data into scenes of the width asked for; [`svg`] writes a scene as a file, the screen draws it too.
mod axis;
mod beside;
mod cash_flow;
mod histogram;
pub mod measure;
mod ranges;
pub mod svg;
mod timeline;
mod tornado;

pub use beside::{Pair, beside};
pub use cash_flow::{Period, cash_flow};
pub use histogram::{Bin, Mark, histogram};
pub use ranges::{Reach, ranges};
pub use timeline::timeline;
pub use tornado::{Swing, tornado};

/// Narrower than this, labels stand above what they name rather than beside it.
pub const NARROW: f64 = 520.0;
/// No picture is drawn narrower.
pub const LEAST_WIDTH: f64 = 280.0;
/// The usual size of a text and the lesser one.
pub const TEXT: f64 = 14.0;
pub const SMALL: f64 = 12.0;

/// A picture of a given size, in units of a pixel at the usual text size.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    pub title: String,
    /// What it shows, in sentences, for those who don't see it.
    pub description: String,
    pub width: f64,
    pub height: f64,
    /// Later ones lie over earlier ones.
    pub shapes: Vec<Shape>,
    pub table: Twin,
}

/// The same content as a table. The first cell of a row is its name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Twin {
    pub head: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

/// A color by what it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ink {
    Text,
    Muted,
    /// Rules and outlines.
    Line,
    /// What the picture lies on.
    Paper,
    /// A band that is set off from the paper.
    Band,
    /// What the picture is about.
    Main,
    /// What it is compared with.
    Second,
    /// A loss.
    Bad,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fill {
    None,
    Solid(Ink),
    Hatched(Ink),
    Dotted(Ink),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    Rect {
        area: Area,
        radius: f64,
        fill: Fill,
        stroke: Option<Ink>,
    },
    Path {
        points: Vec<(f64, f64)>,
        closed: bool,
        fill: Fill,
        stroke: Option<Ink>,
        dashed: bool,
        /// A head at the last point.
        arrow: bool,
    },
    Text {
        /// Where the base line is anchored.
        at: (f64, f64),
        text: String,
        anchor: Anchor,
        size: f64,
        ink: Ink,
        bold: bool,
    },
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Area {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

impl Area {
    pub const fn new(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self { x, y, width, height }
    }

    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// They share more than an edge.
    pub fn overlaps(&self, other: &Self) -> bool {
        let apart = self.right() <= other.x || other.right() <= self.x;
        !(apart || self.bottom() <= other.y || other.bottom() <= self.y)
    }
}

impl Shape {
    pub fn rect(area: Area, fill: Fill, stroke: Option<Ink>) -> Self {
        Self::Rect { area, radius: 0.0, fill, stroke }
    }

    pub fn line(from: (f64, f64), to: (f64, f64), ink: Ink) -> Self {
        Self::path(vec![from, to], ink)
    }

    pub fn path(points: Vec<(f64, f64)>, ink: Ink) -> Self {
        Self::Path { points, closed: false, fill: Fill::None, stroke: Some(ink), dashed: false, arrow: false }
    }

    /// What is enclosed by an outline.
    pub fn area(points: Vec<(f64, f64)>, fill: Fill, stroke: Option<Ink>) -> Self {
        Self::Path { points, closed: true, fill, stroke, dashed: false, arrow: false }
    }

    pub fn dashed(from: (f64, f64), to: (f64, f64), ink: Ink) -> Self {
        Self::Path {
            points: vec![from, to],
            closed: false,
            fill: Fill::None,
            stroke: Some(ink),
            dashed: true,
            arrow: false,
        }
    }

    pub fn text(at: (f64, f64), text: impl Into<String>, anchor: Anchor, size: f64, ink: Ink) -> Self {
        Self::Text { at, text: text.into(), anchor, size, ink, bold: false }
    }

    pub fn bold(at: (f64, f64), text: impl Into<String>, anchor: Anchor, size: f64, ink: Ink) -> Self {
        Self::Text { at, text: text.into(), anchor, size, ink, bold: true }
    }

    /// The room a text takes; nothing for other shapes.
    pub fn label(&self) -> Option<Area> {
        let Self::Text { at: (x, y), text, anchor, size, bold, .. } = self else { return None };
        let width = if *bold { measure::bold(text, *size) } else { measure::width(text, *size) };
        let x = match anchor {
            Anchor::Start => *x,
            Anchor::Middle => x - width / 2.0,
            Anchor::End => x - width,
        };
        Some(Area::new(x, y - 0.8 * size, width, *size))
    }
}

impl Scene {
    pub fn new(title: &str, description: String, width: f64) -> Self {
        let width = if width.is_finite() { width.max(LEAST_WIDTH) } else { LEAST_WIDTH };
        Self { title: title.to_owned(), description, width, ..Self::default() }
    }

    pub fn add(&mut self, shape: Shape) {
        self.shapes.push(shape);
    }

    /// Each fill that is a pattern, once.
    pub fn patterns(&self) -> Vec<Fill> {
        let fill = |shape: &Shape| match shape {
            Shape::Rect { fill, .. } | Shape::Path { fill, .. } => Some(*fill),
            Shape::Text { .. } => None,
        };
        let mut patterns: Vec<Fill> = self.shapes.iter().filter_map(fill).collect();
        patterns.retain(|fill| matches!(fill, Fill::Hatched(_) | Fill::Dotted(_)));
        patterns.sort_unstable();
        patterns.dedup();
        patterns
    }

    /// The legend's signs with their words, in lines that fit; tells where they end.
    fn legend(&mut self, top: f64, items: &[(Fill, &str)]) -> f64 {
        let (sign, gap, line) = (14.0, 6.0, 22.0);
        let (mut x, mut y) = (0.0, top);
        for (fill, word) in items {
            let wide = sign + gap + measure::width(word, SMALL);
            if x > 0.0 && x + wide > self.width {
                (x, y) = (0.0, y + line);
            }
            match fill {
                Fill::None => {
                    self.add(Shape::path(vec![(x, y + 7.0), (x + sign, y + 7.0)], Ink::Text));
                    self.add(dot((x + sign / 2.0, y + 7.0), Ink::Text));
                }
                fill => self.add(Shape::rect(Area::new(x, y, sign, sign), *fill, Some(Ink::Text))),
            }
            self.add(Shape::text((x + sign + gap, y + 11.0), *word, Anchor::Start, SMALL, Ink::Text));
            x += wide + 18.0;
        }
        y + line
    }
}

/// A small mark on a line.
fn dot((x, y): (f64, f64), ink: Ink) -> Shape {
    Shape::Rect { area: Area::new(x - 3.0, y - 3.0, 6.0, 6.0), radius: 3.0, fill: Fill::Solid(ink), stroke: None }
}

/// What can't be drawn is drawn as nothing.
fn drawn(value: f64) -> f64 {
    if value.is_finite() { value.clamp(-1e15, 1e15) } else { 0.0 }
}

/// A figure in words; one that has no value says so.
fn said(value: f64, print: &dyn Fn(f64) -> String) -> String {
    if value.is_finite() { print(value) } else { "n/a".into() }
}

fn strings(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}
