//! A scene as an SVG file that stands alone: own colors, safe in print, the same bytes for the same scene.
use super::{Anchor, Fill, Ink, Scene, Shape};
use std::fmt::Write;

pub const LABEL: &str = "Picture (SVG)";
pub const MIME: &str = "image/svg+xml";
pub const EXTENSION: &str = "svg";

/// The whole file.
pub fn write(scene: &Scene) -> String {
    let (width, height) = (number(scene.width), number(scene.height));
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         role=\"img\" aria-labelledby=\"title description\" font-family=\"system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif\">\n\
         <title id=\"title\">{}</title>\n<desc id=\"description\">{}</desc>\n",
        escape(&scene.title),
        escape(&scene.description)
    );
    let patterns = scene.patterns();
    if !patterns.is_empty() {
        svg.push_str("<defs>\n");
        for fill in patterns {
            pattern(&mut svg, fill);
        }
        svg.push_str("</defs>\n");
    }
    put(&mut svg, format_args!("<rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>\n", color(Ink::Paper)));
    for part in &scene.shapes {
        shape(&mut svg, part);
    }
    svg.push_str("</svg>\n");
    svg
}

fn put(svg: &mut String, text: std::fmt::Arguments) {
    // Writing into a text can't fail.
    let _ = svg.write_fmt(text);
}

const fn color(ink: Ink) -> &'static str {
    match ink {
        Ink::Text => "#1b2426",
        Ink::Muted => "#4f5b5d",
        Ink::Line => "#7d7c74",
        Ink::Paper => "#ffffff",
        Ink::Band => "#f3f1ec",
        Ink::Main => "#0b5a5e",
        Ink::Second => "#7c5200",
        Ink::Bad => "#a3231c",
    }
}

const fn name(ink: Ink) -> &'static str {
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

fn pattern(svg: &mut String, fill: Fill) {
    match fill {
        Fill::Hatched(ink) => put(
            svg,
            format_args!(
                "<pattern id=\"hatch-{}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
                 <rect width=\"2\" height=\"6\" fill=\"{}\"/></pattern>\n",
                name(ink),
                color(ink)
            ),
        ),
        Fill::Dotted(ink) => put(
            svg,
            format_args!(
                "<pattern id=\"dots-{}\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">\
                 <rect x=\"1\" y=\"1\" width=\"2\" height=\"2\" fill=\"{1}\"/><rect x=\"5\" y=\"5\" width=\"2\" height=\"2\" fill=\"{1}\"/></pattern>\n",
                name(ink),
                color(ink)
            ),
        ),
        Fill::None | Fill::Solid(_) => {}
    }
}

fn shape(svg: &mut String, shape: &Shape) {
    match shape {
        Shape::Rect { area, radius, fill, stroke } => {
            let place = [area.x, area.y, area.width, area.height].map(number);
            let [x, y, width, height] = &place;
            put(svg, format_args!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\""));
            if *radius > 0.0 {
                put(svg, format_args!(" rx=\"{}\"", number(*radius)));
            }
            put(svg, format_args!(" fill=\"{}\"{}/>\n", paint(*fill), outline(*stroke)));
        }
        Shape::Path { points, closed, fill, stroke, dashed, arrow } => {
            let dashes = if *dashed { " stroke-dasharray=\"4 3\"" } else { "" };
            let line = path(points, *closed);
            put(svg, format_args!("<path d=\"{line}\" fill=\"{}\"{}{dashes}/>\n", paint(*fill), outline(*stroke)));
            if let (true, Some(ink), Some(head)) = (*arrow, stroke, head(points)) {
                put(svg, format_args!("<path d=\"{}\" fill=\"{}\"/>\n", path(&head, true), color(*ink)));
            }
        }
        Shape::Text { at, text, anchor, size, ink, bold } => {
            let (x, y, size) = (number(at.0), number(at.1), number(*size));
            let weight = if *bold { " font-weight=\"600\"" } else { "" };
            put(
                svg,
                format_args!(
                    "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" text-anchor=\"{}\" fill=\"{}\"{weight}>{}</text>\n",
                    anchored(*anchor),
                    color(*ink),
                    escape(text)
                ),
            );
        }
    }
}

pub fn anchored(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    }
}

fn paint(fill: Fill) -> String {
    match fill {
        Fill::None => "none".into(),
        Fill::Solid(ink) => color(ink).into(),
        Fill::Hatched(ink) => format!("url(#hatch-{})", name(ink)),
        Fill::Dotted(ink) => format!("url(#dots-{})", name(ink)),
    }
}

fn outline(stroke: Option<Ink>) -> String {
    stroke.map_or_else(String::new, |ink| format!(" stroke=\"{}\"", color(ink)))
}

/// The path's data: straight lines through the points.
pub fn path(points: &[(f64, f64)], closed: bool) -> String {
    let mut data = String::new();
    for (at, (x, y)) in points.iter().enumerate() {
        let letter = if at == 0 { 'M' } else { 'L' };
        put(&mut data, format_args!("{letter}{} {}", number(*x), number(*y)));
    }
    if closed {
        data.push('Z');
    }
    data
}

/// The corners of the arrow's head at the end of a path.
pub fn head(points: &[(f64, f64)]) -> Option<[(f64, f64); 3]> {
    let (x, y) = *points.last()?;
    let (from_x, from_y) = *points.iter().rev().find(|point| **point != (x, y))?;
    let (dx, dy) = (x - from_x, y - from_y);
    let length = (dx * dx + dy * dy).sqrt();
    let (dx, dy) = (dx / length, dy / length);
    let (back_x, back_y) = (x - 7.0 * dx, y - 7.0 * dy);
    Some([(x, y), (back_x - 4.0 * dy, back_y + 4.0 * dx), (back_x + 4.0 * dy, back_y - 4.0 * dx)])
}

/// At most two decimals: "12", "0.5", "-3.25".
pub fn number(value: f64) -> String {
    let text = format!("{:.2}", if value.is_finite() { value } else { 0.0 });
    let short = text.trim_end_matches('0').trim_end_matches('.');
    if short == "-0" { "0".into() } else { short.into() }
}

/// A plain text within an element or a quoted attribute; what XML can't hold is left out.
pub fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\n' | '\t' => safe.push(' '),
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => {}
            c => safe.push(c),
        }
    }
    safe
}
