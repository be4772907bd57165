//! The verdict as HTML, without a browser: what it says, and that nobody's text becomes markup.
#![cfg(feature = "web")]
mod drawn;
#[path = "drawn/words.rs"]
mod words;

use drawn::draw_as;
use fitproof::app::{Action, Changed, Model, Start, update};
use fitproof::domain::account::Said;
use fitproof::domain::date::Day;
use fitproof::playbook::Playbook;
use fitproof::ui::verdict::{DETAILS, VerdictPanel, line, summary};
use fitproof::ui::{Fetched, Shared};
use words::{holds, lacks};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
struct BesideProps {
    model: Shared<Model>,
}

/// What stands beside the form: the line of the narrow screen, then the panel.
#[component]
fn Beside(props: &BesideProps) -> Html {
    let model = &props.model;
    html! {
        <aside>
            { line(&model.playbook, &model.verdict) }
            <VerdictPanel playbook={Shared::from(&model.playbook)} shipped={Shared::from(&model.shipped)}
                verdict={Shared::from(&model.verdict)} account={Shared::from(&model.account)} today={model.today}
                editable={model.is_editable()} details={Fetched::Here(&DETAILS)} typing={model.typing.clone()} on_go={Callback::noop()} send={Callback::noop()} change={Callback::noop()} />
        </aside>
    }
}

fn model(example: Option<&str>) -> Model {
    let today = Day::parse("2026-11-23").expect("a day");
    Model::new(Playbook::embedded(), Start { today, chance: String::new(), example: example.map(str::to_owned) })
}

fn empty() -> Model {
    model(None)
}

fn changed(model: Model, changes: impl IntoIterator<Item = Changed>) -> Model {
    changes.into_iter().fold(model, |model, changed| update(&model, Action::Changed(changed)))
}

fn typed(question: &str, text: &str) -> Changed {
    Changed::TextTyped { question: question.into(), text: text.into() }
}

fn amount(question: &str, text: &str) -> Changed {
    Changed::AmountTyped { question: question.into(), text: text.into() }
}

fn said(question: &str, said: Said) -> Changed {
    Changed::SaidChosen { question: question.into(), said: Some(said) }
}

fn draw(made: impl FnOnce() -> Model + Send + 'static) -> String {
    draw_as(made, |model| html! { <Beside {model} /> })
}

#[test]
fn nothing_known_says_so_and_asks() {
    let html = draw(empty);
    holds(&html, &["Not enough known yet", "No type recommended yet", "0 to 100", "Ask next", "Go to the question"]);
    holds(&html, &["Self-Service", "Guided Trial", "PoV, 0 of 7 met, 7 not asked", "Context, never scored"]);
    lacks(&html, &["NaN", "Already in the best tier", "fits neither"]);
}

#[test]
fn each_example_says_what_it_stands_for() {
    for archetype in Playbook::embedded().data.archetypes {
        let id = archetype.id.clone();
        let html = draw(move || model(Some(&id)));
        holds(&html, &["points known", "What would change it", "People to find", "Every finding", "Our judgement"]);
        let wanted = match archetype.id.as_str() {
            "archetype.scale-up" => "Fast-growing scale-up",
            "archetype.front-office" => "Front office of a large company",
            _ => "Between the profiles",
        };
        holds(&html, &[wanted]);
    }
}

#[test]
fn hostile_text_stays_text() {
    const EVIL: &str = "<img src=x onerror=alert(1)>\"'&</script>";
    let html = draw(|| {
        let model =
            changed(empty(), [typed("account.name", EVIL), typed("account.employees", EVIL), Changed::PersonAdded]);
        let key = model.account.people[0].key;
        let named = Changed::PersonNamed { key, name: EVIL.into() };
        changed(model, [named, Changed::PersonTitled { key, title: format!("COO {EVIL}") }])
    });
    lacks(&html, &["<img", "</script>", "onerror=alert(1)>\""]);
    holds(&html, &["&lt;img src=x"]);
}

#[test]
fn no_inline_style_and_no_script() {
    let html = draw(|| model(Some("archetype.front-office")));
    lacks(&html, &[" style=", "<style", "<script", "javascript:", " onclick="]);
}

