//! Mounts the page.
fn main() {
    yew::Renderer::<App>::with_root(gloo::utils::document().get_element_by_id("app").expect("index.html holds #app"))
        .render();
}

#[yew::component(App)]
fn app() -> yew::Html {
    yew::html! { <main><h1>{ "Fitproof" }</h1></main> }
}
