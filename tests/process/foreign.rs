//! Files as other tools write them: what is understood is read, and the list says what was left out.
use fitproof::domain::process::{self, How, Process, Side};
use fitproof::domain::row::Rows;
use fitproof::export::bpmn::read;
use std::rc::Rc;

fn opened(file: &str) -> (Process, Vec<String>) {
    let imported = read(file, Side::Before, &Vec::new()).expect("it is read");
    let rows: Rows = imported.rows.into_iter().map(Rc::new).collect();
    let (process, problems) = process::read(&rows, rows[0].key, &crate::rows::figure);
    assert!(problems.iter().all(|problem| !problem.message.is_empty()));
    (process, imported.left_out)
}

fn names(process: &Process) -> Vec<&str> {
    process.before.steps.iter().map(|step| step.name.as_str()).collect()
}

#[test]
fn of_camunda_modeler() {
    let (process, left_out) = opened(include_str!("foreign/camunda.bpmn"));
    assert_eq!(process.name, "Claim handling");
    assert_eq!(
        names(&process),
        ["Check the claim", "Score the risk", "Risky?", "Ask an expert", "Pay out", "Remind the clerk"]
    );
    let hows: Vec<How> = process.before.steps.iter().map(|step| step.how).collect();
    assert_eq!(hows, [How::Manual, How::Automatic, How::Decision, How::Manual, How::Automatic, How::Automatic]);
    let ways: Vec<&str> = process.before.steps[2].next.iter().map(|next| next.label.as_str()).collect();
    assert_eq!(ways, ["Yes", "No"]);
    assert_eq!(left_out, ["1 boundary event was left out (“3 days”)."]);
}

#[test]
fn of_signavio() {
    let (process, left_out) = opened(include_str!("foreign/signavio.bpmn"));
    assert_eq!(process.name, "Purchasing");
    assert_eq!(process.lanes.iter().map(|lane| lane.name.as_str()).collect::<Vec<_>>(), ["Requester", "Buyer"]);
    assert_eq!(names(&process), ["Write a request\nfor purchase", "Get three offers", "Order", "Look up the budget"]);
    for said in [
        "The parallel gateway “sid-fork” goes on to several steps at once: only the first way is followed.",
        "What is inside “Get three offers” was left out: it is read as one step.",
        "1 intermediate catch event was left out (“Monday”).",
        "1 text annotation was left out.",
        "1 message flow was left out (“Order”).",
        "1 data object reference was left out (“Request”).",
        "1 association was left out.",
    ] {
        assert!(left_out.iter().any(|own| own == said), "{said} is missing: {left_out:#?}");
    }
}

#[test]
fn of_bpmn_io() {
    let (process, left_out) = opened(include_str!("foreign/bpmn-io.bpmn"));
    assert_eq!(names(&process), ["Post the job", "What comes first?", "Read it"]);
    assert!(process.lanes.is_empty());
    // The month that passes leads back, which is told at its way.
    assert!(process.before.steps[1].next.iter().any(|next| next.back));
    for said in [
        "The event based gateway “What comes first?” is read as a decision.",
        "2 intermediate catch events were left out (“An application”, “A month”).",
        "1 group was left out.",
    ] {
        assert!(left_out.iter().any(|own| own == said), "{said} is missing: {left_out:#?}");
    }
}