#[test]
fn every_id_is_used_once() {
    let html = draw(|| model(Some("archetype.front-office")));
    let ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(ids.len() > 10, "pictures and tables have ids");
    for (at, id) in ids.iter().enumerate() {
        assert!(!ids[..at].contains(id), "the id {id} stands twice");
    }
    for part in html.split("url(#").skip(1) {
        let id = part.split(')').next().unwrap_or_default();
        assert!(ids.contains(&id), "nothing has the id {id}");
    }
}

#[test]
fn a_deal_on_a_bound_names_it() {
    let html = draw(|| changed(empty(), [amount("deal.size", "USD 100,000"), said("deal.oem", Said::No)]));
    holds(&html, &["Guided Trial by size", "exactly on the bound of $100,000", "This deal: $100,000 a year"]);
}

#[test]
fn a_gated_type_is_never_named_alone() {
    let made = || {
        changed(empty(), [amount("deal.size", "USD 250k"), said("deal.oem", Said::No), said("gate.value", Said::Yes)])
    };
    let text = {
        let model = made();
        summary(&model.playbook, &model.verdict)
    };
    assert_eq!(text, "Not enough known yet. PoV, 1 of 7 met, 6 not asked.");
    holds(&draw(made), &["PoV, 1 of 7 met, 6 not asked", "Before it is planned"]);
}

#[test]
fn a_low_fit_gets_a_next_step_with_a_date() {
    let html = draw(hopeless);
    holds(
        &html,
        &[
            "Fits neither profile",
            "Even the best case is a weak fit",
            "Look again on February 21, 2027",
            "Stay with the online plans",
        ],
    );
    let html = draw(|| {
        let added = Changed::AppAdded { question: "account.stack".into(), name: "Workday".into() };
        changed(hopeless(), [added])
    });
    holds(&html, &["Enterprise plan"]);
    lacks(&html, &["Stay with the online plans"]);
}

fn hopeless() -> Model {
    let none = Changed::OptionToggled { question: "account.business-model".into(), option: "none".into() };
    let other = Changed::OptionToggled { question: "deal.departments".into(), option: "other".into() };
    let mut changes = vec![none, other, typed("account.employees", "20"), typed("account.employees-before", "30")];
    changes.extend([typed("deal.transactions", "10"), amount("account.revenue", "USD 300M")]);
    changes.extend(["account.digital-native", "account.pressure"].map(|question| said(question, Said::No)));
    changed(empty(), changes)
}

#[test]
fn dont_know_moves_on_and_is_kept_in_sight() {
    let html = draw(|| {
        let model = changed(empty(), [typed("account.employees", "480"), typed("account.growth", "40")]);
        let first = model.verdict.next[0].question.clone();
        assert_eq!(first, "account.revenue");
        changed(model, [said("account.digital-native", Said::Unknown)])
    });
    holds(&html, &["You don’t know yet:", "Ask whether the business began online"]);
}

#[test]
fn a_changed_figure_is_named() {
    let html = draw(|| {
        let setting = |setting: &str, text: &str| Changed::SettingTyped { setting: setting.into(), text: text.into() };
        let growth = setting("fit.scale-up.growth.weight", "20");
        let revenue = setting("fit.scale-up.revenue.weight", "20");
        changed(empty(), [growth, revenue, setting("fit.scale-up.growth.met", "25")])
    });
    holds(&html, &["Weight 20, changed from 25; bound 25, changed from 30"]);
}

#[test]
fn a_copy_can_be_read_but_not_answered() {
    let html = draw(|| update(&empty(), Action::CopyOpened(Box::default())));
    lacks(&html, &["<input"]);
    holds(&html, &["Ask next"]);
}

#[test]
fn a_problem_of_the_first_question_waits_until_its_field_is_left() {
    let being_typed = || changed(empty(), [typed("account.employees", "a few")]);
    lacks(&draw(being_typed), &["This isn"]);
    holds(&draw(move || update(&being_typed(), Action::FieldLeft)), &["This isn"]);
}
