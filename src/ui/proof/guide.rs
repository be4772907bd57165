//! The guide: its sections as a list of tasks, done in any order, then each of them.
use super::list::Desk;
use super::section::section;
use crate::app::Action;
use crate::domain::guide::Status;
use crate::export::progress::{Looked, Progress, subject_field};
use crate::export::words;
use crate::ui::picture::{Shape, mark};
use yew::prelude::*;

pub fn guide(desk: &Desk, progress: &Progress) -> Html {
    let sections = progress.sections();
    let count = |status: Status| sections.iter().filter(|looked| looked.section.status() == status).count();
    let (complete, begun) = (count(Status::Complete), count(Status::InProgress));
    let drafts = sections.iter().filter(|looked| looked.section.is_draft()).count();
    let line = format!("{complete} of {} complete, {begun} in progress.", sections.len());
    let drafts = match drafts {
        0 => String::new(),
        1 => "One draft waits to become the customer’s words.".to_owned(),
        count => format!("{count} drafts wait to become the customer’s words."),
    };
    html! {
        <section class="group" aria-labelledby="guide-title">
            <h2 class="group__title" id="guide-title">{ "What it must hold" }</h2>
            <p class="group__lead">{ "Write in any order, over as many sittings as it takes. A section is complete when you tick it; what the customer writes counts only in their words. The advice never holds you back." }</p>
            <p>{ line }{ " " }{ drafts }</p>
            <ol class="tasks">{ for (1..).zip(&sections).map(|(number, looked)| task(desk, number, looked)) }</ol>
            <ol class="sections">{ for (1..).zip(&sections).map(|(number, looked)| section(desk, number, looked)) }</ol>
        </section>
    }
}

fn task(desk: &Desk, number: usize, looked: &Looked) -> Html {
    let shape = match looked.section.status() {
        Status::Complete => Shape::Full,
        Status::InProgress => Shape::Half,
        Status::NotStarted => Shape::Empty,
    };
    let go = desk.view.click(Action::FieldSought(subject_field(&looked.data.id)));
    html! {
        <li class="task" key={looked.data.id.clone()}>
            { mark(shape) }
            <button type="button" class="link task__name" onclick={go}>{ format!("{number}. {}", looked.data.name) }</button>
            <span class="task__status">{ words::section_status(looked.section.status()) }</span>
            <span class="task__author">{ if looked.section.is_draft() { "draft by the partner" } else { words::author(looked.data.author) } }</span>
        </li>
    }
}
