//! The playbook that ships says what the course says, each rule with its source.
use fitproof::app::{Model, Start};
use fitproof::domain::date::Day;
use fitproof::domain::fit::Label;
use fitproof::playbook::Playbook;
use fitproof::playbook::check::check;
use fitproof::playbook::data::{PlaybookData, RuleData};
use fitproof::playbook::library;
use fitproof::playbook::packed::Closed;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

#[path = "playbook/faults.rs"]
mod faults;
#[path = "playbook/plan.rs"]
mod plan;
#[path = "playbook/references.rs"]
mod references;
#[path = "playbook/shape.rs"]
mod shape;
#[path = "playbook/use_cases.rs"]
mod use_cases;
#[path = "playbook/value.rs"]
mod value_faults;

const SHIPPED: &str = include_str!("../playbooks/make-enterprise.json");

fn shipped() -> PlaybookData {
    serde_json::from_str(SHIPPED).expect("the shipped playbook has the right shape")
}

fn value() -> Value {
    serde_json::from_str(SHIPPED).expect("the shipped playbook is JSON")
}

#[test]
fn it_is_read_without_a_fault() {
    assert_eq!(check(&shipped()), Vec::<String>::new());
    let mut read = Playbook::read(SHIPPED).expect("no fault");
    assert_eq!(library::part(&read.data.value), library::part(&Closed::Shipped));
    (read.data.value, read.data.guide) = (Closed::Shipped, Closed::Shipped);
    assert_eq!(read, Playbook::embedded());
}

fn children(value: &Value) -> Box<dyn Iterator<Item = (String, &Value)> + '_> {
    match value {
        Value::Object(object) => Box::new(object.iter().map(|(key, child)| (key.clone(), child))),
        Value::Array(list) => Box::new(list.iter().enumerate().map(|(at, child)| (at.to_string(), child))),
        _ => Box::new(std::iter::empty()),
    }
}

#[test]
fn weights_bounds_and_near_bands_are_those_of_the_course() {
    let number = |met: i64, near: i64| RuleData::AtLeast { met, near: Some(near) };
    let any = |met: &[&str], near: &[&str]| RuleData::AnyOf {
        met: met.iter().map(|option| (*option).to_owned()).collect(),
        near: near.iter().map(|option| (*option).to_owned()).collect(),
    };
    let million = 1_000_000;
    let expected = [
        ("fit.scale-up.growth", 25, number(30, 20)),
        ("fit.scale-up.online-product", 15, any(&["saas", "e-commerce"], &["other-online"])),
        ("fit.scale-up.revenue", 15, RuleData::Below { met: 100 * million, near: Some(120 * million) }),
        ("fit.scale-up.digital-native", 15, RuleData::YesNo),
        ("fit.scale-up.employees", 10, RuleData::Within { met: [50, 1_000], near: Some([40, 1_200]) }),
        ("fit.scale-up.cloud-stack", 4, RuleData::YesNo),
        ("fit.scale-up.prototyping", 4, RuleData::YesNo),
        ("fit.scale-up.online-presence", 4, RuleData::YesNo),
        ("fit.scale-up.critical-processes", 4, RuleData::YesNo),
        ("fit.scale-up.drive", 4, RuleData::YesNo),
        ("fit.front-office.employees", 20, number(1_000, 800)),
        ("fit.front-office.front-office", 20, any(&["marketing", "sales", "support", "internal-startup"], &["hr"])),
        ("fit.front-office.revenue", 15, number(500 * million, 400 * million)),
        ("fit.front-office.volume", 15, number(1_000, 200)),
        ("fit.front-office.pressure", 10, RuleData::YesNo),
        ("fit.front-office.cloud-stack", 4, RuleData::YesNo),
        ("fit.front-office.prototyping", 4, RuleData::YesNo),
        ("fit.front-office.online-presence", 4, RuleData::YesNo),
        ("fit.front-office.critical-processes", 4, RuleData::YesNo),
        ("fit.front-office.drive", 4, RuleData::YesNo),
    ];
    let data = shipped();
    let criteria = data.profiles.iter().flat_map(|profile| &profile.criteria);
    let found: Vec<_> = criteria.map(|own| (own.id.as_str(), own.weight, own.rule.clone())).collect();
    assert_eq!(found, expected);
    for profile in &data.profiles {
        assert_eq!(profile.criteria.iter().map(|criterion| criterion.weight).sum::<u32>(), 100, "{}", profile.id);
        assert_eq!(profile.size, ["employees", "revenue"].map(|part| format!("fit.{}.{part}", profile.id)));
    }
}

