//! Files that the user picks.
use super::reach;
use crate::wire::{backup, bounds};
use gloo::events::EventListener;
use js_sys::Array;
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

/// Bytes that a backup's first line may have.
const FIRST_LINE: u32 = 200;

/// The first line of a file, when it is short.
pub async fn first_line(file: &File) -> Option<String> {
    let start = reach::call(file, "slice", &[0.into(), FIRST_LINE.into()]).ok()?;
    let text = reach::settle(&start, "text", &[]).await.ok()?.as_string()?;
    text.split_once('\n').map(|(line, _)| line.to_owned())
}

/// Gives the lines of a file one after the other to `next`, so that however large it is, little of it is held. What is
/// longer than a case may be is given as an empty line.
///
/// # Errors
/// The file is too large, or gone. Lines may have been given before that.
pub async fn lines(file: &File, mut next: impl AsyncFnMut(&str)) -> Result<(), FileFault> {
    if file.size() > backup::FILE as f64 {
        return Err(FileFault::TooLarge);
    }
    let unreadable = |_| FileFault::Unreadable;
    let decoder = reach::global("TextDecoderStream").and_then(|class| reach::build(&class, &[]).ok());
    let decoder = decoder.ok_or(FileFault::Unreadable)?;
    let bytes = reach::call(file, "stream", &[]).map_err(unreadable)?;
    let texts = reach::call(&bytes, "pipeThrough", &[decoder]).map_err(unreadable)?;
    let reader = reach::call(&texts, "getReader", &[]).map_err(unreadable)?;
    let (mut line, mut is_long) = (String::new(), false);
    loop {
        let read = reach::settle(&reader, "read", &[]).await.map_err(unreadable)?;
        let Some(text) = reach::get(&read, "value").and_then(|text| text.as_string()) else { break };
        let mut parts = text.split('\n');
        line.push_str(parts.next().unwrap_or_default());
        for part in parts {
            next(if is_long { "" } else { &line }).await;
            is_long = false;
            line.clear();
            line.push_str(part);
        }
        if line.len() > bounds::FILE {
            is_long = true;
            line.clear();
        }
    }
    if !line.is_empty() {
        next(&line).await;
    }
    Ok(())
}

/// How the installed app was launched.
#[derive(Clone, Debug)]
pub enum Launch {
    /// For a new account.
    New,
    /// With a file.
    File(File),
}

/// Gives what the app was launched with, now and whenever it is launched again, until the listener is dropped.
pub fn on_launch(launched: impl Fn(Launch) + 'static) -> EventListener {
    let take = move || {
        let Some(waiting) = reach::global("fitproofLaunched").and_then(|list| list.dyn_into::<Array>().ok()) else {
            return;
        };
        while waiting.length() > 0 {
            let next = waiting.shift();
            match reach::get(&next, "file").and_then(|file| file.dyn_into().ok()) {
                Some(file) => launched(Launch::File(file)),
                None => launched(Launch::New),
            }
        }
    };
    take();
    EventListener::new(&gloo::utils::window(), "fitproof:launched", move |_| take())
}
