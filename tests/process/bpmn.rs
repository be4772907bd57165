//! BPMN there and back, what other tools write, and what must be refused.
use crate::figures::{Chance, made};
use crate::metrics::onboarding;
use crate::rows::{process, row};
use fitproof::domain::process::Side;
use fitproof::domain::row::{Row, RowKind, Rows};
use fitproof::export::bpmn::{read, write};
use std::rc::Rc;

fn exported(rows: &Rows, side: Side) -> String {
    write(rows, &process(rows).0, side)
}

fn shared(rows: Vec<Row>) -> Rows {
    rows.into_iter().map(Rc::new).collect()
}

/// The rows of one side; a side that isn't named is the one before.
fn side_of(rows: &Rows, side: Side) -> Vec<Row> {
    let is_ours = |row: &Row| match row.kind {
        RowKind::Step => Side::read(row.text("side")) == side,
        RowKind::Branch => {
            let step = rows.iter().find(|step| Some(step.key) == row.parent);
            step.is_some_and(|step| Side::read(step.text("side")) == side)
        }
        _ => true,
    };
    rows.iter().filter(|row| is_ours(row)).map(|row| row.as_ref().clone()).collect()
}

#[test]
fn there_and_back_keeps_keys_order_figures_and_ways() {
    let mut compared = 0;
    for seed in 0..500 {
        let rows = made(seed, seed % 2 == 0);
        for side in Side::BOTH {
            let own = side_of(&rows, side);
            if !own.iter().any(|row| row.kind == RowKind::Step) {
                continue;
            }
            compared += 1;
            let file = exported(&rows, side);
            let back =
                read(&file, Side::Before, &Vec::new()).unwrap_or_else(|problem| panic!("{seed}: {problem:?}\n{file}"));
            assert_eq!(back.left_out, Vec::<String>::new(), "{seed}");
            assert_eq!(back.rows.len(), own.len(), "{seed}");
            for (back, own) in back.rows.iter().zip(&own) {
                let mut own = own.clone();
                if own.kind == RowKind::Lane && own.text("name").is_empty() {
                    // A lane is named by its place in the file, for other tools.
                    own.fields.insert("name".into(), back.text("name").into());
                }
                assert_eq!(*back, own, "{seed}\n{file}");
            }
            assert_eq!(exported(&shared(back.rows), side), file, "{seed}: the same file again");
        }
    }
    assert!(compared > 900, "{compared}");
}

#[test]
fn what_was_typed_beside_a_figure_comes_along() {
    let mut rows = onboarding();
    let step = rows.iter().position(|row| row.text("minutes") == "20").expect("a step");
    for (field, text) in
        [("minutes.low", "15"), ("minutes.high", " ~ \"25\" & <b>\r\n\tmore"), ("minutes.source", "Æsir, 2026 🚀")]
    {
        Rc::make_mut(&mut rows[step]).fields.insert(field.into(), text.into());
    }
    let back = read(&exported(&rows, Side::Before), Side::After, &rows).expect("our own file");
    let own = back.rows.iter().find(|row| row.text("name") == rows[step].text("name")).expect("the step");
    for field in ["minutes", "minutes.low", "minutes.high", "minutes.source", "waiting", "error-rate", "side"] {
        assert_eq!(own.text(field), rows[step].text(field), "{field}");
    }
    assert_eq!(own.text("role"), "5", "the account’s own role, by its name");
    assert!(back.rows.iter().all(|row| row.kind != RowKind::Role && row.key != 5));
}

#[test]
fn a_role_the_account_lacks_comes_as_a_new_one() {
    let rows = onboarding();
    let file = exported(&rows, Side::Before);
    let known = vec![row(20, RowKind::Role, None, &[("name", "Legal")])];
    let back = read(&file, Side::Before, &known).expect("our own file");
    let role = back.rows.iter().find(|row| row.kind == RowKind::Role).expect("a role");
    assert_eq!(role.text("name"), "HR");
    let steps = back.rows.iter().filter(|row| row.reference("role") == Some(role.key)).count();
    assert_eq!(steps, 3);
    // A role of the account's whose key a step of the file has too stays the account's.
    let known = vec![row(23, RowKind::Role, None, &[("name", "HR")])];
    let back = read(&file, Side::Before, &known).expect("our own file");
    assert!(back.rows.iter().all(|row| row.key != 23 && row.kind != RowKind::Role));
    assert_eq!(back.rows.iter().filter(|row| row.reference("role") == Some(23)).count(), 3);
    let lane = back.rows.iter().find(|row| row.kind == RowKind::Lane).expect("a lane");
    assert!(back.rows.iter().any(|row| row.reference("lane") == Some(lane.key)));
}

