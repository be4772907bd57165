//! Whatever is typed, there is a sentence at its field and a result without holes.
use crate::sample::{Chance, defaults, model, read};
use fitproof::domain::problem::Severity;
use fitproof::domain::row::{Row, RowKind, Rows};
use fitproof::domain::value::plan;
use fitproof::domain::value::warning::warnings;
use fitproof::domain::value::{build, result};
use std::rc::Rc;

const TOOL: &str = "benefit driver=tools yearly-cost=";

#[test]
fn each_fault_is_told_at_its_field() {
    let time = |rest: &str| ["benefit driver=time ", rest].concat();
    let cases: Vec<(String, &str, &str)> = vec![
        (time("volume=0 minutes=5 automated=50 hourly-cost=9"), "row.1.volume", "the benefit is nothing"),
        (time("volume=-5 minutes=5 automated=50 hourly-cost=9"), "row.1.volume", "below 0"),
        (time("volume=lots minutes=5 automated=50 hourly-cost=9"), "row.1.volume", "isn't a number"),
        (time("volume=5+ minutes=5 automated=50 hourly-cost=9"), "row.1.volume", "no upper end"),
        (time("minutes=5 automated=50 hourly-cost=9"), "row.1.volume", "missing"),
        (time("volume=5 minutes=5 automated=120 hourly-cost=9"), "row.1.automated", "above 100 %"),
        (time("volume=5 minutes=5 automated=0 hourly-cost=9"), "row.1.automated", "nothing"),
        (time("volume=5 minutes=5 automated=-1 hourly-cost=9"), "row.1.automated", "below 0 %"),
        (time("volume=5 minutes=5 automated=50"), "row.1.hourly-cost", "missing"),
        (time("volume=5 minutes=5 automated=50 hourly-cost=€9"), "row.1.hourly-cost", "EUR but the plan is in USD"),
        (time("volume=5 minutes=5 automated=50 hourly-cost=9 error-rate=3"), "row.1.fix-minutes", "only with"),
        (
            time("volume=5 minutes=5 automated=50 hourly-cost=9 error-rate=101 fix-minutes=1"),
            "row.1.error-rate",
            "100 %",
        ),
        (time("volume=1e9 minutes=5 automated=50 hourly-cost=9"), "row.1.volume", "isn't a number"),
        (time("volume=9000000000000 minutes=5 automated=5 hourly-cost=9"), "row.1.volume", "too large"),
        ([TOOL, "9 yearly-cost.low=10 yearly-cost.high=20"].concat(), "row.1.yearly-cost", "wrong order"),
        ([TOOL, "15 yearly-cost.low=20 yearly-cost.high=10"].concat(), "row.1.yearly-cost", "wrong order"),
        ([TOOL, " yearly-cost.low=20 yearly-cost.high=10"].concat(), "row.1.yearly-cost", "wrong order"),
        ([TOOL, " yearly-cost.low=20"].concat(), "row.1.yearly-cost", "One end"),
        ([TOOL, " yearly-cost.low=10 yearly-cost.high=20"].concat(), "row.1.yearly-cost", "middle, $15"),
        ([TOOL, "10-20"].concat(), "row.1.yearly-cost", "middle, $15"),
        ([TOOL, "10-20 yearly-cost.low=5"].concat(), "row.1.yearly-cost", "two ranges"),
        ([TOOL, "5 yearly-cost.measured=x"].concat(), "row.1.yearly-cost", "Measured: "),
        ("benefit driver=tools units=5".into(), "row.1.yearly-cost", "missing"),
        ("benefit driver=magic".into(), "row.1.driver", "where this benefit comes from"),
        ("benefit driver=errors volume=5 error-rate=5 avoided=5".into(), "row.1.error-cost", "missing"),
        ("cost type=run amount=-5".into(), "row.1.amount", "below 0"),
        ("cost type=run".into(), "row.1.amount", "isn't known yet"),
        ("cost type=effort hours=5".into(), "row.1.hourly-cost", "missing"),
        ("cost type=subscription units=5".into(), "row.1.unit-cost", "Units count only"),
        ("cost".into(), "row.1.type", "what kind of cost"),
        ("role name=Clerk".into(), "row.1.hourly-cost", "isn't known yet"),
        ("plan ramp-1=130".into(), "plan.ramp-1", "above 100 %"),
        ("plan discount-rate=150".into(), "plan.discount-rate", "above 100 %"),
        ("plan discount-rate=0".into(), "plan.discount-rate", "later money"),
        ("plan discount-rate=-3".into(), "plan.discount-rate", "below 0 %"),
        ("plan benefit-adjustment=101".into(), "plan.benefit-adjustment", "above 100 %"),
        ("plan horizon=0".into(), "plan.horizon", "from 1 to 10"),
        ("plan horizon=11".into(), "plan.horizon", "from 1 to 10"),
        ("plan horizon=three".into(), "plan.horizon", "from 1 to 10"),
        ("plan days=400".into(), "plan.days", "above 366"),
        ("plan hours=25".into(), "plan.hours", "above 24"),
        ("plan hours=0".into(), "plan.hours", "below 1"),
        ("plan currency=dollars".into(), "plan.currency", "currency code"),
        ("plan seed=lucky".into(), "plan.seed", "whole number"),
    ];
    for (line, field, said) in cases {
        let (plan, problems) =
            read(&[&line, "benefit driver=hires hires=2 yearly-cost=50k", "cost type=run amount=1k"]);
        let found = problems.iter().find(|problem| problem.field == field);
        let Some(problem) = found else { panic!("{line}: nothing at {field}: {problems:?}") };
        assert!(problem.message.contains(said), "{line}: {}", problem.message);
        assert!(!problem.hint.is_empty(), "{line}: no hint");
        let results = result::likely(&build(&plan));
        // The sound benefit and cost are counted all the same.
        assert!(results.npv.is_some_and(|npv| npv > 100_000.0), "{line}: {:?}", results.npv);
    }
}

