//! The head of the verdict: which profile, how well, how much of it is known.
use super::panel::View;
use super::{figures, source};
use crate::domain::fit::{Label, ProfileFit, Standing};
use crate::export::words;
use crate::playbook::Playbook;
use crate::playbook::verdict::Verdict;
use crate::ui::picture::{Interval, Tick, interval, level};
use yew::prelude::*;

pub fn head(view: &View) -> Html {
    let (playbook, verdict) = (&*view.playbook, &*view.verdict);
    let (title, label) = title(playbook, verdict);
    let leading = verdict.leaning();
    let others = verdict.fit.profiles.iter().enumerate().filter(|(at, _)| Some(*at) != leading);
    let rules = playbook
        .data
        .tiers
        .levels
        .iter()
        .map(|level| (format!("tier.{}", level.id.trim_start_matches("tier.")), level.label.as_str()));
    let rules = rules.chain([("tiers".to_owned(), "")]).filter(|(rule, _)| view.changed.contains_key(rule));
    let rule = |(rule, label): (String, &str)| {
        html! { <div key={rule.clone()}>{ figures::note(&view.changed, &rule, label) }</div> }
    };
    html! {
        <section class="verdict__part verdict__head">
            <h2 class="verdict__title">{ title }</h2>
            if let Some(label) = label { <p class="verdict__label">{ label }</p> }
            if let Some(at) = leading { { hero(playbook, at, &verdict.fit.profiles[at]) } }
            <ul class="rivals">{ for others.map(|(at, fit)| rival(playbook, at, fit)) }</ul>
            <div>{ for rules.map(rule) }</div>
            { source::note("the tiers", &playbook.data.tiers.source) }
        </section>
    }
}

/// The best profile, or what stands in its place; and what stands beside the tier.
fn title(playbook: &Playbook, verdict: &Verdict) -> (String, Option<String>) {
    let label = words::label_line(playbook, verdict).map(|line| words::capital(&line));
    match (&verdict.fit.label, verdict.fit.best, &label) {
        (Label::Neither { .. }, _, Some(line)) => match line.split_once(": ") {
            Some((head, rest)) => (head.to_owned(), Some(words::capital(rest))),
            None => (line.clone(), None),
        },
        (_, Some(best), _) => (words::profile_name(playbook, best).to_owned(), label),
        (_, None, _) => (words::capital(&playbook.data.tiers.undecided), label),
    }
}

fn hero(playbook: &Playbook, at: usize, fit: &ProfileFit) -> Html {
    html! {
        <div class="score">
            <p class="score__line">
                <span class="score__figure">{ words::interval(fit.low, fit.high) }</span>
                <span class={classes!("score__words", ink(playbook, fit.standing))}>
                    { sign(playbook, fit.standing) }
                    { words::standing(playbook, fit.standing) }
                </span>
            </p>
            { bar(playbook, fit, Bar::Hero) }
            <p class="score__known">{ format!("{} of 100 points known, as a {}", fit.coverage, words::profile_short(playbook, at)) }</p>
        </div>
    }
}

fn rival(playbook: &Playbook, at: usize, fit: &ProfileFit) -> Html {
    html! {
        <li class="rival" key={at}>
            <span class="rival__name">{ words::profile_name(playbook, at) }</span>
            { bar(playbook, fit, Bar::Small) }
            <span class="rival__words">
                { format!("{}: {} ({} of 100 known)", words::interval(fit.low, fit.high), words::standing(playbook, fit.standing), fit.coverage) }
            </span>
        </li>
    }
}

/// Where a bar stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bar {
    Hero,
    Small,
    Line,
}

/// The interval as a picture; the words beside it say the same.
pub fn bar(playbook: &Playbook, fit: &ProfileFit, place: Bar) -> Html {
    let name = playbook.profile(&fit.profile).map_or("", |profile| profile.name.as_str());
    let levels = playbook.data.tiers.levels.iter().zip(&playbook.tiers.from).rev();
    let ticks: Vec<Tick> = levels.map(|(level, from)| Tick { at: *from, label: level.label.clone() }).collect();
    let begins: Vec<String> =
        ticks.iter().map(|tick| format!("{} from {}", words::inner(&tick.label), words::points(tick.at))).collect();
    let (interval_words, standing) = (words::interval(fit.low, fit.high), words::standing(playbook, fit.standing));
    let place_name = match place {
        Bar::Hero => "hero",
        Bar::Small => "rival",
        Bar::Line => "line",
    };
    interval(&Interval {
        id: &format!("fit-{place_name}-{}", fit.profile.replace('.', "-")),
        title: &format!("Score as {name}"),
        description: &format!("{interval_words} of 100 points: {standing}. {}.", words::capital(&words::and(&begins))),
        class: ink(playbook, fit.standing),
        low: fit.low,
        high: fit.high,
        ticks: &ticks,
        labelled: place == Bar::Hero,
    })
}

/// The class of a tier's ink, by its place among the tiers.
fn ink(playbook: &Playbook, standing: Standing) -> &'static str {
    match standing {
        Standing::Undecided => "tier",
        Standing::Tiered { low: 0, .. } => "tier tier--strong",
        Standing::Tiered { low, .. } if low == playbook.tiers.lowest() => "tier tier--weak",
        Standing::Tiered { .. } => "tier tier--possible",
    }
}

fn sign(playbook: &Playbook, standing: Standing) -> Html {
    let of = playbook.tiers.from.len();
    match standing {
        Standing::Undecided => level(0, of),
        Standing::Tiered { low, .. } => level(of - low, of),
    }
}
