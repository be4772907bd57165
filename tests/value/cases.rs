//! Each driver, cost and setting by arithmetic of its own.
use crate::sample::{close, model, read};
use fitproof::domain::value::result;

/// The present value of the counted benefits, over one year without discount.
fn benefit(plan: &str, rest: &[&str]) -> f64 {
    let first = ["plan discount-rate=0 horizon=1 ", plan].concat();
    let lines: Vec<&str> = std::iter::once(first.as_str()).chain(rest.iter().copied()).collect();
    result::likely(&model(&lines)).pv_benefits.expect("a figure")
}

fn cost(line: &str) -> f64 {
    let lines = ["plan discount-rate=0 horizon=2", "role hourly-cost=$50", line];
    result::likely(&model(&lines)).pv_costs.expect("a figure")
}

#[test]
fn drivers() {
    let hours = 2_400.0 * (8.0 + 0.05 * 20.0) / 60.0;
    let cases: [(&str, f64); 13] = [
        ("benefit driver=time volume=2,400 minutes=8 automated=70 hourly-cost=45", 2_400.0 * 8.0 / 60.0 * 45.0 * 0.7),
        (
            "benefit driver=time volume=2,400 minutes=8 error-rate=5 fix-minutes=20 automated=70 hourly-cost=45",
            hours * 45.0 * 0.7,
        ),
        (
            "benefit driver=time volume=10 volume-per=day minutes=6 automated=100 hourly-cost=30",
            10.0 * 220.0 * 6.0 / 60.0 * 30.0,
        ),
        (
            "benefit driver=time volume=10 volume-per=week minutes=6 automated=100 hourly-cost=30",
            10.0 * 52.0 * 6.0 / 60.0 * 30.0,
        ),
        (
            "benefit driver=time volume=10 volume-per=month minutes=6 automated=100 hourly-cost=30",
            10.0 * 12.0 * 6.0 / 60.0 * 30.0,
        ),
        ("benefit driver=errors volume=1000 error-rate=4 avoided=60 error-cost=50", 1_000.0 * 0.04 * 0.6 * 50.0),
        (
            "benefit driver=errors volume=1000 error-rate=4 avoided=60 fix-minutes=30 hourly-cost=40",
            1_000.0 * 0.04 * 0.6 * 30.0 / 60.0 * 40.0,
        ),
        ("benefit driver=tools units=25 unit-cost=12.50 per=month", 25.0 * 12.5 * 12.0),
        ("benefit driver=tools yearly-cost=3,000", 3_000.0),
        ("benefit driver=hires hires=1.5 yearly-cost=60k", 1.5 * 60_000.0),
        ("benefit driver=revenue revenue=2M uplift=1.5 margin=30", 2e6 * 0.015 * 0.3),
        ("benefit driver=risk likelihood=5 impact=400k reduction=50", 0.05 * 400_000.0 * 0.5),
        ("benefit driver=tools yearly-cost=3,000 counted=no", 0.0),
    ];
    for (line, expected) in cases {
        close(benefit("", &[line]), expected, line);
        close(benefit("benefit-adjustment=20", &[line]), expected * 0.8, line);
        close(benefit("ramp-1=25", &[line]), expected * 0.25, line);
    }
    let own = "benefit driver=tools yearly-cost=3,000 adjustment=5";
    close(benefit("benefit-adjustment=20", &[own]), 3_000.0 * 0.95, "a share of its own comes before the plan's");
}

#[test]
fn costs() {
    let cases = [
        ("cost type=subscription amount=9,000", 2.0 * 9_000.0),
        ("cost type=subscription amount=900 per=month", 2.0 * 12.0 * 900.0),
        ("cost type=subscription units=10,000 unit-cost=$0.0042 per=month", 2.0 * 12.0 * 10_000.0 * 0.0042),
        ("cost type=implementation amount=45k", 45_000.0),
        ("cost type=training amount=4.000,50", 4_000.5),
        ("cost type=training amount=4.000,50 when=yearly", 2.0 * 4_000.5),
        ("cost type=effort hours=120 role=2", 120.0 * 50.0),
        ("cost type=effort hours=120 hourly-cost=70", 120.0 * 70.0),
        ("cost type=run amount=3,000", 2.0 * 3_000.0),
        ("cost type=run amount=3,000 when=once", 3_000.0),
        ("cost type=run amount=3,000 adjustment=150", 2.0 * 3_000.0 * 2.5),
    ];
    for (line, expected) in cases {
        close(cost(line), expected, line);
    }
    let lines = ["plan discount-rate=0 cost-adjustment=10", "cost type=implementation amount=1000"];
    close(result::likely(&model(&lines)).pv_costs.expect("a figure"), 1_100.0, "costs are adjusted up");
}

