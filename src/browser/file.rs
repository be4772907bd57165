//! Files that the user picks.
use super::reach;
use crate::wire::bounds;
use wasm_bindgen::JsCast;
use web_sys::{Event, File, HtmlInputElement};

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

/// The file picked at an input, which then forgets it: the same file can be picked again.
pub fn picked(event: &Event) -> Option<File> {
    let input = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    let file = input.files().and_then(|files| files.get(0));
    input.set_value("");
    file
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
