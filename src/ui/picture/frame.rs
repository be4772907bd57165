//! The frame of a picture: what it is called and what it shows, for those who don't see it.
use super::pattern;
use yew::prelude::*;

/// `id` is unique on the page: the ids inside begin with it.
pub fn frame(id: &str, class: &'static str, title: &str, description: &str, parts: Html) -> Html {
    let parts = html! { <>{ pattern::patterns(id) }<g>{ parts }</g></> };
    framed(id, classes!("picture", class), (title, description), None, parts)
}

/// The frame of a picture that has a size of its own, in units of a sixteenth of the text's size.
pub fn sized(id: &str, class: &'static str, words: (&str, &str), (width, height): (f64, f64), parts: Html) -> Html {
    let size = (format!("0 0 {width:.0} {height:.0}"), format!("{}em", width / 16.0));
    framed(id, classes!(class), words, Some(size), parts)
}

/// The size is the view box and the width, in words already: writing a number with a point takes 5 KB.
fn framed(id: &str, class: Classes, words: (&str, &str), size: Option<(String, String)>, parts: Html) -> Html {
    let (title, description) = words;
    let (title_id, description_id) = (format!("{id}-title"), format!("{id}-description"));
    let (view, width) = size.unzip();
    html! {
        <svg {class} role="img" aria-labelledby={title_id.clone()} aria-describedby={description_id.clone()} viewBox={view} {width}>
            <title id={title_id}>{ title.to_owned() }</title>
            <desc id={description_id}>{ description.to_owned() }</desc>
            { parts }
        </svg>
    }
}
