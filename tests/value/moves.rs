//! Every figure that can be typed moves a result, and a better one never makes the case worse.
use crate::sample::{Chance, defaults, model, plans, read, rows};
use fitproof::domain::row::RowKind;
use fitproof::domain::value::plan::{self, Include};
use fitproof::domain::value::{build, result};

#[test]
fn every_input_moves_a_result() {
    for (name, lines) in plans() {
        let model = model(&lines);
        let likely = model.sheet.likely();
        let before = model.sheet.evaluate(&likely);
        // A benefit that isn't counted moves its own cells alone.
        let mut outputs = model.figures.outputs();
        outputs.extend(
            model
                .figures
                .benefits
                .iter()
                .filter(|own| !own.counted)
                .flat_map(|own| own.lines.iter().map(|line| line.adjusted)),
        );
        outputs.extend(model.figures.benefits.iter().filter(|own| !own.counted).flat_map(|own| own.hours));
        for (number, place) in model.sheet.inputs.iter().enumerate() {
            let mut inputs = likely.clone();
            inputs[number] = inputs[number] * 1.01 + 0.001;
            let after = model.sheet.evaluate(&inputs);
            let moved = outputs.iter().any(|output| before[*output] != after[*output]);
            assert!(moved, "{name}: {} moves nothing", model.sheet.cells[*place].id);
        }
    }
}

/// The plans above use every figure that a row may hold but those that say nothing about money.
#[test]
fn every_field_is_used_somewhere() {
    let mut used = Vec::new();
    for (_, lines) in plans() {
        let (rows, model) = (rows(&lines), model(&lines));
        for place in &model.sheet.inputs {
            let id = &model.sheet.cells[*place].id;
            let (kind, field) = match id.strip_prefix("plan.") {
                Some(field) => (RowKind::Plan, field),
                None => {
                    let mut parts = id.splitn(3, '.').skip(1);
                    let key: u32 = parts.next().and_then(|key| key.parse().ok()).expect("a row's key");
                    let row = rows.iter().find(|row| row.key == key).expect("a row");
                    (row.kind, parts.next().expect("a field"))
                }
            };
            used.push((kind, field.to_owned()));
        }
    }
    // What waits is told by the process's picture; the target is compared with the payback below.
    let elsewhere = [(RowKind::Step, "waiting"), (RowKind::Plan, "payback-target")];
    for kind in RowKind::ALL {
        for field in kind.shape().inputs {
            let found = used.iter().any(|(own, name)| *own == kind && name == field);
            assert!(found || elsewhere.contains(&(kind, *field)), "{kind:?} {field} is used nowhere");
        }
    }
}

#[test]
fn settings_that_are_no_figures_count_too() {
    let (_, lines) = &plans()[0];
    let of = |change: &str| {
        let mut lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        lines[0] = [&lines[0], " ", change].concat();
        model(&lines.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let npv = |change: &str| result::likely(&of(change)).npv.expect("a figure");
    let plain = npv("");
    for change in ["include=cash", "include=cash-time", "horizon=2", "horizon=4", "ramp-by=month"] {
        assert_ne!(npv(change), plain, "{change}");
    }
    let (plan, _) = read(&["plan payback-target=18 seed=42 usage-unit=tasks currency=eur"]);
    assert_eq!(plan.payback_target.map(|input| input.range.likely), Some(18.0));
    assert_eq!((plan.seed, plan.usage_unit.as_str(), plan.currency.as_str()), (42, "tasks", "EUR"));
    let found = result::likely(&of(""));
    let fitproof::domain::value::flow::Payback::After(months) = found.payback else { panic!("{:?}", found.payback) };
    assert_eq!((found.pays_within(months), found.pays_within(months - 0.1)), (Some(true), Some(false)));
}

/// From any start, more of what is good never lowers the net present value, and less of what is bad neither.
#[test]
fn more_benefit_never_lowers_the_net_present_value() {
    let mut chance = Chance(3);
    for (name, lines) in plans() {
        let model = model(&lines);
        for _ in 0..50 {
            let start: Vec<f64> = (0..model.sheet.inputs.len())
                .map(|number| {
                    let range = model.sheet.input(number).expect("an input").range;
                    range.low + (range.high - range.low) * chance.next()
                })
                .collect();
            let npv = |inputs: &[f64]| model.sheet.evaluate(inputs)[model.figures.npv];
            let before = npv(&start);
            for number in 0..start.len() {
                let input = model.sheet.input(number).expect("an input");
                let mut better = start.clone();
                let step = (1.0 + chance.next()) * 0.01 * better[number];
                better[number] += if input.adverse { -step } else { step };
                let after = npv(&better);
                let id = &model.sheet.cells[model.sheet.inputs[number]].id;
                assert!(after >= before - before.abs() * 1e-12, "{name}: {id} from {before} to {after}");
            }
        }
    }
}

/// The three sums are apart, and what is left out of the result is still told.
#[test]
fn cash_time_and_risk_are_separate_sums() {
    let (_, lines) = &plans()[0];
    let (mut plan, _) = plan::read(&rows(lines), &defaults());
    let of = |plan: &plan::Plan| result::likely(&build(plan));
    let all = of(&plan);
    let [cash, time, risk] = [all.pv_cash, all.pv_time, all.pv_risk].map(|sum| sum.expect("a figure"));
    assert!(cash > 0.0 && time > 0.0 && risk > 0.0);
    for (include, expected) in
        [(Include::Cash, cash), (Include::CashAndTime, cash + time), (Include::All, cash + time + risk)]
    {
        plan.include = include;
        let found = of(&plan);
        crate::sample::close(found.pv_benefits.expect("a figure"), expected, include.id());
        assert_eq!((found.pv_cash, found.pv_time, found.pv_risk), (Some(cash), Some(time), Some(risk)));
    }
}
