//! Mounts the page, once the words that stand there while it loads are on screen: the first drawing holds the browser up.
use fitproof::{browser::screen, ui::App};

fn main() {
    screen::shown(|| {
        if let Some(place) = screen::place() {
            yew::Renderer::<App>::with_root(place).render();
        }
    });
}
