//! What holds for the whole plan.
use super::{Include, Plan, Ramp};
use crate::domain::money;
use crate::domain::number;
use crate::domain::problem::Problem;
use crate::domain::row::{Row, RowKind};
use crate::domain::value::defaults::Defaults;
use crate::domain::value::input::Input;
use crate::domain::value::reading::Reader;
use crate::domain::value::simulate::Grain;
use std::rc::Rc;

/// The plan's settings with empty lists, and its currency.
pub fn read(rows: &[Rc<Row>], defaults: &Defaults, problems: &mut Vec<Problem>) -> (Plan, String) {
    let blank = Row::new(0, RowKind::Plan, None);
    let row = rows.iter().find(|row| row.kind == RowKind::Plan).map_or(&blank, |row| row);
    let text = |name: &str| {
        let typed = row.text(name).trim();
        if typed.is_empty() { defaults.text(name) } else { typed }
    };
    let currency = currency(text("currency"), defaults, problems);
    let reader = Reader { currency: &currency, defaults };
    let horizon = horizon(text("horizon"), defaults, problems);
    let mut given = |name: &str, neutral: f64| needed(reader, row, name, neutral, problems);
    let (discount_rate, days, hours) = (given("discount-rate", 0.0), given("days", 0.0), given("hours", 0.0));
    let (benefit_adjustment, cost_adjustment) = (given("benefit-adjustment", 0.0), given("cost-adjustment", 0.0));
    if discount_rate.range.likely == 0.0 {
        let hint = "Type what money costs the company, for example 10";
        problems.push(Problem::warning("plan.discount-rate", "At 0 % later money counts like today's", hint));
    }
    let ramp = if text("ramp-by") == "month" {
        Ramp::Months(needed(reader, row, "ramp-months", 0.0, problems))
    } else {
        years(reader, row, horizon, problems)
    };
    let plan = Plan {
        currency: currency.clone(),
        usage_unit: text("usage-unit").to_owned(),
        include: Include::ALL.into_iter().find(|include| include.id() == text("include")).unwrap_or_default(),
        horizon,
        discount_rate,
        days,
        hours,
        benefit_adjustment,
        cost_adjustment,
        ramp,
        payback_target: reader.input(row, "payback-target", problems),
        reason: text("reason").to_owned(),
        seed: seed(text("seed"), problems),
        grain: grain(defaults),
        roles: Vec::new(),
        processes: Vec::new(),
        benefits: Vec::new(),
        costs: Vec::new(),
    };
    (plan, currency)
}

/// A setting that nothing can be worked out without. Where neither the user nor the playbook gives it, that is told.
fn needed(reader: Reader, row: &Row, name: &str, neutral: f64, problems: &mut Vec<Problem>) -> Input {
    let told = problems.len();
    if let Some(input) = reader.input(row, name, problems) {
        return input;
    }
    if problems.len() == told {
        problems.push(Problem::error(&["plan.", name].concat(), "This figure is missing", "Type it here"));
    }
    reader.input_or(row, name, neutral)
}

/// A share for each year; one that is not given is that of the year before.
fn years(reader: Reader, row: &Row, horizon: u32, problems: &mut Vec<Problem>) -> Ramp {
    let first = needed(reader, row, "ramp-1", 1.0, problems);
    let mut years = vec![Some(first)];
    for year in 2..=horizon {
        years.push(reader.input(row, &["ramp-", &year.to_string()].concat(), problems));
    }
    Ramp::Years(years)
}

fn currency(text: &str, defaults: &Defaults, problems: &mut Vec<Problem>) -> String {
    let code = text.to_ascii_uppercase();
    if money::is_code(&code) {
        return code;
    }
    let hint = "Type its three letters, for example EUR";
    problems.push(Problem::error("plan.currency", "This isn't a currency code", hint));
    let code = defaults.text("currency").to_ascii_uppercase();
    if money::is_code(&code) { code } else { "USD".into() }
}

fn horizon(text: &str, defaults: &Defaults, problems: &mut Vec<Problem>) -> u32 {
    let read = |text: &str| text.trim().parse::<u32>().ok().filter(|years| (1..=10).contains(years));
    read(text).unwrap_or_else(|| {
        let message = "The horizon is a whole number of years from 1 to 10";
        problems.push(Problem::error("plan.horizon", message, "Type 3 for three years"));
        read(defaults.text("horizon")).unwrap_or(1)
    })
}

/// It is the playbook's alone. A share that it doesn't give keeps nothing from being shown.
fn grain(defaults: &Defaults) -> Grain {
    let share = |name: &str| {
        let read = number::read(defaults.text(&["grain.", name].concat()), number::Unit::Percent);
        read.ok().and_then(|span| span.single()).map_or(0.0, |share| share.to_f64() / 100.0)
    };
    Grain { customer: share("a"), published: share("b"), estimate: share("c"), default: share("d") }
}

fn seed(text: &str, problems: &mut Vec<Problem>) -> u64 {
    if text.is_empty() {
        return 1;
    }
    text.parse().unwrap_or_else(|_| {
        let message = "The seed is a whole number";
        problems.push(Problem::error(
            "plan.seed",
            message,
            "Type any number such as 1; the same one gives the same figures",
        ));
        1
    })
}
