//! Points, tiers, coverage and the best profile: rules 1 to 6.
use crate::table::{FRONT_OFFICE, SCALE_UP, answers, fit, profiles, tiers};
use fitproof::domain::criterion::{Criterion, Input, Outcome, Rule};
use fitproof::domain::fit::{Profile, Standing, Tiers, assess};

const STRONG: usize = 0;
const POSSIBLE: usize = 1;
const WEAK: usize = 2;

/// Low and high in half-points, and the coverage, of the scale-up (0) or the front office (1).
fn check(profile: usize, given: &str, low: u32, high: u32, coverage: u32) {
    let fit = &fit(given).profiles[profile];
    assert_eq!((fit.low, fit.high, fit.coverage), (low, high, coverage), "{given}");
    assert_eq!(fit.low, fit.findings.iter().map(|finding| finding.low).sum::<u32>(), "{given}");
    let enough = coverage >= 40;
    assert_eq!(fit.standing != Standing::Undecided, enough, "{given}: {:?}", fit.standing);
}

#[test]
fn weights_sum_to_a_hundred() {
    for profile in profiles() {
        assert_eq!(profile.criteria.iter().map(|criterion| criterion.weight).sum::<u32>(), 100, "{}", profile.id);
    }
}

#[test]
fn points_of_the_scale_up() {
    check(0, "", 0, 200, 0);
    check(0, SCALE_UP, 200, 200, 100);
    check(0, "employees=500", 2 * 10, 200, 10);
    check(0, "employees=45", 10, 200 - 10, 10);
    check(0, "employees=10", 0, 200 - 2 * 10, 10);
    check(0, "growth=30", 2 * 25, 200, 25);
    check(0, "growth=20", 25, 200 - 25, 25);
    check(0, "growth=0", 0, 200 - 2 * 25, 25);
    check(0, "revenue=$110M", 15, 200 - 15, 15);
    check(0, "model=other-online", 15, 200 - 15, 15);
    check(0, "native=no", 0, 200 - 2 * 15, 15);
    check(0, "drive=yes", 2 * 4, 200, 4);
    check(0, "cloud=no; prototyping=no; online=no; critical=no; drive=no", 0, 200 - 2 * 5 * 4, 20);
    check(0, "departments=sales; volume=9000; pressure=yes", 0, 200, 0);
    check(0, "employees=45; growth=20; revenue=$110M; model=other-online", 10 + 25 + 15 + 15, 200 - 65, 65);
}

#[test]
fn points_of_the_front_office() {
    check(1, "", 0, 200, 0);
    check(1, FRONT_OFFICE, 200, 200, 100);
    check(1, "employees=900", 20, 200 - 20, 20);
    check(1, "employees=1000", 2 * 20, 200, 20);
    check(1, "employees=10", 0, 200 - 2 * 20, 20);
    check(1, "departments=hr", 20, 200 - 20, 20);
    check(1, "revenue=$450M", 15, 200 - 15, 15);
    check(1, "volume=500", 15, 200 - 15, 15);
    check(1, "pressure=no", 0, 200 - 2 * 10, 10);
    check(1, "native=yes; growth=90; model=saas", 0, 200, 0);
}

#[test]
fn bands_give_the_least_and_the_most() {
    // Missed or near: 0 to 10; all three: 0 to 20; near or met: 10 to 20.
    check(0, "employees=under 50", 0, 200 - 10, 0);
    check(0, "employees=1-500", 0, 200, 0);
    check(0, "employees=40-500", 10, 200, 0);
    check(0, "employees=1,100+", 0, 200 - 10, 0);
    check(0, "growth=20-40", 25, 200, 0);
    check(0, "growth=under 30", 0, 200 - 25, 0);
    check(1, "employees=500-999", 0, 200 - 20, 0);
    check(1, "employees=800+", 20, 200, 0);
    check(1, "revenue=$400M+", 15, 200, 0);
    // A band that agrees with itself is as good as a number.
    check(0, "employees=50-1,000", 2 * 10, 200, 10);
    check(1, "employees=5,000+", 2 * 20, 200, 20);
    // Several at once.
    check(0, "employees=100-150; before=100; revenue=$90M-$110M", 2 * 10 + 15, 200, 10);
    check(0, "employees=120-150; before=100; revenue=$90M-$110M", 2 * 10 + 25 + 15, 200, 10);
}

/// The tiers of the low and the high end.
fn check_tier(given: &str, low: usize, high: usize) {
    assert_eq!(fit(given).profiles[0].standing, Standing::Tiered { low, high }, "{given}");
}

#[test]
fn tiers_of_both_ends() {
    check_tier(SCALE_UP, STRONG, STRONG);
    // 25 + 15 + 15 + 15 + 10 = 80 points known, 20 open.
    check_tier("employees=500; before=300; revenue=$40M; model=saas; native=yes", STRONG, STRONG);
    // 65 to 85 and 50 to 90: the low end names, the high end is what could be.
    check_tier("employees=500; before=300; revenue=$40M; model=saas; native=no", POSSIBLE, STRONG);
    check_tier("growth=30; model=saas; employees=500", POSSIBLE, STRONG);
    // 25 + 15 = 40 of 40 known.
    check_tier("growth=30; model=saas", WEAK, STRONG);
    check_tier("growth=0; model=none; native=no", WEAK, WEAK);
    check_tier("growth=0; model=none", WEAK, POSSIBLE);
    // High end 100 − 25 = 75 exactly.
    check_tier("growth=0; revenue=$1M", WEAK, STRONG);
    check_tier("growth=0; revenue=$110M", WEAK, POSSIBLE);
}

