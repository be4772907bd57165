//! The guide: its sections as a list of tasks, done in any order, each of which unfolds.
use super::list::Desk;
use super::section::section;
use crate::domain::guide::Status;
use crate::export::progress::Progress;
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
            <ol class="sections">{ for (1..).zip(&sections).map(|(number, looked)| section(desk, number, looked)) }</ol>
        </section>
    }
}
