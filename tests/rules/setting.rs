//! The figures a user may change: each moves something; what doesn't hold together is refused and named.
use crate::accounts::{account as generated, decisions};
use crate::table::{SCALE_UP, account};
use fitproof::domain::fit::Standing;
use fitproof::domain::table::Table;
use fitproof::playbook::Playbook;
use fitproof::playbook::settings::{Figure, Setting, apply, settings};
use fitproof::playbook::verdict::judge;

fn typed(changes: &[(&str, &str)]) -> Table<String> {
    changes.iter().map(|(id, text)| ((*id).to_owned(), (*text).to_owned())).collect()
}

fn shipped() -> Playbook {
    Playbook::embedded()
}

/// The fields that have a problem; without one, something must have changed.
fn check(changes: &[(&str, &str)], problems: &[&str]) -> Playbook {
    let shipped = shipped();
    let (changed, found) = apply(&shipped, &typed(changes));
    let fields: Vec<&str> = found.iter().map(|problem| &*problem.field).collect();
    assert_eq!(fields, problems, "{changes:?}: {found:?}");
    assert!(found.iter().all(|problem| !problem.hint.is_empty()), "{changes:?}");
    changed
}

/// Refused: named at this field, and the shipped rules stay.
fn check_refused(changes: &[(&str, &str)], field: &str) {
    let changed = check(changes, &[field]);
    assert_eq!(changed.data, shipped().data, "{changes:?}");
}

fn by_id(id: &str) -> Setting {
    let found = settings(&shipped()).into_iter().find(|setting| setting.id == id);
    found.unwrap_or_else(|| panic!("no setting {id}"))
}

#[test]
fn all_figures_of_the_table_can_be_changed() {
    for (id, value) in [
        ("fit.scale-up.growth.weight", 25),
        ("fit.scale-up.growth.met", 30),
        ("fit.scale-up.growth.near", 20),
        ("fit.scale-up.revenue.met", 100_000_000),
        ("fit.scale-up.revenue.near", 120_000_000),
        ("fit.scale-up.employees.met-from", 50),
        ("fit.scale-up.employees.met-to", 1_000),
        ("fit.scale-up.employees.near-from", 40),
        ("fit.scale-up.employees.near-to", 1_200),
        ("fit.scale-up.drive.weight", 4),
        ("fit.front-office.employees.met", 1_000),
        ("fit.front-office.employees.near", 800),
        ("fit.front-office.revenue.met", 500_000_000),
        ("fit.front-office.revenue.near", 400_000_000),
        ("fit.front-office.volume.met", 1_000),
        ("fit.front-office.volume.near", 200),
        ("tier.strong.from", 75),
        ("tier.possible.from", 50),
        ("tiers.least-coverage", 40),
        ("engagement.self-service.below", 10_000),
        ("engagement.pov.above", 100_000),
    ] {
        assert_eq!(by_id(id).shipped, value, "{id}");
    }
    let all = settings(&shipped());
    let mut ids: Vec<&str> = all.iter().map(|setting| &*setting.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all.len(), "ids are unique");
    assert!(!all.iter().any(|setting| setting.id == "tier.weak.from"), "the last tier begins at 0");
    assert_eq!(all.iter().filter(|setting| setting.figure == Figure::Weight).count(), 20);
}

#[test]
fn nothing_typed_changes_nothing() {
    assert_eq!(check(&[], &[]), shipped());
    assert_eq!(check(&[("fit.scale-up.growth.met", ""), ("tier.strong.from", " ")], &[]), shipped());
    assert_eq!(check(&[("no.such.setting", "5")], &[]), shipped());
    for setting in settings(&shipped()) {
        assert_eq!(check(&[(&setting.id, &setting.shipped.to_string())], &[]), shipped(), "{}", setting.id);
    }
}

