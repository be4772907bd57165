//! A list of the plan: each entry a card of a few fields, added, ordered and removed by buttons.
use super::fold::Fold;
use crate::app::{Action, Changed};
use crate::domain::problem::Problem;
use crate::domain::row::{self, Row, RowKind};
use crate::export::words;
use crate::ui::View;
use crate::ui::event::written;
use crate::ui::form::{self, element_id, radio};
use crate::ui::picture::{Shape, mark};
use yew::prelude::*;

/// What stands at one field of an entry.
pub struct Column {
    pub field: &'static str,
    pub label: &'static str,
    pub hint: &'static str,
    pub what: What,
}

pub const fn column(field: &'static str, label: &'static str, hint: &'static str, what: What) -> Column {
    Column { field, label, hint, what }
}

/// Every plan names it.
pub const PARTNER: Column = column("partner", "Your company, as documents name it", "", What::Words);

pub enum What {
    Words,
    /// Several lines of words.
    Lines,
    Day,
    /// A whole number, which may be negative.
    Number,
    /// The text in the row, and the words; the first counts where nothing was chosen.
    Choice(&'static [(&'static str, &'static str)]),
    Tick,
}

pub struct List {
    pub kind: RowKind,
    pub title: &'static str,
    pub lead: &'static str,
    /// What an entry is called, as in "Add a holiday".
    pub one: &'static str,
    /// The field that names an entry.
    pub name: &'static str,
    pub columns: &'static [Column],
}

/// Everything the fields of the plan are drawn from.
pub struct Desk<'a> {
    pub view: &'a View,
    pub problems: &'a [Problem],
}

impl Desk<'_> {
    pub fn is_editable(&self) -> bool {
        self.view.model.is_editable()
    }

    /// What is said at a field; while it is typed in nothing is.
    fn problems_at(&self, field: &str) -> Vec<Problem> {
        let typing = self.view.model.typing.as_deref();
        self.problems.iter().filter(|problem| problem.field == field && typing != Some(field)).cloned().collect()
    }
}

/// An entry at a glance.
pub struct Brief {
    pub shape: Shape,
    pub state: String,
    /// Who, and when.
    pub line: String,
}

impl Brief {
    pub fn new(done: bool, state: &str, line: &[&str]) -> Self {
        let said: Vec<&str> = line.iter().copied().filter(|part| !part.is_empty()).collect();
        Self { shape: if done { Shape::Full } else { Shape::Empty }, state: state.to_owned(), line: said.join(", ") }
    }
}

/// The whole list. `preset` is what a new entry holds.
pub fn list(desk: &Desk, list: &List, preset: &[(&str, String)], brief: &dyn Fn(&Row) -> Brief) -> Html {
    let rows: Vec<&Row> = row::of(&desk.view.model.account.rows, list.kind).map(|row| &**row).collect();
    let mut new = Row::new(0, list.kind, None);
    new.fields = preset.iter().map(|(field, text)| ((*field).to_owned(), text.clone())).collect();
    let add = desk.view.click_change(Changed::RowsAdded { rows: vec![new], before: None });
    let card = |(at, row): (usize, &&Row)| {
        card(
            desk,
            list,
            (row, brief(row)),
            (at.checked_sub(1).and_then(|at| rows.get(at)), rows.get(at + 2)),
            at + 1 < rows.len(),
        )
    };
    html! {
        <section class="group">
            <h2 class="group__title">{ list.title }</h2>
            <p class="group__lead">{ list.lead }</p>
            <ol class="cards">{ for rows.iter().enumerate().map(card) }</ol>
            <button type="button" class="button" disabled={!desk.is_editable()} onclick={add}>{ format!("Add {}", list.one) }</button>
        </section>
    }
}

/// `above` and `after_next` are the entries that it goes before when it moves up or down.
fn card(
    desk: &Desk,
    list: &List,
    (row, brief): (&Row, Brief),
    (above, after_next): (Option<&&Row>, Option<&&Row>),
    can_sink: bool,
) -> Html {
    let name = match row.text(list.name).trim() {
        "" => format!("this {}", list.one.split_once(' ').map_or(list.one, |(_, noun)| noun)),
        name => format!("“{name}”"),
    };
    let button = |label: &'static str, enabled: bool, changed: Changed| {
        html! {
            <button type="button" class="button button--quiet button--small" disabled={!enabled || !desk.is_editable()}
                aria-label={format!("{label}: {name}")} onclick={desk.view.click_change(changed)}>{ label }</button>
        }
    };
    let up = Changed::RowMoved { key: row.key, before: above.map(|row| row.key) };
    let down = Changed::RowMoved { key: row.key, before: after_next.map(|row| row.key) };
    let title = match row.text(list.name).trim() {
        "" => words::capital(list.one.split_once(' ').map_or(list.one, |(_, noun)| noun)),
        name => name.to_owned(),
    };
    let fields = row.field("");
    let amiss = desk.problems.iter().any(|problem| problem.field.starts_with(&fields));
    let head = html! {
        <>
            { mark(brief.shape) }
            <h3 class="task__name">{ title }</h3>
            <span class={classes!("task__status", amiss.then_some("task__status--amiss"))}>{ if amiss { "To mend".to_owned() } else { brief.state } }</span>
            <span class="task__author">{ brief.line }</span>
        </>
    };
    html! {
        <li class="card card--folds" key={row.key} id={element_id(&row.field("card"))}>
            <Fold open={row.text(list.name).trim().is_empty()} {head}>
                <div class="card__fields">{ for list.columns.iter().map(|column| html! { <div class="card__field" key={column.field}>{ field(desk, row, column) }</div> }) }</div>
                <div class="card__buttons">
                    { button("Move up", above.is_some(), up) }
                    { button("Move down", can_sink, down) }
                    { button("Remove", true, Changed::RowRemoved(row.key)) }
                </div>
            </Fold>
        </li>
    }
}

