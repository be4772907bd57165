//! Files to take along, each with what it is for: for Word, for calendars and task lists, to keep.
use super::exports::{case, saved_as};
use crate::app::{Changed, Model};
use crate::browser::download;
use crate::domain::audience::Audience;
use crate::domain::row::{self, RowKind};
use crate::export::agenda::{self, NO_DAYS};
use crate::export::checklist::{checklist, file_stem};
use crate::export::{csv, parcel, tasks};
use crate::ui::made::{File, Made, word};
use crate::ui::{View, saving};
use crate::wire::order::{self, Order};
use yew::prelude::*;

/// Anew for each audience, so that nothing said about one file stays for another.
pub fn files(view: &View) -> Html {
    let model = &view.model;
    let audience = model.audience;
    let is_own = audience == Audience::Partner;
    html! {
        <div class="stack" key={audience.slug()}>
            <h3>{ "To read and change" }</h3>
            <p>{ "For Word and other office programs, with headings, tables and a table of contents." }</p>
            { document(view, audience) }
            <h3>{ "For calendars and task lists" }</h3>
            <p>{ "The days of the plan as whole-day entries. A newer calendar file moves the entries of an older one." }</p>
            { calendar(view, audience) }
            <p>{ "Everything that is still open, with who and by when." }</p>
            <div class="cluster">{ saved_as(view, "Open tasks (CSV)", task_list) }</div>
            <div class="stack" hidden={!is_own}>
                <h3>{ "To keep or pass on to a colleague" }</h3>
                <p>{ "All that you typed, to open in Fitproof again." }</p>
                <div class="cluster">{ saved_as(view, "Case file (JSON)", |model, _| saving::save_file(model)) }</div>
            </div>
        </div>
    }
}

fn document(view: &View, audience: Audience) -> Html {
    let model = view.model.clone();
    let file = word(file_stem(&case(&model), audience));
    let order =
        Callback::from(move |()| Ok(order::write(&Order::Word(parcel::pack(&checklist(&case(&model), audience))))));
    html! { <Made label="Word document (DOCX)" {file} {order} is_primary={true} /> }
}

fn calendar(view: &View, audience: Audience) -> Html {
    let (model, saved_model, change) = (view.model.clone(), view.model.clone(), view.change.clone());
    let stem = file_stem(&case(&model), audience);
    let file = File { what: "the calendar", stem, extension: "ics", mime: "text/calendar" };
    let order = Callback::from(move |()| {
        let (agenda, _) = written(&model, audience);
        if agenda.entries.is_empty() { Err(NO_DAYS) } else { Ok(order::write(&Order::Calendar(agenda::pack(&agenda)))) }
    });
    // The account remembers what was written, so that the next calendar is known as a newer one.
    let saved = Callback::from(move |()| {
        let (_, keep) = written(&saved_model, audience);
        if saved_model.is_editable() && kept(&saved_model) != keep {
            change.emit(Changed::SoleTyped { kind: RowKind::Engagement, field: "sequence".into(), text: keep });
        }
    });
    html! { <Made label="Calendar (ICS)" {file} {order} {saved} /> }
}

fn kept(model: &Model) -> &str {
    row::sole_text(&model.account.rows, RowKind::Engagement, "sequence")
}

fn written(model: &Model, audience: Audience) -> (agenda::Agenda, String) {
    agenda::agenda(&case(model), audience, &model.case, kept(model))
}

fn task_list(model: &Model, audience: Audience) {
    let case = case(model);
    let table = tasks::csv(&tasks::tasks(&case, audience));
    download::save(&[&file_stem(&case, audience), "-tasks"].concat(), csv::EXTENSION, csv::MIME, table.as_bytes());
}