#[test]
fn tiers_engagements_and_window_are_those_of_the_course() {
    let data = shipped();
    let tiers: Vec<_> = data.tiers.levels.iter().map(|tier| (tier.id.as_str(), tier.from)).collect();
    assert_eq!(tiers, [("strong", 75), ("possible", 50), ("weak", 0)]);
    assert_eq!(data.tiers.least_coverage, 40);
    let kinds: Vec<_> = data.engagements.iter().map(|kind| (kind.id.as_str(), kind.below, kind.above)).collect();
    let expected = [
        ("engagement.self-service", Some(10_000), None),
        ("engagement.guided-trial", None, None),
        ("engagement.pov", None, Some(100_000)),
    ];
    assert_eq!(kinds, expected);
    let pov = &data.engagements[2];
    assert_eq!((pov.said.as_deref(), pov.wants_fit, pov.gated), (Some("deal.oem"), true, true));
    assert_eq!((data.window.ideal, data.window.most, data.window.grace), (14, 28, 5));
}

#[test]
fn the_lists_are_whole_and_in_order() {
    let data = shipped();
    let ids = |ids: Vec<&String>, prefix: &str, expected: &str| {
        let expected: Vec<String> = expected.split(' ').map(|id| format!("{prefix}.{id}")).collect();
        assert_eq!(ids, expected.iter().collect::<Vec<_>>());
    };
    ids(data.roles.iter().map(|role| &role.id).collect(), "role", "security procurement decision-maker champion");
    ids(
        data.personas.iter().map(|persona| &persona.id).collect(),
        "persona",
        "coo cto cdo cpo cio ceo champion procurement security",
    );
    ids(
        data.groups.iter().map(|group| &group.id).collect(),
        "group",
        "executives middle-managers participants decision-makers",
    );
    ids(data.preconditions.iter().map(|gate| &gate.id).collect(), "precondition", "discovery success");
    ids(
        data.gates.iter().map(|gate| &gate.id).collect(),
        "gate",
        "size-and-type champion processes stakeholders value pain technical-fit",
    );
    ids(
        data.sections.iter().map(|section| &section.id).collect(),
        "section",
        "current-state future-state business-imperatives gap outcomes proposed-solution scope success-criteria \
         technical-requirements assumptions timeline roles sequence closure",
    );
    ids(
        data.approvals.iter().map(|approval| &approval.id).collect(),
        "approval",
        "window success-criteria recommend channel buying-process legal-it decision-meeting",
    );
    let discovery: Vec<bool> = data.sections.iter().map(|section| section.discovery.is_some()).collect();
    assert_eq!(discovery, (0..14).map(|at| at < 4).collect::<Vec<_>>(), "a discovery question for the first four");
}

#[test]
fn the_thirty_second_mode_is_the_fixed_set() {
    let quick: Vec<String> =
        shipped().questions.into_iter().filter(|question| question.quick).map(|question| question.id).collect();
    let expected = "account.employees account.employees-before account.growth account.revenue account.business-model \
                    deal.departments deal.transactions deal.size deal.oem";
    assert_eq!(quick, expected.split_whitespace().collect::<Vec<_>>());
}

#[test]
fn named_apps_prove_a_cloud_stack_or_need_enterprise() {
    let data = shipped();
    let cloud: BTreeSet<&str> = data.apps.iter().filter(|app| app.cloud).map(|app| app.id.as_str()).collect();
    let enterprise: BTreeSet<&str> =
        data.apps.iter().filter(|app| app.enterprise_only).map(|app| app.id.as_str()).collect();
    let set = |ids: &'static str| ids.split_whitespace().collect::<BTreeSet<_>>();
    assert_eq!(cloud, set("salesforce hubspot workday marketo servicenow zendesk monday greenhouse"));
    assert_eq!(
        enterprise,
        set(
            "greenhouse coupa sap-s4hana active-directory uipath infor-m3 automation-anywhere servicenow workday mulesoft \
             outreach power-automate"
        )
    );
    assert!(data.apps.len() - cloud.union(&enterprise).count() >= 40, "enough common apps to type ahead");
    let names: BTreeSet<String> = data.apps.iter().map(|app| app.name.to_lowercase()).collect();
    assert_eq!(names.len(), data.apps.len(), "two apps of one name can't be told apart");
}

