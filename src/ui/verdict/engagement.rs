//! Which kind of engagement, what that rests on, and what comes with it.
use super::panel::View;
use super::{figures, source};
use crate::domain::condition::{Condition, Holds};
use crate::domain::date::day_count;
use crate::export::words;
use crate::playbook::data::{AdviceData, EngagementData, EntryData};
use yew::prelude::*;

pub fn engagement(view: &View) -> Html {
    let (playbook, verdict) = (&*view.playbook, &*view.verdict);
    let kinds = in_play(view);
    let all = kinds.is_empty();
    let gated = kinds.iter().any(|kind| kind.gated);
    // The size alone settles it: the gates' line says all there is to say.
    let plain = gated && kinds.len() == 1 && verdict.engagement.by_answer.is_none() && !verdict.low_fit;
    let kinds: Vec<&EngagementData> = if all { playbook.data.engagements.iter().collect() } else { kinds };
    let several = kinds.len() > 1;
    let bound = words::capital(&words::bound_line(playbook, verdict));
    let deal = verdict.deal.map(|deal| format!("This deal: {} a year.", words::money(deal, &playbook.data.currency)));
    let size = &playbook.data.deal.size;
    html! {
        <section class="verdict__part">
            <h3 class="verdict__heading">{ "Engagement" }</h3>
            if !plain { <p class="engagement__line">{ words::capital(&words::engagement_line(playbook, verdict)) }</p> }
            if gated { <p class="engagement__line">{ words::gates_line(playbook, verdict) }</p> }
            <p class="engagement__bound">{ format!("{bound}.") }{ deal.map(|deal| format!(" {deal}")) }</p>
            if all {
                <div>{ super::next::go(&view.on_go, size, playbook.question(size)) }</div>
            }
            <div>{ for verdict.low_fit.then_some(()).into_iter().map(|()| low_fit(view)) }</div>
            <div class={classes!("kinds", several.then_some("kinds--several"))}>{ for kinds.iter().map(|kind| card(view, kind, several)) }</div>
            if several { { source::note("the size of the deal", &playbook.data.deal.source) } }
        </section>
    }
}

/// The types that are recommended, or could be, in the playbook's order.
pub fn in_play(view: &View) -> Vec<&EngagementData> {
    let found = &view.verdict.engagement;
    let kinds = view.playbook.data.engagements.iter();
    match &found.by_answer {
        Some(id) => kinds.filter(|kind| kind.id == *id).collect(),
        None if found.by_size.is_empty() => Vec::new(),
        None => {
            kinds.filter(|kind| found.by_size.contains(&kind.id) || found.unless.as_ref() == Some(&kind.id)).collect()
        }
    }
}

fn card(view: &View, kind: &EngagementData, several: bool) -> Html {
    let about = html! {
        <>
            { list("For it", &kind.pros) }
            { list("Against it", &kind.cons) }
            <h5 class="kind__head">{ "When to call Make" }{ source::sign([&kind.call.source]) }</h5>
            <p>{ &kind.call.text }</p>
        </>
    };
    let mut sources = vec![
        ("What it is", &kind.source),
        ("Its bound", &kind.bound_source),
        ("When to call", &kind.call.source),
        ("Next step", &kind.next.source),
    ];
    if !several {
        sources.push(("How the size is counted", &view.playbook.data.deal.source));
    }
    html! {
        <div class="kind" key={kind.id.clone()}>
            <h4 class={if several { "kind__name" } else { "visually-hidden" }}>{ &kind.name }</h4>
            if several { <p>{ words::capital(&kind.when) }</p> }
            { figures::note(&view.changed, &kind.id, "") }
            <p class="kind__gives">{ format!("Relationship {}, influence {}", kind.relationship, kind.influence) }</p>
            <p class="kind__next"><b>{ "Next step: " }</b>{ &kind.next.text }{ source::sign([&kind.next.source]) }</p>
            if several {
                <details class="more"><summary>{ "For and against" }<span class="visually-hidden">{ format!(": {}", kind.name) }</span></summary><div>{ about }</div></details>
            } else {
                <div>{ about }</div>
            }
            { source::notes(&kind.name, &sources) }
        </div>
    }
}

fn list(head: &'static str, entries: &[EntryData]) -> Html {
    let entry = |entry: &EntryData| {
        let remark =
            entry.source.note.as_ref().map(|note| html! { <span class="muted">{ format!(" ({note})") }</span> });
        html! { <li key={entry.id.clone()}>{ &entry.text }{ source::sign([&entry.source]) }{ remark }</li> }
    };
    html! {
        <div class="kind__list">
            <h5 class="kind__head">{ head }</h5>
            <ul>{ for entries.iter().map(entry) }</ul>
        </div>
    }
}

/// What to do instead, and when to look again.
fn low_fit(view: &View) -> Html {
    let app = view.playbook.warnings.iter().flatten().any(|condition| {
        matches!(condition, Condition::App { .. }) && condition.holds(&view.verdict.answers) == Holds::Yes
    });
    let advice = |advice: &AdviceData| {
        let day = view.today.plus(day_count(advice.days));
        html! {
            <div key={advice.id.clone()}>
                <p>{ if app { &advice.enterprise_app } else { &advice.text } }{ source::sign([&advice.source]) }</p>
                <p><b>{ format!("Look again on {}.", day.in_words()) }</b></p>
                { source::note("this advice", &advice.source) }
            </div>
        }
    };
    html! {
        <div class="advice" key="advice">
            <h4 class="kind__name">{ "Even the best case is a weak fit" }</h4>
            <div>{ for view.playbook.data.advice.iter().map(advice) }</div>
        </div>
    }
}
