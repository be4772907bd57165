//! Steps and ways in words.
use crate::domain::process::{How, Next, Process, Side, Step};
use crate::domain::value::input::Input;
use crate::export::picture::svg::number;
use crate::export::picture::{Anchor, Ink, Scene, Shape, TEXT};

/// The steps of a side as the items of an ordered list.
pub fn list(process: &Process, side: Side) -> Vec<String> {
    let steps = &process.side(side).steps;
    let item = |(at, step): (usize, &Step)| {
        let about = [lane(process, step.lane), how(step.how).to_owned(), figures(step)];
        let about: Vec<&str> = about.iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
        format!("{} ({}); {}", step.name, about.join(", "), ways(steps, at).join("; "))
    };
    steps.iter().enumerate().map(item).collect()
}

pub const fn how(how: How) -> &'static str {
    match how {
        How::Manual => "manual",
        How::Decision => "decision",
        How::Automatic => "automatic",
    }
}

pub fn lane(process: &Process, lane: Option<usize>) -> String {
    lane.and_then(|at| process.lanes.get(at)).map_or_else(|| "No lane".into(), |lane| lane.name.clone())
}

/// "1 step", "12 steps".
pub fn places(count: usize, word: &str) -> String {
    format!("{count} {word}{}", if count == 1 { "" } else { "s" })
}

/// "8 min", "2.5 h".
pub fn minutes(minutes: f64) -> String {
    if minutes.abs() < 180.0 {
        [&number((minutes * 10.0).round() / 10.0), "\u{a0}min"].concat()
    } else {
        [&number((minutes / 6.0).round() / 10.0), "\u{a0}h"].concat()
    }
}

fn percent(share: f64) -> String {
    [&number((share * 1000.0).round() / 10.0), "\u{a0}%"].concat()
}

/// What a step takes, as far as it was said.
pub fn figures(step: &Step) -> String {
    let likely = |input: &Option<Input>| input.as_ref().map(|input| input.range.likely).filter(|value| *value > 0.0);
    let parts = [
        likely(&step.minutes).map(minutes),
        likely(&step.waiting).map(|waiting| ["waits ", &minutes(waiting)].concat()),
        likely(&step.error_rate).map(|rate| [&percent(rate), " errors"].concat()),
        likely(&step.fix_minutes).map(|fix| [&minutes(fix), " to fix one"].concat()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The ways on from the step at a place.
pub fn ways(steps: &[Step], at: usize) -> Vec<String> {
    let Some(step) = steps.get(at) else { return Vec::new() };
    let way = |next: &Next| {
        let to = match next.to {
            Some(to) => format!("to {}", to + 1),
            None => "ends".into(),
        };
        let back = if next.back { " (leads back: not counted)" } else { "" };
        match named(next) {
            Some(name) => [&name, ": ", &to, back].concat(),
            None => [&to, back].concat(),
        }
    };
    step.next.iter().map(way).collect()
}

/// What stands at a way out of a decision: "Yes, 70 %".
pub fn named(next: &Next) -> Option<String> {
    next.branch?;
    let share = percent(next.share);
    Some(if next.label.is_empty() { share } else { [&next.label, ", ", &share].concat() })
}

/// A side without steps.
pub fn empty(mut scene: Scene) -> Scene {
    scene.add(Shape::text((0.0, 20.0), "There are no steps on this side yet.", Anchor::Start, TEXT, Ink::Muted));
    scene.height = 28.0;
    scene
}
