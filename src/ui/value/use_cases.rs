//! The library: use cases to begin from, those that suit the account first.
use super::desk::Desk;
use crate::app::Changed;
use crate::domain::account::Entry;
use crate::domain::row::{self, RowKind, Rows};
use crate::domain::table::Set;
use crate::playbook::data::{BenefitData, FigureData, KindData, PerData, PlaybookData, UseCaseData, UseCaseKindData};
use crate::playbook::library::{Library, Suited, rows_beside, suited};
use crate::ui::{Shared, View, source};
use yew::prelude::*;

pub fn use_cases(desk: &Desk) -> Html {
    html! { <UseCases view={desk.view.clone()} library={desk.library.clone()} /> }
}

#[derive(Properties, PartialEq)]
struct Props {
    view: View,
    library: Shared<Library>,
}

/// What the account says of itself.
struct Known {
    departments: Set,
    apps: Set,
}

fn known(view: &View, library: &Library) -> Known {
    let (account, data) = (&view.model.account, &view.model.playbook.data);
    let named = |id: &str| library.data.use_cases.iter().any(|case| case.departments.iter().any(|own| own == id));
    let mut known = Known { departments: Set::new(), apps: Set::new() };
    for question in &data.questions {
        match account.entries.get(&question.id) {
            Some(Entry::Picked(picked)) if question.options.iter().any(|option| named(&option.id)) => {
                known.departments = picked.clone();
            }
            Some(Entry::Apps(apps)) if question.kind == KindData::Apps => known.apps = apps.known.clone(),
            _ => {}
        }
    }
    known
}

#[component]
fn UseCases(props: &Props) -> Html {
    let (view, library) = (&props.view, &props.library);
    let known = known(view, library);
    // What the account says is only where the list begins.
    let preset = {
        let mut preset = Set::new();
        let all = departments(library, &view.model.playbook.data);
        all.iter().filter(|(id, _)| known.departments.contains(id)).for_each(|(id, _)| _ = preset.insert(id.clone()));
        preset
    };
    let wanted = use_state_eq(|| preset);
    let stack_only = use_state_eq(|| false);
    let all = suited(&library.data.use_cases, &known.departments, &known.apps);
    let shown: Vec<&Suited> = all
        .iter()
        .filter(|suited| wanted.is_empty() || suited.use_case.departments.iter().any(|id| wanted.contains(id)))
        .filter(|suited| !*stack_only || !suited.apps.is_empty())
        .collect();
    let chip = |(id, name): &(String, String)| {
        let pressed = wanted.contains(id);
        let (setter, mut next, id) = (wanted.setter(), (*wanted).clone(), id.clone());
        if !next.remove(&id) {
            next.insert(id.clone());
        }
        html! {
            <button type="button" class="chip" key={id} aria-pressed={if pressed { "true" } else { "false" }}
                onclick={move |_| setter.set(next.clone())}>{ name }</button>
        }
    };
    let (everything, setter) = (wanted.setter(), stack_only.setter());
    let stack = *stack_only;
    html! {
        <section class="group">
            <h2 class="group__title">{ "Use cases" }</h2>
            <p>{ "Begin with one that fits: it brings a process before and after, and the benefits to look at. Its figures are starting points, to be replaced by the customer’s." }</p>
            <div class="stack">
                <div class="bands" role="group" aria-label="Departments">
                    <button type="button" class="chip" key="all" aria-pressed={if wanted.is_empty() { "true" } else { "false" }}
                        onclick={move |_| everything.set(Set::new())}>{ "All departments" }</button>
                    { for departments(library, &view.model.playbook.data).iter().map(chip) }
                </div>
                <label class="check">
                    <input type="checkbox" checked={stack} disabled={known.apps.is_empty()} onchange={move |_| setter.set(!stack)} />
                    <span>{ if known.apps.is_empty() { "Only with an app of their stack (none named yet)" } else { "Only with an app of their stack" } }</span>
                </label>
                <p class="muted" role="status">{ format!("{} of {} use cases", shown.len(), all.len()) }</p>
            </div>
            <ul class="value-cards">{ for shown.into_iter().map(|suited| card(view, library, suited)) }</ul>
        </section>
    }
}

/// The departments that the library knows, as the playbook names them.
fn departments(library: &Library, data: &PlaybookData) -> Vec<(String, String)> {
    let mut ids: Vec<&String> = Vec::new();
    for id in library.data.use_cases.iter().flat_map(|case| &case.departments) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids.into_iter().map(|id| (id.clone(), department(data, id))).collect()
}

