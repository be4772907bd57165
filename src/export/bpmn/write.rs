//! The file of one side.
use super::graph::{Flow, Graph, Kind, Node, step_id};
use super::xml::Writer;
use super::{MODEL, OWN, diagram};
use crate::domain::process::{How, Process, Side};
use crate::domain::row::{self, Row};
use std::rc::Rc;

/// Writes a side of a process that was read from these rows.
pub fn write(rows: &[Rc<Row>], process: &Process, side: Side) -> String {
    let graph = Graph::new(process, side);
    let mut writer = Writer::default();
    writer.text.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    writer.open(
        "bpmn:definitions",
        &[
            ("xmlns:bpmn", MODEL),
            ("xmlns:bpmndi", "http://www.omg.org/spec/BPMN/20100524/DI"),
            ("xmlns:dc", "http://www.omg.org/spec/DD/20100524/DC"),
            ("xmlns:di", "http://www.omg.org/spec/DD/20100524/DI"),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
            ("xmlns:fitproof", OWN),
            ("id", "definitions"),
            ("targetNamespace", OWN),
            ("exporter", "Fitproof"),
        ],
    );
    let id = ["process_", &process.key.to_string()].concat();
    let name = [if process.name.is_empty() { "Process" } else { &process.name }, " (", side.id(), ")"].concat();
    writer.open("bpmn:collaboration", &[("id", "collaboration")]);
    writer.empty("bpmn:participant", &[("id", "pool"), ("name", &name), ("processRef", &id)]);
    writer.close();
    writer.open("bpmn:process", &[("id", &id), ("name", &name), ("isExecutable", "false")]);
    if let Some(row) = row::find(rows, process.key) {
        extension(&mut writer, row, &[("side", side.id())]);
    }
    lanes(&mut writer, process, &graph);
    for (at, node) in graph.nodes.iter().enumerate() {
        element(&mut writer, rows, &graph, at, node);
    }
    for flow in &graph.flows {
        sequence(&mut writer, rows, &graph, flow);
    }
    writer.close();
    diagram::write(&mut writer, process, &graph);
    writer.close();
    writer.text
}

/// The fields of a row as they were typed, but for its name and what the model itself says.
fn extension(writer: &mut Writer, row: &Row, more: &[(&str, &str)]) {
    let key = row.key.to_string();
    let attributes: Vec<(&str, &str)> = [("key", key.as_str())].into_iter().chain(more.iter().copied()).collect();
    writer.open("bpmn:extensionElements", &[]);
    writer.open("fitproof:row", &attributes);
    for (name, text) in row.fields.iter().filter(|(name, _)| is_own(row, name)) {
        writer.leaf("fitproof:field", &[("name", name)], text);
    }
    writer.close();
    writer.close();
}

/// BPMN has no word for it. A role's key means nothing elsewhere.
fn is_own(row: &Row, name: &str) -> bool {
    let said = ["side", "how", "ends", "label"].contains(&name);
    let named = name == "name" && row.kind != row::RowKind::Process;
    !(said || named || row.kind.shape().references.contains(&name))
}

/// What has no lane stands in one without a name when others have one.
fn lanes(writer: &mut Writer, process: &Process, graph: &Graph) {
    if process.lanes.is_empty() {
        return;
    }
    let inside = |lane: Option<usize>| graph.nodes.iter().filter(move |node| node.lane == lane);
    writer.open("bpmn:laneSet", &[("id", "lanes")]);
    let mut put = |id: &str, name: &str, lane: Option<usize>| {
        let mut attributes = vec![("id", id)];
        if !name.is_empty() {
            attributes.push(("name", name));
        }
        writer.open("bpmn:lane", &attributes);
        for node in inside(lane) {
            writer.leaf("bpmn:flowNodeRef", &[], &node.id);
        }
        writer.close();
    };
    for (at, lane) in process.lanes.iter().enumerate() {
        put(&lane_id(lane.key), &lane.name, Some(at));
    }
    if inside(None).next().is_some() {
        put(NO_LANE, "", None);
    }
    writer.close();
}

pub const NO_LANE: &str = "lane_none";

pub fn lane_id(key: u32) -> String {
    format!("lane_{key}")
}

fn element(writer: &mut Writer, rows: &[Rc<Row>], graph: &Graph, at: usize, node: &Node) {
    let name = match node.kind {
        Kind::Start => "bpmn:startEvent",
        Kind::End => "bpmn:endEvent",
        Kind::Step(step) => match step.how {
            How::Manual => "bpmn:userTask",
            How::Decision => "bpmn:exclusiveGateway",
            How::Automatic => "bpmn:serviceTask",
        },
    };
    let mut attributes = vec![("id", node.id.as_str())];
    if let Kind::Step(step) = node.kind {
        attributes.push(("name", &step.name));
    }
    writer.open(name, &attributes);
    if let Kind::Step(step) = node.kind
        && let Some(row) = row::find(rows, step.key)
    {
        let role = step.role.and_then(|key| row::find(rows, key)).map_or("", |role| role.text("name"));
        let more = [("unnamed", if row.text("name").trim().is_empty() { "yes" } else { "" }), ("role", role)];
        let more: Vec<(&str, &str)> = more.into_iter().filter(|(_, text)| !text.is_empty()).collect();
        extension(writer, row, &more);
    }
    for flow in graph.flows.iter().filter(|flow| flow.to == at) {
        writer.leaf("bpmn:incoming", &[], &flow.id);
    }
    for flow in graph.flows.iter().filter(|flow| flow.from == at) {
        writer.leaf("bpmn:outgoing", &[], &flow.id);
    }
    writer.close();
}

fn sequence(writer: &mut Writer, rows: &[Rc<Row>], graph: &Graph, flow: &Flow) {
    let id = |at: usize| graph.nodes.get(at).map_or("", |node| node.id.as_str());
    let mut attributes = vec![("id", flow.id.as_str()), ("sourceRef", id(flow.from)), ("targetRef", id(flow.to))];
    let branch = flow.next.and_then(|next| Some((next, row::find(rows, next.branch?)?)));
    let Some((next, row)) = branch else {
        writer.empty("bpmn:sequenceFlow", &attributes);
        return;
    };
    if !next.label.is_empty() {
        attributes.push(("name", &next.label));
    }
    writer.open("bpmn:sequenceFlow", &attributes);
    extension(writer, row, &[]);
    let share = format!("{:.1} %", next.share * 100.0).replace(".0 %", " %");
    let condition = if next.label.is_empty() { share } else { [&next.label, " (", &share, ")"].concat() };
    writer.leaf("bpmn:conditionExpression", &[("xsi:type", "bpmn:tFormalExpression")], &condition);
    writer.close();
}

/// The key of a step or lane that we wrote.
pub fn key_of(id: &str) -> Option<u32> {
    let (word, key) = id.split_once('_')?;
    let key: u32 = key.parse().ok()?;
    [step_id(key), lane_id(key)].iter().any(|own| own == id).then_some(key).filter(|_| !word.is_empty())
}
