//! From the elements of a file to rows that refer to each other.
use super::read::{Flow, Node, Role, title};
use super::tree::{Element, Space};
use super::write::{NO_LANE, key_of};
use crate::domain::process::{How, Side};
use crate::domain::row::{self, Row, RowKind, Rows};
use std::collections::{HashMap, HashSet};

/// What was found in a file.
pub struct Source<'a> {
    pub process: &'a Element,
    pub name: &'a str,
    pub nodes: Vec<Node<'a>>,
    pub flows: Vec<Flow<'a>>,
    pub side: Side,
    pub known: &'a Rows,
}

/// Characters of a name or another text; nobody's process needs more.
const TEXT: usize = 2_000;
/// Elements that a flow may pass on its way to a step.
const HOPS: usize = 64;
/// A key is at most this.
const LARGEST: u32 = 900_000_000;

pub fn build(source: Source, left_out: &mut Vec<String>) -> Vec<Row> {
    let own = source.process.row();
    let mut keys = Keys::new(&source);
    let key = keys.take(own, source.process.attribute("id"));
    let side = own.map_or(source.side, |row| Side::read(row.attribute("side")));
    let mut process = Row::new(key, RowKind::Process, None);
    fields(&mut process, own);
    if own.is_none() {
        put(&mut process, "name", source.name);
    }
    let mut rows = vec![process];
    let lanes = lanes(&source, key, &mut keys, &mut rows, left_out);
    let ways = Ways::new(&source);
    let order = if own.is_some() { ways.as_written() } else { ways.along() };
    let steps: Vec<(usize, u32)> =
        order.iter().map(|at| (*at, keys.take(source.nodes[*at].element.row(), source.nodes[*at].id))).collect();
    let place: HashMap<usize, usize> = steps.iter().enumerate().map(|(place, (at, _))| (*at, place)).collect();
    let mut roles = Roles { known: source.known, new: Vec::new() };
    for (number, (at, own)) in steps.iter().enumerate() {
        let node = &source.nodes[*at];
        let Role::Step(how) = node.role else { continue };
        let mut step = step(node, *own, key, how, side);
        if let Some(lane) = lanes.get(node.id) {
            put(&mut step, "lane", &lane.to_string());
        }
        if let Some(role) = node.element.row().and_then(|row| roles.key(row.attribute("role"), &mut keys)) {
            put(&mut step, "role", &role.to_string());
        }
        let out = ways.out(*at);
        let leads =
            |to: Option<usize>| to.and_then(|to| place.get(&to)).and_then(|place| Some((*place, steps.get(*place)?.1)));
        let is_last = number + 1 == steps.len();
        let target = |row: &mut Row, field: &str, to: Option<usize>| match leads(to) {
            Some((place, _)) if place == number + 1 => {}
            Some((_, key)) => put(row, field, &key.to_string()),
            None if is_last => {}
            None => put(row, "ends", "yes"),
        };
        let branches = how == How::Decision
            && (out.len() > 1 || out.iter().any(|flow| source.flows[*flow].element.row().is_some()));
        if branches {
            rows.push(step);
            for flow in out {
                let flow = &source.flows[*flow];
                let mut branch =
                    Row::new(keys.take(flow.element.row(), flow.element.attribute("id")), RowKind::Branch, Some(*own));
                fields(&mut branch, flow.element.row());
                put(&mut branch, "label", &label(flow.element));
                target(&mut branch, "to", ways.target(flow.to));
                rows.push(branch);
            }
        } else {
            if out.len() > 1 {
                left_out.push(format!(
                    "{} goes on to several steps at once: only the first way is followed.",
                    title(node.element)
                ));
            }
            target(&mut step, "then", out.first().and_then(|flow| ways.target(source.flows[*flow].to)));
            rows.push(step);
        }
    }
    rows.extend(roles.new);
    apart(rows, source.known)
}

/// Who does the steps: roles of the account by their names, and new ones for names that it doesn't have.
struct Roles<'a> {
    known: &'a Rows,
    new: Vec<Row>,
}

