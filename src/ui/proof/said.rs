//! Who said something, and when: two fields for a section's words, a precondition, a gate or an approval point.
use super::list::Desk;
use crate::app::Changed;
use crate::domain::guide::{note, saying};
use crate::export::progress::subject_field;
use crate::ui::event::typed;
use crate::ui::form::element_id;
use yew::prelude::*;

/// The fields for one subject, by its id; `of` is what it is called.
pub fn said(desk: &Desk, subject: &str, of: &str) -> Html {
    let row = |field: &'static str, label: &'static str, kind: &'static str, longest: &'static str| {
        let id = element_id(&[&subject_field(subject), ".", field].concat());
        let now = saying(&desk.view.model.account.rows, subject);
        let value = if field == "who" { now.who.clone() } else { now.day.clone() };
        let (subject, change) = (subject.to_owned(), desk.view.change.clone());
        let oninput = Callback::from(move |event: InputEvent| {
            change.emit(noted(&subject, now.key, field, typed(&event)));
        });
        html! {
            <div class="field said__field">
                <label class="field__label" for={id.clone()}>{ label }<span class="visually-hidden">{ format!(": {of}") }</span></label>
                <input class="input" {id} type={kind} autocomplete="off" maxlength={longest} {value} disabled={!desk.is_editable()} {oninput} />
            </div>
        }
    };
    html! { <div class="said">{ row("who", "Who said it", "text", "200") }{ row("day", "When", "date", "10") }</div> }
}

/// A text at the row of a subject, which is made when it isn't there yet.
fn noted(subject: &str, key: Option<u32>, field: &str, text: String) -> Changed {
    match key {
        Some(key) => Changed::RowTyped { key, field: field.to_owned(), text },
        None => Changed::RowsAdded { rows: vec![note(subject, &[(field, &text)])], before: None },
    }
}
