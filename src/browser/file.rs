//! Files that the user picks or drops.
use super::reach;
use crate::wire::bounds;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Event, File, FileList, HtmlInputElement};

/// Why a file wasn't read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFault {
    TooLarge,
    Unreadable,
}

impl std::fmt::Display for FileFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::TooLarge => "This file is too large for a Fitproof case, so it wasn't opened.",
            Self::Unreadable => {
                "The browser couldn't read this file. Check that it is still there, then open it again."
            }
        })
    }
}

/// Opens the browser's dialog for files.
pub fn ask(picker: &Option<HtmlInputElement>) {
    if let Some(picker) = picker {
        picker.click();
    }
}

/// The file picked at an input, which then forgets it: the same file can be picked again.
pub fn picked(event: &Event) -> Option<File> {
    let input = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    let file = first(input.files());
    input.set_value("");
    file
}

/// The file that was dropped; the browser doesn't open it in place of the page.
pub fn dropped(event: &DragEvent) -> Option<File> {
    let file = first(event.data_transfer()?.files());
    if file.is_some() {
        event.prevent_default();
    }
    file
}

fn first(files: Option<FileList>) -> Option<File> {
    files?.get(0)
}

/// The text of a file. Its size is checked before it is read.
///
/// # Errors
/// The file is too large, or gone.
pub async fn read(file: &File) -> Result<String, FileFault> {
    if file.size() > bounds::FILE as f64 {
        return Err(FileFault::TooLarge);
    }
    let text = reach::settle(file, "text", &[]).await;
    text.ok().and_then(|text| text.as_string()).ok_or(FileFault::Unreadable)
}
