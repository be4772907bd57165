//! The people a deal needs: who fills each role, who is missing, what to look for and what to say.
use super::panel::View;
use super::source;
use crate::domain::condition::Holds;
use crate::domain::persona::{Coverage, Status, matches};
use crate::export::words;
use crate::playbook::data::{EntryData, PersonaData, ProfileData, RoleData, TitleData};
use crate::playbook::verdict::title_needed;
use crate::ui::picture::{Shape, mark};
use yew::prelude::*;

pub fn people(view: &View) -> Html {
    let (data, verdict) = (&view.playbook.data, &*view.verdict);
    let rows =
        data.roles.iter().zip(&verdict.coverage).filter(|(_, row)| row.needed != Holds::No || !row.people.is_empty());
    let unplaced: Vec<&str> = verdict.unplaced.iter().map(|at| name(view, *at)).collect();
    let profile = verdict.leaning().and_then(|at| data.profiles.get(at));
    html! {
        <section class="verdict__part">
            <h3 class="verdict__heading">{ "People to find" }</h3>
            <table class="roles">
                <caption key="caption" class="visually-hidden">{ "Roles in the buying group and who fills them" }</caption>
                <thead key="head"><tr><th scope="col">{ "Role" }</th><th scope="col">{ "Who" }</th><th scope="col">{ "Standing" }</th></tr></thead>
                { for rows.map(|(role, row)| role_rows(view, role, row)) }
            </table>
            if !unplaced.is_empty() {
                <p class="verdict__note">{ format!("No role found for {}. Choose one under People.", words::and(&unplaced)) }</p>
            }
            <div>{ for profile.map(say) }</div>
        </section>
    }
}

/// The name, else the title.
fn name(view: &View, at: usize) -> &str {
    let Some(person) = view.people.get(at) else { return "" };
    if person.name.trim().is_empty() { person.title.trim() } else { person.name.trim() }
}

fn role_rows(view: &View, role: &RoleData, row: &Coverage) -> Html {
    let names: Vec<&str> = row.people.iter().map(|at| name(view, *at)).collect();
    let shape = match row.status {
        Status::Covered => Shape::Full,
        Status::TooWeak | Status::NotJudged => Shape::Half,
        Status::Missing if row.needed == Holds::Yes => Shape::Empty,
        Status::Missing => Shape::Open,
    };
    let needed = if row.needed == Holds::Yes { String::new() } else { format!(", {}", words::role_needed(row.needed)) };
    html! {
        <tbody key={role.id.clone()}>
            <tr>
                <th scope="row">{ &role.name }</th>
                <td>{ if names.is_empty() { "nobody yet".to_owned() } else { words::and(&names) } }</td>
                <td class="roles__status">{ mark(shape) }<span>{ format!("{}{needed}", words::role_status(row.status)) }</span></td>
            </tr>
            <tr class="roles__more"><td colspan="3">{ more(view, role, row) }</td></tr>
        </tbody>
    }
}

/// Who they are, titles to look for, what they care about.
fn more(view: &View, role: &RoleData, row: &Coverage) -> Html {
    let leaning = view.verdict.leaning().and_then(|at| view.playbook.data.profiles.get(at));
    let for_profile = |title: &&TitleData| match (&title.profile, leaning) {
        (Some(wanted), Some(profile)) => *wanted == profile.id,
        _ => true,
    };
    let titles = role.titles.iter().filter(for_profile);
    let titles = titles
        .map(|title| (title, title_needed(title, &view.verdict.answers)))
        .filter(|(_, needed)| *needed != Holds::No);
    let title = |(at, (title, needed)): (usize, (&TitleData, Holds))| {
        let maybe = if needed == Holds::Maybe { " (may be needed)" } else { "" };
        html! { <li key={at}>{ format!("{}{maybe}", title.title) }{ source::sign([&title.source]) }</li> }
    };
    html! {
        <details class="more">
            <summary>{ "Titles and what they care about" }<span class="visually-hidden">{ format!(": {}", role.name) }</span></summary>
            <div>
                <p>{ &role.who }</p>
                <h4 class="kind__head">{ "Titles to look for" }</h4>
                <ul>{ for titles.enumerate().map(title) }</ul>
                <div>{ for personas(view, role, row).into_iter().map(persona) }</div>
                { source::note(&role.name, &role.source) }
            </div>
        </details>
    }
}

/// Those whom the people named match; all of the role while they match none.
fn personas<'a>(view: &'a View, role: &RoleData, row: &Coverage) -> Vec<&'a PersonaData> {
    let titles: Vec<&str> =
        row.people.iter().filter_map(|at| view.people.get(*at)).map(|person| person.title.as_str()).collect();
    let all: Vec<&PersonaData> = view.playbook.data.personas.iter().filter(|persona| persona.role == role.id).collect();
    let named =
        |persona: &&PersonaData| persona.words.iter().any(|word| titles.iter().any(|title| matches(word, title)));
    let matched: Vec<&PersonaData> = all.iter().copied().filter(named).collect();
    if matched.is_empty() { all } else { matched }
}

fn persona(persona: &PersonaData) -> Html {
    let line = |(head, items): (&'static str, &Vec<String>)| {
        let items: Vec<String> = items.iter().map(|item| words::inner(item)).collect();
        html! { <p key={head}><b>{ format!("{head}: ") }</b>{ format!("{}.", items.join("; ")) }</p> }
    };
    let lines = [("Measured by", &persona.measures), ("Struggles with", &persona.pains), ("Wants", &persona.wants)];
    html! {
        <div class="persona" key={persona.id.clone()}>
            <h4 class="kind__head">{ format!("{}: what they care about", persona.title) }{ source::sign([&persona.source]) }</h4>
            <div>{ for lines.into_iter().filter(|(_, items)| !items.is_empty()).map(line) }</div>
            { source::note(&persona.title, &persona.source) }
        </div>
    }
}

/// What the leaning profile is offered, and what it struggles with.
fn say(profile: &ProfileData) -> Html {
    let list = |entries: &[EntryData]| {
        let item = |entry: &EntryData| html! { <li key={entry.id.clone()}>{ &entry.text }{ source::sign([&entry.source]) }</li> };
        html! { <ul>{ for entries.iter().map(item) }</ul> }
    };
    html! {
        <details class="more" key={profile.id.clone()}>
            <summary>{ format!("What to say to a {}", profile.short) }</summary>
            <div>
                <h4 class="kind__head">{ "What Make offers them" }</h4>
                { list(&profile.values) }
                <h4 class="kind__head">{ "What they struggle with" }</h4>
                { list(&profile.problems) }
                <p><b>{ "Decision maker: " }</b>{ &profile.decision_maker }</p>
                <p><b>{ "Champion: " }</b>{ &profile.champion }</p>
                { source::note(&profile.short, &profile.source) }
            </div>
        </details>
    }
}
