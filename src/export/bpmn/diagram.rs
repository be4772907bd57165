//! Where everything is drawn: lanes as bands, a column for each step, ways at right angles.
use super::graph::{Flow, Graph, Kind, Node};
use super::write::{NO_LANE, lane_id};
use super::xml::Writer;
use crate::domain::process::Process;
use crate::export::picture::svg;

const COLUMN: f64 = 160.0;
const BAND: f64 = 180.0;
/// The pool's own name stands here, then the lanes'.
const POOL: f64 = 30.0;
const LEFT: f64 = 160.0;
const TOP: f64 = 80.0;

/// Where the nodes of one side lie.
struct Places {
    columns: usize,
    bands: usize,
    /// The band of what has no lane.
    none: usize,
}

pub fn write(writer: &mut Writer, process: &Process, graph: &Graph) {
    let apart = !process.lanes.is_empty() && graph.nodes.iter().any(|node| node.lane.is_none());
    let places = Places {
        columns: graph.nodes.iter().map(|node| node.column + 1).max().unwrap_or(1),
        bands: (process.lanes.len() + usize::from(apart)).max(1),
        none: process.lanes.len(),
    };
    writer.open("bpmndi:BPMNDiagram", &[("id", "diagram")]);
    writer.open("bpmndi:BPMNPlane", &[("id", "plane"), ("bpmnElement", "collaboration")]);
    shape(writer, "pool", [LEFT - POOL, TOP, places.width() + POOL, places.bands as f64 * BAND]);
    let mut ids: Vec<String> = process.lanes.iter().map(|lane| lane_id(lane.key)).collect();
    if apart {
        ids.push(NO_LANE.into());
    }
    for (at, id) in ids.iter().enumerate() {
        shape(writer, id, [LEFT, TOP + at as f64 * BAND, places.width(), BAND]);
    }
    for node in &graph.nodes {
        let bounds = places.bounds(node);
        let [x, y, width, _] = bounds;
        // A decision's name stands above it, for its ways leave below.
        let label = Graph::is_gateway(node).then_some([x + width / 2.0 - 55.0, y - 34.0, 110.0, 28.0]);
        labelled(writer, &node.id, bounds, label);
    }
    for (at, flow) in graph.flows.iter().enumerate() {
        // Ways out of the same step stand next to each other.
        let number = graph.flows.iter().take(at).rev().take_while(|other| other.from == flow.from).count();
        edge(writer, &places, graph, flow, number);
    }
    writer.close();
    writer.close();
}

impl Places {
    fn width(&self) -> f64 {
        60.0 + self.columns as f64 * COLUMN
    }

    fn middle(&self, node: &Node) -> (f64, f64) {
        let band = node.lane.unwrap_or(self.none).min(self.bands - 1);
        let x = LEFT + 60.0 + node.column as f64 * COLUMN + COLUMN / 2.0;
        let y = TOP + band as f64 * BAND + 70.0 + node.row as f64 * 75.0;
        (x, y)
    }

    fn bounds(&self, node: &Node) -> [f64; 4] {
        let (x, y) = self.middle(node);
        let (width, height) = match node.kind {
            Kind::Start | Kind::End => (36.0, 36.0),
            Kind::Step(_) if Graph::is_gateway(node) => (50.0, 50.0),
            Kind::Step(_) => (110.0, 80.0),
        };
        [x - width / 2.0, y - height / 2.0, width, height]
    }
}

/// A pool or a lane.
fn shape(writer: &mut Writer, element: &str, bounds: [f64; 4]) {
    let id = [element, "_shape"].concat();
    writer.open("bpmndi:BPMNShape", &[("id", &id), ("bpmnElement", element), ("isHorizontal", "true")]);
    writer.bounds(bounds);
    writer.close();
}

fn labelled(writer: &mut Writer, element: &str, bounds: [f64; 4], words: Option<[f64; 4]>) {
    let id = [element, "_shape"].concat();
    writer.open("bpmndi:BPMNShape", &[("id", &id), ("bpmnElement", element)]);
    writer.bounds(bounds);
    if let Some(words) = words {
        label(writer, words);
    }
    writer.close();
}

fn label(writer: &mut Writer, bounds: [f64; 4]) {
    writer.open("bpmndi:BPMNLabel", &[]);
    writer.bounds(bounds);
    writer.close();
}

fn edge(writer: &mut Writer, places: &Places, graph: &Graph, flow: &Flow, number: usize) {
    let (Some(from), Some(to)) = (graph.nodes.get(flow.from), graph.nodes.get(flow.to)) else { return };
    let id = [flow.id.as_str(), "_edge"].concat();
    writer.open("bpmndi:BPMNEdge", &[("id", &id), ("bpmnElement", &flow.id)]);
    let points = points(places, from, to, flow.next.is_some_and(|next| next.branch.is_some()), number);
    for (x, y) in &points {
        let [x, y] = [*x, *y].map(svg::number);
        writer.empty("di:waypoint", &[("x", &x), ("y", &y)]);
    }
    let named = flow.next.is_some_and(|next| next.branch.is_some() && !next.label.is_empty());
    if let (true, Some((x, y))) = (named, points.get(1)) {
        label(writer, [x + 4.0, y - 13.0, 84.0, 13.0]);
    }
    writer.close();
}

/// To the next column through the gap between; the ways of a decision, and those further or back, below the boxes of
/// the own band, each at a height of its own.
fn points(places: &Places, from: &Node, to: &Node, branch: bool, number: usize) -> Vec<(f64, f64)> {
    let ([left, top, width, height], [end_left, ..]) = (places.bounds(from), places.bounds(to));
    let (right, middle, end) = (left + width, top + height / 2.0, places.middle(to).1);
    let gap = LEFT + 60.0 + to.column as f64 * COLUMN + 6.0;
    if to.column == from.column + 1 && !branch {
        if middle == end {
            return vec![(right, middle), (end_left, end)];
        }
        return vec![(right, middle), (gap, middle), (gap, end), (end_left, end)];
    }
    let (x, below) = (left + width / 2.0, middle + 46.0 + 15.0 * (number % 5) as f64);
    vec![(x, top + height), (x, below), (gap, below), (gap, end), (end_left, end)]
}
