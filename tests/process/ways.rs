//! How often a run comes to each step; what can't be is told at its field.
use crate::rows::{branch, process, start, step};
use fitproof::domain::problem::{Problem, Severity};
use fitproof::domain::process::{Flow, How};
use fitproof::domain::row::Rows;
use std::time::Instant;

fn visits(flow: &Flow) -> Vec<f64> {
    flow.steps.iter().map(|step| (step.visits * 1e9).round() / 1e9).collect()
}

fn with(more: &[std::rc::Rc<fitproof::domain::row::Row>]) -> Rows {
    start().into_iter().chain(more.iter().cloned()).collect()
}

fn said(problems: &[Problem]) -> Vec<(&str, &str)> {
    problems.iter().map(|problem| (problem.field.as_str(), problem.message.as_str())).collect()
}

#[test]
fn steps_follow_in_the_order_of_rows_on_each_side() {
    let rows = with(&[
        step(10, &[("name", "Read"), ("how", "automatic")]),
        step(20, &[("name", "Sync"), ("side", "after")]),
        step(11, &[]),
        step(12, &[("ends", "yes")]),
    ]);
    let (process, problems) = process(&rows);
    assert_eq!(said(&problems), []);
    assert_eq!(process.before.steps.iter().map(|step| step.key).collect::<Vec<_>>(), [10, 11, 12]);
    assert_eq!(process.before.steps.iter().map(|step| step.next[0].to).collect::<Vec<_>>(), [Some(1), Some(2), None]);
    assert_eq!((process.before.steps[0].how, process.before.steps[1].how), (How::Automatic, How::Manual));
    assert_eq!(process.before.steps[1].name, "Step 2");
    assert_eq!((visits(&process.before), visits(&process.after)), (vec![1.0, 1.0, 1.0], vec![1.0]));
}

#[test]
fn what_is_not_said_is_shared_out() {
    let rows = with(&[
        step(10, &[("how", "decision")]),
        branch(11, 10, &[("label", "Yes"), ("share", "70"), ("to", "20")]),
        branch(12, 10, &[("label", "No"), ("to", "21")]),
        branch(13, 10, &[("label", "Late"), ("ends", "yes")]),
        step(20, &[("then", "22")]),
        step(21, &[]),
        step(22, &[]),
    ]);
    let (process, problems) = process(&rows);
    assert_eq!(said(&problems), []);
    let shares: Vec<f64> = process.before.steps[0].next.iter().map(|next| (next.share * 100.0).round()).collect();
    assert_eq!(shares, [70.0, (100.0 - 70.0) / 2.0, (100.0 - 70.0) / 2.0]);
    assert_eq!(visits(&process.before), [1.0, 0.7, 0.15, 0.7 + 0.15]);
}

#[test]
fn shares_that_do_not_add_up_are_told_and_count_in_proportion() {
    for (first, second, message) in [
        ("80", "60", "The ways out add up to 140 %, which is more than all"),
        ("20", "30", "The ways out add up to 50 % only"),
    ] {
        let rows = with(&[
            step(10, &[("how", "decision")]),
            branch(11, 10, &[("share", first), ("to", "20")]),
            branch(12, 10, &[("share", second), ("to", "21")]),
            step(20, &[("ends", "yes")]),
            step(21, &[]),
        ]);
        let (process, problems) = process(&rows);
        assert_eq!(said(&problems), [("row.12.share", message)]);
        let (first, second): (f64, f64) = (first.parse().expect("a number"), second.parse().expect("a number"));
        let expected = [1.0, first / (first + second), second / (first + second)];
        assert_eq!(visits(&process.before), expected.map(|visits| (visits * 1e9).round() / 1e9));
    }
}

#[test]
fn all_at_zero_percent_is_shared_out_evenly() {
    let rows = with(&[
        step(10, &[("how", "decision")]),
        branch(11, 10, &[("share", "0"), ("to", "20")]),
        branch(12, 10, &[("share", "0"), ("to", "21")]),
        step(20, &[("ends", "yes")]),
        step(21, &[]),
    ]);
    let (process, problems) = process(&rows);
    assert_eq!(problems.len(), 1);
    assert_eq!(visits(&process.before), [1.0, 0.5, 0.5]);
}

#[test]
fn a_way_back_is_told_and_the_rest_still_counted() {
    let rows = with(&[
        step(10, &[("name", "Fill in")]),
        step(11, &[("name", "Check"), ("how", "decision")]),
        branch(12, 11, &[("label", "Wrong"), ("share", "20"), ("to", "10")]),
        branch(13, 11, &[("label", "Right"), ("share", "80")]),
        step(14, &[("name", "File")]),
    ]);
    let (process, problems) = process(&rows);
    assert_eq!(said(&problems), [("row.12.to", "“Check” goes back to “Fill in”: give it an error rate instead")]);
    assert_eq!(problems[0].severity, Severity::Error);
    assert_eq!(visits(&process.before), [1.0, 1.0, 1.0]);
    let (process, problems) = self::process(&with(&[step(10, &[("name", "Loop"), ("then", "10")])]));
    assert_eq!(said(&problems), [("row.10.then", "“Loop” goes back to itself: give it an error rate instead")]);
    assert_eq!(visits(&process.before), [1.0]);
}

#[test]
fn steps_that_nothing_leads_to_are_named() {
    let rows = with(&[
        step(10, &[("ends", "yes")]),
        step(11, &[("name", "Lost")]),
        step(12, &[("name", "Lost too")]),
        step(20, &[("side", "after"), ("then", "10")]),
    ]);
    let (process, problems) = process(&rows);
    assert_eq!(
        said(&problems),
        [
            ("row.11.name", "Nothing leads to “Lost”, so it counts for nothing"),
            ("row.12.name", "Nothing leads to “Lost too”, so it counts for nothing"),
            ("row.20.then", "The step this leads to is not on the same side of the process"),
        ]
    );
    assert_eq!(visits(&process.before), [1.0, 0.0, 0.0]);
}

#[test]
fn a_decision_without_ways_out_goes_on() {
    let (process, problems) = process(&with(&[step(10, &[("how", "decision")]), step(11, &[])]));
    assert_eq!(said(&problems), [("row.10.how", "This decision has no ways out yet")]);
    assert_eq!(visits(&process.before), [1.0, 1.0]);
}

#[test]
fn nothing_at_all_is_a_process_too() {
    let (process, problems) = process(&Vec::new());
    assert!(problems.is_empty() && process.before.steps.is_empty() && process.name.is_empty());
}

#[test]
fn two_thousand_steps_are_quick() {
    let mut rows = start();
    for key in 10..2_010 {
        rows.push(step(key, &[("how", "decision"), ("minutes", "1")]));
        rows.push(branch(10_000 + 2 * key, key, &[("share", "50")]));
        let to = (key + 7).min(2_009).to_string();
        rows.push(branch(10_001 + 2 * key, key, &[("to", if key < 2_000 { &to } else { "" })]));
    }
    let started = Instant::now();
    let (process, problems) = process(&rows);
    assert!(problems.is_empty(), "{:?}", problems.first());
    assert!(process.before.steps.iter().all(|step| step.visits > 0.0 && step.visits <= 1.0));
    assert!(started.elapsed().as_secs_f64() < 2.0, "{:?}", started.elapsed());
}
