//! The picture of the side in view. That of a very long process is drawn when it is asked for.
use super::editor::Read;
use crate::domain::process::Side;
use crate::export::lanes::lanes;
use crate::export::picture::Scene;
use crate::ui::Shared;
use crate::ui::picture::Fitted;
use yew::prelude::*;

/// A picture of more steps than this takes a while.
const AT_ONCE: usize = 60;

#[derive(Properties, PartialEq)]
pub struct PictureProps {
    pub read: Shared<Read>,
    pub side: Side,
}

#[component]
pub fn Picture(props: &PictureProps) -> Html {
    let wanted = use_state_eq(|| false);
    let draw = use_memo((props.read.clone(), props.side), |(read, side)| {
        let (read, side) = (read.clone(), *side);
        Callback::from(move |width: f64| -> Scene { lanes(&read.process, side, width) })
    });
    let count = props.read.process.side(props.side).steps.len();
    let ask = {
        let wanted = wanted.setter();
        Callback::from(move |_: MouseEvent| wanted.set(true))
    };
    if count > AT_ONCE && !*wanted {
        return html! {
            <div class="process__picture">
                <button type="button" class="button" onclick={ask}>{ format!("Draw the picture of all {count} steps") }</button>
            </div>
        };
    }
    html! {
        <div class="process__picture">
            <Fitted id={["lanes-", props.side.id()].concat()} draw={(*draw).clone()} />
        </div>
    }
}
