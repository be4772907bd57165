//! The page's state: facts in, state out.
use fitproof::app::{
    Action, Changed, Chapter, Keep, Listed, Model, Origin, Page, ProofPart, Shown, Start, Steps, Why, update,
};
use fitproof::domain::account::{Account, Entry, Said};
use fitproof::domain::date::{Day, Moment};
use fitproof::domain::row::{Row, RowKind};
use fitproof::domain::table::Table;
use fitproof::playbook::Playbook;

fn fresh() -> Model {
    Model::new(Playbook::embedded(), Start { today: Day(20_000), chance: "page".into(), example: None })
}

fn after(model: Model, actions: impl IntoIterator<Item = Action>) -> Model {
    actions.into_iter().fold(model, |model, action| update(&model, action))
}

fn typed(question: &str, text: &str) -> Action {
    Action::Changed(Changed::TextTyped { question: question.into(), text: text.into() })
}

fn restored(account: Option<Account>, durable: bool) -> Action {
    let cases = account.iter().map(|_| listed("kept", "")).collect();
    let present = account.map(|account| Box::new(shown("kept", account)));
    Action::Restored { present, cases, rates: Table::new(), backup: None, since: None, durable }
}

fn listed(id: &str, name: &str) -> Listed {
    Listed { id: id.into(), name: Some(name.into()), saved: Moment(1_000) }
}

fn shown(id: &str, account: Account) -> Shown {
    Shown { listed: listed(id, account.text("account.name")), account, steps: Steps::default() }
}

fn chosen(id: &str, account: Account) -> Action {
    Action::CaseShown { shown: Box::new(shown(id, account)), asked: 0, why: Why::Chosen }
}

fn finished(model: &Model) -> Action {
    let listed = listed(&model.case, model.account_name());
    Action::SaveFinished { revision: model.revision, listed, steps: Steps::default() }
}

/// What waits to be saved, by name.
fn left(model: &Model) -> Vec<&str> {
    model.left.iter().map(|left| left.account.text("account.name")).collect()
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
    let model = Model::new(playbook, Start { today: Day(20_000), chance: "page".into(), example: example.clone() });
    assert_eq!(model.origin, Origin::Example(example.expect("an archetype ships")));
    assert!(model.verdict.fit.best.is_some());
    let own = update(&model, Action::NewStarted);
    assert_eq!(own.origin, Origin::Own);
    assert!(own.account.is_empty() && own.left.is_empty() && !own.is_own());
}

#[test]
fn an_examples_days_lie_ahead_whenever_it_is_looked_at() {
    const PLAN: [&str; 3] = ["plan.start", "plan.end", "plan.decision"];
    let playbook = Playbook::embedded();
    let days = |today: Day, id: &str| {
        let start = Start { today, chance: "page".into(), example: Some(id.into()) };
        let account = Model::new(playbook.clone(), start).account;
        PLAN.map(|question| Day::parse(account.text(question)).expect("a day").0)
    };
    let first = Day::parse("2026-11-30").expect("a day");
    for archetype in &playbook.data.archetypes {
        let written = PLAN.map(|question| {
            let sample = archetype.answers.iter().find(|sample| sample.question == question).expect("a sample");
            Day::parse(&sample.text).expect("a day").0
        });
        assert_eq!(days(first, &archetype.id), written, "as written, as long as that is a week ahead");
        for later in 0..800 {
            let today = first.plus(later);
            let moved = days(today, &archetype.id);
            let by = moved[0] - written[0];
            assert_eq!(moved, written.map(|day| day + by), "all by as much");
            assert_eq!(by % 7, 0, "on the same day of the week");
            assert!(by == 0 || (7..14).contains(&(moved.into_iter().min().expect("three") - today.0)), "a week ahead");
            assert!(moved[0] >= today.0 + 7);
        }
    }
}

#[test]
fn another_day_changes_nothing_else() {
    let before = after(fresh(), [typed("account.name", "Mine")]);
    let model = update(&before, Action::DayBegan(Day(20_001)));
    assert_eq!(model.today, Day(20_001));
    assert_eq!((model.revision, &model.account), (before.revision, &before.account));
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
    let stale = finished(&model);
    let model = after(model, [typed("account.name", "AB"), stale]);
    assert_eq!(model.keep, Keep::Pending);
    assert!(model.is_unsaved());
    let newest = finished(&model);
    let model = update(&model, newest);
    assert_eq!(model.keep, Keep::Saved(model.revision));
    assert!(!model.is_unsaved());
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
    assert_eq!((kept.account_name(), left(&kept)), ("Theirs", vec!["Mine"]));
    assert!(kept.is_unsaved());
    let mine = kept.left[0].id.clone();
    let back = update(&kept, chosen(&mine, named("Mine, older")));
    assert_eq!((back.account_name(), left(&back)), ("Mine", vec!["Theirs"]), "what was typed wins over what was read");
}

