//! The frame of a picture: what it is called and what it shows, for those who don't see it.
use super::pattern;
use yew::prelude::*;

/// `id` is unique on the page: the ids inside begin with it.
pub fn frame(id: &str, class: &'static str, title: &str, description: &str, parts: Html) -> Html {
    let (title_id, description_id) = (format!("{id}-title"), format!("{id}-description"));
    html! {
        <svg class={classes!("picture", class)} role="img" aria-labelledby={title_id.clone()} aria-describedby={description_id.clone()}>
            <title id={title_id}>{ title.to_owned() }</title>
            <desc id={description_id}>{ description.to_owned() }</desc>
            { pattern::patterns(id) }
            <g>{ parts }</g>
        </svg>
    }
}
