//! The customer groups that a proof must engage: who stands for each, and which is missing.
use crate::app::Changed;
use crate::domain::account::Person;
use crate::domain::guide::covered;
use crate::playbook::data::EntryData;
use crate::ui::form::radio;
use crate::ui::picture::{Shape, mark};
use crate::ui::{View, source};
use yew::prelude::*;

/// Which group a person belongs to.
pub fn choice(view: &View, id: &str, person: &Person) -> Html {
    let key = person.key;
    let groups = &view.model.shipped.data.groups;
    let choice = |group: Option<&EntryData>| {
        let label = group.map_or("Not said", |group| name(group));
        let own = group.map(|group| group.id.clone());
        let checked = person.group == own;
        radio(&format!("{id}-group"), label, checked, view.choose(Changed::PersonGrouped { key, group: own }))
    };
    html! {
        <fieldset class="field" disabled={!view.model.is_editable()} hidden={groups.is_empty()}>
            <legend class="field__label">{ "Group in the proof" }</legend>
            <div class="choices">{ for std::iter::once(None).chain(groups.iter().map(Some)).map(choice) }</div>
        </fieldset>
    }
}

/// "Executives" of "Executives: confirm that it is needed, …".
fn name(group: &EntryData) -> &str {
    group.text.split_once(':').map_or(group.text.as_str(), |(name, _)| name)
}

/// Each group with the people who stand for it.
pub fn groups(view: &View) -> Html {
    let data = &view.model.shipped.data;
    let row = |group: &EntryData| {
        let people: Vec<&str> = covered(&view.model.account.people, &group.id)
            .map(|person| if person.name.trim().is_empty() { person.title.trim() } else { person.name.trim() })
            .collect();
        let does = group.text.split_once(':').map_or("", |(_, does)| does.trim());
        let shape = if people.is_empty() { Shape::Empty } else { Shape::Full };
        html! {
            <tr key={group.id.clone()}>
                <th scope="row">{ mark(shape) }{ " " }{ name(group) }</th>
                <td data-label="Who">{ if people.is_empty() { "Missing".to_owned() } else { people.join(", ") } }</td>
                <td data-label="What they do">{ does }</td>
            </tr>
        }
    };
    let missing =
        data.groups.iter().filter(|group| covered(&view.model.account.people, &group.id).next().is_none()).count();
    let line = match missing {
        0 => "Every group has someone.".to_owned(),
        1 => "One group has nobody yet.".to_owned(),
        count => format!("{count} groups have nobody yet."),
    };
    html! {
        <section class="group" aria-labelledby="groups-title" hidden={data.groups.is_empty()}>
            <h2 class="group__title" id="groups-title">{ "The customer’s groups" }</h2>
            <p>{ line }</p>
            <table class="table">
                <caption class="visually-hidden">{ "Who stands for each group" }</caption>
                <thead><tr><th scope="col">{ "Group" }</th><th scope="col">{ "Who" }</th><th scope="col">{ "What they do" }</th></tr></thead>
                <tbody>{ for data.groups.iter().map(row) }</tbody>
            </table>
            if let Some(first) = data.groups.first() { { source::details("the groups", &first.source) } }
        </section>
    }
}
