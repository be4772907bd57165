//! Before and after beside each other. Boxes are counted, but minutes are what is saved.
use super::editor::Stage;
use crate::domain::process::compare::{Line, Measure, compare};
use crate::domain::process::metrics::Total;
use crate::domain::value::input::Unit;
use crate::export::lanes::minutes;
use crate::ui::value::figures;
use yew::prelude::*;

pub fn comparison(stage: &Stage) -> Html {
    let lines = compare(&stage.read.process, &stage.desk.worked.plan);
    let row = |line: &Line| {
        let print = |total: Total| told(stage, line.measure, total);
        html! {
            <tr key={name(line.measure)}>
                <th scope="row">{ name(line.measure) }</th>
                <td class="number" data-label="Before">{ print(line.before) }</td>
                <td class="number" data-label="After">{ print(line.after) }</td>
                <td class="number" data-label="Change">{ changed(line) }</td>
            </tr>
        }
    };
    html! {
        <section class="part" id="process-compare">
            <h3>{ "Before and after" }</h3>
            <p>{ sentence(&lines) }</p>
            <table class="table compare">
                <thead><tr>
                    <th scope="col">{ "One run, on average" }</th>
                    <th scope="col" class="number">{ "Before" }</th>
                    <th scope="col" class="number">{ "After" }</th>
                    <th scope="col" class="number">{ "Change" }</th>
                </tr></thead>
                <tbody>{ for lines.iter().map(row) }</tbody>
            </table>
            if lines.iter().any(|line| line.before.open > 0 || line.after.open > 0) {
                <p class="field__hint">{ "“At least” means that the minutes of some steps, or what an hour costs, are not known yet." }</p>
            }
        </section>
    }
}

const fn name(measure: Measure) -> &'static str {
    match measure {
        Measure::Steps => "Steps",
        Measure::ManualSteps => "Steps by hand",
        Measure::ManualMinutes => "Work of people",
        Measure::Elapsed => "Time from start to end",
        Measure::Errors => "Errors",
        Measure::Cost => "Cost of people’s time",
        Measure::YearlyHours => "Hours of work in a year",
        Measure::YearlyCost => "Cost of people’s time in a year",
    }
}

fn told(stage: &Stage, measure: Measure, total: Total) -> String {
    let print = |unit| figures::value(total.value, unit, stage.desk.currency());
    let text = match measure {
        Measure::Steps | Measure::ManualSteps | Measure::Errors => print(Unit::Count),
        Measure::ManualMinutes | Measure::Elapsed => minutes(total.value),
        Measure::Cost | Measure::YearlyCost => print(Unit::Money),
        Measure::YearlyHours => print(Unit::Hours),
    };
    if total.open > 0 { format!("At least {text}") } else { text }
}

fn changed(line: &Line) -> String {
    match line.change() {
        Some(change) if change > 0.0 => ["+", &figures::value(change, Unit::Share, "")].concat(),
        Some(0.0) => "none".to_owned(),
        Some(change) => figures::value(change, Unit::Share, "").replace('-', "−"),
        None => "n/a".to_owned(),
    }
}

/// What the two sides say, in one sentence that doesn't take boxes for time.
fn sentence(lines: &[Line]) -> String {
    let of = |measure: Measure| lines.iter().find(|line| line.measure == measure);
    let lead = "Minutes count, not boxes";
    let (Some(steps), Some(work)) = (of(Measure::Steps), of(Measure::ManualMinutes)) else { return lead.to_owned() };
    if steps.before.value == 0.0 || steps.after.value == 0.0 {
        return format!("{lead}: describe both sides to see what changes.");
    }
    let least = |total: Total| {
        let text = minutes(total.value);
        if total.open > 0 { format!("at least {text}") } else { text }
    };
    format!(
        "{lead}: steps go from {} to {}, and what people work goes from {} to {} a run.",
        figures::value(steps.before.value, Unit::Count, ""),
        figures::value(steps.after.value, Unit::Count, ""),
        least(work.before),
        least(work.after)
    )
}
