//! Every bound of the table with its pair: the last value inside, the first outside.
use crate::table::{SCALE_UP, fit};
use fitproof::domain::criterion::Outcome::{self, Met, Missed, Near, Unknown};

/// The outcome of one criterion.
fn check(criterion: &str, given: &str, expected: Outcome) {
    let fit = fit(given);
    let finding = (fit.profiles.iter().flat_map(|profile| &profile.findings))
        .find(|finding| finding.criterion == format!("fit.{criterion}"))
        .unwrap_or_else(|| panic!("no criterion {criterion}"));
    assert_eq!(finding.outcome, expected, "{criterion} with {given}: {finding:?}");
}

#[test]
fn scale_up_growth() {
    for (given, expected) in [
        // 100 · (130 − 100) = 30 · 100.
        ("employees=130; before=100", Met),
        ("employees=129; before=100", Near),
        ("employees=120; before=100", Near),
        ("employees=119; before=100", Missed),
        ("employees=100; before=100", Missed),
        ("employees=99; before=100", Missed),
        ("employees=1; before=1000", Missed),
        ("employees=0; before=100", Missed),
        // 100 · 3 = 300 ≥ 30 · 10; with 9 employees 30 % is 2.7 people.
        ("employees=13; before=10", Met),
        ("employees=12; before=10", Near),
        ("employees=12; before=9", Met),
        ("employees=11; before=9", Near),
        ("employees=2; before=1", Met),
        ("employees=1,300,000; before=1,000,000", Met),
        ("employees=1,299,999; before=1,000,000", Near),
        ("employees=1,200,000; before=1,000,000", Near),
        ("employees=1,199,999; before=1,000,000", Missed),
        // 433.33 would be exactly 30 %.
        ("employees=434; before=333.", Unknown),
        ("employees=433; before=333", Met),
        ("employees=432; before=333", Near),
        ("growth=30", Met),
        ("growth=29.99", Near),
        ("growth=29.999999", Near),
        ("growth=20", Near),
        ("growth=19.99", Missed),
        ("growth=0", Missed),
        ("growth=-5", Missed),
        ("growth=-100", Missed),
        ("growth=1000", Met),
        ("", Unknown),
        ("employees=130", Unknown),
        ("before=100", Unknown),
        ("growth=30+", Met),
        ("growth=20-29.99", Near),
        ("growth=20-30", Unknown),
        ("growth=under 20", Missed),
        ("growth=under 30", Unknown),
        ("growth=25+", Unknown),
    ] {
        check("scale-up.growth", given, expected);
    }
}

#[test]
fn scale_up_size() {
    for (given, expected) in [
        ("employees=0", Missed),
        ("employees=39", Missed),
        ("employees=40", Near),
        ("employees=49", Near),
        ("employees=50", Met),
        ("employees=1,000", Met),
        ("employees=1,001", Near),
        ("employees=1,200", Near),
        ("employees=1,201", Missed),
        ("employees=1,000,000", Missed),
        ("", Unknown),
        ("employees=50-1,000", Met),
        ("employees=50-1,001", Unknown),
        ("employees=49-50", Unknown),
        ("employees=40-49", Near),
        ("employees=39-49", Unknown),
        ("employees=1,001-1,200", Near),
        ("employees=1,001-1,201", Unknown),
        ("employees=1,201+", Missed),
        ("employees=1,200+", Unknown),
        ("employees=under 40", Missed),
        ("employees=under 41", Unknown),
        ("employees=1-49", Unknown),
        // Near on both sides, but met between.
        ("employees=45-1,100", Unknown),
    ] {
        check("scale-up.employees", given, expected);
    }
    for (given, expected) in [
        ("revenue=$0", Met),
        ("revenue=$99,999,999.99", Met),
        ("revenue=$100M", Near),
        ("revenue=$100,000,000.01", Near),
        ("revenue=$120M", Near),
        ("revenue=$120,000,000.01", Missed),
        ("revenue=$1bn", Missed),
        ("", Unknown),
        ("revenue=under $100M", Met),
        ("revenue=up to $100M", Unknown),
        ("revenue=$100M-$120M", Near),
        ("revenue=$100M-$120,000,000.01", Unknown),
        ("revenue=over $120M", Missed),
        ("revenue=$120M+", Unknown),
        ("revenue=$99M-$101M", Unknown),
    ] {
        check("scale-up.revenue", given, expected);
    }
}

