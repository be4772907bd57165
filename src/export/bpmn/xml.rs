//! Writing XML: elements with attributes, every text escaped so that it reads back as it was.
use crate::export::picture::svg::number;

/// A text within an element or an attribute. What XML can't hold is left out.
pub fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\n' => safe.push_str("&#10;"),
            '\r' => safe.push_str("&#13;"),
            '\t' => safe.push_str("&#9;"),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            c => safe.push(c),
        }
    }
    safe
}

/// Collects lines, each as deep as it stands.
#[derive(Default)]
pub struct Writer {
    pub text: String,
    open: Vec<&'static str>,
}

impl Writer {
    fn start(&mut self, name: &str, attributes: &[(&str, &str)]) {
        for _ in 0..self.open.len() {
            self.text.push_str("  ");
        }
        self.text.push('<');
        self.text.push_str(name);
        for (name, value) in attributes {
            for part in [" ", name, "=\"", &escape(value), "\""] {
                self.text.push_str(part);
            }
        }
    }

    pub fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.start(name, attributes);
        self.text.push_str(">\n");
        self.open.push(name);
    }

    pub fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            for _ in 0..self.open.len() {
                self.text.push_str("  ");
            }
            for part in ["</", name, ">\n"] {
                self.text.push_str(part);
            }
        }
    }

    pub fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.start(name, attributes);
        self.text.push_str("/>\n");
    }

    pub fn leaf(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.start(name, attributes);
        for part in [">", &escape(text), "</", name, ">\n"] {
            self.text.push_str(part);
        }
    }

    /// A rectangle of a diagram.
    pub fn bounds(&mut self, [x, y, width, height]: [f64; 4]) {
        let [x, y, width, height] = [x, y, width, height].map(number);
        self.empty("dc:Bounds", &[("x", &x), ("y", &y), ("width", &width), ("height", &height)]);
    }
}
