//! Who has which part in each section of the guide. On a phone a section is a small list of people.
use crate::app::Changed;
use crate::domain::account::Person;
use crate::domain::guide::{DUTIES, duties, row_of};
use crate::domain::row::{Row, RowKind};
use crate::export::words;
use crate::playbook::data::SectionData;
use crate::ui::View;
use crate::ui::form::{Choice, Select, element_id};
use std::rc::Rc;
use yew::prelude::*;

pub fn matrix(view: &View) -> Html {
    let model = &view.model;
    let sections = &model.shipped.data.sections;
    let people: Vec<&Person> = model.account.people.iter().filter(|person| !name(person).is_empty()).collect();
    let parts =
        DUTIES.iter().map(|(duty, id)| (AttrValue::from(*id), AttrValue::from(words::capital(words::duty(*duty)))));
    let choices: Rc<[Choice]> = std::iter::once((AttrValue::from(""), AttrValue::from("–"))).chain(parts).collect();
    let head = |person: &&Person| html! { <th scope="col" key={person.key}>{ name(person) }</th> };
    html! {
        <section class="group" aria-labelledby="matrix-title">
            <h2 class="group__title" id="matrix-title">{ "Who does what" }</h2>
            <p class="group__lead">{ "For each section of the guide: who does it, the one who decides, who is asked before and who is told after." }</p>
            <p class="empty" hidden={!people.is_empty()}>{ "Name somebody first." }</p>
            <div class="matrix" hidden={people.is_empty()} tabindex="0" role="group" aria-labelledby="matrix-title">
                <table class="table matrix__table">
                    <thead><tr><th scope="col">{ "Section" }</th>{ for people.iter().map(head) }</tr></thead>
                    <tbody>{ for (1..).zip(sections).map(|(number, section)| row(view, number, section, &people, &choices)) }</tbody>
                </table>
            </div>
        </section>
    }
}

/// By name, or by title where no name is known.
fn name(person: &Person) -> &str {
    match person.name.trim() {
        "" => person.title.trim(),
        name => name,
    }
}

fn row(view: &View, number: usize, section: &SectionData, people: &[&Person], choices: &Rc<[Choice]>) -> Html {
    let model = &view.model;
    let own = duties(&model.account.rows, &section.id, &model.account.people);
    let gaps: Vec<String> = own.gaps().into_iter().map(words::gap).collect();
    let cell = |person: &&Person| {
        let key = row_of(&model.account.rows, &section.id, person.key).map(|row| row.key);
        let now =
            own.of(person.key).and_then(|duty| DUTIES.iter().find(|(own, _)| *own == duty)).map_or("", |(_, id)| id);
        let (of, who, change) = (section.id.clone(), person.key, view.change.clone());
        let chosen = Callback::from(move |part: String| change.emit(put(key, &of, who, part)));
        let id = element_id(&format!("duty.{}.{}", section.id, person.key));
        html! {
            <td key={person.key} data-label={name(person).to_owned()}>
                <label class="visually-hidden" for={id.clone()}>{ format!("Part of {} in {}", name(person), section.name) }</label>
                <Select {id} choices={choices.clone()} value={now} editable={model.is_editable()} {chosen} />
            </td>
        }
    };
    html! {
        <tr key={section.id.clone()}>
            <th scope="row">{ format!("{number}. {}", section.name) }<span class="matrix__gaps">{ gaps.join(" ") }</span></th>
            { for people.iter().map(cell) }
        </tr>
    }
}

/// A person's part in a section: no part leaves no trace.
fn put(key: Option<u32>, section: &str, person: u32, part: String) -> Changed {
    match key {
        Some(key) if part.is_empty() => Changed::RowRemoved(key),
        Some(key) => Changed::RowTyped { key, field: "part".to_owned(), text: part },
        None => {
            let mut row = Row::new(0, RowKind::Duty, None);
            let fields = [("section", section.to_owned()), ("person", person.to_string()), ("part", part)];
            row.fields = fields.into_iter().map(|(field, text)| (field.to_owned(), text)).collect();
            Changed::RowsAdded { rows: vec![row], before: None }
        }
    }
}