#[test]
fn front_office_size() {
    for (given, expected) in [
        ("employees=799", Missed),
        ("employees=800", Near),
        ("employees=999", Near),
        ("employees=1,000", Met),
        ("employees=1,000,000", Met),
        ("employees=0", Missed),
        ("", Unknown),
        ("employees=800-999", Near),
        ("employees=799-999", Unknown),
        ("employees=800-1,000", Unknown),
        ("employees=1,000+", Met),
        ("employees=999+", Unknown),
        ("employees=under 800", Missed),
        ("employees=500-999", Unknown),
    ] {
        check("front-office.employees", given, expected);
    }
    for (given, expected) in [
        ("revenue=$399,999,999.99", Missed),
        ("revenue=$400M", Near),
        ("revenue=$499,999,999.99", Near),
        ("revenue=$500M", Met),
        ("revenue=$1.9bn", Met),
        ("revenue=$0", Missed),
        ("", Unknown),
        ("revenue=$500M+", Met),
        ("revenue=$400M-$499.99M", Near),
        ("revenue=$400M-$500M", Unknown),
        ("revenue=$399M-$401M", Unknown),
        ("revenue=under $400M", Missed),
    ] {
        check("front-office.revenue", given, expected);
    }
    for (given, expected) in [
        ("volume=0", Missed),
        ("volume=199", Missed),
        ("volume=200", Near),
        ("volume=999", Near),
        ("volume=1,000", Met),
        ("volume=38k", Met),
        ("", Unknown),
        ("volume=200-999", Near),
        ("volume=0-199", Missed),
        ("volume=1,000+", Met),
        ("volume=199-200", Unknown),
        ("volume=999-1000", Unknown),
    ] {
        check("front-office.volume", given, expected);
    }
}

#[test]
fn choices() {
    for (given, expected) in [
        ("model=saas", Met),
        ("model=e-commerce", Met),
        ("model=saas, e-commerce", Met),
        ("model=saas, other-online", Met),
        ("model=other-online", Near),
        ("model=none", Missed),
        ("model=", Unknown),
        ("model=no such option", Unknown),
        ("", Unknown),
    ] {
        check("scale-up.online-product", given, expected);
    }
    for (given, expected) in [
        ("departments=marketing", Met),
        ("departments=sales", Met),
        ("departments=support", Met),
        ("departments=internal-startup", Met),
        ("departments=hr", Near),
        ("departments=hr, sales", Met),
        ("departments=hr, it", Near),
        ("departments=it", Missed),
        ("departments=finance", Missed),
        ("departments=operations", Missed),
        ("departments=other", Missed),
        ("departments=it, finance, operations, other", Missed),
        ("departments=", Unknown),
        ("", Unknown),
    ] {
        check("front-office.front-office", given, expected);
    }
}

#[test]
fn yes_and_no() {
    for (question, criterion) in [
        ("native", "scale-up.digital-native"),
        ("pressure", "front-office.pressure"),
        ("prototyping", "scale-up.prototyping"),
        ("prototyping", "front-office.prototyping"),
        ("online", "scale-up.online-presence"),
        ("online", "front-office.online-presence"),
        ("critical", "scale-up.critical-processes"),
        ("critical", "front-office.critical-processes"),
        ("drive", "scale-up.drive"),
        ("drive", "front-office.drive"),
        ("cloud", "scale-up.cloud-stack"),
        ("cloud", "front-office.cloud-stack"),
    ] {
        check(criterion, &format!("{question}=yes"), Met);
        check(criterion, &format!("{question}=no"), Missed);
        check(criterion, &format!("{question}=don't know"), Unknown);
        check(criterion, "", Unknown);
    }
}

#[test]
fn the_stack_proves_presence_and_absence_only_when_whole() {
    for (given, expected) in [
        ("stack=salesforce", Met),
        ("stack=hubspot, slack", Met),
        ("stack=greenhouse", Met),
        ("stack=slack", Unknown),
        ("stack=slack !", Missed),
        ("stack=salesforce !", Met),
        ("stack=", Unknown),
        ("stack=!", Unknown),
        ("stack=salesforce; cloud=no", Missed),
        ("stack=salesforce; cloud=don't know", Met),
        ("stack=slack !; cloud=yes", Met),
        ("stack=slack !; cloud=don't know", Missed),
        ("stack=slack; cloud=yes", Met),
    ] {
        check("scale-up.cloud-stack", given, expected);
        check("front-office.cloud-stack", given, expected);
    }
}

#[test]
fn one_answer_feeds_both_profiles() {
    check("scale-up.employees", &format!("{SCALE_UP} employees=1,000"), Met);
    check("front-office.employees", &format!("{SCALE_UP} employees=1,000"), Met);
    check("scale-up.revenue", "revenue=$300M", Missed);
    check("front-office.revenue", "revenue=$300M", Missed);
}