#[test]
fn each_changes_something() {
    let shipped = shipped();
    let accounts: Vec<_> = (0..120).map(|number| generated(&shipped, number)).collect();
    let verdicts = |playbook: &Playbook| -> Vec<String> {
        accounts.iter().map(|account| decisions(&judge(playbook, account))).collect()
    };
    let before = verdicts(&shipped);
    for setting in settings(&shipped) {
        let id = setting.id.as_str();
        let pair = if setting.group == "front-office" { "fit.front-office" } else { "fit.scale-up" };
        let (other, moved) = if setting.rule.ends_with("employees") { ("revenue", 10) } else { ("employees", 4) };
        let changes: Vec<(String, i64)> = match setting.figure {
            Figure::Weight => {
                let other = format!("{pair}.{other}.weight");
                let gain = by_id(&other).shipped + moved;
                vec![(id.into(), setting.shipped - moved), (other, gain)]
            }
            Figure::Met if setting.rule.contains("revenue") && pair == "fit.scale-up" => {
                vec![(id.into(), setting.shipped / 10)]
            }
            Figure::Near if setting.rule.contains("revenue") && pair == "fit.scale-up" => {
                vec![(id.into(), setting.shipped * 10)]
            }
            Figure::MetFrom | Figure::NearTo => vec![(id.into(), setting.shipped * 8)],
            Figure::MetTo => vec![(id.into(), 500)],
            Figure::NearFrom => vec![(id.into(), 1)],
            Figure::Near => vec![(id.into(), 0)],
            Figure::Met => vec![(id.into(), setting.shipped * 20)],
            Figure::TierFrom => vec![(id.into(), setting.shipped + 10)],
            Figure::LeastCoverage => vec![(id.into(), 90)],
            Figure::Below | Figure::Above => vec![(id.into(), setting.shipped * 4)],
        };
        let texts: Vec<(String, String)> = changes.iter().map(|(id, value)| (id.clone(), value.to_string())).collect();
        let texts: Vec<(&str, &str)> = texts.iter().map(|(id, text)| (&**id, &**text)).collect();
        assert_ne!(verdicts(&check(&texts, &[])), before, "{texts:?} changes nothing");
    }
}

#[test]
fn a_changed_bound_counts_from_its_first_value() {
    let low = |changes: &[(&str, &str)], given: &str| judge(&check(changes, &[]), &account(given)).fit.profiles[0].low;
    let from_60 = [("fit.scale-up.employees.met-from", "60")];
    assert_eq!((low(&from_60, "employees=59"), low(&from_60, "employees=60")), (10, 20));
    let growth_40 = [("fit.scale-up.growth.met", "40")];
    assert_eq!((low(&growth_40, "growth=39.99"), low(&growth_40, "growth=40")), (25, 50));
    let weights = [("fit.scale-up.growth.weight", "30"), ("fit.scale-up.employees.weight", "5")];
    assert_eq!((low(&weights, "growth=40"), low(&weights, "employees=46")), (60, 5));
    let strong_90 = check(&[("tier.strong.from", "90")], &[]);
    let standing = judge(&strong_90, &account(&format!("{SCALE_UP} native=no"))).fit.profiles[0].standing;
    assert_eq!(standing, Standing::Tiered { low: 1, high: 1 }, "85 points");
    let separated = check(&[("fit.scale-up.revenue.met", "90,000,000")], &[]);
    assert_eq!(judge(&separated, &account("revenue=$95M")).fit.profiles[0].low, 15);
}

#[test]
fn weights_must_sum_to_a_hundred() {
    check_refused(&[("fit.scale-up.growth.weight", "24")], "scale-up.weights");
    check_refused(&[("fit.scale-up.growth.weight", "26")], "scale-up.weights");
    check_refused(&[("fit.scale-up.growth.weight", "0")], "scale-up.weights");
    check_refused(&[("fit.front-office.employees.weight", "21")], "front-office.weights");
    let swapped = [("fit.scale-up.growth.weight", "10"), ("fit.scale-up.employees.weight", "25")];
    assert_ne!(check(&swapped, &[]).profiles, shipped().profiles);
    // One profile's fault leaves the other's change alone.
    let other = [("fit.front-office.employees.weight", "25"), ("fit.front-office.pressure.weight", "5")];
    let both: Vec<_> = other.into_iter().chain([("fit.scale-up.growth.weight", "1")]).collect();
    let changed = check(&both, &["scale-up.weights"]);
    assert_eq!(changed.profiles[0], shipped().profiles[0]);
    assert_eq!(changed.profiles[1].criteria[0].weight, 25);
    // A bound beside a broken weight still changes.
    let changed =
        check(&[("fit.scale-up.growth.weight", "1"), ("fit.scale-up.growth.met", "40")], &["scale-up.weights"]);
    assert_eq!(judge(&changed, &account("growth=35")).fit.profiles[0].low, 25);
}