#[test]
fn tiers_begin_on_their_bound() {
    for (points, tier) in [(0, WEAK), (99, WEAK), (100, POSSIBLE), (149, POSSIBLE), (150, STRONG), (200, STRONG)] {
        assert_eq!(tiers().tier(points), tier, "{points} half-points");
    }
    assert_eq!(tiers().lowest(), WEAK);
}

#[test]
fn below_forty_no_tier_is_named() {
    for (given, coverage) in [
        ("growth=30; employees=500; drive=yes", 25 + 10 + 4),
        ("growth=30; model=saas", 25 + 15),
        ("revenue=$1M; employees=500; cloud=yes; prototyping=yes; online=yes", 15 + 10 + 3 * 4),
        ("revenue=$1M; employees=500; cloud=yes; prototyping=yes; online=don't know", 15 + 10 + 2 * 4),
        ("growth=20-40; model=saas; revenue=$1M", 15 + 15),
    ] {
        let fit = &fit(given).profiles[0];
        assert_eq!(fit.coverage, coverage, "{given}");
        assert_eq!(fit.standing == Standing::Undecided, coverage < 40, "{given}");
    }
}

fn check_best(given: &str, expected: Option<usize>) {
    let fit = fit(given);
    let ends: Vec<_> = fit.profiles.iter().map(|fit| (fit.low, fit.high, fit.coverage)).collect();
    assert_eq!(fit.best, expected, "{given}: {ends:?}");
}

#[test]
fn the_best_profile() {
    check_best("", None);
    check_best("employees=500", None);
    check_best(SCALE_UP, Some(0));
    check_best(FRONT_OFFICE, Some(1));
    // All of both: 200 + 200 each but for A's employees; 1,000 suits both, revenue can't.
    check_best(
        &format!("{SCALE_UP} departments=sales; volume=9000; pressure=yes; employees=1000; before=700"),
        Some(0),
    );
    check_best(&format!("{FRONT_OFFICE} growth=90; model=saas; native=yes"), Some(1));
    // Only one has enough coverage, however good the other might be.
    check_best("growth=0; model=none; native=no", Some(0));
    check_best("departments=it; volume=1; pressure=no", Some(1));
    check_best("growth=0; model=none; native=no; departments=sales", Some(0));
}

/// A profile of yes-or-no criteria, and its questions named `{id}{at}`.
fn yes_no(id: &str, weights: &[u32]) -> Profile {
    let criterion = |(at, weight): (usize, &u32)| Criterion {
        id: format!("{id}{at}"),
        question: format!("{id}{at}"),
        weight: *weight,
        input: Input::Answer(format!("{id}{at}")),
        rule: Rule::YesNo,
    };
    Profile { id: id.into(), criteria: weights.iter().enumerate().map(criterion).collect(), size: vec![] }
}

#[test]
fn ties_go_to_the_greater_low_end_then_to_the_order() {
    use fitproof::domain::answer::{Answer, Answers};
    let profiles = [yes_no("a", &[50, 50]), yes_no("b", &[50, 50])];
    let tiers = Tiers { from: vec![150, 100, 0], least_coverage: 40 };
    let best = |said: &[(&str, bool)]| {
        let mut answers = Answers::default();
        for (question, said) in said {
            answers.set(question, Answer::Said(*said));
        }
        assess(&profiles, &tiers, &answers).best
    };
    assert_eq!(best(&[("a0", true), ("b0", true)]), Some(0), "a full tie: the order");
    assert_eq!(best(&[("a0", true), ("a1", false), ("b0", true)]), Some(1), "200 against 300");
    // a: 100 + 100; b: 0 + 200 would tie, but needs coverage: a known no of 50 leaves 0 to 100.
    assert_eq!(best(&[("a0", false), ("b0", true), ("b1", false)]), Some(1), "0 + 100 against 100 + 100");
    let three = [yes_no("a", &[40, 30, 30]), yes_no("b", &[40, 20, 40])];
    let mut answers = Answers::default();
    // a: 80 known no: 0 to 120. b: yes 20·2, no 40·2: 40 to 40 + 80 = 120 less the no; low + high 120 each.
    for (question, said) in [("a0", false), ("b0", true), ("b1", false), ("b2", false)] {
        answers.set(question, Answer::Said(said));
    }
    let fit = assess(&three, &tiers, &answers);
    let sums: Vec<(u32, u32)> = fit.profiles.iter().map(|fit| (fit.low, fit.high)).collect();
    assert_eq!(sums, [(0, 120), (80, 80)]);
    assert_eq!(fit.best, Some(1), "160 against 120");
    let level = [yes_no("a", &[40, 60]), yes_no("b", &[60, 40])];
    let mut answers = Answers::default();
    for (question, said) in [("a0", false), ("b0", true), ("b1", false)] {
        answers.set(question, Answer::Said(said));
    }
    // a: 0 to 120; b: 120 to 120. Then with b's high end cut: both sum to 120 only if b is 60 to 60.
    assert_eq!(assess(&level, &tiers, &answers).best, Some(1));
    let level = [yes_no("a", &[40, 60]), yes_no("b", &[30, 70])];
    let fit = assess(&level, &tiers, &answers);
    let sums: Vec<(u32, u32)> = fit.profiles.iter().map(|fit| (fit.low, fit.high)).collect();
    assert_eq!(sums, [(0, 120), (60, 60)]);
    assert_eq!(fit.best, Some(1), "120 each: the greater low end wins over the order");
}

#[test]
fn an_odd_weight_has_a_whole_near() {
    let near = answers("growth=25; revenue=$110M; model=other-online");
    let fit = assess(&profiles(), &tiers(), &near);
    let points: Vec<u32> = fit.profiles[0].findings.iter().take(3).map(|finding| finding.low).collect();
    assert_eq!(points, [25, 15, 15]);
    assert!(fit.profiles[0].findings.iter().take(3).all(|finding| finding.outcome == Outcome::Near));
}
