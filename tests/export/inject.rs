//! What people typed stays text, whatever it looks like.
use crate::formats::formats;
use crate::sample::{HOSTILE, NAME, around, hostile};
use fitproof::domain::account::SectionText;
use fitproof::export::checklist::{Audience, checklist};
use fitproof::export::document::{Block, Document, line, lines};
use fitproof::export::{html, markdown, text};

/// The tags of a file, and its text with the character references resolved.
fn parsed(html: &str) -> (Vec<&str>, String) {
    let body = html.split_once("</style>").map_or(html, |(_, body)| body);
    let (mut tags, mut text) = (Vec::new(), String::new());
    for piece in body.split('<').skip(1) {
        let (tag, rest) = piece.split_once('>').expect("every tag ends");
        tags.push(tag);
        text.push_str(rest);
    }
    for (reference, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
        text = text.replace(reference, sign);
    }
    (tags, text)
}

fn check_html(file: &str) -> String {
    let (head, _) = file.split_once("</style>").expect("one style");
    assert_eq!(file.matches("</style").count(), 1);
    assert_eq!(head.matches('<').count(), 9, "no tag of a stranger before the end of the style: {head}");
    let (tags, text) = parsed(file);
    for tag in tags {
        let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
        let known = "head body h1 h2 h3 p ul li table thead tbody tr th td blockquote footer br html";
        assert!(known.split(' ').any(|known| known == name), "<{tag}>");
        let attributes = tag.split(' ').skip(1).all(|attribute| {
            [
                "dir=\"auto\"",
                "class=\"subtitle\"",
                "class=\"note\"",
                "class=\"checks\"",
                "scope=\"col\"",
                "scope=\"row\"",
            ]
            .contains(&attribute)
        });
        assert!(attributes, "<{tag}>");
    }
    text
}

#[test]
fn html_shows_every_text_literally() {
    for hostile in HOSTILE.iter().chain([&NAME]) {
        let file = html::write(&around(hostile));
        let text = check_html(&file);
        for expected in lines(hostile) {
            assert!(text.matches(expected.as_str()).count() >= 8, "{expected:?} in {text}");
        }
        assert!(!file.to_lowercase().contains("<script") && !file.contains("<img"));
    }
}

#[test]
fn whole_documents_keep_hostile_text_as_text() {
    let sample = hostile();
    for audience in Audience::ALL {
        let document = checklist(&sample.case(), audience);
        let shown = check_html(&html::write(&document));
        let plain = text::write(&document);
        let written = |_: &&SectionText| audience != Audience::Registration;
        for section in sample.account.sections.values().filter(written) {
            for expected in lines(&section.text) {
                assert!(shown.contains(&expected), "{expected}");
                assert!(plain.contains(&expected), "{expected}");
            }
        }
        assert!(shown.contains(NAME) && plain.contains(NAME));
    }
}

/// Undoes escapes; fails on a sign that would mean something.
fn literal(markdown: &str) -> String {
    let mut plain = String::new();
    let mut signs = markdown.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' => plain.push(signs.next().expect("an escape is followed by a sign")),
            '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '#' => {
                panic!("{sign} means something in {markdown:?}")
            }
            sign => plain.push(sign),
        }
    }
    let starts = |head: &str| markdown.starts_with(head);
    assert!(!["- ", "+ ", "=", "---", "    ", "\t"].into_iter().any(starts), "{markdown:?} starts something");
    let digits = markdown.trim_start_matches(|c: char| c.is_ascii_digit());
    assert!(
        digits.len() == markdown.len() || ![". ", ") "].into_iter().any(|end| digits.starts_with(end)),
        "{markdown:?} starts a list"
    );
    plain
}

#[test]
fn markdown_shows_every_text_literally() {
    for hostile in HOSTILE.iter().chain([&NAME, &"12) twelve", &"3. three", &"R&D", &"&copy;", &"$5 and $6"]) {
        let document = Document { blocks: vec![Block::Paragraph((*hostile).into())], ..Document::default() };
        let written = markdown::write(&document);
        let paragraph = written.strip_prefix("# \n\n").expect("an empty title").trim_end_matches('\n');
        let shown: Vec<String> = paragraph.split("\\\n").map(literal).collect();
        assert_eq!(shown, lines(hostile));
    }
}

#[test]
fn markdown_tables_keep_their_columns() {
    for hostile in HOSTILE {
        let written = markdown::write(&around(hostile));
        let rows: Vec<&str> = written.lines().filter(|line| line.starts_with("| ")).collect();
        assert_eq!(rows.len(), 3, "{written}");
        for row in rows {
            let bars = row.replace("\\\\", "").replace("\\|", "").matches('|').count();
            assert_eq!(bars, 3, "{row}");
        }
    }
}

#[test]
fn an_ampersand_and_a_price_stay_readable_in_markdown() {
    let document = Document { title: "R&D at $5, a_b".into(), ..Document::default() };
    assert_eq!(markdown::write(&document), "# R&D at $5, a\\_b\n");
}

#[test]
fn control_signs_are_gone_everywhere() {
    for (extension, written) in formats(&around("a\u{0}\u{202e}b\u{2066}\u{7}\u{fffe}c\r\nd\u{2028}e")) {
        assert!(written.chars().all(|c| c == '\n' || !c.is_control()), "{extension}");
        assert!(!written.contains(['\u{202e}', '\u{2066}', '\u{2028}', '\u{fffe}']), "{extension}");
        assert!(written.contains("abc"), "{extension}");
    }
    assert_eq!(line(" a \n\n b\t"), "a b");
}