#[test]
fn every_rule_has_a_source_and_every_judgement_says_so() {
    let mut bases: BTreeMap<String, usize> = BTreeMap::new();
    fn walk(value: &Value, place: &str, bases: &mut BTreeMap<String, usize>) {
        // Only names stand without a source: options, tiers under that of all tiers, what a process consists of under
        // the process's two, invented accounts, the file.
        let parts = [
            "/options/",
            "/levels/",
            "/archetypes/",
            "/process/roles/",
            "/lanes/",
            "/process/before/",
            "/process/after/",
        ];
        let bare = place.is_empty() || parts.iter().any(|part| place.contains(part));
        if value.get("id").is_some() && !bare {
            assert!(value["source"].is_object(), "{place} has no source");
        }
        if let Some(basis) = value.get("basis").and_then(Value::as_str) {
            let (title, locator) = (value["title"].as_str().unwrap_or(""), value["locator"].as_str().unwrap_or(""));
            assert_eq!(basis == "judgement", title == "our judgement", "{place}");
            let copied = locator.ends_with("(read in a public third-party copy, 2025-07)");
            assert_eq!(copied, title == "Make partner course", "{place}");
            *bases.entry(title.to_owned()).or_default() += 1;
        }
        children(value).for_each(|(key, child)| walk(child, &format!("{place}/{key}"), bases));
    }
    walk(&value(), "", &mut bases);
    let titles: Vec<&str> = bases.keys().map(String::as_str).collect();
    let expected = [
        "Forrester, Total Economic Impact",
        "Make partner course",
        "Make partner course, “Enterprise customers”",
        "Make partner course, “Make Enterprise ICP”",
        "Make partner course, “Use cases, PoC and PoV”",
        "Make’s pricing, as reported by a third party",
        "our judgement",
    ];
    assert_eq!(titles, expected);
}

#[test]
fn the_wording_is_calm_and_short() {
    fn walk(value: &Value, place: &str) {
        if let Some(text) = value.as_str() {
            assert!(!text.contains('!') && !text.contains("  ") && text == text.trim(), "{place}: {text}");
            assert!(text.chars().count() <= 400, "{place} is long: {text}");
        }
        children(value).for_each(|(key, child)| walk(child, &format!("{place}/{key}")));
    }
    walk(&value(), "");
}

#[test]
fn low_fit_never_sends_an_enterprise_app_to_the_online_plans() {
    for advice in shipped().advice {
        assert!(advice.text.contains("online plans"), "{}", advice.text);
        assert!(!advice.enterprise_app.contains("online plans"), "{}", advice.enterprise_app);
    }
}

#[test]
fn examples_are_what_they_are_called() {
    let is = |id: &str, best: usize, score: [u32; 2], tier: &str, between: bool, engagement: &str| {
        let start =
            Start { today: Day::parse("2026-11-23").expect("a day"), chance: String::new(), example: Some(id.into()) };
        let playbook = Playbook::embedded();
        let verdict = Model::new(playbook.clone(), start).verdict;
        assert_eq!(verdict.fit.best, Some(best), "{id}");
        let fit = &verdict.fit.profiles[best];
        assert_eq!([fit.low, fit.high], score, "{id}");
        let from = playbook.data.tiers.levels.iter().find(|level| 2 * level.from <= fit.low);
        assert_eq!(from.map(|level| level.id.as_str()), Some(tier), "{id}");
        assert_eq!(matches!(verdict.fit.label, Label::Between { .. }), between, "{id}");
        assert_eq!(verdict.engagement.settled(), Some(engagement), "{id}");
    };
    // Revenue 15, digitally native 15 and drive 4 stay open, to show what an interval is.
    is("archetype.scale-up", 0, [2 * (100 - 15 - 15 - 4), 2 * 100], "possible", false, "engagement.guided-trial");
    is("archetype.front-office", 1, [2 * 96, 2 * 96], "strong", false, "engagement.pov");
    is("archetype.between", 0, [129, 129], "possible", true, "engagement.self-service");
}
