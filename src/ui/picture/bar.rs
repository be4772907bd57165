//! Bars from 0 to 100: an interval with its marks, and the shares that make it up.
use super::frame::frame;
use super::pattern::{dots, hatch};
use crate::domain::criterion::{Finding, HalfPoints, Outcome};
use crate::export::words::points;
use yew::prelude::*;

/// The right end of every bar.
const FULL: HalfPoints = 200;
/// Narrower than this there is no room for a word or a number.
const ROOM: HalfPoints = 16;

/// A place along the bar where a tier begins.
pub struct Tick {
    pub at: HalfPoints,
    pub label: String,
}

/// Solid to the low end, hatched from there to the high end.
pub struct Interval<'a> {
    pub id: &'a str,
    pub title: &'a str,
    pub description: &'a str,
    /// The class that gives the ink.
    pub class: &'static str,
    pub low: HalfPoints,
    pub high: HalfPoints,
    /// From left to right, the first at 0.
    pub ticks: &'a [Tick],
    /// Names and numbers at the ticks.
    pub labelled: bool,
}

pub fn interval(bar: &Interval) -> Html {
    let (top, height) = if bar.labelled { ("1.5em", "1.25em") } else { ("0.125em", "0.75em") };
    let rect = |from: HalfPoints, to: HalfPoints, fill: String| {
        html! { <rect x={percent(from)} width={percent(to - from)} y={top} {height} {fill} /> }
    };
    let line = |tick: &Tick| {
        let (y1, y2) = if bar.labelled { ("0.25em", "3.125em") } else { ("0", "1em") };
        html! { <line class="picture__tick" key={tick.at} x1={percent(tick.at)} x2={percent(tick.at)} {y1} {y2} stroke="currentColor" /> }
    };
    let parts = html! {
        <>
            <rect class="picture__track" width="100%" y={top} {height} fill="none" stroke="currentColor" />
            { rect(bar.low, bar.high, hatch(bar.id)) }
            { rect(0, bar.low, "currentColor".into()) }
            <g>{ for bar.ticks.iter().skip(1).map(line) }</g>
            <g>{ if bar.labelled { labels(bar.ticks) } else { html! {} } }</g>
        </>
    };
    let class = if bar.labelled { "picture--bar" } else { "picture--small" };
    html! { <div class={classes!("bar", bar.class)}>{ frame(bar.id, class, bar.title, bar.description, parts) }</div> }
}

/// A tier's name where it begins, and the numbers below; what has no room is left to the words beside.
fn labels(ticks: &[Tick]) -> Html {
    let ends = ticks.iter().skip(1).map(|tick| tick.at).chain([FULL]);
    let names = ticks.iter().zip(ends).filter(|(tick, end)| end - tick.at > 2 * ROOM).map(|(tick, _)| {
        let dx = if tick.at == 0 { "0" } else { "0.4em" };
        html! { <text key={tick.at} class="picture__label" x={percent(tick.at)} y="1em" {dx}>{ &tick.label }</text> }
    });
    let mut last = None;
    let numbers = ticks.iter().map(|tick| tick.at).chain([FULL]).filter(|at| {
        let room = last.is_none_or(|last| at - last >= ROOM);
        if room {
            last = Some(*at);
        }
        room
    });
    let number = |at: HalfPoints| {
        let anchor = match at {
            0 => "start",
            FULL => "end",
            _ => "middle",
        };
        html! { <text key={at} class="picture__number" x={percent(at)} y="4.125em" text-anchor={anchor}>{ points(at) }</text> }
    };
    html! { <><g>{ for names }</g><g>{ for numbers.map(number) }</g></> }
}

/// One criterion's part of a profile's hundred points.
pub struct Share<'a> {
    /// What shows under the pointer.
    pub hint: String,
    pub weight: u32,
    pub finding: &'a Finding,
}

/// A profile's criteria side by side, each as wide as it weighs and filled by what is known of it.
pub fn shares(id: &str, title: &str, description: &str, shares: &[Share]) -> Html {
    let mut left = 0;
    let share = |(at, share): (usize, &Share)| {
        let (from, width) = (left, 2 * share.weight);
        left += width;
        html! {
            <g key={at}>
                <title>{ share.hint.clone() }</title>
                { fill(id, from, width, share.finding) }
                if at > 1 { <line class="picture__gap" x1={percent(from)} x2={percent(from)} y1="0.0625em" y2="1.8125em" /> }
                <line x1={percent(from)} x2={percent(from)} y1="0.0625em" y2="1.8125em" stroke="currentColor" />
                if width >= ROOM { <text class="picture__number" x={percent(from + width / 2)} y="3em" text-anchor="middle">{ at }</text> }
            </g>
        }
    };
    let parts = html! {
        <>
            <g>{ for (1..).zip(shares).map(share) }</g>
            <rect width="100%" y="0.0625em" height="1.75em" fill="none" stroke="currentColor" />
        </>
    };
    html! { <div class="bar">{ frame(id, "picture--shares", title, description, parts) }</div> }
}

fn fill(id: &str, from: HalfPoints, width: HalfPoints, finding: &Finding) -> Html {
    let rect = |from: HalfPoints, width: HalfPoints, fill: String| {
        html! { <rect x={percent(from)} width={percent(width)} y="0.0625em" height="1.75em" {fill} /> }
    };
    match finding.outcome {
        Outcome::Met => rect(from, width, "currentColor".into()),
        Outcome::Near => rect(from, width, dots(id)),
        Outcome::Missed => html! { <g></g> },
        Outcome::Unknown => html! {
            <g>
                { rect(from, finding.low, "currentColor".into()) }
                { rect(from + finding.low, finding.high - finding.low, hatch(id)) }
            </g>
        },
    }
}

/// What the fills of [`shares`] mean, in the patterns of the picture with this id.
pub fn legend(id: &str) -> Html {
    let fills = [
        ("met", "currentColor".to_owned()),
        ("near", dots(id)),
        ("missed", "none".to_owned()),
        ("not known yet", hatch(id)),
    ];
    let item = |(word, fill): (&'static str, String)| {
        html! {
            <li class="legend__item" key={word}>
                <svg class="legend__sign" aria-hidden="true"><rect width="100%" height="100%" {fill} stroke="currentColor" /></svg>
                { word }
            </li>
        }
    };
    html! { <ul class="legend">{ for fills.into_iter().map(item) }</ul> }
}

fn percent(half: HalfPoints) -> String {
    format!("{}%", points(half))
}
