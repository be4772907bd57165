//! The nodes and flows of a side, numbered once so that the model and its diagram name the same ones.
use crate::domain::process::{How, Next, Process, Side, Step};

/// A start, a step or an end.
pub struct Node<'a> {
    pub id: String,
    pub kind: Kind<'a>,
    /// The place of its lane; the last lane stands for none.
    pub lane: Option<usize>,
    /// The column it is drawn in, and the row within its cell.
    pub column: usize,
    pub row: usize,
}

pub enum Kind<'a> {
    Start,
    Step(&'a Step),
    End,
}

pub struct Flow<'a> {
    pub id: String,
    pub from: usize,
    pub to: usize,
    /// What stands at it; nothing at the start's.
    pub next: Option<&'a Next>,
}

pub struct Graph<'a> {
    pub nodes: Vec<Node<'a>>,
    pub flows: Vec<Flow<'a>>,
}

impl<'a> Graph<'a> {
    pub fn new(process: &'a Process, side: Side) -> Self {
        let steps = &process.side(side).steps;
        let first_lane = steps.first().and_then(|step| step.lane);
        let mut nodes = vec![Node { id: "start".into(), kind: Kind::Start, lane: first_lane, column: 0, row: 0 }];
        nodes.extend(steps.iter().enumerate().map(|(at, step)| Node {
            id: step_id(step.key),
            kind: Kind::Step(step),
            lane: step.lane,
            column: at + 1,
            row: 0,
        }));
        let mut flows = Vec::new();
        if !steps.is_empty() {
            flows.push(Flow { id: "flow_start".into(), from: 0, to: 1, next: None });
        }
        for (at, step) in steps.iter().enumerate() {
            for next in &step.next {
                let to = next.to.map_or_else(
                    || {
                        let row = usize::from(at + 1 < steps.len());
                        end(&mut nodes, step.lane, at + 2, row)
                    },
                    |to| to + 1,
                );
                let id = next.branch.map_or_else(|| format!("flow_{}", step.key), |branch| format!("branch_{branch}"));
                flows.push(Flow { id, from: at + 1, to, next: Some(next) });
            }
        }
        Self { nodes, flows }
    }

    pub fn is_gateway(node: &Node) -> bool {
        matches!(node.kind, Kind::Step(step) if step.how == How::Decision)
    }
}

/// One end for each step that ends there; its ways share it.
fn end(nodes: &mut Vec<Node>, lane: Option<usize>, column: usize, row: usize) -> usize {
    let last = nodes.len() - 1;
    let is_own = nodes.last().is_some_and(|node| matches!(node.kind, Kind::End) && node.column == column);
    if is_own {
        return last;
    }
    let number = nodes.iter().filter(|node| matches!(node.kind, Kind::End)).count() + 1;
    nodes.push(Node { id: format!("end_{number}"), kind: Kind::End, lane, column, row });
    nodes.len() - 1
}

pub fn step_id(key: u32) -> String {
    format!("step_{key}")
}
