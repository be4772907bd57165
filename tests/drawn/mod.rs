//! Parts of the screen as HTML, without a browser.
use fitproof::app::Model;
use fitproof::ui::Shared;
use std::rc::Rc;
use std::sync::mpsc;
use yew::LocalServerRenderer;
use yew::platform::Runtime;
use yew::prelude::*;

#[derive(Properties)]
struct OneProps {
    model: Shared<Model>,
    body: Callback<Shared<Model>, Html>,
}

/// It is drawn once, so nothing is ever compared.
impl PartialEq for OneProps {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

#[component]
fn One(props: &OneProps) -> Html {
    props.body.emit(props.model.clone())
}

/// Draws what the function makes; the model is built where it is drawn, since it is not for other threads.
pub fn draw_as<B>(made: impl FnOnce() -> Model + Send + 'static, body: B) -> String
where
    B: Fn(Shared<Model>) -> Html + Send + 'static,
{
    let (send, receive) = mpsc::channel();
    Runtime::default().spawn_pinned(move || async move {
        let (model, body) = (Shared(Rc::new(made())), Callback::from(body));
        let drawn = LocalServerRenderer::<One>::with_props(OneProps { model, body }).hydratable(false).render().await;
        send.send(drawn).expect("the test waits");
    });
    receive.recv().expect("something is drawn")
}