impl Roles<'_> {
    fn key(&mut self, name: &str, keys: &mut Keys) -> Option<u32> {
        if name.trim().is_empty() {
            return None;
        }
        let known = row::of(self.known, RowKind::Role).map(|row| row.as_ref());
        let same = known.chain(&self.new).find(|row| row.text("name").trim() == name.trim());
        Some(same.map(|row| row.key).unwrap_or_else(|| {
            let mut role = Row::new(keys.take(None, ""), RowKind::Role, None);
            put(&mut role, "name", name);
            let key = role.key;
            self.new.push(role);
            key
        }))
    }
}

/// A reference to a role of the account must not be taken for one to a new row of the same key.
fn apart(mut rows: Vec<Row>, known: &Rows) -> Vec<Row> {
    let own: HashSet<u32> = rows.iter().map(|row| row.key).collect();
    let meant =
        |row: &Row| row.reference("role").is_some_and(|key| row::find(known, key).is_some() && own.contains(&key));
    let theirs = |row: &Row| {
        row.reference("role").is_some_and(|key| row::find(known, key).is_some_and(|row| row.kind == RowKind::Role))
    };
    if !rows.iter().any(meant) {
        return rows;
    }
    let more = known.iter().map(|row| row.key).chain(own.iter().copied()).max().unwrap_or(0).min(LARGEST);
    for row in &mut rows {
        let role_stays = theirs(row);
        row.key += more;
        row.parent = row.parent.map(|parent| parent + more);
        for field in row.kind.shape().references {
            if let Some(key) = row.reference(field).filter(|_| !(role_stays && *field == "role")) {
                row.fields.insert((*field).to_owned(), (key + more).to_string());
            }
        }
    }
    rows
}

fn step(node: &Node, key: u32, process: u32, how: How, side: Side) -> Row {
    let mut step = Row::new(key, RowKind::Step, Some(process));
    fields(&mut step, node.element.row());
    if node.element.row().is_none_or(|row| row.attribute("unnamed").is_empty()) {
        put(&mut step, "name", node.element.attribute("name"));
    }
    put(&mut step, "side", side.id());
    put(&mut step, "how", how.id());
    step
}

/// A branch's name, or the condition that stands there in other tools' files.
fn label(flow: &Element) -> String {
    let name = flow.attribute("name");
    if !name.is_empty() || flow.row().is_some() {
        return name.to_owned();
    }
    flow.all("conditionExpression").next().map_or_else(String::new, |condition| condition.text.trim().to_owned())
}

fn put(row: &mut Row, field: &str, text: &str) {
    let text: String = text.chars().take(TEXT).collect();
    if !text.is_empty() && row.kind.shape().holds(field) {
        row.fields.insert(field.to_owned(), text);
    }
}

/// What our own extension holds, as far as rows of this kind do.
fn fields(row: &mut Row, own: Option<&Element>) {
    let own = own.into_iter().flat_map(|row| &row.children);
    for field in own.filter(|field| field.space == Space::Own && field.name == "field") {
        let name = field.attribute("name");
        if !row.kind.shape().references.contains(&name) {
            put(row, name, &field.text);
        }
    }
}

/// The lanes without lanes inside, as rows; tells which node stands in which.
fn lanes<'a>(
    source: &Source<'a>,
    process: u32,
    keys: &mut Keys,
    rows: &mut Vec<Row>,
    left_out: &mut Vec<String>,
) -> HashMap<&'a str, u32> {
    let mut found = Vec::new();
    let mut open: Vec<&Element> = source.process.all("laneSet").collect();
    open.reverse();
    while let Some(element) = open.pop() {
        let inner: Vec<&Element> =
            element.children.iter().filter(|child| child.is("childLaneSet") || child.is("lane")).collect();
        if element.is("lane") && inner.is_empty() {
            found.push(element);
        } else if element.is("lane") {
            left_out.push(format!("The lane {} is read as the lanes inside it.", title(element)));
        }
        open.extend(inner.into_iter().rev());
    }
    let mut lanes = HashMap::new();
    for lane in found {
        if lane.attribute("id") == NO_LANE && source.process.row().is_some() {
            continue;
        }
        let key = keys.take(None, lane.attribute("id"));
        let mut row = Row::new(key, RowKind::Lane, Some(process));
        put(&mut row, "name", lane.attribute("name"));
        rows.push(row);
        for node in lane.all("flowNodeRef") {
            lanes.entry(node.text.trim()).or_insert(key);
        }
    }
    lanes
}

