//! Hours that are counted twice, and benefits that are too many.
use crate::sample::{model, read};
use fitproof::domain::value::result;
use fitproof::domain::value::warning::warnings;

fn fields(lines: &[&str]) -> Vec<String> {
    let model = model(lines);
    warnings(&read(lines).0, &model, &result::likely(&model)).into_iter().map(|problem| problem.field).collect()
}

const START: [&str; 3] =
    ["process name=Invoices volume=900", "step@1 side=before minutes=30", "cost type=run amount=10"];

fn with(rest: &[&str]) -> Vec<String> {
    fields(&[&START[..], rest].concat())
}

#[test]
fn the_same_hours_are_noticed() {
    let time = "benefit driver=time process=1 hourly-cost=50 use-case=invoices";
    let own = "benefit driver=time volume=9 minutes=9 automated=90 hourly-cost=50 use-case=invoices";
    let cases: [(&str, Vec<&str>, &[&str]); 10] = [
        ("one alone", vec![time], &[]),
        ("two on one process", vec![time, "benefit driver=time process=1 hourly-cost=50"], &["row.5.process"]),
        ("two on one use case", vec![time, own], &["row.5.use-case"]),
        (
            "two on nothing",
            vec![
                "benefit driver=time volume=9 minutes=900 automated=90 hourly-cost=50",
                "benefit driver=time volume=9 minutes=900 automated=90 hourly-cost=50",
            ],
            &[],
        ),
        (
            "hires beside hours",
            vec![time, "benefit driver=hires process=1 hires=1 yearly-cost=50k"],
            &["row.5.process"],
        ),
        (
            "hours beside hires",
            vec!["benefit driver=hires process=1 hires=1 yearly-cost=50k", time],
            &["row.5.process"],
        ),
        ("hires elsewhere", vec![time, "benefit driver=hires hires=1 yearly-cost=50k"], &[]),
        ("not counted", vec![time, "benefit driver=time process=1 hourly-cost=50 counted=no"], &[]),
        (
            "fixing errors takes hours",
            vec![time, "benefit driver=errors process=1 error-rate=5 avoided=50 fix-minutes=20 hourly-cost=50"],
            &["row.5.process"],
        ),
        (
            "errors for money alone",
            vec![time, "benefit driver=errors process=1 error-rate=5 avoided=50 error-cost=20"],
            &[],
        ),
    ];
    for (name, rest, expected) in cases {
        assert_eq!(with(&rest), expected, "{name}");
    }
}

#[test]
fn more_than_five_benefits_want_a_reason() {
    let tool = "benefit driver=tools yearly-cost=10";
    let cost = "cost type=run amount=1";
    let six = [cost, tool, tool, tool, tool, tool, tool];
    assert_eq!(fields(&six), ["plan.reason"]);
    assert_eq!(fields(&six[..6]), Vec::<String>::new());
    let reason = [&["plan reason=six_tools_go"][..], &six[..]].concat();
    assert_eq!(fields(&reason), Vec::<String>::new());
    let left_out = [&six[..6], &["benefit driver=tools yearly-cost=10 counted=no"][..]].concat();
    assert_eq!(fields(&left_out), Vec::<String>::new());
}

#[test]
fn a_process_keeps_other_ways_to_say_hours_out() {
    let both = "benefit driver=time process=1 hourly-cost=50 automated=70 minutes=9";
    let (plan, problems) = read(&[&START[..], &[both][..]].concat());
    let fields: Vec<&str> = problems.iter().map(|problem| problem.field.as_str()).collect();
    assert_eq!(fields, ["row.4.minutes", "row.4.automated"]);
    assert!(plan.benefits[0].inputs.is_empty());
}
