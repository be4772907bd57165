//! The business case as documents: what they say, and what they never do.
use crate::book::{Sample, defaults, rows, stamp, whole};
use fitproof::domain::problem::Problem;
use fitproof::domain::row::{Row, RowKind, Rows};
use fitproof::domain::value::print;
use fitproof::domain::value::result::Results;
use fitproof::domain::value::sheet::Content;
use fitproof::export::business::{Business, Uncertain, annex, cash_flow_csv, feed, inputs_csv, summary};
use fitproof::export::document::{Block, Document};
use fitproof::export::{html, markdown, text};
use fitproof::playbook::Playbook;
use fitproof::playbook::library::Library;
use fitproof::wire::order::{self, Order, Workbook, is_of_the_case};
use std::rc::Rc;

fn with<T>(lines: &[String], read: impl FnOnce(&Business, &Results) -> T) -> T {
    with_rows(&rows(lines), read)
}

fn with_rows<T>(rows: &Rows, read: impl FnOnce(&Business, &Results) -> T) -> T {
    let sample = Sample::of_rows(rows);
    let (results, stamp) = (sample.results(), stamp());
    let problems = [Problem::warning("row.1.x", "Something deserves a look", "Look")];
    let uncertain = Some(Uncertain { low: 1_000.0, middle: 2_000.0, high: 3_000.0, payback: Some((12.0, 0.75)) });
    let business = Business {
        stamp: &stamp,
        plan: &sample.plan,
        model: &sample.model,
        results: &results,
        problems: &problems,
        uncertain,
    };
    read(&business, &results)
}

fn formats(document: &Document) -> [String; 3] {
    [html::write(document), markdown::write(document), text::write(document)]
}

#[test]
fn a_page_for_the_one_who_decides_about_the_money() {
    with(&whole(), |business, results| {
        let npv = print::money(results.npv.expect("a figure"), "EUR");
        for written in formats(&summary(business)) {
            let plain = written.replace('\\', "").replace("&#39;", "'");
            for words in [
                npv.as_str(),
                "Net present value over the present value of the costs (Total Economic Impact)",
                "€1,000",
                "€3,000",
                "75 %",
                "Released time",
                "Cautious",
                "What must be true",
                "Evidence tier D",
                "November 23, 2026",
                "playbook 1.0",
                "Unofficial",
            ] {
                assert!(plain.contains(words), "{words} is missing:\n{plain}");
            }
        }
        let summary = summary(business);
        assert!(html::write(&summary).contains("<svg"), "it holds a picture");
        assert!(markdown::write(&summary).contains("| Year 3 |"), "or the table that says the same");
        let rows: usize =
            summary.blocks.iter().map(|block| if let Block::Table { rows, .. } = block { rows.len() } else { 1 }).sum();
        assert!(rows < 60, "{rows} lines are no page");
    });
}

#[test]
fn the_annex_holds_every_input_and_every_formula() {
    with(&whole(), |business, _| {
        let written = text::write(&annex(business));
        for cell in &business.model.sheet.cells {
            let label = cell.label.trim_start_matches(['=', '+', '@', '-']);
            assert!(written.contains(label), "{} is missing", cell.label);
            if let Content::Input(input) = &cell.content {
                assert!(written.contains(input.source.as_str()), "{} is missing", input.source);
            }
        }
        assert!(written.contains("Something deserves a look."));
        assert!(written.contains(" ÷ 60"), "{written}");
    });
}

