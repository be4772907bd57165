//! One page for the one who decides about the money.
use super::{Business, words};
use crate::domain::value::plan::Kind;
use crate::domain::value::print;
use crate::domain::value::reach;
use crate::domain::value::scenario::{Scenario, scenario};
use crate::domain::value::sensitivity::sensitivity;
use crate::export::checklist::sign;
use crate::export::document::Document;

/// More of them would not be a summary.
const DRIVERS: usize = 5;
/// Of a picture on a page.
const WIDTH: f64 = 680.0;

pub fn summary(business: &Business) -> Document {
    let (plan, results) = (business.plan, business.results);
    let mut document = Document {
        title: format!("Business case: {}", business.stamp.account),
        subtitle: format!("Summary over {}, in {}", words::years(plan.horizon), plan.currency),
        ..Document::default()
    };
    document.paragraph(headline(business));
    document.heading(2, "The result");
    document.table(&["Figure", "Value", "What it says"], figures(business));
    document.picture(super::tables::cash_flow_picture(business, WIDTH));
    document.heading(2, "Where the value comes from");
    document.table(&["Sum", "Present value", "In the result"], sums(business));
    document.note("Released time is hours at what they cost. It is no money until somebody acts on it.");
    scenarios(&mut document, business);
    drivers(&mut document, business);
    must_hold(&mut document, business);
    document.heading(2, "How well it is known");
    document.paragraph(known(business));
    if results.npv.is_none() || !business.problems.is_empty() {
        document.paragraph(format!("Open points: {}. They are listed in the annex.", business.problems.len()));
    }
    sign(&mut document, business.stamp);
    document
}

fn headline(business: &Business) -> String {
    let (plan, results) = (business.plan, business.results);
    let range = business.uncertain.map_or_else(String::new, |range| {
        let [low, high] = [range.low, range.high].map(|value| business.money(Some(value)));
        format!(", in eight of ten simulated cases between {low} and {high}")
    });
    let payback = words::payback(results.payback, plan.horizon, &plan.currency);
    format!(
        "Net present value of {}{range}, over {} at a discount rate of {}. Payback: {payback}.",
        business.money(results.npv),
        words::years(plan.horizon),
        words::share(Some(plan.discount_rate.range.likely)),
    )
}

fn figures(business: &Business) -> Vec<Vec<String>> {
    let (plan, results) = (business.plan, business.results);
    let row = |name: &str, value: String, says: &str| vec![name.to_owned(), value, says.to_owned()];
    let payback = |of| words::payback(of, plan.horizon, &plan.currency);
    let mut rows = vec![
        row("Net present value", business.money(results.npv), "Benefits that count less costs, each year’s discounted"),
        row(
            "Return on investment",
            words::share(results.roi),
            "Net present value over the present value of the costs (Total Economic Impact)",
        ),
        row(
            "Return, undiscounted",
            words::share(results.roi_undiscounted),
            "All benefits less all costs, over all costs: another definition, for comparison",
        ),
        row("Payback", payback(results.payback), "When the sum of the net cash flow is above zero for good"),
        row("Payback, discounted", payback(results.payback_discounted), "The same of the discounted cash flow"),
        row(
            "Internal rate of return",
            words::internal_rate(results.internal_rate),
            "The discount rate at which the net present value is zero",
        ),
        row("Present value of costs", business.money(results.pv_costs), "Adjusted for risk"),
        row(
            "Cost of delay per month",
            business.money(results.delay_month),
            "What a month of waiting forgoes, on average",
        ),
    ];
    if let Some(range) = business.uncertain {
        let middle = business.money(Some(range.middle));
        rows.insert(1, row("Middle of the simulated cases", middle, "Half of them are above it"));
        if let Some((months, chance)) = range.payback {
            let name = format!("Pays back within {} months", print::number(months, 0));
            rows.push(row(&name, words::share(Some(chance)), "Share of the simulated cases"));
        }
    }
    rows
}

fn sums(business: &Business) -> Vec<Vec<String>> {
    let results = business.results;
    let sums = Kind::ALL.into_iter().zip([results.pv_cash, results.pv_time, results.pv_risk]);
    let rows = sums.map(|(kind, value)| {
        let counts = if business.plan.include.counts(kind) { "yes" } else { "no" };
        vec![words::kind(kind).to_owned(), business.money(value), counts.to_owned()]
    });
    rows.collect()
}

fn scenarios(document: &mut Document, business: &Business) {
    let plan = business.plan;
    document.heading(2, "Scenarios");
    document.note("Every input at its unfavorable end, at its likely figure, at its favorable end.");
    let row = |own: Scenario| {
        let results = scenario(business.model, own);
        vec![
            words::scenario(own).to_owned(),
            business.money(results.npv),
            words::share(results.roi),
            words::payback(results.payback, plan.horizon, &plan.currency),
        ]
    };
    let rows = Scenario::ALL.into_iter().map(row).collect();
    document.table(&["Scenario", "Net present value", "Return on investment", "Payback"], rows);
}

fn drivers(document: &mut Document, business: &Business) {
    let swings = sensitivity(business.model);
    if swings.is_empty() {
        return;
    }
    document.heading(2, "What matters most");
    let label = |place: usize| business.model.sheet.cells.get(place).map_or("", |cell| &cell.label);
    let rows = swings.iter().take(DRIVERS).map(|swing| {
        let [low, high] = [swing.at_low, swing.at_high].map(|value| business.money(Some(value)));
        vec![label(swing.place).to_owned(), low, high]
    });
    document.table(&["Input", "Net present value at its low end", "At its high end"], rows.collect());
}

fn must_hold(document: &mut Document, business: &Business) {
    let mut rows = super::annex::must_hold_rows(business);
    rows.truncate(DRIVERS);
    if !rows.is_empty() {
        document.heading(2, "What must be true");
        document.note("The value of each input at which the net present value is zero, all else as it is.");
        document.table(&["Input", "In this case", "At zero"], rows);
    }
}

/// The tier of the result and how many inputs stand in each.
fn known(business: &Business) -> String {
    let sheet = &business.model.sheet;
    let result = business.model.figures.npv;
    let Some(least) = reach::tiers(sheet).get(result).copied().flatten() else { return "Nothing is known yet.".into() };
    let inputs: Vec<_> = reach::inputs(sheet, result).into_iter().filter_map(|place| sheet.input_at(place)).collect();
    let mut counts = Vec::new();
    for evidence in words::EVIDENCE {
        let count = inputs.iter().filter(|input| input.evidence == evidence).count();
        if count > 0 {
            counts.push(format!("{count} of {}", words::evidence(evidence)));
        }
    }
    format!(
        "Evidence tier {}: the result is known no better than its least known input. Of {} inputs: {}.",
        words::tier(least),
        inputs.len(),
        counts.join("; ")
    )
}
