//! The pictures as files.
use super::desk::Desk;
use super::documents::Sent;
use super::{table, uncertainty};
use crate::browser::download;
use crate::export::picture::{Scene, svg};
use yew::prelude::*;

/// Wide enough for a page or a slide.
const WIDTH: f64 = 720.0;

pub fn pictures(_: &Desk, sent: &Sent) -> Html {
    let file = |label: &'static str, name: &'static str, draw: fn(&Sent) -> Option<Scene>| {
        let sent = sent.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Some(scene) = draw(&sent) {
                download::save(&sent.stem(name), svg::EXTENSION, svg::MIME, svg::write(&scene).as_bytes());
            }
        });
        html! { <button type="button" class="button" {onclick}>{ label }</button> }
    };
    let drawn = sent.outcomes.as_ref().is_some_and(|outcomes| uncertainty::moves(outcomes));
    html! {
        <section class="group">
            <h2 class="group__title">{ "Pictures" }</h2>
            <div class="cluster">
                { file("Cash flow (SVG)", "cash flow", |sent| Some(table::scene(&sent.worked, WIDTH))) }
                if drawn {
                    { file("Outcomes (SVG)", "outcomes", |sent| Some(uncertainty::histogram(&sent.worked, sent.outcomes.as_ref()?, WIDTH))) }
                    { file("What moves it most (SVG)", "what moves it", |sent| Some(uncertainty::swings(&sent.worked, sent.outcomes.as_ref()?, WIDTH))) }
                }
            </div>
        </section>
    }
}
