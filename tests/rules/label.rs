//! Between the profiles, and neither: rule 7.
use crate::table::{FRONT_OFFICE, SCALE_UP, fit};
use fitproof::domain::fit::Label;

const BETWEEN: &str = "between";
const NEITHER: &str = "neither";
const NONE: &str = "none";

/// The label; for a label, the nearer profile and what it is missing, in short.
fn check(given: &str, expected: &str, nearer: usize, missing: &[&str]) {
    let fit = fit(given);
    let (label, at, found) = match &fit.label {
        Label::None => (NONE, 0, vec![]),
        Label::Between { nearer, missing } => (BETWEEN, *nearer, missing.clone()),
        Label::Neither { nearer, missing } => (NEITHER, *nearer, missing.clone()),
    };
    assert_eq!(label, expected, "{given}: {:?}", fit.label);
    if label != NONE {
        let profile = ["scale-up", "front-office"][nearer];
        let wanted: Vec<String> = missing.iter().map(|short| format!("fit.{profile}.{short}")).collect();
        assert_eq!((at, found), (nearer, wanted), "{given}");
    }
}

#[test]
fn examples() {
    check("employees=30", BETWEEN, 0, &["employees"]);
    check("revenue=$300M", BETWEEN, 0, &["revenue"]);
    check("employees=1,000; revenue=$80M", NONE, 0, &[]);
    check("", NONE, 0, &[]);
}

#[test]
fn the_holes_are_named() {
    for (given, expected) in [
        // Revenue of $100M to below $500M.
        ("revenue=$99,999,999.99", NONE),
        ("revenue=$100M", BETWEEN),
        ("revenue=$120,000,000.01", BETWEEN),
        ("revenue=$450M", BETWEEN),
        ("revenue=$499,999,999.99", BETWEEN),
        ("revenue=$500M", NONE),
        ("revenue=$100M-$499.99M", BETWEEN),
        ("revenue=$99M-$499.99M", NONE),
        ("revenue=$100M-$500M", NONE),
        // Fewer than 50 employees.
        ("employees=49", BETWEEN),
        ("employees=50", NONE),
        ("employees=1-49", BETWEEN),
        ("employees=1-50", NONE),
        ("employees=999", NONE),
        ("employees=1,001", NONE),
        // 50 to 999 employees with $500M or more.
        ("employees=50; revenue=$500M", BETWEEN),
        ("employees=999; revenue=$500M", BETWEEN),
        ("employees=1,000; revenue=$500M", NONE),
        ("employees=500; revenue=$1bn", BETWEEN),
        ("employees=500; revenue=$40M", NONE),
        ("employees=500-999; revenue=$500M+", BETWEEN),
        ("employees=500-1,500; revenue=$500M", NONE),
        // More people than a scale-up, less revenue than a large company.
        ("employees=1,001; revenue=$99M", BETWEEN),
        ("employees=1,001; revenue=$499M", BETWEEN),
        ("employees=1,201; revenue=$99M", BETWEEN),
        // Growth, however slow, is no matter of size.
        ("growth=0; native=no", NONE),
    ] {
        let missing = fit(given);
        let is = matches!(missing.label, Label::Between { .. });
        assert_eq!(is, expected == BETWEEN, "{given}: {:?}", missing.label);
    }
}

#[test]
fn beside_the_tier_which_it_never_changes() {
    use fitproof::domain::fit::Standing;
    let between = fit(&format!("{SCALE_UP} revenue=$110M"));
    check(&format!("{SCALE_UP} revenue=$110M"), BETWEEN, 0, &["revenue"]);
    assert_eq!(between.profiles[0].low, 200 - 15);
    assert_eq!(between.profiles[0].standing, Standing::Tiered { low: 0, high: 0 });
    check(&format!("{FRONT_OFFICE} employees=900; revenue=$450M"), BETWEEN, 1, &["employees", "revenue"]);
    check(SCALE_UP, NONE, 0, &[]);
    check(FRONT_OFFICE, NONE, 0, &[]);
}

#[test]
fn neither_when_even_the_high_end_of_the_best_is_weak() {
    let nothing = "employees=20; before=20; revenue=$200M; model=none; native=no; departments=it; volume=10; \
                   pressure=no; cloud=no; prototyping=no; online=no; critical=no; drive=no";
    check(nothing, NEITHER, 0, &["revenue", "employees"]);
    // High end 100 − 25 − 15 − 15 = 45 points.
    check("growth=0; model=none; native=no", NEITHER, 0, &[]);
    // High end 100 − 25 − 15 = 60 points.
    check("growth=0; model=none", NONE, 0, &[]);
    // High end 100 − 20 − 15 − 15 = 50 points: possible, not weak.
    check("departments=it; volume=1; revenue=$1M", NONE, 1, &[]);
    check("departments=it; volume=1; revenue=$1M; drive=no", NEITHER, 1, &["revenue"]);
    // Nothing is known well enough to say neither.
    check("employees=30; growth=0", BETWEEN, 1, &["employees"]);
}

#[test]
fn the_nearer_profile_is_the_best_one() {
    check("employees=900; revenue=$450M", BETWEEN, 1, &["employees", "revenue"]);
    check("employees=1,100; revenue=$110M; growth=50", BETWEEN, 0, &["revenue", "employees"]);
    // 25 to 175 against 40 to 170: the front office is nearer.
    check("employees=1,100; revenue=$110M", BETWEEN, 1, &["revenue"]);
    check("employees=30; departments=sales; volume=5000; pressure=yes", BETWEEN, 1, &["employees"]);
}
