//! On a narrow page the steps stand below each other; a lane is named where it begins, ways are said in the boxes.
use super::card::Card;
use super::words::lane;
use crate::domain::process::Process;
use crate::export::picture::{Anchor, Area, Fill, Ink, SMALL, Scene, Shape, measure};

const GAP: f64 = 18.0;
const HEADER: f64 = 26.0;

pub fn draw(scene: &mut Scene, process: &Process, cards: &[Card]) {
    let mut y = 0.0;
    let mut before: Option<(&Card, f64)> = None;
    for card in cards {
        let follows = before.filter(|(last, _)| last.step.next.iter().any(|next| next.to == Some(card.at)));
        let from = before.map(|(_, bottom)| bottom);
        if from.is_some() {
            y += GAP;
        }
        if before.is_none_or(|(last, _)| last.step.lane != card.step.lane) {
            y = header(scene, &lane(process, card.step.lane), y);
        }
        let lines = card.lines(scene.width - 1.0, 4, said_in_box(card));
        let area = Area::new(0.5, y, scene.width - 1.0, lines.height());
        if let (Some(_), Some(from)) = (follows, from) {
            let x = scene.width - 24.0;
            scene.add(Shape::Path {
                points: vec![(x, from), (x, y)],
                closed: false,
                fill: Fill::None,
                stroke: Some(Ink::Text),
                dashed: false,
                arrow: true,
            });
        }
        card.draw(scene, area, &lines);
        y = area.bottom();
        before = Some((card, y));
    }
    scene.height = y + 1.0;
}

/// A step that just goes on to the one below needs no words for it.
fn said_in_box(card: &Card) -> bool {
    match card.step.next.as_slice() {
        [only] => only.to != Some(card.at + 1) || only.branch.is_some(),
        _ => true,
    }
}

fn header(scene: &mut Scene, name: &str, y: f64) -> f64 {
    let band = Area::new(0.0, y, scene.width - 48.0, HEADER - 6.0);
    scene.add(Shape::rect(band, Fill::Solid(Ink::Band), None));
    let name = measure::cut(name, SMALL, (band.width - 12.0) / measure::BOLD);
    scene.add(Shape::bold((6.0, y + 14.0), name, Anchor::Start, SMALL, Ink::Text));
    y + HEADER
}