#[test]
fn near_lies_outside_met() {
    for (id, text, rule) in [
        ("fit.scale-up.growth.near", "31", "fit.scale-up.growth"),
        ("fit.scale-up.growth.met", "19", "fit.scale-up.growth"),
        ("fit.scale-up.revenue.near", "99999999", "fit.scale-up.revenue"),
        ("fit.scale-up.revenue.met", "120000001", "fit.scale-up.revenue"),
        ("fit.scale-up.employees.met-from", "1001", "fit.scale-up.employees"),
        ("fit.scale-up.employees.met-from", "39", "fit.scale-up.employees"),
        ("fit.scale-up.employees.met-to", "1201", "fit.scale-up.employees"),
        ("fit.scale-up.employees.met-to", "49", "fit.scale-up.employees"),
        ("fit.scale-up.employees.near-from", "51", "fit.scale-up.employees"),
        ("fit.scale-up.employees.near-to", "999", "fit.scale-up.employees"),
        ("fit.front-office.employees.near", "1001", "fit.front-office.employees"),
        ("fit.front-office.revenue.met", "399999999", "fit.front-office.revenue"),
        ("fit.front-office.volume.near", "1001", "fit.front-office.volume"),
    ] {
        check_refused(&[(id, text)], &format!("{rule}.met"));
    }
    for (id, text) in [
        ("fit.scale-up.growth.near", "30"),
        ("fit.scale-up.growth.met", "20"),
        ("fit.scale-up.revenue.near", "100000000"),
        ("fit.scale-up.employees.met-from", "40"),
        ("fit.scale-up.employees.met-from", "1000"),
        ("fit.scale-up.employees.met-to", "1200"),
        ("fit.front-office.employees.near", "1000"),
    ] {
        check(&[(id, text)], &[]);
    }
}

#[test]
fn tiers_and_deal_sizes_keep_their_order() {
    check_refused(&[("tier.strong.from", "50")], "tiers.order");
    check_refused(&[("tier.strong.from", "0")], "tiers.order");
    check_refused(&[("tier.possible.from", "75")], "tiers.order");
    check_refused(&[("tier.possible.from", "0")], "tiers.order");
    check(&[("tier.strong.from", "51")], &[]);
    check(&[("tier.strong.from", "100"), ("tier.possible.from", "99")], &[]);
    check_refused(&[("engagement.self-service.below", "100001")], "engagements.order");
    check_refused(&[("engagement.pov.above", "9999")], "engagements.order");
    check(&[("engagement.pov.above", "10000")], &[]);
    check(&[("engagement.self-service.below", "200000"), ("engagement.pov.above", "300000")], &[]);
}

#[test]
fn what_is_no_whole_number_is_refused() {
    for text in ["x", "1.5", "1,5x", "-1", "--", "1e3", "🙂", "99999999999999999999", "1000000000000001", "ten"] {
        check_refused(&[("fit.scale-up.revenue.met", text)], "fit.scale-up.revenue.met");
    }
    for text in ["101", "-1", "1000", "x", "25.5"] {
        for id in ["fit.scale-up.growth.weight", "tier.strong.from", "tiers.least-coverage"] {
            check_refused(&[(id, text)], id);
        }
    }
    for text in ["110000000", "110,000,000", "110 000 000", "110'000'000", " 110000000 ", "+110000000"] {
        let changed = check(&[("fit.scale-up.revenue.met", text)], &[]);
        assert_eq!(judge(&changed, &account("revenue=$109M")).fit.profiles[0].low, 30, "{text}");
    }
}
