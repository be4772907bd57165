//! What unfolds: a section of the guide, an entry of the plan.
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct FoldProps {
    /// How it begins. From then on it is as it was left.
    pub open: bool,
    pub head: Html,
    pub children: Html,
}

#[component]
pub fn Fold(props: &FoldProps) -> Html {
    let open = *use_state(|| props.open);
    html! {
        <details class="task" {open}>
            <summary class="task__head">{ props.head.clone() }</summary>
            <div class="task__body">{ props.children.clone() }</div>
        </details>
    }
}
