//! The workbook as it is written: what a reader finds before anything is worked out anew.
use crate::book::{Sample, stamp, whole};
use crate::reader::{number, place, read};
use calamine::Data;
use fitproof::domain::value::sheet::{Content, figure};
use fitproof::export::xlsx::address;

#[test]
fn every_cell_of_the_calculation_stands_in_it_once_with_its_value() {
    let sample = Sample::of(&whole());
    let results = sample.results();
    let found = read(&sample.file(&results));
    assert_eq!(found.tabs, ["Summary", "Inputs", "Processes", "Costs", "Benefits", "Cash flow", "Settings"]);
    let mut seen = Vec::new();
    for (at, cell) in sample.model.sheet.cells.iter().enumerate() {
        let address = address(&sample.model, at).unwrap_or_else(|| panic!("{} stands nowhere", cell.id));
        assert!(!seen.contains(&address), "{} stands where another does", cell.id);
        assert_eq!(number(found.at(&address)), figure(results.values[at]), "{} at {address}", cell.id);
        let formula = found.formulas.get(&place(&address)).is_some_and(|formula| !formula.is_empty());
        assert_eq!(formula, matches!(cell.content, Content::Formula(_)), "{} at {address}", cell.id);
        seen.push(address);
    }
}

#[test]
fn headlines_have_names() {
    let sample = Sample::of(&whole());
    let results = sample.results();
    let found = read(&sample.file(&results));
    let named = |name: &str| {
        let (_, address) = found.names.iter().find(|(own, _)| own == name).unwrap_or_else(|| panic!("no {name}"));
        number(found.at(address))
    };
    assert_eq!(named("Net_present_value"), results.npv);
    assert_eq!(named("Return_on_investment"), results.roi);
    assert_eq!(named("Present_value_of_costs"), results.pv_costs);
}

#[test]
fn what_somebody_typed_is_never_a_formula() {
    let sample = Sample::of(&whole());
    let found = read(&sample.file(&sample.results()));
    for text in [
        "=HR clerk: Cost of an hour",
        "+Onboarding: Volume",
        "@check (before): Minutes of work",
        "=SUM(A1)",
        "@a source",
    ] {
        let cells: Vec<_> = found.values.iter().filter(|(_, value)| **value == Data::String(text.into())).collect();
        assert!(!cells.is_empty(), "{text} is missing");
        for (place, _) in cells {
            assert_eq!(found.formulas.get(place).map_or("", String::as_str), "", "{text}");
        }
    }
    let own = ["SUM", "IF", "MIN", "MAX", "ABS", "SIGN", "IFERROR", "IRR", "NA", "OR", "COUNT"];
    for formula in found.formulas.values() {
        for word in formula.split(|sign: char| !sign.is_ascii_uppercase()).filter(|word| word.len() > 1) {
            let column = word.len() < 3 && word <= "AZ";
            assert!(column || own.contains(&word), "{word} in {formula}");
        }
    }
    assert!(stamp().account.starts_with('='));
}

#[test]
fn the_same_case_gives_the_same_bytes() {
    let write = || Sample::of(&whole()).file(&Sample::of(&whole()).results());
    assert!(write() == write());
}

#[test]
fn a_case_of_two_thousand_steps_fits() {
    let mut lines = vec![
        "plan include=all".to_owned(),
        "role name=Clerk hourly-cost=45".into(),
        "process name=Long volume=200".into(),
    ];
    lines.extend((0..2_000).map(|at| format!("step@3 name=s{at} side=before how=manual minutes={} role=2", at % 7)));
    lines.push("benefit driver=time process=3".into());
    let sample = Sample::of(&lines);
    let results = sample.results();
    let found = read(&sample.file(&results));
    assert!(found.formulas.values().all(|formula| formula.len() < 8_192));
    let npv = address(&sample.model, sample.model.figures.npv).expect("it stands somewhere");
    assert_eq!(number(found.at(&npv)), results.npv);
}

#[test]
fn a_case_without_any_row_is_a_workbook_too() {
    let sample = Sample::of(&[]);
    let found = read(&sample.file(&sample.results()));
    assert!(found.values.values().any(|value| *value == Data::String("n/a".into())), "no return without a cost");
}
