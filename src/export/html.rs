//! A document as one self-contained HTML file, or as a fragment for the clipboard. No script, nothing loaded.
use super::document::{Block, Document, line, lines};
use super::picture::{Scene, svg};

pub const LABEL: &str = "Web page, opens in Word";
pub const MIME: &str = "text/html";
pub const EXTENSION: &str = "html";

/// Without a page size the printer's paper decides: the margins suit A4 and Letter.
const STYLE: &str = "\
:root { color-scheme: light; }
body { margin: 2rem auto; max-width: 46rem; padding: 0 1rem; background: #fff; color: #1b1f24;
  font: 11pt/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif; }
h1, h2, h3 { line-height: 1.2; break-after: avoid; overflow-wrap: anywhere; }
h1 { font-size: 22pt; margin: 0 0 4pt; }
h2 { font-size: 15pt; margin: 22pt 0 6pt; border-bottom: 1px solid #b8c0c8; padding-bottom: 3pt; }
h3 { font-size: 12pt; margin: 16pt 0 4pt; }
p, ul, blockquote { margin: 4pt 0; overflow-wrap: anywhere; }
ul { padding-left: 16pt; }
ul.checks { list-style: none; padding-left: 0; }
ul.checks li { padding-left: 13pt; text-indent: -13pt; }
.subtitle, .note, footer { color: #4a535c; }
.note { font-size: 10pt; }
blockquote { border-left: 3px solid #0f5c5c; padding-left: 9pt; }
table { border-collapse: collapse; width: 100%; margin: 6pt 0; }
th, td { border: 1px solid #b8c0c8; padding: 3pt 6pt; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
th { font-weight: 600; background: #f2f5f6; }
thead { display: table-header-group; }
tr, li { break-inside: avoid; }
p, li { orphans: 2; widows: 2; }
footer { margin-top: 24pt; border-top: 1px solid #b8c0c8; padding-top: 6pt; font-size: 9pt; }
@media print { body { margin: 0; max-width: none; padding: 0; } }
";

/// For those that hold pictures.
const PICTURES: &str = "\
figure { margin: 8pt 0; break-inside: avoid; }
figure svg { max-width: 100%; height: auto; }
";

/// The whole file.
pub fn write(document: &Document) -> String {
    let pictures = document.blocks.iter().any(|block| matches!(block, Block::Picture(_)));
    let pictures = if pictures { PICTURES } else { "" };
    let title = escape(&line(&document.title));
    let running = css_text(&line(&document.running));
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <style>\n{STYLE}{pictures}@page {{ margin: 20mm 18mm;\n  \
         @bottom-left {{ content: \"{running}\"; font: 8pt system-ui, sans-serif; color: #4a535c; }}\n  \
         @bottom-right {{ content: counter(page) \" / \" counter(pages); font: 8pt system-ui, sans-serif; \
         color: #4a535c; }} }}\n</style>\n</head>\n<body>\n{}</body>\n</html>\n",
        fragment(document)
    )
}

/// The same content as bare elements, for the clipboard's `text/html`.
pub fn fragment(document: &Document) -> String {
    let mut html = format!("<h1 dir=\"auto\">{}</h1>\n", escape(&line(&document.title)));
    if !document.subtitle.is_empty() {
        html.push_str(&element("p", " class=\"subtitle\"", &document.subtitle));
    }
    for (at, part) in document.blocks.iter().enumerate() {
        html.push_str(&block(at, part));
    }
    if !document.footer.is_empty() {
        let lines: String = document.footer.iter().map(|line| element("p", "", line)).collect();
        html.push_str(&format!("<footer>\n{lines}</footer>\n"));
    }
    html
}

fn block(at: usize, block: &Block) -> String {
    match block {
        Block::Heading { level, text } => element(if *level <= 2 { "h2" } else { "h3" }, "", text),
        Block::Paragraph(text) => element("p", "", text),
        Block::Note(text) => element("p", " class=\"note\"", text),
        Block::List(items) => list(items),
        Block::Checks(checks) => {
            let item = |done: bool, text: &str| format!("{} {text}", if done { '☑' } else { '☐' });
            let items: String = checks.iter().map(|check| element("li", "", &item(check.done, &check.text))).collect();
            format!("<ul class=\"checks\">\n{items}</ul>\n")
        }
        Block::Table { head, rows } => table(head, rows),
        Block::Picture(scene) => picture(at, scene),
        Block::Quote(text) => format!("<blockquote>\n{}</blockquote>\n", element("p", "", text)),
        Block::QuotedList(items) => format!("<blockquote>\n{}</blockquote>\n", list(items)),
    }
}

fn list(items: &[String]) -> String {
    let items: String = items.iter().map(|item| element("li", "", item)).collect();
    format!("<ul>\n{items}</ul>\n")
}

/// The picture, and the table that says the same for those who don't see it. Its names are made its own by the place in
/// the document, as a page may hold several pictures.
fn picture(at: usize, scene: &Scene) -> String {
    let drawn = svg::write(scene)
        .replace("\"title description\"", &format!("\"title-{at} description-{at}\""))
        .replace("id=\"title\"", &format!("id=\"title-{at}\""))
        .replace("id=\"description\"", &format!("id=\"description-{at}\""));
    format!("<figure>\n{drawn}</figure>\n{}", table(&scene.table.head, &scene.table.rows))
}

fn table(head: &[String], rows: &[Vec<String>]) -> String {
    let head: String = head.iter().map(|cell| cell_of("th", " scope=\"col\"", cell)).collect();
    let mut html = format!("<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n");
    for row in rows {
        let cells = row.iter().enumerate().map(|(at, cell)| match at {
            0 => cell_of("th", " scope=\"row\"", cell),
            _ => cell_of("td", "", cell),
        });
        html.push_str(&format!("<tr>{}</tr>\n", cells.collect::<String>()));
    }
    html.push_str("</tbody>\n</table>\n");
    html
}

fn cell_of(tag: &str, attributes: &str, text: &str) -> String {
    element(tag, attributes, text).trim_end().to_owned()
}

/// An element around plain text. Each finds its own direction, so a name in Arabic keeps its order.
fn element(tag: &str, attributes: &str, text: &str) -> String {
    let lines: Vec<String> = lines(text).iter().map(|line| escape(line)).collect();
    format!("<{tag}{attributes} dir=\"auto\">{}</{tag}>\n", lines.join("<br>\n"))
}

/// Plain text within an element or a quoted attribute.
fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            c => safe.push(c),
        }
    }
    safe
}

/// Plain text within a string of the style: all but letters, digits and spaces as code points.
fn css_text(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if c.is_ascii_alphanumeric() || c == ' ' => safe.push(c),
            c => safe.push_str(&format!("\\{:x} ", u32::from(c))),
        }
    }
    safe
}