/// Hours by process are those before less those after, each at what its own role costs.
#[test]
fn a_process_releases_what_it_took_less_what_it_takes() {
    let lines = [
        "plan discount-rate=0 horizon=1",
        "role name=Clerk hourly-cost=40",
        "process name=Invoices volume=1,200",
        "step@3 side=before minutes=6 role=2",
        "step@3 side=before minutes=9 error-rate=10 fix-minutes=30 role=2",
        "step@3 side=before minutes=4",
        "step@3 side=before minutes=50 how=automatic",
        "step@3 side=after minutes=3",
        "step@3 side=after how=automatic error-rate=2 fix-minutes=15 role=2",
        "benefit driver=time process=3 hourly-cost=65",
    ];
    let model = model(&lines);
    let found = result::likely(&model);
    let clerk = 6.0 + 9.0 + 0.1 * 30.0 - 0.02 * 15.0;
    let others = 4.0 - 3.0;
    close(found.pv_time.expect("a figure"), 1_200.0 / 60.0 * (clerk * 40.0 + others * 65.0), "released time");
    close(found.hours.expect("a figure"), 1_200.0 / 60.0 * (clerk + others), "hours");
    close(found.full_time.expect("a figure"), 1_200.0 / 60.0 * (clerk + others) / (220.0 * 8.0), "people");
    let [process] = model.figures.processes.as_slice() else { panic!("one process") };
    close(found.values[process.before], 1_200.0 / 60.0 * (6.0 + 9.0 + 3.0 + 4.0), "hours before");
    close(found.values[process.after], 1_200.0 / 60.0 * (3.0 + 0.3), "hours after");
}

/// A step counts as often as a run comes to it.
#[test]
fn a_decision_shares_its_runs_out() {
    let lines = [
        "process name=Orders volume=600",
        "step@1 side=before how=decision minutes=1",
        "branch@2 share=25 to=5",
        "branch@2 share=75 ends=yes",
        "step@1 side=before minutes=20",
        "benefit driver=time process=1 hourly-cost=30",
        "plan discount-rate=0.01 horizon=1",
    ];
    assert_eq!(read(&lines).1, []);
    let found = result::likely(&model(&lines));
    close(found.pv_time.expect("a figure"), 600.0 * (1.0 + 0.25 * 20.0) / 60.0 * 30.0 / 1.0001, "released time");
}

#[test]
fn what_leads_back_or_is_not_known_is_told_and_the_rest_counts() {
    let lines = [
        "plan discount-rate=0 horizon=1",
        "process name=Orders volume=600",
        "step@2 side=before minutes=10",
        "step@2 side=before minutes=5 then=3",
        "step@2 side=after",
        "step@2 side=after how=automatic error-rate=3",
        "benefit driver=time process=2 hourly-cost=30",
    ];
    let (_, problems) = read(&lines);
    let fields: Vec<&str> = problems.iter().map(|problem| problem.field.as_str()).collect();
    assert_eq!(fields, ["plan.discount-rate", "row.4.then", "row.5.minutes", "row.6.fix-minutes"]);
    let found = result::likely(&model(&lines));
    close(found.pv_time.expect("a figure"), 600.0 * (10.0 + 5.0) / 60.0 * 30.0, "released time");
}

#[test]
fn adoption_by_month_is_the_mean_of_its_months() {
    let months = |count: &str, horizon: u32| {
        let plan =
            ["plan discount-rate=0 ramp-by=month ramp-months=", count, " horizon=", &horizon.to_string()].concat();
        let lines = [plan.as_str(), "benefit driver=tools yearly-cost=12,000"];
        result::likely(&model(&lines)).pv_benefits.expect("a figure")
    };
    let ramp = |from: u32, to: u32, full: f64| (from..=to).map(|month| (f64::from(month) / full).min(1.0)).sum::<f64>();
    close(months("0", 1), 12_000.0, "at once");
    close(months("1", 1), 12_000.0, "from the first month on");
    close(months("6", 1), 1_000.0 * ramp(1, 12, 6.0), "half a year");
    close(months("18", 2), 1_000.0 * ramp(1, 24, 18.0), "beyond the first year");
    close(months("4.5", 1), 1_000.0 * ramp(1, 12, 4.5), "within a month");
}

#[test]
fn the_last_share_given_holds_on() {
    let lines = ["plan discount-rate=0 horizon=4 ramp-1=50 ramp-2=80", "benefit driver=tools yearly-cost=1000"];
    close(result::likely(&model(&lines)).pv_benefits.expect("a figure"), 500.0 + 3.0 * 800.0, "ramp");
}

#[test]
fn a_month_of_delay_costs_the_mean_month() {
    let lines = [
        "plan ramp-1=50 ramp-2=100",
        "benefit driver=tools yearly-cost=24,000",
        "cost type=run amount=6,000",
        "cost type=implementation amount=10,000",
    ];
    let found = result::likely(&model(&lines));
    let net = (12_000.0 - 6_000.0) + 2.0 * (24_000.0 - 6_000.0);
    close(found.delay_month.expect("a figure"), net / 36.0, "delay");
}

#[test]
fn figures_are_read_as_people_type_them() {
    let cases = [
        ("volume=1.2k", 1_200.0),
        ("volume=1.234,5", 1_234.5),
        ("volume=1'200", 1_200.0),
        ("volume=2.4M", 2.4e6),
        ("volume=0.5", 0.5),
    ];
    for (typed, expected) in cases {
        let line = ["benefit driver=time minutes=1 automated=100 hourly-cost=1 ", typed].concat();
        let (plan, problems) = read(&[&line]);
        assert_eq!(problems, [], "{typed}");
        assert_eq!(plan.benefits[0].input("volume").map(|input| input.range.likely), Some(expected), "{typed}");
    }
    let minutes = |typed: &str| {
        let line = ["benefit driver=time volume=1 automated=100 hourly-cost=1 minutes=", typed].concat();
        read(&[&line]).0.benefits[0].input("minutes").map(|input| input.range.likely)
    };
    for (typed, expected) in [("8", 8.0), ("8_min", 8.0), ("1.5_h", 90.0), ("30s", 0.5), ("2_hours", 120.0)] {
        assert_eq!(minutes(typed), Some(expected), "{typed}");
    }
}
