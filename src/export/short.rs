//! The plan of a trial on one page, for the customer to keep: what they have, what is looked at, what isn't part of it, and
//! the day on which it comes to something.
use super::case::Case;
use super::checklist::{Stamp, sign};
use super::document::{Document, lines, point};
use crate::domain::guide::{Short, ShortKind};

/// Everything that such a plan may hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShortView {
    stamp: Stamp,
    kind: ShortKind,
    resources: Vec<String>,
    scope: Vec<String>,
    limits: Vec<String>,
    dates: Vec<Vec<String>>,
}

impl ShortView {
    pub fn of(case: &Case, short: &Short) -> Self {
        let dates = match (short.kind, short.check_in) {
            (ShortKind::SelfService, Some(day)) => vec![vec!["Check-in".to_owned(), day.in_words()]],
            (ShortKind::SelfService, None) => Vec::new(),
            (ShortKind::GuidedTrial, _) => case.date_rows(),
        };
        Self {
            stamp: Stamp::of(case),
            kind: short.kind,
            resources: points(&short.resources),
            scope: points(&short.scope),
            limits: points(&short.limits),
            dates,
        }
    }
}

/// A line for each, with or without the sign of a point.
fn points(text: &str) -> Vec<String> {
    let said = |line: String| point(&line).map(str::to_owned).unwrap_or(line);
    lines(text).into_iter().map(said).collect()
}

pub fn document(view: &ShortView) -> Document {
    let (title, subtitle) = match view.kind {
        ShortKind::SelfService => ("Trying it out", "What you have, and when we talk again."),
        ShortKind::GuidedTrial => ("Guided trial", "What we try together, until when, and what comes after."),
    };
    let mut document = Document {
        title: format!("{title}: {}", view.stamp.account),
        subtitle: subtitle.into(),
        ..Document::default()
    };
    write(&mut document, view);
    sign(&mut document, &view.stamp);
    document
}

/// Its parts alone, as they also stand in the partner's document.
pub fn write(document: &mut Document, view: &ShortView) {
    let mut part = |title: &str, texts: &[String]| {
        document.heading(2, title);
        match texts {
            [] => document.paragraph("Not agreed yet."),
            [one] => document.paragraph(one),
            many => document.list(many.to_vec()),
        }
    };
    match view.kind {
        ShortKind::SelfService => part("What you have", &view.resources),
        ShortKind::GuidedTrial => {
            part("What we try", &view.scope);
            part("What is not part of it", &view.limits);
        }
    }
    document.heading(2, "When");
    if view.dates.is_empty() {
        document.paragraph("No day is agreed yet.");
    }
    document.table(&["What", "When"], view.dates.clone());
    document.heading(2, "What comes after");
    document.paragraph(match view.kind {
        ShortKind::SelfService => "On that day you tell us what worked and what didn’t, and we agree on the next step.",
        ShortKind::GuidedTrial => "After it ends we decide together: buy, look deeper in a proof of value, or stop.",
    });
}