/// Keys that rows had where we wrote them, else free ones.
struct Keys {
    taken: HashSet<u32>,
    next: u32,
}

impl Keys {
    /// Free ones begin above all that a file or the account names.
    fn new(source: &Source) -> Self {
        let rows = source.nodes.iter().map(|node| node.element).chain(source.flows.iter().map(|flow| flow.element));
        let rows = rows.filter_map(|element| row_key(element.row()));
        let ids = source
            .process
            .all("laneSet")
            .flat_map(|set| set.all("lane"))
            .filter_map(|lane| key_of(lane.attribute("id")));
        let known = source.known.iter().map(|row| row.key);
        let most =
            rows.chain(ids).chain(row_key(source.process.row())).chain(known).filter(|key| *key <= LARGEST).max();
        Self { taken: HashSet::new(), next: most.unwrap_or(0) + 1 }
    }

    fn take(&mut self, row: Option<&Element>, id: &str) -> u32 {
        let own = row_key(row).or_else(|| key_of(id)).filter(|key| (1..=LARGEST).contains(key));
        let key = own.filter(|key| !self.taken.contains(key)).unwrap_or_else(|| {
            while self.taken.contains(&self.next) {
                self.next += 1;
            }
            self.next
        });
        self.taken.insert(key);
        key
    }
}

fn row_key(row: Option<&Element>) -> Option<u32> {
    row?.attribute("key").parse().ok()
}

/// Which node leads where.
struct Ways<'a> {
    nodes: &'a [Node<'a>],
    flows: &'a [Flow<'a>],
    places: HashMap<&'a str, usize>,
    /// The flows out of each node, in the order of the file.
    out: Vec<Vec<usize>>,
}

impl<'a> Ways<'a> {
    fn new(source: &'a Source<'a>) -> Self {
        let mut places = HashMap::new();
        for (at, node) in source.nodes.iter().enumerate() {
            places.entry(node.id).or_insert(at);
        }
        let mut out = vec![Vec::new(); source.nodes.len()];
        for (at, flow) in source.flows.iter().enumerate() {
            if let Some(from) = places.get(flow.from).and_then(|from| out.get_mut(*from)) {
                from.push(at);
            }
        }
        Self { nodes: &source.nodes, flows: &source.flows, places, out }
    }

    fn out(&self, at: usize) -> &[usize] {
        self.out.get(at).map_or(&[], Vec::as_slice)
    }

    /// The step that a flow comes to, through what it only passes; nothing where it ends.
    fn target(&self, id: &str) -> Option<usize> {
        let mut at = *self.places.get(id)?;
        for _ in 0..HOPS {
            match self.nodes[at].role {
                Role::Step(_) => return Some(at),
                Role::End => return None,
                Role::Start | Role::Through => at = *self.places.get(self.flows[*self.out(at).first()?].to)?,
            }
        }
        None
    }

    fn is_step(&self, at: usize) -> bool {
        matches!(self.nodes[at].role, Role::Step(_))
    }

    fn as_written(&self) -> Vec<usize> {
        (0..self.nodes.len()).filter(|at| self.is_step(*at)).collect()
    }

    /// Along the flow from the first start, so that what follows stands below; then what no way leads to.
    fn along(&self) -> Vec<usize> {
        let starts = (0..self.nodes.len()).filter(|at| matches!(self.nodes[*at].role, Role::Start));
        let roots: Vec<usize> =
            starts.filter_map(|at| self.target(self.nodes[at].id)).chain(self.as_written()).collect();
        let mut seen = vec![false; self.nodes.len()];
        let mut order = Vec::new();
        for root in roots {
            let mut finished = Vec::new();
            let mut path = Vec::new();
            if !seen[root] {
                seen[root] = true;
                path.push((root, self.out(root).len()));
            }
            while let Some((at, left)) = path.last_mut() {
                let Some(way) = left.checked_sub(1) else {
                    finished.push(*at);
                    path.pop();
                    continue;
                };
                *left = way;
                let flow = self.out(*at).get(way).and_then(|flow| self.flows.get(*flow));
                if let Some(to) = flow.and_then(|flow| self.target(flow.to)).filter(|to| !seen[*to]) {
                    seen[to] = true;
                    path.push((to, self.out(to).len()));
                }
            }
            order.extend(finished.into_iter().rev());
        }
        order
    }
}