fn department(data: &PlaybookData, id: &str) -> String {
    let mut options = data.questions.iter().flat_map(|question| &question.options);
    options.find(|option| option.id == id).map_or_else(|| id.to_owned(), |option| option.label.clone())
}

fn app<'a>(data: &'a PlaybookData, id: &'a str) -> &'a str {
    data.apps.iter().find(|app| app.id == id).map_or(id, |app| &app.name)
}

fn card(view: &View, library: &Library, suited: &Suited) -> Html {
    let (case, data) = (suited.use_case, &view.model.playbook.data);
    let rows: &Rows = &view.model.account.rows;
    let there = row::of(rows, RowKind::Process).any(|row| row.text("use-case") == case.id);
    let added = Changed::RowsAdded { rows: rows_beside(case, rows), before: None };
    let names = |ids: &[String]| ids.iter().map(|id| department(data, id)).collect::<Vec<_>>().join(", ");
    let apps: Vec<&str> = case.apps.iter().map(|id| app(data, id)).collect();
    let matching: Vec<&str> = suited.apps.iter().map(|id| app(data, id)).collect();
    let kind = match case.kind {
        UseCaseKindData::Point => "Solves one problem",
        UseCaseKindData::CrossDepartment => "Across departments",
    };
    html! {
        <li class="card value-card" key={case.id.clone()}>
            <h3 class="value-card__name">{ &case.name }</h3>
            <p class="cluster">
                <span class="badge">{ kind }</span>
                <span class="muted">{ names(&case.departments) }</span>
                if there { <strong class="value-card__there">{ "In this case" }</strong> }
            </p>
            <p>{ &case.text }</p>
            if !matching.is_empty() { <p class="value-card__match">{ format!("They use {}.", matching.join(", ")) }</p> }
            <details class="more">
                <summary>{ "What it brings" }<span class="visually-hidden">{ format!(": {}", case.name) }</span></summary>
                <div>{ contents(library, case, &apps, &view.model.playbook.data.currency) }</div>
            </details>
            <button type="button" class="button" disabled={!view.model.is_editable()} onclick={view.click_change(added)}>
                { if there { "Add it once more" } else { "Add to the case" } }
                <span class="visually-hidden">{ format!(": {}", case.name) }</span>
            </button>
        </li>
    }
}

/// What comes with a use case: the process in short, and every figure of its benefits.
fn contents(library: &Library, case: &UseCaseData, apps: &[&str], currency: &str) -> Html {
    let process = &case.process;
    let benefit = |benefit: &BenefitData| {
        let driver = library.data.drivers.iter().find(|driver| driver.kind == benefit.driver);
        let label = |field: &str| {
            let inputs = driver.into_iter().flat_map(|driver| &driver.inputs);
            inputs
                .into_iter()
                .find(|input| input.field == field)
                .map_or_else(|| field.to_owned(), |input| input.label.clone())
        };
        let figures = benefit.figures.iter().map(|named| format!("{}: {}", label(&named.field), figure(&named.figure)));
        let hours = benefit.of_process.then(|| "the hours that the process releases".to_owned());
        let said: Vec<String> = hours.into_iter().chain(figures).collect();
        html! {
            <li key={benefit.id.clone()}>
                { format!("{}: {}", driver.map_or("", |driver| &driver.name), benefit.name) }
                <span class="muted">{ format!(" ({})", said.join("; ")) }</span>
                { source::details(&benefit.name, &benefit.source) }
            </li>
        }
    };
    let roles =
        process.roles.iter().map(|role| format!("{} at {currency} {} an hour", role.name, figure(&role.hourly_cost)));
    html! {
        <>
            <p>{ format!("Process “{}”: {} steps today, {} after; {} times a {}.", process.name, process.before.len(), process.after.len(), figure(&process.volume), per(process.per)) }</p>
            if !process.roles.is_empty() { <p>{ format!("Work by {}.", roles.collect::<Vec<_>>().join(", ")) }</p> }
            if !apps.is_empty() { <p>{ format!("Apps as examples, each may be another one: {}.", apps.join(", ")) }</p> }
            if let Some(note) = &process.note { <p>{ &note.text }</p> }
            <ul>{ for case.benefits.iter().map(benefit) }</ul>
            { source::details(&process.name, &process.figure_source) }
        </>
    }
}

fn figure(figure: &FigureData) -> String {
    if figure.low.is_empty() {
        figure.likely.clone()
    } else {
        format!("{} ({} to {})", figure.likely, figure.low, figure.high)
    }
}

const fn per(per: PerData) -> &'static str {
    match per {
        PerData::Day => "day",
        PerData::Week => "week",
        PerData::Month => "month",
        PerData::Year => "year",
    }
}