#[test]
fn what_was_typed_before_the_store_answered_stays_in_view_and_the_stored_is_in_the_list() {
    let model = after(fresh(), [typed("account.name", "Now"), restored(Some(named("Before")), true)]);
    assert_eq!(model.account_name(), "Now");
    assert_eq!(model.others()[0].id, "kept");
    assert_ne!(model.case, "kept");
    assert_eq!(model.keep, Keep::Pending);
}

#[test]
fn a_copy_that_was_opened_first_gives_way_to_what_was_kept() {
    let opened = [Action::CopyOpened(Box::new(named("Theirs"))), restored(Some(named("Mine")), true)];
    let model = after(fresh(), opened);
    assert_eq!((model.account_name(), &model.origin), ("Theirs", &Origin::Copy));
    let closed = update(&model, Action::CopyClosed);
    assert_eq!((closed.account_name(), closed.case.as_str(), closed.is_unsaved()), ("Mine", "kept", false));
}

#[test]
fn examples_replace_each_other_without_touching_the_own_work() {
    let ids: Vec<String> = Playbook::embedded().data.archetypes.iter().map(|archetype| archetype.id.clone()).collect();
    let model = after(fresh(), [typed("account.name", "Mine")]);
    let model = after(model, ids.into_iter().map(Action::ExampleChosen));
    assert_eq!(left(&model), ["Mine"]);
    assert_eq!(model.others().len(), 1, "it can be brought back even before it is saved");
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
fn whatever_is_sought_is_found_where_it_is_edited() {
    let kinds = [RowKind::Cost, RowKind::Step, RowKind::Criterion, RowKind::Event, RowKind::Duty];
    let rows = kinds.into_iter().zip(1..).map(|(kind, key)| Row::new(key, kind, None)).collect();
    let model = update(&fresh(), Action::Changed(Changed::RowsAdded { rows, before: None }));
    let value =
        [("row.1.amount", Chapter::Costs), ("row.2.minutes", Chapter::Processes), ("plan.days", Chapter::Settings)];
    for (field, chapter) in value {
        let sought = update(&model, Action::FieldSought(field.into()));
        assert_eq!((sought.page, sought.chapter), (Page::Value, chapter), "{field}");
    }
    let proof = [
        // A question of the proof, whose id begins as a row's of the business case.
        ("plan.start", ProofPart::Plan),
        ("engagement.agreed", ProofPart::Plan),
        ("row.3.result", ProofPart::Criteria),
        ("row.4.done", ProofPart::Days),
        ("evidence.gate.pain", ProofPart::Readiness),
        ("section.gap", ProofPart::Guide),
        ("evidence.section.gap", ProofPart::Guide),
        ("engagement.next", ProofPart::Closing),
        ("engagement.wound-down", ProofPart::Closing),
        ("engagement.contacts", ProofPart::Documents),
    ];
    for (field, part) in proof {
        let sought = update(&model, Action::FieldSought(field.into()));
        assert_eq!((sought.page, sought.proof), (Page::Proof, part), "{field}");
    }
    for (field, page) in [("row.5.part", Page::People), ("row.9.amount", Page::Rules), ("tiers.strong", Page::Rules)] {
        assert_eq!(update(&model, Action::FieldSought(field.into())).page, page, "{field}");
    }
    let data = &model.shipped.data;
    for id in data.sections.iter().map(|section| &section.id) {
        assert_eq!(update(&model, Action::FieldSought(id.clone())).proof, ProofPart::Guide, "{id}");
    }
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
    assert!(model.account.is_empty() && model.left.is_empty() && model.cases.is_empty());
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
fn an_account_that_goes_out_of_view_waits_until_it_is_saved() {
    let model = after(fresh(), [restored(None, true), typed("account.name", "First"), Action::NewStarted]);
    assert_eq!(left(&model), ["First"]);
    let id = model.left[0].id.clone();
    let failed = update(&model, Action::SaveFailed("No room.".into()));
    assert_eq!(left(&failed), ["First"]);
    let saved = Action::SaveFinished { revision: 0, listed: listed(&id, "First"), steps: Steps::default() };
    let model = update(&failed, saved);
    assert!(model.left.is_empty());
    assert_eq!(model.others()[0].name.as_deref(), Some("First"));
}

#[test]
fn fifty_accounts_are_all_in_the_list() {
    let one_more = |model: Model, number: u32| {
        let model = after(model, [Action::NewStarted, typed("account.name", &number.to_string())]);
        let saved = finished(&model);
        update(&model, saved)
    };
    let model = (0..50).fold(update(&fresh(), restored(None, true)), one_more);
    assert_eq!(model.others().len(), 49);
}

#[test]
fn a_saved_account_follows_another_tab_and_nothing_else_does() {
    let followed =
        |id: &str, account| Action::CaseShown { shown: Box::new(shown(id, account)), asked: 0, why: Why::Followed };
    let own = update(&fresh(), restored(Some(named("Before")), true));
    let after_it = update(&own, followed("kept", named("After")));
    assert_eq!((after_it.account_name(), after_it.is_unsaved()), ("After", false));
    assert!(after_it.notice.is_some());
    assert!(update(&own, followed("kept", named("Before"))).notice.is_none(), "nothing happened");
    assert_eq!(update(&own, followed("other", named("After"))).account_name(), "Before");
    let typing = update(&own, typed("account.name", "Before, changed"));
    assert_eq!(update(&typing, followed("kept", named("After"))).account_name(), "Before, changed");
    let example = fresh().shipped.data.archetypes[0].id.clone();
    let shown = after(own, [Action::ExampleChosen(example), followed("kept", named("After"))]);
    assert_ne!(shown.account_name(), "After");
}

#[test]
fn a_conflict_leaves_each_version_its_own_case() {
    let model = after(fresh(), [restored(Some(named("Before")), true), typed("account.name", "Mine")]);
    let model = update(&model, Action::Forked { from: "kept".into(), to: "new".into() });
    assert_eq!((model.account_name(), model.case.as_str()), ("Mine", "new"));
    assert_eq!(model.others()[0].id, "kept");
    assert!(model.notice.is_some_and(|notice| notice.text.contains("changed in another tab too")));
}

#[test]
fn an_undo_that_comes_after_a_key_is_dropped() {
    let model = after(fresh(), [restored(Some(named("Before")), true), typed("account.name", "One")]);
    let undone = |asked| Action::CaseShown { shown: Box::new(shown("kept", named("Before"))), asked, why: Why::Turned };
    assert_eq!(update(&model, undone(model.revision)).account_name(), "Before");
    assert_eq!(update(&model, undone(model.revision - 1)).account_name(), "One");
}

#[test]
fn a_backup_is_asked_for_when_the_last_is_old_or_of_a_day_to_come() {
    let due = |backup: Option<i32>, since: Option<i32>| {
        let model = update(&fresh(), restored(Some(named("Mine")), true));
        Model { backup: backup.map(Day), since: since.map(Day), ..model }.is_backup_due()
    };
    assert!(!due(None, None) && !due(None, Some(20_000 - 13)) && due(None, Some(20_000 - 14)));
    assert!(!due(Some(20_000 - 13), Some(0)) && due(Some(20_000 - 14), Some(0)) && due(Some(20_001), Some(0)));
    let memory = update(&fresh(), restored(Some(named("Mine")), false));
    assert!(!Model { since: Some(Day(0)), ..memory }.is_backup_due());
}

#[test]
fn what_was_in_view_when_the_program_broke_goes_on_as_the_same_case() {
    let resumed = Action::Resumed { case: Some("broken".into()), account: Box::new(named("Newer")) };
    let model = after(fresh(), [restored(Some(named("Older")), true), resumed]);
    assert_eq!((model.account_name(), model.case.as_str(), &model.keep), ("Newer", "broken", &Keep::Pending));
    assert!(model.left.is_empty());
}

#[test]
fn an_agreed_plan_remembers_the_ends_it_had() {
    let agreed = Action::Changed(Changed::SoleTyped {
        kind: RowKind::Engagement,
        field: "agreed".into(),
        text: "2026-12-01".into(),
    });
    let end = |text: &str| typed("plan.end", text);
    let ends = |model: &Model| model.account.rows.first().map_or("", |row| row.text("ends")).to_owned();
    let before = after(fresh(), [end("2026-12-10"), end("2026-12-11")]);
    assert!(before.account.rows.is_empty(), "what is not agreed yet may move");
    let moved = after(before, [agreed, end("2026-12-18"), end(""), end("2026-12-18")]);
    assert_eq!(ends(&moved), "2026-12-11", "what is emptied and typed again didn’t move");
    let moved = after(moved, [end(""), end("2026-12"), end("2026-12-23")]);
    assert_eq!(ends(&moved), "2026-12-11 2026-12-18");
    assert_eq!(ends(&after(moved, [end("2026-12-23"), end("2026-12-11")])), "2026-12-11 2026-12-18 2026-12-23");
}
