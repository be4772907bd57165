//! The next best question: rule 8.
use crate::table::{FRONT_OFFICE, SCALE_UP, answers, id, order, profiles, tiers};
use fitproof::domain::fit::assess;
use fitproof::domain::next::next_questions;

/// The first questions to ask with what hangs on each, in half-points.
fn check(given: &str, expected: &[(&str, u32)]) {
    let answers = answers(given);
    let fit = assess(&profiles(), &tiers(), &answers);
    let next = next_questions(&profiles(), &fit, &order(), &answers);
    let found: Vec<(String, u32)> =
        next.iter().take(expected.len()).map(|next| (next.question.clone(), next.gain)).collect();
    let expected: Vec<(String, u32)> = expected.iter().map(|(short, gain)| (id(short), *gain)).collect();
    assert_eq!(found, expected, "{given}");
    assert!(next.windows(2).all(|pair| pair[0].gain >= pair[1].gain), "{given}: out of order");
    assert!(next.iter().all(|next| next.gain > 0), "{given}: a question that moves nothing");
}

/// How many questions are worth asking.
fn check_count(given: &str, expected: usize) {
    let answers = answers(given);
    let fit = assess(&profiles(), &tiers(), &answers);
    let next = next_questions(&profiles(), &fit, &order(), &answers);
    let names: Vec<&str> = next.iter().map(|next| &*next.question).collect();
    assert_eq!(names.len(), expected, "{given}: {names:?}");
}

#[test]
fn all_open() {
    check(
        "",
        &[
            ("employees", 2 * (10 + 20)),
            ("revenue", 2 * (15 + 15)),
            ("before", 2 * 25),
            ("departments", 2 * 20),
            ("model", 2 * 15),
            ("native", 2 * 15),
            ("volume", 2 * 15),
            ("pressure", 2 * 10),
            ("cloud", 2 * (4 + 4)),
            ("prototyping", 2 * (4 + 4)),
            ("online", 2 * (4 + 4)),
            ("critical", 2 * (4 + 4)),
            ("drive", 2 * (4 + 4)),
        ],
    );
    check_count("", 13);
}

#[test]
fn what_is_known_is_not_asked() {
    check("employees=500", &[("revenue", 60), ("before", 50), ("departments", 40)]);
    check("employees=500; revenue=$40M", &[("before", 50), ("departments", 40)]);
    check_count("employees=500; revenue=$40M", 11);
    check_count(SCALE_UP, 0);
    check_count(&format!("{SCALE_UP} {FRONT_OFFICE} employees=5000; before=5000; departments=sales"), 0);
}

#[test]
fn a_band_leaves_what_it_leaves() {
    // 500 to 999: met for the scale-up, missed or near for the front office.
    check(
        "employees=500-999; revenue=$40M; departments=sales; model=saas; native=yes; volume=5",
        &[("before", 2 * 25), ("employees", 20), ("pressure", 2 * 10)],
    );
    // 40 to 60: near or met, and missed for the other.
    check(
        "employees=40-60; revenue=$1M; growth=50; model=saas; native=yes; departments=it; volume=1; pressure=no",
        &[("cloud", 2 * 4), ("prototyping", 2 * 4), ("online", 2 * 4), ("critical", 2 * 4), ("drive", 2 * 4)][..0],
    );
}

#[test]
fn a_profile_that_can_no_longer_win_asks_nothing() {
    // The front office can reach 200 − 2·20 − 2·15 − 2·20 − 2·15 = 60 at most, the scale-up has 70·2 already.
    let given = "employees=500; revenue=$40M; growth=50; model=saas; departments=it; volume=1";
    check(given, &[("native", 2 * 15), ("cloud", 2 * 4), ("prototyping", 2 * 4)]);
    check_count(given, 6);
    // On a level it still can: high end 130 = 2 · 65 low of the other.
    let level = "employees=500; before=300; revenue=$40M; model=saas";
    check(level, &[("departments", 2 * 20), ("native", 2 * 15), ("volume", 2 * 15), ("pressure", 2 * 10)]);
}

#[test]
fn growth_asks_for_what_it_waits_for() {
    check("", &[("employees", 60), ("revenue", 60), ("before", 50)]);
    // Last year's headcount is there: today's settles growth too.
    check("before=100", &[("employees", 2 * (10 + 20 + 25)), ("revenue", 60), ("departments", 40)]);
    check("before=100; growth=40", &[("employees", 60), ("revenue", 60)]);
    check("before=50-100; employees=110; revenue=$1M", &[("before", 50), ("departments", 40)]);
    // 100 · (120 − 100) / 100 = 20 at least, 140 at most.
    check("before=50-100; employees=120; revenue=$1M", &[("departments", 40), ("model", 30)]);
    check("employees=110-140; before=100; revenue=$1M", &[("employees", 2 * 25), ("departments", 40)]);
    check(
        "employees=120-140; before=100; revenue=$1M; departments=sales",
        &[("model", 30), ("native", 30), ("volume", 30), ("employees", 25)],
    );
    // Growth that can't be told is not asked for.
    check("before=0", &[("employees", 60), ("revenue", 60), ("departments", 40)]);
    check("young=yes", &[("employees", 60), ("revenue", 60), ("departments", 40)]);
    check_count("young=yes", 12);
}

#[test]
fn ties_keep_the_order_of_the_form() {
    check(
        "employees=500; revenue=$40M; growth=50; departments=sales",
        &[("model", 30), ("native", 30), ("volume", 30), ("pressure", 20), ("cloud", 16), ("prototyping", 16)],
    );
    check("cloud=don't know", &[("employees", 60), ("revenue", 60)]);
}