/// What is wrong, each with the way to its field.
pub fn ways(view: &View, problems: &[Problem]) -> Html {
    let line = |(at, problem): (usize, &Problem)| {
        let go = view.click(Action::FieldSought(problem.field.clone()));
        html! { <li key={at}><button type="button" class="link" onclick={go}>{ problem.sentences() }</button></li> }
    };
    html! { <ul class="clock" hidden={problems.is_empty()}>{ for problems.iter().enumerate().map(line) }</ul> }
}

/// One field of a row.
pub fn field(desk: &Desk, row: &Row, column: &Column) -> Html {
    let field = row.field(column.field);
    let id = element_id(&field);
    let text = row.text(column.field);
    let (key, name) = (row.key, column.field);
    let typed = move |text: String| Changed::RowTyped { key, field: name.to_owned(), text };
    framed(desk, &field, column, text, &id, &typed)
}

/// One field of the row of which there is one, which need not be there yet.
pub fn sole(desk: &Desk, kind: RowKind, column: &Column) -> Html {
    let text = row::sole_text(&desk.view.model.account.rows, kind, column.field);
    let field = kind.field(column.field);
    let name = column.field;
    let typed = move |text: String| Changed::SoleTyped { kind, field: name.to_owned(), text };
    framed(desk, &field, column, text, &element_id(&field), &typed)
}

fn framed<T>(desk: &Desk, field: &str, column: &Column, text: &str, id: &str, typed: &T) -> Html
where
    T: Fn(String) -> Changed + Clone + 'static,
{
    let at = desk.problems_at(field);
    let refused = form::is_refused(&at);
    let class = classes!("field", refused.then_some("field--error"));
    let before = || form::before(id, column.hint, &at);
    match column.what {
        What::Choice(options) => {
            let chosen = if text.is_empty() { options.first().map_or("", |(value, _)| value) } else { text };
            let option = |(value, words): &(&'static str, &'static str)| {
                radio(id, words, *value == chosen, desk.view.choose(typed((*value).to_owned())))
            };
            html! {
                <fieldset {class} id={id.to_owned()} disabled={!desk.is_editable()}>
                    <legend class="field__label">{ column.label }</legend>
                    { before() }
                    <div class="choices choices--row">{ for options.iter().map(option) }</div>
                </fieldset>
            }
        }
        What::Tick => {
            let ticked = text == "yes";
            let toggled = typed(if ticked { String::new() } else { "yes".to_owned() });
            html! {
                <div {class} id={id.to_owned()}>
                    <label class="choice">
                        <input type="checkbox" checked={ticked} disabled={!desk.is_editable()} onchange={desk.view.choose(toggled)} />
                        <span>{ column.label }</span>
                    </label>
                    { before() }
                </div>
            }
        }
        What::Lines => {
            let (change, typed) = (desk.view.change.clone(), typed.clone());
            let oninput = Callback::from(move |event: InputEvent| change.emit(typed(written(&event))));
            let label = html! { <label class="field__label" for={format!("{id}-input")}>{ column.label }</label> };
            let input = html! {
                <textarea class="area" id={format!("{id}-input")} rows="3" maxlength="2000" value={text.to_owned()}
                    aria-describedby={format!("{id}-hint {id}-problems")} disabled={!desk.is_editable()} {oninput} />
            };
            form::framed(&desk.view.send, id, label, column.hint, &at, input)
        }
        What::Words | What::Day | What::Number => {
            let (kind, mode, longest) = match column.what {
                What::Day => ("date", None, "10"),
                What::Number => ("text", Some("numeric"), "10"),
                _ => ("text", None, "2000"),
            };
            let label = html! { <label class="field__label" for={format!("{id}-input")}>{ column.label }</label> };
            let input = html! {
                <input class="input" id={format!("{id}-input")} type={kind} inputmode={mode} autocomplete="off" maxlength={longest}
                    value={text.to_owned()} aria-describedby={format!("{id}-hint {id}-problems")} aria-invalid={refused.then_some("true")}
                    disabled={!desk.is_editable()} oninput={desk.view.typed(typed.clone())} />
            };
            form::framed(&desk.view.send, id, label, column.hint, &at, input)
        }
    }
}
