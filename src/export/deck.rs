//! The outline of the deck with which the champion makes the case inside: a heading for each slide, what it must make
//! clear, and what the case has to say there. The champion is a customer, so it holds what a customer may see.
use super::case::Case;
use super::checklist::{Stamp, sign};
use super::document::Document;
use super::plan::PlanView;
use super::progress::Progress;
use super::words;
use crate::domain::date::Day;
use crate::domain::guide::NextStep;
use crate::domain::pov::{Criterion, Verdict};
use crate::playbook::data::SlideKindData;

/// Which sections a slide draws on.
const fn sections(kind: SlideKindData) -> &'static [&'static str] {
    match kind {
        SlideKindData::Situation => &["section.current-state", "section.gap"],
        SlideKindData::Change => &["section.future-state", "section.business-imperatives"],
        SlideKindData::Value => &["section.outcomes"],
        SlideKindData::Risks => &["section.assumptions"],
        SlideKindData::Results | SlideKindData::Plan | SlideKindData::Ask => &[],
    }
}

/// Everything the outline may hold.
#[derive(Clone, Debug, PartialEq)]
pub struct DeckView {
    stamp: Stamp,
    slides: Vec<Slide>,
    plan: PlanView,
    dates: Vec<Vec<String>>,
    counts: [usize; 3],
    open: Vec<String>,
    next: Option<NextStep>,
    decision: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
struct Slide {
    kind: SlideKindData,
    title: String,
    text: String,
    /// A section's name, its text, and a remark where its words are a draft.
    quotes: Vec<(String, String, Option<&'static str>)>,
}

impl DeckView {
    pub fn of(case: &Case) -> Self {
        let progress = Progress::of(case);
        let looked = progress.sections();
        let quote = |id: &&str| {
            let own = looked.iter().find(|looked| looked.data.id == **id).filter(|own| own.section.written)?;
            let draft = own.section.is_draft().then(|| words::authorship(own.data.author, &own.text));
            Some((own.data.name.clone(), own.text.text.clone(), draft))
        };
        let slides = progress.guide.data.deck.iter().map(|slide| Slide {
            kind: slide.kind,
            title: slide.title.clone(),
            text: slide.text.clone(),
            quotes: sections(slide.kind).iter().filter_map(quote).collect(),
        });
        let plan = &progress.plan;
        let name = |criterion: &Criterion| {
            let name = super::document::line(&criterion.use_case);
            (criterion.result != Verdict::Met && !name.is_empty())
                .then(|| format!("{name}: {}", words::result(criterion.result)))
        };
        Self {
            stamp: Stamp::of(case),
            slides: slides.collect(),
            plan: PlanView::of(case),
            dates: case.date_rows(),
            counts: [Verdict::Met, Verdict::NotMet, Verdict::Open].map(|result| plan.count(result)),
            open: plan.criteria.iter().filter_map(name).collect(),
            next: progress.closing.next,
            decision: plan.decision().map(Day::in_words),
        }
    }
}

pub fn document(view: &DeckView) -> Document {
    let mut document = Document {
        title: format!("Deck outline: {}", view.stamp.account),
        subtitle: "For the person who makes the case inside: a slide for each heading.".into(),
        ..Document::default()
    };
    for (at, slide) in view.slides.iter().enumerate() {
        document.heading(2, format!("{}. {}", at + 1, slide.title));
        document.note(&*slide.text);
        for (name, text, draft) in &slide.quotes {
            document.heading(3, name);
            draft.iter().for_each(|draft| document.note(*draft));
            document.quote(text);
        }
        content(&mut document, view, slide);
    }
    sign(&mut document, &view.stamp);
    document
}

fn content(document: &mut Document, view: &DeckView, slide: &Slide) {
    let before = document.blocks.len();
    match slide.kind {
        SlideKindData::Results => {
            let [met, missed, open] = view.counts;
            if met + missed + open > 0 {
                document.paragraph(format!("{met} met, {missed} not met, {open} open."));
            }
            view.plan.write_criteria(document);
        }
        SlideKindData::Risks => document.list(view.open.clone()),
        SlideKindData::Plan => document.table(&["What", "When"], view.dates.clone()),
        SlideKindData::Ask => match (view.next, &view.decision) {
            (Some(NextStep::Buy), _) => document.paragraph("To approve the purchase, as the criteria were agreed for."),
            (Some(NextStep::Extend), _) => document.paragraph("To approve more time, until the new end."),
            (Some(NextStep::Stop), _) => document.paragraph("To stop here, and to say so to everyone who took part."),
            (None, Some(day)) => document.paragraph(format!("To decide on {day}.")),
            (None, None) => {}
        },
        SlideKindData::Situation | SlideKindData::Change | SlideKindData::Value => {}
    }
    if document.blocks.len() == before && slide.quotes.is_empty() {
        document.paragraph("Nothing is written for it yet.");
    }
}
