//! What the crate has no words for: the direction of a run, the repeated head of a table, the language, the title among
//! the file's properties. No text of a person can be mistaken for these: its angle brackets are escaped by then.
use super::text::LEFTWARD;
use docx_rs::Docx;
use quick_xml::escape::escape;
use std::io::Cursor;

pub fn pack(docx: Docx, title: &str) -> Result<Vec<u8>, String> {
    let mut parts = docx.build();
    let leftward = format!("<w:w w:val=\"{LEFTWARD}\" />");
    let texts = std::iter::once(&mut parts.document).chain(&mut parts.headers);
    for part in texts {
        replace(part, &leftward, "<w:rtl />")?;
        replace(part, "<w:cantSplit />", "<w:cantSplit /><w:tblHeader />")?;
    }
    let defaults = "<w:rPrDefault><w:rPr>";
    replace(&mut parts.styles, defaults, &format!("{defaults}<w:lang w:val=\"en-US\" w:bidi=\"ar-SA\" />"))?;
    parts.doc_props.core = properties(title).into_bytes();
    let mut file = Cursor::new(Vec::new());
    parts.pack(&mut file).map_err(|fault| format!("The Word file did not come together: {fault}."))?;
    Ok(file.into_inner())
}

fn replace(part: &mut Vec<u8>, from: &str, to: &str) -> Result<(), String> {
    let text = std::mem::take(part);
    let text = String::from_utf8(text).map_err(|_| "The Word file did not come together.".to_owned())?;
    *part = text.replace(from, to).into_bytes();
    Ok(())
}

fn properties(title: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\
         <cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title><dc:creator>Fitproof</dc:creator>\
         <dc:language>en-US</dc:language></cp:coreProperties>",
        escape(title)
    )
}
