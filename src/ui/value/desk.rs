//! What every part of the business case is drawn from.
use super::figures;
use super::worked::Worked;
use crate::app::Changed;
use crate::domain::problem::Problem;
use crate::domain::row::{self, Row, RowKind, Rows};
use crate::domain::value::defaults::Defaults;
use crate::domain::value::field;
use crate::domain::value::input::Unit;
use crate::playbook::data::FieldData;
use crate::playbook::library::Library;
use crate::ui::{Shared, View};
use std::rc::Rc;

#[derive(Clone, Copy)]
pub struct Desk<'a> {
    pub view: &'a View,
    pub library: &'a Shared<Library>,
    pub defaults: &'a Shared<Defaults>,
    pub worked: &'a Shared<Worked>,
}

impl<'a> Desk<'a> {
    pub fn rows(&self) -> &'a Rows {
        &self.view.model.account.rows
    }

    /// The rows of a kind, in order.
    pub fn of(&self, kind: RowKind) -> Vec<&'a Rc<Row>> {
        row::of(self.rows(), kind).collect()
    }

    /// The plan's row, or one that says nothing.
    pub fn plan_row(&self) -> Rc<Row> {
        row::sole(self.rows(), RowKind::Plan).cloned().unwrap_or_else(|| Rc::new(Row::new(0, RowKind::Plan, None)))
    }

    /// The code of the currency that amounts are in.
    pub fn currency(&self) -> &'a str {
        &self.worked.plan.currency
    }

    /// The problems of a field and of its parts; while it is typed in they wait.
    pub fn problems_at(&self, field: &str) -> Vec<Problem> {
        let concerns =
            |other: &str| other.strip_prefix(field).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        if self.view.model.typing.as_deref().is_some_and(concerns) {
            return Vec::new();
        }
        self.worked.problems.iter().filter(|problem| concerns(&problem.field)).cloned().collect()
    }

    pub fn editable(&self) -> bool {
        self.view.model.is_editable()
    }

    /// A figure that there may not be, in words.
    pub fn print(&self, figure: Option<f64>, unit: Unit) -> String {
        figures::maybe(figure, unit, self.currency())
    }

    /// What a figure of a row is called, and what it means.
    pub fn about(&self, row: &Row, name: &str) -> (&'a str, &'a str) {
        let data = &self.library.data;
        let among = |inputs: &'a [FieldData]| inputs.iter().find(|about| about.field == name);
        let about = match row.kind {
            RowKind::Plan => {
                data.defaults.iter().map(|setting| &setting.about).find(|about: &&FieldData| about.field == name)
            }
            RowKind::Benefit => {
                let driver = data.drivers.iter().find(|driver| driver.kind.id() == row.text("driver"));
                driver.and_then(|driver| among(&driver.inputs))
            }
            RowKind::Cost => {
                let cost = data.costs.iter().find(|cost| cost.kind.id() == row.text("type"));
                cost.and_then(|cost| among(&cost.inputs))
            }
            // There a field is named with its kind of row.
            kind => {
                let whole = kind.field(name);
                data.inputs.iter().find(|about| about.field == whole)
            }
        };
        let plain = field::field(row.kind, name).map_or("", |field| field.label);
        about.map_or((plain, ""), |about| (&about.label, &about.text))
    }
}

/// A text at a field of a row; that of the plan's own row, which need not be there yet, goes by its kind.
pub fn put((key, kind): (u32, RowKind), field: String, text: String) -> Changed {
    match kind {
        RowKind::Plan => Changed::SoleTyped { kind, field, text },
        _ => Changed::RowTyped { key, field, text },
    }
}
