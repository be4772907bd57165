//! What a side comes to. The example is that of the onboarding of people: minutes, not boxes, decide.
use crate::rows::{PROCESS, branch, process, row, start, step};
use fitproof::domain::process::metrics::{Metrics, Total, metrics};
use fitproof::domain::process::{Flow, How, Side};
use fitproof::domain::row::{RowKind, Rows};

/// Name, lane, how, minutes of work, of waiting, error rate in percent, minutes to fix.
type Typed = (&'static str, &'static str, &'static str, [&'static str; 4]);

const LANES: [&str; 6] = ["Greenhouse", "Make", "Google Sheet", "Manual", "Jira", "Okta"];

const BEFORE: [Typed; 12] = [
    ("Person’s status set to hired", "Greenhouse", "automatic", ["", "", "", ""]),
    ("Sheet updated", "Make", "automatic", ["", "", "", ""]),
    ("Row added", "Google Sheet", "automatic", ["", "", "", ""]),
    ("HR reviews and updates employee checks", "Manual", "manual", ["20", "480", "10", "15"]),
    ("HR marks the sheet complete", "Manual", "manual", ["5", "60", "5", "10"]),
    ("Row updated", "Google Sheet", "automatic", ["", "", "", ""]),
    ("Flow started and ticket created", "Make", "automatic", ["", "", "", ""]),
    ("Ticket created", "Jira", "automatic", ["", "", "", ""]),
    ("Manager approves", "Manual", "manual", ["5", "960", "", ""]),
    ("Ticket updated", "Jira", "automatic", ["", "", "", ""]),
    ("Update seen, user creation started", "Make", "automatic", ["", "", "", ""]),
    ("User created", "Okta", "automatic", ["", "", "", ""]),
];

const AFTER: [Typed; 9] = [
    ("HR reviews and updates employee checks", "Manual", "manual", ["8", "240", "2", "15"]),
    ("HR marks them complete", "Manual", "manual", ["1", "", "", ""]),
    ("Person’s status set to hired", "Greenhouse", "automatic", ["", "", "", ""]),
    ("Flow started and ticket created", "Make", "automatic", ["", "", "", ""]),
    ("Ticket created", "Jira", "automatic", ["", "", "", ""]),
    ("Manager approves", "Manual", "manual", ["2", "240", "", ""]),
    ("Ticket updated", "Jira", "automatic", ["", "", "", ""]),
    ("Update seen, user creation started", "Make", "automatic", ["", "", "", ""]),
    ("User created", "Okta", "automatic", ["", "", "", ""]),
];

pub fn onboarding() -> Rows {
    let mut rows = start();
    rows.push(row(5, RowKind::Role, None, &[("name", "HR"), ("hourly-cost", "45")]));
    for (key, name) in (10..).zip(LANES) {
        rows.push(row(key, RowKind::Lane, Some(PROCESS), &[("name", name)]));
    }
    let sides = BEFORE.iter().map(|typed| (typed, "before")).chain(AFTER.iter().map(|typed| (typed, "after")));
    for (key, ((name, lane, how, figures), side)) in (20..).zip(sides) {
        let lane = LANES.iter().position(|own| own == lane).map_or(0, |at| at + 10).to_string();
        let role = if *how == "manual" { "5" } else { "" };
        let [minutes, waiting, errors, fix] = *figures;
        let fields = [
            ("name", *name),
            ("side", side),
            ("how", how),
            ("lane", &lane),
            ("role", role),
            ("minutes", minutes),
            ("waiting", waiting),
            ("error-rate", errors),
            ("fix-minutes", fix),
        ];
        rows.push(step(key, &fields));
    }
    rows
}

fn hourly(role: Option<u32>) -> Option<f64> {
    (role == Some(5)).then_some(45.0)
}

fn lanes(flow: &Flow) -> Vec<usize> {
    (0..LANES.len()).map(|lane| flow.steps.iter().filter(|step| step.lane == Some(lane)).count()).collect()
}

fn near(total: Total, value: f64) {
    assert!(total.open == 0 && (total.value - value).abs() < 1e-9, "{total:?} is not {value}");
}

#[test]
fn onboarding_goes_from_twelve_steps_to_nine_but_not_in_what_people_do() {
    let (process, problems) = process(&onboarding());
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!(lanes(&process.before), [1, 3, 2, 3, 2, 1]);
    assert_eq!(lanes(&process.after), [1, 2, 0, 3, 2, 1]);
    let [before, after] = Side::BOTH.map(|side| metrics(process.side(side), &hourly, Some(120.0)));
    assert_eq!((before.steps, after.steps), (12, 9));
    assert_eq!((before.manual_steps, after.manual_steps), (3, 3), "a count of boxes is not time saved");
    let make = LANES.iter().position(|lane| *lane == "Make");
    assert!(process.before.steps.iter().any(|step| step.lane == make), "before already holds a Make lane");

    let minutes_before = 20.0 + 0.1 * 15.0 + 5.0 + 0.05 * 10.0 + 5.0;
    let minutes_after = 8.0 + 0.02 * 15.0 + 1.0 + 2.0;
    near(before.manual_minutes, minutes_before);
    near(after.manual_minutes, minutes_after);
    near(before.elapsed_minutes, minutes_before + 480.0 + 60.0 + 960.0);
    near(after.elapsed_minutes, minutes_after + 240.0 + 240.0);
    assert!((before.errors - (0.1 + 0.05)).abs() < 1e-12 && (after.errors - 0.02).abs() < 1e-12);
    near(before.cost, minutes_before / 60.0 * 45.0);
    near(before.yearly_cost.expect("a volume"), 120.0 * minutes_before / 60.0 * 45.0);
    near(after.yearly_hours.expect("a volume"), 120.0 * minutes_after / 60.0);
    // Three steps of twelve less, but two thirds of the minutes.
    assert!(minutes_after / minutes_before < 9.0 / 12.0);
}

#[test]
fn minutes_count_as_often_as_a_run_comes_by() {
    let mut rows = start();
    rows.extend([
        step(10, &[("how", "decision"), ("minutes", "4"), ("role", "5")]),
        branch(11, 10, &[("share", "25"), ("to", "20")]),
        branch(12, 10, &[("ends", "yes")]),
        step(20, &[("minutes", "60"), ("role", "5"), ("error-rate", "50"), ("fix-minutes", "20")]),
    ]);
    let found = metrics(&process(&rows).0.before, &hourly, None);
    let minutes = 4.0 + 0.25 * (60.0 + 0.5 * 20.0);
    near(found.manual_minutes, minutes);
    near(found.cost, minutes / 60.0 * 45.0);
    assert_eq!((found.manual_steps, found.decisions, found.yearly_cost), (1, 1, None));
    assert!((found.errors - 0.25 * 0.5).abs() < 1e-12);
}

#[test]
fn what_nobody_has_said_is_open_and_not_zero() {
    let mut rows = start();
    rows.extend([
        step(10, &[("role", "5")]),
        step(11, &[("minutes", "30")]),
        step(12, &[("how", "automatic"), ("minutes", "7")]),
    ]);
    let (process, _) = process(&rows);
    assert_eq!(process.before.steps[2].how, How::Automatic);
    let found: Metrics = metrics(&process.before, &hourly, Some(10.0));
    assert_eq!(found.manual_minutes, Total { value: 30.0, open: 1 });
    assert_eq!(found.cost, Total { value: 0.0, open: 2 });
    assert_eq!(found.elapsed_minutes, Total { value: 30.0 + 7.0, open: 1 });
    assert_eq!(found.yearly_hours, Some(Total { value: 10.0 * 30.0 / 60.0, open: 1 }));
}
