//! The result so far in one line, in sight while figures are typed.
use super::desk::Desk;
use super::figures::tier;
use super::left_out;
use super::result::payback;
use crate::app::Chapter;
use crate::domain::value::input::Unit;
use yew::prelude::*;

/// Stays as an element when there is nothing to say, so that what follows keeps its place.
pub fn headline(desk: &Desk, trying: bool) -> Html {
    let worked = desk.worked;
    // The result itself says the same larger.
    if !worked.says_something() || desk.view.model.chapter == Chapter::Result {
        return html! { <aside class="worth" hidden={true}></aside> };
    }
    let (letter, _, words) = tier(worked.weakest());
    html! {
        <aside class="worth" aria-label="The result so far">
            <p><span class="worth__name">{ "Worth today" }</span>{ " " }<strong class="worth__figure">{ desk.print(worked.results.npv, Unit::Money) }</strong></p>
            <p><span class="worth__name">{ "Pays back" }</span>{ " " }<strong>{ payback(desk, worked.results.payback) }</strong></p>
            if trying { <p class="worth__trial">{ "With the figures that are being tried out below." }</p> }
            <p><span class="worth__name">{ "Known by" }</span>{ " " }<strong class="figure__tier">{ letter }</strong>{ " " }<span>{ words }</span></p>
            { left_out::left_out(desk) }
        </aside>
    }
}
