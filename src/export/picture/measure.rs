//! How wide a text is at most, in any of the fonts it may be drawn in: labels keep apart by it.

/// The width of a text of this size, on the wide side.
pub fn width(text: &str, size: f64) -> f64 {
    text.chars().map(hundredths).sum::<u32>() as f64 / 100.0 * size
}

/// The same in bold.
pub fn bold(text: &str, size: f64) -> f64 {
    width(text, size * BOLD)
}

/// A bold text is as wide as a plain one of so many times its size.
pub const BOLD: f64 = 1.14;

/// In hundredths of the size.
fn hundredths(c: char) -> u32 {
    match c {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | '’' => 32,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '/' | '-' | ' ' | '\u{a0}' | 'I' => 42,
        'm' | 'w' => 92,
        'M' | 'W' | '@' | '%' | '…' | '—' => 102,
        'a'..='z' | '0'..='9' | '$' | '€' | '£' | '–' | '"' | '“' | '”' | '?' | '*' | '_' | '#' => 62,
        'A'..='Z' | '+' | '=' | '<' | '>' | '×' | '−' | '~' | '&' => 76,
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' => 0,
        '\u{c0}'..='\u{24f}' => 76,
        '\u{370}'..='\u{6ff}' => 88,
        _ => 112,
    }
}

/// The text, cut with an ellipsis where it is wider than the room.
pub fn cut(text: &str, size: f64, room: f64) -> String {
    if width(text, size) <= room {
        return text.to_owned();
    }
    let room = room - width("…", size);
    let mut used = 0.0;
    let mut short: String = text
        .chars()
        .take_while(|c| {
            used += f64::from(hundredths(*c)) / 100.0 * size;
            used <= room
        })
        .collect();
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}

/// The text in lines that fit, broken between words (but not at a space that forbids it), or within one that is too long; cut after the most lines.
pub fn wrap(text: &str, size: f64, room: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut rest: Vec<&str> = text.split_ascii_whitespace().rev().collect();
    while let Some(word) = rest.pop() {
        let longer = if line.is_empty() { word.to_owned() } else { [&line, " ", word].concat() };
        if width(&longer, size) <= room {
            line = longer;
        } else if line.is_empty() {
            let at = fitting(word, size, room);
            let (start, end) = word.split_at(at);
            lines.push(start.to_owned());
            rest.push(end);
            if end.is_empty() {
                rest.pop();
            }
        } else {
            lines.push(std::mem::take(&mut line));
            rest.push(word);
        }
        if lines.len() > most {
            break;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            let longer = [last.as_str(), "…"].concat();
            *last = if width(&longer, size) <= room { longer } else { cut(&longer, size, room) };
        }
    }
    lines
}

/// How many bytes of a word fit, at least those of one letter.
fn fitting(word: &str, size: f64, room: f64) -> usize {
    let mut used = 0.0;
    let mut end = 0;
    for (at, c) in word.char_indices() {
        used += f64::from(hundredths(c)) / 100.0 * size;
        if at > 0 && used > room {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fit_and_lose_nothing_unless_cut() {
        let text = "HR reviews and updates employee checks";
        let lines = wrap(text, 12.0, 120.0, 9);
        assert_eq!(lines.join(" "), text);
        assert!(lines.iter().all(|line| width(line, 12.0) <= 120.0));
        let cut = wrap(text, 12.0, 120.0, 2);
        assert_eq!(cut.len(), 2);
        assert!(cut[1].ends_with('…') && cut.iter().all(|line| width(line, 12.0) <= 120.0));
    }

    #[test]
    fn a_word_without_end_is_broken() {
        let lines = wrap(&"W".repeat(50), 12.0, 60.0, 99);
        assert_eq!(lines.concat().len(), 50);
        assert!(lines.iter().all(|line| width(line, 12.0) <= 60.0));
        assert_eq!(wrap("日本株式会社", 12.0, 30.0, 2), ["日本", "株…"]);
        assert!(wrap("", 12.0, 30.0, 2).is_empty());
    }
}
