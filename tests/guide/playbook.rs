//! The part of the playbook for the guide: read strictly, with its sources, and what stands in where a playbook has none.
use super::START;
use fitproof::domain::guide::{Found, Seen, look};
use fitproof::domain::poc::Days;
use fitproof::domain::pov::{self, EventKind, Phase, Plan};
use fitproof::domain::row::{self, RowKind};
use fitproof::playbook::Playbook;
use fitproof::playbook::check::check;
use fitproof::playbook::data::{AuthorData, Basis, CheckKindData, PlanKindData, PlaybookData};
use fitproof::playbook::guide::{Guide, part};
use fitproof::playbook::packed::Closed;

const SHIPPED: &str = include_str!("../../playbooks/make-enterprise.json");

fn shipped() -> PlaybookData {
    serde_json::from_str(SHIPPED).expect("the shipped playbook has the right shape")
}

#[test]
fn it_is_packed_as_it_is_read() {
    let read = part(&shipped().guide).expect("there is one");
    assert_eq!(part(&Closed::Shipped), Some(read.clone()));
    assert_eq!(part(&Closed::close(&read)), Some(read));
    assert_eq!(part(&Closed::Absent), None);
}

#[test]
fn every_section_is_looked_at_for_something_and_judgement_is_said() {
    let (data, guide) = (shipped(), Guide::of(&shipped()));
    for section in &data.sections {
        assert!(guide.checks(&section.id).count() > 0, "{}", section.id);
        // What the customer writes is looked at for more than its length.
        let reads = guide.checks(&section.id).filter(|(_, check)| !check.is_of_plan()).count();
        assert!(section.author != AuthorData::Customer || reads >= 2, "{}", section.id);
    }
    let counted = guide.data.checks.iter().filter(|check| check.count > 0);
    for check in counted {
        assert_ne!(check.source.basis, Basis::Stated, "{}: no source gives a count", check.id);
    }
}

#[test]
fn a_text_of_each_section_can_keep_to_all_its_checks() {
    let guide = Guide::of(&shipped());
    let playbook = Playbook::embedded();
    let text = "Every day 80 orders are typed by hand in a temporary sandbox, not for production, because nobody else can\n\
        The team wants access to be used only until 2027-03-15 in this proof, otherwise we need more people weekly";
    let seen = Seen { text, plan: &Plan::default(), window: &playbook.window, people: &[], groups: &[] };
    let sections = shipped().sections;
    for (data, check) in sections.iter().flat_map(|section| guide.checks(&section.id)) {
        if !check.is_of_plan() {
            assert_eq!(look(&check, &seen), Found::Holds, "{}", data.id);
        }
    }
}

#[test]
fn the_steps_keep_the_clock_of_an_ideal_window() {
    let guide = Guide::of(&shipped());
    let window = Playbook::embedded().window;
    let mut all = Vec::new();
    row::add(&mut all, guide.steps(), None);
    assert!(
        all.iter()
            .all(|row| row.kind == RowKind::Event && row.fields.iter().all(|(field, _)| row.kind.shape().holds(field)))
    );
    // Whatever the weekday of the start: two weeks hold all that is executed.
    for moved in 0..5 {
        let start = START.plus(moved);
        let days = Days {
            start: Some(start),
            end: Some(start.plus(i32::try_from(window.ideal).expect("small"))),
            decision: None,
        };
        let (plan, problems) = pov::read(&all, days);
        assert_eq!(problems, []);
        // An end on a weekend is the window's own affair.
        let said = pov::check(&window, &plan, start.plus(-30));
        assert_eq!(said.into_iter().filter(|problem| problem.field != window.end).collect::<Vec<_>>(), []);
        assert!(plan.decision().is_some_and(|day| day < days.end.expect("set")), "decided before the end");
        assert!(
            [EventKind::Legal, EventKind::It].iter().all(|kind| plan.events.iter().any(|event| event.kind == *kind))
        );
        assert!(
            [Phase::Prepare, Phase::Execute, Phase::FollowUp]
                .iter()
                .all(|phase| plan.events.iter().any(|event| event.phase == *phase))
        );
    }
}

#[test]
fn each_kind_of_engagement_has_its_plan() {
    let (data, guide) = (shipped(), Guide::of(&shipped()));
    let plans: Vec<PlanKindData> = data.engagements.iter().map(|kind| guide.plan(&kind.id)).collect();
    assert_eq!(plans, [PlanKindData::SelfService, PlanKindData::GuidedTrial, PlanKindData::Proof]);
    assert_eq!(guide.plan("engagement.else"), PlanKindData::Proof);
}

#[test]
fn a_playbook_without_the_part_gets_what_fits_it_and_says_so() {
    let mut data = shipped();
    data.guide = Closed::Absent;
    let all = Guide::of(&data);
    data.sections.truncate(1);
    data.engagements.truncate(1);
    let few = Guide::of(&data);
    assert!(few.data.checks.len() < all.data.checks.len() && few.data.plans.len() == 1);
    for source in
        few.data.checks.iter().map(|check| &check.source).chain(few.data.deck.iter().map(|slide| &slide.source))
    {
        assert!(source.locator.ends_with("as this playbook has no guide"), "{}", source.locator);
    }
}

#[test]
fn faults_are_said_in_a_sentence() {
    let fault = |spoil: fn(&mut fitproof::playbook::data::GuideData)| {
        let mut data = shipped();
        let mut guide = part(&data.guide).expect("there is one");
        spoil(&mut guide);
        data.guide = Closed::close(&guide);
        check(&data)
    };
    assert_eq!(fault(|_| ()), Vec::<String>::new());
    let counted = |kind: CheckKindData| {
        matches!(kind, CheckKindData::LeastWords | CheckKindData::MostWords | CheckKindData::ShortLines)
    };
    for (found, words) in [
        (fault(|guide| guide.checks[0].section = "section.else".into()), "“section.else”, which doesn't exist"),
        (fault(|guide| guide.checks[0].count = 0), "needs a count of words"),
        (fault(|guide| guide.checks[0].count = 1_001), "needs a count of words"),
        (fault(|guide| guide.checks[1].words.clear()), "needs words"),
        (fault(|guide| guide.checks[0].words.push("x".into())), "needs words"),
        (fault(|guide| guide.checks[1].id = guide.checks[0].id.clone()), "is used twice"),
        (fault(|guide| guide.steps[0].after = -501), "more than 500 working days"),
        (fault(|guide| guide.plans[0].engagement = "engagement.else".into()), "“engagement.else”, which doesn't exist"),
        (fault(|guide| guide.plans[0].engagement = guide.plans[1].engagement.clone()), "has two plans"),
        (fault(|guide| guide.deck[0].text = "<b>bold</b>".into()), "holds HTML"),
        (fault(|guide| guide.wind_down[0].text = String::new()), "is empty"),
    ] {
        assert!(found.iter().any(|fault| fault.contains(words)), "{words}: {found:?}");
    }
    let guide = part(&shipped().guide).expect("there is one");
    assert!(
        counted(guide.checks[0].kind) && guide.checks[1].kind == CheckKindData::AnyOf,
        "as the cases above take them"
    );
    let far = fault(|guide| guide.steps[0].after = i64::MIN);
    assert!(far.iter().any(|fault| fault.contains("working days")), "packed and unpacked whole: {far:?}");
}
