//! Every finding of every profile: answer, rule, points, source; and the picture of their shares.
use super::figures::note;
use super::panel::View;
use super::section::{Section, same_row};
use super::source;
use crate::domain::criterion::{Finding, Outcome};
use crate::domain::fit::ProfileFit;
use crate::export::words;
use crate::playbook::data::{CriterionData, ProfileData};
use crate::ui::picture::{Shape, Share, legend, mark, shares};
use yew::prelude::*;

/// The leading profile is open, the others folded.
pub fn findings(view: &View) -> Html {
    let (playbook, fit) = (&view.playbook, &view.verdict.fit);
    let lead = fit.best.unwrap_or(0);
    let profiles = playbook.data.profiles.iter().zip(&fit.profiles).enumerate();
    let profile = |(at, (data, fit)): (usize, (&ProfileData, &ProfileFit))| {
        html! {
            <details class="more more--profile" key={data.id.clone()} open={at == lead}>
                <summary>{ format!("{}, {}", data.name, words::verdict_line(playbook, fit)) }</summary>
                { body(view, at, data, fit) }
            </details>
        }
    };
    html! {
        <section class="verdict__part">
            <h3 class="verdict__heading">{ "Every finding" }</h3>
            <div>{ for profiles.map(profile) }</div>
        </section>
    }
}

fn body(view: &View, profile: usize, data: &ProfileData, fit: &ProfileFit) -> Html {
    let id = data.id.replace('.', "-");
    let (picture, table) = (format!("shares-{id}"), format!("findings-{id}"));
    let all: Vec<(&CriterionData, &Finding)> = data.criteria.iter().zip(&fit.findings).collect();
    let parts: Vec<Share> = all
        .iter()
        .map(|(criterion, finding)| Share {
            hint: format!("{}: {}, {}", criterion.label, words::outcome(finding.outcome), points(criterion, finding)),
            weight: criterion.weight,
            finding,
        })
        .collect();
    let memoised = |(at, (criterion, _)): (usize, &(&CriterionData, &Finding))| {
        let view = View { row: (profile, at), ..view.clone() };
        html! { <Section key={criterion.id.clone()} {view} draw={row as fn(&View) -> Html} same={same_row as fn(&View, &View) -> bool} /> }
    };
    let rows = all.iter().enumerate().map(memoised);
    html! {
        <div>
            <p class="verdict__note">{ &data.who }</p>
            <p class="verdict__note">{ format!("Share of focus: {}. It never scores.", data.focus) }</p>
            <figure class="shares">
                { shares(&picture, &format!("What the score as {} is made of", data.short), &description(&all), &parts) }
                { legend(&picture) }
                <figcaption class="verdict__note">{ "Each part is as wide as it weighs; the numbers are the rows of the table." }</figcaption>
            </figure>
            <table class="findings" id={table}>
                <caption class="visually-hidden">{ format!("Findings as {}", data.short) }</caption>
                <thead><tr><th scope="col">{ "Rule and answer" }</th><th scope="col">{ "Points" }</th></tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
            { source::note(&data.short, &data.source) }
        </div>
    }
}

/// The finding that the view is of.
fn row(view: &View) -> Html {
    let (profile, at) = view.row;
    let criterion = view.playbook.data.profiles.get(profile).and_then(|data| data.criteria.get(at));
    let finding = view.verdict.fit.profiles.get(profile).and_then(|fit| fit.findings.get(at));
    let (Some(criterion), Some(finding)) = (criterion, finding) else { return html! { <tr></tr> } };
    let shape = match finding.outcome {
        Outcome::Met => Shape::Full,
        Outcome::Near => Shape::Half,
        Outcome::Missed => Shape::Empty,
        Outcome::Unknown => Shape::Open,
    };
    let sources = [("The rule", &criterion.source), ("Weight and near band", &criterion.weight_source)];
    let known = view.known.get(&criterion.id).map(String::as_str);
    let (on_go, question) = (view.on_go.clone(), criterion.question.clone());
    html! {
        <tr>
            <th scope="row">
                <span class="findings__label">{ format!("{}. {}", at + 1, criterion.label) }</span>
                <button type="button" class="answer" onclick={move |_| on_go.emit(question.clone())}>
                    { known.unwrap_or("no answer yet") }
                    <span class="visually-hidden">{ format!(": go to {}", criterion.label) }</span>
                </button>
                <span class="findings__rule">{ words::capital(&criterion.states) }</span>
                { note(&view.changed, &criterion.id, "") }
                { source::notes(&criterion.label, &sources) }
            </th>
            <td>
                <span class="findings__outcome">{ mark(shape) }{ words::outcome(finding.outcome) }</span>
                <span class="findings__points">{ points(criterion, finding) }</span>
            </td>
        </tr>
    }
}

/// "15 of 25", "0 to 25 of 25".
fn points(criterion: &CriterionData, finding: &Finding) -> String {
    format!("{} of {}", words::interval(finding.low, finding.high), criterion.weight)
}

/// Which criteria are met, near, missed and open, in one sentence each.
fn description(all: &[(&CriterionData, &Finding)]) -> String {
    let outcomes = [Outcome::Met, Outcome::Near, Outcome::Missed, Outcome::Unknown];
    let sentences = outcomes.map(|outcome| {
        let labels = all.iter().filter(|(_, finding)| finding.outcome == outcome);
        let labels: Vec<String> = labels.map(|(criterion, _)| words::inner(&criterion.label)).collect();
        if labels.is_empty() {
            String::new()
        } else {
            format!("{}: {}. ", words::capital(words::outcome(outcome)), words::and(&labels))
        }
    });
    sentences.concat()
}
