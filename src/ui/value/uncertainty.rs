//! How sure the result is: thousands of outcomes, what moves them most, and sliders to try other figures.
use super::desk::Desk;
use super::draws::Drawn;
use super::empty;
use super::figures;
use super::worked::{Tried, Worked};
use crate::browser::locale;
use crate::domain::value::input::Unit;
use crate::domain::value::sheet::{Cell, Content};
use crate::domain::value::simulate::summary::Figures;
use crate::domain::value::simulate::{Outcomes, round_to_evidence, tornado};
use crate::export::picture::{self, Bin, Mark, Scene, Swing};
use crate::ui::event::typed;
use crate::ui::form::element_id;
use crate::ui::picture::Fitted;
use crate::ui::{Shared, source};
use yew::prelude::*;

/// So many figures have a slider, and so many a bar.
const SLIDERS: usize = 5;
const BARS: usize = 10;

const NO_RANGE: &str = "No figure is a range yet, so there is one outcome. Open “Range, evidence, source” at a figure and say how low and how high it may be.";
const NO_EFFECT: &str = "None of the ranges touches the result: they belong to benefits that are not counted in it. What counts can be chosen under Result.";

/// What is tried out, and how to change it.
#[derive(Clone, PartialEq)]
pub struct Trial {
    pub tried: Shared<Vec<Tried>>,
    pub set: Callback<Vec<Tried>>,
    /// Puts what is tried out into the case.
    pub keep: Callback<MouseEvent>,
}

pub fn uncertainty(desk: &Desk, drawn: &Drawn, trial: &Trial) -> Html {
    let body = match &drawn.outcomes {
        _ if !desk.worked.says_something() => empty::invitation(desk),
        None => html! { <p class="muted">{ "Drawing…" }</p> },
        Some((worked, outcomes)) => html! {
            <div class={classes!("stack", (!drawn.is_fresh).then_some("is-old"))}>
                <Outlook worked={worked.clone()} outcomes={outcomes.clone()} />
            </div>
        },
    };
    let sliders = drawn.outcomes.as_ref().filter(|_| desk.worked.says_something()).map(|(_, outcomes)| outcomes);
    html! {
        <>
            <section class="group">
                <h2 class="group__title">{ "How sure is that?" }</h2>
                <p>{ "Every range in the case is drawn from thousands of times. So you see not one result but how likely each is." }</p>
                { body }
                { grain(desk) }
            </section>
            <div>if let Some(outcomes) = sliders { { try_out(desk, outcomes, trial) } }</div>
        </>
    }
}

#[derive(Properties, PartialEq)]
pub struct OutlookProps {
    pub worked: Shared<Worked>,
    pub outcomes: Shared<Outcomes>,
}

/// What the outcomes say, in figures and two pictures.
#[component]
pub fn Outlook(props: &OutlookProps) -> Html {
    let (worked, outcomes) = (&props.worked, &props.outcomes);
    let given = (worked.clone(), outcomes.clone());
    let histogram = use_callback(given.clone(), |width: f64, (worked, outcomes)| histogram(worked, outcomes, width));
    let tornado = use_callback(given, |width: f64, (worked, outcomes)| swings(worked, outcomes, width));
    let Some(found) = &outcomes.npv.figures else {
        return html! { <p>{ "n/a: no outcome has a figure." }</p> };
    };
    let [low, middle, high] = rounded(worked, found);
    let money = |value| locale::amount(value, &worked.plan.currency);
    let fact = |label: &'static str, definition: String, said: String| {
        html! {
            <div class="facts__one" key={label}>
                <dt>{ label }<span class="facts__definition">{ definition }</span></dt>
                <dd><span class="facts__figure">{ said }</span></dd>
            </div>
        }
    };
    let chance = |share: Option<f64>| share.map_or_else(|| figures::NONE.to_owned(), locale::share);
    let target = worked.plan.payback_target.as_ref().map(|target| target.range.likely);
    let within = target.map_or_else(
        || "Within the years that are counted".to_owned(),
        |months| format!("Within {}", figures::value(months, Unit::Months, "")),
    );
    html! {
        <div class="stack">
            <dl class="facts">
                { fact("Cautious (P10)", "Nine of ten outcomes are better".to_owned(), money(low)) }
                { fact("Middle (P50)", "Half of the outcomes are better".to_owned(), money(middle)) }
                { fact("Hopeful (P90)", "One of ten outcomes is better".to_owned(), money(high)) }
                { fact("Chance to pay back", within, chance(outcomes.payback.within)) }
            </dl>
            if !moves(outcomes) {
                <p>{ if outcomes.tornado.is_empty() { NO_RANGE } else { NO_EFFECT } }</p>
            } else {
                <Fitted id="outcomes" draw={histogram} />
                <h3>{ "What moves it most" }</h3>
                <Fitted id="tornado" draw={tornado} />
            }
            <p class="muted small">{ drawn_from(worked, outcomes) }</p>
        </div>
    }
}

/// How many outcomes there are; few at first, which is said.
fn drawn_from(worked: &Worked, outcomes: &Outcomes) -> String {
    let (count, seed) = (locale::decimal(outcomes.draws as f64, 0), worked.plan.seed);
    let so_far = if Drawn::is_first(outcomes) { " so far; more are being drawn" } else { "" };
    format!(
        "{count} outcomes{so_far}, drawn with the seed {seed}: the same case gives the same figures everywhere. Rounded to what the evidence bears."
    )
}

