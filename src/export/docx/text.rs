//! Texts as paragraphs: line breaks are kept, and what runs from right to left does so.
use crate::export::document::lines;
use docx_rs::{BreakType, Paragraph, Run};

/// A paragraph in a style. A text whose first letter runs from right to left starts at the right.
pub fn paragraph(style: &str, text: &str) -> Paragraph {
    let mut paragraph = Paragraph::new().style(style);
    if text.chars().find_map(is_leftward) == Some(true) {
        paragraph.property = paragraph.property.bidi(true);
    }
    runs(text).into_iter().fold(paragraph, Paragraph::add_run)
}

/// The runs of a text, a break before each line but the first.
pub fn runs(text: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    for (at, line) in lines(text).iter().enumerate() {
        if at > 0 {
            runs.push(Run::new().add_break(BreakType::TextWrapping));
        }
        runs.extend(pieces(line).into_iter().map(|(leftward, piece)| {
            let mut run = Run::new().add_text(piece);
            if leftward {
                run.run_property = run.run_property.stretch(LEFTWARD);
            }
            run
        }));
    }
    runs
}

/// Stands for "from right to left" until [`super::finish`] writes so: the crate knows no word for it.
pub const LEFTWARD: i32 = 100;

/// A line in stretches of one direction; signs without a direction go with what is before them.
fn pieces(line: &str) -> Vec<(bool, &str)> {
    let mut pieces = Vec::new();
    let (mut start, mut now) = (0, None);
    for (at, c) in line.char_indices() {
        let Some(leftward) = is_leftward(c) else { continue };
        if now.is_some_and(|now| now != leftward) {
            pieces.push((!leftward, &line[start..at]));
            start = at;
        }
        now = Some(leftward);
    }
    pieces.push((now == Some(true), &line[start..]));
    pieces
}

/// Whether a letter runs from right to left; nothing of signs and digits.
fn is_leftward(c: char) -> Option<bool> {
    let leftward = matches!(c,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}');
    c.is_alphabetic().then_some(leftward)
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn a_line_is_cut_where_its_direction_turns() {
        assert_eq!(pieces("one 1"), [(false, "one 1")]);
        assert_eq!(pieces("a (שלום 2) b"), [(false, "a ("), (true, "שלום 2) "), (false, "b")]);
        assert_eq!(pieces("123 مرحبا"), [(true, "123 مرحبا")]);
        assert_eq!(pieces(""), [(false, "")]);
    }
}
