//! Mounts the page, once the words that stand there while it loads are on screen: the first drawing holds the browser up.
use fitproof::{browser::screen, ui::App};

fn main() {
    screen::shown(|| {
        if let Some(root) = gloo::utils::document().get_element_by_id("app") {
            yew::Renderer::<App>::with_root(root).render();
        }
    });
}