/// Splits a file into cells as strictly as the format says.
fn cells(file: &str) -> Vec<Vec<String>> {
    let file = file.strip_prefix('\u{feff}').expect("a mark at the start");
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut signs = file.chars().peekable();
    while let Some(sign) = signs.next() {
        match (sign, quoted) {
            ('"', true) if signs.peek() == Some(&'"') => cell.extend(signs.next()),
            ('"', true) => {
                quoted = false;
                assert!(matches!(signs.peek(), Some(',' | '\r') | None), "something follows a quote");
            }
            ('"', false) => {
                assert!(cell.is_empty(), "a quote within a plain cell");
                quoted = true;
            }
            (',', false) => row.push(std::mem::take(&mut cell)),
            ('\r', false) => {
                assert_eq!(signs.next(), Some('\n'));
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            ('\n', false) => panic!("half a line end"),
            (sign, _) => cell.push(sign),
        }
    }
    assert!(!quoted && row.is_empty() && cell.is_empty(), "the file ends within a row");
    rows
}

#[test]
fn tables_read_strictly_and_hold_no_formula() {
    with(&whole(), |business, results| {
        for file in [cash_flow_csv(business), inputs_csv(business)] {
            let rows = cells(&file);
            let wide = rows[0].len();
            assert!(rows.iter().all(|row| row.len() == wide));
            for cell in rows.iter().flatten().filter(|cell| cell.parse::<f64>().is_err()) {
                assert!(!cell.starts_with(['=', '+', '-', '@', '\t']), "{cell}");
            }
        }
        let flow = cells(&cash_flow_csv(business));
        let net = flow.iter().find(|row| row[0] == "Net cash flow").expect("a row");
        let last = business.model.figures.years.last().expect("a year").net;
        assert_eq!(net.last().and_then(|cell| cell.parse().ok()), Some(results.values[last]));
        assert!(inputs_csv(business).contains("'=Hours"), "a name stays readable behind its apostrophe");
    });
}

#[test]
fn drafts_go_where_the_playbook_says() {
    let library = Library::open(&Playbook::embedded());
    let feeds = &library.data.feeds;
    assert_eq!(feeds.len(), 4);
    with(&whole(), |business, _| {
        let drafts = feed::drafts(business, feeds);
        let sections: Vec<&str> = drafts.iter().map(|draft| draft.section.as_str()).collect();
        let wanted: Vec<&str> = feeds.iter().map(|feed| feed.section.as_str()).collect();
        assert_eq!(sections, wanted);
        let all: String = drafts.iter().map(|draft| draft.text.as_str()).collect::<Vec<_>>().join("\n");
        for words in
            ["2 steps, 2 of them by hand", "takes 12 minutes by hand", "goes wrong in 5 %", "released", "at least"]
        {
            assert!(all.contains(words), "{words} is missing:\n{all}");
        }
        // Nothing that the customer must not read, and no price of anybody's hour.
        assert!(!all.contains('€'), "{all}");
    });
    with(&[], |business, _| assert_eq!(feed::drafts(business, feeds), []));
}

#[test]
fn a_case_without_any_row_has_documents_too() {
    with(&[], |business, _| {
        for document in [summary(business), annex(business)] {
            for written in formats(&document) {
                assert!(!written.contains("NaN") && !written.contains("inf "), "{written}");
            }
        }
        assert!(cells(&cash_flow_csv(business)).len() > 5);
    });
}

/// A customer may get these documents, if the partner so chooses; the worker gets no more than it needs.
#[test]
fn nothing_else_of_the_account_is_in_them() {
    const SECRET: &str = "zzsecretzz";
    let mut all = rows(&whole());
    for (key, kind) in (900..).zip(RowKind::ALL.into_iter().filter(|kind| !is_of_the_case(*kind))) {
        let mut row = Row::new(key, kind, None);
        for field in kind.shape().texts {
            row.fields.insert((*field).to_owned(), SECRET.to_owned());
        }
        all.push(Rc::new(row));
    }
    assert!(all.len() > whole().len(), "an account holds more than its business case");
    let order = Order::Workbook(Workbook {
        name: stamp().account,
        today: stamp().date,
        version: String::new(),
        disclaimer: String::new(),
        defaults: defaults().fields,
        rows: all.clone(),
    });
    assert!(!order::write(&order).contains(SECRET));
    let feeds = Library::open(&Playbook::embedded()).data.feeds;
    let written = |rows: &Rows| {
        with_rows(rows, |business, _| {
            let mut all: Vec<String> = [summary(business), annex(business)].iter().flat_map(formats).collect();
            all.extend([cash_flow_csv(business), inputs_csv(business)]);
            all.extend(feed::drafts(business, &feeds).into_iter().map(|draft| draft.text));
            all
        })
    };
    let with_secrets = written(&all);
    assert!(with_secrets.iter().all(|text| !text.contains(SECRET)));
    assert_eq!(with_secrets, written(&rows(&whole())), "without the rest they are the same");
}
