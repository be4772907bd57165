//! On a wide page lanes are bands and every step has a column of its own, so that no line runs through a box. Where
//! there are more steps than columns the picture goes on below, like lines of music.
use super::card::{Card, Lines};
use super::words::{lane, named};
use crate::domain::process::{Next, Process};
use crate::export::picture::{Anchor, Area, Fill, Ink, SMALL, Scene, Shape, measure};

/// The column with the lanes' names, the gap before each box, the margin at the right.
const NAMES: f64 = 108.0;
const GUTTER: f64 = 28.0;
const MARGIN: f64 = 24.0;
/// No column is narrower or wider.
const NARROWEST: f64 = 128.0;
const WIDEST: f64 = 220.0;
/// A line of its own for each way that doesn't just go on to the next box.
const TRACK: f64 = 18.0;
const PAD: f64 = 9.0;
const BETWEEN: f64 = 26.0;

pub fn draw(scene: &mut Scene, process: &Process, cards: &[Card]) {
    let most = ((scene.width - NAMES - MARGIN) / NARROWEST).floor().max(1.0) as usize;
    let systems = cards.len().div_ceil(most).max(1);
    let per = cards.len().div_ceil(systems).max(1);
    let pitch = ((scene.width - NAMES - MARGIN) / per as f64).min(WIDEST);
    let mut y = 0.0;
    for part in cards.chunks(per) {
        let system = System::new(process, part, pitch, scene.width, y);
        system.draw(scene);
        y = system.bottom() + BETWEEN;
    }
    scene.height = (y - BETWEEN).max(0.0) + 1.0;
}

/// One line of columns with the lanes it uses.
struct System<'a> {
    cards: &'a [Card<'a>],
    lines: Vec<Lines>,
    bands: Vec<Band>,
    pitch: f64,
    right: f64,
}

struct Band {
    lane: Option<usize>,
    name: Vec<String>,
    top: f64,
    /// Of its boxes, all the same.
    tall: f64,
    tracks: Vec<Track>,
    height: f64,
}

/// A way that runs below the boxes of its lane.
struct Track {
    /// Where it leaves its box, and where it turns to another or ends.
    from: f64,
    to: f64,
    card: usize,
    /// The place in this system that it leads to.
    target: Option<usize>,
    ends: bool,
    label: String,
    row: usize,
}

impl Track {
    fn span(&self) -> (f64, f64) {
        let label = self.from + measure::width(&self.label, SMALL) + 28.0;
        (self.from.min(self.to) - 4.0, self.from.max(self.to).max(label) + 4.0)
    }
}

