//! The plan as a picture along its days.
use super::list::Desk;
use crate::app::Model;
use crate::domain::pov;
use crate::export::picture;
use crate::ui::Shared;
use crate::ui::picture::Fitted;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct TimelineProps {
    model: Shared<Model>,
}

pub fn timeline(desk: &Desk) -> Html {
    html! { <Timeline model={desk.view.model.clone()} /> }
}

/// Drawn anew when something about the plan changes.
#[component]
fn Timeline(props: &TimelineProps) -> Html {
    let model = &props.model;
    let (plan, _) = pov::read(&model.account.rows, model.verdict.days);
    let given = (plan, model.playbook.window.clone(), model.today);
    let draw = use_callback(given, |width: f64, (plan, window, today)| picture::timeline(plan, window, *today, width));
    html! { <Fitted id="timeline" {draw} /> }
}
