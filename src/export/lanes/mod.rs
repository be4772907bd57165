//! One side of a process as a picture: lanes as bands, steps as boxes, ways as lines; on narrow pages as a list.
//! The table beside it holds every word in full.
mod card;
mod tall;
mod wide;
mod words;

pub use words::{list, minutes};

use super::picture::{NARROW, Scene, Twin};
use crate::domain::process::{How, Process, Side};
use words::{how, lane, places, ways};

/// Draws a side so wide.
pub fn lanes(process: &Process, side: Side, width: f64) -> Scene {
    let mut scene = Scene::new(&title(process, side), describe(process, side), width);
    scene.table = table(process, side);
    let cards = card::cards(process, side);
    if cards.is_empty() {
        return words::empty(scene);
    }
    if scene.width < NARROW {
        tall::draw(&mut scene, process, &cards)
    } else {
        wide::draw(&mut scene, process, &cards)
    }
    scene
}

fn title(process: &Process, side: Side) -> String {
    let name = if process.name.is_empty() { "Process" } else { &process.name };
    [name, ", ", side.id()].concat()
}

fn describe(process: &Process, side: Side) -> String {
    let steps = &process.side(side).steps;
    let count = |wanted: How| steps.iter().filter(|step| step.how == wanted).count();
    let mut used: Vec<Option<usize>> = steps.iter().map(|step| step.lane).collect();
    used.sort_unstable();
    used.dedup();
    format!(
        "{} in {}: {} by people, {}, {} automatic. The table says the same in words.",
        places(steps.len(), "step"),
        places(used.len(), "lane"),
        count(How::Manual),
        places(count(How::Decision), "decision"),
        count(How::Automatic)
    )
}

fn table(process: &Process, side: Side) -> Twin {
    let steps = &process.side(side).steps;
    let row = |(at, step): (usize, &crate::domain::process::Step)| {
        let name = [&(at + 1).to_string(), ". ", &step.name].concat();
        let figures = words::figures(step);
        vec![name, lane(process, step.lane), how(step.how).to_owned(), figures, ways(steps, at).join("; ")]
    };
    let head = ["Step", "Lane", "How", "Takes", "Goes on to"].map(str::to_owned).into();
    Twin { head, rows: steps.iter().enumerate().map(row).collect() }
}
