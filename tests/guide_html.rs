//! The pages of the proof and of the people as HTML, without a browser: what each says in each state, whose words a section
//! holds, and that nobody's text becomes markup.
#![cfg(feature = "web")]
mod drawn;

use drawn::draw_as;
use fitproof::app::{Action, Changed, Model, ProofPart, Start, update};
use fitproof::domain::account::Author;
use fitproof::domain::date::Day;
use fitproof::domain::row::{Row, RowKind};
use fitproof::export::checklist::{Audience, Case, checklist};
use fitproof::export::{deck, text};
use fitproof::playbook::Playbook;
use fitproof::playbook::guide::Guide;
use fitproof::ui::View;
use fitproof::ui::people::people;
use fitproof::ui::proof::proof;
use yew::prelude::*;

const TODAY: &str = "2027-03-01";

fn draw(page: fn(&View) -> Html, made: impl FnOnce() -> Model + Send + 'static) -> String {
    draw_as(made, move |model| page(&View::of(model, Callback::noop(), Callback::noop())))
}

/// The proof with one of its parts in view.
fn draw_part(part: ProofPart, made: impl FnOnce() -> Model + Send + 'static) -> String {
    draw(proof, move || update(&made(), Action::ProofOpened(part)))
}

fn empty() -> Model {
    let today = Day::parse(TODAY).expect("a day");
    Model::new(Playbook::embedded(), Start { today, chance: "c".into(), example: None })
}

fn after(facts: Vec<Changed>) -> Model {
    facts.into_iter().fold(empty(), |model, changed| update(&model, Action::Changed(changed)))
}

fn typed(question: &str, text: &str) -> Changed {
    Changed::TextTyped { question: question.into(), text: text.into() }
}

fn sole(field: &str, text: &str) -> Changed {
    Changed::SoleTyped { kind: RowKind::Engagement, field: field.into(), text: text.into() }
}

fn row(kind: RowKind, fields: &[(&str, &str)]) -> Changed {
    let mut row = Row::new(0, kind, None);
    row.fields = fields.iter().map(|(field, text)| ((*field).to_owned(), (*text).to_owned())).collect();
    Changed::RowsAdded { rows: vec![row], before: None }
}

fn written(section: &str, text: &str) -> Changed {
    Changed::SectionTyped { section: section.into(), text: text.into() }
}

