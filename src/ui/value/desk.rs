//! What the fields and figures of the business case are drawn from.
use crate::app::Changed;
use crate::domain::problem::Problem;
use crate::domain::row::{Row, RowKind};
use crate::ui::View;

#[derive(Clone, Copy)]
pub struct Desk<'a> {
    pub view: &'a View,
    /// What is wrong in the rows.
    pub problems: &'a [Problem],
    /// The code of the currency that amounts are in.
    pub currency: &'a str,
}

impl Desk<'_> {
    /// The problems of a field and of its parts; while it is typed in they wait.
    pub fn problems_at(&self, field: &str) -> Vec<Problem> {
        let concerns =
            |other: &str| other.strip_prefix(field).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        if self.view.model.typing.as_deref().is_some_and(concerns) {
            return Vec::new();
        }
        self.problems.iter().filter(|problem| concerns(&problem.field)).cloned().collect()
    }

    pub fn editable(&self) -> bool {
        self.view.model.is_editable()
    }
}

/// A text at a field of a row; without a row, or for the plan's own, at the one row of the plan.
pub fn put(row: Option<(u32, RowKind)>, field: String, text: String) -> Changed {
    match row {
        Some((key, kind)) if kind != RowKind::Plan => Changed::RowTyped { key, field, text },
        _ => Changed::SoleTyped { kind: RowKind::Plan, field, text },
    }
}

/// The name that problems of a field go by.
pub fn field_of(row: Option<&Row>, name: &str) -> String {
    match row {
        Some(row) if row.kind != RowKind::Plan => row.field(name),
        _ => [RowKind::Plan.shape().id, ".", name].concat(),
    }
}
