//! What would change the verdict: the least change of one answer, up and down.
use super::panel::View;
use crate::domain::change::Change;
use crate::domain::fit::Standing;
use crate::export::words;
use yew::prelude::*;

pub fn change(view: &View) -> Html {
    let verdict = &*view.verdict;
    let tier = verdict.fit.best.and_then(|best| match verdict.fit.profiles[best].standing {
        Standing::Tiered { low, .. } => Some(low),
        Standing::Undecided => None,
    });
    let Some(tier) = tier else {
        return html! {
            <section class="verdict__part">
                <h3 class="verdict__heading">{ "What would change it" }</h3>
                <p>{ "Answer more first: there is no tier to move yet." }</p>
            </section>
        };
    };
    let [present_up, present_down] = &view.present;
    let top = (tier == 0).then_some("Already in the best tier");
    let bottom = (tier == view.playbook.tiers.lowest()).then_some("Already in the lowest tier");
    html! {
        <section class="verdict__part">
            <h3 class="verdict__heading">{ "What would change it" }</h3>
            <dl class="changes">
                <dt>{ "Up" }</dt>
                <dd>{ line(view, verdict.changes.up.as_ref(), present_up.as_ref(), top) }</dd>
                <dt>{ "Down" }</dt>
                <dd>{ line(view, verdict.changes.down.as_ref(), present_down.as_ref(), bottom) }</dd>
            </dl>
        </section>
    }
}

/// "To strong: employees of at least 50 (now 46)".
fn line(view: &View, change: Option<&Change>, present: Option<&String>, at_end: Option<&'static str>) -> String {
    let playbook = &view.playbook;
    match (change, at_end) {
        (Some(change), _) => {
            let now = present.map_or_else(|| "now open".to_owned(), |present| format!("now {present}"));
            let tier = words::tier_name(playbook, change.tier);
            format!("To {tier}: {} ({now})", words::change(playbook, change))
        }
        (None, Some(at_end)) => at_end.to_owned(),
        (None, None) => "No single answer does".to_owned(),
    }
}
