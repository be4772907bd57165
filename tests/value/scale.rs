//! Large plans stay quick, and grow no faster than what they hold.
use crate::sample::{defaults, rows};
use fitproof::domain::value::break_even::break_even;
use fitproof::domain::value::plan;
use fitproof::domain::value::sensitivity::sensitivity;
use fitproof::domain::value::{build, result};
use std::time::{Duration, Instant};

/// Two thousand steps, each with a range and its errors.
fn lines(steps: usize) -> Vec<String> {
    let mut lines = vec!["role name=Clerk hourly-cost=50".to_owned(), "process name=Long volume=1000".to_owned()];
    for step in 0..steps {
        let side = if step % 2 == 0 { "before minutes=4 minutes.low=3 minutes.high=6" } else { "after minutes=1" };
        lines.push(format!("step@2 side={side} error-rate=2 fix-minutes=10 role=1"));
    }
    lines.push("benefit driver=time process=2".into());
    lines.push("cost type=implementation amount=1M".into());
    lines
}

#[test]
fn two_thousand_steps() {
    let steps = 2_000;
    let lines = lines(steps);
    let rows = rows(&lines.iter().map(String::as_str).collect::<Vec<_>>());
    let start = Instant::now();
    let (plan, problems) = plan::read(&rows, &defaults());
    let model = build(&plan);
    let results = result::likely(&model);
    let first = start.elapsed();
    assert_eq!(problems, []);
    assert_eq!(model.sheet.cells.iter().filter(|cell| cell.id.starts_with("step.")).count(), steps);
    let hours = 1_000.0 / 60.0 * 1_000.0 * (4.0 - 1.0);
    let worth = 1.0 / 1.1 + 1.0 / 1.21 + 1.0 / 1.331;
    crate::sample::close(results.pv_time.expect("a figure"), hours * 50.0 * worth, "released time");
    let start = Instant::now();
    let (swings, points) = (sensitivity(&model), break_even(&model));
    assert_eq!((swings.len(), points.len()), (steps / 2, model.sheet.inputs.len()));
    let second = start.elapsed();
    eprintln!("{steps} steps: read, built and worked out in {first:?}, swings and points in {second:?}");
    // Far above what it takes; a calculation that grows with the square of the steps is beyond it.
    assert!(first < Duration::from_secs(3) && second < Duration::from_secs(30), "{first:?}, {second:?}");
}