/// How fine a result is shown is the playbook's to say.
fn grain(desk: &Desk) -> Html {
    let Some(data) = desk.library.data.grain.as_ref().filter(|_| desk.worked.says_something()) else {
        return html! { <div hidden={true}></div> };
    };
    let weakest = desk.worked.weakest();
    let (letter, ..) = figures::tier(weakest);
    let share = locale::share(desk.worked.plan.grain.of(weakest));
    html! {
        <div>
            <p class="muted small">{ format!("The step of rounding is the round number next below the larger of two: {share} of the result, since the least known figure it rests on is at {letter}, and a tenth of what lies between P10 and P90.") }</p>
            { source::details("how fine a result is shown", &data.source) }
        </div>
    }
}

/// P10, P50 and P90 as far as the evidence bears them.
pub fn rounded(worked: &Worked, found: &Figures) -> [f64; 3] {
    round_to_evidence([found.p10, found.p50, found.p90], worked.plan.grain.of(worked.weakest()))
}

/// Something moves the result.
pub fn moves(outcomes: &Outcomes) -> bool {
    moving(outcomes).next().is_some()
}

/// What moves the result at all, most first.
fn moving(outcomes: &Outcomes) -> impl Iterator<Item = &tornado::Swing> {
    outcomes.tornado.iter().filter(|swing| swing.width() > 0.0)
}

pub fn histogram(worked: &Worked, outcomes: &Outcomes, width: f64) -> Scene {
    let Some(found) = &outcomes.npv.figures else { return Scene::default() };
    let bins: Vec<Bin> =
        found.bins.bounded().into_iter().map(|(low, high, count)| Bin { low, high, count: count as u64 }).collect();
    let marks: Vec<Mark> = ["P10", "P50", "P90"]
        .into_iter()
        .zip(rounded(worked, found))
        .map(|(label, value)| Mark { label: label.to_owned(), value })
        .collect();
    let description = "How often each net present value came up among the outcomes.".to_owned();
    let print = |value| locale::short_amount(value, &worked.plan.currency);
    picture::histogram("What the plan may be worth today", description, (&bins, &marks), &print, width)
}

pub fn swings(worked: &Worked, outcomes: &Outcomes, width: f64) -> Scene {
    let swing = |swing: &tornado::Swing| {
        let (_, cell) = cell(worked, swing.input)?;
        Some(Swing { label: cell.label.clone(), low: swing.at_low?, high: swing.at_high? })
    };
    let swings: Vec<Swing> = moving(outcomes).filter_map(swing).take(BARS).collect();
    let description =
        "Net present value with one figure at the low or high end of its range and all others as is likely.";
    let print = |value| locale::short_amount(value, &worked.plan.currency);
    let base = worked.results.npv.unwrap_or(0.0);
    picture::tornado("What moves the result most", description.to_owned(), (base, &swings), &print, width)
}

/// An input's place and cell, by its number among the inputs.
fn cell(worked: &Worked, input: usize) -> Option<(usize, &Cell)> {
    let place = *worked.model.sheet.inputs.get(input)?;
    Some((place, worked.model.sheet.cells.get(place)?))
}

/// Sliders for the figures that matter most. What they do is tried out, and kept only when asked.
fn try_out(desk: &Desk, outcomes: &Outcomes, trial: &Trial) -> Html {
    let worked = desk.worked;
    // What was moved keeps its slider, though it may matter less where it is now.
    let moved = trial.tried.iter().filter_map(|tried| worked.model.input_place(&tried.field));
    let most = moving(outcomes).take(SLIDERS).filter_map(|swing| Some(cell(worked, swing.input)?.0));
    let mut places: Vec<usize> = moved.collect();
    for place in most {
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places.sort_unstable();
    if places.is_empty() {
        return html! {};
    }
    let set = trial.set.clone();
    let back = Callback::from(move |_: MouseEvent| set.emit(Vec::new()));
    let nothing = trial.tried.is_empty();
    html! {
        <section class="group">
            <h2 class="group__title">{ "Try it out" }</h2>
            <p>{ "Move a figure within its range and see what becomes of the result. Nothing changes in the case until you keep it." }</p>
            <div class="sliders">{ for places.into_iter().map(|place| slider(worked, place, trial)) }</div>
            <div class="cluster">
                <button type="button" class="button" disabled={nothing || !desk.editable()} onclick={trial.keep.clone()}>{ "Keep these figures" }</button>
                <button type="button" class="button button--quiet" disabled={nothing} onclick={back}>{ "Put them back" }</button>
            </div>
        </section>
    }
}

fn slider(worked: &Shared<Worked>, place: usize, trial: &Trial) -> Html {
    let Some(cell) = worked.model.sheet.cells.get(place) else { return html! {} };
    let Content::Input(input) = &cell.content else { return html! {} };
    let id = element_id(&["slider.", &cell.id].concat());
    let currency = worked.plan.currency.clone();
    let (worked, trial) = (worked.clone(), trial.clone());
    let field = cell.id.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        let Some(tried) = typed(&event).parse().ok().and_then(|value| worked.trial(place, value)) else { return };
        let others = trial.tried.iter().filter(|other| other.field != field).cloned();
        trial.set.emit(others.chain([tried]).collect());
    });
    let print = |value| figures::value(value, cell.unit, &currency);
    let range = &input.range;
    let said = print(range.likely);
    html! {
        <div class="slider" key={id.clone()}>
            <label for={id.clone()}>{ &cell.label }</label>
            <output class="slider__figure" for={id.clone()}>{ &said }</output>
            <input type="range" {id} min={range.low.to_string()} max={range.high.to_string()} step="any" value={range.likely.to_string()}
                aria-valuetext={said.clone()} {oninput} />
            <span class="slider__end">{ print(range.low) }</span>
            <span class="slider__end">{ print(range.high) }</span>
        </div>
    }
}