#[test]
fn what_is_typed_wrong_leaves_the_default() {
    for (line, expected) in [("plan discount-rate=abc", 0.1), ("plan discount-rate=8_%", 0.08), ("plan", 0.1)] {
        close_to(read(&[line]).0.discount_rate.range.likely, expected, line);
    }
    let (plan, problems) = plan::read(&Rows::new(), &Default::default());
    let fields: Vec<&str> = problems.iter().map(|problem| problem.field.as_str()).collect();
    for field in ["plan.currency", "plan.horizon", "plan.discount-rate", "plan.days", "plan.hours", "plan.ramp-1"] {
        assert!(fields.contains(&field), "{field} is missing without a word: {fields:?}");
    }
    assert_eq!(result::likely(&build(&plan)).npv, Some(0.0));
}

fn close_to(found: f64, expected: f64, what: &str) {
    crate::sample::close(found, expected, what);
}

#[test]
fn without_any_cost_there_is_no_return() {
    let lines = ["benefit driver=tools yearly-cost=5k"];
    let (plan, model) = (read(&lines).0, model(&lines));
    let results = result::likely(&model);
    assert_eq!((results.roi, results.roi_undiscounted), (None, None));
    assert!(warnings(&plan, &model, &results).iter().any(|problem| problem.field == "costs"));
}

#[test]
fn what_never_pays_back_is_told_with_what_is_missing() {
    let lines = ["plan discount-rate=0", "cost type=implementation amount=50k", "benefit driver=tools yearly-cost=5k"];
    let (plan, model) = (read(&lines).0, model(&lines));
    let found = warnings(&plan, &model, &result::likely(&model));
    let [problem] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(problem.message, "Over 3 years it doesn't pay back: $35,000 are missing");
}

#[test]
fn sums_too_large_are_told_and_never_shown() {
    for line in [
        "benefit driver=hires hires=1000000000000 yearly-cost=1000000000000000",
        "benefit driver=revenue revenue=1000000000000000 uplift=100 margin=100",
        "benefit driver=time volume=1000000000000 volume-per=day minutes=1000000000000 automated=100 hourly-cost=1000000000000000",
    ] {
        let (plan, problems) = read(&[line, "cost type=run amount=1"]);
        assert_eq!(problems, [], "{line}");
        let model = build(&plan);
        let results = result::likely(&model);
        assert_eq!((results.npv, results.roi), (None, None), "{line}");
        let found = warnings(&plan, &model, &results);
        assert!(found.iter().any(|problem| problem.field == "npv" && problem.severity == Severity::Error), "{line}");
        assert!(found.iter().all(|problem| !problem.message.contains("NaN") && !problem.message.contains("inf")));
    }
}

/// Nothing that can be typed makes the reading, the calculation or its warnings break.
#[test]
fn any_text_anywhere_leaves_figures_or_none() {
    let texts =
        ["", "0", "-1", "5", "100", "1e300", "∞", "NaN", "1000000000000000", "5-3", "3-5", "=1+1", "ü", "%", "$"];
    let choices =
        ["time", "errors", "tools", "hires", "revenue", "risk", "subscription", "effort", "run", "month", "day"];
    let mut chance = Chance(17);
    let kinds = [RowKind::Plan, RowKind::Role, RowKind::Process, RowKind::Step, RowKind::Benefit, RowKind::Cost];
    for round in 0..600 {
        let mut rows = Rows::new();
        for key in 1..12 {
            let kind = kinds[(chance.next() * 6.0) as usize % 6];
            let mut row = Row::new(key, kind, (kind == RowKind::Step).then_some(1 + key / 2));
            let mut put = |name: &str, text: &str| row.fields.insert(name.to_owned(), text.to_owned());
            for name in kind.shape().inputs {
                put(name, texts[(chance.next() * texts.len() as f64) as usize % texts.len()]);
                let part = ["low", "high", "measured", "evidence"][(chance.next() * 4.0) as usize % 4];
                put(&[name, ".", part].concat(), texts[(chance.next() * texts.len() as f64) as usize % texts.len()]);
            }
            for name in kind.shape().texts {
                put(name, choices[(chance.next() * choices.len() as f64) as usize % choices.len()]);
            }
            for name in kind.shape().references {
                put(name, &((chance.next() * 12.0) as u32).to_string());
            }
            rows.push(Rc::new(row));
        }
        let (plan, problems) = plan::read(&rows, &defaults());
        let model = build(&plan);
        let results = result::likely(&model);
        let shown =
            [results.npv, results.roi, results.pv_benefits, results.hours, results.full_time, results.delay_month];
        assert!(shown.iter().flatten().all(|figure| figure.is_finite()), "round {round}");
        let all = problems.iter().chain(&warnings(&plan, &model, &results)).cloned().collect::<Vec<_>>();
        assert!(all.iter().all(|problem| !problem.message.is_empty() && !problem.message.contains("NaN")), "{all:?}");
        fitproof::domain::value::break_even::break_even(&model);
        fitproof::domain::value::sensitivity::sensitivity(&model);
    }
}
