//! Undo and redo, for those whose keyboard has no such keys.
use crate::app::Steps;
use crate::ui::View;
use crate::ui::effects::turn;
use yew::prelude::*;

/// They stay where they are when there is nothing to undo, so that the focus does too.
pub fn turns(view: &View) -> Html {
    let Steps { back, forward } = view.model.turns();
    let button = |label: &'static str, is_on: bool, forward: bool| {
        let send = view.send.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            if is_on {
                turn(&send, forward);
            }
        });
        html! {
            <button type="button" class="button button--small" aria-disabled={(!is_on).then_some("true")} {onclick}>{ label }</button>
        }
    };
    html! { <>{ button("Undo", back, false) }{ button("Redo", forward, true) }</> }
}