/// The words alone, each stretch of markup a space.
fn words(html: &str) -> String {
    let mut words = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => {
                inside = false;
                words.push(' ');
            }
            c if !inside => words.push(c),
            _ => {}
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn document(model: &Model, audience: Audience) -> String {
    let case = Case {
        playbook: &model.playbook,
        account: &model.account,
        verdict: &model.verdict,
        today: Day::parse(TODAY).expect("a day"),
    };
    text::write(&checklist(&case, audience)) + &text::write(&deck::document(&deck::DeckView::of(&case)))
}

#[test]
fn an_empty_proof_lists_every_section_and_says_where_to_begin() {
    let drawn = draw_part(ProofPart::Guide, empty);
    let said = words(&drawn);
    for part in [
        "0 of 14 complete, 0 in progress.",
        "1. Current state Not started",
        "14. Closure",
        "Technical discovery done: Book",
    ] {
        assert!(said.contains(part), "{part} in {said}");
    }
    assert_eq!(said.matches("What it is looked at for").count(), 14);
    assert_eq!(drawn.matches("Still lacks, as advice</p><ul></ul>").count(), 14, "nothing lacks of what isn't there");
}

/// However it came to be theirs: what the partner types makes it a draft again, on the page and in every document.
#[test]
fn a_draft_never_passes_as_the_customers() {
    const SECTION: &str = "section.gap";
    const TEXT: &str = "No single list of orders";
    const DRAFT: &str = "Draft by the partner: not the customer’s own words yet.";
    const THEIRS: &str = "Written by the customer, in their own words.";
    fn theirs() -> Vec<Changed> {
        vec![
            written(SECTION, TEXT),
            row(RowKind::Evidence, &[("subject", SECTION), ("who", "Ann Keller"), ("day", TODAY)]),
            Changed::SectionAttributed { section: SECTION.into(), author: Author::Customer },
            Changed::SectionTicked { section: SECTION.into(), done: true },
        ]
    }
    fn again() -> Vec<Changed> {
        theirs().into_iter().chain([written(SECTION, "No single list of orders!")]).collect()
    }
    fn ticked() -> Vec<Changed> {
        vec![written(SECTION, TEXT), Changed::SectionTicked { section: SECTION.into(), done: true }]
    }
    for (facts, draft) in [(theirs as fn() -> Vec<Changed>, false), (again, true), (ticked, true)] {
        let said = words(&draw_part(ProofPart::Guide, move || after(facts())));
        assert_eq!(said.contains(DRAFT), draft, "{said}");
        assert_eq!(said.contains("Said by Ann Keller on March 1, 2027."), !draft);
        assert_eq!(said.contains("It is ticked, but these are your words"), draft);
        assert!(said.contains(if draft {
            "0 of 14 complete, 1 in progress."
        } else {
            "1 of 14 complete, 0 in progress."
        }));
        let model = after(facts());
        for audience in [Audience::Partner, Audience::Customer] {
            let written = document(&model, audience).split_whitespace().collect::<Vec<_>>().join(" ");
            let both = written.matches(DRAFT).count() + written.matches(THEIRS).count();
            assert_eq!(written.contains(DRAFT), draft, "{audience:?}: {written}");
            assert!(both >= 1, "{audience:?}");
        }
    }
}

#[test]
fn what_lacks_is_advice_with_its_source() {
    let made = || after(vec![written("section.scope", "We copy orders")]);
    let said = words(&draw_part(ProofPart::Guide, made));
    let lacks = "Still lacks, as advice Write a few goals, a line of 30 words at most for each Make the goals measurable: name a figure Say that the environment is temporary Say that it is not for production";
    assert!(said.contains(lacks), "{said}");
    assert!(said.contains("What it is looked at for: 0 of 4 there"));
    assert!(said.contains("our judgement: no source gives it"));
    let made = || after(vec![written("section.scope", "- 80 orders a day\n- A temporary sandbox, not for production")]);
    let said = words(&draw_part(ProofPart::Guide, made));
    assert!(said.contains("What it is looked at for: 4 of 4 there") && said.contains("7. Scope In progress"));
}

#[test]
fn each_kind_of_engagement_has_its_plan_and_ends_in_a_document() {
    let alone = || after(vec![sole("plan", "self-service"), typed("account.name", "Northwind")]);
    let said = words(&draw(proof, alone));
    for part in ["Nothing is given to them yet", "No check-in is set", "Usually it takes", "Trying it out: Northwind"] {
        assert!(said.contains(part) || part.starts_with("Trying"), "{part} in {said}");
    }
    assert!(!said.contains("1. Current state") && !said.contains("Approval checklist"));
    let full =
        || after(vec![sole("plan", "self-service"), sole("resources", "Start guide"), sole("check-in", "2027-03-15")]);
    let said = words(&draw(proof, full));
    assert!(said.contains("Send them the plan, and ask on March 15, 2027 how it went."), "{said}");
    assert!(said.contains("Nothing: it has an end and comes to something."));
    let model = full();
    for part in ["Start guide", "March 15, 2027", "we agree on the next step"] {
        assert!(document(&model, Audience::Customer).contains(part), "{part}");
        assert!(document(&model, Audience::Partner).contains(part), "{part}");
    }

    let trial = || after(vec![sole("plan", "guided-trial"), sole("scope", "Orders"), typed("plan.end", "2027-03-12")]);
    let said = words(&draw(proof, trial));
    assert!(
        said.contains("No limits are set.")
            && said.contains("When does it end?")
            && said.contains("No meeting follows it.")
    );
    // The size of the deal decides, as long as nobody does.
    let small = || {
        after(vec![
            Changed::AmountTyped { question: "deal.size".into(), text: "$5,000".into() },
            Changed::SaidChosen { question: "deal.oem".into(), said: Some(fitproof::domain::account::Said::No) },
        ])
    };
    assert!(words(&draw(proof, small)).contains("By the deal: Self-Service"));
    assert!(document(&small(), Audience::Customer).contains("Trying it out"));
}

#[test]
fn a_plan_is_drawn_with_its_table_and_its_closing() {
    let made = || {
        let steps = Guide::open(&Playbook::embedded()).steps();
        after(vec![
            typed("plan.start", "2027-03-08"),
            typed("plan.end", "2027-03-19"),
            typed("plan.decision", "2027-03-18"),
            Changed::RowsAdded { rows: steps, before: None },
            row(
                RowKind::Criterion,
                &[("use-case", "Orders"), ("baseline", "8 min"), ("target", "2 min"), ("result", "met")],
            ),
            sole("next", "extend"),
        ])
    };
    let parts = [
        (
            ProofPart::Plan,
            vec![
                "The proof runs from March 8, 2027 to March 19, 2027, 11 days",
                "As a table",
                "An extension needs a reason",
                "An extension needs a new end",
            ],
        ),
        (ProofPart::Criteria, vec!["Success criteria", "Remove"]),
        (ProofPart::Days, vec!["Prerequisites", "Mutual decision plan", "Holidays"]),
        (ProofPart::Readiness, vec!["Approval checklist: 0 of 7 met"]),
        (ProofPart::Exchange, vec!["Save the file to send"]),
        (ProofPart::Closing, vec!["1 met, 0 not met, 0 open.", "Wind down: 0 of 7", "Where we are today"]),
        (ProofPart::Documents, vec!["For whom", "Copy as Markdown"]),
    ];
    for (part, wanted) in parts {
        let said = words(&draw_part(part, made));
        for wanted in wanted {
            assert!(said.contains(wanted), "{wanted} in {said}");
        }
    }
}

#[test]
fn groups_are_covered_or_missing_and_everybody_can_have_a_part() {
    let made = || {
        after(vec![
            Changed::PersonAdded,
            Changed::PersonNamed { key: 0, name: "Ann <b>Keller</b>".into() },
            Changed::PersonGrouped { key: 0, group: Some("group.executives".into()) },
            row(RowKind::Duty, &[("section", "section.gap"), ("person", "0"), ("part", "told")]),
        ])
    };
    let model = made();
    assert_eq!(model.account.people.first().map(|person| person.key), Some(0), "as the facts above take it");
    let drawn = draw(people, made);
    let said = words(&drawn);
    assert!(!drawn.contains("<b>"), "a name is no markup");
    assert!(said.contains("3 groups have nobody yet."), "{said}");
    assert!(said.contains("Nobody does it: name one person at least. Nobody decides: name one person."));
    assert_eq!(drawn.matches("<select").count(), 14);
    assert!(words(&draw(people, empty)).contains("Name somebody first."));
}
