//! The SVG file of a scene: what was typed stays text, and the same scene gives the same bytes.
use fitproof::export::picture::{Pair, beside, svg};

#[test]
fn what_was_typed_stays_text() {
    let pair = Pair {
        label: "<script>alert(1)</script>".into(),
        first: Some(12.0),
        second: Some(9.0),
        first_text: "12 & more".into(),
        second_text: "9\u{0}\u{b}\"".into(),
    };
    let file = svg::write(&beside("A <b> & \"c\"", "Says ]]> it".into(), ["Before", "After"], &[pair], 640.0));
    assert!(!file.contains("<script") && !file.contains("<b>"));
    assert!(
        file.contains("&lt;script&gt;alert(1)&lt;/script&gt;")
            && file.contains("12 &amp; more")
            && file.contains(">9&quot;<")
    );
    assert!(file.chars().all(|c| c == '\n' || !c.is_control()));
}

#[test]
fn a_file_stands_alone() {
    let pair = Pair {
        label: "Steps".into(),
        first: Some(12.0),
        second: Some(9.0),
        first_text: "12".into(),
        second_text: "9".into(),
    };
    let file = svg::write(&beside("Before and after", "Steps".into(), ["Before", "After"], &[pair], 640.0));
    for part in [
        "<title id=\"title\">Before and after</title>",
        "<desc id=\"description\">Steps</desc>",
        "role=\"img\"",
        "id=\"hatch-second\"",
    ] {
        assert!(file.contains(part), "{part} is missing from {file}");
    }
    let links = file.matches("http").count();
    assert_eq!(links, 1, "nothing but the name space is an address");
    assert!(!file.contains("style=") && !file.contains("var("));
}