impl<'a> System<'a> {
    fn new(process: &Process, cards: &'a [Card<'a>], pitch: f64, right: f64, top: f64) -> Self {
        let lines: Vec<Lines> = cards.iter().map(|card| card.lines(pitch - GUTTER, 5, false)).collect();
        let mut system = Self { cards, lines, bands: Vec::new(), pitch, right };
        let mut used: Vec<Option<usize>> = cards.iter().map(|card| card.step.lane).collect();
        used.sort_unstable_by_key(|lane| lane.unwrap_or(usize::MAX));
        used.dedup();
        let mut y = top;
        for own in used {
            let name = measure::wrap(&lane(process, own), SMALL * measure::BOLD, NAMES - 16.0, 4);
            let inside = || system.cards.iter().zip(&system.lines).filter(|(card, _)| card.step.lane == own);
            let tall = inside().map(|(_, lines)| lines.height()).fold(0.0, f64::max);
            let tracks = system.tracks(own);
            let rows = tracks.iter().map(|track| track.row + 1).max().unwrap_or(0);
            let tracked = if rows == 0 { 0.0 } else { rows as f64 * TRACK + 4.0 };
            let height = (2.0 * PAD + tall + tracked).max(16.0 + 15.0 * name.len() as f64);
            system.bands.push(Band { lane: own, name, top: y, tall, tracks, height });
            y += height;
        }
        system
    }

    fn bottom(&self) -> f64 {
        self.bands.last().map_or(0.0, |band| band.top + band.height)
    }

    fn left_of(&self, column: usize) -> f64 {
        NAMES + column as f64 * self.pitch + GUTTER
    }

    fn area(&self, column: usize) -> Option<Area> {
        let card = self.cards.get(column)?;
        let band = self.bands.iter().find(|band| band.lane == card.step.lane)?;
        Some(Area::new(self.left_of(column), band.top + PAD, self.pitch - GUTTER, band.tall))
    }

    /// The column of a step, if it stands in this system.
    fn column(&self, at: usize) -> Option<usize> {
        let first = self.cards.first()?.at;
        at.checked_sub(first).filter(|column| *column < self.cards.len())
    }

    /// It just goes on to the next step: a short line says all.
    fn is_plain(card: &Card, next: &Next) -> bool {
        next.branch.is_none() && (next.to.is_none() || next.to == Some(card.at + 1))
    }

    /// The ways below a lane's boxes. Those that leave further right run higher, so that lines nest.
    fn tracks(&self, lane: Option<usize>) -> Vec<Track> {
        let mut tracks: Vec<Track> = Vec::new();
        for (column, card) in self.cards.iter().enumerate().filter(|(_, card)| card.step.lane == lane) {
            let own: Vec<&Next> = card.step.next.iter().filter(|next| !Self::is_plain(card, next)).collect();
            for (number, next) in own.iter().enumerate().rev() {
                // From the left of the box, so that there is room for the words at its right.
                let step = ((self.pitch - GUTTER) / (own.len() + 1) as f64).min(10.0);
                let from = self.left_of(column) + step * (number + 1) as f64;
                let mut track = self.track(column, from, next);
                let (start, end) = track.span();
                let taken = |row: usize| {
                    let apart = |other: &Track| other.row != row || other.span().1 < start || end < other.span().0;
                    !tracks.iter().all(apart)
                };
                // A row of its own below those of the same box, else the first that is free.
                let least = tracks.iter().filter(|other| other.card == column).map(|other| other.row + 1).max();
                let mut row = least.unwrap_or(0);
                while taken(row) {
                    row += 1;
                }
                track.row = row;
                tracks.push(track);
            }
        }
        tracks
    }

    fn track(&self, card: usize, from: f64, next: &Next) -> Track {
        let target = next.to.and_then(|to| self.column(to));
        let elsewhere = next.to.filter(|_| target.is_none()).map(|to| format!("→ {}", to + 1));
        let parts = [named(next), elsewhere];
        let label = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let label = measure::cut(&label, SMALL, self.right - from - 30.0);
        let to = match target {
            Some(target) => self.left_of(target) - 9.0,
            None => from + measure::width(&label, SMALL).max(8.0) + 18.0,
        };
        Track { from, to, card, target, ends: next.to.is_none(), label, row: 0 }
    }

    fn draw(&self, scene: &mut Scene) {
        for band in &self.bands {
            let names = Area::new(0.5, band.top + 0.5, NAMES - 8.0, band.height);
            scene.add(Shape::rect(names, Fill::Solid(Ink::Band), Some(Ink::Line)));
            scene.add(Shape::rect(
                Area::new(0.5, band.top + 0.5, self.right - 1.0, band.height),
                Fill::None,
                Some(Ink::Line),
            ));
            for (at, line) in band.name.iter().enumerate() {
                let y = band.top + 20.0 + 15.0 * at as f64;
                scene.add(Shape::bold((6.0, y), line, Anchor::Start, SMALL, Ink::Text));
            }
        }
        for (column, card) in self.cards.iter().enumerate() {
            self.plain_ways(scene, column, card);
        }
        for band in &self.bands {
            for track in &band.tracks {
                self.line(scene, band, track);
            }
        }
        for (column, (card, lines)) in self.cards.iter().zip(&self.lines).enumerate() {
            if let Some(area) = self.area(column) {
                card.draw(scene, area, lines);
            }
        }
        for band in &self.bands {
            for track in &band.tracks {
                label(scene, band, track);
            }
        }
    }

    /// The start, the line to the next box, the line beyond the edge, the end.
    fn plain_ways(&self, scene: &mut Scene, column: usize, card: &Card) {
        let Some(area) = self.area(column) else { return };
        let middle = |area: &Area| area.y + area.height / 2.0;
        let y = middle(&area);
        if card.at == 0 {
            scene.add(circle((area.x - 17.0, y), Fill::Solid(Ink::Text)));
            scene.add(arrow(vec![(area.x - 12.0, y), (area.x, y)]));
        } else if column == 0 && card.step.visits > 0.0 {
            scene.add(arrow(vec![(NAMES - 6.0, y), (area.x, y)]));
        }
        for next in card.step.next.iter().filter(|next| Self::is_plain(card, next)) {
            let target = next.to.and_then(|to| self.column(to)).and_then(|column| self.area(column));
            match (next.to, target) {
                (Some(_), Some(target)) => {
                    let (turn, end) = (area.right() + 9.0, middle(&target));
                    let straight = (end - y).abs() < 0.01;
                    let mut points = vec![(area.right(), y)];
                    if !straight {
                        points.extend([(turn, y), (turn, end)]);
                    }
                    points.push((target.x, end));
                    scene.add(arrow(points));
                }
                (Some(_), None) => scene.add(arrow(vec![(area.right(), y), (area.right() + 20.0, y)])),
                (None, _) => {
                    scene.add(Shape::line((area.right(), y), (area.right() + 6.0, y), Ink::Text));
                    scene.add(circle((area.right() + 11.0, y), Fill::None));
                }
            }
        }
    }

    fn line(&self, scene: &mut Scene, band: &Band, track: &Track) {
        let (bottom, y) = (band.top + PAD + band.tall, height(band, track));
        let start = vec![(track.from, bottom), (track.from, y), (track.to, y)];
        match track.target.and_then(|target| self.area(target)) {
            Some(area) => {
                let end = area.y + area.height / 2.0 + 6.0;
                scene.add(arrow([start, vec![(track.to, end), (area.x, end)]].concat()));
            }
            None if track.ends => {
                scene.add(Shape::path(start, Ink::Text));
                scene.add(circle((track.to + 5.0, y), Fill::None));
            }
            None => scene.add(arrow(start)),
        }
    }
}

fn height(band: &Band, track: &Track) -> f64 {
    band.top + PAD + band.tall + (track.row + 1) as f64 * TRACK
}

/// On paper of its own, for a line may pass.
fn label(scene: &mut Scene, band: &Band, track: &Track) {
    if track.label.is_empty() {
        return;
    }
    let (x, y) = (track.from + 4.0, height(band, track) - 4.0);
    let wide = measure::width(&track.label, SMALL);
    scene.add(Shape::rect(Area::new(x - 1.0, y - 10.0, wide + 2.0, 12.5), Fill::Solid(Ink::Paper), None));
    scene.add(Shape::text((x, y), track.label.clone(), Anchor::Start, SMALL, Ink::Text));
}

fn arrow(points: Vec<(f64, f64)>) -> Shape {
    let stroke = Some(Ink::Text);
    Shape::Path { points, closed: false, fill: Fill::None, stroke, dashed: false, arrow: true }
}

fn circle((x, y): (f64, f64), fill: Fill) -> Shape {
    Shape::Rect { area: Area::new(x - 5.0, y - 5.0, 10.0, 10.0), radius: 5.0, fill, stroke: Some(Ink::Text) }
}
