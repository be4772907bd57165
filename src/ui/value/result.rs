//! What the case comes to: the net present value first, then what else a reader asks, each figure with its formula.
use super::desk::Desk;
use super::draws::Drawn;
use super::figures::tier;
use super::settings::{counts, include};
use super::{empty, formula, known, left_out, notes, scenarios, table, uncertainty};
use crate::browser::locale;
use crate::domain::value::flow::{NoReturn, Payback, Return};
use crate::domain::value::input::Unit;
use crate::domain::value::plan::Kind;
use yew::prelude::*;

pub fn result(desk: &Desk, drawn: &Drawn) -> Html {
    if !desk.worked.says_something() {
        return html! {
            <section class="group"><h2 class="group__title">{ "Result" }</h2>{ empty::invitation(desk) }</section>
        };
    }
    html! {
        <>
            { hero(desk, drawn) }
            { notes::notes(desk) }
            { asked(desk) }
            { sums(desk) }
            { scenarios::scenarios(desk) }
            { known::known(desk) }
            { table::cash_flow(desk) }
        </>
    }
}

fn hero(desk: &Desk, drawn: &Drawn) -> Html {
    let (worked, figures) = (desk.worked, &desk.worked.model.figures);
    let plan = &worked.plan;
    let (letter, _, words) = tier(worked.weakest());
    let years = if plan.horizon == 1 { "1 year".to_owned() } else { format!("{} years", plan.horizon) };
    html! {
        <section class="group hero">
            <h2 class="group__title">{ "What the plan is worth today" }</h2>
            <div>
                <p class="hero__figure">{ desk.print(worked.results.npv, Unit::Money) }</p>
                { formula::fold(desk, "net present value", figures.npv) }
            </div>
            { left_out::left_out(desk) }
            <div class="stack hero__words">
            <p>{ between(desk, drawn) }</p>
            <p>{ format!("Its net present value: benefits less costs over {years}, where money counts {} less for every year it comes later.", locale::share(plan.discount_rate.range.likely)) }</p>
            <p>{ format!("Counted: {}.", counts(plan.include)) }</p>
            <p><strong class="figure__tier">{ letter }</strong>{ format!(" The least known figure it rests on: {words}.") }</p>
            </div>
        </section>
    }
}

/// How far the result may lie elsewhere.
fn between(desk: &Desk, drawn: &Drawn) -> String {
    let found = drawn.fresh().and_then(|outcomes| outcomes.npv.figures.as_ref());
    let Some(found) = found else { return "Drawing how sure that is…".to_owned() };
    let [low, middle, high] = uncertainty::rounded(desk.worked, found);
    if low == high {
        return "No range moves it yet: this is one outcome of many.".to_owned();
    }
    let money = |value| locale::amount(value, desk.currency());
    format!(
        "Eight of ten outcomes lie between {} and {}, half of them above {}.",
        money(low),
        money(high),
        money(middle)
    )
}

/// When the net cash flow has paid back, or why not.
pub fn payback(desk: &Desk, payback: Payback) -> String {
    match payback {
        Payback::After(months) => format!("after {}", super::figures::value(months, Unit::Months, desk.currency())),
        Payback::AtOnce => "at once: nothing has to be paid back".to_owned(),
        Payback::Never { missing } => {
            format!(
                "not within {} years: {} is missing",
                desk.worked.plan.horizon,
                locale::amount(missing, desk.currency())
            )
        }
        Payback::Unknown => "n/a: a year has no figure".to_owned(),
    }
}

fn internal_rate(internal: Return) -> String {
    let why = match internal {
        Return::Rate(rate) => return format!("{} a year", locale::share(rate)),
        Return::None(NoReturn::Nothing) => "there is no cash flow".to_owned(),
        Return::None(NoReturn::OnlyIn) => "money only comes in, so every rate pays".to_owned(),
        Return::None(NoReturn::OnlyOut) => "money only goes out, so no rate pays".to_owned(),
        Return::None(NoReturn::Several(changes)) => {
            format!("the cash flow changes its sign {changes} times, so there is no one rate")
        }
        Return::None(NoReturn::BelowLeast) => "it loses more than 99% a year".to_owned(),
        Return::None(NoReturn::Unknown) => "a year has no figure".to_owned(),
    };
    format!("n/a: {why}")
}

/// What a reader asks beside the net present value.
fn asked(desk: &Desk) -> Html {
    let (results, figures) = (&desk.worked.results, &desk.worked.model.figures);
    let said = |label: &'static str, definition: &'static str, said: Html| {
        html! {
            <div class="facts__one" key={label}>
                <dt>{ label }<span class="facts__definition">{ definition }</span></dt>
                <dd>{ said }</dd>
            </div>
        }
    };
    let opened = |label: &'static str, definition, figure: Option<f64>, without: &str, place| {
        if figure.is_some() {
            said(label, definition, formula::opened(desk, label, place))
        } else {
            said(label, definition, html! { <span class="facts__figure">{ format!("n/a: {without}") }</span> })
        }
    };
    let plain = |text: String| html! { <span class="facts__figure">{ text }</span> };
    let free = "there are no costs to return on";
    html! {
        <section class="group">
            <h2 class="group__title">{ "What else is asked" }</h2>
            <dl class="facts facts--wide">
                { opened("Return on investment", "Benefits less costs, over the costs, all in today’s money: as Total Economic Impact defines it", results.roi, free, figures.roi) }
                { opened("Return, not discounted", "Benefits over costs less one, later money at its full amount", results.roi_undiscounted, free, figures.roi_undiscounted) }
                { said("Pays back", "When the cash flow has made up for what went out", plain(payback(desk, results.payback))) }
                { said("Pays back, discounted", "The same in today’s money", plain(payback(desk, results.payback_discounted))) }
                { said("Internal rate of return", "The yearly rate at which the plan would be worth nothing", plain(internal_rate(results.internal_rate))) }
                { opened("Cost of delay", "What every month of waiting forgoes", results.delay_month, "a year has no figure", figures.delay_month) }
                { opened("Hours released", "In the last year counted", results.hours, "no hours are released", figures.hours) }
                { opened("As full-time people", "The same hours, by days and hours of work", results.full_time, "no hours are released", figures.full_time) }
            </dl>
        </section>
    }
}

/// The three sums, never added unless it is asked for.
fn sums(desk: &Desk) -> Html {
    let figures = &desk.worked.model.figures;
    let sum = |kind: Kind| {
        let (name, what, place) = match kind {
            Kind::Cash => ("Cash", "Money that comes in or no longer goes out", figures.pv_cash),
            Kind::Time => {
                ("Released time", "Hours at what they cost: no money unless somebody uses them", figures.pv_time)
            }
            Kind::Risk => ("Avoided risk", "Damage times how likely it is: seen in no account", figures.pv_risk),
        };
        let counted = desk.worked.plan.include.counts(kind);
        html! {
            <div class="facts__one" key={name}>
                <dt>
                    { name }<span class="facts__definition">{ what }</span>
                    <span class="badge">{ if counted { "Counted" } else { "Not counted" } }</span>
                </dt>
                <dd>{ formula::opened(desk, name, place) }</dd>
            </div>
        }
    };
    html! {
        <section class="group">
            <h2 class="group__title">{ "Three sums of benefits, in today’s money" }</h2>
            { include(desk) }
            <dl class="facts facts--wide">
                { for Kind::ALL.into_iter().map(sum) }
                { formula::fact(desk, "Costs", figures.pv_costs) }
            </dl>
        </section>
    }
}
