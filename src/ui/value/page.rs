//! The page of the business case: its parts, one of them in view.
use super::Desk;
use crate::app::{Action, Chapter};
use crate::ui::View;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct PageProps {
    pub view: View,
}

/// In the order of work: what goes in, then what comes out.
const GROUPS: [(&str, [(Chapter, &str); 5]); 2] = [
    (
        "What goes in",
        [
            (Chapter::UseCases, "Use cases"),
            (Chapter::Processes, "Processes"),
            (Chapter::Benefits, "Benefits"),
            (Chapter::Costs, "Costs"),
            (Chapter::Settings, "Settings"),
        ],
    ),
    (
        "What comes out",
        [
            (Chapter::Result, "Result"),
            (Chapter::Uncertainty, "Uncertainty"),
            (Chapter::BreakEven, "What must be true"),
            (Chapter::Measured, "Measured"),
            (Chapter::Documents, "Documents"),
        ],
    ),
];

#[component]
pub fn ValuePage(props: &PageProps) -> Html {
    let view = &props.view;
    let desk = Desk { view, problems: &[], currency: "USD" };
    html! {
        <div class="page value">
            <h1 class="page__title">{ "The business case" }</h1>
            <p class="page__lead">{ "What the plan costs, what it brings, and how sure that is." }</p>
            { chapters(&desk) }
        </div>
    }
}

/// The way from part to part. On a phone it is folded into the name of the part in view.
fn chapters(desk: &Desk) -> Html {
    let now = desk.view.model.chapter;
    let item = |(chapter, label): (Chapter, &'static str)| {
        html! {
            <li key={label}>
                <button type="button" class="chapters__item" aria-current={(chapter == now).then_some("true")}
                    onclick={desk.view.click(Action::ChapterOpened(chapter))}>{ label }</button>
            </li>
        }
    };
    let group = |(name, chapters): (&'static str, [(Chapter, &'static str); 5])| {
        html! {
            <div class="chapters__group" key={name}>
                <p class="chapters__name" id={name.replace(' ', "-")}>{ name }</p>
                <ul aria-labelledby={name.replace(' ', "-")}>{ for chapters.into_iter().map(item) }</ul>
            </div>
        }
    };
    html! { <nav class="chapters" aria-label="Parts of the business case">{ for GROUPS.into_iter().map(group) }</nav> }
}