const FOREIGN: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d">
  <message id="m" name="Mail"/>
  <collaboration id="c">
    <participant id="p1" name="Order to cash" processRef="one"/>
    <participant id="p2" name="Customer"/>
    <messageFlow id="mf" sourceRef="p2" targetRef="start"/>
  </collaboration>
  <process id="one">
    <laneSet><lane id="l0" name="Company"><childLaneSet>
      <lane id="l1" name="Sales"><flowNodeRef>start</flowNodeRef><flowNodeRef> check </flowNodeRef></lane>
      <lane id="l2" name="ERP"><flowNodeRef>book</flowNodeRef></lane>
    </childLaneSet></lane></laneSet>
    <endEvent id="end"/>
    <serviceTask id="book" name="Book &amp; ship"><extensionElements><camunda:field/></extensionElements></serviceTask>
    <exclusiveGateway id="ok" name="Complete?"><outgoing>f3</outgoing><outgoing>f4</outgoing></exclusiveGateway>
    <userTask id="check" name="Check&#10;order"/>
    <startEvent id="start"/>
    <intermediateCatchEvent id="wait" name="Wait a day"/>
    <exclusiveGateway id="merge"><outgoing>f7</outgoing></exclusiveGateway>
    <subProcess id="ask" name="Ask back"><task id="inner"/></subProcess>
    <textAnnotation id="t"><text>Mind the gap</text></textAnnotation>
    <sequenceFlow id="f1" sourceRef="start" targetRef="check"/>
    <sequenceFlow id="f2" sourceRef="check" targetRef="ok"/>
    <sequenceFlow id="f3" sourceRef="ok" targetRef="merge" name="Yes"/>
    <sequenceFlow id="f4" sourceRef="ok" targetRef="ask"><conditionExpression>${missing}</conditionExpression></sequenceFlow>
    <sequenceFlow id="f5" sourceRef="ask" targetRef="wait"/>
    <sequenceFlow id="f6" sourceRef="wait" targetRef="merge"/>
    <sequenceFlow id="f7" sourceRef="merge" targetRef="book"/>
    <sequenceFlow id="f8" sourceRef="book" targetRef="end"/>
    <sequenceFlow id="f9" sourceRef="nowhere" targetRef="end"/>
  </process>
</definitions>"#;

#[test]
fn other_tools_files_are_read_and_the_rest_is_listed() {
    let back = read(FOREIGN, Side::After, &Vec::new()).expect("a file of another tool");
    let rows = shared(back.rows);
    let key = rows[0].key;
    let (process, problems) = fitproof::domain::process::read(&rows, key, &crate::rows::figure);
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!(process.name, "Order to cash");
    assert_eq!(process.lanes.iter().map(|lane| lane.name.as_str()).collect::<Vec<_>>(), ["Sales", "ERP"]);
    assert!(process.before.steps.is_empty());
    let steps = &process.after.steps;
    assert_eq!(
        steps.iter().map(|step| step.name.as_str()).collect::<Vec<_>>(),
        ["Check\norder", "Complete?", "Ask back", "Book & ship"]
    );
    assert_eq!(steps.iter().map(|step| step.lane).collect::<Vec<_>>(), [Some(0), None, None, Some(1)]);
    let ways: Vec<(&str, Option<usize>)> = steps[1].next.iter().map(|next| (next.label.as_str(), next.to)).collect();
    assert_eq!(ways, [("Yes", Some(3)), ("${missing}", Some(2))]);
    assert_eq!((steps[2].next[0].to, steps[3].next[0].to), (Some(3), None));
    assert_eq!(
        back.left_out,
        [
            "What is inside “Ask back” was left out: it is read as one step.",
            "1 intermediate catch event was left out (“Wait a day”).",
            "1 text annotation was left out.",
            "1 message flow was left out.",
            "The lane “Company” is read as the lanes inside it.",
        ]
    );
}

