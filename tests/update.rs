//! The page's state: facts in, state out.
use fitproof::app::{Action, Changed, Keep, Model, Origin, Page, Start, update};
use fitproof::domain::account::{Account, Entry, Said};
use fitproof::domain::date::Day;
use fitproof::domain::table::Table;
use fitproof::playbook::Playbook;

fn fresh() -> Model {
    Model::new(Playbook::embedded(), Start { today: Day(20_000), example: None })
}

fn after(model: Model, actions: impl IntoIterator<Item = Action>) -> Model {
    actions.into_iter().fold(model, |model, action| update(&model, action))
}

fn typed(question: &str, text: &str) -> Action {
    Action::Changed(Changed::TextTyped { question: question.into(), text: text.into() })
}

fn restored(account: Option<Account>, durable: bool) -> Action {
    Action::Restored { account: account.map(Box::new), aside: vec![], rates: Table::new(), durable }
}

fn named(name: &str) -> Account {
    let mut account = Account::default();
    account.entries.insert("account.name".into(), Entry::Text(name.into()));
    account
}

#[test]
fn a_first_visit_shows_an_example_that_one_fact_replaces() {
    let playbook = Playbook::embedded();
    let example = playbook.data.archetypes.first().map(|archetype| archetype.id.clone());
    let model = Model::new(playbook, Start { today: Day(20_000), example: example.clone() });
    assert_eq!(model.origin, Origin::Example(example.expect("an archetype ships")));
    assert!(model.verdict.fit.best.is_some());
    let own = update(&model, Action::NewStarted);
    assert_eq!(own.origin, Origin::Own);
    assert!(own.account.is_empty() && own.aside.is_empty());
}

#[test]
fn typing_changes_the_verdict_at_once() {
    let model = after(fresh(), [typed("account.employees", "200"), typed("account.employees-before", "100")]);
    let known: Vec<&str> = model
        .verdict
        .fit
        .profiles
        .iter()
        .flat_map(|fit| &fit.findings)
        .filter(|finding| finding.low > 0)
        .map(|finding| finding.criterion.as_str())
        .collect();
    assert_eq!(known, ["fit.scale-up.growth", "fit.scale-up.employees"]);
}

#[test]
fn saved_is_said_only_for_the_newest_revision() {
    let model = after(fresh(), [restored(None, true), typed("account.name", "A")]);
    assert_eq!(model.keep, Keep::Pending);
    let stale = model.revision;
    let model = after(model, [typed("account.name", "AB"), Action::SaveFinished(stale)]);
    assert_eq!(model.keep, Keep::Pending);
    let newest = model.revision;
    assert_eq!(update(&model, Action::SaveFinished(newest)).keep, Keep::Saved(newest));
}

#[test]
fn without_storage_nothing_is_ever_called_saved() {
    let model = after(fresh(), [restored(None, false), typed("account.name", "A")]);
    assert_eq!(model.keep, Keep::MemoryOnly);
}

#[test]
fn a_copy_is_never_edited_and_never_replaces_the_own_work() {
    let model = after(
        fresh(),
        [restored(None, true), typed("account.name", "Mine"), Action::CopyOpened(Box::new(named("Theirs")))],
    );
    assert_eq!(model.account_name(), "Theirs");
    let model = update(&model, typed("account.name", "Changed"));
    assert_eq!(model.account_name(), "Theirs");
    assert_eq!(update(&model, Action::CopyClosed).account_name(), "Mine");
    let kept = update(&model, Action::CopyKept);
    assert_eq!((kept.account_name(), kept.aside[0].text("account.name")), ("Theirs", "Mine"));
    let back = update(&kept, Action::BroughtBack(0));
    assert_eq!((back.account_name(), back.aside[0].text("account.name")), ("Mine", "Theirs"));
}

#[test]
fn what_was_typed_before_the_store_answered_wins_and_the_stored_waits_aside() {
    let model = after(fresh(), [typed("account.name", "Now"), restored(Some(named("Before")), true)]);
    assert_eq!(model.account_name(), "Now");
    assert_eq!(model.aside[0].text("account.name"), "Before");
    assert_eq!(model.keep, Keep::Pending);
}

#[test]
fn examples_replace_each_other_without_touching_the_own_work() {
    let ids: Vec<String> = Playbook::embedded().data.archetypes.iter().map(|archetype| archetype.id.clone()).collect();
    let model = after(fresh(), [typed("account.name", "Mine")]);
    let model = after(model, ids.into_iter().map(Action::ExampleChosen));
    assert_eq!(model.aside.len(), 1);
    assert_eq!(update(&model, Action::BroughtBack(0)).account_name(), "Mine");
}

