//! A document in every format there is.
use fitproof::export::agenda::agenda;
use fitproof::export::checklist::{Audience, Case, checklist};
use fitproof::export::document::{Block, Document};
use fitproof::export::{html, markdown, tasks, text};

/// Those that are texts, with the format's extension.
pub fn formats(document: &Document) -> [(&'static str, String); 3] {
    [
        (html::EXTENSION, html::write(document)),
        (markdown::EXTENSION, markdown::write(document)),
        (text::EXTENSION, text::write(document)),
    ]
}

/// All of them, a Word file as all that its parts say.
pub fn all_formats(document: &Document) -> Vec<(&'static str, String)> {
    let mut all = Vec::from(formats(document));
    all.extend(word(document));
    all
}

#[cfg(feature = "documents")]
fn word(document: &Document) -> Option<(&'static str, String)> {
    use fitproof::export::docx;
    let file = docx::write(document).expect("a Word file is written");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(file)).expect("a zip");
    let mut said = String::new();
    for at in 0..archive.len() {
        std::io::Read::read_to_string(&mut archive.by_index(at).expect("a part"), &mut said).expect("UTF-8");
    }
    Some((docx::EXTENSION, said))
}

#[cfg(not(feature = "documents"))]
fn word(_: &Document) -> Option<(&'static str, String)> {
    None
}

/// Every file that may leave for one audience, as all that it says.
pub fn files(case: &Case, audience: Audience) -> Vec<(&'static str, String)> {
    let mut all = all_formats(&checklist(case, audience));
    all.push(("csv", tasks::csv(&tasks::tasks(case, audience))));
    let (days, _) = agenda(case, audience, "c4se.0", "");
    let days_told = days.entries.iter().flat_map(|entry| [entry.id.clone(), entry.name.clone(), entry.about.clone()]);
    all.push((
        "agenda",
        [days.name.clone(), days.about.clone()].into_iter().chain(days_told).collect::<Vec<_>>().join("\n"),
    ));
    #[cfg(feature = "documents")]
    {
        let file = fitproof::export::ics::write(&days).expect("there are days");
        // Long lines are folded.
        all.push(("ics", String::from_utf8(file).expect("UTF-8").replace("\r\n ", "")));
    }
    all
}

#[test]
fn points_in_somebodys_own_words_are_a_list() {
    let mut document = Document::default();
    document.quote("Today:\n- Leads are copied\n • twice a day\n\nSo:\n-5 % and - so on\n* * *\n– late");
    let expected = [
        Block::Quote("Today:".into()),
        Block::QuotedList(vec!["Leads are copied".into(), "twice a day".into()]),
        Block::Quote("So:\n-5 % and - so on\n* * *".into()),
        Block::QuotedList(vec!["late".into()]),
    ];
    assert_eq!(document.blocks, expected);
    let [html, markdown, text] = formats(&document).map(|(_, written)| written);
    assert!(
        html.contains("<blockquote>\n<ul>\n<li dir=\"auto\">Leads are copied</li>\n<li dir=\"auto\">twice"),
        "{html}"
    );
    assert!(
        markdown.contains("> Today:\n\n> - Leads are copied\n> - twice a day\n\n> So:\\\n> \\-5 % and"),
        "{markdown}"
    );
    assert!(text.contains("    Today:\n\n    - Leads are copied\n    - twice a day\n"), "{text}");
}