fn refusal(text: &str) -> String {
    read(text, Side::Before, &Vec::new()).expect_err("it is refused").message
}

#[test]
fn bombs_and_other_harm_are_refused() {
    let bomb = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><d>&b;</d>";
    let outside = "<!DOCTYPE d SYSTEM \"file:///etc/passwd\"><d/>";
    for text in [bomb, outside, "<!doctype html><html/>"] {
        let said = refusal(text);
        assert!(said.starts_with("This file declares a document type") || said.contains("not well-formed"), "{said}");
    }
    assert!(refusal(bomb).starts_with("This file declares a document type"));
    assert!(refusal(outside).starts_with("This file declares a document type"));
    assert!(refusal("<d>&unknown;</d>").contains("not well-formed"));
    assert!(refusal(&"<a>".repeat(100_000)).contains("nested too deeply"));
    assert!(refusal(&" ".repeat(9 << 20)).contains("too large"));
    assert!(refusal("<html/>").contains("not a BPMN file"));
    assert!(refusal("").contains("not well-formed"));
    assert!(refusal("plain text").contains("not well-formed"));
    let many: String = (0..2_001).map(|at| format!("<task id=\"t{at}\"/>")).collect();
    let file = |inner: &str| {
        format!(
            "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process>{inner}</process></definitions>"
        )
    };
    assert!(refusal(&file(&many)).contains("more than 2,000 steps"));
    assert!(refusal(&file("")).contains("no steps"));
    let wide: String = (0..200_000).map(|at| format!(" a{at}=\"\"")).collect();
    assert!(read(&file(&format!("<task{wide}/>")), Side::Before, &Vec::new()).is_ok());
}

#[test]
fn ten_thousand_broken_files_break_nothing() {
    let mut sources = vec![FOREIGN.to_owned()];
    sources.extend((1..12).map(|seed| exported(&made(seed, true), Side::Before)));
    let pieces = [
        "<",
        ">",
        "\"",
        "&",
        "</bpmn:process>",
        "<task id=\"x\">",
        "sourceRef=\"",
        "]]>",
        "<!--",
        "&#0;",
        "&#xD800;",
        "é",
        "\u{0}",
    ];
    let mut read_well = 0;
    for seed in 0..10_000 {
        let mut chance = Chance::new(seed);
        let mut text = sources[chance.below(sources.len() as u64) as usize].clone();
        for _ in 0..1 + chance.below(6) {
            let mut at = chance.below(text.len() as u64 + 1) as usize;
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            match chance.below(4) {
                0 => text.insert_str(at, pieces[chance.below(pieces.len() as u64) as usize]),
                1 => text.truncate(at),
                2 => {
                    let mut end = (at + chance.below(40) as usize).min(text.len());
                    while !text.is_char_boundary(end) {
                        end += 1;
                    }
                    text.replace_range(at..end, "");
                }
                _ => {
                    let ids = ["start", "step_1000", "step_1010", "end_1", "lane_100", "process_1"];
                    let (from, to) = (ids[chance.below(6) as usize], ids[chance.below(6) as usize]);
                    text = text.replacen(from, to, 1 + chance.below(5) as usize);
                }
            }
        }
        if let Ok(back) = read(&text, Side::Before, &Vec::new()) {
            read_well += 1;
            let rows = shared(back.rows);
            let mut keys: Vec<u32> = rows.iter().map(|row| row.key).collect();
            keys.sort_unstable();
            assert!(keys.windows(2).all(|pair| pair[0] < pair[1]), "{seed}: each row has a key of its own");
            let process = fitproof::domain::process::read(&rows, rows[0].key, &crate::rows::figure).0;
            assert!(process.before.steps.len() + process.after.steps.len() > 0);
            let _ = write(&rows, &process, Side::Before);
        }
    }
    assert!(read_well > 500, "{read_well}");
}
