//! Small signs beside a word: told apart by shape, never by color alone.
use yew::prelude::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Full,
    Half,
    Empty,
    Open,
}

/// A circle: full, half full, empty, or broken.
pub fn mark(shape: Shape) -> Html {
    let class = match shape {
        Shape::Full => "mark mark--full",
        Shape::Half => "mark mark--half",
        Shape::Empty => "mark mark--empty",
        Shape::Open => "mark mark--open",
    };
    let fill = if shape == Shape::Full { "currentColor" } else { "none" };
    let dashes = (shape == Shape::Open).then_some("3 3.3");
    html! {
        <svg {class} viewBox="0 0 16 16" aria-hidden="true">
            <circle cx="8" cy="8" r="6" {fill} stroke="currentColor" stroke-width="2" stroke-dasharray={dashes} />
            if shape == Shape::Half { <path d="M8 2a6 6 0 0 0 0 12z" fill="currentColor" /> }
        </svg>
    }
}

/// Steps of a stair, the lowest first, as many filled as have been climbed.
pub fn level(climbed: usize, of: usize) -> Html {
    let step = |at: usize| {
        let fill = if at < climbed { "currentColor" } else { "none" };
        let height = format!("{}em", ["0.4", "0.6", "0.8", "0.95"][at.min(3)]);
        let (x, y) = (
            format!("{}em", ["0.05", "0.45", "0.85", "1.25"][at.min(3)]),
            format!("{}em", ["0.6", "0.4", "0.2", "0.05"][at.min(3)]),
        );
        html! { <rect key={at} {x} {y} width="0.28em" {height} {fill} stroke="currentColor" /> }
    };
    html! { <svg class="level" aria-hidden="true">{ for (0..of).map(step) }</svg> }
}
