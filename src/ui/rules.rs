//! The settings: every weight, band, tier and bound, beside the figure that ships.
use super::form::{element_id, problems};
use super::{View, source};
use crate::app::{Changed, Model};
use crate::domain::problem::Problem;
use crate::domain::quantity::Quantity;
use crate::export::words;
use crate::playbook::data::RuleData;
use crate::playbook::settings::{Figure, Setting, settings};
use yew::prelude::*;

pub fn rules(view: &View) -> Html {
    let model = &view.model;
    let all = settings(&model.shipped);
    let groups = all.chunk_by(|one, other| one.group == other.group);
    let group = |settings: &[Setting]| {
        let id = settings[0].group.clone();
        let at = model.setting_problems.iter().filter(|problem| {
            problem.field.starts_with(&format!("{id}.")) && !settings.iter().any(|setting| setting.id == problem.field)
        });
        let at: Vec<Problem> = at.cloned().collect();
        let rules = settings.chunk_by(|one, other| one.rule == other.rule);
        html! {
            <section class="group" key={id.clone()}>
                <h2 class="group__title">{ group_name(model, &id) }</h2>
                { problems(&at, &element_id(&id)) }
                <div class="rules">{ for rules.map(|settings| rule(view, settings)) }</div>
            </section>
        }
    };
    let changed = model.account.settings.len();
    html! {
        <div class="page">
            <h1 class="page__title">{ "Rules and weights" }</h1>
            <p class="page__lead">{ "Change what you judge otherwise. Changes belong to this account, are shown in the verdict, and travel with its file and link." }</p>
            <p class="cluster">
                <span>{ if changed == 0 { "Nothing is changed.".to_owned() } else { format!("{changed} changed.") } }</span>
                <button type="button" class="button button--quiet button--small" disabled={changed == 0 || !model.is_editable()}
                    onclick={view.click_change(Changed::SettingsReset)}>{ "Reset all" }</button>
            </p>
            <div class="groups">{ for groups.map(group) }</div>
        </div>
    }
}

fn group_name(model: &Model, id: &str) -> String {
    match id {
        "tiers" => "Tiers".into(),
        "engagements" => "Kinds of engagement".into(),
        profile => model.shipped.profile(profile).map_or_else(String::new, |profile| profile.name.clone()),
    }
}

fn rule(view: &View, settings: &[Setting]) -> Html {
    let model = &view.model;
    let id = settings[0].rule.as_str();
    let data = &model.shipped.data;
    let (label, source) = if let Some(criterion) = model.shipped.criterion(id) {
        (criterion.label.clone(), &criterion.weight_source)
    } else if let Some(kind) = data.engagements.iter().find(|kind| kind.id == id) {
        (kind.name.clone(), &kind.bound_source)
    } else {
        let level = data.tiers.levels.iter().find(|level| id.ends_with(&level.id));
        (level.map_or_else(|| "Least coverage".into(), |level| words::capital(&level.label)), &data.tiers.source)
    };
    html! {
        <fieldset class="rules__row" key={id.to_owned()} disabled={!model.is_editable()}>
            <legend class="rules__name">{ &label }</legend>
            <div class="rules__fields">{ for settings.iter().map(|setting| field(view, setting)) }</div>
            { source::details(&label, source) }
        </fieldset>
    }
}

fn field(view: &View, setting: &Setting) -> Html {
    let model = &view.model;
    let id = element_id(&setting.id);
    let below = model.shipped.criterion(&setting.rule).is_some_and(|data| matches!(data.rule, RuleData::Below { .. }));
    let shipped = words::number(Quantity::whole(setting.shipped));
    let typed_text = model.account.settings.get(&setting.id);
    let at = model.problems_at(&setting.id);
    let name = setting.id.clone();
    let oninput = view.typed(move |text| Changed::SettingTyped { setting: name.clone(), text });
    let value = typed_text.cloned().unwrap_or_else(|| shipped.clone());
    html! {
        <div class={classes!("rules__field", (!at.is_empty()).then_some("field--error"))} key={setting.id.clone()}>
            <label for={format!("{id}-input")}>{ figure_name(setting.figure, below) }</label>
            { problems(&at, &id) }
            <input class="input input--short" id={format!("{id}-input")} inputmode="numeric" autocomplete="off" {value} {oninput}
                aria-describedby={format!("{id}-problems")} />
            if typed_text.is_some_and(|text| text.trim() != shipped) {
                <p class="rules__changed">
                    { format!("changed from {shipped}") }
                    <button type="button" class="button button--quiet button--small"
                        onclick={view.click_change(Changed::SettingReset(setting.id.clone()))}>{ "Reset" }</button>
                </p>
            }
        </div>
    }
}

fn figure_name(figure: Figure, below: bool) -> &'static str {
    match figure {
        Figure::Weight => "Weight",
        Figure::Met if below => "Met below",
        Figure::Met => "Met from",
        Figure::Near if below => "Near up to",
        Figure::Near => "Near from",
        Figure::MetFrom => "Met from",
        Figure::MetTo => "Met up to",
        Figure::NearFrom => "Near from",
        Figure::NearTo => "Near up to",
        Figure::TierFrom => "From",
        Figure::LeastCoverage => "Points known",
        Figure::Below => "Below",
        Figure::Above => "Above",
    }
}
