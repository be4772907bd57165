//! A picture that is drawn anew for the room it has, so that its labels stay readable.
use super::scene::scene;
use crate::browser::room;
use crate::export::picture::Scene;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct FittedProps {
    /// Unique on the page.
    pub id: AttrValue,
    /// Draws it so wide. A new callback draws it anew.
    pub draw: Callback<f64, Scene>,
    /// Its width before the room is known, and where it is rendered to text.
    #[prop_or(640.0)]
    pub width: f64,
}

/// Measures its room, and again whenever that changes.
#[component]
pub fn Fitted(props: &FittedProps) -> Html {
    let node = use_node_ref();
    let width = use_state_eq(|| props.width);
    {
        let (node, width) = (node.clone(), width.setter());
        use_effect_with((), move |()| {
            let watch = room::watch(&node.get(), move |found| width.set(found));
            move || drop(watch)
        });
    }
    html! { <div ref={node} class="fitted">{ scene(&props.id, &props.draw.emit(*width)) }</div> }
}