#[test]
fn a_choice_that_excludes_all_others_stands_alone() {
    let toggled = |option: &str| {
        Action::Changed(Changed::OptionToggled { question: "account.business-model".into(), option: option.into() })
    };
    let picked = |model: &Model| match model.account.entries.get("account.business-model") {
        Some(Entry::Picked(picked)) => picked.iter().cloned().collect::<Vec<_>>(),
        _ => vec![],
    };
    let model = after(fresh(), [toggled("saas"), toggled("e-commerce")]);
    assert_eq!(picked(&model), ["e-commerce", "saas"]);
    let model = update(&model, toggled("none"));
    assert_eq!(picked(&model), ["none"]);
    let model = update(&model, toggled("saas"));
    assert_eq!(picked(&model), ["saas"]);
    let model = update(&model, toggled("saas"));
    assert!(model.account.is_empty());
}

#[test]
fn problems_wait_until_the_field_is_left() {
    let model = update(&fresh(), typed("account.employees", "abc"));
    assert_eq!(model.problems().count(), 0);
    let model = update(&model, Action::FieldLeft);
    assert_eq!(model.problems().count(), 1);
}

#[test]
fn a_sought_field_opens_its_page_and_form() {
    let model = update(&fresh(), Action::FieldSought("gate.pain".into()));
    assert_eq!(model.page, Page::Deal);
    let again = update(&model, Action::FieldSought("gate.pain".into()));
    assert_ne!(model.sought, again.sought);
}

#[test]
fn changed_rules_are_in_force_and_erased_with_everything() {
    let typed = |setting: &str, text: &str| {
        Action::Changed(Changed::SettingTyped { setting: setting.into(), text: text.into() })
    };
    let model = after(fresh(), [typed("tiers.least-coverage", "0")]);
    assert_eq!(model.playbook.tiers.least_coverage, 0);
    assert_eq!(model.shipped.tiers.least_coverage, 40);
    let model = update(&model, Action::Erased);
    assert_eq!(model.playbook.tiers.least_coverage, 40);
    assert!(model.account.is_empty() && model.aside.is_empty());
}

#[test]
fn a_gate_suggested_by_people_yields_to_an_explicit_no() {
    let champion = [
        Action::Changed(Changed::PersonAdded),
        Action::Changed(Changed::PersonTitled { key: 0, title: "Head of Operations".into() }),
        Action::Changed(Changed::PersonJudged { key: 0, influence: Some(fitproof::domain::account::Influence::High) }),
    ];
    let model = after(fresh(), champion);
    assert_eq!(model.verdict.gate_count().0, 1);
    let no = Action::Changed(Changed::SaidChosen { question: "gate.champion".into(), said: Some(Said::No) });
    assert_eq!(update(&model, no).verdict.gate_count().0, 0);
}

#[test]
fn what_other_tabs_saved_comes_along_and_what_was_put_aside_since_stays() {
    let model = after(fresh(), [restored(Some(named("Mine")), true), typed("account.name", "Mine 2")]);
    let merged = Action::Merged { sent: vec![], aside: vec![named("Theirs")], conflict: false };
    let model = after(model, [Action::NewStarted, merged]);
    let aside: Vec<&str> = model.aside.iter().map(|account| account.text("account.name")).collect();
    assert_eq!(aside, ["Mine 2", "Theirs"]);
    assert!(model.notice.is_none());
    let told = update(&model, Action::Merged { sent: vec![named("Mine 2")], aside: vec![], conflict: true });
    assert_eq!(told.aside.len(), 1, "what is only theirs to remove goes: {:?}", told.aside);
    assert!(told.notice.is_some_and(|notice| notice.text.contains("changed in another tab too")));
}

#[test]
fn a_saved_account_follows_another_tab_and_an_example_stays_in_view() {
    let followed = |account| Action::Followed { account, aside: vec![named("Aside")] };
    let own = update(&fresh(), restored(Some(named("Before")), true));
    let own = update(&own, followed(Some(Box::new(named("After")))));
    assert_eq!((own.account_name(), own.aside.len()), ("After", 1));
    assert_eq!(own.keep, Keep::Saved(0), "nothing to save");
    let same = update(&Model { notice: None, ..own }, followed(Some(Box::new(named("After")))));
    assert!(same.notice.is_none(), "nothing happened");
    let example = fresh().shipped.data.archetypes[0].id.clone();
    let shown = after(fresh(), [Action::ExampleChosen(example), followed(Some(Box::new(named("Theirs"))))]);
    assert_ne!(shown.account_name(), "Theirs");
    assert_eq!(shown.aside.len(), 1);
}

#[test]
fn what_was_in_view_when_the_program_broke_is_in_view_again_and_puts_nothing_aside() {
    let model = after(fresh(), [restored(Some(named("Older")), true), Action::Resumed(Box::new(named("Newer")))]);
    assert_eq!((model.account_name(), model.aside.len(), &model.keep), ("Newer", 0, &Keep::Pending));
}
