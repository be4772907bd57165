//! A scene on the page: inks by class, so that it follows light, dark, print and forced colors, and its table twin.
use super::frame::sized;
use crate::export::picture::{Fill, Ink, Scene, Shape, Twin, svg};
use yew::prelude::*;

/// A picture with its table, which is opened on demand. `id` is unique on the page.
pub fn scene(id: &str, scene: &Scene) -> Html {
    html! {
        <figure class="scene">
            { drawing(id, scene) }
            { twin(&scene.title, &scene.table) }
        </figure>
    }
}

/// The picture alone.
pub fn drawing(id: &str, scene: &Scene) -> Html {
    let parts = html! {
        <>
            <defs>{ for scene.patterns().into_iter().map(|fill| pattern(id, fill)) }</defs>
            <g>{ for scene.shapes.iter().enumerate().map(|(at, part)| html! { <g key={at}>{ shape(id, part) }</g> }) }</g>
        </>
    };
    sized(id, "scene__picture", (&scene.title, &scene.description), (scene.width, scene.height), parts)
}

fn twin(title: &str, table: &Twin) -> Html {
    let cell = |(at, text): (usize, &String)| match at {
        0 => html! { <th key={at} scope="row">{ text }</th> },
        _ => html! { <td key={at}>{ text }</td> },
    };
    let row = |(at, row): (usize, &Vec<String>)| html! { <tr key={at}>{ for row.iter().enumerate().map(cell) }</tr> };
    let head = |(at, text): (usize, &String)| html! { <th key={at} scope="col">{ text }</th> };
    html! {
        <details class="scene__twin">
            <summary>{ "As a table" }</summary>
            <div class="scene__scroll" tabindex="0" role="group" aria-label={format!("{title}, as a table")}>
                <table class="table">
                    <thead><tr>{ for table.head.iter().enumerate().map(head) }</tr></thead>
                    <tbody>{ for table.rows.iter().enumerate().map(row) }</tbody>
                </table>
            </div>
        </details>
    }
}

const fn ink(ink: Ink) -> &'static str {
    match ink {
        Ink::Text => "ink ink--text",
        Ink::Muted => "ink ink--muted",
        Ink::Line => "ink ink--line",
        Ink::Paper => "ink ink--paper",
        Ink::Band => "ink ink--band",
        Ink::Main => "ink ink--main",
        Ink::Second => "ink ink--second",
        Ink::Bad => "ink ink--bad",
    }
}

const fn short(ink: Ink) -> &'static str {
    match ink {
        Ink::Text => "text",
        Ink::Muted => "muted",
        Ink::Line => "line",
        Ink::Paper => "paper",
        Ink::Band => "band",
        Ink::Main => "main",
        Ink::Second => "second",
        Ink::Bad => "bad",
    }
}

fn pattern(id: &str, fill: Fill) -> Html {
    let (kind, size, turn, of) = match fill {
        Fill::Hatched(of) => ("hatch", "6", Some("rotate(45)"), of),
        Fill::Dotted(of) => ("dots", "8", None, of),
        Fill::None | Fill::Solid(_) => return html! { <g key="none" /> },
    };
    let name = format!("{id}-{kind}-{}", short(of));
    let parts = match fill {
        Fill::Hatched(_) => html! { <rect width="2" height="6" fill="currentColor" /> },
        _ => html! {
            <g>
                <rect x="1" y="1" width="2" height="2" fill="currentColor" />
                <rect x="5" y="5" width="2" height="2" fill="currentColor" />
            </g>
        },
    };
    html! {
        <pattern key={name.clone()} id={name} class={ink(of)} width={size} height={size} patternUnits="userSpaceOnUse" patternTransform={turn}>
            { parts }
        </pattern>
    }
}

/// The fill, and the class that gives a solid one its ink.
fn paint(id: &str, fill: Fill) -> (String, Option<&'static str>) {
    match fill {
        Fill::None => ("none".into(), None),
        Fill::Solid(of) => ("currentColor".into(), Some(ink(of))),
        Fill::Hatched(of) => (format!("url(#{id}-hatch-{})", short(of)), None),
        Fill::Dotted(of) => (format!("url(#{id}-dots-{})", short(of)), None),
    }
}

/// What is filled and outlined in two inks is drawn twice.
fn shape(id: &str, shape: &Shape) -> Html {
    match shape {
        Shape::Rect { area, radius, fill, stroke } => {
            let [x, y, width, height, rx] = [area.x, area.y, area.width, area.height, *radius].map(svg::number);
            let draw = |class: Option<&'static str>, fill: String, stroke: Option<&'static str>| {
                html! { <rect class={classes!(class)} x={x.clone()} y={y.clone()} width={width.clone()} height={height.clone()} rx={rx.clone()} {fill} {stroke} /> }
            };
            painted(id, *fill, *stroke, draw)
        }
        Shape::Path { points, closed, fill, stroke, dashed, arrow } => {
            let d = svg::path(points, *closed);
            let dashes = dashed.then_some("4 3");
            let draw = |class: Option<&'static str>, fill: String, stroke: Option<&'static str>| {
                html! { <path class={classes!(class)} d={d.clone()} {fill} {stroke} stroke-dasharray={dashes} /> }
            };
            let head = stroke.filter(|_| *arrow).and_then(|of| Some((of, svg::head(points)?)));
            html! {
                <>
                    { painted(id, *fill, *stroke, draw) }
                    if let Some((of, head)) = head { <path class={ink(of)} d={svg::path(&head, true)} fill="currentColor" /> }
                </>
            }
        }
        Shape::Text { at, text, anchor, size, ink: of, bold } => {
            let (x, y, size) = (svg::number(at.0), svg::number(at.1), svg::number(*size));
            let class = classes!(ink(*of), bold.then_some("scene__bold"));
            html! { <text {class} {x} {y} font-size={size} text-anchor={svg::anchored(*anchor)} fill="currentColor">{ text }</text> }
        }
    }
}

fn painted(
    id: &str,
    fill: Fill,
    stroke: Option<Ink>,
    draw: impl Fn(Option<&'static str>, String, Option<&'static str>) -> Html,
) -> Html {
    let (paint, class) = paint(id, fill);
    html! {
        <>
            if fill != Fill::None { { draw(class, paint, None) } }
            if let Some(of) = stroke { { draw(Some(ink(of)), "none".into(), Some("currentColor")) } }
        </>
    }
}
